"""A quotation: the stretch between its marks, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mtaudit.quotes.marks import Mark

Fault = Literal["reversed", "glyph", "doubled", "spaced"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: `text == document[start:end]`, without its marks and the white space beside them.

    `opening` or `closing` is None where the quotation goes on outside what can be seen, or the mark is missing.
    `reopened`: its paragraph ends without a closing mark and the next one re-opens it. `faults` are those of its
    marks alone: `reversed` (stands on the wrong side of the white space), `glyph` (stands right, but the character
    points the other way), `doubled`, `spaced` (white space on the inner side).
    """

    start: int
    end: int
    text: str
    opening: Mark | None
    closing: Mark | None
    reopened: bool = False
    faults: tuple[Fault, ...] = ()

    @property
    def escaped(self) -> bool:
        """Whether one of its marks is an HTML entity."""
        return any(mark is not None and mark.escaped for mark in (self.opening, self.closing))

    @property
    def single(self) -> bool:
        """Whether it stands between single marks."""
        mark = self.opening or self.closing
        return mark is not None and mark.single

    @property
    def outer_start(self) -> int:
        """Where its opening mark begins, or its text where there is none."""
        return self.opening.start if self.opening else self.start

    @property
    def outer_end(self) -> int:
        """Where its closing mark ends, or its text where there is none."""
        return self.closing.end if self.closing else self.end


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` without the white space inside them."""
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return start + lead, max(start + lead, start + len(piece.rstrip()))
