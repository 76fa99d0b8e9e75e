"""What to write where a quotation lacks a mark, so that nobody else's words get between the marks."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.case import Case
from mtaudit.languages.sentences import split
from mtaudit.quotes import speech
from mtaudit.quotes.find import first_of_text
from mtaudit.quotes.quotation import Quotation
from mtaudit.text import touched


@dataclass(frozen=True, slots=True)
class Extent:
    """How a quotation lies in its original: over how many sentences, and whether it begins and ends with them."""

    sentences: int
    begins: bool
    ends: bool
    introduced: bool = False  # by a colon or a comma


def left_over(case: Case, quotation: Quotation, original: str | None) -> bool:
    """Whether the only mark of a quotation belongs to none: the original quotes nothing here, or it opens nothing."""
    if (quotation.opening is None) == (quotation.closing is None) or original is not None:
        return False
    if case.original is not None and case.kind == "full":
        return not any(v.original and (v.start is None or v.marks == "lost") for v in case.quotes)
    mark = quotation.closing
    return mark is not None and mark.glyph == "open" and mark.last


def mended(case: Case, quotation: Quotation, original: str | None) -> str | None:
    """The stretch from the quotation's outer start to its outer end with both marks, None where none can be told.

    `original` is the English it stands for. A mark that is missing is set where the English has it, by whole
    sentences, before an attribution that was swallowed, or behind the colon that introduces the quotation.
    """
    start, end = quotation.start, quotation.end
    own = [case.sentences[row] for row in touched(case.sentences, start, end)]
    extent = _extent(case, original) if original else None
    if quotation.closing is None and quotation.opening is not None:
        place = speech.swallowed(quotation, case.target_language)
        if place is not None:
            end = place[0]
        elif len(own) > 1 if extent is None else not extent.ends:
            return None
        elif extent and len(own) > extent.sentences:
            end = own[extent.sentences - 1].end
    elif quotation.opening is None:
        colon = quotation.text.rfind(": ")
        if extent and extent.begins:
            start = max(start, own[-min(extent.sentences, len(own))].start) if own else start
        elif extent and extent.introduced and colon >= 0:
            start += colon + 2
        elif extent and extent.introduced and case.text[:start].rstrip()[-1:] == ":":
            pass
        elif extent or len(own) > 1:
            return None
    before, after = case.text[quotation.start : start], case.text[end : quotation.end]
    said = case.text[start:end].strip()
    return f"{before}“{said}”{' ' if after.strip() else ''}{after.strip()}"


def _extent(case: Case, original: str) -> Extent:
    if case.original is None or case.kind != "full":
        return Extent(len(split(original, case.source_language)), True, True)
    assert case.source is not None
    text = case.original.text
    there = case.source.once(first_of_text).get(original)
    rows = touched(case.original_sentences, there.start, there.end) if there else ()
    own = [case.original_sentences[row] for row in rows]
    if there is None or not own:
        return Extent(len(split(original, case.source_language)), True, True)
    before, after = text[own[0].start : there.outer_start], text[there.outer_end : own[-1].end]
    return Extent(
        len(own),
        not any(c.isalnum() for c in before),
        not any(c.isalnum() for c in after),
        before.rstrip()[-1:] in (":", ","),
    )
