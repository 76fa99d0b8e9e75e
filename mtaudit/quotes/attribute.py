"""Who is said to have said a quotation: the words around it that name the speaker, and where they stand.

Looked at in this order: right behind the quotation (`” kata X`, `," X said`, `, menurut X`), right before it
(`X mengatakan bahwa “`, `Menurut X, “`, `X: “`, `X menggambarkan ... sebagai “`), then the sentence around it, then
the last speaker named in the paragraph or the one before it. A pronoun stands for the last speaker named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from mtaudit.languages.interface import Language
from mtaudit.quotes.find import Quotations, quotations
from mtaudit.quotes.marks import LINE_BREAKS
from mtaudit.quotes.person import LONGEST_NAME, Piece, others_named, person, pieces_of
from mtaudit.quotes.quotation import Quotation
from mtaudit.text import Reading, between, word_at

Form = Literal["after", "before", "earlier"]

LONGEST_PLAIN = 4  # words of a speaker without a name, unless a demonstrative ends them
REACH = 240  # code points of an attribution on either side of a quotation
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?…][\"”»'’)\]]*\s+(?=[\"“„«'‘(\[]*[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks. `name` is as written, None where only a pronoun is there and nobody was named before.

    `start`/`end` delimit the words that attribute (verb and speaker) in the text, both None where the speaker was
    named earlier. `pronoun`: he, dia, the clitic of katanya.
    """

    name: str | None
    form: Form
    start: int | None = None
    end: int | None = None
    pronoun: bool = False


def _says(piece: Piece, language: Language) -> bool:
    """Whether a word is a speech verb, a clitic (menyebutnya) aside."""
    if piece.low in language.speech.verbs:
        return True
    clitics = (s for s in language.names.suffixes if s.isalpha() and piece.low.endswith(s))
    return any(piece.low.removesuffix(s) in language.speech.verbs for s in clitics)


class Beside(NamedTuple):
    """What stands right before a quotation and right behind it: from `left` to `right`, and who is named there."""

    left: int
    right: int
    ahead: Attribution | None
    behind: Attribution | None


def beside(reading: Reading) -> tuple[Beside, ...]:
    """What stands beside each outer quotation of a text, in order."""
    return reading.once(_beside)


def _beside(reading: Reading) -> tuple[Beside, ...]:
    text, quoted = reading.text, quotations(reading)
    found = []
    for i, quotation in enumerate(quoted.outer):
        left, right = reach(text, quoted, i)
        before, after = _ahead(reading, quotation, left), _behind(reading, quotation, right)
        found.append(Beside(left, right, before, after))
    return tuple(found)


def reach(text: str, quoted: Quotations, i: int) -> tuple[int, int]:
    """How far to either side of quotation `i` its attribution may stand: to its neighbours and the line's ends."""
    quotation = quoted.outer[i]
    left = max(_line_start(text, quotation.outer_start), quotation.outer_start - REACH)
    right = min(_line_end(text, quotation.outer_end), quotation.outer_end + REACH)
    if i and quoted.outer[i - 1].outer_end > left:
        left = quoted.outer[i - 1].outer_end
    if i + 1 < len(quoted.outer) and quoted.outer[i + 1].outer_start < right:
        right = max(quotation.outer_end, quoted.outer[i + 1].outer_start)
    return left, right


def speakers(reading: Reading) -> tuple[Attribution | None, ...]:
    """The attribution of each outer quotation of a text, in order; None where nobody is said to speak."""
    return reading.once(_speakers)


def _speakers(reading: Reading) -> tuple[Attribution | None, ...]:
    text, quoted = reading.text, quotations(reading)
    found: list[Attribution | None] = []
    last: str | None = None
    last_at = -1
    for i, (quotation, (left, _, ahead, behind)) in enumerate(zip(quoted.outer, beside(reading), strict=True)):
        named = ahead if ahead and _introduced(text, quotation, ahead) else behind or ahead
        if named is None and i and last and _goes_on(text, quoted.outer[i - 1], quotation):
            named = Attribution(last, "earlier")
        if named and named.name is None:
            told = ahead if named.form == "after" else None
            before = told.name if told else last if last and quotation.start - last_at < 6 * REACH else None
            name = before or _subject_before(reading, left, quotation.outer_start)
            named = Attribution(name, named.form, named.start, named.end, True)
        found.append(named)
        if named and named.name:
            last, last_at = named.name, quotation.end
    for i in range(len(found) - 2, -1, -1):  # a paragraph that the next one goes on with: its speaker comes later
        following = found[i + 1]
        if found[i] is None and quoted.outer[i].reopened and following and following.name:
            found[i] = Attribution(following.name, "earlier")
    return tuple(found)


def _introduced(text: str, quotation: Quotation, ahead: Attribution) -> bool:
    """Whether the words before a quotation lead up to it, and it ends its sentence: `X said: “….” Y replied`."""
    leads = ahead.end is not None and text[ahead.end : quotation.outer_start].strip() in (":", ",", "")
    return leads and quotation.text.rstrip()[-1:] in ".!?…"


