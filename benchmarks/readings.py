"""What it saves that each text is read once: processor time of all checks, side by side.

usage: python benchmarks/readings.py [PARALLEL] [--pairs 1000] [--rounds 3] [--other CHECKOUT]

Pairs of articles are audited without translators, in turn by this checkout and by this checkout with readings that keep
nothing, each time in a fresh process that has loaded its tables. With `--other` by another checkout (an earlier
commit's, say) in place of the latter. Prints the ratio of each round.

PARALLEL holds a translated sentence, a tab and its original a line, five lines an article. Without it the articles are
the invented ones of tests/acceptance/, whose sentences come again and again: real text saves more.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINES = 5  # of an article
WARM = 20  # articles that a process audits before the clock starts
RUN = """
import sys, time, mtaudit
from mtaudit.config import Settings
if sys.argv[3] == "forgetful":
    from mtaudit.text import Once
    Once.once = lambda self, find, *more: find(self, *more)
off = {name: False for name in ("back_translation", "second_translation") if hasattr(Settings(), name)}
mtaudit.audit(pairs=sys.argv[1], no_cache=True, jobs=1, **off)
begun = time.process_time()
mtaudit.audit(pairs=sys.argv[2], no_cache=True, jobs=1, **off)
print(time.process_time() - begun)
"""
Row = dict[str, str]


def invented(count: int) -> list[Row]:
    """Invented articles as rows of a file of pairs."""
    from tests.acceptance.invented import articles

    found = []
    for article in articles(count):
        row = {"id": article.id, "system": article.system, "translation": article.translation}
        found.append(row | ({"original": article.original} if article.original else {}))
    return found


def parallel(path: Path, count: int) -> list[Row]:
    """Articles of consecutive lines of a file of parallel sentences, from the start again where it is too short."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    found = []
    for number in range(count):
        own = [lines[(number * LINES + i) % len(lines)] for i in range(LINES)]
        translation, original = ("\n".join(line[side] for line in own) for side in (0, 1))
        found.append({"id": str(number), "translation": translation, "original": original})
    return found


def seconds(checkout: Path, warm: Path, pairs: Path, memory: str) -> float:
    """Processor seconds of one audit in a fresh process."""
    command = [sys.executable, "-c", RUN, str(warm), str(pairs), memory]
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    done = subprocess.run(command, env=environment, cwd=warm.parent, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parallel", type=Path, nargs="?")
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--other", type=Path)
    arguments = parser.parse_args()
    other = arguments.other.resolve() if arguments.other else ROOT
    count = WARM + arguments.pairs
    rows = parallel(arguments.parallel, count) if arguments.parallel else invented(count)
    with tempfile.TemporaryDirectory() as folder:
        warm, pairs = Path(folder, "warm.jsonl"), Path(folder, "pairs.jsonl")
        warm.write_text("".join(json.dumps(row) + "\n" for row in rows[:WARM]), encoding="utf-8")
        pairs.write_text("".join(json.dumps(row) + "\n" for row in rows[WARM:]), encoding="utf-8")
        for _ in range(arguments.rounds):
            here = seconds(ROOT, warm, pairs, "keeping")
            there = seconds(other, warm, pairs, "keeping" if arguments.other else "forgetful")
            print(f"{there:.1f} s / {here:.1f} s = {there / here:.2f}", flush=True)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
