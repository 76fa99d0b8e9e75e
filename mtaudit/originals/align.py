"""Which sentence of a translation stands for which of its original: dynamic programming over beads.

The way of Gale & Church (1993) with word likeness in place of length alone, as in Bleualign (Sennrich & Volk 2010).
Order is kept at first; what that leaves over on both sides is then joined where it was only moved (moved.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mtaudit.case import Link
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.languages.sentences import Sentence
from mtaudit.originals.grid import Grid, Matrix, grid
from mtaudit.originals.lexicon import Lexicon, Terms, load
from mtaudit.originals.moved import Block, merged, moved

# Measured on pseudo-articles made of the dev part of the parallel data (benchmarks/originals.py --dev), not on gold.
FLOOR = 0.20  # likeness at which a link is worth nothing
LENGTH = 0.12  # what a fitting length adds to the likeness
SPREAD = 0.30  # standard deviation of log(length / expected length)
ALONE = -0.06  # a sentence without partner
PART, PART_FLOOR = 0.6, 0.36  # taken off where a sentence of a merged bead has no part in it; share from which it has
MERGED = (0.0, 0.07, 0.70)  # taken off for beads of 1-1, of 1-2 and 2-1, of 2-2
NEVER = -9.0  # likeness of what can't be one
BEADS = ((1, 0), (1, 1), (1, 2), (2, 1), (2, 2))  # and 0-1, which is handled along the row


def align(
    target: Sequence[Sentence],
    source: Sequence[Sentence],
    back_translations: Sequence[str | None] = (),
    lexicon: Lexicon | None = None,
    pair: LanguagePair = ENGLISH_INDONESIAN,
) -> tuple[Link, ...]:
    """Links in the order of the translation; every sentence of both sides is in exactly one.

    `back_translations` holds one text or None for each target sentence, or nothing at all. Raises `ValueError` where
    it has another length. `Link.score` is the likeness 0..1, 0 where one side is empty; below 0.2 a link rests on its
    place and length alone (right in human translations, not where a sentence was replaced by another).
    """
    if len(back_translations) not in (0, len(target)):
        raise ValueError(f"{len(back_translations)} back-translations for {len(target)} sentences")
    words = lexicon or load(pair)
    terms = [words.target_terms(sentence.text) for sentence in target]
    others = [words.source_terms(sentence.text) for sentence in source]
    backs = [words.source_terms(text or "") for text in back_translations]
    alike = grid(words, terms, others, backs)
    long, other = _lengths(target), _lengths(source)

    def part(rows: Block, columns: Block) -> list[Link]:
        links = _trace(alike.part(rows, columns), long[slice(*rows)], other[slice(*columns)], pair.length)
        return _numbered(links, range(*rows), range(*columns))

    links = _trace(alike, long, other, pair.length)
    elsewhere = moved(links, alike, part)
    if elsewhere:  # the rest once more without them
        rows = sorted(set(range(len(target))) - {t for link in elsewhere for t in link.target})
        columns = sorted(set(range(len(source))) - {s for link in elsewhere for s in link.source})
        ours = [backs[i] for i in rows if backs]
        rest = grid(words, [terms[i] for i in rows], [others[j] for j in columns], ours)
        seamed = _seamed(rest, rows, columns)
        links = tuple(_numbered(_trace(seamed, long[rows], other[columns], pair.length), rows, columns))
    return merged(links, elsewhere)


def unit_by_unit(
    target: Sequence[Sentence],
    source: Sequence[Sentence],
    back_translations: Sequence[str | None],
    pair: LanguagePair = ENGLISH_INDONESIAN,
) -> tuple[Link, ...]:
    """The links of a bilingual file, whose units are the alignment: each of `target` to the one at its place.

    `Link.score` is the likeness of their words, 0..1, as `align` has it. Raises `ValueError` where there are more on
    one side.
    """
    words = load(pair)
    found = []
    for number, (here, there, back) in enumerate(zip(target, source, back_translations, strict=True)):
        alike = grid(words, [words.target_terms(here.text)], [words.source_terms(there.text)], _back(words, back))
        found.append(Link((number,), (number,), float(alike.one_one[0, 0])))
    return tuple(found)


def _back(words: Lexicon, back: str | None) -> list[Terms]:
    return [words.source_terms(back)] if back else []


def _alone(rows: Sequence[int], columns: Sequence[int]) -> tuple[Link, ...]:
    return (*(Link((i,), (), 0.0) for i in rows), *(Link((), (j,), 0.0) for j in columns))


def _numbered(links: Sequence[Link], rows: Sequence[int], columns: Sequence[int]) -> list[Link]:
    """Links between parts of the texts, by the numbers that their sentences have in the whole."""
    return [Link(tuple(rows[t] for t in x.target), tuple(columns[s] for s in x.source), x.score) for x in links]


def _seamed(alike: Grid, rows: Sequence[int], columns: Sequence[int]) -> Grid:
    """The same where no two sentences count as one that weren't neighbours in the whole."""
    for i, (a, b) in enumerate(pairwise(rows)):
        if b - a > 1:
            alike.two_one[i] = alike.two_two[i] = NEVER
    for j, (a, b) in enumerate(pairwise(columns)):
        if b - a > 1:
            alike.one_two[:, j] = alike.two_two[:, j] = NEVER
    return alike


