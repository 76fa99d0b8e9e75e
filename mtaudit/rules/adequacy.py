"""Adequacy rules: everything of the original is there, nothing else is, and all of it in the right language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from mtaudit.adequacy import evidence, junk
from mtaudit.adequacy.by_name import stands_by_name
from mtaudit.adequacy.gaps import Gap, gaps, moved
from mtaudit.adequacy.leftovers import leftovers
from mtaudit.adequacy.missing import belongs_at, omitted, shortened
from mtaudit.case import Case
from mtaudit.model import Finding, Severity
from mtaudit.reader.missing import behind
from mtaudit.rules import meaning
from mtaudit.rules.adequacy_rule import AdequacyRule
from mtaudit.rules.clause import weighty
from mtaudit.rules.findings import finding
from mtaudit.rules.numbers import kept
from mtaudit.rules.registry import Rule
from mtaudit.surface.foreign import untranslated
from mtaudit.surface.left_in import left_in
from mtaudit.text import Stretches

# Thresholds: none of them flags more than one in 200 of the human translations in NTREX-128 (docs/adequacy.md).
# (content words, share of content carried, either way, below which such a sentence says something else): of 5,857 human
# sentence pairs (NTREX-128, FLORES dev, TICO-19, PUD, BBC) none is flagged, of random pairs 84 to 98 %.
OTHER_CONTENT = ((8, 0.15), (4, 0.05))
ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"'”’»]$")


class OmittedSentence(AdequacyRule):
    """Finds a sentence of the original that nothing in the translation stands for."""

    code = "ADQ401"
    faults_break = True
    name = "omitted-sentence"
    why = "What was left out can turn the story round, and no reader of the translation can notice."
    example = ("The minister resigned on Monday. His party welcomed the decision.", "Menteri itu mundur pada Senin.")
    yields_to = ("QUO213",)

    def check(self, case: Case) -> Iterator[Finding]:
        for gap in omitted(case):
            if gap.whole:
                yield finding(
                    self,
                    case,
                    [],
                    "A sentence of the original is missing.",
                    original=_original(case, gap),
                    confidence=0.8,
                    evidence="original",
                    anchor=belongs_at(case, gap.at),
                )


class OmittedPassage(AdequacyRule):
    """Finds a translated sentence in which a clause of the original is missing."""

    code = "ADQ402"
    faults_break = True
    name = "omitted-passage"
    why = "A sentence that stops short of its original reads well and leaves out what was said."
    example = (
        "The minister resigned on Monday after weeks of protests over rising food prices in the capital.",
        "Menteri itu mundur pada hari Senin.",
    )
    yields_to = ("ADQ407",)

    def check(self, case: Case) -> Iterator[Finding]:
        for gap in omitted(case):
            if not gap.around or not gap.source or stands_by_name(case, *gap.source):
                continue
            if not kept(case).hold(*gap.source):
                held = weighty(case, *gap.source)
                of = f", with {' and '.join([', '.join(held[:-1])] * (len(held) > 1) + [held[-1]])}" if held else ""
                yield finding(
                    self,
                    case,
                    [],
                    f"Nothing stands for “{_original(case, gap)}”{of}.",
                    original=_original(case, gap),
                    confidence=min(1.0, gap.words / 8),
                    evidence="original",
                    anchor=behind(case, gap.at, gap.source[0]),
                )


class ShortenedArticle(AdequacyRule):
    """Finds an article that was shortened: what is missing is told once, with the longest passage of it."""

    code = "ADQ413"
    faults_break = True
    name = "shortened-article"
    why = (
        "A summary, or an article that was cut, is no translation of its original. It may be meant so; then what "
        "matters is that what was left says nothing else."
    )
    example = (
        "The minister resigned on Monday. The opposition had demanded this for weeks. Prices of rice and oil have "
        "doubled since spring. The central bank raised its interest rate twice. Farmers blocked the roads of the "
        "capital with tractors.",
        "Menteri itu mundur pada Senin.",
    )
    gathers_missing = True

    def check(self, case: Case) -> Iterator[Finding]:
        found = shortened(case)
        if found is None:
            return
        assert case.original is not None
        share, gone = 100 * found.share, len(found.gone)
        message = f"The translation carries {share:.0f} % of its original."
        if gone:
            whole = len(case.original_sentences)
            message = f"The translation carries {share:.0f} % of its original: {gone} of {whole} sentences are missing."
        start, end = found.longest or (None, None)
        yield finding(
            self,
            case,
            [],
            message,
            original=case.original.text[start:end] if found.longest else None,
            evidence="original",
            anchor=None if found.at is None else belongs_at(case, found.at),
        )


class AddedText(AdequacyRule):
    """Finds a sentence or a long passage that nothing in the original stands for."""

    code = "ADQ403"
    name = "added-text"
    why = "Text that no source backs was made up by the machine, or strayed in from another page."
    example = (
        "The minister resigned.",
        "Menteri itu mundur. Cuaca di pegunungan utara diperkirakan cerah sepanjang akhir pekan depan.",
    )

    def check(self, case: Case) -> Iterator[Finding]:
        for gap in gaps(case):
            if gap.target and gap.source is None:
                sure = 1.0 if gap.whole else 0.7
                message = f"Nothing in the original stands for this {'sentence' if gap.whole else 'passage'}."
                original = case.original.text[slice(*gap.around)] if gap.around and case.original else None
                yield finding(
                    self, case, [gap.target], message, original=original, confidence=sure, evidence="original"
                )


class UntranslatedSentence(AdequacyRule):
    """Finds a sentence that was left in the source language."""

    code = "ADQ404"
    name = "untranslated-sentence"
    why = "The reader gets the original in place of a translation."
    example = ("He said that it would be over soon.", "He said that it would be over soon.")

    def check(self, case: Case) -> Iterator[Finding]:
        for index, sentence in enumerate(case.sentences):
            if untranslated(case.target.parts[index]):
                message = f"The sentence stands in {case.source_language.name}."
                original = evidence.original_of(case, index)
                yield finding(self, case, [(sentence.start, sentence.end)], message, original=original)


class ThirdLanguage(AdequacyRule):
    """Finds a sentence in a language that is neither the original's nor the translation's."""

    code = "ADQ405"
    name = "third-language"
    why = "A sentence in a third language came from somewhere else."
    example = ("She left.", "Ella se marchó muy temprano por la mañana sin decir nada.")

    def check(self, case: Case) -> Iterator[Finding]:
        for sentence, reading in zip(case.sentences, case.target.parts, strict=True):
            if junk.strayed_in(reading) and not (case.original and sentence.text.lower() in case.original.text.lower()):
                message = f"The sentence is neither in {case.target_language.name} nor in {case.source_language.name}."
                yield finding(self, case, [(sentence.start, sentence.end)], message, confidence=0.8)


class SubtitleJunk(AdequacyRule):
    """Finds phrases that translators learn from subtitles and web pages: `(tepuk tangan)`, `Terjemahan oleh`."""

    code = "ADQ406"
    name = "subtitle-junk"
    why = "Such phrases are made up where the machine had nothing to say."
    example = ("She left the room.", "Ia keluar dari ruangan. (tepuk tangan)")

    def check(self, case: Case) -> Iterator[Finding]:
        if case.source is None or not any(junk.subtitle_junk(case.source)):
            for span in junk.subtitle_junk(case.target):
                yield finding(self, case, [span], "A phrase of subtitles or a web page.", suggestion="leave it out")


class Truncated(AdequacyRule):
    """Finds a sentence that breaks off: no stop at its end, and the end of the original is missing."""

    code = "ADQ407"
    faults_break = True
    name = "truncated-sentence"
    why = "The translation stops in mid-sentence; what followed is lost."
    example = ("They left the city because of the floods.", "Mereka meninggalkan kota karena")

    def check(self, case: Case) -> Iterator[Finding]:
        told = set()
        for _, link, _, there, cover in evidence.pairs(case):
            assert case.original is not None
            source = case.original.text[slice(*there)]
            last = case.sentences[link.target[-1]]
            if (
                not ENDS.search(last.text)
                and ENDS.search(source.rstrip())
                and (cover.tail_lost or evidence.hangs(case, link.target[-1]))
            ):
                told.add(link.target[-1])
                lost = source[cover.lost.start : cover.lost.end]
                yield self.told(case, link.target[-1], source, lost if cover.tail_lost else "")
        final = len(case.sentences) - 1
        if final >= 0 and final not in told and evidence.hangs(case, final):
            yield self.told(case, final, evidence.original_of(case, final))

    def told(self, case: Case, row: int, original: str | None, lost: str = "") -> Finding:
        """The finding on sentence `row`, where `lost` of the original is known to be missing."""
        sentence = case.sentences[row]
        evidence = "original" if original else "translation"
        message = f"The sentence breaks off: nothing stands for “{lost}”." if lost else "The sentence breaks off."
        return finding(self, case, [(sentence.start, sentence.end)], message, original=original, evidence=evidence)  # type: ignore[arg-type]


class OtherContent(AdequacyRule):
    """Finds a sentence that shares next to nothing with the original sentence in its place."""

    code = "ADQ408"
    name = "other-content"
    why = "The sentence says something else: it was made up, or stands in the place of another."
    example = (
        "Voters in the northern province elected a new governor after a long and bitter campaign.",
        "Harga minyak mentah dunia turun tajam akibat kelebihan pasokan dari negara-negara Teluk.",
    )

    def check(self, case: Case) -> Iterator[Finding]:
        for gap in gaps(case):
            if gap.target and gap.source:
                message = "This stands in the place of something else."
                original = _original(case, gap)
                yield finding(self, case, [gap.target], message, original=original, confidence=0.8, evidence="original")
        for _, link, here, there, cover in evidence.pairs(case):
            assert case.original is not None
            source = case.original.text[slice(*there)]
            words, share = min(cover.original_terms, cover.translation_terms), max(cover.original, cover.translation)
            if not any(words >= n and share < least for n, least in OTHER_CONTENT):
                continue
            if evidence.back_translation_agrees(case, link, source):
                continue
            if any(untranslated(case.target.parts[i]) for i in link.target):
                continue
            message = "The sentence shares next to nothing with its original."
            yield finding(self, case, [here], message, original=source, confidence=0.7, evidence="original")


class UntranslatedWords(AdequacyRule):
    """Finds common words of the original copied into a translated sentence, where the language has its own word."""

    code = "ADQ409"
    name = "untranslated-words"
    severity: ClassVar[Severity] = "minor"
    why = "A word left in English in the middle of a sentence was not translated; not every reader knows it."
    example = ("He came with his eldest son.", "Ia datang with putra sulungnya.")

    def check(self, case: Case) -> Iterator[Finding]:
        quoted = [(q.start, q.end) for q in case.quotes if q.start is not None and q.end is not None]
        told = Stretches((*quoted, *((left.start, left.end) for left in left_in(case.target))))
        for link in case.links if case.kind == "full" else ():
            if not link.target or not link.source or case.original is None:
                continue
            assert case.source is not None
            source = case.original.text[slice(*evidence.source_span(case, link))]
            originals = [case.source.parts[i] for i in link.source]
            for row in link.target:
                sentence = case.sentences[row]
                if untranslated(case.target.parts[row]):
                    continue
                found = list(leftovers(case.target.parts[row], originals, case.pair))
                spans = [(sentence.start + word.start, sentence.start + word.end) for word in found]
                fresh = [not told.touch(start, start + 1) for start, _ in spans]
                found = [word for word, is_fresh in zip(found, fresh, strict=True) if is_fresh]
                spans = [span for span, is_fresh in zip(spans, fresh, strict=True) if is_fresh]
                if spans:
                    words = ", ".join(f"“{word.text}”" for word in found)
                    message = f"Left in {case.source_language.name}: {words}."
                    yield finding(
                        self, case, spans, message, original=source, suggestion=found[0].own, evidence="original"
                    )


class MovedPassage(AdequacyRule):
    """Finds a passage that stands at another place in the original."""

    code = "ADQ410"
    name = "moved-passage"
    severity: ClassVar[Severity] = "minor"
    why = "Machines keep the order of the original: what stands elsewhere was moved by hand, or by a slip of the page."
    example = (
        "The minister resigned on Monday. His party met. Prices had risen for weeks. The opposition wants a vote.",
        "Oposisi menginginkan pemungutan suara. Menteri itu mundur pada Senin. Partainya bertemu. Harga naik "
        "selama berminggu-minggu.",
    )

    def check(self, case: Case) -> Iterator[Finding]:
        for here, there in moved(case):
            assert case.original is not None
            message = "The original has this at another place."
            yield finding(self, case, [here], message, original=case.original.text[slice(*there)], evidence="original")


def _original(case: Case, gap: Gap) -> str | None:
    return case.original.text[slice(*gap.source)] if gap.source and case.original else None


RULES: list[type[Rule]] = [
    OmittedSentence,
    OmittedPassage,
    ShortenedArticle,
    AddedText,
    UntranslatedSentence,
    ThirdLanguage,
    SubtitleJunk,
    Truncated,
    OtherContent,
    UntranslatedWords,
    MovedPassage,
    *meaning.RULES,
]
