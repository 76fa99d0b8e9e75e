"""`mtaudit baseline`: findings that were looked at and accepted."""

from __future__ import annotations

from typing import Any

import click

from mtaudit import baseline
from mtaudit.cli.options import audit_options, output_options, settings_from
from mtaudit.cli.printing import say_skipped
from mtaudit.cli.running import report_or_audit
from mtaudit.rendering.harmless import one_line

_FILE = click.option("--baseline", "path", required=True, metavar="FILE", help="The baseline file.")


@click.group(name="baseline")
def command() -> None:
    """Accepted findings, by content fingerprint."""


@command.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@_FILE
@audit_options
@output_options
def write(inputs: tuple[str, ...], path: str, quiet: bool, color: str, **options: Any) -> int:
    """Accept all that is found in INPUT now (articles, or a finished report.json)."""
    with report_or_audit(inputs, options, settings_from(options), quiet=quiet, color=color) as audited:
        report = audited.report
        count = baseline.write(path, baseline.entries(report))
    if not quiet:
        click.echo(f"{path}: {count} finding{'s' * (count != 1)} accepted", err=True)
    return say_skipped(report)


@command.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@_FILE
@audit_options
@output_options
def prune(inputs: tuple[str, ...], path: str, quiet: bool, color: str, **options: Any) -> int:
    """Take out the entries that nothing in INPUT matches any more."""
    known = baseline.read(path)
    with report_or_audit(inputs, options, settings_from(options), quiet=quiet, color=color) as audited:
        report = audited.report
        kept, gone = baseline.pruned(known, report)
        baseline.write(path, kept)
    if not quiet:
        for entry in gone:
            click.echo(one_line(f"{entry.fingerprint}  {entry.rule}  {entry.document}  {entry.text or ''}"))
        click.echo(f"{path}: {len(gone)} taken out, {len(kept)} left", err=True)
    return say_skipped(report)
