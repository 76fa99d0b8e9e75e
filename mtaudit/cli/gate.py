"""`mtaudit gate`: the audit held against thresholds; exit 1 where they are not met."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import msgspec

from mtaudit import baseline as baselines
from mtaudit import gate
from mtaudit.cli.options import (
    audit_options,
    output_options,
    report_options,
    settings_from,
    track_option,
    word_faults_option,
)
from mtaudit.cli.printing import (
    check_targets,
    check_tracking,
    nothing_audited,
    nothing_told,
    publish,
    say_read,
    say_skipped,
    track,
    uses_stdout,
)
from mtaudit.cli.running import report_or_audit
from mtaudit.cli.targets import audited as audited_files
from mtaudit.cli.targets import check, outputs
from mtaudit.config import chosen, lowering
from mtaudit.errors import UsageError
from mtaudit.harmless import one_line
from mtaudit.interface import _, phrase
from mtaudit.model import Report


@click.command(name="gate")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option("--profile", type=click.Choice(["strict", "newsroom", "advisory"]), help="Named thresholds (newsroom).")
@click.option("--baseline", metavar="FILE", help="Findings accepted before; they don't count.")
@click.option(
    "--fail-on", type=click.Choice(["minor", "major", "critical"]), help="Mildest severity that fails a document."
)
@click.option("--max-critical", type=click.IntRange(min=0), metavar="N", help="Critical findings a document may have.")
@click.option("--max-major", type=click.IntRange(min=0), metavar="N", help="Major findings a document may have.")
@click.option("--max-minor", type=click.IntRange(min=0), metavar="N", help="Minor findings a document may have.")
@click.option(
    "--max-density",
    type=click.FloatRange(min=0),
    metavar="N",
    help="Findings of any severity in 100 words that a document of more than five may have.",
)
@click.option(
    "--min-score", multiple=True, metavar="AREA=N", help="Least score of an area (overall, entity, quote ...)."
)
@click.option(
    "--max-rule",
    multiple=True,
    metavar="CODE=N",
    help="Findings of a rule, or of all that start so, a document may have.",
)
@click.option(
    "--allow-mismatch",
    is_flag=True,
    default=None,
    help="Judge a document alone whose given original does not look like it, instead of exit 2.",
)
@click.option(
    "--pass-without-translations",
    is_flag=True,
    help="Pass over what is in another language or no article, and pass where nothing else is there: for hooks, which "
    "get whatever was changed.",
)
@click.option("--explain", is_flag=True, help="Say in one paragraph why the gate is passed or not.")
@report_options
@word_faults_option
@track_option
@audit_options
@output_options
def command(
    inputs: tuple[str, ...],
    targets: tuple[str, ...],
    format_: str | None,
    explain: bool,
    pass_without_translations: bool,
    quiet: bool,
    color: str,
    **options: Any,
) -> int:
    """Audit INPUT, or take a finished report.json, and fail where the thresholds are not met.

    Exit codes: 0 passed, 1 not passed, 2 something could not be audited, an original does not belong to its
    translation, or the call was wrong.
    """
    check_targets(targets, format_)
    settings = settings_from(options)
    config = chosen(options["config"], files=not options["isolated"])
    gate.check(settings.gate)
    check_tracking(settings)
    check(outputs(targets), audited_files(inputs, options, settings), stdin="-" in inputs)
    accepted = baselines.read(settings.gate.baseline) if settings.gate.baseline else []
    with report_or_audit(inputs, options, settings, quiet=quiet, color=color, targets=targets) as audited:
        report = audited.report
        if pass_without_translations:
            report = _without_strangers(report)
        elif nothing_audited(report, audited.left_out):
            raise UsageError(nothing_told())
        report = gate.suppressed(report, settings)
        verdict = gate.judge(
            report, settings, accepted, left_out=audited.left_out,
            where=_where(options, config, audited.finished), lowering=lowering(config) if config else (),
        )  # fmt: skip
        report = gate.told(report, verdict, settings.gate)
        publish(
            report, targets, format_, quiet=quiet, color=color, gate=verdict.view(),
            whole=options["verbose"], name_skipped=False,
        )  # fmt: skip
        track(report, settings, quiet=quiet)
        aside = uses_stdout(targets, format_)
        if explain:
            click.echo(one_line(phrase(verdict.explanation)), err=aside)
        for line in verdict.taken_out:
            click.echo(f"mtaudit: {one_line(phrase(line))}", err=True)
    if not (explain and aside):  # the explanation has them, too
        for remark in verdict.remarks:
            click.echo(f"mtaudit: {one_line(phrase(remark))}", err=True)
    for mismatch in verdict.mismatches:
        click.echo(f"mtaudit: {one_line(phrase(mismatch))}", err=True)
    say_read(report, options["verbose"])
    return say_skipped(report) or (2 if verdict.mismatches else 0 if verdict.passed else 1)


def _without_strangers(report: Report) -> Report:
    """The report without what was skipped because it is in another language or no article; that is told."""
    kept = tuple(skipped for skipped in report.skipped if skipped.cause == "unreadable")
    for skipped in report.skipped:
        if skipped not in kept:
            told = _("mtaudit: passed over {input}: {reason}")
            click.echo(one_line(told.format(input=skipped.input, reason=phrase(skipped.reason))), err=True)
    if not report.documents and not kept:
        told = _("mtaudit: no Indonesian translation among the inputs: there is nothing to hold back")
        click.echo(told, err=True)
    summary = msgspec.structs.replace(report.summary, skipped=len(kept))
    return msgspec.structs.replace(report, skipped=kept, summary=summary)


def _where(options: Mapping[str, Any], config: Path | None, finished: bool) -> dict[str, str]:
    """Where the settings stand that take findings out; of a finished report nobody knows where they stood."""
    found: dict[str, str] = {}
    if config is not None:
        here = Path.cwd()
        name = str(config.relative_to(here) if config.is_relative_to(here) else config)
        found = {"config": name, "suppress": name}
    for key in () if finished else ("select", "ignore"):
        if options.get(key):
            found[key] = "given on the command line"
        elif os.environ.get(f"MTAUDIT_{key.upper()}"):
            found[key] = f"MTAUDIT_{key.upper()} in the environment"
        elif config is not None:
            found[key] = found["config"]
    return found
