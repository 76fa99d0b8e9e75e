"""`mtaudit compare`: two reports side by side, or a table of several systems."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

import click

from mtaudit.cli.options import output_options
from mtaudit.cli.targets import Output, Read, check
from mtaudit.compare import compare, compare_systems
from mtaudit.errors import UsageError
from mtaudit.model import Report
from mtaudit.rendering.colour import Color
from mtaudit.rendering.comparison import comparison_format, render_comparison, write_comparison
from mtaudit.reports import load


@click.command(name="compare")
@click.argument("paths", nargs=-1, metavar="A.json B.json...")
@click.option(
    "-o", "--output", "targets", multiple=True, metavar="FILE", help="Write it as *.html, *.json, *.md or *.txt."
)
@click.option(
    "--name", "labels", multiple=True, metavar="NAME",
    help="What to call a report; once for each, in their order (its system, else its file name).",
)  # fmt: skip
@click.option("--names", "both", nargs=2, metavar="A B", help="The same for two.")
@output_options
def command(
    paths: tuple[str, ...],
    targets: tuple[str, ...],
    labels: tuple[str, ...],
    both: tuple[str, str] | None,
    quiet: bool,
    verbose: bool,
    color: Color,
) -> None:
    """Set reports side by side: two systems, before and after, or a table of several systems.

    Differences come with paired bootstrap significance over the documents that all have; of several systems, with
    Holm's correction for their pairs.
    """
    if len(paths) < 2:
        raise UsageError("name two reports or more to compare")
    given = labels or both or ()
    if given and len(given) != len(paths):
        raise UsageError(f"{len(given)} names for {len(paths)} reports: give --name once for each")
    for target in targets:
        comparison_format(target)
    written = [Output(f"-o {target}", Path(target)) for target in targets]
    check(written, [Read("a report that is compared", path) for path in paths])
    reports = [load(path) for path in paths]
    names = told_apart(given or [_name(report, path) for report, path in zip(reports, paths, strict=True)], paths)
    if len(reports) == 2:
        found = compare(reports[0], reports[1], names=(names[0], names[1]))
        write_comparison(found, targets)
        text = render_comparison(found, width=shutil.get_terminal_size().columns, color=color)
    else:
        several = compare_systems(reports, names)
        write_comparison(several, targets)
        text = render_comparison(several, width=shutil.get_terminal_size().columns, color=color)
    if not quiet:
        sys.stdout.write(text)


def _name(report: Report, path: str) -> str:
    """The system that all documents of a report come from; else the name of its file."""
    systems = {document.system for document in report.documents}
    only = systems.pop() if len(systems) == 1 else None
    return only or PurePath(path).stem


def told_apart(names: Sequence[str], paths: Sequence[str]) -> list[str]:
    """The names, each once: those that several have with the file's name, else its path, else a number behind them."""
    ways: tuple[Callable[[int], str], ...] = (
        lambda n: names[n],
        lambda n: f"{names[n]} ({PurePath(paths[n]).stem})" if names[n] != PurePath(paths[n]).stem else names[n],
        lambda n: paths[n] if names[n] == PurePath(paths[n]).stem else f"{names[n]} ({paths[n]})",
        lambda n: f"{names[n]} ({n + 1})",
    )
    found = [""] * len(names)
    left = list(range(len(names)))
    for way in ways:
        counts = Counter([way(n) for n in left] + [name for name in found if name])
        for n in list(left):
            if counts[way(n)] == 1:
                found[n] = way(n)
                left.remove(n)
    for n in left:
        found[n] = f"{paths[n]} ({n + 1})"
    return found
