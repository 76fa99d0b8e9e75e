"""What the program costs, as ratios: writes a table into benchmarks/README.md and prints it.

usage: python benchmarks/bench.py [--rounds 3] [--sentences 500] [--units 5000] [--articles 1000] [--only ROW ...]

The two sides of a ratio follow each other, and change places from round to round, each time in a fresh process. Only
processor time counts (user and system, of all threads and children), so another busy process does little harm; but
where several processes share the work it is time on the clock, and the machine must have nothing else to do. `--only`
measures some rows and keeps the others of the table.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from files import feed, pairs_file, po
from table import PAGE, publish, table
from units import units

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
QUICK = ("--no-translation", "--jobs", "1", "--quiet")
ARTICLE = 4  # sentences of an article where they are many

Side = Callable[[], float]


class UnmeasuredError(Exception):
    """A side that could not be measured, and why; the other rows are."""


@dataclass(frozen=True, slots=True)
class Row:
    """`one` is set against `other`; `wanted`: the ratio that is wished for."""

    what: str
    against: str
    wanted: str
    one: Side
    other: Side
    rounds: int | None = None  # None: as the command line says


def arm(name: str, count: int) -> Side:
    """Processor seconds of an arm of arms.py."""

    def side() -> float:
        done = subprocess.run(
            [sys.executable, str(HERE / "arms.py"), name, str(count)],
            stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONHASHSEED": "0"},
        )  # fmt: skip
        if done.returncode:
            raise UnmeasuredError(f"{name} could not be measured, see above")
        return float(done.stdout.split()[-1])

    return side


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a command and its children: processor seconds, seconds on the clock, and the most memory of one, in bytes."""

    processor: float
    clock: float
    memory: int


def cost(command: Sequence[str | Path], codes: Sequence[int] = (0,)) -> Cost:
    """What a command takes; raises UnmeasuredError where its exit code is none of `codes`."""
    began = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in codes:
        raise UnmeasuredError(f"{' '.join(map(str, command))} could not be measured, see above")
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss * 1024)


def program(*arguments: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "mtaudit", *arguments]


