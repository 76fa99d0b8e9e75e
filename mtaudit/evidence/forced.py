"""Forced scores: how likely a translator finds the words that stand there, given something or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.case import Case
from mtaudit.evidence.interface import Cut, Side, WordScore
from mtaudit.evidence.pieces import of_words
from mtaudit.translation.interface import ForcedScore

Column = Sequence[WordScore | None] | None


class GivenOther:
    """Of the translation given the original, of the original given the translation."""

    label = "how likely a translator finds it, given the other side"

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Column:
        return _linked(case, side, row, words, case.forced.translation if side == "target" else case.forced.original)


class Alone:
    """Of the translation, given nothing."""

    label = "how likely a writer finds it"

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Column:
        return _own(case, side, row, words, case.forced.alone)


class GivenBack:
    """Of the translation, given its own back-translation: garble is not found again."""

    label = "how likely a translator finds it, given its back-translation"

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Column:
        return _own(case, side, row, words, case.forced.given_back)


def _own(case: Case, side: Side, row: int, words: Sequence[Cut], scores: Sequence[ForcedScore | None]) -> Column:
    score = scores[row] if side == "target" and scores else None
    return of_words(case.sentences[row].text, score, words) if score else None


def _linked(case: Case, side: Side, row: int, words: Sequence[Cut], scores: Sequence[ForcedScore | None]) -> Column:
    at = case.link_of(side, row)
    score = scores[at] if at is not None and scores else None
    texts = None if at is None else case.linked(at)
    if at is None or score is None or texts is None:
        return None
    link = case.links[at]
    rows, sentences = (link.target, case.sentences) if side == "target" else (link.source, case.original_sentences)
    offset = sum(len(sentences[i].text) + 1 for i in rows[: rows.index(row)])
    return of_words(texts[0] if side == "target" else texts[1], score, words, offset)
