"""A translation and its original side by side, and how much of one text's content another one carries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from mtaudit.case import Case
from mtaudit.languages.sentences import Sentence
from mtaudit.originals.lexicon import Lexicon
from mtaudit.originals.words import words
from mtaudit.quotes.find import Quotations, quotations
from mtaudit.quotes.quotation import Quotation
from mtaudit.text import touched


@dataclass(frozen=True)
class Sides:
    """Both texts of a case with all that pairing asks of them again and again."""

    case: Case
    lexicon: Lexicon

    @property
    def sources(self) -> Quotations:
        return quotations(self.case.source) if self.case.source else Quotations((), (), ())

    @property
    def targets(self) -> Quotations:
        return quotations(self.case.target)

    @property
    def original(self) -> str:
        return self.case.original.text if self.case.original else ""

    @cached_property
    def target_of(self) -> dict[int, tuple[int, ...]]:
        """Index of each sentence of the original -> indices of its translation."""
        return {s: link.target for link in self.case.links for s in link.source}

    @cached_property
    def number_of(self) -> dict[int, int]:
        """Where a quotation of the original begins, its mark included -> its number among them."""
        return {quotation.outer_start: number for number, quotation in enumerate(self.sources.outer)}

    def window(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the translation that is aligned to `original[start:end]`; all of it without alignment."""
        rows = overlapping(self.case.original_sentences, start, end)
        hits = sorted({t for row in rows for t in self.target_of.get(row, ())})
        if not hits and rows and self.target_of:  # a sentence that was left out: between its neighbours
            before = [t for row in range(max(0, rows[0] - 2), rows[0]) for t in self.target_of.get(row, ())]
            after = [t for row in range(rows[-1] + 1, rows[-1] + 3) for t in self.target_of.get(row, ())]
            hits = sorted({*before[-1:], *after[:1]})
        if not hits:
            return 0, len(self.case.text)
        first, last = hits[0], hits[-1]
        while first - 1 in self.unaligned:
            first -= 1
        while last + 1 in self.unaligned:
            last += 1
        return self.case.sentences[first].start, self.case.sentences[last].end

    @cached_property
    def unaligned(self) -> frozenset[int]:
        """Sentences of the translation that stand for none of the original; they go with their neighbours."""
        return frozenset(t for link in self.case.links if not link.source for t in link.target)

    def aligned(self, source: Quotation) -> bool:
        """Whether a sentence of the translation is aligned to one that holds the quotation."""
        rows = overlapping(self.case.original_sentences, source.start, source.end)
        return any(self.target_of.get(row) for row in rows)

    def around(self, source: Quotation) -> str:
        """What the sentences of a quotation of the original say outside it."""
        first, last = self.source_window(source.start, source.end)
        return self.original[first : source.outer_start] + " " + self.original[source.outer_end : last]

    def source_window(self, start: int, end: int) -> tuple[int, int]:
        """The sentences of the original that `original[start:end]` touches."""
        rows = overlapping(self.case.original_sentences, start, end)
        if not rows:
            return start, end
        return self.case.original_sentences[rows[0]].start, self.case.original_sentences[rows[-1]].end


def overlapping(sentences: tuple[Sentence, ...], start: int, end: int) -> list[int]:
    """Numbers of the sentences that `text[start:end]` touches."""
    return list(touched(sentences, start, end))


@lru_cache(maxsize=1024)  # each quotation is held against many
def _words(text: str) -> tuple[str, ...]:
    return tuple(words(text))


def coverage(lexicon: Lexicon, source: str, target: str) -> float:
    """Share of the content words of `source` (by idf) that words of `target` may stand for, 0..1."""
    terms = lexicon.source_terms(source)
    carried: dict[str, float] = {}
    for _, key, strength in lexicon.matches(_words(target), terms):
        carried[key] = max(carried.get(key, 0.0), strength)
    return sum(terms[k] * s for k, s in carried.items()) / sum(terms.values()) if terms else 0.0


def carried(lexicon: Lexicon, target: str, source: str) -> float:
    """Share of the content words of `target` (by idf) that stand for words of `source`, 0..1."""
    terms = lexicon.target_terms(target)
    found: dict[str, float] = {}
    for word, _, strength in lexicon.matches(terms, lexicon.source_terms(source)):
        found[word] = max(found.get(word, 0.0), strength)
    return sum(terms[w] * s for w, s in found.items()) / sum(terms.values()) if terms else 0.0
