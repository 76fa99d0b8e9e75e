"""`mtaudit calibrate`: thresholds out of a user's own accepted articles."""

from __future__ import annotations

from typing import Any

import click

from mtaudit.calibrate import PERCENTILES, calibrate
from mtaudit.cli.options import audit_options, output_options, settings_from
from mtaudit.cli.printing import say_skipped
from mtaudit.cli.running import report_or_audit
from mtaudit.errors import UsageError


@click.command(name="calibrate")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@audit_options
@output_options
def command(inputs: tuple[str, ...], quiet: bool, color: str, **options: Any) -> int:
    """Show percentiles of scores over accepted articles, and the thresholds that follow from them."""
    with report_or_audit(inputs, options, settings_from(options), quiet=quiet, color=color) as audited:
        report = audited.report
        if not report.documents:
            say_skipped(report)
            raise UsageError("no translation among the inputs: nothing to calibrate on")
        result = calibrate(report)
    click.echo(f"{result.documents} documents; percentiles")
    click.echo(f"{'':<18}" + "".join(f"{p:>8}" for p in PERCENTILES))
    for name, row in result.percentiles.items():
        click.echo(f"{name:<18}" + "".join(f"{value:>8g}" for value in row))
    for name, count in result.unchecked.items():
        click.echo(f"{name} was not judged in {count} of {result.documents}")
    click.echo("\n# thresholds that 95 % of these articles pass, each taken alone\n" + result.toml(), nl=False)
    return say_skipped(report)
