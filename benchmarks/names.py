"""Name verdicts held against hand-labelled sentences and human translations, in one process.

usage: python benchmarks/names.py LABELLED [--clean HUMAN.jsonl] [--half even|odd] [--leave-out SYSTEM] [--show]
LABELLED names the set: folder and file prefix of X.jsonl (sent, en, hyp) and X.entities.jsonl (sent, system, entity,
type, status). HUMAN.jsonl has documents aligned line by line (doc, en, id). A name counts as found where half of the
words of the shorter of the two agree; a verdict on a name that the labels don't call damaged is a false alarm.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from mtaudit.case import Case, Document
from mtaudit.languages import ENGLISH, ENGLISH_INDONESIAN, INDONESIAN
from mtaudit.languages.sentences import split
from mtaudit.model import DAMAGED_NAME, EntityVerdict
from mtaudit.names import judge
from mtaudit.names.cluster import NameIndex
from mtaudit.originals.align import align


def case(name: str, english: str, indonesian: str) -> Case:
    """A case with its original, split and aligned as the program does it."""
    left, right = split(english, ENGLISH), split(indonesian, INDONESIAN)
    nothing = (None,) * len(right)
    return Case(
        Document(name, name, indonesian), right, nothing, nothing, ENGLISH_INDONESIAN,
        Document(name + ".en", name, english), "full", 1.0, left, align(right, left, nothing),
    )  # fmt: skip


def damaged(found: tuple[EntityVerdict, ...]) -> list[EntityVerdict]:
    return [e for e in found if e.status in DAMAGED_NAME and e.original]


def words(text: str) -> set[str]:
    return {w.strip(".,;:'\"()").lower() for w in text.replace("-", " ").split()} - {"the", "of", "and", ""}


def same(one: str, other: str) -> bool:
    x, y = words(one), words(other)
    return bool(x and y) and len(x & y) / min(len(x), len(y)) >= 0.5


def read(path: str) -> list[dict]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labelled")
    parser.add_argument("--clean")
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--leave-out", default="")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    index = NameIndex.build((), (), ())
    rows = {r["sent"]: r for r in read(options.labelled + ".jsonl")}
    labels: dict = defaultdict(dict)
    kinds: dict = {}
    for r in read(options.labelled + ".entities.jsonl"):
        labels[r["sent"], r["system"]][r["entity"]] = (r["status"], r["found"])
        kinds[r["sent"], r["entity"]] = r["type"]
    by: dict[str, Counter] = defaultdict(Counter)
    for sent in range(max(s for s, _ in labels) + 1):
        if options.half and sent % 2 != (options.half == "odd"):
            continue
        for system, text in rows[sent]["hyp"].items():
            if system == options.leave_out:
                continue
            gold = labels.get((sent, system), {})
            found = damaged(judge.judge(case(f"{sent}/{system}", rows[sent]["en"], text), index))
            for entity, (status, rendered) in gold.items():
                if status in DAMAGED_NAME:
                    hit = any(same(entity, e.original or "") for e in found)
                    for group in (system, kinds[sent, entity], status, "all"):
                        by[group]["found" if hit else "missed"] += 1
                    if not hit and options.show:
                        print("missed     ", sent, system, entity, status, rendered, sep=" | ")
            for e in found:
                if not any(same(entity, e.original or "") and s in DAMAGED_NAME for entity, (s, _) in gold.items()):
                    for group in (system, e.type, "all"):
                        by[group]["false"] += 1
                    if options.show:
                        print("false alarm", sent, system, e.original, e.status, e.found, e.road, e.type, sep=" | ")
    for group, tally in sorted(by.items()):
        hits, missed, false = tally["found"], tally["missed"], tally["false"]
        precision, recall = hits / max(1, hits + false), hits / max(1, hits + missed)
        print(
            f"{group:14} precision {precision:.2f} recall {recall:.2f}  ({hits} found, {missed} missed, {false} false)"
        )
    if options.clean:
        count = alarms = 0
        for r in read(options.clean):
            found = damaged(judge.judge(case(r["doc"], "\n".join(r["en"]), "\n".join(r["id"])), index))
            count += sum(len(line.split()) for line in r["id"])
            alarms += len(found)
            if options.show:
                for e in found:
                    print("human alarm", r["doc"], e.original, e.status, e.found, e.road, e.type, sep=" | ")
        print(f"{1000 * alarms / count:.2f} alarms per 1,000 words on human translations ({alarms} in {count} words)")


if __name__ == "__main__":
    main()
