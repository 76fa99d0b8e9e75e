"""From offsets in a document's text to lines and columns of its input file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from mtaudit.model import Run

_BREAK = re.compile(r"\r\n|\n|\r")

Spot = tuple[int, int]  # 1-based line and column; columns count code points


@lru_cache(maxsize=8)
def line_starts(text: str) -> tuple[int, ...]:
    """Offsets at which the lines of a text begin."""
    return (0, *(match.end() for match in _BREAK.finditer(text)))


def spot(text: str, source_map: Sequence[Run], offset: int) -> Spot:
    """Where the character at `offset` of a document's text begins in its input file."""
    if not source_map:
        starts = line_starts(text)
        row = bisect_right(starts, offset)
        return row, offset - starts[row - 1] + 1
    run = _run(source_map, offset)
    return run.line, run.column + (offset - run.start) * run.width


def end_spot(text: str, source_map: Sequence[Run], start: int, end: int) -> Spot:
    """Where the stretch `start`..`end` ends: behind all that spells its last character."""
    if not source_map or end <= start:
        return spot(text, source_map, end)
    run = _run(source_map, end - 1)
    return run.line, run.column + (end - run.start) * run.width


def _run(source_map: Sequence[Run], offset: int) -> Run:
    return source_map[max(0, bisect_right(source_map, offset, key=lambda run: run.start) - 1)]
