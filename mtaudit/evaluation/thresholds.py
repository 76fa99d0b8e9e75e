"""Thresholds of the reader out of labels: from which probability on its stretches are right often enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from mtaudit.evaluation.placed import Judged
from mtaudit.model import WordFault

LEAST_STRETCHES = 20  # behind a threshold
SHARE = {"serious": 0.8, "fault": 0.5}  # of the stretches that must be right, on a fault of any severity
STEPS = 100  # thresholds tried: 0.01, 0.02 ... 1.00

Setting = Literal["serious", "fault"]  # of the table [reader]: held against p_serious, p_fault


@dataclass(frozen=True)
class Threshold:
    """The least threshold of a setting, and how many stretches it tells and how many of them are right.

    `value` is None, and the counts are 0, where none is right often enough on enough stretches.
    """

    setting: Setting
    value: float | None
    stretches: int = 0
    right: int = 0


def has_probabilities(read: Sequence[Judged]) -> bool:
    return any(judged.document.word_faults is not msgspec.UNSET for judged in read)


def thresholds(read: Sequence[Judged]) -> tuple[Threshold, ...]:
    """The smallest threshold of each setting at which the share of SHARE is reached on LEAST_STRETCHES or more.

    A stretch is all neighbouring words of a sentence at or above the threshold; it is right where it touches a labelled
    fault of any severity. Something missing makes no stretch right.
    """
    return tuple(_threshold(setting, read) for setting in ("serious", "fault"))


def _threshold(setting: Setting, read: Sequence[Judged]) -> Threshold:
    for step in range(1, STEPS + 1):
        least = step / STEPS
        told = [_right(judged, start, end) for judged in read for start, end in stretches(judged, setting, least)]
        if len(told) >= LEAST_STRETCHES and sum(told) >= SHARE[setting] * len(told):
            return Threshold(setting, least, len(told), sum(told))
    return Threshold(setting, None)


def stretches(judged: Judged, setting: Setting, least: float) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch that the document's words make at a threshold."""
    words = judged.document.word_faults
    if words is msgspec.UNSET:
        return
    segments = iter(judged.document.segments)
    segment = next(segments, None)
    begun: tuple[int, int] | None = None
    for word in words:
        while segment is not None and word.start >= segment.end:
            segment = next(segments, None)
            if begun:
                yield begun
            begun = None
        if _probability(word, setting) >= least:
            begun = (begun[0] if begun else word.start, word.end)
        elif begun:
            yield begun
            begun = None
    if begun:
        yield begun


def _probability(word: WordFault, setting: Setting) -> float:
    return word.p_serious if setting == "serious" else word.p_fault


def _right(judged: Judged, start: int, end: int) -> bool:
    return any(fault.touches(start, end) for fault in judged.faults if not fault.missing)
