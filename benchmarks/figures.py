"""What the program finds in labelled sets: runs the scripts that score an audit, writes one table and prints it.

usage: python benchmarks/figures.py GOLD TOOLS [--mtaudit COMMAND]

GOLD is a folder of labelled sets, TOOLS a folder of scripts `X.py MTAUDIT GOLD/SET`, each of which audits a set and
prints its figures; neither belongs to this repository. Of each line of the table PLAN says which script gives it, on
which set, and where its figure stands in what the script prints. A script or set that isn't there is told, and its
lines are left out; a script that prints no such figure is told, too. Exit code 1 where something was missing.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from table import publish, table


@dataclass(frozen=True)
class Run:
    """One run of a script on one set, and the figures that it prints: name -> pattern with one group."""

    script: str
    set: str
    options: tuple[str, ...]
    figures: dict[str, str]


PLAN = (
    Run("entities", "flores-dev", (), {
        "damaged names: precision": r"^precision ([\d.]+)",
        "damaged names: recall": r"^precision .*?recall ([\d.]+)",
    }),
    Run("quotes", "flores-dev", (), {
        "marks of quotations damaged: F1": r"^marks damaged .*?F1 ([\d.]+)",
        "content of quotations damaged: F1": r"content damaged .*?F1 ([\d.]+)",
    }),
    Run("faults", "faults-dev", ("--original",), {
        "serious faults: recall": r"^recall major\+ +\d+/\d+ +([\d.]+)",
        "serious findings: precision": r"^precision of major .*?(\d\.\d+),",
        "serious findings on human text, per 1,000 words": r"^precision of major .*?on human text ([\d.]+)",
    }),
    Run("faults", "faults-dev", (), {
        "serious faults without the original: recall": r"^recall major\+ +\d+/\d+ +([\d.]+)",
    }),
    Run("clean", "ntrex-human", (), {
        "human articles without a serious finding": r"^(\d+ of \d+) documents",
        "human articles: name alarms, per 1,000 words": r"([\d.]+) entity alarms",
        "human articles: share of quotations flagged": r"([\d.]+) of \d+ quotations flagged",
    }),
    Run("ranking", "flores-dev", (), {
        "six systems ranked: Kendall's tau": r"Kendall tau (-?[\d.]+)",
        "the better of two versions scored higher": r"scored higher in ([\d.]+)",
    }),
)  # fmt: skip


def missing(gold: Path, tools: Path, run: Run) -> str | None:
    """What a run lacks, in words."""
    if not (tools / f"{run.script}.py").is_file():
        return f"no {run.script}.py in {tools}"
    if not (gold / f"{run.set}.jsonl").is_file():
        return f"no {run.set}.jsonl in {gold}"
    return None


def figures(run: Run, printed: str) -> dict[str, str | None]:
    """The figures of a run in what its script printed; None where one isn't there."""
    found = {name: re.search(pattern, printed, re.MULTILINE) for name, pattern in run.figures.items()}
    return {name: match and match[1] for name, match in found.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("tools", type=Path)
    parser.add_argument("--mtaudit", default="mtaudit", help="the command that is to be scored")
    options = parser.parse_args()
    command = shutil.which(options.mtaudit)
    if command is None:
        parser.error(f"{options.mtaudit}: no such command")
    rows, lacking = [], []
    for run in PLAN:
        if told := missing(options.gold, options.tools, run):
            lacking.append(told)
            continue
        script = [sys.executable, str(options.tools / f"{run.script}.py"), command, str(options.gold / run.set)]
        print(f"{run.script} on {run.set} {' '.join(run.options)}", file=sys.stderr, flush=True)
        done = subprocess.run([*script, *run.options], capture_output=True, text=True)
        for name, figure in figures(run, done.stdout).items():
            if figure is None:
                last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["nothing"]
                lacking.append(f"{run.script}.py on {run.set} gives no “{name}”: it printed {last[0]}")
            else:
                rows.append([name, figure, " ".join([f"`{run.script}.py`", run.set, *run.options])])
    for told in dict.fromkeys(lacking):
        print(f"figures: {told}", file=sys.stderr)
    if rows:
        publish("figures", table(["what", "figure", "script and set"], rows))
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
