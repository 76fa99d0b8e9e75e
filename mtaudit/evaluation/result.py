"""What `mtaudit evaluate` finds, and its JSON. A figure is None where there is nothing to reckon it from."""

from __future__ import annotations

from typing import Literal

import msgspec

from mtaudit.evaluation.labels import Problem
from mtaudit.model import Struct

By = Literal["all", "severity", "kind"]  # what a sort of faults is told by


class Value(Struct, frozen=True):
    """A figure with its 95 % bootstrap interval over documents; no interval from fewer than two documents."""

    value: float | None
    low: float | None = None
    high: float | None = None


class Share(Struct, frozen=True):
    """`hits` of `of`, and the figure that makes."""

    hits: int
    of: int
    value: float | None
    low: float | None = None
    high: float | None = None


class FaultRow(Struct, frozen=True):
    """Faults of one sort: how many of them are found. `serious` is major or critical.

    `mcc` and `f1` are over words: words in such faults against words in no fault, told or not by any finding; of
    `serious told as serious` against all other words, told or not by a serious finding.
    """

    by: By
    name: str
    recall: Share
    mcc: Value
    f1: Value


class FindingRow(Struct, frozen=True):
    """Findings of at least a severity: how many are right, and how often they come in texts without a fault.

    `right`: overlaps a labelled fault of any severity, `serious`: a major or critical one. `human` and `faultless` are
    findings per 1,000 words of human translations, and of documents that were read and have no fault.
    """

    least: Literal["minor", "major"]
    right: Share
    serious: Share
    human: Value
    faultless: Value


class Group(Struct, frozen=True):
    """The figures of all findings, of the findings of one sort of evidence, or of the documents of one system."""

    by: Literal["all", "evidence", "system"]
    name: str
    documents: int
    words: int
    faults: tuple[FaultRow, ...]
    findings: tuple[FindingRow, ...]


class ScoreFigures(Struct, frozen=True):
    """How well the overall score parts good articles from bad ones, by serious faults per 100 words.

    `auc`: how often a good article (at most 1) scores higher than a bad one (at least 3). `rank_correlation`: of all
    pairs of articles that differ in density, those in the right order less those in the wrong one. `human_auc`: how
    often a human translation scores higher than a machine's.
    """

    good: int
    bad: int
    auc: Value
    rank_correlation: Value
    human_auc: Value


class Bin(Struct, frozen=True):
    """Words with a predicted probability from `low` up to `high`: what was predicted on average, and what was seen."""

    low: float
    high: float
    words: int
    predicted: float | None
    seen: float | None


class ProbabilityFigures(Struct, frozen=True):
    """How good one of the reader's probabilities is, word by word."""

    name: Literal["p_fault", "p_serious"]
    words: int
    positive: int
    auc: Value
    bins: tuple[Bin, ...]


class Evaluation(Struct, frozen=True):
    """A report held against labels."""

    schema_version: Literal["1"]
    signature: str  # of the report's run
    labels: tuple[str, ...]  # the files
    documents: int  # read by the labeller, human ones not counted
    human: int
    faultless: int  # of those read
    unread: int  # in the report, but in no label
    groups: tuple[Group, ...]
    score: ScoreFigures
    reader: tuple[ProbabilityFigures, ...]  # () where the report carries no word_faults
    problems: tuple[Problem, ...]
    resamples: int
    seed: int

    def to_json(self) -> str:
        """The figures as JSON text, indented by two, ending in a newline."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2).decode() + "\n"
