"""Inverted statements: false alarms on human translations, and how many inversions made in them are found.

usage: python benchmarks/inversions.py PAIRS [--seed 1] [--show N]
PAIRS is a JSONL file of {"en": [...], "id": [...]}, sentence by sentence, or a TSV file of Indonesian and English. In
each translation every negator is taken out once (where the English denies something), one is put before a verb (where
it denies nothing), and words such as `naik` are replaced by the contrary form nearest in spelling (`turun`).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import JaroWinkler

from mtaudit.languages import ENGLISH, ENGLISH_INDONESIAN, INDONESIAN
from mtaudit.quotes.contradiction import OPPOSED, inversions
from mtaudit.quotes.judge import affinity
from mtaudit.quotes.signals import Texts, negated, negators
from mtaudit.quotes.words import tokens

VERBS = ("me", "di", "ber")
NEGATOR = "tidak"


def read(path: Path) -> Iterator[tuple[str, str]]:
    """(Indonesian, English) of every sentence."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if path.suffix == ".tsv":
            indonesian, english = line.split("\t")[:2]
            yield indonesian, english
        else:
            row = json.loads(line)
            yield from zip(row["id"], row["en"], strict=True)


def damages(indonesian: str, english: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """(kind, translation with one word changed)."""
    here, there = tokens(indonesian), tokens(english)
    if negated(there, ENGLISH):
        for token in negators(here, INDONESIAN):
            yield "negation lost", indonesian[: token.start] + indonesian[token.end :].lstrip()
    elif not negated(here, INDONESIAN):
        verbs = [t for t in here if t.text.startswith(VERBS) and len(t.text) > 6]
        if verbs:
            at = rng.choice(verbs).start
            yield "negation added", f"{indonesian[:at]}{NEGATOR} {indonesian[at:]}"
    for one, other in (*OPPOSED, *((b, a) for a, b in OPPOSED)):
        for token in here:
            if token.text in INDONESIAN.senses.polarity[one]:
                choices = sorted(INDONESIAN.senses.polarity[other] - INDONESIAN.senses.polarity[one])
                new = max(choices, key=lambda w: (JaroWinkler.similarity(token.text[::-1], w[::-1]), w))
                yield "contrary word", indonesian[: token.start] + new + indonesian[token.end :]


def main() -> None:
    """Print rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    knows = affinity(ENGLISH_INDONESIAN)
    tried: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    alarms = sentences = 0
    for indonesian, english in read(options.pairs):
        sentences += 1
        for found in inversions(Texts(english, indonesian), knows):
            alarms += 1
            print("alarm:", found.kind, english[slice(*found.source)], "|", indonesian[slice(*found.target)])
        for kind, changed in damages(indonesian, english, rng):
            tried[kind] += 1
            if any(True for _ in inversions(Texts(english, changed), knows)):
                hit[kind] += 1
            elif shown[kind] < options.show:
                shown[kind] += 1
                print("missed:", kind, "|", changed, "|", english)
    print(f"{alarms} alarms on {sentences} human sentences")
    for kind in sorted(tried):
        print(f"{kind:15} {hit[kind]:5} of {tried[kind]:5} found ({hit[kind] / tried[kind]:.2f})")


if __name__ == "__main__":
    main()
