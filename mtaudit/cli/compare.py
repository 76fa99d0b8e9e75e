"""`mtaudit compare`: two reports side by side."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path, PurePath

import click

from mtaudit.cli.options import output_options
from mtaudit.cli.targets import Output, Read, check
from mtaudit.compare import compare
from mtaudit.rendering.colour import Color
from mtaudit.rendering.comparison import comparison_format, render_comparison, write_comparison
from mtaudit.reports import load


@click.command(name="compare")
@click.argument("before", metavar="A.json")
@click.argument("after", metavar="B.json")
@click.option(
    "-o", "--output", "targets", multiple=True, metavar="FILE", help="Write it as *.html, *.json, *.md or *.txt."
)
@click.option("--names", "labels", nargs=2, metavar="A B", help="What to call the two (their file names).")
@output_options
def command(
    before: str,
    after: str,
    targets: tuple[str, ...],
    labels: tuple[str, str] | None,
    quiet: bool,
    verbose: bool,
    color: Color,
) -> None:
    """Set two reports side by side - two systems, or before and after - with paired bootstrap significance."""
    for target in targets:
        comparison_format(target)
    written = [Output(f"-o {target}", Path(target)) for target in targets]
    check(written, [Read("a report that is compared", path) for path in (before, after)])
    names = labels or _names(before, after)
    result = compare(load(before), load(after), names=names)
    write_comparison(result, targets)
    if not quiet:
        sys.stdout.write(render_comparison(result, width=shutil.get_terminal_size().columns, color=color))


def _names(before: str, after: str) -> tuple[str, str]:
    """The file names, or the whole paths where those are the same."""
    a, b = PurePath(before).stem, PurePath(after).stem
    return (a, b) if a != b else (before, after)
