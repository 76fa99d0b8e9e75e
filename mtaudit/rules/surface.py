"""Surface faults: what an editor sees before reading. None needs the original; where it has the same, it excuses.

Every slip is told at its own place: whoever corrects the text goes from one to the next. A score counts a habit once
(`scoring.HABITS`), and reports for people tell it in one finding (`rendering.habits`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from mtaudit.case import Case
from mtaudit.estimation.counts import load as load_counts
from mtaudit.model import Finding, Severity
from mtaudit.quotes.find import quotations
from mtaudit.rules import left_in
from mtaudit.rules.findings import finding
from mtaudit.rules.registry import Rule
from mtaudit.rules.surface_rule import SurfaceRule, in_original
from mtaudit.surface import encoding, furniture, glued, nonwords, repeats, spacing
from mtaudit.surface.furniture import on_site
from mtaudit.surface.wire import in_copy
from mtaudit.text import cut, words


class HyphenGap(SurfaceRule):
    """Finds a space beside the hyphen of a reduplicated word: `satu -satunya`."""

    code = "SUR501"
    mend = "safe"
    name = "reduplication-gap"
    why = "Indonesian writes reduplications as one word with a hyphen; the gap is a machine's and stands on every page."
    example = ("its only purpose", "tujuan satu -satunya")

    def check(self, case: Case) -> Iterator[Finding]:
        for slip in spacing.hyphen_gaps(case.text, case.target_language):
            message = "Space beside the hyphen of a reduplicated word."
            yield finding(self, case, [(slip.start, slip.end)], message, suggestion=slip.mend)

    def doubtful(self, finding: Finding) -> bool:
        """Two words of which neither holds the other may be a dash that lost a blank."""
        first, _, second = (finding.suggestion or "").lower().partition("-")
        return first not in second and second not in first


class JoinedSentences(SurfaceRule):
    """Finds two sentences run together without a space or a full stop between them."""

    code = "SUR502"
    mend = "safe"
    name = "joined-sentences"
    why = "Two sentences written as one word stop the reader, and hide which words belong to which source."
    example = ("he said. Quoting officials, ...", "dia menyebutkanMengutip para pejabat, ...")

    def check(self, case: Case) -> Iterator[Finding]:
        for slip in spacing.joined_sentences(case.text, case.target_language):
            if not in_original(case, case.text[slip.start : slip.end]):
                yield finding(self, case, [(slip.start, slip.end)], "Two sentences run together.", suggestion=slip.mend)


class RepeatedWords(SurfaceRule):
    """Finds a word or phrase that stands twice in a row where the original has it once."""

    code = "SUR503"
    mend = "likely"
    name = "repeated-words"
    why = "A word doubled by the machine reads as a slip of the pen, and at times hides a word that was lost."
    example = ("additional penalties", "hukuman tambahan tambahan")

    def check(self, case: Case) -> Iterator[Finding]:
        for index, (sentence, part) in enumerate(zip(case.sentences, case.target.parts, strict=True)):
            if repeats.loop(part):
                continue
            english = case.original_at(index)
            for repeat in () if english and repeats.repeats(english) else repeats.repeats(part):
                unit = repeat.unit
                if repeat.comma and (repeat.words < 4 or english is None):
                    continue  # people do say things twice, with a comma between, for emphasis
                if repeat.words <= 2 and any(w.text[0].isupper() for w in cut(unit, "chunks")):
                    continue  # Bora Bora, Duran Duran
                start, end = sentence.start + repeat.start, sentence.start + repeat.end
                yield finding(
                    self, case, [(start, end)], f"“{unit}” stands {_times(repeat.times)} in a row.", suggestion=unit
                )


class Loop(SurfaceRule):
    """Finds a sentence that runs in a circle: the same words three times and more."""

    code = "SUR504"
    name = "looping-sentence"
    severity: ClassVar[Severity] = "major"
    why = "A looping sentence is a translator that has lost its place: what stood there in the original is gone."
    example = ("The talks went on.", "Pembicaraan itu berlanjut dan berlanjut dan berlanjut dan berlanjut.")

    def check(self, case: Case) -> Iterator[Finding]:
        for index, (sentence, part) in enumerate(zip(case.sentences, case.target.parts, strict=True)):
            if span := repeats.loop(part):
                english = case.original_at(index)
                if english and repeats.loop(english):
                    continue
                yield finding(
                    self,
                    case,
                    [(sentence.start + span[0], sentence.start + span[1])],
                    "The sentence runs in a circle.",
                    original=english.text if english else None,
                )


class StandsTwice(SurfaceRule):
    """Finds a headline, paragraph or long sentence that stands twice in the article."""

    code = "SUR505"
    name = "stands-twice"
    why = "Text that stands twice is left over from the page it was taken from, or a sentence overwritten by another."
    example = ("Talks begin in Geneva", "Perundingan dimulai di Jenewa\nPerundingan dimulai di Jenewa")

    def check(self, case: Case) -> Iterator[Finding]:
        excused = len(repeats.standing_twice(case.source)) if case.source and case.kind == "full" else 0
        again = repeats.headline_again(case.target) if not excused else None
        twice = repeats.standing_twice(case.target)[excused:]
        for first, later in [*twice, *([] if again is None else [(0, again)])]:
            if first and len(words(case.target.parts[first], "chunks")) < 5:
                continue  # short sentences recur: only a headline counts
            a, b = case.sentences[first], case.sentences[later]
            yield finding(
                self,
                case,
                [(b.start, b.end), (a.start, a.end)],
                "The headline stands twice." if first == 0 else "The same sentence stands twice.",
                suggestion="leave out the second",
            )


class StrayName(SurfaceRule):
    """Finds a sentence that is only the name of a medium or organisation, cut off from its attribution."""

    code = "SUR507"
    name = "stray-source-name"
    why = "A source name that dangles after a full stop was torn from its sentence: who reported what is unclear."
    example = ("he told Radio Free Europe.", "katanya. Radio Free Europe.")
    yields_to = ("QUO225",)

    def check(self, case: Case) -> Iterator[Finding]:
        original = {s.text.rstrip(".").lower() for s in case.original_sentences}
        for stray in furniture.stray_names(case.target):
            if stray.text.rstrip(".").lower() not in original:
                yield finding(self, case, [(stray.start, stray.end)], "A name stands alone, cut off from its sentence.")


class SiteFurniture(SurfaceRule):
    """Finds lines of the web site in the article, told once a kind: labels, read-more lines, notices, credits, spam."""

    code = "SUR508"
    judges_site = True
    name = "site-furniture"
    why = "Such lines are no part of the article; spam among them would be published under the newsroom's name."
    example = ("(nothing)", "Baca juga: Lima fakta yang belum Anda ketahui")

    def check(self, case: Case) -> Iterator[Finding]:
        what = {
            "section": "A section label of the site",
            "furniture": "A line of the site",
            "headline": "A headline of another article",
            "spam": "Link spam",
        }
        found: dict[str, list[tuple[int, int]]] = {}
        for line in furniture.site_lines(case.target):
            if not in_original(case, case.text[line.start : line.end]) and not in_copy(
                case.target, line.start, line.end
            ):
                found.setdefault(line.kind, []).append((line.start, line.end))
        for kind, spans in found.items():
            again = f", {len(spans)} times" if len(spans) > 1 else ""
            yield finding(self, case, spans, f"{what[kind]} stands in the article{again}.", suggestion="leave it out")


class Spacing(SurfaceRule):
    """Finds spaces before punctuation marks, doubled marks and doubled spaces."""

    code = "SUR509"
    mend = "safe"
    name = "spacing"
    why = "Loose marks look careless and break search and line breaking."
    example = ("he said.", "katanya .")

    def check(self, case: Case) -> Iterator[Finding]:
        for found in (*spacing.loose_punctuation(case.text, case.target_language), *_loose_marks(case)):
            if not on_site(case.target, found.start, found.end):
                slip = spacing.with_words(case.text, found)
                message = "Loose spacing or a doubled mark."
                yield finding(self, case, [(slip.start, slip.end)], message, suggestion=slip.mend)

    def doubtful(self, finding: Finding) -> bool:
        """A quotation mark may look the wrong way, or stand for one that was lost."""
        return any(mark in (finding.text or "") for mark in '"“”„«»‘’')


class SmallLetter(SurfaceRule):
    """Finds a small letter behind a full stop, or at the beginning of a paragraph."""

    code = "SUR511"
    mend = "likely"
    name = "small-letter"
    why = "Either the full stop is stray or the capital is missing: the reader stumbles over where the sentence begins."
    example = ("The road was closed. Officers came.", "Jalan ditutup untuk umum. petugas datang.")

    def check(self, case: Case) -> Iterator[Finding]:
        for slip in spacing.small_starts(case.text, case.target_language):
            if not in_original(case, case.text[slip.start : slip.end]):
                message = "Small letter behind a full stop."
                yield finding(self, case, [(slip.start, slip.end)], message, suggestion=slip.mend)


class StandardSpelling(SurfaceRule):
    """Finds words written together or apart against the spelling rules: `dimana`, `di tunda`."""

    code = "SUR512"
    mend = "safe"
    name = "written-together"
    why = "Every style guide asks for it: `di` before a place stands alone, before a verb it is part of the word."
    example = ("The match was postponed.", "Pertandingan itu di tunda.")

    def check(self, case: Case) -> Iterator[Finding]:
        for slip in spacing.unruly(case.text, case.target_language):
            message = "Written together or apart against the rules."
            yield finding(self, case, [(slip.start, slip.end)], message, suggestion=slip.mend)


class TornSentence(SurfaceRule):
    """Finds a sentence that ends on a word that can't end one, as in `menolak usulan yang`."""

    code = "SUR513"
    name = "torn-sentence"
    severity: ClassVar[Severity] = "major"
    faults_break = True
    why = "What the sentence was to say is gone, or stands where it doesn't belong."
    example = ("He refused the proposal that came late.", "Ia menolak usulan yang. Rapat ditutup.")

    def check(self, case: Case) -> Iterator[Finding]:
        stops = case.target_language.stops
        for sentence in case.sentences:
            last = re.search(r"(?<=[\w,] )([a-z]+)\.$", sentence.text)
            if last and last.group(1) in stops.cannot_end - stops.adverbs:
                start = sentence.start + last.start()
                message = f"The sentence breaks off after “{last.group(1)}”."
                yield finding(self, case, [(start, sentence.end)], message)


