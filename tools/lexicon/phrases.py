"""Phrases of two words that stand for a word or for two, out of aligned sentences (align.py)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from align import Corpus, Floats
from numpy.typing import NDArray

Counts = NDArray[np.float64]

MOST = 1 << 16  # words a side that four numbers in 64 bits can tell apart
SURE = 0.4  # links that phrases rest on
SEEN = 3.0  # how often a phrase is seen, by weight
SHARE = 0.04  # one of a phrase's two probabilities is as high


class Phrases(NamedTuple):
    """Phrases by base, two numbers a side (the second 0 where there is one word), and both their probabilities."""

    left: NDArray[np.int64]  # (n, 2)
    right: NDArray[np.int64]  # (n, 2)
    onward: Counts  # p(right | left)
    back: Counts  # p(left | right)


def phrases(corpus: Corpus, links: Floats) -> Phrases:
    """Phrases seen SEEN times of which one probability is SHARE or more."""
    codes, counts = phrase_pairs(corpus, links)
    codes, counts = codes[counts >= SEEN], counts[counts >= SEEN]
    left, right = codes >> np.uint64(32), codes & np.uint64(0xFFFFFFFF)
    onward = counts / np.maximum(occurrences(corpus.left, corpus.left_firsts, corpus.weights, left), counts)
    back = counts / np.maximum(occurrences(corpus.right, corpus.right_firsts, corpus.weights, right), counts)
    kept = np.maximum(onward, back) >= SHARE
    split = [np.stack([c >> np.uint64(16), c & np.uint64(0xFFFF)], 1).astype(np.int64)[kept] for c in (left, right)]
    return Phrases(split[0], split[1], onward[kept], back[kept])


def telling(found: Phrases, pairs: NDArray[np.int64], counts: Counts, linked: list[Counts]) -> Phrases:
    """Those of them of which some word, taken alone, is less likely, by either probability."""
    width = len(linked[1])
    codes = pairs[0] * width + pairs[1]
    order = np.argsort(codes)
    codes, counts = codes[order], counts[order]
    words_alone = []
    for k in (0, 1):
        best = np.zeros((2, len(found.left)))
        for i in (0, 1):
            for j in (0, 1):
                rows = found.left[:, i], found.right[:, j]
                at = np.searchsorted(codes, rows[0] * width + rows[1]).clip(max=len(codes) - 1)
                p = np.where(codes[at] == rows[0] * width + rows[1], counts[at], 0) / (linked[k][rows[k]] + 0.5)
                best[i] = np.maximum(best[i], np.where(rows[1] > 0, p, 0))
        words_alone.append(np.where(found.left[:, 1] > 0, best.min(0), best[0]))
    kept = (words_alone[0] < found.onward) | (words_alone[1] < found.back)
    return Phrases(*(column[kept] for column in found))


def spans(
    starts: NDArray[np.int64], rows: NDArray[np.int64], partners: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First and last partner of every word by place in the corpus; first > last where it has none."""
    first, last = np.full(starts[-1], np.iinfo(np.int64).max), np.full(starts[-1], -1)
    np.minimum.at(first, rows, partners)
    np.maximum.at(last, rows, partners)
    return first, last


def phrase_pairs(corpus: Corpus, links: Floats) -> tuple[NDArray[np.uint64], Counts]:
    """Phrases that stand for each other and for nothing else, of two words on one side and one or two on the other.

    Each as four numbers of 16 bits, two a side, the second 0 where there is one; and how often it was seen, by weight.
    """
    cells = np.flatnonzero(links >= SURE)
    sentence = np.searchsorted(corpus.firsts, cells, side="right") - 1
    row, column = np.divmod(cells - corpus.firsts[sentence], corpus.shape[sentence, 1])
    here, there = corpus.left_firsts[sentence] + row, corpus.right_firsts[sentence] + column
    texts = corpus.left.astype(np.uint64), corpus.right.astype(np.uint64)
    starts = corpus.left_firsts, corpus.right_firsts
    edges = spans(starts[0], here, there), spans(starts[1], there, here)
    codes, weights = [], []
    for k in (0, 1):
        first, last = (np.asarray(edge) for edge in edges[k])
        ends = starts[k][1:] - 1  # the last word of a sentence begins no phrase
        begins = np.setdiff1d(np.arange(starts[k][-1] - 1), ends)
        low = np.minimum(first[begins], first[begins + 1])
        high = np.maximum(last[begins], last[begins + 1])
        short = (high >= 0) & (high - low <= 1 - k)  # two for two are found from the left
        begins, low, high = begins[short], low[short], high[short]
        back_first, back_last = edges[1 - k]
        closed = np.minimum(back_first[low], back_first[high]) >= begins
        closed &= np.maximum(back_last[low], back_last[high]) <= begins + 1
        begins, low, high = begins[closed], low[closed], high[closed]
        mine = texts[k][begins] << np.uint64(16) | texts[k][begins + 1]
        other = texts[1 - k][low] << np.uint64(16) | np.where(high > low, texts[1 - k][high], 0)
        known = (texts[k][begins] > 0) & (texts[k][begins + 1] > 0) & (texts[1 - k][low] > 0)
        known &= (high == low) | (texts[1 - k][high] > 0)
        left, right = (mine, other) if k == 0 else (other, mine)
        codes.append((left << np.uint64(32) | right)[known])
        weights.append(corpus.weights[np.searchsorted(starts[k], begins, side="right") - 1][known])
    found, place = np.unique(np.concatenate(codes), return_inverse=True)
    return found, np.bincount(place, np.concatenate(weights))


def occurrences(
    text: NDArray[np.int32], starts: NDArray[np.int64], weights: Floats, wanted: NDArray[np.uint64]
) -> Counts:
    """How often each of the `wanted` phrases (two numbers of 16 bits) occurs, by weight."""
    numbers = text.astype(np.uint64)
    each = np.repeat(weights, np.diff(starts)).astype(np.float64)
    same = np.ones(len(text) - 1, bool)
    same[starts[1:-1] - 1] = False
    pairs = (numbers[:-1] << np.uint64(16) | numbers[1:])[same]
    codes, place = np.unique(np.concatenate([pairs, numbers << np.uint64(16)]), return_inverse=True)
    counts = np.bincount(place, np.concatenate([each[:-1][same], each]))
    at = np.searchsorted(codes, wanted).clip(max=len(codes) - 1)
    return np.where(codes[at] == wanted, counts[at], 0.0)
