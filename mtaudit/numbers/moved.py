"""Numbers that changed places: each stands in the translation, and counts there what another one counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from mtaudit.numbers.mention import Kind, NumberMention

Pair = tuple[NumberMention, NumberMention]  # of the original and of the translation, equal
Counted = Callable[[NumberMention, NumberMention], tuple[float, float]]  # what stands before and behind both, 0..1
_LEAD = 0.3  # by how much the words around two numbers fit better crosswise than straight, of 4
_DOUBT = 0.1  # by how much those on one side may fit better straight all the same, of 2
_MOST = 60  # numbers of a sentence of which any two are looked at; more are a table, of which only neighbours are
_NEAR = 3  # code points between numbers that belong together: 3-1, 9/11
_KINDS: dict[Kind, Kind] = {
    "cardinal": "cardinal",
    "currency": "cardinal",
    "percent": "percent",
    "year": "year",
    "fraction": "fraction",
}  # what may change places with what


def exchanged(matched: Sequence[Pair], counted: Counted | None) -> Iterator[tuple[Pair, Pair]]:
    """Pairs of equal numbers of which each stands where the other should, those of the original in order.

    Words say so by themselves (from 5 to 4: dari 4 menjadi 5), or the words around them fit crosswise (`counted`).
    """
    told: set[int] = set()
    plain = sorted((pair for pair in matched if _plain(*pair)), key=lambda pair: pair[0].start)
    along = _Along(matched)
    for one, two in combinations(plain, 2) if len(plain) <= _MOST else pairwise(plain):
        (a, b), (c, d) = one, two
        if {a.start, c.start} & told or b.start < d.start or a.value == c.value or _KINDS[a.kind] != _KINDS[c.kind]:
            continue
        if {a.place, c.place} == {"start", "end"} == {b.place, d.place}:
            crossed = a.place != b.place
        else:
            near = min(c.start - a.end, b.start - d.end) <= _NEAR
            company = _measured(one, two) or (along(one) and along(two))
            crossed = counted is not None and not near and not company and _fits(one, two, counted)
        if crossed:
            told |= {one[0].start, two[0].start}
            yield one, two


def _plain(a: NumberMention, b: NumberMention) -> bool:
    alike = a.kind in _KINDS and _KINDS[a.kind] == _KINDS.get(b.kind)
    one = a.value == 1 and not (a.digits and b.digits)  # may be an article
    return alike and a.value == b.value and not one and not any(m.implied or m.code or m.whole for m in (a, b))


class _Along:
    """Whether the number before or behind came along: Rp1 in 2005 and Rp2 in 2006, told the other way round."""

    def __init__(self, matched: Sequence[Pair]) -> None:
        figures = [other for other in matched if other[0].kind != "date"]
        self._here = sorted(figures, key=lambda other: other[1].start)
        self._there = sorted(figures, key=lambda other: other[0].start)
        self._at_here = {other[1].start: i for i, other in reversed(list(enumerate(self._here)))}
        self._at_there = {other[0].start: i for i, other in reversed(list(enumerate(self._there)))}

    def __call__(self, pair: Pair) -> bool:
        here, there = self._here, self._there
        i, j = self._at_here[pair[1].start], self._at_there[pair[0].start]
        return bool(i and j and here[i - 1] == there[j - 1]) or here[i + 1 : i + 2] == there[j + 1 : j + 2] != []


def _measured(one: Pair, two: Pair) -> bool:
    """Whether each kept its own unit: 40 mph (64 km/h)."""
    return one[0].unit == one[1].unit != two[0].unit == two[1].unit


def _fits(one: Pair, two: Pair, counted: Counted) -> bool:
    """Whether the words around two numbers fit crosswise, and neither those before nor those behind them straight."""
    straight = [sum(part) for part in zip(counted(*one), counted(*two), strict=True)]
    crosswise = [sum(part) for part in zip(counted(one[0], two[1]), counted(two[0], one[1]), strict=True)]
    leads = [across - along for across, along in zip(crosswise, straight, strict=True)]
    return min(leads) >= -_DOUBT and sum(leads) >= _LEAD
