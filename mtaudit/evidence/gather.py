"""All evidence on the words of a case, gathered at the first question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mtaudit.case import Case
from mtaudit.evidence.back_translation import ComesBack
from mtaudit.evidence.forced import Alone, GivenBack, GivenOther
from mtaudit.evidence.frequency import Neighbours, Rarity, Seen
from mtaudit.evidence.interface import Provider, Side, Word
from mtaudit.evidence.lexical import Aligned
from mtaudit.evidence.meaning import Translations, compared, keys
from mtaudit.evidence.second import SecondTranslations
from mtaudit.evidence.words import cut, sentence_of
from mtaudit.originals.lexicon import load

# Field of `Word` -> what fills it, in the order of the fields
PROVIDERS: dict[str, Provider[Any]] = {
    "weight": Rarity(),
    "carried": Aligned(),
    "comes_back": ComesBack(),
    "commonness": Seen(),
    "fit": Neighbours(),
    "given_other": GivenOther(),
    "alone": Alone(),
    "given_back": GivenBack(),
    "chosen": SecondTranslations(),
    "meaning": Translations(),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the original and of the translation, sentence by sentence, with the evidence on each."""

    source: tuple[tuple[Word, ...], ...]
    target: tuple[tuple[Word, ...], ...]


def evidence(case: Case) -> Evidence:
    """The evidence on all words of a case; no source words without an original."""
    return case.once(_gather)


def _gather(case: Case) -> Evidence:
    found = Evidence(
        tuple(_words(case, "source", row) for row in range(len(case.original_sentences))),
        tuple(_words(case, "target", row) for row in range(len(case.sentences))),
    )
    case.let_go(compared)  # it is told of each word now
    case.let_go(keys)
    return found


def _words(case: Case, side: Side, row: int) -> tuple[Word, ...]:
    sentence = case.original_sentences[row] if side == "source" else case.sentences[row]
    found = cut(sentence_of(case, side, row), load(case.pair).key if side == "source" else str)
    unknown = [None] * len(found)
    columns = [provider.column(case, side, row, found) or unknown for provider in PROVIDERS.values()]
    at = sentence.start
    return tuple(
        Word(at + word.start, at + word.end, word.text, word.key, *values)
        for word, values in zip(found, zip(*columns, strict=True), strict=True)
    )