class GluedWords(SurfaceRule):
    """Finds words written as one without a blank between them: `Bremstedmengenakan`, `orangorang`."""

    code = "SUR514"
    mend = "safe"
    name = "glued-words"
    why = "The reader takes it for a word that he doesn't know, and search finds neither."
    example = ("the suspect admitted", "pelakunyamengakui perbuatannya")

    def check(self, case: Case) -> Iterator[Finding]:
        counts = load_counts(case.target_language.code)
        for slip in glued.glued_words(case.target, counts.together) if counts else ():
            if not in_original(case, case.text[slip.start : slip.end]):
                message = f"“{case.text[slip.start : slip.end]}” is several words without a blank."
                yield finding(self, case, [(slip.start, slip.end)], message, suggestion=slip.mend)


class NonWords(SurfaceRule):
    """Finds words of no language: half translated, as `fotosphere`, or a letter from a common word, as `watawan`."""

    code = "SUR522"
    mend = "likely"
    name = "non-word"
    why = (
        "A translator makes such words of pieces where it doesn't know one; readers stop, and search doesn't find them."
    )
    example = ("the photosphere of the sun", "lapisan fotosphere matahari")
    yields_to = ("SUR514", "SUR520")

    def check(self, case: Case) -> Iterator[Finding]:
        counts = load_counts(case.target_language.code)
        for word in nonwords.nonwords(case.target, counts.numbers) if counts else ():
            if not in_original(case, word.text):
                meant = f"; “{word.meant}” is one letter away" if word.meant else ""
                message = f"“{word.text}” is no word{meant}."
                yield finding(self, case, [(word.start, word.end)], message, suggestion=word.meant or None)


