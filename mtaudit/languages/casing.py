"""How often a word is written small and how often with a capital, in either language: what tells words from names.

data/word_cases.tsv.xz (made by tools/names/build_counts.py) says in its first line in which languages words were
counted (`#`, then ISO 639-1 codes); then a word a line with two digits a language: small, with a capital; 0 for never,
n for about 2 to the power of n-1 times.
"""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_FILE = "word_cases.tsv.xz"


class Case(NamedTuple):
    """How often a word is written small and with a (telling) capital: 0 never, n about 2**(n-1) times."""

    small: int
    capital: int


@dataclass(frozen=True, slots=True)
class Cases:
    """Numbers of occurrences in the corpora, as powers of two plus one; 0 for never."""

    source_small: int = 0
    source_capital: int = 0
    target_small: int = 0
    target_capital: int = 0


_NEVER = Case(0, 0)


class Casing:
    """Word (lower case) -> `Cases`, for a pair of languages; those in which nothing was counted never have a word."""

    def __init__(self, rows: dict[str, str], languages: Sequence[str], source: str, target: str) -> None:
        """`rows`: word -> two digits for each of `languages`, in their order."""
        self._rows = rows
        self._places = {code: 2 * i for i, code in enumerate(languages)}
        self._source, self._target = source, target
        self.cases = lru_cache(maxsize=100_000)(self._cases)

    def _cases(self, word: str) -> Cases:
        digits = self._rows.get(word.lower().replace("’", "'"))
        if digits is None:
            return Cases()
        return Cases(*self._counted(digits, self._source), *self._counted(digits, self._target))

    def of(self, word: str, language: str) -> Case:
        """How the word is written in one language (ISO 639-1)."""
        digits = self._rows.get(word.lower().replace("’", "'"))
        return _NEVER if digits is None else self._counted(digits, language)

    def _counted(self, digits: str, language: str) -> Case:
        at = self._places.get(language)
        return _NEVER if at is None else Case(int(digits[at], 36), int(digits[at + 1], 36))

    def source_word(self, word: str) -> bool:
        """An ordinary source word: written small at least eight times, and not far more often with a capital."""
        c = self.cases(word)
        return c.source_small >= 4 and c.source_small >= c.source_capital - 2

    def target_word(self, word: str) -> bool:
        """An ordinary target word: written small at least four times, and not far more often with a capital."""
        c = self.cases(word)
        return c.target_small >= 3 and c.target_small >= c.target_capital - 2

    def name(self, word: str) -> bool:
        """A word that is met as a name: at least four times with a capital in either language, seldom small."""
        c = self.cases(word)
        capital = max(c.source_capital, c.target_capital)
        return capital >= 3 and capital > max(c.source_small, c.target_small)

    def known(self, word: str) -> bool:
        """Met at all in either language."""
        digits = self._rows.get(word.lower())
        return digits is not None and any(any(self._counted(digits, code)) for code in (self._source, self._target))


@cache
def _table() -> tuple[tuple[str, ...], dict[str, str]]:
    """The languages and rows of the table that the package carries."""
    head, *lines = lzma.decompress((files("mtaudit") / "data" / _FILE).read_bytes()).decode("utf-8").splitlines()
    return tuple(head.removeprefix("#").split()), dict(line.split("\t") for line in lines)


@cache
def load(source: str, target: str) -> Casing:
    """The table for a pair of languages (ISO 639-1), read once a process."""
    languages, rows = _table()
    return Casing(rows, languages, source, target)


def case(low: str, language: str) -> Case:
    """How a word (given in lower case) is written in running text of one language (ISO 639-1)."""
    return load(language, language).of(low, language)
