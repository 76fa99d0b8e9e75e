"""wordfreq's lists -> mtaudit/data/neighbours.tsv: words that tell two languages apart that look alike to all else.

usage: python tools/lexicon/neighbour.py mtaudit/data/neighbours.tsv [--pairs id:ms]

Needs wordfreq (its data CC BY-SA 4.0). A line: the language, its neighbour, a word, and ten times the decimal logarithm
of how much more frequent it is in the neighbour. Words are left out that are rarer than one in 100,000 in both, or less
than five times as frequent in one of them; where a list lacks a word it counts as one in 10,000,000. Same lists, same
bytes out.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import wordfreq

FREQUENT, TELLING, UNSEEN = 1e-5, 0.7, 1e-7


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", nargs="+", default=["id:ms"])
    options = parser.parse_args()
    lines = []
    for pair in options.pairs:
        own, other = pair.split(":")
        here, there = (wordfreq.get_frequency_dict(code, "best") for code in (own, other))
        for word in sorted({*here, *there}):
            one, two = here.get(word, 0.0), there.get(word, 0.0)
            lead = math.log10(max(two, UNSEEN) / max(one, UNSEEN))
            if word.isalpha() and len(word) > 2 and max(one, two) >= FREQUENT and abs(lead) >= TELLING:
                lines.append(f"{own}\t{other}\t{word}\t{round(10 * lead)}")
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} words")


if __name__ == "__main__":
    main()
