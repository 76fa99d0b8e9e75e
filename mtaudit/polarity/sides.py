"""Two aligned stretches, word by word: what stands for what, which words are denied, what the translators make of them.

Everything is worked out once a pair of stretches and asked by `opposites` and `negations`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mtaudit.case import Case
from mtaudit.evidence.back_translation import sound
from mtaudit.evidence.gather import PROVIDERS, evidence
from mtaudit.evidence.interface import Word
from mtaudit.evidence.second import forms
from mtaudit.evidence.translation_table import Values
from mtaudit.evidence.words import cut_stretch
from mtaudit.languages.interface import Language
from mtaudit.originals.words import words
from mtaudit.polarity.relations import Relations
from mtaudit.text import Reading

ANCHOR = 0.09  # p(source | target) * p(target | source) from which two words mark a place
BEFORE, BEHIND = 4, 1  # words around a word in which something denies it
STOPS = frozenset(',;:.!?…—–()"“”')


@dataclass(frozen=True)
class Sides:
    """Words of a translation (`here`) and of its original (`there`); their places are those in the two texts.

    Arrays of odds are (target words, source words).
    """

    here: Sequence[Word]
    there: Sequence[Word]
    texts: tuple[str, str]  # of which `here` and `there` are stretches
    languages: tuple[Language, Language]  # of `here`, of `there`
    relations: Relations
    seconds: Sequence[Reading] = ()  # second translations
    backs: Sequence[Reading] = ()  # sound back-translations

    @cached_property
    def odds(self) -> tuple[Values, Values]:
        """p(source | target) and p(target | source)."""
        return self.relations.table.odds([w.key for w in self.here], [w.key for w in self.there])

    @cached_property
    def rows(self) -> list[int]:
        """The rows of the source words in the table of word translations; 0 where it does not know one."""
        return [self.relations.table.source.row(w.key).number for w in self.there]

    @cached_property
    def met(self) -> Values:
        """0..1: how much of what each source word is translated by stands there."""
        return np.asarray(self.odds[1].sum(0).clip(0, 1))

    @cached_property
    def meant(self) -> Values:
        """0..1: how much of what each target word may mean stands in the original."""
        return np.asarray(self.odds[0].sum(1).clip(0, 1))

    @cached_property
    def anchors(self) -> tuple[list[int], list[int]]:
        """Source words, in order, that surely stand for a target word, and the places of those."""
        joint = self.odds[0] * self.odds[1]
        best = joint.argmax(0).tolist()
        found = [(s, t) for s, t in enumerate(best) if joint[t, s] >= ANCHOR and joint[t, s] >= joint[t].max()]
        return [s for s, _ in found], [t for _, t in found]

    def place(self, s: int) -> float:
        """Where among the target words source word `s` should stand, by the anchors around it."""
        there, here = self.anchors
        return float(np.interp(s, there, here)) if there else s * len(self.here) / len(self.there)

    def beside(self, s: int, t: int) -> int:
        """How many of the two words on either side of source word `s` are anchored near target word `t`."""
        there, here = self.anchors
        return sum(abs(t - k) <= 2 for n, k in zip(there, here, strict=True) if n != s and abs(n - s) <= 2)

    @cached_property
    def second_odds(self) -> Values | None:
        """p(target | source) of the likeliest word of the second translations for each source word; None without."""
        keys = [key for reading in self.seconds for key in words(reading.text)]
        if not keys:
            return None
        return np.asarray(self.relations.table.odds(keys, [w.key for w in self.there])[1].max(0))

    @cached_property
    def second_forms(self) -> frozenset[str]:
        """All forms of the words of the second translations."""
        return frozenset().union(*(forms(w, self.languages[0]) for r in self.seconds for w in words(r.text)))

    @cached_property
    def back_rows(self) -> set[int]:
        """Rows of the words of the back-translations."""
        return {self.relations.row(w) for b in self.backs for w in words(b.text)}

    @cached_property
    def negators(self) -> tuple[list[int], list[int]]:
        """The words of both sides that deny, by their numbers."""
        return _negators(self.here, self.languages[0]), _negators(self.there, self.languages[1])

    @cached_property
    def denied(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Whether a negator of its clause stands before, or right behind, each word of either side."""
        found = []
        for side, text, negators in zip((self.here, self.there), self.texts, self.negators, strict=True):
            found.append(_around(side, text, negators))
        return found[0], found[1]

    def denying(self, here: bool, n: int) -> bool:
        """Whether word `n` of the translation (`here`), or of the original, denies something if only in part."""
        if here:
            return bool(_parts(self.here[n]) & self.languages[0].negation.denying)
        word = self.there[n]
        return word.key in self.relations.denying or prefixed(word, self.languages[1])

    @cached_property
    def doubted(self) -> NDArray[np.bool_]:
        """The same of the target words, with all words that deny something if only in part."""
        return _around(self.here, self.texts[0], [n for n in range(len(self.here)) if self.denying(True, n)])


def of_link(case: Case, at: int, relations: Relations) -> Sides | None:
    """The two sides of link number `at` with all that the translators say; None where one has no words."""
    told, link = evidence(case), case.links[at]
    here = [w for i in link.target for w in told.target[i]]
    there = [w for i in link.source for w in told.source[i]]
    if not here or not there or case.original is None:
        return None
    seconds = [r for n in range(len(case.again)) for i in link.source if (r := case.second(n, i)) is not None]
    backs = [back for i in link.target if (back := sound(case, i))]
    texts, languages = (case.text, case.original.text), (case.target_language, case.source_language)
    return Sides(here, there, texts, languages, relations, seconds, backs)


def of_texts(target: str, source: str, languages: tuple[Language, Language], relations: Relations) -> Sides | None:
    """Two stretches of which nothing is known but the words; None where one has none."""
    nothing = [None] * len(PROVIDERS)
    here, there = (
        [Word(w.start, w.end, w.text, w.key, *nothing) for w in cut_stretch(text, key)]
        for text, key in ((target, str), (source, relations.key))
    )
    return Sides(here, there, (target, source), languages, relations) if here and there else None


def low(word: Word) -> str:
    return word.text.lower().replace("’", "'")


def clause(text: str, one: Word, other: Word) -> bool:
    """Whether no punctuation stands between two words of a text."""
    first, last = (one, other) if one.start <= other.start else (other, one)
    return not STOPS.intersection(text[first.end : last.start])


def prefixed(word: Word, language: Language) -> bool:
    """Whether a word looks as if a negative prefix or suffix were in it: unsafe, useless."""
    key, negation = low(word), language.negation
    if key in negation.only_seemingly or len(key) < 6:
        return False
    return key.startswith(negation.prefixes) or (bool(negation.suffixes) and key.endswith(negation.suffixes))


def _parts(word: Word) -> set[str]:
    return {low(word), *low(word).split("-")}


def _negators(side: Sequence[Word], language: Language) -> list[int]:
    words_ = language.negation.negators
    numbered = language.stops.numbered  # the No. of No. 11
    return [
        n
        for n, word in enumerate(side)
        if low(word) in words_ and not (low(word) in numbered and side[n + 1 : n + 2] and side[n + 1].text[0].isdigit())
    ]


def _around(side: Sequence[Word], text: str, denying: Sequence[int]) -> NDArray[np.bool_]:
    found = np.zeros(len(side), bool)
    for n in denying:
        for k in range(max(0, n - BEHIND), min(len(side), n + BEFORE + 1)):
            found[k] |= k != n and clause(text, side[n], side[k])
    return found
