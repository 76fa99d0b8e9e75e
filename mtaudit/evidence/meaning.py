"""Word translation probabilities: what a word may stand for, both ways, among the aligned sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from mtaudit.case import Case
from mtaudit.evidence.interface import Cut, Meaning, Side
from mtaudit.evidence.translation_table import Words, load
from mtaudit.evidence.words import cut, sentence_of
from mtaudit.originals.lexicon import load as load_lexicon

_FIELDS = tuple(field.name for field in fields(Meaning))


class Translations:
    """What the table of word translations says of each word of aligned sentences."""

    label = "what it usually stands for"

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Sequence[Meaning] | None:
        at = case.link_of(side, row)
        told = None if at is None else case.once(compared, at)
        if at is None or told is None:
            return None
        link = case.links[at]
        rows = link.target if side == "target" else link.source
        before = sum(len(case.once(keys, side, i)) for i in rows[: rows.index(row)])
        return told[side == "source"][before : before + len(words)]


def keys(case: Case, side: Side, row: int) -> tuple[str, ...]:
    """The words of a sentence as the table has them."""
    sentence = sentence_of(case, side, row)
    key = str if side == "target" else load_lexicon(case.pair).key
    return tuple(word.key for word in cut(sentence, key))


def compared(case: Case, at: int) -> tuple[tuple[Meaning, ...], tuple[Meaning, ...]] | None:
    """What is known of the target's and of the source's words of link number `at`; None where one side is empty."""
    table, link = load(case.pair), case.links[at]
    target = [key for i in link.target for key in case.once(keys, "target", i)]
    source = [key for i in link.source for key in case.once(keys, "source", i)]
    if table is None or not target or not source:
        return None
    here, there = table.compare(target, source)
    return _meanings(here), _meanings(there)


def _meanings(words: Words) -> tuple[Meaning, ...]:
    columns = (getattr(words, name).tolist() for name in _FIELDS)
    return tuple(Meaning(*values) for values in zip(*columns, strict=True))