def sentence_ends(reading: Reading, start: int, end: int) -> Iterator[re.Match[str]]:
    """Ends of sentences in `text[start:end]`; the full stop of a title before a name (`Dr. Vickers`) is none."""
    text, language = reading.text, reading.language
    for match in _SENTENCE_END.finditer(text, start, end):
        near = between(reading, "chunks", max(start, match.start() - 40), match.start())
        before, after = [word.text for word in near], word_at(text, match.end()).lower()
        title = before and text[match.start()] == "." and before[-1][:1].isupper()
        if title and after and before[-1].lower() in language.stops.abbreviations | language.names.titles:
            lead = before[-2] if len(before) > 1 else ""
            named = lead[:1].isupper() and not lead.endswith(".")  # Robert Downs Jr. Rain fell.
            named = named and lead.lower() not in language.function_words
            if after not in language.function_words and (not named or _titled(lead, language)):
                continue
        yield match


def _titled(word: str, language: Language) -> bool:
    return word.lower() in language.names.titles | language.names.portfolios | language.names.offices


def _behind(reading: Reading, quotation: Quotation, right: int) -> Attribution | None:
    """`” kata Hartati`, `," said Tom Duxbury`, `," Tom Duxbury, the manager, said`, `”, menurut X`, `” katanya`."""
    language = reading.language
    end = next(sentence_ends(reading, quotation.outer_end, right), None)
    pieces = pieces_of(reading, quotation.outer_end, end.start() + 1 if end else right)
    while pieces and not pieces[0].word:
        if pieces[0].text not in ",–—-.;" or len(pieces) < 2:
            return None
        pieces = pieces[1:]
    if not pieces:
        return None
    speech = language.speech
    first = pieces[0]
    if first.low in speech.fused:
        return Attribution(None, "after", first.start, first.end, True)
    phrase = _according(pieces, language)
    if phrase:
        return _named_after(pieces[phrase:], pieces[0].start, language, "after")
    if first.low in (speech.after_quote or speech.verbs):
        return _named_after(pieces[1:], first.start, language, "after")
    if first.low in speech.pronouns and len(pieces) > 1 and pieces[1].low in speech.verbs:
        return Attribution(None, "after", first.start, pieces[1].end, True)
    verb = next((k for k, p in enumerate(pieces[:14]) if p.low in speech.verbs), None)
    if verb and first.capital and first.low not in language.function_words:
        between = pieces[:verb]
        if sum(p.text == "," for p in between) <= 2 and not any(p.text in ";:" for p in between):
            name = person(between, language)
            if name:
                return Attribution(name[0], "after", first.start, pieces[verb].end)
    return None


def _ahead(reading: Reading, quotation: Quotation, left: int) -> Attribution | None:
    """`Hartati mengatakan bahwa “`, `Menurut Ansa, "`, `Man: "`, `Hartati menyebut usul itu sebagai “`."""
    text, language = reading.text, reading.language
    ends = [m.end() for m in sentence_ends(reading, left, quotation.outer_start)]
    start = ends[-1] if ends else left
    pieces = pieces_of(reading, start, quotation.outer_start)
    if not pieces:
        return None
    speech = language.speech
    for k in range(len(pieces)):
        phrase = _according(pieces[k:], language)
        if phrase and k < 3:
            return _named_after(pieces[k + phrase :], pieces[k].start, language, "before")
    verbs = [k for k, p in enumerate(pieces) if _says(p, language) or p.low in speech.fused]
    if pieces[-1].text == ":" and len(pieces) <= LONGEST_NAME + 1 and pieces[0].capital and not verbs:
        name = person(pieces[:-1], language)
        if name:
            return Attribution(name[0], "before", pieces[0].start, pieces[-1].end)
    offices = language.names.titles | language.names.offices | speech.roles
    for k in reversed(verbs):
        if pieces[k].low in speech.fused:
            return Attribution(None, "before", pieces[k].start, pieces[-1].end, True)
        if pieces[k].low in speech.after_quote and k and pieces[k - 1].text == ",":  # Rencananya, kata Hartati, ialah “
            told = _named_after(pieces[k + 1 :], pieces[k].start, language, "before")
            if told:
                return told
        subject = pieces[:k]
        cut = max((i + 1 for i, p in enumerate(subject) if p.low in speech.that or p.text in ";"), default=0)
        name = person(subject[cut:], language)
        if name:
            return Attribution(name[0], "before", name[1], pieces[k].end)
        if any(p.low in speech.pronouns for p in subject[cut:]):
            return Attribution(None, "before", pieces[k].start, pieces[k].end, True)
        plain = _described(subject[cut:], language)  # Seorang juru bicara menyebutnya “
        if 0 < len(plain) <= LONGEST_NAME and any(p.low in offices for p in plain):
            return Attribution(text[plain[0].start : plain[-1].end], "before", plain[0].start, pieces[k].end)
    return None


