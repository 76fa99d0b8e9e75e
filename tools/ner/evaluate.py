"""The name finder against labels: NERGrit's test part, and the labelled sentences of six translation systems.

usage: python evaluate.py --nergrit FOLDER [--gold GOLD_PREFIX] [--half even|odd|all] [--show 20]

NERGrit: entity F1 (exact span and type) on its own three types; names found as MISC don't count. GOLD: names of the
English sentences (`entities.jsonl`, `entity`) and of the Indonesian ones (`found`), matched as overlapping when they
share half of their words; prints recall, precision, share of exact spans and of right types among those matched.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from labelled import LANGUAGES, nergrit

from mtaudit.names.find import find


def words(text: str) -> set[str]:
    return {w.strip(".,;:'\"()").lower() for w in text.replace("-", " ").split()} - {
        "the",
        "of",
        "and",
        "",
    }


def same(a: str, b: str) -> bool:
    x, y = words(a), words(b)
    return bool(x and y) and len(x & y) / min(len(x), len(y)) >= 0.5


def on_nergrit(folder: Path, part: str) -> None:
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for labelled, spans, _ in nergrit(folder / f"nergrit.{part}.txt"):
        starts, ends = [a for a, _ in spans], [b for _, b in spans]
        gold = set(labelled.names)
        found = set()
        for m in find(labelled.text, LANGUAGES["id"]):
            inside = [n for n, (a, b) in enumerate(spans) if a < m.end and m.start < b]
            if inside and m.type != "MISC":
                found.add((starts[inside[0]], ends[inside[-1]], m.type))
        for kind in ("PER", "LOC", "ORG"):
            g, f = {x for x in gold if x[2] == kind}, {x for x in found if x[2] == kind}
            tally[kind].update(hit=len(g & f), gold=len(g), found=len(f))
        g, f = {x[:2] for x in gold}, {x[:2] for x in found}
        tally["any type"].update(hit=len(g & f), gold=len(g), found=len(f))
    for kind in ("PER", "LOC", "ORG"):
        tally["all"].update(tally[kind])
    for kind, c in tally.items():
        p, r = c["hit"] / max(1, c["found"]), c["hit"] / max(1, c["gold"])
        print(f"NERGrit {part} {kind:8} precision {p:.3f} recall {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}")


def on_gold(prefix: str, half: str, show: int) -> None:
    texts = {}
    with open(prefix + ".jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            texts[row["sent"]] = row
    english: dict[int, dict[str, str]] = defaultdict(dict)
    indonesian: dict[tuple[int, str], dict[str, str]] = defaultdict(dict)
    with open(prefix + ".entities.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            english[row["sent"]][row["entity"]] = row["type"]
            if row["found"]:
                indonesian[row["sent"], row["system"]][row["found"]] = row["type"]
    used = [s for s in range(max(english) + 1) if half == "all" or s % 2 == (half == "odd")]
    score("en", [(texts[s]["en"], english.get(s, {})) for s in used], half, show)
    systems = sorted(texts[0]["hyp"])
    score(
        "id",
        [(texts[s]["hyp"][m], indonesian.get((s, m), {})) for s in used for m in systems],
        half,
        show,
    )


def score(code: str, rows: list[tuple[str, dict[str, str]]], half: str, show: int) -> None:
    c: Counter[str] = Counter()
    for text, gold in rows:
        found = find(text, LANGUAGES[code])
        false = [m for m in found if not any(same(g, m.text) for g in gold)]
        c.update(found=len(found), false=len(false), gold=len(gold))
        missed = []
        for name, kind in gold.items():
            hits = [m for m in found if same(name, m.text)]
            best = next((m for m in hits if m.text == name), hits[0] if hits else None)
            if best is None:
                missed.append(name)
            else:
                c.update(hit=1, exact=best.text == name, type=best.type == kind)
                c[f"{kind}->{best.type}"] += best.type != kind
        if (missed or false) and c["shown"] < show:
            c["shown"] += 1
            print(
                text,
                "\n   missed",
                missed,
                "false",
                [(m.text, m.type, m.confidence) for m in false],
            )
    print(
        f"{code} {half}: {c['gold']} names, recall {c['hit'] / c['gold']:.3f} "
        f"precision {1 - c['false'] / c['found']:.3f} "
        f"exact {c['exact'] / c['hit']:.3f} type {c['type'] / c['hit']:.3f}",
        {k: n for k, n in sorted(c.items()) if "->" in k and n},
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nergrit", type=Path)
    parser.add_argument("--gold")
    parser.add_argument("--half", default="all", choices=["even", "odd", "all"])
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    if options.nergrit:
        on_nergrit(options.nergrit, "test")
    if options.gold:
        on_gold(options.gold, options.half, options.show)


if __name__ == "__main__":
    main()
