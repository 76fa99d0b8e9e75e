"""A text that is read once: what is asked of it is worked out at the first question and kept.

A room offers what it finds in a text as a function of a `Reading`; that is all there is to a new measure:

    def quotations(reading: Reading) -> Quotations:
        return reading.once(_find)
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Literal, NamedTuple, TypeVar, cast, overload

from mtaudit.languages.identify import is_foreign
from mtaudit.languages.interface import Language
from mtaudit.languages.sentences import Sentence

Found = TypeVar("Found")
_LONG = 200_000  # letters of a text whose words are made anew each time: kept, they take fifty times the text's room
_MANY = 1_500  # sentences of a text of which only those last asked for are kept as readings of their own ...
_LAST = 512  # ... and how many of them
_STRETCHES = 4_096  # readings of single sentences that a case keeps: back-translations, second translations
Kind = Literal["chunks", "runs", "pieces", "letters", "spelled", "hyphened", "written", "named"]

# What counts as a word differs with the question: every way to cut a text stands here, but for those that belong to a
# table or a tagger (`tests/test_no_cutting.py` names them).
_CUTS: dict[Kind, re.Pattern[str]] = {
    "chunks": re.compile(r"\S+"),  # whatever stands between blanks
    "runs": re.compile(r"\w+"),  # letters and figures
    "pieces": re.compile(r"[^\W\d_]+|\d+|[^\w\s]"),  # letters, figures or one mark: whatever an attribution is made of
    "letters": re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?"),  # don't
    "spelled": re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"),  # anak-anak, don't: whose language can be told
    "hyphened": re.compile(r"\w+(?:-\w+)*"),  # anak-anak, covid-19: as phrases of tables are held against lines
    "written": re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]"),  # 3,5, don't; each mark of its own
    "named": re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*\.?|[^\w\s]"),  # J. Smith-Jones, with its full stop; marks
}


class Once:
    """Something that is asked the same again and again; subclasses are dataclasses with the field `_found`."""

    _found: dict[Hashable, object]

    def once(self, find: Callable[..., Found], *more: Hashable) -> Found:
        """`find(self, *more)`, worked out at the first call and kept; what is found must be immutable."""
        key = (find, *more)
        if key not in self._found:
            self._found[key] = find(self, *more)
        return cast(Found, self._found[key])

    def let_go(self, find: Callable[..., object]) -> None:
        """Forget all that `find` found: nobody will ask for it again."""
        for key in [key for key in self._found if isinstance(key, tuple) and key[0] is find]:
            del self._found[key]

    def __getstate__(self) -> Mapping[str, Any]:
        """What was found stays in this process: to find it again costs less than to send it."""
        return {**self.__dict__, "_found": {}}


@dataclass(frozen=True, eq=False)
class Reading(Once):
    """A text in `language`, its sentences, and what has been found in it. `other` is the language of the other side.

    `sentences` leave out what is no text of its own (lines in a third language), so they need not cover it.
    """

    text: str
    language: Language
    other: Language
    sentences: tuple[Sentence, ...] = ()
    _found: dict[Hashable, object] = field(default_factory=dict, init=False, repr=False)

    @property
    def parts(self) -> Sequence[Reading]:
        """Each sentence as a reading of its own; places in it count from the sentence's start."""
        return self.once(_parts)


class _Parts(Sequence[Reading]):
    """The sentences of a long text as readings: made when they are asked for, the last ones kept."""

    def __init__(self, reading: Reading) -> None:
        self._sentences, self._languages = reading.sentences, (reading.language, reading.other)
        self._kept: dict[int, Reading] = {}

    def __len__(self) -> int:
        return len(self._sentences)

    @overload
    def __getitem__(self, at: int) -> Reading: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Reading, ...]: ...
    def __getitem__(self, at: int | slice) -> Reading | tuple[Reading, ...]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(len(self))[at])
        row = range(len(self._sentences))[at]
        found = self._kept.pop(row, None) or Reading(self._sentences[row].text, *self._languages)
        self._kept[row] = found
        if len(self._kept) > _LAST:
            del self._kept[next(iter(self._kept))]
        return found


def _parts(reading: Reading) -> Sequence[Reading]:
    if len(reading.sentences) > _MANY:
        return _Parts(reading)
    return tuple(Reading(s.text, reading.language, reading.other) for s in reading.sentences)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text with something on it: `text == reading.text[start:end]`."""

    start: int
    end: int
    text: str


def lines(reading: Reading) -> tuple[Line, ...]:
    """The lines of a text that have something on them, white space around it included."""
    return reading.once(_lines)


def _lines(reading: Reading) -> tuple[Line, ...]:
    found = re.finditer(r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*", reading.text)
    return tuple(Line(m.start(), m.end(), m.group()) for m in found)


class Word(NamedTuple):
    """A word, or a mark where the way of cutting has marks: `text == reading.text[start:end]`."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def mark(self) -> bool:
        """Whether it is a mark and no word."""
        return not (self.text[0].isalnum() or self.text[0] == "_")


