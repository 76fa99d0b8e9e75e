"""Frequencies: how rare a word is in the parallel text behind the word list."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.case import Case
from mtaudit.evidence.interface import Cut, Side
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
