"""Parallel text -> mtaudit/data/translation_table.id-en.tsv.xz; mtaudit/evidence/translation_table.py has its shape.

usage: python tools/lexicon/translation_table.py TRAIN.tsv.xz OUT.tsv.xz --held-out GOLD.jsonl ...

Reads `id <tab> en <tab> tag` lines of risk classes A and B, every source with the weight that the translators' training
gives it, aligns the words (align.py), counts what stands for what, lays forms of a word together that are translated
alike, and keeps phrases of two words that stand for more or other than their words do. Same input, same bytes out.
About five minutes on a core of its own, and 4 GB.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from align import Corpus, Floats, align
from numpy.typing import NDArray
from phrases import MOST, Phrases, phrases, telling

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools" / "translators"), str(ROOT / "tools" / "lexicon")]

from build import LONGEST, SUFFIXES, WORD_LISTS, numbered  # noqa: E402
from corpus import WEIGHTS, held_out_keys, read_pairs  # noqa: E402

from mtaudit.languages import ENGLISH, INDONESIAN  # noqa: E402
from mtaudit.originals.words import fold, words  # noqa: E402

Counts = NDArray[np.float64]

WEAK = 0.1  # links below that are not counted
SEEN = 0.02  # expected links of a word pair that is looked at at all
LEAST, LIKELY = 0.4, 0.004  # expected links of a pair that is carried; and one of its two probabilities
ALIKE = 0.1  # how much the translations of two forms of a word have in common
DIGITS = 2  # longer numbers are left to their figures


class Side(NamedTuple):
    """Words of one side by number, with how often each stands for something, for nothing, and occurs, by weight."""

    words: list[str]
    linked: Counts
    nothing: Counts
    seen: Counts


def read_text(train: Path, held_out: list[Path]) -> tuple[list[list[str]], list[list[str]], list[float], list[bool]]:
    """Words of both sides, the weight of each pair, and whether it is of a word list."""
    key = cache(lambda word: fold(word, SUFFIXES))
    left, right, weights, lists = [], [], [], []
    for source, target, tag in read_pairs(train, held_out_keys(held_out)):
        indonesian = words(source)
        english = [key(word) for word in words(target)]
        if 0 < len(indonesian) <= LONGEST and 0 < len(english) <= LONGEST:
            left.append(indonesian)
            right.append(english)
            lists.append(tag in WORD_LISTS)
            weights.append(1.0 if lists[-1] else WEIGHTS.get(tag, 1.0))
    return left, right, weights, lists


def counted(
    corpus: Corpus, links: Floats, sides: tuple[list[str], list[str]]
) -> tuple[NDArray[np.int64], Counts, list[Side]]:
    """(2, n) numbers of word pairs, how often each was linked, and what is known of the words."""
    links = np.where(links < WEAK, 0, links)
    counts = corpus.counted(links)
    kept = (counts >= SEEN) & (corpus.one > 0) & (corpus.two > 0)
    pairs = np.stack([corpus.one[kept], corpus.two[kept]])
    counts = counts[kept]
    nothing, seen = ([np.zeros(len(side)) for side in sides] for _ in range(2))
    for at, block in corpus.blocks():
        cells = links[block.cells].reshape(block.rows, block.n, block.m)
        weights = corpus.weights[at : at + block.rows, None]
        for k, rows in enumerate(corpus.words(at, block)):
            alone = (1 - cells.sum(2 - k)).clip(0) * weights
            nothing[k] += np.bincount(rows.ravel(), alone.ravel(), len(sides[k]))
            seen[k] += np.bincount(rows.ravel(), np.broadcast_to(weights, rows.shape).ravel(), len(sides[k]))
    linked = [np.bincount(pairs[k], counts, len(side)) for k, side in enumerate(sides)]
    return pairs, counts, [Side(side, linked[k], nothing[k], seen[k]) for k, side in enumerate(sides)]


def bases(
    side: Side,
    own: NDArray[np.int64],
    other: NDArray[np.int64],
    counts: Counts,
    shorter: Callable[[str], Iterable[str]],
) -> NDArray[np.int64]:
    """The number of each word's base: the commonest of its `shorter` forms that is translated alike, or itself."""
    number = {word: i for i, word in enumerate(side.words)}
    partners: list[dict[int, float]] = [{} for _ in side.words]
    for word, partner, p in zip(own.tolist(), other.tolist(), (counts / side.linked[own]).tolist(), strict=True):
        partners[word][partner] = p
    found = np.arange(len(side.words))
    for i in np.argsort([len(word) for word in side.words], kind="stable").tolist():  # bases are shorter: done before
        best = 0.0, ""
        for form in shorter(side.words[i]):
            j = number.get(form, i)
            if j != i and side.linked[j] > 0:
                alike = sum(min(p, partners[j].get(partner, 0.0)) for partner, p in partners[i].items())
                if alike >= ALIKE:
                    best = max(best, (alike * float(np.log1p(side.linked[j])), form))
        if best[1]:
            found[i] = found[number[best[1]]]
    return found


def pooled(side: Side, base: NDArray[np.int64]) -> Side:
    """What is known of bases; nothing is left at the numbers of other forms."""
    return Side(side.words, *(np.bincount(base, column, len(side.words)) for column in side[1:]))


def forms_of(side: Side, base: NDArray[np.int64]) -> dict[int, list[str]]:
    """Number of a base -> its other forms."""
    found: dict[int, list[str]] = {}
    for i in np.flatnonzero(base != np.arange(len(base))).tolist():
        found.setdefault(int(base[i]), []).append(side.words[i])
    return found


