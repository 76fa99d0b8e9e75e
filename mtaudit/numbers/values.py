"""Mentions of one side by what they may equal, so that none is held against all of the other side."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from heapq import merge

from mtaudit.numbers.measures import CONVERSION_TOLERANCE, heat
from mtaudit.numbers.mention import NumberMention

Equal = Callable[[NumberMention, NumberMention], bool]

_PERCENT = 100


class Values:
    """Mentions in their order, found by value; those that were taken away are found no more."""

    def __init__(self, mentions: Iterable[NumberMention]) -> None:
        self._left = dict(enumerate(mentions))
        self._by_value: dict[Fraction, dict[int, None]] = {}
        self._anything: dict[int, None] = {}  # times and parts of a whole, which many values can stand for
        self._measured: dict[tuple[str, float], list[tuple[float, int]]] = {}  # by unit, in the base one
        for at, mention in self._left.items():
            for value in mention.values:
                self._by_value.setdefault(value, {})[at] = None
            if mention.kind in ("time", "fraction"):
                self._anything[at] = None
            if mention.unit is not None:
                insort(self._measured.setdefault(mention.unit, []), (_size(mention), at))

    @property
    def left(self) -> list[NumberMention]:
        """Those that are still there."""
        return list(self._left.values())

    def take(self, mention: NumberMention, at: int) -> None:
        """Take away the mention that `equal` gave with this number."""
        del self._left[at]
        self._anything.pop(at, None)
        for value in mention.values:
            self._by_value[value].pop(at, None)
        if mention.unit is not None:
            sizes = self._measured[mention.unit]
            del sizes[bisect_left(sizes, (_size(mention), at))]

    def equal(self, mention: NumberMention, test: Equal) -> Iterator[tuple[int, NumberMention]]:
        """Those for which `test(mention, one)` holds, in order, each with its number; `test` implies `equal`."""
        before = -1
        for at in merge(*self._possible(mention)):
            if at > before and test(mention, self._left[at]):
                yield at, self._left[at]
            before = at

    def have(self, mention: NumberMention, test: Equal) -> bool:
        """Whether `test` holds for one of them."""
        return next(self.equal(mention, test), None) is not None

    def _possible(self, mention: NumberMention) -> list[Iterable[int]]:
        if mention.kind in ("time", "fraction"):
            return [self._left]
        found: list[Iterable[int]] = [self._anything]
        for value in mention.values:
            for other in (value, value * _PERCENT, value / _PERCENT):
                found.append(self._by_value.get(other, ()))
        if mention.unit is not None:
            size, slack = _size(mention), 1 - 1.1 * CONVERSION_TOLERANCE
            first, last = sorted((size * slack, size / slack))
            for unit, sizes in self._measured.items():
                if unit == mention.unit or _dimension(unit) != _dimension(mention.unit):
                    continue  # only what is told in another unit is converted
                if heat(unit):
                    found.append(sorted(at for _, at in sizes))
                    continue
                near = sizes[bisect_left(sizes, (first,)) : bisect_right(sizes, (last, math.inf))]
                found.append(sorted(at for _, at in near))
        return found


def _dimension(unit: tuple[str, float]) -> str:
    return "" if heat(unit) else unit[0]


def _size(mention: NumberMention) -> float:
    return float(mention.value) * mention.unit[1] if mention.unit else 0.0
