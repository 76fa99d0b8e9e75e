"""Text that knows where it stands: each character with the stretch of the decoded source that spells it.

Readers take text out of markup, tables and escapes. They carry it as `Traced` from the decoded source to the document,
so that a finding can be shown at its very place in the file. What becomes one character there (`&quot;`, a doubled
quotation mark, `\\u201c`, a run of blanks) keeps the whole stretch; what the source does not spell at all stands at the
nearest place known, with a stretch of no length.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mtaudit.model import Run
from mtaudit.reading.interface import SURROGATES

_LINE_END = re.compile(r"\r\n?")
_AS_IT_IS = 64  # characters that are compared with the source together


@dataclass(frozen=True, slots=True)
class Traced:
    """`text[i]` is spelled by `source[starts[i]:ends[i]]`; empty where nothing in the source stands for it."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @staticmethod
    def at(text: str, place: int) -> Traced:
        """A text of which no more is known than that it belongs at `place`."""
        return Builder().put(text, place, place).done()

    def cut(self, start: int, end: int | None = None) -> Traced:
        """The stretch `text[start:end]`."""
        return Traced(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def strip(self, chars: str | None = None) -> Traced:
        """As `str.strip`."""
        left = len(self.text) - len(self.text.lstrip(chars))
        return self.cut(left, max(left, len(self.text.rstrip(chars))))

    def split(self, separator: str) -> list[Traced]:
        """As `str.split` at a separator."""
        found, start = [], 0
        for part in self.text.split(separator):
            found.append(self.cut(start, start + len(part)))
            start += len(part) + len(separator)
        return found

    def lines(self) -> list[Traced]:
        """As `str.split` at line feeds."""
        return self.split("\n")

    def sub(self, pattern: re.Pattern[str], put: str | Callable[[re.Match[str]], str]) -> Traced:
        """As `re.sub` with a fixed text or a function; what is put stands where the match stood."""
        built, last = Builder(), 0
        for match in pattern.finditer(self.text):
            new = put if isinstance(put, str) else put(match)
            start, end = match.span()
            if start < end and match.group() != new:
                built.keep(self, last, start)
                built.put(new, self.starts[start], self.ends[end - 1])
                last = end
        return built.keep(self, last).done() if last else self


class Builder:
    """Puts a traced text together from the left to the right."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts = array("q")
        self._ends = array("q")

    def keep(self, piece: Traced, start: int = 0, end: int | None = None) -> Builder:
        """Add a stretch of a traced text as it stands."""
        self._parts.append(piece.text[start:end])
        self._starts.extend(piece.starts[start:end])
        self._ends.extend(piece.ends[start:end])
        return self

    def put(self, text: str, start: int, end: int) -> Builder:
        """Add a text, each character of it spelled by the whole of `source[start:end]`."""
        self._parts.append(text)
        self._starts.extend([start] * len(text))
        self._ends.extend([end] * len(text))
        return self

    @property
    def end(self) -> int:
        """Where in the source the last character ends; 0 where there is none yet."""
        return self._ends[-1] if self._ends else 0

    def done(self) -> Traced:
        """What was put together."""
        return Traced("".join(self._parts), self._starts, self._ends)


def joined(separator: str, parts: Iterable[Traced]) -> Traced:
    """As `str.join`; separators stand at the end of what is before them."""
    built = Builder()
    for number, part in enumerate(parts):
        if number:
            built.put(separator, built.end, built.end)
        built.keep(part)
    return built.done()


def clean(text: Traced) -> Traced:
    """As `interface.clean`: line ends as `\\n`, U+FFFD for what no UTF-8 file can hold."""
    return text.sub(_LINE_END, "\n").sub(SURROGATES, "\ufffd")


class SourceText:
    """A decoded input file, its lines counted once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = array("q", [0])
        self._lines.extend(match.end() for match in re.finditer("\n", text))

    def cut(self, start: int = 0, end: int | None = None) -> Traced:
        """The stretch `text[start:end]`, which stands where it stands."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        return Traced(self.text[start:stop], range(start, stop), range(start + 1, stop + 1))

    def line_start(self, line: int) -> int:
        """Where a 1-based line begins; the last one's beginning for those after it."""
        return self._lines[min(max(line, 1), len(self._lines)) - 1]

    def lines(self, first: int, last: int) -> Traced:
        """The lines from `first` to `last` (1-based), without the last one's end."""
        end = self._lines[last] - 1 if last < len(self._lines) else len(self.text)
        return self.cut(self.line_start(first), end)

    def runs(self, traced: Traced) -> tuple[Run, ...]:
        """The source map of a document's text: as few runs as tell the place of every character (`model.Run`)."""
        runs: list[Run] = []
        first = origin = width = following = 0  # of the run in hand; `following`: where the next line of source begins
        behind = 0  # where the last character of this line ends: what could only be found before it stands there
        fresh, at, slow = True, 0, 0  # `slow`: up to where characters are looked at one by one
        while at < len(traced.text):
            i, char, start, end = at, traced.text[at], traced.starts[at], traced.ends[at]
            at += 1
            if char == "\n" and runs:
                fresh, behind = True, 0
                continue
            start, end = max(start, behind), max(end, behind)
            wide = min(end - start, 1) if char.isspace() else end - start  # folded white space may run over lines
            if fresh or start != origin + (i - first) * width or wide != width or start >= following:
                line = bisect_right(self._lines, start)
                following = self._lines[line] if line < len(self._lines) else len(self.text) + 1
                first, origin, width, fresh = i, start, wide, False
                runs.append(Run(i, line, start - self._lines[line - 1] + 1, width))
            behind = start + min(wide, 1)
            while wide == 1 and at >= slow:  # a stretch that stands in the source as it is goes on with the run
                if start + _AS_IT_IS < following and _as_it_is(traced, at, start + 1):
                    at, start = at + _AS_IT_IS, start + _AS_IT_IS
                    behind = start + 1
                else:
                    slow = at + _AS_IT_IS
        return tuple(runs)


def _as_it_is(traced: Traced, at: int, place: int) -> bool:
    """Whether the next characters from `at` on stand in the source from `place` on, without a line end."""
    end = at + _AS_IT_IS
    here = traced.starts[at:end], traced.ends[at:end]
    there = range(place, place + _AS_IT_IS), range(place + 1, place + 1 + _AS_IT_IS)
    if isinstance(here[0], array):
        return here == (array("q", there[0]), array("q", there[1])) and "\n" not in traced.text[at:end]
    return here == there and "\n" not in traced.text[at:end]
