"""Word by word, how likely a translation is faulty: word-level quality estimation from the evidence at hand.

docs/reader.md says what the probabilities are worth.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from mtaudit.case import Case
from mtaudit.model import WordFault
from mtaudit.reader.features import NAMES, features, written
from mtaudit.reader.likeness import reads_like_machine
from mtaudit.reader.missing import missing_words
from mtaudit.reader.models import PLACES, load


def read(case: Case) -> Case:
    """The case with a probability for every word of both sides, in order; with none where the pair has no reader; and
    how likely its translation reads like a machine's.

    The evidence behind it stays with the case that was read: a long run can't keep it for all words of all articles.
    """
    return replace(
        case,
        word_faults=_word_faults(case),
        missing_words=missing_words(case),
        reads_like_machine=reads_like_machine(case),
    )


def beside_original(case: Case) -> NDArray[np.bool_]:
    """For each word of `written(case)`: whether its sentence is aligned to the original."""
    return np.array([bool(case.source_of.get(word.row)) for word in written(case)], bool)


def _word_faults(case: Case) -> tuple[WordFault, ...]:
    reader = load(case.pair)
    words = written(case) if reader else ()
    if reader is None or not words:
        return ()
    matrix = features(case)
    beside = beside_original(case)
    fault, serious = np.zeros(len(words)), np.zeros(len(words))
    for model, own in ((reader.original, beside), (reader.alone, ~beside)):
        if own.any():
            fault[own] = model.fault.probability(NAMES, matrix[own])
            serious[own] = model.serious.probability(NAMES, matrix[own])
    serious = np.minimum(serious, fault)  # a serious fault is a fault
    return tuple(
        WordFault(word.start, word.end, round(float(p), PLACES), round(float(q), PLACES))
        for word, p, q in zip(words, fault, serious, strict=True)
    )
