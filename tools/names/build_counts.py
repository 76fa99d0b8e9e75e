"""Monolingual and parallel text -> mtaudit/data/word_cases.tsv.xz: how often a word is written small and capitalised.

usage: python tools/names/build_counts.py MONO.en.txt.xz TRAIN.id-en.tsv.xz OUT.tsv.xz

Reads the pairs of risk classes A and B of the parallel text's SOURCES.md, none of class C. The first line names the
languages (`#en id`). Columns: the word in lower case, then four counts: English small, English capitalised, Indonesian
small, Indonesian capitalised. The first word of a sentence, words after a full stop, a colon or an opening quotation
mark, and lines in which most words are capitalised (headlines, interface text) don't count. Counts are stored as the
nearest of 1, 2, 4, 8 ... (the exponent plus one as one digit or letter of base 36; 0 is never), which is all the
program needs.
Same input, same bytes out.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "translators"))

from corpus import CLASS_C

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
STARTS = re.compile(r"[.!?:;(\[{\"“”‘'«*>/|\u2022-]\s*$")
RARE = 3  # words seen capitalised or small less often than this, in both languages together, are left out


def count(lines: Iterable[str], small: Counter[str], capital: Counter[str]) -> None:
    """Add the words of `lines` to the two counters."""
    for line in lines:
        found = list(WORD.finditer(line))
        if sum(m.group()[0].isupper() for m in found) * 2 > len(found) and len(found) > 2:
            continue
        for match in found[1:]:
            word = match.group()
            if not STARTS.search(line, max(0, match.start() - 3), match.start()):
                (capital if word[0].isupper() else small)[word.lower().replace("’", "'")] += 1


def digit(n: int) -> str:
    """0 -> "0", 1 -> "1", 2-3 -> "2", 4-7 -> "3" ..."""
    return "0123456789abcdefghijklmnopqrstuvwxyz"[n.bit_length()]


def main() -> None:
    mono, train, out = map(Path, sys.argv[1:4])
    counters: tuple[Counter[str], ...] = (Counter(), Counter(), Counter(), Counter())
    with lzma.open(mono, "rt", encoding="utf-8") as lines:
        count(lines, *counters[:2])
    with lzma.open(train, "rt", encoding="utf-8") as lines:
        pairs = [line.rstrip("\n").split("\t") for line in lines]
    pairs = [p for p in pairs if p[2] not in CLASS_C]
    count((p[1] for p in pairs), *counters[:2])
    count((p[0] for p in pairs), *counters[2:])
    kept = sorted(w for w in set().union(*counters) if sum(c[w] for c in counters) >= RARE and len(w) <= 30)
    text = "#en id\n" + "".join(f"{w}\t{''.join(digit(c[w]) for c in counters)}\n" for w in kept)
    out.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(kept)} words, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
