"""A quick look at the capitalised words of a text, fast enough for every article of a large run.

Less exact than the name finder: it only gathers spellings that are worth comparing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from mtaudit.languages.interface import Language
from mtaudit.names.spelling import fold
from mtaudit.names.tables import Tables
from mtaudit.names.tokens import without_suffix
from mtaudit.text import Reading, words

_SMALL = re.compile(r"[a-zà-ÿ]{4,}")
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*"


@dataclass(frozen=True, slots=True)
class Written:
    """One capitalised word and where it stands."""

    text: str
    start: int
    end: int


Run = tuple[Written, ...]  # capitalised words in a row, small particles between them left out


@dataclass
class Spelled:
    """A spelling in the run's translations. `firsts`, `followers`: folded words beside it in runs of capitals.

    `particles`: small words before it ("von der"); `titled`: a title stands before it, at most a country between.
    """

    text: str
    count: int = 0
    documents: set[int] = field(default_factory=set)
    firsts: set[str] = field(default_factory=set)
    followers: set[str] = field(default_factory=set)
    particles: set[str] = field(default_factory=set)
    titled: bool = False


@lru_cache(maxsize=8)
def _pattern(particles: frozenset[str]) -> re.Pattern[str]:
    small = "|".join(sorted(map(re.escape, particles)))
    return re.compile(rf"(?<![\w-]){_CAPITAL}(?: (?:(?:{small}) ){{0,3}}{_CAPITAL}){{0,7}}")


@lru_cache(maxsize=8)
def _small_before(particles: frozenset[str]) -> re.Pattern[str]:
    small = "|".join(sorted(map(re.escape, particles)))
    return re.compile(rf"(?<!\w)((?:(?:{small}) )+)$")


_WORD = re.compile(_CAPITAL)


def runs_of(reading: Reading) -> tuple[Run, ...]:
    """The runs of capitalised words of a text, found once."""
    return reading.once(_runs)


def _runs(reading: Reading) -> tuple[Run, ...]:
    return tuple(runs(reading.text, reading.language))


def runs(text: str, language: Language) -> Iterator[Run]:
    """The runs of capitalised words of a text, possessives off."""
    for match in _pattern(language.names.particles).finditer(text):
        words = []
        for word in _WORD.finditer(text, match.start(), match.end()):
            bare = without_suffix(word.group(), language)
            words.append(Written(bare, word.start(), word.start() + len(bare)))
        yield tuple(words)


def gather(reading: Reading, number: int, known: Tables, into: dict[str, Spelled], small: set[str]) -> None:
    """Add the spellings of document `number` to `into`, by folded form, and its words written small to `small`."""
    text = reading.text
    titles = known.target.names.titles
    idle = titles | known.target.function_words | known.target.names.not_names
    particles = _small_before(known.target.names.particles)
    for run in runs_of(reading):
        titled, first = False, None
        for i, word in enumerate(run):
            low = word.text.lower()
            if len(word.text) < 3 or low in idle:
                titled, first = titled or low in titles, None if low in titles else first
                continue
            k = fold(word.text)
            entry = into.get(k)
            if entry is None:
                entry = into[k] = Spelled(word.text)
            entry.count += 1
            entry.documents.add(number)
            entry.titled = entry.titled or titled
            if first is not None and first.end + 30 > word.start:
                entry.firsts.add(fold(first.text))
            if i + 1 < len(run) and run[i + 1].text.lower() not in idle:
                entry.followers.add(fold(run[i + 1].text))
            if text[word.start - 2 : word.start - 1].islower():
                before = particles.search(text, max(0, word.start - 24), word.start)
                if before:
                    entry.particles.add(before.group(1).strip())
            body = low in known.target.names.organisation_words or (
                k not in known.gazetteer.first_names and _place(word.text, known)
            )
            first = None if body else word
            titled = titled and (body or not i or run[i - 1].text.lower() in titles)
    small.update(word.text for word in words(reading, "runs") if _SMALL.fullmatch(word.text))


def _place(word: str, known: Tables) -> bool:
    return any(e.type == "LOC" for e in known.gazetteer.known(word))