def _lengths(sentences: Sequence[Sentence]) -> NDArray[np.floating]:
    return np.array([len(s.text) + 1.0 for s in sentences])


def _gains(alike: Grid, long: NDArray[np.floating], other: NDArray[np.floating], usual: float) -> list[Matrix]:
    """What each bead is worth, by the order of BEADS; [i, j] is the bead that begins at target i and source j."""
    other = other * (long.sum() / other.sum() if 0.7 < long.sum() / other.sum() < 1.5 else usual)
    long2, other2 = long[:-1] + long[1:], other[:-1] + other[1:]

    def idle(share: Matrix) -> Matrix:
        """How far a sentence is from having part in a merged bead; empty sentences have none."""
        return np.asarray(PART * np.maximum(0, PART_FLOOR - share) / PART_FLOOR)

    idle_t, idle_s = idle(alike.carried), idle(alike.covered).T  # both (n, m)

    def worth(likeness: Matrix, a: NDArray[np.floating], b: NDArray[np.floating], sentences: int) -> Matrix:
        apart = np.log(a)[:, None] - np.log(b)[None, :]
        fit = np.exp(-0.5 * (apart / SPREAD) ** 2)
        return np.asarray((likeness + LENGTH * fit - FLOOR - LENGTH / 2) * sentences / 2 - MERGED[sentences - 2])

    return [
        np.full((len(long), len(other) + 1), ALONE),
        worth(alike.one_one, long, other, 2),
        worth(alike.one_two, long, other2, 3) - np.maximum(idle_s[:, :-1], idle_s[:, 1:]),
        worth(alike.two_one, long2, other, 3) - np.maximum(idle_t[:-1], idle_t[1:]),
        worth(alike.two_two, long2, other2, 4),
    ]


def _trace(alike: Grid, long: NDArray[np.floating], other: NDArray[np.floating], usual: float) -> tuple[Link, ...]:
    """The best way through: rows are target sentences, a whole row of source sentences is done at once.

    `usual`: letters of a translation for one letter of its original, where these texts don't tell.
    """
    n, m = len(long), len(other)
    if not n or not m:
        return _alone(range(n), range(m))
    gains = _gains(alike, long, other, usual)
    best = np.full((n + 1, m + 1), -np.inf)
    came = np.full((n + 1, m + 1), -1, np.int8)  # index in BEADS, -1: 0-1
    along = np.arange(m + 1) * ALONE
    best[0] = along
    for i in range(1, n + 1):
        for number, (t, s) in enumerate(BEADS):
            if t > i or s > m:
                continue
            reached = best[i - t, : m + 1 - s] + gains[number][i - t]
            better = reached > best[i, s:]
            best[i, s:][better] = reached[better]
            came[i, s:][better] = number
        run = np.maximum.accumulate(best[i] - along) + along  # 0-1 beads
        skipped = run > best[i] + 1e-9
        best[i][skipped] = run[skipped]
        came[i][skipped] = -1
    scores = (None, alike.one_one, alike.one_two, alike.two_one, alike.two_two)
    links = []
    i, j = n, m
    while i or j:
        number = int(came[i, j])
        t, s = BEADS[number] if number >= 0 else (0, 1)
        i, j = i - t, j - s
        likeness = scores[number] if number > 0 else None
        score = 0.0 if likeness is None else min(1.0, float(likeness[i, j]))
        links.append(Link(tuple(range(i, i + t)), tuple(range(j, j + s)), round(score, 4)))
    return tuple(reversed(links))
