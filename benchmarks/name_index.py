"""How long the index of name spellings takes for a large run, on one core.

usage: python benchmarks/name_index.py LABELLED.jsonl [--articles 10000] [--words 500]
LABELLED.jsonl has sentences of several systems (`hyp`: system -> Indonesian); articles are drawn from them at random,
always the same ones. Prints processor and wall-clock seconds.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

from mtaudit.case import Case, Document
from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.names.cluster import NameIndex


def articles(sentences: list[str], count: int, length: int) -> list[Case]:
    """`count` articles of about `length` words each."""
    chance = random.Random(1)
    found = []
    for number in range(count):
        lines: list[str] = []
        while sum(map(len, map(str.split, lines))) < length:
            lines.append(chance.choice(sentences))
        name = str(number)
        found.append(Case(Document(name, name, "\n".join(lines)), (), (), (), ENGLISH_INDONESIAN))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labelled", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=500)
    options = parser.parse_args()
    lines = options.labelled.read_text(encoding="utf-8").splitlines()
    cases = articles(
        [text for line in lines for text in json.loads(line)["hyp"].values()], options.articles, options.words
    )
    NameIndex.build((), (), ())  # tables are read once a process
    processor, clock = time.process_time(), time.perf_counter()
    index = NameIndex.build(cases, (), ())
    processor, clock = time.process_time() - processor, time.perf_counter() - clock
    print(f"{len(cases)} articles: {processor:.0f} s of one core, {clock:.0f} s on the clock")
    print(f"{len(index.clusters)} contested spellings")


if __name__ == "__main__":
    main()
