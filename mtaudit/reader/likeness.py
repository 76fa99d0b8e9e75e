"""Whether a text reads like a machine's translation. It says nothing of its quality: a machine's can be faultless.

A linear model over words, pairs of neighbours and letters inside words, made by tools/reader/likeness.py: what machines
write more often than people, or less. Topics part no machine from a person, so it was fitted on both versions of the
same originals.
"""

from __future__ import annotations

import lzma
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from mtaudit.case import Case
from mtaudit.languages.pair import LanguagePair
from mtaudit.surface.furniture import on_site
from mtaudit.text import Word, cut, third_language, words

PLACES = 2  # decimals of a probability
SUREST = 0.99  # it is never said to be surer
LETTERS = range(2, 5)  # letters at a time, the edges of the word counted as one
FIGURE = "0"  # stands for every number


class Grams(msgspec.Struct, frozen=True):
    """A value for each of what is counted; `pairs` are written `one two`, with "" for the edge of a sentence, `letters`
    with a blank at the edge of the word."""

    words: dict[str, float]
    pairs: dict[str, float]
    letters: dict[str, float]


class Likeness(msgspec.Struct, frozen=True):
    """The model of a pair of languages. A text of n words and marks, which has gram g c(g) times, has the logit

        (slope + longer x ln(n / 100)) x s + offset,  s = level + sum of weights(g) x (1 + ln c(g)) / sqrt(n).

    `slope`, `longer` and `offset` were fitted on systems and sentences left out (Platt 1999), with people and machines
    equally likely beforehand.
    """

    weights: Grams
    level: float
    slope: float
    longer: float
    offset: float
    least: int  # words and marks of a text that it says anything of

    def probability(self, sentences: Iterable[Iterable[Word]]) -> float | None:
        """That a machine wrote the text, 0..1; None where it is too short to say. `sentences`: words and marks."""
        counts, number = count(sentences)
        if number < self.least:
            return None
        total = 0.0
        for own, weights in zip(counts, (self.weights.words, self.weights.pairs, self.weights.letters), strict=True):
            total += sum(weights[gram] * (1 + math.log(times)) for gram, times in own.items() if gram in weights)
        slope = self.slope + self.longer * math.log(number / 100)
        logit = slope * (self.level + total / math.sqrt(number)) + self.offset
        return round(min(max(1 / (1 + math.exp(-logit)), 1 - SUREST), SUREST), PLACES)


def count(sentences: Iterable[Iterable[Word]]) -> tuple[tuple[Counter[str], Counter[str], Counter[str]], int]:
    """How often each word, each pair and each group of letters stands in a text; the number of words and marks."""
    singles, pairs, letters = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        before = ""
        for word in sentence:
            low = FIGURE if word.text[0].isdigit() else word.low
            singles[low] += 1
            pairs[f"{before} {low}"] += 1
            if low[0].isalpha():
                letters.update(_letters(low))
            before = low
        if before:
            pairs[f"{before} "] += 1
    return (singles, pairs, letters), singles.total()


def reads_like_machine(case: Case) -> float | None:
    """The probability for a case's article, 0..1; None for one that is short or not in the target language, and where
    the pair has no model."""
    model = load(case.pair)
    if model is None or case.document.language != case.target_language.code:
        return None
    return model.probability(_sentences(case))


def sentences_of(lines: Iterable[str]) -> Iterator[Sequence[Word]]:
    """Sentences cut as `reads_like_machine` has them."""
    return (cut(line, "pieces") for line in lines)


def _sentences(case: Case) -> Iterator[Sequence[Word]]:
    """Those of the article: no lines of the site, nothing in a third language."""
    for sentence, part in zip(case.sentences, case.target.parts, strict=True):
        if not on_site(case.target, sentence.start, sentence.end) and not third_language(part):
            yield words(part, "pieces")


@lru_cache(1 << 16)
def _letters(word: str) -> tuple[str, ...]:
    edged = f" {word} "
    return tuple(edged[at : at + n] for n in LETTERS for at in range(len(edged) - n + 1))


@cache
def load(pair: LanguagePair) -> Likeness | None:
    """The model of a pair, read once a process; None where it has none."""
    data = pair.read(f"likeness.{pair.name}.json.xz")
    return None if data is None else msgspec.json.decode(lzma.decompress(data), type=Likeness)
