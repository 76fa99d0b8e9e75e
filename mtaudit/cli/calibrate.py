"""`mtaudit calibrate`: thresholds out of a user's own accepted articles, or out of their labels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from mtaudit.calibrate import PERCENTILES, calibrate
from mtaudit.cli.options import audit_options, output_options, settings_from
from mtaudit.cli.printing import say_problems, say_skipped
from mtaudit.cli.running import looks_like_report, report_or_audit
from mtaudit.config import find
from mtaudit.errors import UsageError
from mtaudit.evaluation.join import join
from mtaudit.evaluation.labels import read_labels
from mtaudit.evaluation.thresholds import LEAST_STRETCHES, SHARE, Threshold, has_probabilities, thresholds
from mtaudit.interface import _, number
from mtaudit.model import Report
from mtaudit.reader.models import OFF
from mtaudit.rendering.registry import write_file
from mtaudit.toml_edit import with_keys


@click.command(name="calibrate")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "--labels",
    "files",
    multiple=True,
    metavar="FILE",
    help="Labelled faults: find the reader's thresholds on them, and write them into the config. INPUT is then one "
    "report.json with word_faults. Repeatable.",
)
@audit_options
@output_options
def command(inputs: tuple[str, ...], files: tuple[str, ...], quiet: bool, color: str, **options: Any) -> int:
    """Show percentiles of scores over accepted articles, and the thresholds that follow from them.

    With --labels: the thresholds from which on the reader's stretches are right often enough on your labels.
    """
    if files and (len(inputs) != 1 or not looks_like_report(inputs[0])):
        raise UsageError("calibrate --labels takes one finished report.json as INPUT")
    with report_or_audit(inputs, options, settings_from(options), quiet=quiet, color=color) as audited:
        if files:
            return _reader(audited.report, inputs[0], files, options["config"], quiet)
        return _gate(audited.report)


def _gate(report: Report) -> int:
    """Print what the gate's thresholds may be."""
    if not report.documents:
        say_skipped(report)
        raise UsageError("no translation among the inputs: nothing to calibrate on")
    result = calibrate(report)
    click.echo(_("{count} documents; percentiles").format(count=number(result.documents)))
    click.echo(f"{'':<18}" + "".join(f"{p:>8}" for p in PERCENTILES))
    for name, row in result.percentiles.items():
        click.echo(f"{_(name):<18}" + "".join(number(value, ">8g") for value in row))
    for name, count in result.unchecked.items():
        told = _("{name} was not judged in {count} of {all}")
        click.echo(told.format(name=_(name), count=number(count), all=number(result.documents)))
    comment = _("thresholds that 95 % of these articles pass, each taken alone")
    click.echo(f"\n# {comment}\n{result.toml()}", nl=False)
    return say_skipped(report)


def _reader(report: Report, path: str, files: Sequence[str], config: str | None, quiet: bool) -> int:
    """Find the reader's thresholds, write them into the config and say so."""
    joined = join(report.documents, read_labels(files))
    code = say_problems(joined.problems)
    if not joined.read:
        raise UsageError(f"no label names a document of {path}: nothing to calibrate on")
    if not has_probabilities(joined.read):
        raise UsageError(f"{path} carries no word_faults: audit again with --word-faults")
    found = thresholds(joined.read)
    place = Path(config) if config else find(Path.cwd()) or Path("mtaudit.toml")
    table = "tool.mtaudit.reader" if place.name == "pyproject.toml" else "reader"
    old = place.read_bytes().decode("utf-8-sig") if place.exists() else ""
    new = with_keys(old, table, {t.setting: OFF if t.value is None else t.value for t in found})
    if new != old:
        write_file(place, [new])
    if not quiet:
        click.echo(_("{count} documents read").format(count=number(len(joined.read))))
        for threshold in found:
            click.echo(_told(threshold))
        click.echo(
            _("[{table}] of {place}: {done}").format(
                table=table, place=place, done=_("written") if new != old else _("as it was")
            )
        )
    return code


def _told(threshold: Threshold) -> str:
    """What was found for a setting, in a line."""
    share = SHARE[threshold.setting]
    if threshold.value is None:
        reason = _("no threshold is right in {share} of {stretches} stretches or more, so nothing is told")
        reason = reason.format(share=number(share, ".0%"), stretches=LEAST_STRETCHES)
        return f"{threshold.setting} = {OFF:g}: {reason}"
    told = _("{right} of {stretches} stretches are right").format(right=threshold.right, stretches=threshold.stretches)
    return f"{threshold.setting} = {threshold.value:g}: {told}"
