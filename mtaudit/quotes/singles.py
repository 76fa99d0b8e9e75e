"""Quotations between single marks, which are apostrophes until a partner is found."""

from __future__ import annotations

from collections.abc import Mapping

from mtaudit.quotes.marks import Mark
from mtaudit.quotes.quotation import Quotation, stripped

LONGEST_SINGLE = 600  # code points between single marks; more than that and they were apostrophes


def single_pairs(text: str, marks: list[Mark], genitive: tuple[str, ...]) -> tuple[list[Quotation], list[Mark]]:
    """Quotations between single marks, always within a line, and the marks that found no partner (apostrophes).

    `genitive`: letters behind which a mark may be the apostrophe of a genitive.
    """
    pairs: list[Quotation] = []
    unpaired: list[Mark] = []
    i = 0
    while i < len(marks):
        opening = marks[i]
        closing = (
            _closing_single(text, marks, i, genitive) if opening.shape == "open" and opening.glyph != "close" else None
        )
        start, end = stripped(text, opening.end, marks[closing].start) if closing else (0, 0)
        if closing and sum(c.isalnum() for c in text[start:end]) > 1:  # not rock 'n' roll
            pairs.append(Quotation(start, end, text[start:end], opening, marks[closing]))
            i = closing + 1
        else:
            unpaired.append(opening)
            i += 1
    return pairs, unpaired


def _closing_single(text: str, marks: list[Mark], i: int, genitive: tuple[str, ...]) -> int | None:
    """The mark that closes single mark `i`; a genitive's (the boys' school) only where no better one follows."""
    possessive = None
    for k in range(i + 1, len(marks)):
        mark = marks[k]
        if mark.line != marks[i].line or mark.start - marks[i].end > LONGEST_SINGLE:
            break
        if mark.shape == "open":
            break
        if mark.glyph == "open" or mark.shape != "close":
            continue
        if text[mark.start - 1].lower() in genitive and text[mark.end : mark.end + 1] == " ":
            possessive = possessive or k
        else:
            return k
    return possessive


def closed_by_single(text: str, quotation: Quotation, lasts: Mapping[int, Mark]) -> Quotation:
    """A double mark that a single one closes at the end of its line: `“Saya berharap ... besar’`.

    `lasts`: the unpaired marks at the ends of lines, by where they end.
    """
    if quotation.closing or quotation.opening is None:
        return quotation
    mark = lasts.get(quotation.end)
    if mark is None or quotation.start >= mark.start:
        return quotation
    start, end = stripped(text, quotation.start, mark.start)
    return Quotation(start, end, text[start:end], quotation.opening, mark, quotation.reopened, quotation.faults)
