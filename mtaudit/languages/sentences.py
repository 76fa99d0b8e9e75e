"""Where sentences end, with offsets: sentencex's boundaries, less those after a language's abbreviations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex

from mtaudit.languages.interface import Language

_LAST_WORD = re.compile(r"(?<!\S)[\"“”'(\[]*([^\s\"“”'(\[]+)\.$")
_MASK = str.maketrans(dict.fromkeys('"“”„«»‘’()[]', " "))
_OPENING = frozenset('"“„«‘([')
_BLANKS = re.compile(r"\s*")
_CLOSING = re.compile(r"[\"'“”‘’»)\]]*")
_FIRST_WORD = re.compile(r"[\"'“”‘’«»(\[]*\s*(\S+)")
_LETTER = re.compile(r"[^\W_]")
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
    letters = [match.start() for match in _LETTER.finditer(line)]
    for end in (*ends, len(line)):
        rest = _behind(_BLANKS, line, end)
        if rest < len(line) and (
            _ends_in_abbreviation(line, start, end, rest, language)
            or bisect_left(letters, start) == bisect_left(letters, end)  # no word so far
            or not letters
            or letters[-1] < rest
            or _goes_on(line, rest)
        ):
            continue
        yield start, end
        start = end


def _behind(pattern: re.Pattern[str], line: str, at: int) -> int:
    """Where what stands at `at` ends; the pattern may be empty."""
    found = pattern.match(line, at)
    return found.end() if found else at


def _before_opening_mark(line: str, end: int) -> int:
    """A boundary after an opening mark belongs before it: the mark opens the next sentence."""
    start = end
    while start and line[start - 1] in _OPENING:
        start -= 1
    return start if 0 < start < end < len(line) and line[start - 1].isspace() else end


def _ends_in_abbreviation(line: str, start: int, end: int, rest: int, language: Language) -> bool:
    """Whether the last word of `line[start:end]` is an abbreviation, before what goes on at `rest`."""
    while end > start and line[end - 1].isspace():
        end -= 1
    first = end
    while first > start and not line[first - 1].isspace():
        first -= 1
    word = _LAST_WORD.search(line[first:end])
    if not word:
        return False
    bare = word.group(1).lower()
    if bare in language.stops.numbered:
        return line[rest].isdigit()
    if len(bare) == 1:
        return bare.isalpha()
    if "." in bare and _INITIALS.fullmatch(bare):  # "at 5 p.m. The ...": a function word begins a new sentence
        after = _FIRST_WORD.match(line, rest)
        return after is None or after.group(1).lower() not in language.function_words
    return bare in language.stops.abbreviations


def _goes_on(line: str, rest: int) -> bool:
    """A lower-case word can't begin a sentence."""
    first = _behind(_CLOSING, line, rest)
    return line[first : first + 1].islower()
