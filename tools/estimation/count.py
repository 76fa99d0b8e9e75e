"""Indonesian side of the parallel text -> mtaudit/data/bigrams.id.tsv.xz: how usual words and pairs of words are.

usage: python tools/estimation/count.py TRAIN.id-en.tsv.xz OUT.tsv.xz [--words 2] [--pairs 2]

Only what people wrote and what is no interface text: the sources NEWS of tools/translators/corpus.py, reports and
encyclopaedic text, classes A and B of SOURCES.md. Words seen less often than --words and pairs seen less often than
--pairs are left out. The format is described in mtaudit/estimation/counts.py. Same input, same bytes out.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools" / "translators")]

from corpus import CLASS_C, NEWS  # noqa: E402

from mtaudit.estimation.counts import tokens  # noqa: E402

MACHINE = {"sts-indo-mt"}  # machine-translated Indonesian
SOURCES = (NEWS - MACHINE) | {"smeru", "ausaid", "gunnxx-general"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=2)
    options = parser.parse_args()
    assert not SOURCES & CLASS_C
    singles: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    with lzma.open(options.train, "rt", encoding="utf-8") as lines:
        for line in lines:
            text, _, tag = line.rstrip("\n").split("\t")
            if tag in SOURCES:
                own = tokens(text)
                singles.update(own)
                singles[""] += 1
                pairs.update(pairwise(["", *own, ""]))
    kept = sorted((w for w, n in singles.items() if w and n >= options.words), key=lambda w: (-singles[w], w))
    number = {"": 0, **{w: i for i, w in enumerate(kept, 1)}}
    written = [f"\t{singles['']}", *(f"{w}\t{singles[w]}" for w in kept), ""]
    before = -1
    for a, b, n in sorted(
        (number[a], number[b], n) for (a, b), n in pairs.items() if n >= options.pairs and a in number and b in number
    ):
        written.append(f"{'' if a == before else a}\t{b}\t{n}")
        before = a
    text = "\n".join(written) + "\n"
    options.out.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(kept)} words, {len(written) - len(kept) - 2} pairs, {options.out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
