"""All evidence on the words of a case, gathered at the first question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.case import Case
from mtaudit.evidence.back_translation import ComesBack
from mtaudit.evidence.frequency import Rarity
from mtaudit.evidence.interface import Provider, Side, Word
from mtaudit.evidence.lexical import Aligned
from mtaudit.evidence.words import cut
from mtaudit.originals.lexicon import load

# Field of `Word` -> what fills it, in the order of the fields
PROVIDERS: dict[str, Provider] = {"weight": Rarity(), "carried": Aligned(), "comes_back": ComesBack()}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the original and of the translation, sentence by sentence, with the evidence on each."""

    source: tuple[tuple[Word, ...], ...]
    target: tuple[tuple[Word, ...], ...]


def evidence(case: Case) -> Evidence:
    """The evidence on all words of a case; no source words without an original."""
    return case.once(_gather)


def _gather(case: Case) -> Evidence:
    return Evidence(
        tuple(_words(case, "source", row) for row in range(len(case.original_sentences))),
        tuple(_words(case, "target", row) for row in range(len(case.sentences))),
    )


def _words(case: Case, side: Side, row: int) -> tuple[Word, ...]:
    sentence = case.original_sentences[row] if side == "source" else case.sentences[row]
    found = cut(sentence.text, load(case.pair).key if side == "source" else str)
    unknown: Sequence[float | None] = [None] * len(found)
    columns = [provider.column(case, side, row, found) or unknown for provider in PROVIDERS.values()]
    at = sentence.start
    return tuple(
        Word(at + word.start, at + word.end, word.text, word.key, *values)
        for word, values in zip(found, zip(*columns, strict=True), strict=True)
    )
