"""Where sentences end, with offsets: sentencex's boundaries, less those after a language's abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex

from mtaudit.languages.interface import Language

_LAST_WORD = re.compile(r"(?<!\S)[\"“”'(\[]*([^\s\"“”'(\[]+)\.$")
_MASK = str.maketrans(dict.fromkeys('"“”„«»‘’()[]', " "))
_OPENING = frozenset('"“„«‘([')
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a text: `text == document.text[start:end]`. `paragraph` counts from 0."""

    start: int
    end: int
    text: str
    paragraph: int


def split(text: str, language: Language) -> tuple[Sentence, ...]:
    """Sentences of `text` in order; `text[s.start:s.end] == s.text`, without the white space around them.

    Every line break ends a sentence; a paragraph ends at every line break too (news text has one line a paragraph).
    """
    found: list[Sentence] = []
    for number, match in enumerate(re.finditer(r"[^\r\n\u2028\u2029]+", text)):
        line = match.group()
        for start, end in _spans(line, language):
            piece = line[start:end]
            lead = len(piece) - len(piece.lstrip())
            stripped = piece.strip()
            if stripped:
                at = match.start() + start + lead
                found.append(Sentence(at, at + len(stripped), stripped, number))
    return tuple(found)


def _spans(line: str, language: Language) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of one line, glued together again after abbreviations; some may be empty."""
    start = 0
    # sentencex doesn't cut inside quotation marks, so that one stray mark would glue sentences together: mask them.
    boundaries = [int(b["end_index"]) for b in sentencex.get_sentence_boundaries(language.code, line.translate(_MASK))]
    ends = [_before_opening_mark(line, end) for end in boundaries]
    for end in (*ends, len(line)):
        here, rest = line[start:end].rstrip(), line[end:].lstrip()
        if rest and (
            _ends_in_abbreviation(here, rest, language) or not any(c.isalnum() for c in here) or _goes_on(rest)
        ):
            continue
        yield start, end
        start = end


def _before_opening_mark(line: str, end: int) -> int:
    """A boundary after an opening mark belongs before it: the mark opens the next sentence."""
    start = end
    while start and line[start - 1] in _OPENING:
        start -= 1
    return start if 0 < start < end < len(line) and line[start - 1].isspace() else end


def _ends_in_abbreviation(text: str, rest: str, language: Language) -> bool:
    word = _LAST_WORD.search(text)
    if not word:
        return False
    bare = word.group(1).lower()
    if bare in language.stops.numbered:
        return rest[:1].isdigit()
    if len(bare) == 1:
        return bare.isalpha()
    if "." in bare and _INITIALS.fullmatch(bare):  # "at 5 p.m. The ...": a function word begins a new sentence
        return rest.lstrip("\"'“”‘’«»([").split()[0].lower() not in language.function_words
    return bare in language.stops.abbreviations


def _goes_on(rest: str) -> bool:
    """A closing mark or a lower-case word can't begin a sentence."""
    first = rest.lstrip("\"'“”‘’»)]")
    return first[:1].islower() or not any(c.isalnum() for c in rest)
