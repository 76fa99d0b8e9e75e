"""`mtaudit report`: render a finished report again."""

from __future__ import annotations

import click

from mtaudit.cli.options import output_options, report_options
from mtaudit.cli.printing import check_targets, print_report
from mtaudit.errors import UsageError
from mtaudit.rendering import registry
from mtaudit.reports import load


@click.command(name="report")
@click.argument("report", metavar="REPORT.json")
@report_options
@output_options
def command(report: str, targets: tuple[str, ...], format_: str | None, quiet: bool, verbose: bool, color: str) -> None:
    """Render a finished JSON report in other formats, without auditing again."""
    check_targets(targets, format_)
    if quiet and not targets and not format_:
        raise UsageError("nothing to do: give -o FILE, or leave out --quiet")
    finished = load(report)
    registry.write(finished, targets)
    if not targets or format_:
        print_report(finished, format_, quiet=quiet, color=color)
