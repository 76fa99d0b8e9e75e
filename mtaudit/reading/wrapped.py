"""Lines that a program broke at a width, as wire copy and mail have them: one paragraph again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mtaudit.reading.traced import Builder, Traced, joined

_WIDEST = 100  # characters; a paragraph of one line is longer
_NARROWEST = 40
_LEAST_BREAKS = 3  # in a text that is taken for a wrapped one
_FULL = 0.75  # share of the lines with another below them that must be as full as they can be
_OUTLIERS = 0.05  # share of lines that may be wider: a slug, a table


def unwrapped(text: Traced) -> tuple[Traced, int]:
    """The text with the lines of a paragraph made one, and its width; as it is and 0 where no program broke it.

    A line is full where the first word of the next would not have fitted on it: that is how programs break lines, and
    how nobody writes them.
    """
    lines = text.lines()
    width = _width([line.text for line in lines])
    if not width:
        return text, 0
    made: list[Traced] = []
    for i, line in enumerate(lines):
        if i and _goes_on(lines[i - 1].text, line.text, width) and made[-1].text.strip():
            made[-1] = _together(made[-1], line)
        else:
            made.append(line)
    return joined("\n", made), width


def _width(lines: Sequence[str]) -> int:
    """The width at which a program broke the lines, 0 where it did not."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip() and not _set_in(a, b)]
    if len(pairs) < _LEAST_BREAKS:
        return 0
    long = sorted(len(a.rstrip()) for a, _ in pairs)
    width = long[min(len(long) - 1, int((1 - _OUTLIERS) * len(long)))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [_full(a, b, width) for a, b in pairs]
    return width if sum(full) >= max(_LEAST_BREAKS, _FULL * _joinable(pairs, width)) else 0


def _joinable(pairs: Sequence[tuple[str, str]], width: int) -> int:
    """How many lines are not short ones above others like them, as in a list of credits."""
    return sum(_full(a, b, width) or len(a.rstrip()) > width / 2 for a, b in pairs)


def _full(line: str, following: str, width: int) -> bool:
    word = following.split()[0]
    return len(line.rstrip()) + 1 + len(word) > width


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line was broken and the next goes on with it; one that is set in begins a paragraph of its own."""
    if not line.strip() or not following.strip():
        return False
    item = re.match(r"\s*(?:[-*•]|\d+[.)])\s", following)
    credit = line.rstrip().endswith(")") and following.lstrip().startswith("(")
    return _full(line, following, width) and not (_set_in(line, following) or item or credit)


def _set_in(line: str, following: str) -> bool:
    return len(following) - len(following.lstrip()) > len(line) - len(line.lstrip())


def _together(line: Traced, following: Traced) -> Traced:
    """Two lines as one; a word with a hyphen at the end goes on without a blank."""
    first, second = line.cut(0, len(line.text.rstrip())), following.strip()
    built = Builder().keep(first)
    if not re.search(r"\w-\Z", first.text):
        built.put(" ", built.end, second.starts[0])
    return built.keep(second).done()
