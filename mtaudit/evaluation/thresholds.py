"""Thresholds of the reader out of labels: from which probability on its stretches are right often enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mtaudit.evaluation.placed import Judged
from mtaudit.model import WordFault

LEAST_STRETCHES = 20  # behind a threshold
SHARE = {"serious": 0.8, "fault": 0.5}  # of the stretches that must be right, on a fault of any severity
LONGEST = 8  # words of a stretch, as of a labelled one (benchmarks/gold/FAULTS.md); a longer one shows nobody a fault
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
    return any(judged.probabilities for judged in read)


def thresholds(read: Sequence[Judged]) -> tuple[Threshold, ...]:
    """The smallest threshold of each setting at which the share of SHARE is reached on LEAST_STRETCHES or more.

    A stretch is all neighbouring words of a sentence at or above the threshold; it is right where it touches a labelled
    fault of any severity and has LONGEST words at most, so that a threshold below all probabilities, at which whole
    sentences light up, isn't right wherever there is a fault. Something missing makes no stretch right.
    """
    return tuple(_threshold(setting, read) for setting in ("serious", "fault"))


def _threshold(setting: Setting, read: Sequence[Judged]) -> Threshold:
    for step in range(1, STEPS + 1):
        least = step / STEPS
        told = [_right(judged, stretch) for judged in read for stretch in stretches(judged, setting, least)]
        if len(told) >= LEAST_STRETCHES and sum(told) >= SHARE[setting] * len(told):
            return Threshold(setting, least, len(told), sum(told))
    return Threshold(setting, None)


def stretches(judged: Judged, setting: Setting, least: float) -> Iterator[list[WordFault]]:
    """The words of each stretch that a document has at a threshold."""
    segments = iter(judged.document.segments)
    segment = next(segments, None)
    begun: list[WordFault] = []
    for word in judged.probabilities:
        ends = False
        while segment is not None and word.start >= segment.end:
            segment, ends = next(segments, None), True
        told = (word.p_serious if setting == "serious" else word.p_fault) >= least
        if begun and (ends or not told):
            yield begun
            begun = []
        if told:
            begun.append(word)
    if begun:
        yield begun


def _right(judged: Judged, stretch: list[WordFault]) -> bool:
    start, end = stretch[0].start, stretch[-1].end
    return len(stretch) <= LONGEST and any(f.touches(start, end) for f in judged.faults if not f.missing)