class _Words(Sequence[Word]):
    """The words of a long text by their places alone."""

    def __init__(self, text: str, kind: Kind) -> None:
        self._text = text
        self._starts, self._ends = array("i"), array("i")
        for match in _CUTS[kind].finditer(text):
            self._starts.append(match.start())
            self._ends.append(match.end())

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Word]:
        return (Word(a, b, self._text[a:b]) for a, b in zip(self._starts, self._ends, strict=True))

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, at: int | slice) -> Word | tuple[Word, ...]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(len(self))[at])
        start, end = self._starts[at], self._ends[at]
        return Word(start, end, self._text[start:end])


def words(reading: Reading, kind: Kind) -> Sequence[Word]:
    """The words of a text in order, cut once."""
    return reading.once(_words, kind)


def _words(reading: Reading, kind: Kind) -> Sequence[Word]:
    return cut(reading.text, kind) if len(reading.text) <= _LONG else _Words(reading.text, kind)


def cut(text: str, kind: Kind) -> tuple[Word, ...]:
    """The words of a stretch that is no reading, such as what a verdict has found, in order."""
    return tuple(Word(m.start(), m.end(), m.group()) for m in _CUTS[kind].finditer(text))


def between(reading: Reading, kind: Kind, start: int, end: int) -> tuple[Word, ...]:
    """The words of `reading.text[start:end]`; a word that stands across an end is cut there."""
    found = words(reading, kind)
    first, after = bisect_left(found, start, key=_end), bisect_left(found, end, key=_start)
    inside: list[Word] = []
    for word in found[first:after]:
        if start <= word.start and word.end <= end:
            inside.append(word)
        else:
            a, b = max(start, word.start), min(end, word.end)
            inside += (Word(a + w.start, a + w.end, w.text) for w in cut(reading.text[a:b], kind))
    return tuple(inside)


def neighbours(reading: Reading, kind: Kind, start: int, end: int) -> tuple[Word, ...]:
    """The last word that ends before `reading.text[start:end]`, and the first that begins behind it."""
    found = words(reading, kind)
    before, after = bisect_right(found, start, key=_end), bisect_left(found, end, key=_start)
    return (*found[before - 1 : before], *found[after : after + 1])


def _start(word: Word) -> int:
    return word.start


def _end(word: Word) -> int:
    return word.end


class Stretches:
    """Stretches of a text, in whatever order, that are asked again and again which of them touch another one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = tuple(sorted(spans))
        self._starts = [start for start, _ in self.spans]
        self._reach = list(accumulate((end for _, end in self.spans), max))  # up to where the first ones reach

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them has a letter in common with `text[start:end]`."""
        count = bisect_left(self._starts, end)
        return count > 0 and self._reach[count - 1] > start

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them has the whole of `text[start:end]` in it."""
        count = bisect_right(self._starts, start)
        return count > 0 and self._reach[count - 1] >= end

    def near(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Those that may touch or adjoin `text[start:end]`, few others among them, in order."""
        return self.spans[bisect_left(self._reach, start) : bisect_right(self._starts, end)]


def touched(sentences: Sequence[Sentence], start: int, end: int) -> range:
    """Numbers of the sentences, which are in order, that have a letter in common with `text[start:end]`."""
    return range(bisect_right(sentences, start, key=_ends), bisect_left(sentences, end, key=_begins))


def _begins(sentence: Sentence) -> int:
    return sentence.start


def _ends(sentence: Sentence) -> int:
    return sentence.end


def word_at(text: str, at: int) -> str:
    """The letters that begin at `at`, "" where none do."""
    found = _CUTS["pieces"].match(text, at)
    return found.group() if found and found.group()[0].isalpha() else ""


def third_language(reading: Reading) -> bool:
    """Whether a line or sentence is in neither language of the case: furniture of a site, or strayed in."""
    return reading.once(_third_language)


def _third_language(reading: Reading) -> bool:
    return is_foreign(reading.text, (reading.language, reading.other))


class Readings:
    """The readings of a case by name ("target", "source", ...): made once, shared by all later states of the case."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Reading] = {}

    def reading(
        self, name: Hashable, text: str, language: Language, other: Language, sentences: tuple[Sentence, ...] = ()
    ) -> Reading:
        """The reading of that name; made anew where it is asked for another text or other sentences."""
        found = self._made.get(name)
        if found is None or found.text != text or found.sentences is not sentences:
            found = self._made[name] = Reading(text, language, other, sentences)
            if len(self._made) > _STRETCHES:
                del self._made[next(key for key in self._made if not isinstance(key, str))]
        return found

    def forget(self) -> None:
        """Let go of all readings."""
        self._made.clear()

    def __reduce__(self) -> tuple[type[Readings], tuple[()]]:
        """Readings are made again in another process, as what was found in them is."""
        return Readings, ()
