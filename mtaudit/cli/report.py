"""`mtaudit report`: render a finished report again."""

from __future__ import annotations

import click

from mtaudit.cli.options import output_options
from mtaudit.cli.printing import print_report
from mtaudit.errors import UsageError
from mtaudit.rendering import registry
from mtaudit.reports import load


@click.command(name="report")
@click.argument("report", metavar="REPORT.json")
@click.option(
    "-o", "--output", "targets", multiple=True, metavar="FILE", help="Write a report; its name tells the format."
)
@click.option("--format", "format_", metavar="NAME", help="Print this format instead of the terminal report.")
@output_options
def command(report: str, targets: tuple[str, ...], format_: str | None, quiet: bool, verbose: bool, color: str) -> None:
    """Render a finished JSON report in other formats, without auditing again."""
    for target in targets:
        registry.parse_target(target)
    if quiet and not targets and not format_:
        raise UsageError("nothing to do: give -o FILE, or leave out --quiet")
    finished = load(report)
    registry.write(finished, targets)
    if not targets or format_:
        print_report(finished, format_, quiet=quiet, color=color)
