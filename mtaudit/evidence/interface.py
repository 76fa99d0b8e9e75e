"""The evidence on one word, and what provides it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from mtaudit.case import Case

Side = Literal["source", "target"]


@dataclass(frozen=True, slots=True)
class Cut:
    """A word as written at `text[start:end]`, and `key`, the form that the bilingual word list has.

    A written word of several parts (`well-known`) gives several with one place.
    """

    start: int
    end: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Word(Cut):
    """A word with its place in the document's text and the evidence on it; None where nothing can be said."""

    weight: float | None  # how rare it is: nats of idf, 0.0 for words that carry no content
    carried: float | None  # 0..1: how surely a word of the aligned sentences stands for it
    comes_back: float | None  # 1.0 where it, or what it stands for, is in a sound back-translation; 0.0 where not


class Provider(Protocol):
    """One kind of evidence, which fills one field of `Word`."""

    label: str  # what an editor would call it

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Sequence[float] | None:
        """A value for each of the words of sentence `row` of one side; None where it has nothing to say of them."""
        ...
