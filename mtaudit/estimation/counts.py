"""How usual words, and pairs of words, are in well-written text of the target language.

data/bigrams.<language>.tsv.xz (made by tools/estimation/count.py) holds two parts: `word <tab> count`, most frequent
first; after an empty line `number of the first word <tab> number of the second <tab> count`, numbers counting words
from 1 in the order of the first part; 0 is the edge of a sentence.
"""

from __future__ import annotations

import lzma
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise, takewhile

DISCOUNT = 0.75  # taken off every count of a pair, for pairs never seen (absolute discounting, Ney et al. 1994)
UNSEEN = 0.5  # the count of a word never seen
EDGE = 0
_TOKEN = re.compile(r"\w+(?:-\w+)*|[^\w\s]")


def tokens(text: str) -> list[str]:
    """Words (reduplications whole) and single punctuation marks, in lower case."""
    return _TOKEN.findall(text.lower())


@dataclass(frozen=True, slots=True)
class Usage:
    """Sums over the tokens of a text. Natural logarithms."""

    tokens: int  # punctuation and the ends of sentences included
    words: int
    unknown: int  # words never seen
    commonness: float  # log p(token)
    fit: float  # log p(token | the one before) - log p(token)


@dataclass(frozen=True)
class Counts:
    """Word and pair counts of one language."""

    numbers: dict[str, int]  # word -> its number, from 1
    singles: tuple[int, ...]  # by number; EDGE is how many sentences there were
    pairs: dict[tuple[int, int], int]
    kinds: dict[int, int]  # first word -> how many different words follow
    followers: dict[int, int]  # first word -> how many words follow

    @cached_property
    def total(self) -> int:
        return sum(self.singles)

    def together(self, first: str, second: str) -> bool:
        """Whether the one token (lower case) has been seen right before the other."""
        return (self.numbers.get(first, -1), self.numbers.get(second, -1)) in self.pairs

    def usage(self, sentences: Iterable[str]) -> Usage:
        """How usual the words and pairs of neighbours of a text are."""
        number = words = unknown = 0
        commonness = fit = 0.0
        for own in filter(None, map(tokens, sentences)):
            ids = [self.numbers.get(token, -1) for token in own]
            words += sum(token[0].isalnum() for token in own)
            unknown += sum(i < 0 and token[0].isalpha() for i, token in zip(ids, own, strict=True))
            for before, after in pairwise([EDGE, *ids, EDGE]):
                alone, bond = self._bond(before, after)
                number += 1
                commonness += math.log(alone)
                fit += bond
        return Usage(number, words, unknown, commonness, fit)

    def bonds(self, sentence: str) -> dict[int, tuple[float, float]]:
        """Place of each token of a sentence -> log p(it | the one before) - log p(it), and the same of the next one."""
        found = list(_TOKEN.finditer(sentence.lower()))
        ids = [self.numbers.get(token.group(), -1) for token in found]
        values = [self._bond(before, after)[1] for before, after in pairwise([EDGE, *ids, EDGE])]
        return {token.start(): bond for token, bond in zip(found, pairwise(values), strict=True)}

    def _bond(self, before: int, after: int) -> tuple[float, float]:
        """p(after), and log p(after | before) - log p(after); words by number, -1 for one never seen."""
        seen = self.singles[after] if after >= 0 else 0
        alone = (seen + UNSEEN) / (self.total + len(self.singles))
        after_it = self.followers.get(before, 0)
        if not after_it:
            return alone, 0.0
        count = max(self.pairs.get((before, after), 0) - DISCOUNT, 0.0)
        return alone, math.log((count + DISCOUNT * self.kinds[before] * alone) / after_it / alone)


def parse(lines: Iterator[str]) -> Counts:
    """Counts from the lines of the table. Raises ValueError where a line is none of it."""
    numbers: dict[str, int] = {}
    singles = [0]
    for line in takewhile(bool, lines):
        word, count = line.split("\t")
        if word:
            numbers[word] = len(singles)
            singles.append(int(count))
        else:
            singles[EDGE] = int(count)
    pairs: dict[tuple[int, int], int] = {}
    kinds: dict[int, int] = defaultdict(int)
    followers: dict[int, int] = defaultdict(int)
    first = 0
    for line in lines:
        start, second, count = line.split("\t")
        first = int(start) if start else first  # written once for all that follow it
        pairs[first, int(second)] = int(count)
        kinds[first] += 1
        followers[first] += int(count)
    return Counts(numbers, tuple(singles), pairs, dict(kinds), dict(followers))


@cache
def load(language: str) -> Counts | None:
    """The counts that the package carries for a language, None where it carries none."""
    path = files("mtaudit") / "data" / f"bigrams.{language}.tsv.xz"
    if not path.is_file():
        return None
    return parse(iter(lzma.decompress(path.read_bytes()).decode("utf-8").splitlines()))
