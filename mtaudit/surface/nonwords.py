"""Words that are none: half translated (`fotosphere`, `inherenly`), or a letter away from a common one (`watawan`).

That a word was never seen, and that no affix makes it of one that was, is not enough: of such words in human text nine
in ten are learned ones (docs/languages.md has the figures). Beside it the word must have letters together that the
language never has, its loans included, or be one letter from a word that everybody uses.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase

from mtaudit.languages.casing import case as written_as
from mtaudit.languages.interface import Language
from mtaudit.languages.zipf import seen, zipf
from mtaudit.surface.accepted import accepted
from mtaudit.surface.glued import possible
from mtaudit.text import Reading, words

SHORTEST = 5  # letters
SLIPPED = 7  # ... of a word with a slip: shorter ones have too many neighbours
COMMON = 4.0  # Zipf value of the word that was meant
SMALL = 4  # how often that is written small at least (about 2 to the power of 3)
PART = 3.5  # Zipf value of the halves of a compound of the other language, and of what a bound form stands before
_BESIDE = frozenset("@#/.'’&-_")  # marks beside which letters are no word of their own

_OPENING, _CLOSING = frozenset("\"“‘'«("), frozenset("\"”’'»)")


@dataclass(frozen=True, slots=True)
class NonWord:
    """A stretch that is no word; `meant`: the common word that it is one letter from, empty where there is none."""

    start: int
    end: int
    text: str
    meant: str


def nonwords(reading: Reading, known: Container[str]) -> Iterator[NonWord]:
    """Words in small letters that are none, in order. `known`: words (lower case) seen besides the tables."""
    language, other, text = reading.language, reading.other, reading.text
    own = words(reading, "written")
    # A name's or a handle's, and what is mentioned between marks as a word of its own.
    others = {w.low for w in own if not w.text.islower() or _mentioned(text, w.start, w.end)}
    for word in own:
        if len(word.text) < SHORTEST or not (word.text.isalpha() and word.text.islower()) or word.low in others:
            continue
        before, behind = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
        if before in _BESIDE or (behind[:1] in _BESIDE and not (behind[0] == "." and not behind[1:].isalnum())):
            continue
        if _made(word.text, language, other) or any(form in known for form in _forms(word.text, language)):
            continue
        meant = _meant(word.text, language)
        wrong = (meant or _impossible(word.text, language)) and not _akin(word.text, language)
        if wrong and not accepted(reading, word.start, word.end):
            yield NonWord(word.start, word.end, word.text, meant)


def _mentioned(text: str, start: int, end: int) -> bool:
    """Whether marks stand around this word alone: in `(primily yang besar)` they are around a phrase."""
    return text[max(0, start - 1) : start] in _OPENING and text[end : end + 1] in _CLOSING


def learned(word: str, language: Language, other: Language) -> bool:
    """Whether a word in small letters was never seen and yet looks like one of the language: a term of some trade
    (`ekokardiografi`, `subak`), more likely than a fault."""
    if len(word) < SHORTEST or not (word.isalpha() and word.islower()) or _made(word, language, other):
        return False
    return _akin(word, language) or not (_impossible(word, language) or _meant(word, language))


@cache
def _made(word: str, language: Language, other: Language) -> bool:
    """Whether a word was seen, or made by either language's rules of what was."""
    if possible(word, language, other) or any(_zipf(form, other) for form in other.inflection.stems(word)):
        return True
    if any(word.startswith(form) and _zipf(word[len(form) :], language) >= PART for form in language.spelling.bound):
        return True
    halves = ((word[:cut], word[cut:]) for cut in range(3, len(word) - 2))
    return any(min(_zipf(first, other), _zipf(second, other)) >= PART for first, second in halves)


def _akin(word: str, language: Language) -> bool:
    """Whether a word that was seen has the same stem: of `sandungan`, seen or not, `tersandung` tells."""
    return not _stems(language).isdisjoint(s for s in language.inflection.stems(word) if len(s) >= SHORTEST)


@cache
def _stems(language: Language) -> frozenset[str]:
    """What affixes stand on in the words that were seen."""
    return frozenset(stem for word in seen(language.code) for stem in language.inflection.stems(word))


def _forms(word: str, language: Language) -> set[str]:
    stems = language.inflection.stems(word)
    return {word, *stems, *(further for stem in stems for further in language.inflection.stems(stem))}


def _zipf(word: str, language: Language) -> float:
    return zipf(word, language.code) or 0.0


def _impossible(word: str, language: Language) -> bool:
    never = language.spelling.never
    return bool(never and re.search(never, word))


@cache
def _meant(word: str, language: Language) -> str:
    """The commonest word one letter away (left out, put in, another, two exchanged); empty where none is common."""
    if len(word) < SLIPPED:
        return ""
    best = max(sorted(_near(word)), key=lambda near: _zipf(near, language))
    return best if _zipf(best, language) >= COMMON and written_as(best, language.code).small >= SMALL else ""


def _near(word: str) -> set[str]:
    near: set[str] = set()
    for at in range(len(word) + 1):
        before, behind = word[:at], word[at:]
        near.add(before + behind[1:])
        near.add(before + behind[1:2] + behind[:1] + behind[2:])
        for letter in ascii_lowercase:
            near |= {before + letter + behind, before + letter + behind[1:]}
    return near - {word}
