"""Quantities and comparisons turned round: a few that became some, less that became more, at least that became at most.

Told only where the very word that was counted or compared stands in the translation, by the bilingual word list, with
nothing near it that could deny it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mtaudit.evidence.affinity import Affinity
from mtaudit.evidence.interface import Word
from mtaudit.languages.interface import Language
from mtaudit.polarity.sides import Sides, clause, low

SURE = 0.5  # affinity from which a word stands for another
CONTRARY = {  # senses of the quantity tables that contradict each other, as (in the original, in the translation)
    *(("few", other) for other in ("some", "many", "all")),
    *(("many", other) for other in ("few", "none")),
    *(("all", other) for other in ("few", "none")),
    *(("none", other) for other in ("some", "many", "all")),
}
BOUNDS = {  # the same of limits: at least, at most, more than, less than, nearly
    *(("least", "most"), ("most", "least"), ("above", "below"), ("below", "above")),
    *(("above", "almost"), ("almost", "above"), ("least", "below"), ("most", "above")),
}

Span = tuple[int, int]
Found = tuple[
    Literal["quantity", "comparison", "negation lost"], Span, Span
]  # kind, stretches of the original and the translation


@dataclass(frozen=True)
class _Side:
    text: str
    words: Sequence[Word]
    language: Language
    denied: NDArray[np.bool_]
    doubted: NDArray[np.bool_]  # denied, if only in part

    def next(self, i: int) -> int | None:
        """The word right behind word `i` in its clause, where it says something of its own."""
        k = i + 1
        return (
            k if k < len(self.words) and self.content(k) and clause(self.text, self.words[i], self.words[k]) else None
        )

    def content(self, i: int) -> bool:
        word = self.words[i]
        return low(word) not in self.language.light and word.text.isalpha() and len(word.text) > 2


def turned(sides: Sides, affinity: Affinity) -> Iterator[Found]:
    """What is counted or compared the other way round."""
    here = _Side(sides.texts[0], sides.here, sides.languages[0], sides.denied[0], sides.doubted)
    there = _Side(sides.texts[1], sides.there, sides.languages[1], sides.denied[1], sides.denied[1])
    if "?" in there.text[sides.there[0].start : sides.there[-1].end + 2]:
        return
    yield from _indefinites(sides, there, here)
    yield from _quantities(there, here, affinity)
    yield from _comparisons(there, here, affinity)


def _indefinites(sides: Sides, original: _Side, translation: _Side) -> Iterator[Found]:
    """Nowhere that has become `mana-mana`, nothing `apa-apa`: said twice, such words deny only behind a negator."""
    denying_here, denying_there = sides.negators
    senses = translation.language.senses.indefinites
    for n in () if denying_here else denying_there:
        word = low(original.words[n])
        forms = {
            f
            for sense, own in original.language.senses.indefinites.items()
            if word in own
            for f in senses.get(sense, ())
        }
        for first, last in _doubled(translation, forms):
            yield "negation lost", _span(original, n, n), _span(translation, first, last)
            return


def _doubled(side: _Side, forms: set[str]) -> Iterator[tuple[int, int]]:
    """Words of `forms` said twice with a hyphen between, blanks or not: `mana-mana`, `mana -mana`."""
    for k, word in enumerate(side.words):
        one, _, other = low(word).partition("-")
        if one == other and one in forms:
            yield k, k
        after = side.words[k + 1] if k + 1 < len(side.words) else None
        if after and low(word) == low(after) in forms and side.text[word.end : after.start].strip() == "-":
            yield k, k + 1


def _counted(side: _Side) -> Iterator[tuple[str, int, int]]:
    """Quantities as (sense, index of the first word, index of the word counted)."""
    words = [low(w) for w in side.words]
    counting = side.language.senses.counting
    i = 0
    while i < len(words):
        found = [
            (len(phrase), sense)
            for phrase, sense in counting.get(words[i], ())
            if (*words[i : i + len(phrase)],) == phrase
        ]
        size, sense = max(found, default=(1, ""))
        last = i + size - 1
        if found and last + 1 < len(words) and clause(side.text, side.words[last], side.words[last + 1]):
            yield sense, i, last + 1
        i += size


def _quantities(original: _Side, translation: _Side, affinity: Affinity) -> Iterator[Found]:
    given = list(_counted(translation))
    for sense, first, noun in _counted(original):
        if original.denied[noun] and sense != "few":
            continue
        for other, begin, counted in given:
            pair = sense, other
            turned_round = (pair in CONTRARY and not translation.doubted[begin]) or (
                pair in BOUNDS and not translation.denied[begin]
            )
            if turned_round and _stands_for(translation.words[counted], original.words[noun], affinity):
                yield "quantity", _span(original, first, noun), _span(translation, begin, counted)
                break


def _comparisons(original: _Side, translation: _Side, affinity: Affinity) -> Iterator[Found]:
    """Less important that has become more important, and the other way round."""
    there, here = original.language.senses.comparatives, translation.language.senses.comparatives
    for sense, other in (("less", "more"), ("more", "less")):
        for i, word in enumerate(original.words):
            following = original.next(i)
            if low(word) not in there.get(sense, ()) or following is None or original.denied[i]:
                continue
            if any(
                low(w) in there.get(other, ()) and _same(original, original.next(k), following, affinity)
                for k, w in enumerate(original.words)
            ):
                continue  # more effective than this and less effective than that
            for k, w in enumerate(translation.words):
                behind = translation.next(k)
                if low(w) not in here.get(other, ()) or behind is None or translation.doubted[k]:
                    continue
                phrase = f"{low(w)} {low(translation.words[behind])}"
                if phrase not in here.get(sense, ()) and _stands_for(
                    translation.words[behind], original.words[following], affinity
                ):
                    yield "comparison", _span(original, i, following), _span(translation, k, behind)
                    break


def _same(side: _Side, i: int | None, k: int, affinity: Affinity) -> bool:
    return i is not None and affinity.base(side.words[i].key) == affinity.base(side.words[k].key)


def _stands_for(word: Word, other: Word, affinity: Affinity) -> bool:
    if word.text.isdigit() and other.text.isdigit():
        return word.text == other.text
    return affinity.of(word.key, affinity.base(other.key)) >= SURE


def _span(side: _Side, first: int, last: int) -> Span:
    return side.words[first].start, side.words[last].end
