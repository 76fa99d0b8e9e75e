"""Alignment and word list: how surely the words of the aligned sentences stand for a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.case import Case
from mtaudit.evidence.interface import Cut, Side
from mtaudit.originals.lexicon import Lexicon, Terms, load


@dataclass(frozen=True, slots=True)
class Match:
    """Content words of two stretches (key -> weight), and how surely the other stretch carries each (key -> 0..1)."""

    source: Terms
    target: Terms
    source_carried: Terms
    target_carried: Terms

    @property
    def source_share(self) -> float:
        """The share of the original's content, by weight, that the translation carries; 1.0 where it has none."""
        return _share(self.source, self.source_carried)

    @property
    def target_share(self) -> float:
        """The other way round."""
        return _share(self.target, self.target_carried)


@lru_cache(maxsize=1024)
def match(lexicon: Lexicon, translation: str, original: str) -> Match:
    """Which words of a translated stretch and its original may stand for each other, by the bilingual word list."""
    target, source = lexicon.target_terms(translation), lexicon.source_terms(original)
    there: dict[str, float] = {}
    here: dict[str, float] = {}
    for word, key, strength in lexicon.matches(target, source):
        here[word] = max(here.get(word, 0.0), strength)
        there[key] = max(there.get(key, 0.0), strength)
    return Match(source, target, there, here)


def aligned(case: Case, at: int) -> Match | None:
    """The match of link number `at` of a case; None where it has one side only, or there is no original."""
    return case.once(_aligned, at)


def _aligned(case: Case, at: int) -> Match | None:
    link = case.links[at]
    if case.original is None or not link.target or not link.source:
        return None
    here, there = case.sentences, case.original_sentences
    return match(
        load(case.pair),
        case.text[here[link.target[0]].start : here[link.target[-1]].end],
        case.original.text[there[link.source[0]].start : there[link.source[-1]].end],
    )


class Aligned:
    """0..1: how surely a word of the aligned sentences stands for each word."""

    label = "words of the other side that stand for it"

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Sequence[float] | None:
        at = case.link_of(side, row)
        matched = None if at is None else aligned(case, at)
        if matched is None:
            return None
        carried = matched.source_carried if side == "source" else matched.target_carried
        return [carried.get(word.key, 0.0) for word in words]


def _share(terms: Terms, found: Terms) -> float:
    total = sum(terms.values())
    return sum(terms[w] * s for w, s in found.items()) / total if total else 1.0
