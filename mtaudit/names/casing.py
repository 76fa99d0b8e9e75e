"""How often a word is written small and how often with a capital, in either language: what tells words from names.

data/word_cases.tsv.xz (made by tools/names/build_counts.py) holds a word and four digits: English small, English
capitalised, Indonesian small, Indonesian capitalised; 0 for never, n for about 2 to the power of n-1 times.
"""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cases:
    """Numbers of occurrences in the corpora, as powers of two plus one; 0 for never."""

    english_small: int = 0
    english_capital: int = 0
    indonesian_small: int = 0
    indonesian_capital: int = 0


_NEVER = Cases()


class Casing:
    """Word (lower case) -> `Cases`."""

    def __init__(self, rows: dict[str, str]) -> None:
        self._rows = rows

    def cases(self, word: str) -> Cases:
        digits = self._rows.get(word.lower().replace("’", "'"))
        return Cases(*(int(d, 36) for d in digits)) if digits else _NEVER

    def english_word(self, word: str) -> bool:
        """An ordinary English word: written small at least eight times, and not far more often with a capital."""
        c = self.cases(word)
        return c.english_small >= 4 and c.english_small >= c.english_capital - 2

    def indonesian_word(self, word: str) -> bool:
        """An ordinary Indonesian word: written small at least four times, and not far more often with a capital."""
        c = self.cases(word)
        return c.indonesian_small >= 3 and c.indonesian_small >= c.indonesian_capital - 2

    def name(self, word: str) -> bool:
        """A word that is met as a name: at least four times with a capital in either language, seldom small."""
        c = self.cases(word)
        capital = max(c.english_capital, c.indonesian_capital)
        return capital >= 3 and capital > max(c.english_small, c.indonesian_small)

    def known(self, word: str) -> bool:
        """Met at all in either language."""
        return word.lower() in self._rows


@cache
def load() -> Casing:
    """The table that the package carries, read once a process; without rows where it carries none."""
    path = files("mtaudit") / "data" / "word_cases.tsv.xz"
    if not path.is_file():
        return Casing({})
    text = lzma.decompress(path.read_bytes()).decode("utf-8")
    return Casing(dict(line.split("\t") for line in text.splitlines()))
