"""Parallel text -> mtaudit/data/loans.<languages>.tsv.xz: which words of the originals human translators keep.

usage: python tools/lexicon/loans.py TRAIN.tsv.xz mtaudit/data/loans.id-en.tsv.xz [--held-out GOLD.jsonl ...]

Reads the pairs of risk classes A and B of the parallel text's SOURCES.md. The first line names the languages, the
translation's first (`#id en`). Columns: a word in small letters, then in how many pairs the original has it, in how
many of these the translation has it as well, in how many pairs people wrote it in the translation, and how often it
stands in the Indonesian of machines and of programs (interfaces and manuals), where words are left in English that an
editor would not leave. A pair counts once a word; the first three columns are of prose that people translated. Words
behind a hyphen, an apostrophe or a mark of an address are part of the longer word. Same input, same bytes out.
"""

from __future__ import annotations

import argparse
import lzma
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools" / "translators")]

from corpus import held_out_keys, read_pairs  # noqa: E402

from mtaudit.languages.zipf import zipf  # noqa: E402

WORD = re.compile(r"(?<![\w@#/.'’-])[a-z]+(?:-[a-z]+)*(?![\w@/'’-])")
FEWEST = 4  # pairs whose original has a word, from which it is listed though the translations never have it
MOST = 9999  # a larger count is written as this
# Interfaces and manuals, by what their tags begin with.
PROGRAMS = tuple(
    "deb firefox chromium libreoffice gnome django msdocs mediawiki scratch python react ruby elixir nodebest owasp "
    "tldr mozilla wordpress pkp inasafe mate-guide".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--held-out", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    target, source = options.out.name.split(".")[1].split("-")
    there, both, here, elsewhere = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for translation, original, tag in read_pairs(options.train, held_out_keys(options.held_out)):
        written = set(WORD.findall(translation))
        if tag.startswith(PROGRAMS) or "mt" in tag.split("-"):
            elsewhere.update(written)
            continue
        own = set(WORD.findall(original))
        there.update(own)
        both.update(own & written)
        here.update(written)
    lines = [f"#{target} {source}"]
    for word in sorted(there.keys() | here.keys() | elsewhere.keys()):
        counts = there[word], both[word], here[word], elsewhere[word]
        borrowed = (counts[2] or counts[3]) and (counts[0] or zipf(word, source))
        if counts[0] >= FEWEST or borrowed:
            lines.append("\t".join([word, *(str(min(count, MOST)) for count in counts)]))
    options.out.write_bytes(lzma.compress(("\n".join(lines) + "\n").encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(lines) - 1} words, {options.out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
