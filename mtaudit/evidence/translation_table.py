"""What the words of two aligned sentences may stand for in each other: word translation probabilities, both ways.

data/translation_table.<target>-<source>.tsv.xz (made by tools/lexicon/translation_table.py) holds three parts:
`#source` and `#target`: a base; 8 log2(1 + how often a word of it was aligned); the percentage of its occurrences that
stand for nothing; its further forms; of target words also the rows of source words that they were aligned to, each as
the distance from the one before, and for each 4 log2(4 times how often);
`#phrases`: the rows of two target words and of two source words (the second 0 where there is one), p(source | target)
and p(target | source) in percent. Words of the source side are keys, as the bilingual word list folds them.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from mtaudit.languages.interface import Inflection
from mtaudit.languages.pair import LanguagePair

Values = NDArray[np.float64]
Rows = NDArray[np.int64]

SAME = 0.9  # p of a word that stands on both sides as it is, where the table does not know it: names
SAME_KNOWN = 0.3  # and where it does: air, dating
STEMMED = 0.5  # how far a row is trusted that was found through a stem
SHORTEST_STEM = 4
UNSEEN = 0.2  # p that a word stands for nothing where the table does not know it
FLOOR = 0.003  # added to probabilities of which logarithms are taken
BEST = 0.02  # a word's best partner is taken to be at least as likely as that
NO_PHRASE = -2
COMMON, RARE = -4.0, -10.0  # log frequencies between which a word that is unmet counts from nothing to full
DISTANCE = 8.0  # by e to the minus that much unmet words count less for each whole length of the sentence away


@dataclass(frozen=True, slots=True)
class Words:
    """What the table says of the words of one side, given those of the other; one value a word."""

    expected: Values  # natural log of p(word | the word of the other side that makes it likeliest); FLOOR where none
    usual: Values  # 0..1: that probability, as a share of what the other word's best partner has
    meant: Values  # 0..1: how much of what the word may stand for is there on the other side
    unmet: Values  # 0..1: how surely a rare word of the other side, near the same place, has nothing standing for it
    nothing: Values  # 0..1: how often the word stands for nothing
    frequency: Values  # natural log of its relative frequency


@dataclass(frozen=True, slots=True)
class Row:
    """A word of the table by its number (0: none) and how far to trust it, 0..1."""

    number: int
    trust: float


class Vocabulary:
    """One side of the table; row 0 is for the words that it does not know."""

    def __init__(self, rows: Sequence[Sequence[str]], inflection: Inflection | None = None) -> None:
        """`rows`: base, amount, percentage, further forms; without an `inflection` no stems are tried."""
        self.bases = ("", *(row[0] for row in rows))
        self._rows = {row[0]: number for number, row in enumerate(rows, 1)}
        self._rows |= {form: number for number, row in enumerate(rows, 1) if row[3] for form in row[3].split(" ")}
        self.amount = np.array([0.0, *(2 ** (int(row[1]) / 8) - 1 for row in rows)])
        self.frequency = np.log((self.amount + 0.5) / max(1.0, self.amount.sum()))
        self.nothing = np.array([UNSEEN, *(int(row[2]) / 100 for row in rows)])
        self.best = np.zeros(len(self.amount))  # what each word's best partner has: p(partner | word)
        self._inflection = inflection
        self._found: dict[str, Row] = {}

    def row(self, word: str) -> Row:
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._look_up(word)
        return found

    def forms(self) -> Iterator[tuple[str, int]]:
        """Every form of every word with its row."""
        yield from self._rows.items()

    def unmet(self, rows: Rows, met: Values) -> Values:
        """0..1: how surely nothing stands for words of which the share `met` is there; 0 for common, unknown ones."""
        rare = ((self.frequency[rows] - COMMON) / (RARE - COMMON)).clip(0, 1)
        found: Values = (self.best[rows] > 0) * (1 - np.maximum(met.clip(0, 1), self.nothing[rows])) * rare
        return found

    def _look_up(self, word: str) -> Row:
        if word in self._rows:
            return Row(self._rows[word], 1.0)
        if self._inflection is None:
            return Row(0, 0.0)
        kept = [s for s in self._inflection.stems(word) if len(s) >= SHORTEST_STEM and s in self._rows]
        longest = max(kept, key=lambda stem: (len(stem), stem), default="")
        return Row(self._rows[longest], STEMMED) if longest else Row(0, 0.0)


class TranslationTable:
    """Word translation probabilities of a language pair in both directions, with phrases of two words."""

    def __init__(self, target: Vocabulary, source: Vocabulary, links: Rows, counts: Values, phrases: Rows) -> None:
        """`links`: (2, n), target and source rows; `counts`: how often each pair was aligned; `phrases`: (n, 6)."""
        self.target, self.source = target, source
        self._width = len(source.amount)
        codes = links[0] * self._width + links[1]
        order = np.argsort(codes)
        self._codes, self._counts = np.append(codes[order], -1), np.append(counts[order], 0.0)
        self._sources = self._codes[:-1] % self._width
        self._by_source = np.argsort(self._sources, kind="stable")
        codes = self._phrase_codes(phrases[:, :2], phrases[:, 2:4])
        order = np.argsort(codes)
        self._phrases, self._phrase_odds = np.append(codes[order], -1), phrases[order, 4:] / 100
        totals = np.bincount(self._sources, self._counts[:-1], self._width)
        self._roots = np.sqrt(self._counts[:-1] / totals[self._sources])
        for vocabulary, rows in zip((target, source), links, strict=True):
            np.maximum.at(vocabulary.best, rows, counts / (vocabulary.amount[rows] + 0.5))

    def compare(self, target: Sequence[str], source: Sequence[str]) -> tuple[Words, Words]:
        """What is known of the words of a translated sentence and, second, of those of its original.

        `target` are words as `originals.words.words` cuts them, `source` keys of the bilingual word list.
        """
        i, j, onward, back = self._odds(target, source)
        first = [np.array([n == words.index(w) for n, w in enumerate(words)], bool) for words in (target, source)]
        lost = self.source.unmet(j, back[first[0]].sum(0)), self.target.unmet(i, onward[:, first[1]].sum(1))
        return (
            _told(self.target, i, back, onward[:, first[1]], self.source.best[j], lost[0]),
            _told(self.source, j, onward.T, back[first[0]].T, self.target.best[i], lost[1]),
        )

    def odds(self, target: Sequence[str], source: Sequence[str]) -> tuple[Values, Values]:
        """p(source | target) and p(target | source), both (target words, source words), phrases of two counted in."""
        return self._odds(target, source)[2:]

    def readings(self, word: str) -> dict[int, float]:
        """Rows of the source words that target word `word` was aligned to -> p(source | word)."""
        row = self.target.row(word)
        if not row.number:
            return {}
        first, last = np.searchsorted(self._codes[:-1], (row.number * self._width, (row.number + 1) * self._width))
        odds = self._counts[first:last] * row.trust / (self.target.amount[row.number] + 0.5)
        return dict(zip(self._sources[first:last].tolist(), odds.tolist(), strict=True))

    def translations(self, row: int) -> list[tuple[int, float, float]]:
        """Rows of the target words that source word `row` was aligned to; p(source | target), p(target | source)."""
        first, last = np.searchsorted(self._sources, (row, row + 1), sorter=self._by_source)
        found = []
        for at in self._by_source[first:last].tolist():
            target, count = int(self._codes[at] // self._width), float(self._counts[at])
            found.append((target, count / (self.target.amount[target] + 0.5), count / (self.source.amount[row] + 0.5)))
        return found

    def synonyms(self, row: int) -> dict[int, float]:
        """Rows of the source words that share translations with source word `row`, itself among them -> 0..1.

        The cosine of the square roots of p(target | source) over all target words (Bhattacharyya coefficient).
        """
        first, last = np.searchsorted(self._sources, (row, row + 1), sorter=self._by_source)
        found: dict[int, float] = {}
        for at in self._by_source[first:last].tolist():
            target = self._codes[at] // self._width
            lo, hi = np.searchsorted(self._codes[:-1], (target * self._width, (target + 1) * self._width))
            for other, root in zip(self._sources[lo:hi].tolist(), self._roots[lo:hi].tolist(), strict=True):
                found[other] = found.get(other, 0.0) + float(self._roots[at]) * root
        return found

    def _odds(self, target: Sequence[str], source: Sequence[str]) -> tuple[Rows, Rows, Values, Values]:
        here, there = [self.target.row(w) for w in target], [self.source.row(w) for w in source]
        i, j = (np.array([row.number for row in rows], np.int64) for rows in (here, there))
        codes = i[:, None] * self._width + j[None, :]
        at = np.searchsorted(self._codes[:-1], codes)
        counts = (
            np.where(self._codes[at] == codes, self._counts[at], 0.0) * np.array([row.trust for row in here])[:, None]
        )
        onward = counts / (self.target.amount[i] + 0.5)[:, None]  # p(source | target)
        back = counts / (self.source.amount[j] + 0.5)[None, :]  # p(target | source)
        self._add_phrases(i, j, onward, back)
        same = np.array([[a == b for b in source] for a in target], bool).reshape(codes.shape)
        onward = np.maximum(onward, same * np.where(self.target.best[i] > 0, SAME_KNOWN, SAME)[:, None])
        back = np.maximum(back, same * np.where(self.source.best[j] > 0, SAME_KNOWN, SAME)[None, :])
        return i, j, onward, back

    def _add_phrases(self, i: Rows, j: Rows, onward: Values, back: Values) -> None:
        """Raises the probabilities of words inside phrases of both sides that stand for each other."""
        codes = self._phrase_codes(_phrases(i)[:, None], _phrases(j)[None, :])
        at = np.searchsorted(self._phrases[:-1], codes)
        for here, there in np.argwhere(self._phrases[at] == codes).tolist():
            cells = tuple(slice(k % n, k % n + 1 + k // n) for k, n in ((here, len(i)), (there, len(j))))
            for values, p in zip((onward, back), self._phrase_odds[at[here, there]], strict=True):
                values[cells] = np.maximum(values[cells], p)

    def _phrase_codes(self, target: Rows, source: Rows) -> Rows:
        """One number for two rows (the last axis) of both sides."""
        left, right = len(self.target.amount), len(self.source.amount)
        codes = (target[..., 0] * left + target[..., 1]) * right**2 + source[..., 0] * right + source[..., 1]
        return np.where((target < 0).any(-1) | (source < 0).any(-1), NO_PHRASE, codes)


def _phrases(rows: Rows) -> Rows:
    """(2 n - 1, 2): each word alone, then each with the next; -1 for words that the table does not know."""
    alone = np.where(rows > 0, rows, -1)
    return np.concatenate([np.stack([alone, 0 * alone], 1), np.stack([alone[:-1], alone[1:]], 1)])


def _told(side: Vocabulary, rows: Rows, likely: Values, meant: Values, best: Values, lost: Values) -> Words:
    """`likely`, `meant`: (words, others), p(word | other) and p(other | word); `best`, `lost`: of the others."""
    n, m = likely.shape
    apart = np.abs((np.arange(n)[:, None] + 0.5) / max(n, 1) - (np.arange(m)[None, :] + 0.5) / max(m, 1))
    return Words(
        np.log(likely.max(1, initial=0.0).clip(0, 1) + FLOOR),
        (likely / np.maximum(best, BEST)[None, :]).max(1, initial=0.0).clip(0, 1),
        meant.sum(1).clip(0, 1),
        (lost * np.exp(-DISTANCE * apart)).max(1, initial=0.0),
        side.nothing[rows],
        side.frequency[rows],
    )


@cache
def load(pair: LanguagePair) -> TranslationTable | None:
    """The table of a language pair, read once a process; None where the pair has none."""
    data = pair.read(f"translation_table.{pair.back}.tsv.xz")
    return None if data is None else read(lzma.decompress(data).decode().splitlines(), pair.target.inflection)


def read(lines: Iterable[str], inflection: Inflection) -> TranslationTable:
    """A table from the lines of its file."""
    parts: dict[str, list[str]] = {"#source": [], "#target": [], "#phrases": []}
    part: list[str] = []
    for line in lines:
        if line in parts:
            part = parts[line]
        else:
            part.append(line)
    source, target = ([row.split("\t") for row in parts[name]] for name in ("#source", "#target"))
    heads = np.repeat(np.arange(1, len(target) + 1), [row[4].count(" ") + 1 for row in target])
    steps, strengths = (_numbers(row[at] for row in target) for at in (4, 5))
    links = np.cumsum(steps)
    links -= np.concatenate([[0], links])[np.searchsorted(heads, heads)]
    counts = 2 ** (strengths / 4) / 4
    phrases = _numbers(parts["#phrases"]).reshape(-1, 6)
    vocabularies = Vocabulary(target, inflection), Vocabulary(source)
    return TranslationTable(*vocabularies, np.stack([heads, links]), counts, phrases)


def _numbers(texts: Iterable[str]) -> Rows:
    return np.fromstring(" ".join(texts), np.int64, sep=" ")
