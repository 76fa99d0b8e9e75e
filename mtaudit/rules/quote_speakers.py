"""Rules on who is said to have said it."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.case import Case
from mtaudit.evidence.affinity import load as affinity
from mtaudit.model import Finding, QuoteVerdict
from mtaudit.names.spelling import fold
from mtaudit.quotes import nobody, speech
from mtaudit.quotes.attribute import named_outright, speakers
from mtaudit.quotes.find import quotations
from mtaudit.quotes.person import same_speaker
from mtaudit.quotes.quotation import Quotation
from mtaudit.quotes.words import cut
from mtaudit.rules.findings import finding
from mtaudit.rules.quote_rule import QuoteRule, read
from mtaudit.text import Reading, Stretches, touched, words
from mtaudit.text import cut as cut_text

NEXT = 4  # code points between a quotation and an attribution that is told already


class SpeakerLost(QuoteRule):
    """Finds sentences that say something was said, and when or where, but no longer by whom."""

    code = "QUO221"
    name = "speaker-lost"
    why = "A statement without its speaker can't be printed."
    example = ("Hartati said yesterday that ...", "Kemarin mengatakan bahwa ...")

    def check(self, case: Case) -> Iterator[Finding]:
        told = set()
        here = case.target
        for place in (
            *nobody.without_speaker(here),
            *nobody.unattributed(here),
            *nobody.unattributed_plain(here),
        ):
            told.add(place)
            yield finding(self, case, [place], "Nobody is named who says this.", confidence=0.9)
        if case.original is None or case.kind != "full":
            return
        quotations = {q.start: q for q in read(case).outer}
        near = Stretches((start, start + 1) for start, _ in told)
        for verdict in case.quotes:
            quotation = quotations.get(verdict.start) if verdict.start is not None else None
            was = verdict.original_speaker
            if quotation is None or verdict.speaker or not was or verdict.original is None or verdict.marks != "ok":
                continue
            if near.touch(quotation.outer_end - NEXT + 1, quotation.outer_end + NEXT) or _named_near(
                case, quotation, was
            ):
                continue
            if _attributed(case, verdict.original):
                message = f"The original has {was} say this; here nobody says it."
                place = (quotation.outer_start, quotation.outer_end)
                yield finding(
                    self, case, [place], message, original=verdict.original, confidence=0.7, evidence="original"
                )


def _named_near(case: Case, quotation: Quotation, speaker: str) -> bool:
    """Whether a speech verb, a pronoun that speaks, or a word of the speaker's name stands in the same paragraph."""
    lines = {case.sentences[row].paragraph for row in touched(case.sentences, quotation.start, quotation.end)}
    spoken = case.target_language.speech
    own = {w.strip(".").lower() for w in speaker.split() if len(w) > 2}
    telling = spoken.verbs | spoken.after_quote | set(spoken.fused) | spoken.according_to | own
    by_paragraph = case.target.once(_by_paragraph)
    return any(
        not quotation.start <= place < quotation.end
        for paragraph in lines
        for low in telling & by_paragraph[paragraph].keys()
        for place in by_paragraph[paragraph][low]
    )


def _by_paragraph(reading: Reading) -> dict[int, dict[str, list[int]]]:
    """Of each paragraph its words, in small letters -> where they stand."""
    found: dict[int, dict[str, list[int]]] = {}
    for sentence, part in zip(reading.sentences, reading.parts, strict=True):
        places = found.setdefault(sentence.paragraph, {})
        for token in cut(part):
            places.setdefault(token.text.lower(), []).append(sentence.start + token.start)
    return found


def _attributed(case: Case, original: str) -> bool:
    """Whether the original names the speaker right behind this quotation, beyond doubt."""
    assert case.source is not None
    return original in case.source.once(_attributed_texts)


def _attributed_texts(reading: Reading) -> frozenset[str]:
    told = zip(quotations(reading).outer, speakers(reading), strict=True)
    return frozenset(q.text for q, a in told if a and a.form == "after" and not a.pronoun)


NAMED = 0.7  # confidence where both sides name the speaker, and no pronoun has to be led back


