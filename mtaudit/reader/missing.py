"""Word by word of the original, how likely it is that nothing in the translation stands for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import nan

import numpy as np
from numpy.typing import NDArray

from mtaudit.case import Case
from mtaudit.evidence.gather import evidence
from mtaudit.evidence.interface import Word
from mtaudit.model import MissingWord
from mtaudit.originals.lexicon import load as lexicon
from mtaudit.reader.columns import mean_of, shifted
from mtaudit.reader.features import Written, standing_for, whole, written
from mtaudit.reader.models import OFF, PLACES, load

OWN: dict[str, Callable[[Word], float | None]] = {
    "weight": lambda w: w.weight,
    "carried": lambda w: w.carried,
    "comes_back": lambda w: w.comes_back,
    "expected": lambda w: w.meaning.expected if w.meaning else None,
    "usual": lambda w: w.meaning.usual if w.meaning else None,
    "meant": lambda w: w.meaning.meant if w.meaning else None,
    "often_unaligned": lambda w: w.meaning.nothing if w.meaning else None,
    "frequency": lambda w: w.meaning.frequency if w.meaning else None,
    "given_translation": lambda w: w.given_other.total if w.given_other else None,
    "given_translation_worst": lambda w: w.given_other.worst if w.given_other else None,
}
NEIGHBOURS = ("meant", "usual", "given_translation", "expected")
MEANS = ("meant", "given_translation", "expected")  # over the sentence
NAMES = (
    *OWN,
    "letters",
    "capital",
    *(f"{name}_before" for name in NEIGHBOURS),
    *(f"{name}_after" for name in NEIGHBOURS),
    *(f"{name}_sentence" for name in MEANS),
)


def source_words(case: Case) -> tuple[Written, ...]:
    """The words of the whole original in order, sentence by sentence; () without one."""
    return case.once(_source_words)


def _source_words(case: Case) -> tuple[Written, ...]:
    return whole(case.original.text, evidence(case).source) if case.original and case.links else ()


def missing_features(case: Case) -> NDArray[np.float64]:
    """words x len(NAMES), in the order of `source_words`; NaN where nothing can be said."""
    words = source_words(case)
    rows = np.array([word.row for word in words], int)
    columns = {name: np.array([_least(word, of) for word in words], float) for name, of in OWN.items()}
    columns["letters"] = np.array([float(len(word.text)) for word in words])
    columns["capital"] = np.array([float(word.text[0].isupper()) for word in words])
    for name in NEIGHBOURS:
        columns[f"{name}_before"] = shifted(columns[name], rows, 1)
        columns[f"{name}_after"] = shifted(columns[name], rows, -1)
    for name in MEANS:
        columns[f"{name}_sentence"] = mean_of(columns[name], rows)
    return np.column_stack([columns[name] for name in NAMES])


def _least(word: Written, of: Callable[[Word], float | None]) -> float:
    return min((v for part in word.parts if (v := of(part)) is not None), default=nan)


def missing_words(case: Case) -> tuple[MissingWord, ...]:
    """How likely each word of the whole original is missing; () without one, or where the pair has no reader."""
    reader, words = load(case.pair), source_words(case)
    if reader is None or not words:
        return ()
    found = reader.missing.trees.probability(NAMES, missing_features(case))
    return tuple(
        MissingWord(word.start, word.end, round(p, PLACES)) for word, p in zip(words, found.tolist(), strict=True)
    )


@dataclass(frozen=True, slots=True)
class Lost:
    """Neighbouring words of one sentence of the original, at `original.text[start:end]`, that are likely missing.

    `anchor`: the offset in the translation behind the word that stands for the nearest word before them.
    """

    start: int
    end: int
    anchor: int
    p_missing: float  # of the likeliest


def lost(case: Case) -> tuple[Lost, ...]:
    """What is worth telling as missing inside sentences that have a translation, in order."""
    reader = load(case.pair)
    if reader is None or not case.missing_words:
        return ()
    least = reader.missing.threshold if case.thresholds.missing is None else case.thresholds.missing
    return tuple(_lost(case, least)) if least < OFF else ()


def _lost(case: Case, least: float) -> Iterator[Lost]:
    words, p = source_words(case), [word.p_missing for word in case.missing_words]
    told = [i for i, word in enumerate(words) if p[i] >= least and case.link_of("source", word.row) is not None]
    for _, run in groupby(enumerate(told), key=lambda item: (item[1] - item[0], words[item[1]].row)):
        own = [i for _, i in run]
        at = case.link_of("source", words[own[0]].row)
        if at is not None and case.links[at].target:
            start, end = words[own[0]].start, words[own[-1]].end
            yield Lost(start, end, behind(case, at, start), max(p[i] for i in own))


def behind(case: Case, at: int, start: int) -> int:
    """The offset in the translation behind the word that stands for the nearest word of the original before offset
    `start`, in link number `at`; where none does, that of its first sentence."""
    link = case.links[at]
    here = [word for word in written(case) if word.row in link.target]
    there = [part for i in link.source for part in evidence(case).source[i]]
    place = next(k for k, part in enumerate(there) if part.start >= start)
    before = [(k, i) for i, k in standing_for(here, there, lexicon(case.pair)).items() if k < place]
    return here[max(before)[1]].end if before else case.sentences[link.target[0]].start
