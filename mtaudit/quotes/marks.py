"""Quotation marks one by one: every glyph and entity that news text uses, and which way its neighbours point it.

What is not a quotation mark though it looks like one is left out here: apostrophes, feet and inches, the elided
century of '90s.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Literal

Shape = Literal["open", "close", "free", "tight"]
Glyph = Literal["open", "close", "straight"]

_OPENING = {"“", "„", "‟", "«", "‹", "``", "‘‘", ",,", "&ldquo;", "&bdquo;", "&laquo;", "‘", "‚", "‛", "`", "&lsquo;"}
_CLOSING = {"”", "»", "›", "’’", "&rdquo;", "&raquo;", "’", "´", "&rsquo;"}
_SINGLE = {"'", "‘", "’", "‚", "‛", "`", "´", "&lsquo;", "&rsquo;", "&apos;", "&#39;", "&#x27;", "‹", "›"}
_MARK = re.compile(
    r"&(?:amp;)?(?:quot|#0*34|#x0*22|ldquo|rdquo|bdquo|laquo|raquo|lsquo|rsquo|apos|#0*39|#x0*27);"
    r"|``|''|‘‘|’’|(?<!\S),,(?=\w)|[\"＂“”„‟«»‹›'‘’‚‛`´]",
    re.IGNORECASE,
)
_LEFT = "([{<-—–/|*_"  # what may stand before an opening mark, besides white space
_RIGHT = ".,;:!?…)]}>-—–/|*_"  # what may stand after a closing mark, besides white space
_FEET_AND_INCHES = re.compile(r"(?<!\d)\d+\s?['’′]\s?\d+(?:[.,]\d+)?\s?(?:''|[\"”″])")
_NEAR = 40  # code points looked at on either side for a line break
LINE_BREAKS = "\r\n\u2028\u2029\x0b\x0c\x85\x1c\x1d\x1e"


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: `text[start:end]`, in code points of the text it was found in.

    `shape` is what the neighbours say (white space before: open; after: close; on both sides: free; on none:
    tight), `glyph` what the character itself says. `line` counts from 0; `first` and `last` tell whether nothing
    but other marks and white space stands before it, or after it, on that line.
    """

    start: int
    end: int
    text: str
    single: bool
    escaped: bool
    glyph: Glyph
    shape: Shape
    line: int
    first: bool
    last: bool


def scan(text: str) -> tuple[Mark, ...]:
    """All quotation marks of `text` in order, apostrophes and measures left out; never raises."""
    measures = {i for match in _FEET_AND_INCHES.finditer(text) for i in range(*match.span())} | _inches(text)
    matches = [m for m in _MARK.finditer(text) if m.start() not in measures]
    runs = _runs(matches)
    found: list[Mark] = []
    line, seen = 0, 0
    for match in matches:
        start, end = match.span()
        line += sum(text.count(b, seen, start) for b in LINE_BREAKS)
        seen = start
        left, right = runs[start][0] - 1, runs[start][1]
        before = text[left] if left >= 0 else " "
        after = text[right] if right < len(text) else " "
        name = match.group().lower().replace("&amp;", "&")
        single = _is_single(name)
        if single and _apostrophe(text[start - 1 : start], text[end : end + 1]):
            continue
        shape = _shape(before, after)
        alone = left == start - 1 and right == end
        if alone and name in {'"', "''"} and before.isalpha() and after.isalpha():
            continue  # coup d"état: a mistyped apostrophe
        glyph: Glyph = "open" if name in _OPENING else "close" if name in _CLOSING else "straight"
        found.append(
            Mark(
                start=start,
                end=end,
                text=match.group(),
                single=single,
                escaped=name.startswith("&"),
                glyph=glyph,
                shape=shape,
                line=line,
                first=_blank_until_break(text, start - 1, -1, runs),
                last=_blank_until_break(text, end, 1, runs),
            )
        )
    return tuple(found)


def _runs(matches: Sequence[re.Match[str]]) -> dict[int, tuple[int, int]]:
    """Each place of a mark -> where the row of marks without anything between them begins and ends."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(matches):
        last = at
        while last + 1 < len(matches) and matches[last + 1].start() == matches[last].end():
            last += 1
        row = matches[at].start(), matches[last].end()
        found.update(dict.fromkeys(range(*row), row))
        at = last + 1
    return found


def _inches(text: str) -> set[int]:
    """Straight marks of lines in which all of them stand right behind a figure: `piringan hitam 7" dan 12"`."""
    found: set[int] = set()
    for line in re.finditer(rf"[^{LINE_BREAKS}]+", text):
        straight = [line.start() + match.start() for match in re.finditer('"', line.group())]
        if straight and all(i and text[i - 1].isdigit() for i in straight):
            found.update(straight)
    return found


def _is_single(name: str) -> bool:
    return name in _SINGLE or re.fullmatch(r"&#0*39;|&#x0*27;", name) is not None


def _apostrophe(before: str, after: str) -> bool:
    """Between letters or digits, or before the digits of a decade or a year ('90s)."""
    return (before.isalnum() and after.isalnum()) or (not before.isalnum() and after.isdigit())


def _shape(before: str, after: str) -> Shape:
    left = before.isspace() or before in _LEFT
    right = after.isspace() or after in _RIGHT
    if left and right:
        return "open" if before.isspace() and after in "([…" else "free"
    return "open" if left else "close" if right else "tight"


def _blank_until_break(text: str, at: int, step: int, covered: Container[int]) -> bool:
    for _ in range(_NEAR):
        if not 0 <= at < len(text):
            return True
        if text[at] in LINE_BREAKS:
            return True
        if not text[at].isspace() and at not in covered:
            return False
        at += step
    return False
