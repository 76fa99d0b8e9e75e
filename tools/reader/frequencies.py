"""wordfreq's lists -> mtaudit/data/zipf.<languages>.tsv.xz: how frequent words are in ordinary text.

usage: python tools/reader/frequencies.py mtaudit/data/zipf.tsv.xz --languages en id [--least 2.5]

Needs wordfreq (its data CC BY-SA 4.0; it is no longer updated, and carries the lists of 40 languages: 57 MB). A word a
line with its Zipf value times ten in each language, 0 where the list has it not; words below --least in all languages
but those with short lists (whole, below 50,000 words) are left out. Zipf value: log10 of occurrences in 10**9 words
(van Heuven et al. 2014). Same lists, same bytes out.
"""

from __future__ import annotations

import argparse
import lzma
import math
from pathlib import Path

import wordfreq

SHORT = 50_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--languages", nargs="+", default=["en", "id"])
    parser.add_argument("--least", type=float, default=2.5)
    options = parser.parse_args()
    values: dict[str, dict[str, int]] = {}
    for language in options.languages:
        own = {w: round(10 * (math.log10(f) + 9)) for w, f in wordfreq.get_frequency_dict(language, "best").items()}
        values[language] = own if len(own) < SHORT else {w: z for w, z in own.items() if z >= 10 * options.least}
    words = sorted(set().union(*values.values()))
    lines = ["#" + " ".join(options.languages)]
    lines += ["\t".join([word, *(str(values[code].get(word, 0)) for code in options.languages)]) for word in words]
    options.out.write_bytes(lzma.compress(("\n".join(lines) + "\n").encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(words)} words, {options.out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
