"""Frequencies: how rare a word is in the parallel text behind the word list."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.case import Case
from mtaudit.estimation.counts import load as load_counts
from mtaudit.evidence.interface import Commonness, Cut, Fit, Side
from mtaudit.languages.casing import case as written_as
from mtaudit.languages.zipf import zipf
from mtaudit.originals.lexicon import load


class Rarity:
    """Nats of idf; 0 for words that carry no content."""

    label = "how rare it is"

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Sequence[float] | None:
        lexicon = load(case.pair)
        if side == "source":
            terms = lexicon.source_terms(case.original_sentences[row].text)
        else:
            terms = lexicon.target_terms(case.sentences[row].text)
        return [terms.get(word.key, 0.0) for word in words]


def seen(word: str, language: str) -> int:
    """How often a word was written in news of a language, small or with a capital: 0 never, n about 2**(n-1) times."""
    return max(written_as(word.lower(), language))


class Seen:
    """How often it was seen in its own and in the other language, small and with a capital together."""

    label = "how often it is written"

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Sequence[Commonness]:
        mine, other = case.source_language.code, case.target_language.code
        if side == "target":
            mine, other = other, mine
        return [
            Commonness(seen(word.text, mine), seen(word.text, other), zipf(word.text, mine), zipf(word.text, other))
            for word in words
        ]


class Neighbours:
    """How well it stands between its neighbours."""

    label = "words that it often stands beside"

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Sequence[Fit] | None:
        counts = load_counts(case.target_language.code) if side == "target" else None
        if counts is None:
            return None
        bonds = counts.bonds(case.sentences[row].text)
        return [Fit(*bonds.get(word.start, (0.0, 0.0))) for word in words]