def _described(subject: list[Piece], language: Language) -> list[Piece]:
    """A subject without a name: `Namun, sang pelatih` -> sang pelatih, `Pemain itu sendiri` -> Pemain itu."""
    first = 0
    while first < len(subject) and (not subject[first].word or subject[first].low in language.speech.connectives):
        first += 1
    shown = (k + 1 for k, p in enumerate(subject) if p.low in language.speech.determiners and k > first)
    return subject[first : next(shown, len(subject))]


def named_outright(reading: Reading) -> frozenset[int]:
    """Where the attributions begin that name a speaker beyond doubt, in front of their quotation or behind it.

    In front of it (`X said that "`, `Menurut X, "`) nobody else may be named in the same sentence.
    """
    found = set()
    text, language = reading.text, reading.language
    for quotation, told in zip(quotations(reading).outer, speakers(reading), strict=True):
        if told is None or told.pronoun or not told.name or told.start is None or told.end is None:
            continue
        if told.form == "before":
            left = max(_line_start(text, quotation.outer_start), quotation.outer_start - REACH)
            ends = [m.end() for m in sentence_ends(reading, left, quotation.outer_start)]
            pieces = pieces_of(reading, ends[-1] if ends else left, quotation.outer_start)
            if others_named(pieces, told.start, told.name, language):
                continue
        found.add(told.start)
    return frozenset(found)


def _according(pieces: list[Piece], language: Language) -> int:
    """Number of pieces of an `according to` phrase at the beginning, 0 where there is none."""
    for phrase in sorted(language.speech.according_to):
        wanted = phrase.split()
        if [p.low for p in pieces[: len(wanted)]] == wanted:
            return len(wanted)
    return 0


def _named_after(pieces: list[Piece], start: int, language: Language, form: Form) -> Attribution | None:
    """The speaker that follows a verb or `menurut`: a name, a pronoun, or the plain words up to a comma."""
    if not pieces or not pieces[0].word:
        return None
    if pieces[0].low in language.speech.pronouns:
        return Attribution(None, form, start, pieces[0].end, True)
    clause = pieces[: next((k for k, p in enumerate(pieces) if p.text in ";:("), len(pieces))][:20]
    first = next((k for k, p in enumerate(clause) if not p.word), len(clause))
    name = _apposed(clause, first, language) or person(clause[:first], language) or person(clause, language)
    if name:
        return Attribution(name[0], form, start, name[2])
    plain = []
    for piece in clause[:LONGEST_NAME]:
        if not piece.word or piece.low in language.names.not_names | language.speech.addressed:
            break
        plain.append(piece)
    shown = next((k + 1 for k, p in enumerate(plain) if p.low in language.speech.determiners), 0)
    plain = plain[: shown or LONGEST_PLAIN]
    while plain and not shown and plain[-1].low in language.function_words:
        plain.pop()
    return Attribution(" ".join(p.text for p in plain), form, start, plain[-1].end) if plain else None


def _apposed(clause: list[Piece], comma: int, language: Language) -> tuple[str, int, int] | None:
    """The person after a comma whose office stands before it: `direktur WHO, Tedros Adhanom, ...`."""
    office = (
        clause[0].low in language.names.titles | language.names.offices | language.speech.roles
        and not clause[0].capital
    )
    if not office or comma + 2 >= len(clause) or clause[comma].text != ",":
        return None
    after = next((k for k in range(comma + 1, len(clause)) if not clause[k].word), len(clause))
    name = person(clause[comma + 1 : after], language)
    return name if name and " " in name[0] and name[1] == clause[comma + 1].start else None


def _subject_before(reading: Reading, left: int, end: int) -> str | None:
    """For a pronoun nobody was quoted before: who is named first in the nearest sentence before `end` that names one.

    Looked for up to the beginning of the line before.
    """
    start = _line_start(reading.text, max(0, _line_start(reading.text, left) - 1))
    bounds = [start, *(match.end() for match in sentence_ends(reading, start, end)), end]
    for first, last in reversed(list(pairwise(bounds))):
        name = person(pieces_of(reading, first, last), reading.language, places=False)
        if name and " " in name[0]:
            return name[0]
    return None


def _goes_on(text: str, before: Quotation, here: Quotation) -> bool:
    """Whether a quotation follows another in the same paragraph, or re-opens what the one before left open."""
    between = text[before.outer_end : here.outer_start]
    if before.reopened:
        return len(between) < 4
    return not any(b in between for b in LINE_BREAKS) and len(between) < 2 * REACH


def _line_start(text: str, at: int) -> int:
    return max((text.rfind(b, 0, at) for b in "\r\n\u2028\u2029"), default=-1) + 1


def _line_end(text: str, at: int) -> int:
    ends = [e for e in (text.find(b, at) for b in "\r\n\u2028\u2029") if e >= 0]
    return min(ends, default=len(text))
