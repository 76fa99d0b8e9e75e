"""The evidence on one word, and what provides it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

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
class WordScore:
    """How likely a translator finds a word: natural logarithms over its pieces, their sum and the least likely one."""

    total: float
    worst: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whether second translators choose a word, in any of its forms; both 0..1.

    `first`: the share of those whose best translation has it. `any`: the mean share of each one's four best.
    """

    first: float
    any: float


@dataclass(frozen=True, slots=True)
class Commonness:
    """How often a word was seen in text of its own language and of the other one.

    `here` and `there` in news: 0 never, n about 2**(n-1) times. `zipf_here` and `zipf_there` in text of many kinds:
    Zipf values, 0.0 for a word that is not listed, None for a language without a list.
    """

    here: int
    there: int
    zipf_here: float | None
    zipf_there: float | None


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a word stands between its neighbours: log p(second | first) / p(second) with the one before and with the
    one behind, in nats; 0.0 where neither was ever seen."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the table of word translations says of a word, given the aligned sentences (`translation_table.Words`)."""

    expected: float  # natural log of p(word | the word of the other side that makes it likeliest)
    usual: float  # 0..1: that probability, as a share of what the other word's best partner has
    meant: float  # 0..1: how much of what the word may stand for is there on the other side
    unmet: float  # 0..1: how surely a rare word of the other side, near the same place, has nothing standing for it
    nothing: float  # 0..1: how often the word stands for nothing
    frequency: float  # natural log of its relative frequency


@dataclass(frozen=True, slots=True)
class Word(Cut):
    """A word with its place in the document's text and the evidence on it; None where nothing can be said."""

    weight: float | None  # how rare it is: nats of idf, 0.0 for words that carry no content
    carried: float | None  # 0..1: how surely a word of the aligned sentences stands for it
    comes_back: float | None  # 1.0 where it, or what it stands for, is in a sound back-translation; 0.0 where not
    commonness: Commonness | None
    fit: Fit | None  # of the translation's words
    given_other: WordScore | None  # forced, given the aligned sentences of the other side
    alone: WordScore | None  # forced, given nothing; of the translation's words
    # forced, given the back-translation of its sentence; of a translation's words that has no whole original
    given_back: WordScore | None
    chosen: Chosen | None  # by second translators; of the translation's words
    meaning: Meaning | None  # word translation probabilities


Value = TypeVar("Value", covariant=True)


class Provider(Protocol[Value]):
    """One kind of evidence, which fills one field of `Word`."""

    label: str  # what an editor would call it

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Sequence[Value | None] | None:
        """A value for each of the words of sentence `row` of one side; None where it has nothing to say of them."""
        ...
