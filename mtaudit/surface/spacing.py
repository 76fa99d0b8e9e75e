"""Blanks where none belong and none where one does: reduplication hyphens, joined sentences, punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.languages.interface import Language


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch that is written wrong, and how it should be written."""

    start: int
    end: int
    mend: str


_WORD = r"[^\W\d_]+"
_GAP = re.compile(rf"(?<![\w-])({_WORD})( +-|- +| +- +)({_WORD})(?![\w])")
# Web and mail addresses, handles, hashtags, file names and code: never prose.
NOT_PROSE = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|[@#]\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|id|co|go|gov|edu)\b\S*", re.I
)
_JOINED_WORDS = re.compile(r"(?<![\w.])([^\W\d_]*[a-z]{4})([A-Z][a-z]{3,})(?!\w)")
_JOINED_STOP = re.compile(r"(?<![\w.@/])([^\W\d_]*[a-z]{3})([.!?])([A-Z][a-z]+)(?![\w.])")
_LOOSE_STOP = re.compile(r"(?<=\w)([ \u00a0]+)([,;:!?]|\.(?![.\w]))(?=\s|$|[\"”’)])")
_DOUBLED = re.compile(r"(?<=\w)(,,+|;;+|,\.)(?=\s|$)")
_BLANKS = re.compile(r"(?<=\S) {2,}(?=\S)")


def shared_stem(first: str, second: str) -> bool:
    """Whether two words can be the halves of one reduplication: equal, or one inside the other but for affixes.

    `langkah-langkah`, `terang-terangan`, `bersama-sama`, `mudah-mudahan`, `sayur-mayur`, `berjam-jam`.
    """
    a, b = first.lower(), second.lower()
    if len(min(a, b, key=len)) < 2:
        return False
    if a == b or a in b or b in a:
        return True
    longest = max((n for i in range(len(b)) for n in range(len(b) - i, 2, -1) if b[i : i + n] in a), default=0)
    return longest >= 3 and longest >= 0.5 * min(len(a), len(b))


def hyphen_gaps(text: str, language: Language) -> tuple[Slip, ...]:
    """Blanks beside the hyphen of a reduplication or a clitic (`satu -satunya`), in order.

    None in a language without reduplications. Two different words with a blank on one side of the hyphen only count
    where the text has true reduplications with a gap too: alone they may be a dash that lost a blank.
    """
    if not language.inflection.reduplicates:
        return ()
    clitics = {suffix.lstrip("-") for suffix in language.names.suffixes}
    sure: list[Slip] = []
    likely: list[Slip] = []
    at = 0
    while match := _GAP.search(text, at):
        first, hyphen, second = match.groups()
        slip = Slip(match.start(), match.end(), f"{first}-{second}")
        at = match.start(3)
        tight = hyphen.endswith("-")  # a dash has a blank on both sides: only the same lower-case word counts there
        if shared_stem(first, second) if tight else first == second and first.islower():
            sure.append(slip)
            at = match.end()
        elif tight and second in clitics:
            sure.append(slip)
        elif tight and second[0].islower():
            likely.append(slip)
    return tuple(sorted(sure + likely, key=lambda s: s.start)) if sure else ()


def joined_sentences(text: str) -> Iterator[Slip]:
    """Words of two sentences written as one: `tadi.Lalu`, `menyebutkanMenurut`. Names and addresses don't count."""
    prose = NOT_PROSE.sub(lambda m: " " * len(m.group()), text)
    for match in _JOINED_WORDS.finditer(prose):
        if match.group(1)[0].islower():
            yield Slip(match.start(), match.end(), f"{match.group(1)}. {match.group(2)}")
    for match in _JOINED_STOP.finditer(prose):
        yield Slip(match.start(), match.end(), f"{match.group(1)}{match.group(2)} {match.group(3)}")


def loose_punctuation(text: str) -> Iterator[Slip]:
    """Blanks before a mark, doubled marks, runs of blanks inside a line."""
    for match in _LOOSE_STOP.finditer(text):
        yield Slip(match.start(), match.end(2), match.group(2))
    for match in _DOUBLED.finditer(text):
        yield Slip(match.start(), match.end(), "." if "." in match.group() else match.group()[0])
    for match in _BLANKS.finditer(text):
        yield Slip(match.start(), match.end(), " ")
