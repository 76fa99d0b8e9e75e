"""A sentence cut into the words that evidence is gathered on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from mtaudit import text
from mtaudit.case import Case
from mtaudit.evidence.interface import Cut, Side
from mtaudit.originals import words as keys
from mtaudit.text import Reading, Word, words


def sentence_of(case: Case, side: Side, row: int) -> Reading:
    """Sentence `row` of the original or of the translation."""
    if side == "target":
        return case.target.parts[row]
    assert case.source is not None  # only an original has sentences on that side
    return case.source.parts[row]


def cut(sentence: Reading, key: Callable[[str], str]) -> tuple[Cut, ...]:
    """The words of a sentence in order, under what `key` makes of them."""
    return _keyed(words(sentence, "written"), key)


def cut_stretch(stretch: str, key: Callable[[str], str]) -> tuple[Cut, ...]:
    """The words of what is no reading, such as a second translation of a few words."""
    return _keyed(text.cut(stretch, "written"), key)


def _keyed(found: Sequence[Word], key: Callable[[str], str]) -> tuple[Cut, ...]:
    return tuple(
        Cut(written.start, written.end, written.text, key(word))
        for written in found
        if not written.mark
        for word in _parts(written.text)
    )


@lru_cache(maxsize=20_000)
def _parts(written: str) -> tuple[str, ...]:
    return tuple(keys.words(written))
