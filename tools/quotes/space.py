"""Parallel and English text -> mtaudit/data/word_space.id-en.npz (see mtaudit/evidence/space.py for its shape).

usage: python tools/quotes/space.py TRAIN.tsv.xz MONO.en.txt.xz OUT.npz [--held-out GOLD.jsonl ...]

Alignments: as tools/lexicon/build.py learns them (agreement of both directions), but all partners are kept, not the six
likeliest. Vectors: positive pointwise mutual information of words within WINDOW of each other (weight 1 / sqrt of the
distance; context counts to the power of 0.75), factored by randomised singular values (Halko et al. 2011), rows scaled
by the square root of the singular values. Text of risk class C is left out. Needs scipy; about six minutes and 6 GB.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy import sparse

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools" / "translators"), str(ROOT / "tools" / "lexicon")]

from build import SUFFIXES, learn, numbered, sampled  # noqa: E402
from corpus import held_out_keys, read_pairs  # noqa: E402

from mtaudit.originals.words import fold, words  # noqa: E402

RARE, WORDS, CONTEXTS = 8, 32_000, 12_000
WINDOW = 5
DIMENSIONS, SPARE, POWER = 128, 20, 4  # of the factors, of which KEPT are carried
KEPT = 64
SEEN, LEAST, STRONG = 0.05, 0.15, 0.002  # expected links of a pair that counts; that is carried; and its strength
PRIOR, OF = 7, 10  # aligned occurrences that every word is credited with, and out of how many


def vectors(sentences: list[list[str]]) -> tuple[list[str], np.ndarray]:
    """Words by frequency and their unit vectors, (words, KEPT)."""
    counts = Counter(word for sentence in sentences for word in sentence)
    kept = [w for w, n in counts.most_common() if n >= RARE and not w[0].isdigit()][:WORDS]
    number = {word: i for i, word in enumerate(kept)}
    flat = np.array([number.get(w, -1) for s in sentences for w in [*s, *[""] * (WINDOW + 1)]], np.int32)
    size = (len(kept), min(CONTEXTS, len(kept)))
    total = sparse.csr_matrix(size, dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        both = (flat[:-distance] >= 0) & (flat[distance:] >= 0)
        one, two = flat[:-distance][both], flat[distance:][both]
        for x, y in ((one, two), (two, one)):
            near = y < size[1]
            weight = np.full(near.sum(), 1 / distance**0.5, np.float32)
            total = total + sparse.coo_matrix((weight, (x[near], y[near])), shape=size).tocsr()
    rows, columns = np.asarray(total.sum(axis=1)).ravel(), np.asarray(total.sum(axis=0)).ravel() ** 0.75
    cells = total.tocoo()
    value = np.log(cells.data / (rows[cells.row] * (columns / columns.sum())[cells.col]) + 1e-12)
    more = value > 0
    matrix = sparse.csr_matrix((value[more].astype(np.float32), (cells.row[more], cells.col[more])), shape=size)
    basis = matrix @ np.random.default_rng(0).standard_normal((size[1], DIMENSIONS + SPARE)).astype(np.float32)
    for _ in range(POWER):
        basis = matrix @ np.linalg.qr(matrix.T @ np.linalg.qr(basis)[0])[0]
    basis = np.linalg.qr(basis)[0]
    left, singular, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    found = (basis @ left)[:, :KEPT] * singular[:KEPT] ** 0.5
    return kept, found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("mono", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--held-out", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    pairs = read_pairs(options.train, held_out_keys(options.held_out))
    with lzma.open(options.mono, "rt", encoding="utf-8") as lines:
        texts = [*lines, *(english for _, english, _ in pairs)]
    english, space = vectors([[fold(w, SUFFIXES) for w in words(text)] for text in texts])
    del texts

    chosen = sampled(pairs)
    left_text = [indonesian for indonesian, _, _ in chosen]
    right_text = [[fold(w, SUFFIXES) for w in side] for _, side, _ in chosen]
    lists = [i for i, (_, _, listed) in enumerate(chosen) if listed]
    left_index, left_counts, _ = numbered(left_text, {w for i in lists for w in left_text[i]})
    right_index, right_counts, _ = numbered(right_text, {w for i in lists for w in right_text[i]})
    one, two, both = learn(
        [[left_index.get(w, 0) for w in side] for side in left_text],
        [[right_index.get(w, 0) for w in side] for side in right_text],
    )
    seen = (both >= SEEN) & (one > 0) & (two > 0)
    one, two, both = one[seen], two[seen], both[seen]
    left_words, right_words = np.array(["", *left_index]), np.array(["", *right_index])
    total_left = np.bincount(one, both, len(left_words))
    total_right = np.bincount(two, both, len(right_words))
    share_left = (total_left + PRIOR) / (np.array([left_counts[w] for w in left_words]) + OF)
    share_right = (total_right + PRIOR) / (np.array([right_counts[w] for w in right_words]) + OF)
    strength = both / np.sqrt((total_left[one] + 1) * (total_right[two] + 1))
    figure = [np.array([w[:1].isdigit() for w in side]) for side in (left_words, right_words)]
    kept = (both >= LEAST) & (strength >= STRONG) & ~figure[0][one] & ~figure[1][two]
    one, two, strength = one[kept], two[kept], strength[kept]

    own = sorted({str(right_words[i]) for i in np.unique(two)} | set(english))
    number, row = {w: i for i, w in enumerate(own)}, {w: i for i, w in enumerate(english)}
    carried = np.zeros((len(own), KEPT), np.int8)
    for word, i in number.items():
        if word in row:
            vector = space[row[word]]
            carried[i] = np.round(vector * 127 / np.abs(vector).max())
    here = np.unique(one)
    target_rows = np.searchsorted(here, one)
    partners = np.array([number[str(right_words[t])] for t in two])
    order = np.lexsort((partners, target_rows))
    share_of = dict(zip(right_words.tolist(), share_right.tolist(), strict=True))
    np.savez_compressed(
        options.out,
        target=np.frombuffer("\n".join(left_words[here]).encode(), np.uint8),
        source=np.frombuffer("\n".join(own).encode(), np.uint8),
        vectors=carried,
        first=np.searchsorted(target_rows[order], np.arange(len(here) + 1)).astype(np.int32),
        partner=partners[order].astype(np.uint16),
        strength=_bytes(np.sqrt(strength[order])),
        target_share=_bytes(share_left[here]),
        source_share=_bytes(np.array([share_of.get(w, 0.75) for w in own])),
    )
    size = options.out.stat().st_size
    print(f"{len(here)} Indonesian words, {len(own)} English keys, {len(partners)} pairs, {size} bytes")


def _bytes(values: np.ndarray) -> np.ndarray:
    """0..1 as 0..255."""
    return np.round(np.minimum(1, values) * 255).astype(np.uint8)


if __name__ == "__main__":
    main()
