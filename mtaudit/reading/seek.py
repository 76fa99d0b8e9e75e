"""Finding what a parser gives back in the text that it was parsed from, from the left to the right."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left

from mtaudit.reading.traced import Builder, Traced

_WORDS_AND_BLANKS = re.compile(r"\s+|\S+")
_REACH = 16  # characters that may be passed over for each one of the stretch looked for: short ones stand anywhere


class Seeker:
    """Lays texts on a stream, each where it stands at or after the end of the one before; white space counts little.

    `lost` counts the characters other than white space that were not found; they stand where the search stood.
    """

    def __init__(self, stream: Traced) -> None:
        self.lost = 0
        self._stream = stream
        self._bare = "".join(stream.text.split())
        self._at = array("q", (i for i, char in enumerate(stream.text) if not char.isspace()))
        self._next = 0

    def seek(self, text: str) -> Traced:
        """`text` where it stands; found word by word where it does not stand there as a whole."""
        built = Builder()
        if not self._found(built, text):
            for match in _WORDS_AND_BLANKS.finditer(text):
                word = match.group()
                if not self._found(built, word):
                    self.lost += len(word)
                    here = max(built.end, self._place())
                    built.put(word, here, here)
        return built.done()

    def lay(self, text: str, at: int) -> Traced:
        """`text` on the stream from its visible character number `at`, which is known to spell it."""
        built = Builder()
        self._lay(built, text, at)
        return built.done()

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Pass over what matches where the search stands."""
        if self._next < len(self._at):
            match = pattern.match(self._stream.text, self._at[self._next])
            if match:
                self._next = bisect_left(self._at, match.end(), lo=self._next)

    def _place(self) -> int:
        """Where in the source the search stands: the end of what was found last."""
        if self._next:
            return self._stream.ends[self._at[self._next - 1]]
        return self._stream.starts[0] if self._stream.text else 0

    def _found(self, built: Builder, text: str) -> bool:
        bare = "".join(text.split())
        at = self._next
        if not self._bare.startswith(bare, at):
            at = self._bare.find(bare, at, at + (_REACH + 1) * len(bare))
            if at < 0:
                return False
        self._lay(built, text, at)
        self._next = at + len(bare)
        return True

    def _lay(self, built: Builder, text: str, at: int) -> None:
        """`text` on the stream from its visible character number `at`, which is known to spell it."""
        core = text.strip()
        first = self._at[at] if core else 0
        if core and self._stream.text.startswith(core, first):  # blanks and all, as nearly always
            left = len(text) - len(text.lstrip())
            if left:
                self._lay_blanks(built, text[:left], at)
            built.keep(self._stream, first, first + len(core))
            at += len("".join(core.split()))
            text = text[left + len(core) :]
        for match in _WORDS_AND_BLANKS.finditer(text):
            word = match.group()
            if word[0].isspace():
                self._lay_blanks(built, word, at)
                continue
            first, last = self._at[at], self._at[at + len(word) - 1]
            if last - first == len(word) - 1:
                built.keep(self._stream, first, last + 1)
            else:
                for i in self._at[at : at + len(word)]:
                    built.keep(self._stream, i, i + 1)
            at += len(word)

    def _lay_blanks(self, built: Builder, blanks: str, at: int) -> None:
        """White space before visible character `at`: one for one where the stream has as much, else on all of it."""
        start = self._at[at - 1] + 1 if at else 0
        end = self._at[at] if at < len(self._at) else len(self._stream.text)
        gap = self._stream.cut(start, end)
        if len(gap.text) == len(blanks):
            for char, one, other in zip(blanks, gap.starts, gap.ends, strict=True):
                built.put(char, one, other)
        elif gap.text:
            built.put(blanks, gap.starts[0], gap.ends[-1])
        else:
            here = self._stream.ends[start - 1] if start else self._place()
            built.put(blanks, here, here)