class SpeakerChanged(QuoteRule):
    """Finds quotations that another speaker is named for than in the original."""

    code = "QUO222"
    name = "speaker-changed"
    why = "A quotation under the wrong name wrongs two people."
    example = ('"We won," said Hartati.', '"Kami menang," kata Wibowo.')

    def check(self, case: Case) -> Iterator[Finding]:
        if case.original is None or case.source is None or case.kind != "full":
            return
        here = dict(zip((q.start for q in read(case).outer), speakers(case.target), strict=True))
        english = quotations(case.source).outer
        there = {q.text: told for q, told in zip(english, speakers(case.source), strict=True)}
        names = [e.original for e in case.entities if e.original]
        starts = {q.text: q.start for q in english}
        clear_here = named_outright(case.target)
        clear_there = named_outright(case.source)
        told: set[tuple[str, str]] = set()
        for verdict in case.quotes:
            if not verdict.speaker or not verdict.original_speaker or verdict.original is None:
                continue
            said, was = here.get(verdict.start) if verdict.start is not None else None, there.get(verdict.original)
            if not said or not was or said.start is None or said.end is None:
                continue
            if same_speaker(verdict.speaker, verdict.original_speaker):
                continue
            if said.form != "after" or was.form != "after":
                named = said.start in clear_here and was.start in clear_there
                if named and _swapped(case, verdict.speaker, verdict.original_speaker, (said.start, said.end)):
                    yield self._finding(case, verdict, (said.start, said.end), f", not {verdict.speaker}", NAMED)
                continue
            if said.pronoun and not _last_named(case, case.text, said.start, verdict.speaker):
                continue
            if was.pronoun and not _last_named(
                case, case.original.text, starts[verdict.original], verdict.original_speaker
            ):
                continue
            if said.pronoun and (verdict.speaker, verdict.original_speaker) in told:
                continue  # it goes on under the wrong name
            told.add((verdict.speaker, verdict.original_speaker))
            other = any(same_speaker(verdict.speaker, name) for name in names)
            if other and _known(verdict.original_speaker, names):
                how = f"; here it reads as {verdict.speaker}'s" if said.pronoun else f", not {verdict.speaker}"
                sure = 0.6 if said.pronoun or was.pronoun else NAMED
                yield self._finding(case, verdict, (said.start, said.end), how, sure)

    def _finding(
        self, case: Case, verdict: QuoteVerdict, place: tuple[int, int], how: str, confidence: float
    ) -> Finding:
        return finding(
            self,
            case,
            [place],
            f"The original has {verdict.original_speaker} say this{how}.",
            original=verdict.original,
            severity="critical" if confidence >= NAMED else "major",
            suggestion=verdict.original_speaker,
            confidence=confidence,
            evidence="original",
        )


def _swapped(case: Case, here: str, there: str, place: tuple[int, int]) -> bool:
    """Whether two full names without a word in common are two people of this article, each side's text told of one."""
    assert case.source is not None
    names = [[w for w in _folded(name) if len(w) > 1] for name in (here, there)]
    if min(map(len, names)) < 2 or same_speaker(" ".join(names[0]), " ".join(names[1])):
        return False
    said = {word for _, _, word in case.source.once(_words)}
    elsewhere = {word for start, end, word in case.target.once(_words) if end <= place[0] or start >= place[1]}
    return any(set(name) <= words for name, words in zip(names, (said, elsewhere), strict=True))


def _words(reading: Reading) -> tuple[tuple[int, int, str], ...]:
    """The words of a text as names are compared, each with its place."""
    return tuple((word.start, word.end, fold(word.text)) for word in words(reading, "runs"))


def _folded(text: str) -> list[str]:
    return [fold(word.text) for word in cut_text(text, "runs")]


def _last_named(case: Case, text: str, at: int, speaker: str) -> bool:
    """Whether `speaker` is the person named last before `at`, so that a pronoun there can mean nobody else."""
    last, who = -1, ""
    for entity in case.entities:
        for name in (entity.original, entity.found):
            if entity.type == "PER" and name:
                place = max(text.rfind(part, 0, at) for part in {name, name.split()[-1]})
                if place > last:
                    last, who = place, name
    return last >= 0 and same_speaker(who, speaker)


def _known(name: str, names: list[str]) -> bool:
    return any(same_speaker(name, other) for other in names)


class SpeakerDoubled(QuoteRule):
    """Finds quotations attributed twice to the same speaker."""

    code = "QUO223"
    name = "speaker-doubled"
    severity = "minor"
    why = "The second attribution is a leftover of the machine, and often stands where a source should."
    example = ('"... ready," she said, according to a friend.', "“… siap,” ujarnya, menurut dia.")

    def check(self, case: Case) -> Iterator[Finding]:
        for first, second in speech.twice_attributed(case.target):
            message = f"Attributed twice: “{case.text[slice(*first)]}” and “{case.text[slice(*second)]}”."
            yield finding(self, case, [second, first], message, confidence=0.9)


class AttributionSwallowed(QuoteRule):
    """Finds attributions that have got inside the quotation marks."""

    code = "QUO224"
    name = "attribution-swallowed"
    why = "The speaker is made to quote himself, and nobody is left who says it."
    example = ('"crippled," Nugroho said.', "“lumpuh, kata Nugroho.")

    def check(self, case: Case) -> Iterator[Finding]:
        originals = {v.start: v.original for v in case.quotes}
        for quotation in read(case).outer:
            place = speech.swallowed(quotation, case.target_language)
            original = originals.get(quotation.start)
            if place is None or (quotation.closing is not None and original is None):
                continue
            if original and any(
                word.text.strip(".,").lower() in case.source_language.speech.verbs
                for word in cut_text(original, "chunks")
            ):
                continue
            message = f"“{case.text[slice(*place)]}” belongs outside the quotation marks."
            yield finding(self, case, [place], message, original=original, confidence=0.8)


class MediumDangling(QuoteRule):
    """Finds the name of a medium that stands alone behind an attribution, its preposition lost."""

    code = "QUO225"
    name = "medium-dangling"
    severity = "minor"
    why = "Where the speaker said it is the source; a name that hangs in the air credits nobody."
    example = ('"..." Hartati told the BBC yesterday.', "“…” kata Hartati kemarin. BBC.")

    def check(self, case: Case) -> Iterator[Finding]:
        to = min(case.target_language.speech.addressed, default="")
        for place in speech.dangling_media(case.target, affinity(case.pair)):
            name = case.text[slice(*place)].rstrip(".")
            message = f"“{name}” stands alone: say whom or what it was told to."
            yield finding(self, case, [place], message, suggestion=f"{to} {name}", confidence=0.9)
