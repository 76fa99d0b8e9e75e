"""The reader's models, as data/reader.<pair>.json.xz holds them (made by tools/reader/fit.py)."""

from __future__ import annotations

import lzma
import math
from functools import cache

import msgspec

from mtaudit.languages.pair import LanguagePair
from mtaudit.model import Estimate
from mtaudit.reader.trees import Trees

PLACES = 3  # decimals of a probability
OFF = 1.0  # the threshold that no word reaches
SMALLEST = 1e-6  # a probability is held that far from 0 and 1 before logarithms are taken
LEAST_SPREAD = 0.05  # serious faults per 100 words: an interval is never narrower than theirs


class Thresholds(msgspec.Struct, frozen=True):
    """Probabilities from which a stretch of words is told; None where nothing is (docs/reader.md: their precision).

    `serious`: p_serious for a major finding, whose p_fault must be `surely`, too. `fault`: p_fault for a minor one.
    """

    serious: float | None
    fault: float | None
    surely: float = 0.0


class Estimator(msgspec.Struct, frozen=True):
    """Serious faults per 100 words = level + slope x doubtful words per 100, nine times in ten no further away than
    `low` and `high` times its square root."""

    level: float
    slope: float
    low: float
    high: float

    def estimate(self, doubtful: float, reads_like_machine: float | None = None) -> Estimate:
        """`doubtful`: doubtful words per 100; `reads_like_machine` is handed on, nothing follows from it."""
        expected = max(0.0, self.level + self.slope * doubtful)
        spread = math.sqrt(max(expected, LEAST_SPREAD))
        low, high = max(0.0, expected + self.low * spread), expected + self.high * spread
        return Estimate(round(expected, 2), round(low, 2), round(high, 2), reads_like_machine)


class Company(msgspec.Struct, frozen=True):
    """What the texts around a word say of its probability: a doubt weighs more among many than in a good translator's
    text. logit(p') = slope x logit(p) + weight x ln(doubtful words per 100 + 1/2) + offset."""

    slope: float
    weight: float
    offset: float

    def probability(self, p: float, doubtful: float) -> float:
        """p' for a word's p; `doubtful`: words per 100 of the text and its translator's others."""
        logit = math.log(max(p, SMALLEST) / max(1 - p, SMALLEST))
        total = self.slope * logit + self.weight * math.log(doubtful + 0.5) + self.offset
        return 1 / (1 + math.exp(-total))


class WordModel(msgspec.Struct, frozen=True):
    """How likely a word is faulty at all, and seriously so; what is told; what follows for the whole text.

    `usual`: doubtful words per 100 of all labelled texts together.
    """

    fault: Trees
    serious: Trees
    fault_in_company: Company
    serious_in_company: Company
    usual: float
    thresholds: Thresholds
    estimator: Estimator


class Missing(msgspec.Struct, frozen=True):
    """How likely a word of the original is missing, and from which probability on it is told."""

    trees: Trees
    threshold: float


class Reader(msgspec.Struct, frozen=True):
    """One model for words that sentences of an original stand beside, one for words alone; one for the original's."""

    original: WordModel
    alone: WordModel
    missing: Missing

    def of(self, beside: bool) -> WordModel:
        return self.original if beside else self.alone


@cache
def load(pair: LanguagePair) -> Reader | None:
    """The models of a pair, read once a process; None where it has none."""
    data = pair.read(f"reader.{pair.name}.json.xz")
    return None if data is None else msgspec.json.decode(lzma.decompress(data), type=Reader)
