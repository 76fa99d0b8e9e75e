"""Stretches of the source language left standing in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.languages.interface import Language
from mtaudit.text import Reading, Word, words

_BREAK = re.compile(r"[.!?;:()\[\]\"“”«»/]")


@dataclass(frozen=True, slots=True)
class ForeignRun:
    """A run of source-language words: `words` in all, `function` of them function words of that language."""

    start: int
    end: int
    words: int
    function: int
    titled: bool  # every content word has a capital: a title or a name

    @property
    def telling(self) -> bool:
        """Whether it is long enough to be sure, and no title."""
        return not self.titled and self.function >= 2 and self.words >= 4


def foreign_runs(reading: Reading) -> tuple[ForeignRun, ...]:
    """Runs of words that stand from the first to the last function word of the other language, with the words around.

    A run ends at a function word of the text's own language, at a stop, bracket or quotation mark.
    """
    return reading.once(_foreign_runs)


def _foreign_runs(reading: Reading) -> tuple[ForeignRun, ...]:
    return tuple(_runs(reading.text, words(reading, "spelled"), reading.other, reading.language))


def _runs(text: str, found: Sequence[Word], source: Language, target: Language) -> Iterator[ForeignRun]:
    only_source = source.function_words - target.function_words
    run: list[Word] = []
    last = 0
    for word in found:
        breaks = bool(_BREAK.search(text, last, word.start))
        if (breaks or _is_target(word.low, target)) and run:
            yield from _judge(run, only_source)
            run = []
        if not _is_target(word.low, target):
            run.append(word)
        last = word.end
    yield from _judge(run, only_source)


def untranslated(reading: Reading) -> bool:
    """Whether a sentence stands in the other language: most of its function words, and a run over most of it."""
    return reading.once(_untranslated)


def _untranslated(reading: Reading) -> bool:
    count = len(words(reading, "spelled"))
    if count < 4 or _source_share(reading) < 0.7:
        return False
    runs = [r for r in foreign_runs(reading) if not r.titled or r.words == count]
    function = sum(r.function for r in runs)
    small = any(word.text.islower() for word in words(reading, "chunks"))
    return function >= 2 and sum(r.words for r in runs) >= 0.7 * count and small


def _source_share(reading: Reading) -> float:
    """Share of the other language's function words among those of both languages; 0 where there is none."""
    own, other = reading.language.function_words, reading.other.function_words
    low = [word.low for word in words(reading, "spelled")]
    here, there = sum(w in other and w not in own for w in low), sum(w in own and w not in other for w in low)
    return here / (here + there) if here + there else 0.0


def _is_target(word: str, language: Language) -> bool:
    return word in language.function_words or word in language.speech.verbs or word in language.negation.negators


def _judge(run: list[Word], function_words: frozenset[str]) -> Iterator[ForeignRun]:
    """The run from its first to its last function word, and the word after, which the last one belongs to."""
    marks = [i for i, word in enumerate(run) if word.text in function_words]
    if not marks:
        return
    piece = run[marks[0] : marks[-1] + 2]
    content = [word for word in piece if word.low not in function_words]
    yield ForeignRun(
        piece[0].start,
        piece[-1].end,
        len(piece),
        len(marks),
        bool(content) and all(word.text[0].isupper() for word in content),
    )


def copied(reading: Reading, start: int, end: int, original: str) -> tuple[int, int]:
    """`start` and `end` moved outwards word by word as long as the stretch stands verbatim in `original`."""
    text, original = reading.text, original.lower()
    places = [(word.start, word.end) for word in words(reading, "spelled")]
    for a, b in reversed(places):
        if b <= start:
            if text[a:end].lower() not in original:
                break
            start = a
    for a, b in places:
        if a >= end:
            if text[start:b].lower() not in original:
                break
            end = b
    return start, end
