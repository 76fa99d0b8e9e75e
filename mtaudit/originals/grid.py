"""How alike every sentence (and every two neighbours) of a translation and of an original are, as matrices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mtaudit.originals.lexicon import Lexicon, Terms

Matrix = NDArray[np.floating]


@dataclass(frozen=True)
class Grid:
    """Likeness 0..1 of n target and m source sentences, taken one by one or two neighbours as one.

    `one_one` is (n, m), `one_two` (n, m-1): target i with sources j and j+1, `two_one` (n-1, m), `two_two` (n-1, m-1).
    `carried` (n, m): the share 0..1 of target i that source j carries; `covered` (m, n): of source j that i carries.
    """

    one_one: Matrix
    one_two: Matrix
    two_one: Matrix
    two_two: Matrix
    carried: Matrix
    covered: Matrix

    def part(self, rows: tuple[int, int], columns: tuple[int, int]) -> Grid:
        """The same for target sentences `rows[0]` up to `rows[1]`, source sentences `columns[0]` up to `columns[1]`."""
        (a, b), (c, d) = rows, columns
        return Grid(
            self.one_one[a:b, c:d],
            self.one_two[a:b, c : d - 1],
            self.two_one[a : b - 1, c:d],
            self.two_two[a : b - 1, c : d - 1],
            self.carried[a:b, c:d],
            self.covered[c:d, a:b],
        )


def grid(lexicon: Lexicon, target: Sequence[Terms], source: Sequence[Terms], back: Sequence[Terms] = ()) -> Grid:
    """Likeness by weighted words that stand for each other.

    `target` as `Lexicon.target_terms` gives them, `source` and `back` (back-translations, as many as `target`, an empty
    one where there is none) as `Lexicon.source_terms` does. Where a back-translation is nearer it counts for half; a
    broken one does no harm.
    """
    by_words = _compare(lexicon, target, source, foreign=True)
    if not any(back):
        return by_words
    by_back = _compare(lexicon, back, source, foreign=False)
    there = np.array([bool(terms) for terms in back])
    both = there[:-1] & there[1:]

    def mean(words: Matrix, meaning: Matrix, rows: NDArray[np.bool_]) -> Matrix:
        return np.where(rows[:, None], np.maximum(words, (words + meaning) / 2), words)

    return Grid(
        mean(by_words.one_one, by_back.one_one, there),
        mean(by_words.one_two, by_back.one_two, there),
        mean(by_words.two_one, by_back.two_one, both),
        mean(by_words.two_two, by_back.two_two, both),
        mean(by_words.carried, by_back.carried, there),
        mean(by_words.covered.T, by_back.covered.T, there).T,
    )


def _compare(lexicon: Lexicon, target: Sequence[Terms], source: Sequence[Terms], foreign: bool) -> Grid:
    """`foreign`: the target's terms are words of its language; otherwise they are source keys already."""
    rows = _numbers(target)
    columns = _numbers(source)
    reach = np.zeros((len(rows), len(source)), np.float32)  # word of the target x source sentence: best strength
    cover = np.zeros((len(columns), len(target)), np.float32)  # word of the source x target sentence
    pairs = lexicon.matches(rows, columns) if foreign else [(word, word, 1.0) for word in rows if word in columns]
    in_source, in_target = _places(source, columns), _places(target, rows)
    for word, key, strength in pairs:
        row, column = rows[word], columns[key]
        places = in_source[column]
        reach[row, places] = np.maximum(reach[row, places], strength)
        places = in_target[row]
        cover[column, places] = np.maximum(cover[column, places], strength)
    reach2 = np.maximum(reach[:, :-1], reach[:, 1:])
    cover2 = np.maximum(cover[:, :-1], cover[:, 1:])
    pairs_t = [a | b for a, b in pairwise(target)]
    pairs_s = [a | b for a, b in pairwise(source)]

    def dice(left: Sequence[Terms], right: Sequence[Terms], there: Matrix, back: Matrix) -> Matrix:
        total = _totals(left)[:, None] + _totals(right)[None, :]
        return (_mass(left, rows, there) + _mass(right, columns, back).T) / np.maximum(total, 1e-6)

    return Grid(
        dice(target, source, reach, cover),
        dice(target, pairs_s, reach2, cover),
        dice(pairs_t, source, reach, cover2),
        dice(pairs_t, pairs_s, reach2, cover2),
        _mass(target, rows, reach) / np.maximum(_totals(target), 1e-6)[:, None],
        _mass(source, columns, cover) / np.maximum(_totals(source), 1e-6)[:, None],
    )


def _numbers(sentences: Sequence[Terms]) -> dict[str, int]:
    return {word: i for i, word in enumerate(dict.fromkeys(word for terms in sentences for word in terms))}


def _places(sentences: Sequence[Terms], numbers: dict[str, int]) -> list[list[int]]:
    places: list[list[int]] = [[] for _ in numbers]
    for i, terms in enumerate(sentences):
        for word in terms:
            places[numbers[word]].append(i)
    return places


def _totals(sentences: Sequence[Terms]) -> Matrix:
    return np.array([sum(terms.values()) for terms in sentences], np.float32)


def _mass(sentences: Sequence[Terms], numbers: dict[str, int], strength: Matrix) -> Matrix:
    """Weight of each sentence's words that each sentence of the other side carries."""
    mass = np.zeros((len(sentences), strength.shape[1]), np.float32)
    for i, terms in enumerate(sentences):
        if terms:
            weights = np.fromiter(terms.values(), np.float32, len(terms))
            mass[i] = weights @ strength[[numbers[word] for word in terms]]
    return mass
