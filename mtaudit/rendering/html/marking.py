"""Stretches of a sentence set in markup: names, quotations and findings may lie inside and across one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mtaudit.rendering.html.words import esc

MAX_DEPTH = 24  # stretches nested deeper than this are not marked; their notes stand in the margin all the same


@dataclass(frozen=True)
class Mark:
    """`text[start:end]` between `before` and `after`; a mark that is cut in two has `after_cut` at the cut.

    `rank` orders marks of the same stretch, the smallest outside.
    """

    start: int
    end: int
    before: str
    after: str
    after_cut: str = "</span>"
    before_again: str = "<span>"
    rank: int = 0


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """`text[start:end]` as HTML with its marks nested; one that runs out of another is closed and opened again."""
    inside = [_clipped(m, start, end) for m in marks if m.start < end and m.end > start]
    return _nested(text, start, end, sorted(inside, key=_order), 0)


def _clipped(mark: Mark, start: int, end: int) -> Mark:
    """The part of a mark within a sentence; what was begun before or goes on after it is opened and closed as a cut."""
    if mark.start < start:
        mark = replace(mark, start=start, before=mark.before_again)
    if mark.end > end:
        mark = replace(mark, end=end, after=mark.after_cut)
    return mark


def _order(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, mark.rank


def _nested(text: str, start: int, end: int, marks: list[Mark], depth: int) -> str:
    parts: list[str] = []
    at = start
    waiting = list(marks) if depth < MAX_DEPTH else []
    while waiting:
        mark = waiting.pop(0)
        inner: list[Mark] = []
        rest: list[Mark] = []
        for other in waiting:
            if other.start >= mark.end:
                rest.append(other)
            elif other.end <= mark.end:
                inner.append(other)
            else:
                inner.append(replace(other, end=mark.end, after=other.after_cut))
                rest.append(replace(other, start=mark.end, before=other.before_again))
        parts.append(esc(text[at : mark.start]))
        parts.append(mark.before + _nested(text, mark.start, mark.end, inner, depth + 1) + mark.after)
        at = mark.end
        waiting = sorted(rest, key=_order)
    parts.append(esc(text[at:end]))
    return "".join(parts)
