"""A quick look at the capitalised words of a text, fast enough for every article of a large run.

Less exact than the name finder: it only gathers spellings that are worth comparing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from mtaudit.languages.interface import Language
from mtaudit.names.spelling import fold, skeleton
from mtaudit.names.window import Tables

_SMALL = re.compile(r"\b[a-zà-ÿ]{4,}\b")
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*"
_BEFORE = re.compile(r"(?:^|[.!?:;\n\r\"“”'‘(\[–—-])\s*$")


@dataclass(frozen=True, slots=True)
class Written:
    """One capitalised word and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, small particles between them left out; `starts`: a sentence begins with it."""

    words: tuple[Written, ...]
    starts: bool


@dataclass
class Spelled:
    """A spelling in the run's translations. `firsts`, `followers`: folded words beside it in runs of capitals."""

    text: str
    count: int = 0
    documents: set[int] = field(default_factory=set)
    firsts: set[str] = field(default_factory=set)
    followers: set[str] = field(default_factory=set)

    def before_surname(self, other: str, firsts: dict[str, set[str]]) -> bool:
        """Whether it is itself a first name of one of the names in `firsts`: Mikhayl before Korbatsyov."""
        return any(other in names and self._follows(last) for last, names in firsts.items())

    def _follows(self, last: str) -> bool:
        return any(skeleton(f) == skeleton(last) for f in self.followers)


@lru_cache(maxsize=8)
def _pattern(particles: frozenset[str]) -> re.Pattern[str]:
    small = "|".join(sorted(map(re.escape, particles)))
    return re.compile(rf"(?<![\w-]){_CAPITAL}(?: (?:(?:{small}) ){{0,3}}{_CAPITAL}){{0,7}}")


_WORD = re.compile(_CAPITAL)


def runs(text: str, language: Language) -> Iterator[Run]:
    """The runs of capitalised words of a text, possessives off."""
    for match in _pattern(language.names.particles).finditer(text):
        words = []
        for word in _WORD.finditer(text, match.start(), match.end()):
            bare, end = word.group(), word.end()
            for suffix in language.names.suffixes:
                if not suffix[0].isalpha() and bare.endswith(suffix) and len(bare) > len(suffix):
                    bare, end = bare[: -len(suffix)], end - len(suffix)
                    break
            words.append(Written(bare, word.start(), end))
        begins = match.start()
        yield Run(tuple(words), bool(_BEFORE.search(text, max(0, begins - 4), begins)) or begins == 0)


def gather(text: str, number: int, known: Tables, into: dict[str, Spelled], small: set[str]) -> None:
    """Add the spellings of document `number` to `into`, by folded form, and its words written small to `small`."""
    idle = known.target.names.titles | known.target.function_words | known.target.names.not_names
    for run in runs(text, known.target):
        words = [w for w in run.words if len(w.text) > 2 and w.text.lower() not in idle]
        for i, word in enumerate(words):
            k = fold(word.text)
            entry = into.get(k)
            if entry is None:
                entry = into[k] = Spelled(word.text)
            entry.count += 1
            entry.documents.add(number)
            if i and words[i - 1].end + 30 > word.start:
                entry.firsts.add(fold(words[i - 1].text))
            if i + 1 < len(words):
                entry.followers.add(fold(words[i + 1].text))
    small.update(_SMALL.findall(text))
