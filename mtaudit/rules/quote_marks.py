"""Rules on quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtaudit.case import Case
from mtaudit.model import Finding, QuoteVerdict
from mtaudit.quotes.find import quotations
from mtaudit.quotes.mend import left_over, mended
from mtaudit.quotes.quotation import Quotation
from mtaudit.quotes.sides import overlapping
from mtaudit.quotes.unmarked import torn, unmarked
from mtaudit.rules.findings import finding
from mtaudit.rules.quote_rule import QuoteRule, count, cut, read, spans, weight
from mtaudit.text import cut as cut_text

TYPED = frozenset({"''", "``"})  # marks as a typewriter or TeX has them
SAID = 4  # words from which what stands between marks is speech rather than a term


class MarksLost(QuoteRule):
    """Finds quotations whose marks are gone, so that the newsroom says in its own voice what another said."""

    code = "QUO201"
    name = "quote-marks-lost"
    why = "Without its marks a quotation becomes the paper's own claim."
    example = ('It was the "settled law of the land".', "Itu adalah hukum negara yang mapan.")

    def check(self, case: Case) -> Iterator[Finding]:
        for verdict in case.quotes:
            if verdict.marks == "lost" and verdict.start is not None:
                message = f"The original quotes this (“{cut(verdict.original)}”); the quotation marks are gone."
                yield finding(
                    self,
                    case,
                    spans(verdict),
                    message,
                    severity=weight(verdict),
                    original=verdict.original,
                    suggestion=f"“{verdict.found}”" if len(verdict.found or "") < 200 else None,
                    confidence=0.9,
                    evidence="original",
                )


class MarksEscaped(QuoteRule):
    """Finds HTML entities, or two apostrophes, where quotation marks belong: `&quot;Halo&quot;`, `''Halo''`."""

    code = "QUO202"
    mend = "safe"
    name = "quote-marks-escaped"
    severity = "minor"
    why = "Readers see the code instead of the marks."
    example = ('"Hello," she said.', "&quot;Halo,&quot; katanya.")

    def check(self, case: Case) -> Iterator[Finding]:
        own = [mark for q in read(case).outer for mark in (q.opening, q.closing) if mark is not None]
        for what, marks in (
            ("HTML code", [mark for mark in own if mark.escaped]),
            ("Two apostrophes or backticks", [mark for mark in own if mark.text in TYPED]),
        ):
            if marks:
                often = "once" if len(marks) == 1 else f"{len(marks)} times"
                yield finding(
                    self,
                    case,
                    [(mark.start, mark.end) for mark in marks],
                    f"{what} instead of a quotation mark, {often}.",
                    suggestion='"',  # it opens and closes, whichever side a mark stands on
                )


class MarksUnbalanced(QuoteRule):
    """Finds quotations of which one mark is missing, doubled or left over."""

    code = "QUO203"
    mend = "likely"
    faults_break = True
    name = "quote-marks-unbalanced"
    severity = "minor"
    why = "A reader can't tell where the speaker's words begin or end."
    example = ('"We won," he said.', '"Kami menang, katanya.')

    def check(self, case: Case) -> Iterator[Finding]:
        reading = read(case)
        places = {q.start: q for q in reading.outer}
        for verdict in case.quotes:
            quotation = places.get(verdict.start) if verdict.start is not None else None
            if verdict.marks != "unbalanced" or quotation is None:
                continue
            mend = mended(case, quotation, verdict.original)
            if left_over(case, quotation, verdict.original):
                message, mend = "This quotation mark is left over: delete it.", quotation.text
            elif "reversed" in quotation.faults:
                continue
            elif "doubled" in quotation.faults:
                message = "A quotation mark is typed twice."
            elif quotation.opening is None:
                message = "This quotation is closed but never opened."
            elif quotation.closing is None:
                message = "This quotation is opened but never closed."
            else:
                message, mend = "The marks of this quotation are not those of the original.", None
            if verdict.original is None and not _marks_matter(case, quotation):
                continue
            yield finding(
                self,
                case,
                [(quotation.outer_start, quotation.outer_end)],
                message,
                original=verdict.original,
                suggestion=mend if mend and len(mend) < 240 else None,
                confidence=0.9,
                evidence="original" if verdict.original else "translation",
            )


def _marks_matter(case: Case, quotation: Quotation) -> bool:
    """Whether a missing mark is a fault where no original tells: not in text of one sentence, cut out of an article."""
    return len(case.sentences) > 1 or "doubled" in quotation.faults


class MarksReversed(QuoteRule):
    """Finds quotation marks that point the wrong way or stand on the wrong side of the space."""

    code = "QUO204"
    mend = "safe"
    name = "quote-marks-reversed"
    severity = "minor"
    why = "Reversed marks turn the quotation inside out: the words between two quotations look quoted."
    example = ('"as long as it takes," said Hartati', "“selama diperlukan, “kata Hartati")

    def check(self, case: Case) -> Iterator[Finding]:
        originals = {v.start: v.original for v in case.quotes}
        for quotation in read(case).outer:
            original = originals.get(quotation.start)
            if {"reversed", "glyph"} & set(quotation.faults) and not left_over(case, quotation, original):
                mend = mended(case, quotation, original)
                yield finding(
                    self,
                    case,
                    [(quotation.outer_start, quotation.outer_end)],
                    "A quotation mark points the wrong way.",
                    suggestion=mend if mend and len(mend) < 240 else None,
                )


class MarksMoved(QuoteRule):
    """Finds quotation marks that enclose other words than in the original."""

    code = "QUO205"
    name = "quote-marks-moved"
    severity = "minor"
    why = "Words are shown as quoted that nobody said, and the quoted ones are not."
    example = ('there are no "rough areas"', 'tidak ada daerah "meskipun"')

    def check(self, case: Case) -> Iterator[Finding]:
        seen: dict[tuple[int, int], list[QuoteVerdict]] = {}
        for verdict in case.quotes:
            if verdict.marks == "moved" and verdict.start is not None and verdict.end is not None:
                seen.setdefault((verdict.start, verdict.end), []).append(verdict)
        for place, verdicts in seen.items():
            told = " and ".join(f"“{cut(v.original)}”" for v in verdicts)
            message = f"The marks stand around other words than {told}."
            worst = max(verdicts, key=lambda v: count(v.original))
            yield finding(
                self,
                case,
                [place],
                message,
                severity=weight(worst),
                original=worst.original,
                confidence=0.7,
                evidence="original",
            )


class SpeechUnmarked(QuoteRule):
    """Finds direct speech without quotation marks, by its first or second person: `Kami siap, kata Budi`."""

    code = "QUO206"
    name = "speech-unmarked"
    why = "Without marks the paper itself says “we”; which words were really said can't be told."
    example = ('"We are ready," Hartati said.', "Kami siap, kata Hartati.")
    yields_to = ("QUO201",)

    def check(self, case: Case) -> Iterator[Finding]:
        if case.kind == "full":
            return  # the original tells which words are quoted
        for first in (True, False):
            found = [(speech.start, speech.end) for speech in unmarked(case.target) if speech.first is first]
            if found:
                often = "" if len(found) == 1 else f", {len(found)} times"
                said = case.text[slice(*found[0])].rstrip(",")
                yield finding(
                    self,
                    case,
                    found,
                    f"Direct speech without quotation marks{often}: “{cut(said, 8)}”.",
                    severity="major" if first else "minor",
                    suggestion="set the marks, or report it in the third person",
                    confidence=0.9,
                )


class SpeechInvented(QuoteRule):
    """Finds reported speech of the original that the translation puts into quotation marks."""

    code = "QUO208"
    name = "speech-invented"
    why = "Words stand between marks that nobody is known to have said so."
    example = ("Smith said he was tired of the debate.", '"Saya lelah dengan perdebatan ini," kata Smith.')

    def check(self, case: Case) -> Iterator[Finding]:
        if case.kind != "full" or case.source is None:
            return
        quoted = {
            row for q in quotations(case.source).outer for row in overlapping(case.original_sentences, q.start, q.end)
        }
        for quotation, verdict in zip(*_own(case), strict=True):
            there = {
                s
                for row in overlapping(case.sentences, quotation.start, quotation.end)
                for s in case.source_of.get(row, ())
            }
            around = {near for row in there for near in (row - 1, row, row + 1)}
            whole = quotation.opening is not None and quotation.closing is not None
            if whole and there and verdict.speaker and count(quotation.text) >= SAID and not around & quoted:
                original = case.original_at(overlapping(case.sentences, quotation.start, quotation.end)[0])
                message = "The original reports this in its own words: it has no quotation here."
                place = (quotation.outer_start, quotation.outer_end)
                yield finding(
                    self,
                    case,
                    [place],
                    message,
                    original=original.text if original else None,
                    suggestion="report it without marks",
                    confidence=0.8,
                    evidence="original",
                )


def _own(case: Case) -> tuple[list[Quotation], list[QuoteVerdict]]:
    """Quotations that render none of the original, with their verdicts."""
    verdicts = {v.start: v for v in case.quotes if v.original is None}
    found = [q for q in read(case).outer if q.start in verdicts]
    return found, [verdicts[q.start] for q in found]


class ClauseTorn(QuoteRule):
    """Finds quotations that a mark closes in the middle of a clause: `“kami tidak akan menyerah dan” terus`."""

    code = "QUO207"
    name = "quote-torn"
    severity = "minor"
    why = "The mark stands at a wrong place: the speaker's words go on outside, or the paper's stand inside."
    example = ('"We will fight on," he said.', "“Kami akan” berjuang terus, katanya.")

    def check(self, case: Case) -> Iterator[Finding]:
        told = sorted(v.start for v in case.quotes if v.original is not None and v.start is not None)
        for start, end in torn(case.target):
            if bisect_left(told, start) == bisect_left(told, end):
                last = cut_text(case.text[start:end], "runs")[-1].text
                yield finding(self, case, [(start, end)], f"The quotation breaks off after “{last}”.", confidence=0.9)
