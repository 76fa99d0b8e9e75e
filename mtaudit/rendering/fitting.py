"""Texts made to fit a terminal's line: clipped at words, pinched in the middle, wrapped. Widths are in cells."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells

CUT = "…"
_LEAST = 12  # cells: a last word longer than half a room of this many is cut in two rather than dropped


def clipped(text: str, room: int) -> str:
    """The text, its end cut off at a word where it is longer than `room`."""
    if cell_len(text) <= room:
        return text
    kept = _first(text, room - 1)
    at_word = kept.rsplit(" ", 1)[0] if " " in kept and text[len(kept)] != " " else kept
    return (at_word if len(at_word) > room - _LEAST * 2 else kept).rstrip(f" {CUT}") + CUT if room > 0 else ""


def clipped_left(text: str, room: int) -> str:
    """The text, its beginning cut off at a word where it is longer than `room`."""
    if cell_len(text) <= room:
        return text
    kept = _last(text, room - 1)
    at_word = kept.split(" ", 1)[1] if " " in kept.rstrip() and text[-len(kept) - 1] != " " else kept
    return CUT + (at_word if len(at_word) > room - _LEAST * 2 else kept).lstrip(f" {CUT}") if room > 0 else ""


def pinched(text: str, room: int) -> str:
    """The text with its middle left out where it is longer than `room`: both ends are seen."""
    if cell_len(text) <= room:
        return text
    front = clipped(text, (room + 1) // 2)
    return front + clipped_left(text, room - cell_len(front) + 1).removeprefix(CUT)


def around(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """A stretch with as much of what stands before and after it as `room` has, shared out evenly.

    The stretch is pinched where it alone would take more than the room.
    """
    marked = pinched(marked, room)
    left = room - cell_len(marked)
    first, last = cell_len(before), cell_len(after)
    before = clipped_left(before, min(first, max(left // 2, left - last)))
    return before, marked, clipped(after, left - cell_len(before))


def wrapped(text: str, first: int, rest: int) -> list[str]:
    """Lines of at most `rest` cells, the first of at most `first`; words longer than a line are cut."""
    lines: list[str] = []
    line, room = "", first
    for word in re.findall(r"\S+", text):
        if line and cell_len(line) + 1 + cell_len(word) <= room:
            line += f" {word}"
            continue
        if line or (not lines and cell_len(word) > room and first < rest):
            lines.append(line)
            room = rest
        *whole, line = chop_cells(word, max(1, room)) or [""]
        lines += whole
        room = rest if whole else room
    return [*lines, line]


def at_most(lines: list[str], count: int, first: int, rest: int) -> list[str]:
    """The first `count` lines, as `wrapped` made them; `…` at the end of the last where there were more."""
    if len(lines) <= count:
        return lines
    *kept, last = lines[:count]
    return [*kept, clipped(f"{last} {lines[count]}", rest if kept else first)]


def place_in(path: str, spot: str, room: int) -> str:
    """`path:line:column` on one line: of a path that is too long the end."""
    spot = f":{spot}" if spot else ""
    if cell_len(path) + cell_len(spot) <= room:
        return path + spot
    end = _last(path, room - cell_len(spot) - 1)
    for mark in ("/", "\\"):
        if mark in end.rstrip(mark):
            end = mark + end.split(mark, 1)[1]
            break
    return CUT + end + spot


def _first(text: str, room: int) -> str:
    """As many of the first characters as fit."""
    if room <= 0:
        return ""
    return chop_cells(text, room)[0] if text else ""


def _last(text: str, room: int) -> str:
    """As many of the last characters as fit."""
    return _first(text[::-1], room)[::-1]
