"""What was left in the original's language, told with or without the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from mtaudit.adequacy.leftovers import own_word
from mtaudit.case import Case
from mtaudit.model import Finding
from mtaudit.quotes.attribute import speakers
from mtaudit.quotes.find import quotations
from mtaudit.reader.stretches import stretches
from mtaudit.rules.findings import finding
from mtaudit.rules.registry import Rule
from mtaudit.rules.surface_rule import SurfaceRule, in_original
from mtaudit.surface import foreign
from mtaudit.surface.accepted import borrowed
from mtaudit.surface.left_in import LeftIn, in_compound, left_in
from mtaudit.text import Stretches, cut

WHOLE = 0.6  # of a quotation's words, from which on it stands in the other language as a whole


class ForeignWords(SurfaceRule):
    """Finds a run of words of the source language left inside a translated sentence."""

    code = "SUR506"
    name = "foreign-words"
    why = (
        "Words left in English inside an Indonesian sentence were not translated; readers may not understand them. "
        "Major where what somebody said was left in English as a whole; mottoes and titles in marks pass."
    )
    example = (
        "They hold a meeting at the end of the week",
        "Mereka mengadakan sebuah pertemuan at the end of the week",
    )

    def check(self, case: Case) -> Iterator[Finding]:
        quoted = list(zip(quotations(case.target).outer, speakers(case.target), strict=True))
        starts = [quotation.start for quotation, _ in quoted]
        lines = {left.start for left in left_in(case.target) if left.kind == "line"}
        for index, (sentence, part) in enumerate(zip(case.sentences, case.target.parts, strict=True)):
            if foreign.untranslated(part) or sentence.start in lines:
                continue  # another rule's
            for run in foreign.foreign_runs(part):
                start, end = sentence.start + run.start, sentence.start + run.end
                if not run.telling:
                    continue
                at = bisect_right(starts, start) - 1
                quotation, by = quoted[at] if at >= 0 and start < quoted[at][0].end else (None, None)
                whole = quotation is not None and run.words >= WHOLE * len(cut(quotation.text, "spelled"))
                if (whole and by is None) or (quotation is None and _within_marks(case.text, start, end)):
                    continue  # a title, a phrase that is spoken of
                if case.original is not None:
                    start, end = foreign.copied(case.target, start, end, case.original.text)
                elif whole and quotation is not None:
                    start, end = quotation.start, quotation.start + len(quotation.text)
                text = case.text[start:end]
                message = f"{len(cut(text, 'chunks'))} words were left in {case.source_language.name}."
                yield finding(
                    self,
                    case,
                    [(start, end)],
                    f"The quotation stands in {case.source_language.name}." if whole else message,
                    severity="major" if whole else "minor",
                    original=text if in_original(case, text) else case.original_text_of(index),
                    confidence=1.0 if in_original(case, text) else 0.8,
                )


class LeftUntranslated(SurfaceRule):
    """Finds words, phrases and lines of the original's language that no Indonesian reader is used to."""

    code = "SUR520"
    mend = "likely"
    name = "left-untranslated"
    why = (
        "A word left in English was not translated; not every reader knows it. It is told by how often it stands in "
        "text of either language and by whether human translators keep it: loans, names, titles, quoted phrases pass. "
        "Major where translators always render it and Indonesian text hardly has it, where the reader takes it for a "
        "serious fault, and for whole lines."
    )
    example = ("They want better wages and shelter.", "Mereka menuntut wages yang lebih baik dan tempat tinggal.")

    def check(self, case: Case) -> Iterator[Finding]:
        quoted = Stretches((q.start, q.end) for q in case.quotes if q.start is not None and q.end is not None)
        serious = Stretches((s.start, s.end) for s in stretches(case) if s.serious)
        for left in left_in(case.target):
            if left.kind == "line" and quoted.touch(left.start, left.start + 1):
                continue
            loan = borrowed(left.text, *case.pair.languages[::-1])
            worse = (left.rendered and not loan) or serious.touch(left.start, left.end)
            single = left.kind == "word" and not in_compound(case.target, left)
            own = own_word(left.text.lower(), case.pair) if single else None
            yield finding(
                self,
                case,
                [(left.start, left.end)],
                _message(case, left, own),
                severity="major" if worse else "minor",
                suggestion=own,
                confidence=0.9 if left.rendered else 0.8,
            )


def _message(case: Case, left: LeftIn, own: str | None) -> str:
    language = case.source_language.name
    if left.kind == "line":
        return f"The line stands in {language}."
    if own:
        return f"“{left.text}” is {language}; {case.target_language.name} has “{own}”."
    return f"“{left.text}” is {language}."


def _within_marks(text: str, start: int, end: int) -> bool:
    """Whether quotation marks or brackets stand close around: a title, a quoted term, a gloss."""
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    return bool(re.search(r"[\"“‘'«(][^\"”’'»)\n]*$", before) and re.search(r"^[^\"“‘'«(\n]*[\"”’'»)]", after))


RULES: list[type[Rule]] = [ForeignWords, LeftUntranslated]
