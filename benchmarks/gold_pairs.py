"""Turns a set of labelled faults into what `mtaudit` reads: articles for `--pairs`, and labels for `evaluate`.

usage: python benchmarks/gold_pairs.py SET PAIRS.jsonl LABELS.jsonl [--alone] [--size 5]

SET names the set by folder and prefix, or by prefix alone where it is in benchmarks/gold/ (faults-dev). An article is
`--size` sentences of one system, or of the human reference; `--alone` leaves the originals out. Then

    mtaudit audit --pairs PAIRS.jsonl -o report.json
    mtaudit evaluate report.json --labels LABELS.jsonl
"""

from __future__ import annotations

import argparse
from pathlib import Path

from gold import ARTICLE, GOLD, articles, beside, labels, write


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--alone", action="store_true", help="without the originals")
    parser.add_argument("--size", type=int, default=ARTICLE, help="sentences in an article")
    options = parser.parse_args()
    prefix = options.set if beside(options.set, "jsonl").is_file() else GOLD / options.set
    if not beside(prefix, "faults.jsonl").is_file():
        parser.error(f"{options.set}: no such set of labelled faults")
    cut = articles(prefix, options.size)
    write(options.pairs, (article.pair(not options.alone) for article in cut))
    write(options.labels, labels(prefix, cut))


if __name__ == "__main__":
    main()