def write(
    out: Path,
    sides: list[Side],
    base: list[NDArray[np.int64]],
    pairs: NDArray[np.int64],
    counts: Counts,
    found: Phrases,
) -> None:
    """Prunes and writes."""
    figure = [np.array([w[:1].isdigit() and len(w) > DIGITS for w in side.words]) for side in sides]
    onward, back = (counts / np.maximum(sides[k].linked[pairs[k]], 1e-9) for k in (0, 1))
    kept = (counts >= LEAST) & (np.maximum(onward, back) >= LIKELY) & ~figure[0][pairs[0]] & ~figure[1][pairs[1]]
    pairs, counts = pairs[:, kept], counts[kept]
    rows = []
    for k, side in enumerate(sides):
        present = np.unique(pairs[k])
        ordered = present[np.lexsort((present, -side.linked[present]))]
        row = np.zeros(len(side.words), np.int64)
        row[ordered] = np.arange(1, len(ordered) + 1)
        rows.append((ordered, row))
    lines: dict[str, list[str]] = {"#source": [], "#target": [], "#phrases": []}
    for k, name in ((1, "#source"), (0, "#target")):
        forms = forms_of(sides[k], base[k])
        share = (sides[k].nothing + 1) / (sides[k].seen + 5)
        for i in rows[k][0].tolist():
            amount, nothing = round(8 * float(np.log2(1 + sides[k].linked[i]))), round(100 * min(1, float(share[i])))
            lines[name].append(f"{sides[k].words[i]}\t{amount}\t{nothing}\t{' '.join(sorted(forms.get(i, [])))}")
    here, there = rows[0][1][pairs[0]], rows[1][1][pairs[1]]
    order = np.lexsort((there, here))
    here, there, counts = here[order], there[order], counts[order]
    strength = np.round(4 * np.log2(4 * counts)).astype(int)
    begins = np.searchsorted(here, np.arange(1, len(rows[0][0]) + 2))
    for i, (low, high) in enumerate(pairwise(begins.tolist())):
        steps = np.diff(there[low:high], prepend=0)
        lines["#target"][i] += f"\t{' '.join(map(str, steps))}\t{' '.join(map(str, strength[low:high]))}"
    carried: dict[tuple[int, ...], tuple[int, int]] = {}
    for left, right, p, q in zip(*(column.tolist() for column in found), strict=True):
        key = tuple(int(rows[k][1][w]) for k, phrase in enumerate((left, right)) for w in phrase)
        if all(row > 0 or w == 0 for row, w in zip(key, (*left, *right), strict=True)):
            old = carried.get(key, (0, 0))
            carried[key] = max(old[0], round(100 * p)), max(old[1], round(100 * q))
    lines["#phrases"] = ["\t".join(map(str, (*key, *carried[key]))) for key in sorted(carried)]
    data = "\n".join(line for name, part in lines.items() for line in (name, *part)) + "\n"
    out.write_bytes(lzma.compress(data.encode(), preset=9 | lzma.PRESET_EXTREME))
    sizes = ", ".join(f"{len(part)} {name[1:]}" for name, part in lines.items())
    print(f"{sizes}, {len(counts)} word pairs, {out.stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--held-out", type=Path, nargs="+", required=True)
    options = parser.parse_args()

    left, right, weights, lists = read_text(options.train, options.held_out)
    both = {word for a, b in zip(left, right, strict=True) for word in set(a) & set(b)}  # names, however rare
    index = [
        numbered(side, both | {w for words_, listed in zip(side, lists, strict=True) if listed for w in words_})[0]
        for side in (left, right)
    ]
    if max(map(len, index)) >= MOST:
        raise SystemExit(f"{options.train}: more than {MOST - 1} words on a side; phrases.py packs them in 16 bits")
    numbers = [
        [[known.get(w, 0) for w in words_] for words_ in side] for side, known in zip((left, right), index, strict=True)
    ]
    corpus = Corpus(list(zip(*numbers, strict=True)), weights)
    print(f"{len(weights)} sentence pairs, {len(index[0])} and {len(index[1])} words", flush=True)
    tabulate(options.out, corpus, align(corpus), (["", *index[0]], ["", *index[1]]))


def tabulate(out: Path, corpus: Corpus, links: Floats, vocabulary: tuple[list[str], list[str]]) -> None:
    """Counts, lays forms together, finds phrases and writes."""
    pairs, counts, sides = counted(corpus, links, vocabulary)
    irregular = {fold(form, SUFFIXES): fold(word, SUFFIXES) for form, word in ENGLISH.inflection.irregular.items()}
    base = [
        bases(sides[0], pairs[0], pairs[1], counts, lambda word: sorted(INDONESIAN.inflection.stems(word))),
        bases(sides[1], pairs[1], pairs[0], counts, lambda word: [irregular[word]] if word in irregular else []),
    ]
    sides = [pooled(side, base[k]) for k, side in enumerate(sides)]
    width = len(sides[1].words)
    codes, place = np.unique(base[0][pairs[0]] * width + base[1][pairs[1]], return_inverse=True)
    pairs, counts = np.stack([codes // width, codes % width]), np.bincount(place, counts)
    found = phrases(corpus, links)
    found = found._replace(left=base[0][found.left], right=base[1][found.right])
    found = telling(found, pairs, counts, [side.linked for side in sides])
    write(out, sides, base, pairs, counts, found)


if __name__ == "__main__":
    main()
