"""`mtaudit gate`: the audit held against thresholds; exit 1 where they are not met."""

from __future__ import annotations

from typing import Any

import click

from mtaudit import baseline as baselines
from mtaudit import gate
from mtaudit.cli.options import audit_options, output_options, report_options, settings_from
from mtaudit.cli.printing import check_targets, print_report, say_skipped
from mtaudit.cli.running import report_or_audit
from mtaudit.rendering import registry


@click.command(name="gate")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option("--profile", type=click.Choice(["strict", "newsroom", "advisory"]), help="Named thresholds (newsroom).")
@click.option("--baseline", metavar="FILE", help="Findings accepted before; they don't count.")
@click.option(
    "--fail-on", type=click.Choice(["minor", "major", "critical"]), help="Mildest severity that fails a document."
)
@click.option("--max-critical", type=click.IntRange(min=0), metavar="N", help="Critical findings a document may have.")
@click.option("--max-major", type=click.IntRange(min=0), metavar="N", help="Major findings a document may have.")
@click.option(
    "--min-score", multiple=True, metavar="AREA=N", help="Least score of an area (overall, entity, quote ...)."
)
@click.option("--explain", is_flag=True, help="Say in one paragraph why the gate is passed or not.")
@report_options
@audit_options
@output_options
def command(
    inputs: tuple[str, ...],
    targets: tuple[str, ...],
    format_: str | None,
    explain: bool,
    quiet: bool,
    color: str,
    **options: Any,
) -> int:
    """Audit INPUT, or take a finished report.json, and fail where the thresholds are not met.

    Exit codes: 0 passed, 1 not passed, 2 something could not be audited or was called wrongly.
    """
    check_targets(targets, format_)
    settings = settings_from(options)
    gate.thresholds(settings.gate)
    accepted = [e.fingerprint for e in baselines.read(settings.gate.baseline)] if settings.gate.baseline else []
    with report_or_audit(inputs, options, settings, quiet=quiet) as audited:
        report = audited.report
        verdict = gate.judge(report, settings.gate, accepted)
        registry.write(report, targets, verdict.view())
        print_report(report, format_, quiet=quiet, color=color, gate=verdict.view())
    if explain:
        click.echo(verdict.explanation, err=format_ is not None)
    return say_skipped(report) or (0 if verdict.passed else 1)