class Encoding(SurfaceRule):
    """Finds letters broken by a wrong decoding, and HTML that was left in the text."""

    code = "SUR510"
    mend = "safe"
    judges_fields = True
    name = "broken-encoding"
    why = "Readers see rubbish in place of letters; names broken so can no longer be found."
    example = ("the café", "kafÃ© itu")

    def check(self, case: Case) -> Iterator[Finding]:
        broken = [s for s in encoding.mojibake(case.text) if not in_original(case, case.text[s.start : s.end])]
        if broken:
            spans = [(s.start, s.end) for s in broken]
            mend = broken[0].mend or None
            yield finding(self, case, spans, "Letters broken by a wrong decoding.", severity="major", suggestion=mend)
        told = any(q.marks == "escaped" for q in case.quotes)  # those stand in the quotations' findings
        left = [s for s, mark in encoding.entities(case.text) if not (mark and told)]
        left = [s for s in left if not in_original(case, case.text[s.start : s.end])]
        if left:
            spans = [(s.start, s.end) for s in left]
            yield finding(self, case, spans, "HTML was left in the text.", suggestion=left[0].mend or None)


def _loose_marks(case: Case) -> Iterator[spacing.Slip]:
    """Blanks right inside the quotation marks."""
    for quotation in quotations(case.target).outer:
        start, end = quotation.outer_start, quotation.outer_end
        text = case.text[start:end]
        before, after = case.text[:start][-1:], case.text[end:][:1]
        if quotation.opening and not before.strip(" \n(") and (blank := re.match(r"\W[ \u00a0]+(?=\w)", text)):
            yield spacing.Slip(start, start + blank.end(), text[0])
        if quotation.closing and not after.isalnum() and (blank := re.search(r"(?<=[\w.,!?])[ \u00a0]+\W$", text)):
            yield spacing.Slip(start + blank.start(), end, text[-1])


def _times(n: int) -> str:
    return "twice" if n == 2 else f"{n} times"


RULES: list[type[Rule]] = [
    HyphenGap,
    JoinedSentences,
    RepeatedWords,
    Loop,
    StandsTwice,
    StrayName,
    SiteFurniture,
    Spacing,
    SmallLetter,
    StandardSpelling,
    TornSentence,
    GluedWords,
    NonWords,
    Encoding,
    *left_in.RULES,
]
