"""Parallel text -> the bilingual word list mtaudit/data/lexicon.tsv.xz.

usage: python tools/lexicon/build.py TRAIN.tsv.xz OUT.tsv.xz [--held-out GOLD.jsonl ...]

Reads `id <tab> en <tab> tag` lines (risk classes A and B of its SOURCES.md) and learns word translations with
IBM Model 1 (Brown et al. 1993) in both directions, with the diagonal prior of fast_align (Dyer et al. 2013) and, in
the last rounds, alignment by agreement (Liang et al. 2006): only links that both directions believe in count.
Same input, same bytes out.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import math
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools" / "translators")]

from corpus import held_out_keys, read_pairs  # noqa: E402

from mtaudit.originals.words import fold, words  # noqa: E402

# Share of each source that is read: interface text and computer manuals say the same few words over and over.
SHARES = {
    "deb-catalogs": 0.3, "msdocs-mt": 0.4, "msdocs-ht": 0.5, "django-docs": 0.3, "libreoffice-help": 0.3,
    "libreoffice-ui": 0.2, "gnome-help": 0.5, "chromium": 0.5, "mediawiki": 0.3, "tldr": 0.3, "debian-reference": 0.4,
    "firefox": 0.3, "wordpress": 0.3, "pkp-ojs": 0.3, "inasafe": 0.3,
}  # fmt: skip
# English inflection, folded so that `guarantees`, `guaranteed` and `guarantee` are one entry: (suffix, letters left).
SUFFIXES = (("'s", 2), ("'", 2), ("iness", 4), ("ies", 3), ("ied", 3), ("ing", 4), ("ss", 99), ("es", 4),
            ("ed", 4), ("s", 3), ("e", 4),
            ("y", 4))  # fmt: skip
LONGEST = 50  # words a side
RARE = 2  # words seen less often are left out, except those of word lists
WORD_LISTS = {"freedict", "iso-codes"}
TENSION = 4.0  # of the diagonal prior, fast_align's start value
ROUNDS = (3, 3)  # apart, in agreement
MOST = 6  # translations a word
ENTRIES = 38_000


def sampled(pairs: list[tuple[str, str, str]]) -> list[tuple[list[str], list[str], bool]]:
    """Words of the pairs that SHARES lets through, and whether the pair is of a word list.

    Chosen by a hash of the text, so always the same ones.
    """
    kept = []
    for source, target, tag in pairs:
        share = SHARES.get(tag, 1.0)
        if share < 1 and int(hashlib.sha256(source.encode()).hexdigest()[:8], 16) / 2**32 >= share:
            continue
        indonesian, english = words(source), words(target)
        if 0 < len(indonesian) <= LONGEST and 0 < len(english) <= LONGEST:
            kept.append((indonesian, english, tag in WORD_LISTS))
    return kept


def numbered(sides: list[list[str]], listed: set[str]) -> tuple[dict[str, int], Counter[str], Counter[str]]:
    """Words `listed` or seen `RARE` times -> their index (0 is for all the others), counts, counts by sentence."""
    counts = Counter(word for side in sides for word in side)
    by_sentence = Counter(word for side in sides for word in set(side))
    kept = sorted((w for w, n in counts.items() if n >= RARE or w in listed), key=lambda w: (-counts[w], w))
    return {word: i + 1 for i, word in enumerate(kept)}, counts, by_sentence


def links(
    left: list[list[int]], right: list[list[int]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """All word pairs of all sentence pairs: word pair code, token index left and right, diagonal prior."""
    codes, at_left, at_right, priors = [], [], [], []
    first_left = first_right = 0
    for a, b in zip(left, right, strict=True):
        n, m = len(a), len(b)
        x, y = np.asarray(a, np.int64), np.asarray(b, np.int64)
        codes.append(((x[:, None] << 32) | y[None, :]).ravel())
        at_left.append(np.repeat(np.arange(first_left, first_left + n, dtype=np.int32), m))
        at_right.append(np.tile(np.arange(first_right, first_right + m, dtype=np.int32), n))
        apart = np.abs((np.arange(n)[:, None] + 0.5) / n - (np.arange(m)[None, :] + 0.5) / m)
        priors.append(np.exp(-TENSION * apart).astype(np.float32).ravel())
        first_left += n
        first_right += m
    return (
        np.concatenate(codes),
        np.concatenate(at_left),
        np.concatenate(at_right),
        np.concatenate(priors),
        np.asarray([first_left, first_right]),
    )


def learn(left: list[list[int]], right: list[list[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Word pairs (two index arrays) and the expected number of times they are translations of each other."""
    codes, at_left, at_right, prior, (n_left, n_right) = links(left, right)
    pairs, code = np.unique(codes, return_inverse=True)
    del codes
    code = code.astype(np.int32)
    one, two = (pairs >> 32).astype(np.int64), (pairs & 0xFFFFFFFF).astype(np.int64)
    unknown = (one == 0) | (two == 0)
    forward = np.full(len(pairs), 1.0 / (two.max() + 1), np.float32)  # p(right | left)
    backward = np.full(len(pairs), 1.0 / (one.max() + 1), np.float32)  # p(left | right)
    null_right = np.float32(0.08)  # share of words that stand for nothing (p0 of fast_align)
    both = np.zeros(len(pairs))
    for round_ in range(sum(ROUNDS)):
        a = forward[code] * prior
        a *= (1 - null_right) / np.maximum(np.bincount(at_right, a, n_right), 1e-30)[at_right].astype(np.float32)
        b = backward[code] * prior
        b *= (1 - null_right) / np.maximum(np.bincount(at_left, b, n_left), 1e-30)[at_left].astype(np.float32)
        if round_ >= ROUNDS[0]:
            a *= b
            both = np.bincount(code, a, len(pairs))
            both[unknown] *= 0.01
            count_a = count_b = both
        else:
            count_a, count_b = np.bincount(code, a, len(pairs)), np.bincount(code, b, len(pairs))
        forward = (count_a / np.maximum(np.bincount(one, count_a), 1e-9)[one]).astype(np.float32)
        backward = (count_b / np.maximum(np.bincount(two, count_b), 1e-9)[two]).astype(np.float32)
        print(f"round {round_ + 1}: {len(code)} links, {len(pairs)} word pairs", flush=True)
    return one, two, both


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--held-out", type=Path, nargs="*", default=[])
    options = parser.parse_args()

    text = sampled(read_pairs(options.train, held_out_keys(options.held_out)))
    surface = Counter(word for _, english, _ in text for word in english)
    left_text = [indonesian for indonesian, _, _ in text]
    right_text = [[fold(word, SUFFIXES) for word in english] for _, english, _ in text]
    lists = [i for i, (_, _, listed) in enumerate(text) if listed]
    left_index, left_counts, left_df = numbered(left_text, {w for i in lists for w in left_text[i]})
    right_index, _, right_df = numbered(right_text, {w for i in lists for w in right_text[i]})
    print(f"{len(text)} sentence pairs, {len(left_index)} and {len(right_index)} words", flush=True)
    one, two, both = learn(
        [[left_index.get(w, 0) for w in side] for side in left_text],
        [[right_index.get(w, 0) for w in side] for side in right_text],
    )
    spelled: dict[str, str] = {}  # folded -> its most frequent form
    for word, _ in sorted(surface.items(), key=lambda item: (-item[1], item[0])):
        spelled.setdefault(fold(word, SUFFIXES), word)
    write(options.out, len(text), left_index, left_counts, left_df, right_index, right_df, one, two, both, spelled)


