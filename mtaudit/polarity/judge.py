"""Which statements a translation turns round: opposites and negations by fitted models, quantities by their words.

data/polarity.<source>-<target>.json.xz (made by tools/polarity/fit.py) holds boosted trees over `opposites.NAMES` and
`negations.NAMES`, and the probabilities from which on something is told. docs/polarity.md has the figures.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec
import numpy as np

from mtaudit.case import Case
from mtaudit.evidence.affinity import Affinity
from mtaudit.evidence.affinity import load as load_affinity
from mtaudit.evidence.interface import Word
from mtaudit.languages.pair import LanguagePair
from mtaudit.polarity import negations, opposites, prefixes, quantities, relations, roles
from mtaudit.polarity.sides import Sides, of_link, of_texts
from mtaudit.reader.trees import Trees

Kind = Literal["negation lost", "negation added", "opposite", "quantity", "comparison", "roles"]
HALF = 0.5  # probability of an opposite that may take another away
APART = 3  # words between which two opposites make one statement, and take each other away
BY_WORDS = 0.9  # probability of what is told by the words alone


class PolarityModel(msgspec.Struct, frozen=True):
    """Trees from signals to the probability that a statement is turned round, and from which on each kind is told."""

    opposites: Trees
    negations: Trees
    told: dict[Kind, float]


@dataclass(frozen=True, slots=True)
class Turned:
    """What is turned round: stretches (start, end) of the original and of the translation. `probability` 0..1.

    `meaning`: what the translation's word usually means, in the source language; "" where it is no opposite.
    """

    kind: Kind
    source: tuple[int, int]
    target: tuple[int, int]
    probability: float
    meaning: str = ""


@cache
def load(pair: LanguagePair) -> PolarityModel | None:
    """The model of a pair of languages, read once a process; None where it has none."""
    data = pair.read(f"polarity.{pair.source.code}-{pair.target.code}.json.xz")
    return None if data is None else msgspec.json.decode(lzma.decompress(data), type=PolarityModel)


def turned(case: Case) -> tuple[Turned, ...]:
    """All that a case turns round, link by link; nothing without a whole original."""
    return case.once(_turned)


def _turned(case: Case) -> tuple[Turned, ...]:
    known = relations.load(case.pair)
    if case.kind != "full" or known is None:
        return ()
    found = [sides for at in range(len(case.links)) if (sides := of_link(case, at, known))]
    return tuple(one for sides in found for one in told(sides, case.pair))


def turned_texts(source: str, target: str, pair: LanguagePair) -> tuple[Turned, ...]:
    """What `target` turns round of `source`, judged by the words alone; places are those in the two texts."""
    known = relations.load(pair)
    sides = of_texts(target, source, (pair.target, pair.source), known) if known else None
    return tuple(told(sides, pair)) if sides else ()


def told(sides: Sides, pair: LanguagePair) -> Iterator[Turned]:
    """What is turned round between two sides, no word of the translation in two of them, the surest first."""
    found = sorted(_all(sides, pair), key=lambda one: (-one.probability, one.target))
    kept: list[Turned] = []
    for one in found:
        if not any(one.target[0] < other.target[1] and other.target[0] < one.target[1] for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda one: one.target)


def _all(sides: Sides, pair: LanguagePair) -> Iterator[Turned]:
    model, affinity = load(pair), load_affinity(pair)
    if model is not None:
        yield from _opposites(sides, model, affinity)
        yield from _negations(sides, model)
    for kind, source, target in quantities.turned(sides, affinity):
        yield Turned(kind, source, target, BY_WORDS)
    for source, target in prefixes.lost(sides, affinity):
        yield Turned("opposite", source, target, BY_WORDS)
    for source, target in roles.swapped(sides):
        yield Turned("roles", source, target, BY_WORDS)


def _opposites(sides: Sides, model: PolarityModel, affinity: Affinity) -> Iterator[Turned]:
    pairs = list(opposites.candidates(sides))
    if not pairs:
        return
    measured = np.array([opposites.signals(sides, pair, pairs, affinity) for pair in pairs])
    odds = model.opposites.probability(opposites.NAMES, measured).tolist()
    found = {pair.s: (p, pair) for p, pair in sorted(zip(odds, pairs, strict=True))}
    for s, (p, pair) in found.items():
        if p < model.told["opposite"] or any(0 < abs(s - k) <= APART and q >= HALF for k, (q, _) in found.items()):
            continue  # never forget: selalu mengingat
        word, stands = sides.there[s], sides.here[pair.t]
        meaning = sides.relations.shown(pair.row)
        yield Turned("opposite", (word.start, word.end), (stands.start, stands.end), p, meaning)


def _negations(sides: Sides, model: PolarityModel) -> Iterator[Turned]:
    pairs = list(negations.candidates(sides))
    if not pairs:
        return
    measured = np.array([negations.signals(sides, pair, pairs) for pair in pairs])
    for pair, p in zip(pairs, model.negations.probability(negations.NAMES, measured).tolist(), strict=True):
        kind: Kind = "negation lost" if pair.lost else "negation added"
        if p >= model.told[kind] and not (pair.lost and _comes_back(sides)):
            there, here = [sides.there[pair.s]], [sides.here[pair.t]]
            (there if pair.lost else here).append((sides.there if pair.lost else sides.here)[pair.n])
            yield Turned(kind, _stretch(there), _stretch(here), p)


def _comes_back(sides: Sides) -> bool:
    """Whether the back-translations deny as often as the original: then the translation has its own way to do it."""
    return bool(sides.backs) and negations.counted(sides.backs, sides.languages[1]) >= len(sides.negators[1])


def _stretch(words: list[Word]) -> tuple[int, int]:
    return min(w.start for w in words), max(w.end for w in words)
