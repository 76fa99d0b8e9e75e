"""`mtaudit baseline`: findings that were looked at and accepted."""

from __future__ import annotations

from typing import Any

import click

from mtaudit import baseline
from mtaudit.cli.options import audit_options, output_options, settings_from
from mtaudit.cli.printing import say_skipped
from mtaudit.cli.running import Audited, report_or_audit
from mtaudit.cli.targets import audited as audited_files
from mtaudit.cli.targets import check, outputs
from mtaudit.errors import UsageError
from mtaudit.harmless import one_line
from mtaudit.interface import _, ngettext, number

_FILE = click.option("--baseline", "path", required=True, metavar="FILE", help="The baseline file.")


@click.group(name="baseline")
def command() -> None:
    """Accepted findings, by content fingerprint."""


def _nothing(audited: Audited, path: str) -> bool:
    """Whether there is nothing to go by; it is said. Raises UsageError where only a part was looked at."""
    if audited.left_out:
        raise UsageError(f"--new-only and --since look at a part of the articles alone: {path} is left as it was")
    if not audited.report.documents:
        click.echo(_("mtaudit: nothing was audited: {path} is left as it was").format(path=path), err=True)
    return not audited.report.documents


@command.command(short_help="Accept all that is found in INPUT now.")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@_FILE
@audit_options
@output_options
def write(inputs: tuple[str, ...], path: str, quiet: bool, color: str, **options: Any) -> int:
    """Accept all that is found in INPUT now (articles, or a finished report.json)."""
    settings = settings_from(options)
    files = audited_files(inputs, options, settings, baseline=False)
    check(outputs((), path), files, stdin="-" in inputs)
    with report_or_audit(inputs, options, settings, quiet=quiet, color=color) as audited:
        report = audited.report
        if _nothing(audited, path):
            return say_skipped(report) or 2
        count = baseline.write(path, baseline.entries(report))
    if not quiet:
        told = ngettext("{path}: {count} finding accepted", "{path}: {count} findings accepted", count)
        click.echo(told.format(path=path, count=number(count, "d")), err=True)
    return say_skipped(report)


@command.command(short_help="Take out the entries that nothing matches any more.")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@_FILE
@audit_options
@output_options
def prune(inputs: tuple[str, ...], path: str, quiet: bool, color: str, **options: Any) -> int:
    """Take out the entries that nothing in INPUT matches any more."""
    settings = settings_from(options)
    files = audited_files(inputs, options, settings, baseline=False)
    check(outputs((), path), files, stdin="-" in inputs)
    known = baseline.read(path)
    with report_or_audit(inputs, options, settings, quiet=quiet, color=color) as audited:
        report = audited.report
        if _nothing(audited, path):
            return say_skipped(report) or 2
        kept, gone = baseline.pruned(known, report)
        baseline.write(path, kept)
    if not quiet:
        for entry in gone:
            click.echo(one_line(f"{entry.fingerprint}  {entry.rule}  {entry.document}  {entry.text or ''}"))
        told = _("{path}: {gone} taken out, {kept} left")
        click.echo(told.format(path=path, gone=number(len(gone), "d"), kept=number(len(kept), "d")), err=True)
    return say_skipped(report)