def write(out, n, left_index, left_counts, left_df, right_index, right_df, one, two, both, spelled) -> None:
    """Prune and write; see mtaudit/originals/lexicon.py for the file's shape."""
    left_words, right_words = ["", *left_index], ["", *right_index]
    total_left, total_right = np.bincount(one, both), np.bincount(two, both)
    share = both / np.maximum(total_left[one], 1e-9)
    back = both / np.maximum(total_right[two], 1e-9)
    keep = (both >= 0.3) & (share >= 0.03) & (np.sqrt(share * back) >= 0.01) & (one > 0) & (two > 0)
    entries: dict[str, list[tuple[float, str]]] = {}
    for i in np.flatnonzero(keep):
        a, b = left_words[one[i]], right_words[two[i]]
        if not a[0].isdigit() and not b[0].isdigit():
            entries.setdefault(a, []).append((float(share[i]), b))
    best = {word: sorted(found, key=lambda item: (-item[0], item[1]))[:MOST] for word, found in entries.items()}
    # A word that stays as it is (a name) needs no entry.
    best = {w: found for w, found in best.items() if not (fold(w, SUFFIXES) == found[0][1] and found[0][0] > 0.8)}
    chosen = sorted(sorted(best, key=lambda w: (-left_counts[w], w))[:ENTRIES])
    english = sorted({b for w in chosen for _, b in best[w]} | {w for w, df in right_df.items() if df >= 5})
    number = {word: i for i, word in enumerate(english)}
    lines = ["#suffixes\t" + " ".join(f"{s}:{k}" for s, k in SUFFIXES), "#source"]
    lines += [f"{spelled[w]}\t{idf(right_df[w], n)}" for w in english]
    lines += ["#target"]
    for w in chosen:
        told = " ".join(f"{number[b]}:{max(1, round(p * 100))}" for p, b in best[w])
        lines.append(f"{w}\t{idf(left_df[w], n)}\t{told}")
    others = sorted(w for w, df in left_df.items() if df >= 5 and w not in best and not w[0].isdigit())
    lines += [f"{w}\t{idf(left_df[w], n)}\t" for w in others]
    data = ("\n".join(lines) + "\n").encode()
    out.write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(chosen)} Indonesian entries, {len(english)} English words, {out.stat().st_size} bytes")


def idf(df: int, n: int) -> int:
    """Ten times the natural logarithm of (sentences / sentences with the word)."""
    return round(10 * math.log(n / max(df, 1)))


if __name__ == "__main__":
    main()
