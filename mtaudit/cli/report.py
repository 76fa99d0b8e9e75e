"""`mtaudit report`: render a finished report again."""

from __future__ import annotations

import click

from mtaudit.cli.options import output_options, report_options
from mtaudit.cli.printing import check_targets, publish
from mtaudit.cli.targets import Read, check, outputs
from mtaudit.errors import UsageError
from mtaudit.rendering import registry
from mtaudit.rendering.interface import gate_of
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
    check(outputs(targets), [Read("the report that is read", report)])
    finished = load(report)
    gate = gate_of(finished)
    if targets and not format_:
        registry.write(finished, targets, gate)
    else:
        publish(finished, targets, format_, quiet=quiet, color=color, gate=gate, whole=verbose)