def beside(name: str) -> str:
    """A program that is installed beside this Python. Raises UnmeasuredError where it isn't."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise UnmeasuredError(f"no {name}: run make bench, which installs it")
    return found


def of_decode(sentences: int) -> dict[str, Row]:
    """What is set against the bare decode of the back-translation."""
    decode, of = arm("decode", sentences), f"{sentences:,} sentences"
    bare = "bare decode of the same, same package, batches and threads"
    return {
        "once": Row(f"audit without second translations, {of}", bare, "≤ 2", arm("once", sentences), decode),
        "everything": Row(f"audit with all, {of}", bare, "≤ 4", arm("everything", sentences), decode),
        "checks": Row(f"all checks, no translation, {of}", bare, "≤ 0.8", arm("checks", sentences), decode),
        "names": Row(f"names alone, {of}", bare, "", arm("names", sentences), decode),
        "scores": Row(f"forced scores of the reader, {of}", bare, "≤ 0.6", arm("scores", sentences), decode),
        "reader": Row(f"features and trees of the reader, {of}", bare, "", arm("reader", sentences), decode),
        "argos": Row(
            f"argostranslate, one sentence after the other, {of}", "the same through mtaudit", "≥ 5",
            arm("argos", sentences), decode,
        ),
        "old": Row(f"decode with the bundled package, {of}", "package 0.3", "", decode, arm("old", sentences)),
    }  # fmt: skip


def of_units(count: int, folder: Path) -> dict[str, Row]:
    """One large bilingual file."""
    path = folder / "units.po"

    def ours() -> float:
        path.write_text(po(units(count)), encoding="utf-8")
        return cost(program("audit", path, *QUICK)).processor

    def pofilter() -> float:
        path.write_text(po(units(count)), encoding="utf-8")
        return cost([beside("pofilter"), path, folder / "filtered.po"]).processor

    size = f"{count:,} units"
    return {
        "pofilter": Row(f"all checks of one PO, {size}", "pofilter, its default tests", "≤ 5", ours, pofilter),
        "size": Row(
            f"all checks, one file of {size}", "the same units in 100 files", "≤ 1.2",
            arm("one_file", count), arm("many_files", count),
        ),
    }  # fmt: skip


def of_again(count: int, folder: Path) -> dict[str, Row]:
    """An audit of what was audited before."""
    small = pairs_file(folder, units(40 * ARTICLE), ARTICLE)
    large = feed(folder, units(count * ARTICLE), ARTICLE)
    more = feed(folder, units((count + 1) * ARTICLE), ARTICLE)
    same = folder / "feed.jsonl"  # whatever is read: a report says under which name

    def audit(cache: Path, *inputs: str | Path) -> float:
        feeds = [one for one in inputs if one in (large, more)]
        for one in feeds:
            shutil.copy(one, same)
        named = [same if one in feeds else one for one in inputs]
        return cost(program("audit", *named, "--jobs", "1", "--quiet", "--cache", cache)).processor

    def first(*inputs: str | Path) -> Side:
        def side() -> float:
            with tempfile.TemporaryDirectory(dir=folder) as cache:
                return audit(Path(cache), *inputs)

        return side

    def again(before: Sequence[str | Path], inputs: Sequence[str | Path]) -> Side:
        cache = folder / f"cache{len(list(folder.iterdir()))}"

        def side() -> float:
            if not cache.exists():
                audit(cache, *before)
            return audit(cache, *inputs)

        return side

    forty, feeds = ("--pairs", small), (large, "--no-translation")
    of = f"{count:,} articles, checks only"
    return {
        "forty": Row("the second audit of 40 articles", "the first", "≤ 0.2", again(forty, forty), first(*forty)),
        "again": Row(f"the second audit of {of}", "the first", "≤ 0.02", again(feeds, feeds), first(*feeds), 1),
        "more": Row(
            f"the same and one more: {of}", "the first", "", again(feeds, (more, feeds[1])), first(more, feeds[1]), 1
        ),
    }  # fmt: skip


def of_start() -> dict[str, Row]:
    def side(*command: str | Path) -> Side:
        return lambda: min(cost(command).processor for _ in range(5))

    bare = side(sys.executable, "-c", "pass")
    return {
        "version": Row("mtaudit --version", "python -c pass", "", side(*program("--version")), bare),
        "help": Row("mtaudit --help", "python -c pass", "", side(*program("--help")), bare),
        "ruff": Row(
            "mtaudit --version", "ruff --version", "", side(*program("--version")), lambda: side(beside("ruff"), "-V")()
        ),
    }


def of_scale(count: int, folder: Path) -> dict[str, Row]:
    """Ten times as many articles."""
    size = 2
    small, large = (feed(folder, units(n * size), size) for n in (count, 10 * count))
    kept: dict[Path, Cost] = {}

    def audited(path: Path) -> Cost:
        if path not in kept:
            kept[path] = cost(program("audit", path, *QUICK, "--no-cache", "-o", folder / "scale.json"))
        return kept[path]

    of, against = f"{10 * count:,} articles, checks only", f"{count:,} articles"
    return {
        "scale": Row(
            f"time of {of}", f"{against}, ten times", "1",
            lambda: audited(large).processor, lambda: 10 * audited(small).processor, 1,
        ),
        "memory": Row(
            f"memory of {of}", against, "", lambda: audited(large).memory, lambda: audited(small).memory, 1,
        ),
    }  # fmt: skip


def of_workers(count: int, folder: Path) -> dict[str, Row]:
    """Time on the clock."""
    path = pairs_file(folder, units(count * ARTICLE), ARTICLE)

    def side(*options: str) -> Side:
        return lambda: cost(program("audit", "--pairs", path, "--no-translation", "--quiet", *options)).clock

    of = f"{count:,} articles, checks only"
    one, two, dask = (side("--no-cache", "--jobs", *options) for options in (["1"], ["2"], ["2", "--engine", "dask"]))
    return {
        "workers": Row(f"one process, {of}", "two", "≥ 1.7", one, two),
        "dask": Row(f"one process, {of}", "two Dask workers", "", one, dask),
    }


def line(row: Row, rounds: int) -> list[str]:
    """A line of the table."""
    ratios = []
    for number in range(row.rounds or rounds):
        sides = [row.one, row.other] if number % 2 == 0 else [row.other, row.one]
        seconds = [side() for side in sides]
        one, other = seconds if number % 2 == 0 else reversed(seconds)
        ratios.append(one / other)
        print(f"{row.what}: {one:.4g} against {other:.4g}", file=sys.stderr, flush=True)
    ratios.sort()
    spread = f"{ratios[0]:.3g} to {ratios[-1]:.3g}"
    return [row.what, row.against, f"{statistics.median(ratios):.3g}", row.wanted, spread, str(len(ratios))]


def lines_before() -> list[list[str]]:
    """The lines of the table as it stands on the page."""
    body = re.search(r"(?s)<!-- bench -->\n(.*?)<!-- /bench -->", PAGE.read_text(encoding="utf-8"))
    rows = [re.split(r" (?<!\\)\| ", one.strip("| ")) for one in (body[1] if body else "").splitlines()[2:]]
    return [row for row in rows if len(row) == 6]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sentences", type=int, default=500)
    parser.add_argument("--units", type=int, default=5000)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--only", action="append", metavar="ROW", help="measure these rows alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = {
            **of_start(), **of_decode(options.sentences), **of_units(options.units, folder),
            **of_again(options.articles, folder), **of_workers(options.articles, folder),
            **of_scale(options.articles, folder),
        }  # fmt: skip
        unknown = [one for one in options.only or () if one not in rows]
        if unknown:
            sys.exit(f"bench: no row {unknown[0]}: there are {', '.join(rows)}")
        head = ["what", "against", "ratio", "wanted", "spread", "rounds"]
        failed = False
        known = {tuple(row[:2]): row for row in lines_before()} if options.only else {}
        for key, row in rows.items():
            if not options.only or key in options.only:
                try:
                    known[row.what, row.against] = line(row, options.rounds)
                except UnmeasuredError as error:
                    print(f"bench: {error}", file=sys.stderr)
                    failed = True
                publish("bench", table(head, list(known.values())))
    sys.exit(failed)


if __name__ == "__main__":
    main()
