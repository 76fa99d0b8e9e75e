"""Direct speech whose marks are gone, and marks that tear a clause: what an article shows without an original.

Reported speech has no first person in the newsroom's own text. Where one stands in a sentence that somebody is said to
say (`Kami siap, kata Budi`, `Budi menjawab: Saya tidak tahu`), its marks are gone, unless the article itself speaks
in that person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.languages.interface import Language
from mtaudit.quotes.find import quotations
from mtaudit.text import Reading, Stretches, Word, cut, words

FEWEST = 3  # words of a quotation that a mark may tear
_ANY_MARK = re.compile(r"[\"“”„«»‘]|''|``|(?<!\w)['’]|['’](?!\w)|&\w+;")


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A sentence of direct speech without marks, from `start` to `end`; `first`: in the first person."""

    start: int
    end: int
    first: bool


def unmarked(reading: Reading) -> tuple[Unmarked, ...]:
    """Direct speech without marks, in order; nothing of a person in which the article itself speaks."""
    return reading.once(_unmarked)


def _unmarked(reading: Reading) -> tuple[Unmarked, ...]:
    speech = reading.language.speech
    return tuple(
        sorted(
            (*_of_person(reading, speech.speaking, True), *_of_person(reading, speech.addressing, False)),
            key=lambda found: (found.start, not found.first),
        )
    )


def _of_person(reading: Reading, person: frozenset[str], first: bool) -> list[Unmarked]:
    quoted = Stretches((q.outer_start, q.outer_end) for q in quotations(reading).outer)
    found: list[Unmarked] = []
    near: set[int] = set()  # paragraphs in which such speech may go on
    others: list[int] = []  # paragraphs in which that person stands outside speech
    for sentence, part in zip(reading.sentences, reading.parts, strict=True):
        if quoted.touch(sentence.start, sentence.end) or _ANY_MARK.search(part.text):
            continue
        pieces = words(part, "pieces")
        end = _spoken(pieces, person, reading.language)
        if end is not None:
            found.append(Unmarked(sentence.start, sentence.start + end, first))
            near |= {sentence.paragraph, sentence.paragraph + 1}
        elif any(piece.low in person for piece in pieces):
            others.append(sentence.paragraph)
    strange = [paragraph for paragraph in others if paragraph not in near]
    return found if len(strange) < max(1, len(found)) and not (found and strange and strange[0] < min(near)) else []


def _spoken(pieces: Sequence[Word], person: frozenset[str], language: Language) -> int | None:
    """Where the sentence's attribution begins behind such speech, or its end where it stands before; else None."""
    speech = language.speech
    before = speech.verbs - speech.after_quote - set(speech.fused)
    for k in range(1, len(pieces) - 1):
        here, after = pieces[k], pieces[k + 1]
        says = here.text == "," and k > 1 and after.text in speech.after_quote | set(speech.fused)
        if says and _speaker(pieces[k + 1 :], language):
            if any(_stands(pieces, i, person, language) for i in range(k)):
                return here.end
            continue
        if here.text in ",:" and pieces[k - 1].low in before and after.low in person & speech.speaking:
            said = pieces[k - 1].low
            own = any(piece.low in speech.speaking | speech.leads | speech.like for piece in pieces[: k - 1])
            if not said.startswith(speech.passives or ("\0",)) and (here.text == ":" or not own):
                return pieces[-1].end
    return None


def _speaker(pieces: Sequence[Word], language: Language) -> bool:
    """Whether a verb behind speech has somebody for its subject, and that not the article itself: `kata Budi`."""
    speech = language.speech
    verb, behind = pieces[0], pieces[1:]
    if any(piece.low in speech.speaking | speech.addressing for piece in behind):
        return False
    if verb.text in speech.fused:
        return True
    if not behind or behind[0].mark:
        return False
    return verb.text not in speech.ambiguous or behind[0].text[0].isupper() or behind[0].low in speech.pronouns


def _stands(pieces: Sequence[Word], at: int, person: frozenset[str], language: Language) -> bool:
    """Whether a word of that person stands at `at`, not as whom something is told to."""
    return pieces[at].low in person and not (at and pieces[at - 1].low in language.speech.addressed)


def torn(reading: Reading) -> Iterator[tuple[int, int]]:
    """Quotations that a mark closes in the middle of a clause: `“Kami tidak akan menyerah, dan kami dan” terus ...`.

    The last word can't end a sentence, no mark stands behind it, and the sentence goes on.
    """
    stops = reading.language.stops
    last_ones = stops.cannot_end - stops.adverbs
    for quotation in quotations(reading).outer:
        if quotation.opening is None or quotation.closing is None:
            continue
        inside = cut(quotation.text, "written")
        goes_on = re.match(r" [a-z]", reading.text[quotation.outer_end : quotation.outer_end + 2])
        if sum(word.text[0].isalnum() for word in inside) < FEWEST or not goes_on or inside[-1].text not in last_ones:
            continue
        if not all(word.text[0].isupper() or word.low in last_ones for word in inside if word.text[0].isalpha()):
            yield quotation.outer_start, quotation.outer_end
