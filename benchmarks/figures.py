"""What the program finds in the labelled sets of benchmarks/gold/: writes two tables into benchmarks/README.md.

usage: python benchmarks/figures.py [--gold FOLDER] [--only PART]... [--jobs N] [--cache FOLDER]

FAULTS and PARTS say what is measured, on which sets; below the tables the scripts of SCRIPTS print. With `--only`
nothing is written to the page. A set that isn't there is told and its lines are left out: exit code 1.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gold import GOLD, articles, audit, beside, labels, write
from gold_human import human
from gold_names import names, plain_search
from gold_quotes import quotes
from gold_ranking import ranking
from table import PAGE, publish, table

from mtaudit.evaluation.evaluate import evaluate
from mtaudit.evaluation.labels import read_labels
from mtaudit.evaluation.result import Evaluation, Share, Value

Row = tuple[str, str]  # what, figure
FAULT_HEAD = (
    "set", "serious faults found", "told as serious", "serious findings right", "on a serious fault",
    "human text, per 1,000 words", "AUC of the score", "rank correlation",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """What gives lines of the second table: `measure(prefix, **settings)` audits a set."""

    name: str
    sets: tuple[str, ...]
    measure: Callable[..., list[Row]]


def faults(prefix: Path, original: bool, **settings: Any) -> Evaluation:
    """Audit a set of labelled faults in articles of five sentences and hold the report against the labels."""
    cut = articles(prefix)
    report = audit([article.pair(original) for article in cut], **settings)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "labels.jsonl")
        write(path, labels(prefix, cut))
        return evaluate(report, read_labels([path]))


def fault_cells(evaluation: Evaluation) -> list[str]:
    """The figures of a set as they stand in the first table."""
    whole = evaluation.groups[0]
    recall = {row.name: row.recall for row in whole.faults if row.by == "severity"}
    serious = whole.findings[1]
    shares = [recall["serious"], recall["serious told as serious"], serious.right, serious.serious]
    values = [serious.human, evaluation.score.auc, evaluation.score.rank_correlation]
    return [*map(_share, shares), *map(_value, values)]


def _share(share: Share) -> str:
    return f"{_value(Value(share.value, share.low, share.high))}, {share.hits} of {share.of}"


def _value(value: Value) -> str:
    if value.value is None:
        return "–"
    interval = "" if value.low is None else f" ({value.low:.2f} to {value.high:.2f})"
    return f"{value.value:.2f}{interval}"


def of_names(prefix: Path, **settings: Any) -> list[Row]:
    found, plain = names(prefix, **settings), plain_search(prefix)
    return [
        ("damaged names: precision", f"{found.precision:.2f}"),
        ("damaged names: recall", f"{found.recall:.2f}"),
        ("damaged names by plain string search: precision", f"{plain.precision:.2f}"),
        ("damaged names by plain string search: recall", f"{plain.recall:.2f}"),
    ]


def of_quotes(prefix: Path, **settings: Any) -> list[Row]:
    found = quotes(prefix, **settings)
    return [
        (f"{what} of quotations damaged: {name}", f"{figure:.2f}")
        for what, d in (("marks", found.marks), ("content", found.content))
        for name, figure in (("precision", d.precision), ("recall", d.recall), ("F1", d.f1))
    ]


def of_human(prefix: Path, **settings: Any) -> list[Row]:
    found = human(prefix, **settings)
    return [
        ("human articles without a serious finding", f"{found.quiet} of {found.documents}"),
        ("human articles: name alarms, per 1,000 words", f"{1000 * found.names / found.words:.2f}"),
        ("human articles: share of quotations flagged", f"{found.flagged / max(1, found.quotations):.3f}"),
    ]


def of_ranking(prefix: Path, **settings: Any) -> list[Row]:
    found = ranking(prefix, **settings)
    return [
        ("six systems ranked: Kendall's tau", f"{found.tau:.2f}"),
        (f"the better of two versions scored higher, {found.pairs} pairs", f"{found.accuracy:.3f}"),
    ]


FAULTS = ("faults-dev", "faults-more", "faults-good")
PARTS = (
    Part("names", ("flores-dev", "flores-more"), of_names),
    Part("quotes", ("flores-dev", "flores-more"), of_quotes),
    Part("human", ("ntrex-human",), of_human),
    Part("ranking", ("flores-dev",), of_ranking),
)
SCRIPTS = (  # script of this folder, its set, options
    ("names.py", "flores-dev", ()),
    ("changed_numbers.py", "ntrex-human", ("--show", "0")),
    ("adequacy.py", "ntrex-human", ()),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of labelled sets")
    parser.add_argument("--only", action="append", choices=["faults", *(part.name for part in PARTS), "scripts"])
    parser.add_argument("--jobs", type=int, default=0, help="processes; 0: as many as there are processors")
    parser.add_argument("--cache", help="folder for back-translations")
    options = parser.parse_args()
    settings = {key: value for key in ("jobs", "cache") if (value := getattr(options, key)) is not None}
    sets = Sets(options.gold)
    tables = []
    if wanted("faults", options.only) and (lines := fault_lines(sets, settings)):
        tables.append(table(FAULT_HEAD, lines))
    lines = [
        [what, figure, path.name]
        for part in PARTS
        if wanted(part.name, options.only)
        for path in sets.present(part.sets)
        for what, figure in part.measure(path, **settings)
    ]
    if lines:
        tables.append(table(["what", "figure", "set"], lines))
    text = "\n\n".join(tables)
    if options.only or sets.lacking:
        print(text)
    else:
        publish("figures", text)
    if wanted("scripts", options.only):
        run_scripts(sets)
    for told in dict.fromkeys(sets.lacking):
        print(f"figures: {told}; {PAGE.name} is as it was", file=sys.stderr)
    return 1 if sets.lacking else 0


def wanted(name: str, only: list[str] | None) -> bool:
    return not only or name in only


@dataclass
class Sets:
    """The folder of labelled sets, and in words what it lacks."""

    folder: Path
    lacking: list[str] = field(default_factory=list)

    def present(self, names: Iterable[str]) -> Iterator[Path]:
        """The sets that are there, each told on standard error when its turn comes."""
        for name in names:
            if beside(self.folder / name, "jsonl").is_file():
                print(f"figures: {name}", file=sys.stderr, flush=True)
                yield self.folder / name
            else:
                self.lacking.append(f"no {name}.jsonl in {self.folder}")


def fault_lines(sets: Sets, settings: Mapping[str, Any]) -> list[list[str]]:
    """A line a set of labelled faults with the originals, and one without."""
    return [
        [f"{path.name}, {'with originals' if original else 'alone'}", *fault_cells(faults(path, original, **settings))]
        for path in sets.present(FAULTS)
        for original in (True, False)
    ]


def run_scripts(sets: Sets) -> None:
    """Let the scripts print; a script whose set isn't there is left out."""
    for script, name, options in SCRIPTS:
        for path in sets.present([name]):
            given = path if script == "names.py" else beside(path, "jsonl")
            print(f"\n{script} {given.name}", flush=True)
            command = [sys.executable, "-P", str(Path(__file__).with_name(script)), str(given), *options]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
