"""Content rules: false alarms on human translations, and what damage to one passage of them is reported as.

usage: python benchmarks/adequacy.py GOLD [--seed 1] [--show KIND]
GOLD is a JSONL file of {"doc", "en": [...], "id": [...]}, sentence by sentence. The sentences of both sides are joined
(five make a paragraph), split and aligned again by the program, without back-translations. In every fourth sentence of
eight words or more the translation is then damaged in each of the ways below. Printed are the share of documents in
which that brings at least one new finding of the family, in which it brings exactly one, and the rules of the new ones.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator

from mtaudit.case import Case, Document
from mtaudit.languages import ENGLISH, ENGLISH_INDONESIAN, INDONESIAN
from mtaudit.languages.sentences import split
from mtaudit.model import Finding
from mtaudit.originals.align import align
from mtaudit.rules.adequacy import RULES
from mtaudit.rules.registry import run

PARAGRAPH = 5  # lines
WORDS = 8  # of a line that is worth damaging


def article(lines: list[str]) -> str:
    """The lines as paragraphs."""
    return "\n\n".join(" ".join(lines[i : i + PARAGRAPH]) for i in range(0, len(lines), PARAGRAPH))


def case(name: str, target: list[str], source: list[str]) -> Case:
    """Both sides as the pipeline lays them side by side."""
    text, original = article(target), article(source)
    here, there = split(text, INDONESIAN), split(original, ENGLISH)
    none = (None,) * len(here)
    return Case(
        Document(name, name, text, language=INDONESIAN.code),
        here,
        none,
        none,
        ENGLISH_INDONESIAN,
        Document(name + ".en", name, original, language=ENGLISH.code),
        "full",
        1.0,
        there,
        align(here, there),
    )


def damages(lines: list[str], at: int, stray: str, rng: random.Random) -> Iterator[tuple[str, list[str]]]:
    """(kind, damaged lines): line `at` is hit; `stray` is a line of another article."""
    before, line, after = lines[:at], lines[at], lines[at + 1 :]
    words = line.split()
    yield "taken out", [*before, *after]
    yield "replaced", [*before, stray, *after]
    yield "added", [*before, line, stray, *after]
    half = " ".join(words[: len(words) // 2]).rstrip(".,;:")
    yield "cut in half", [*before, half + ".", *after]
    yield "broken off", [*before, half, *after]
    size = min(3, len(lines) - at)
    block, rest = lines[at : at + size], [*before, *lines[at + size :]]
    places = [k for k in range(len(rest) + 1) if abs(k - at) > 3]
    if places:
        k = rng.choice(places)
        yield "three moved", [*rest[:k], *block, *rest[k:]]
        rest = [*before, *after]
        yield "one moved", [*rest[:k], line, *rest[k:]]
    if at + 2 * size <= len(lines):
        swapped = [*lines[at + size : at + 2 * size], *block]
        yield "neighbours swapped", [*before, *swapped, *lines[at + 2 * size :]]


def main() -> None:
    """Print rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", default="", help="print the findings of this kind of damage")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    rules = [rule() for rule in RULES]
    with open(options.gold, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    strays = [line for row in rows for line in row["id"] if len(line.split()) >= WORDS]

    def audit(name: str, target: list[str], source: list[str]) -> tuple[Finding, ...]:
        return run(case(name, target, source), rules)

    tried: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    once: Counter[str] = Counter()
    told: dict[str, Counter[str]] = {}
    alarms: Counter[str] = Counter()
    for row in rows:
        clean = audit(row["doc"], row["id"], row["en"])
        alarms.update(f.rule for f in clean)
        if options.show == "human":
            print(row["doc"], *(f"\n  {f.rule} {f.text!r} | {f.original!r}" for f in clean))
        known = {(f.rule, f.text, f.original) for f in clean}
        own = set(row["id"])
        for at in range(1, len(row["id"]), 4):
            if len(row["id"][at].split()) < WORDS:
                continue
            stray = rng.choice([line for line in strays if line not in own])
            for kind, lines in damages(row["id"], at, stray, rng):
                new = [f for f in audit(row["doc"], lines, row["en"]) if (f.rule, f.text, f.original) not in known]
                tried[kind] += 1
                hit[kind] += bool(new)
                once[kind] += len(new) == 1
                told.setdefault(kind, Counter()).update(f.rule for f in new)
                if kind == options.show and len(new) != 1:
                    print(row["doc"], at, *(f"\n  {f.rule} {f.text!r} | {f.original!r}" for f in new))
    print(f"{sum(alarms.values())} findings on {sum(len(row['id']) for row in rows)} human segments {dict(alarms)}")
    for kind, count in tried.items():
        rates = f"any {hit[kind] / count:.2f}, exactly one {once[kind] / count:.2f}"
        print(f"{kind:19} {count:4} tried, {rates}, {dict(sorted(told[kind].items()))}")


if __name__ == "__main__":
    main()
