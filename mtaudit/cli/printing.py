"""What the commands print: the report on standard output, troubles on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import cast

import click

from mtaudit.config import Settings
from mtaudit.evaluation.labels import Problem
from mtaudit.harmless import one_line
from mtaudit.interface import _, ngettext, number, phrase
from mtaudit.languages.identify import named
from mtaudit.model import Report
from mtaudit.rendering import registry
from mtaudit.rendering.colour import Color
from mtaudit.rendering.interface import GateView
from mtaudit.rendering.terminal import TerminalStyle, render_terminal


def check_targets(targets: Sequence[str], format_: str | None) -> None:
    """Raise UsageError for a name that tells no format, before any work is done."""
    for target in targets:
        registry.parse_target(target)
    if format_:
        registry.by_name(format_)


def publish(
    report: Report,
    targets: Sequence[str],
    format_: str | None,
    *,
    quiet: bool,
    color: str,
    gate: GateView | None = None,
    whole: bool = False,
    name_skipped: bool = True,
) -> None:
    """Write the report to its files and print it; it is printed even where a file can't be written.

    `whole` shows all evidence; without `name_skipped` another line will name what was skipped (`say_skipped`).
    """
    try:
        registry.write(report, targets, gate)
    finally:
        print_report(report, format_, quiet=quiet, color=color, gate=gate, whole=whole, name_skipped=name_skipped)


def uses_stdout(targets: Sequence[str], format_: str | None) -> bool:
    """Whether a format for machines goes to standard output, so that nothing else may."""
    return format_ is not None or any(registry.parse_target(target)[1] is None for target in targets)


def print_report(
    report: Report,
    format_: str | None,
    *,
    quiet: bool,
    color: str,
    gate: GateView | None = None,
    whole: bool = False,
    name_skipped: bool = True,
) -> None:
    """The terminal report, or another format on standard output; nothing with `quiet` unless a format was asked for."""
    if format_ in (None, "terminal", "full", "text", "concise"):
        style: TerminalStyle = "concise" if format_ == "concise" else "full"
        if style == "concise" or not quiet:
            text = render_terminal(
                report, color=cast(Color, color), style=style, gate=gate, whole=whole, name_skipped=name_skipped
            )  # fmt: skip
            sys.stdout.write(text)
    else:
        sys.stdout.writelines(registry.by_name(str(format_)).chunks(report, gate))


def check_tracking(settings: Settings) -> None:
    """Raise UsageError where `--track` can't work, before any work is done."""
    if settings.track:
        from mtaudit import tracking

        tracking.check(settings.track, settings.offline)


def track(report: Report, settings: Settings, *, quiet: bool) -> None:
    """With `--track` the report becomes an experiment; where it is to be found is said on standard error."""
    if settings.track:
        from mtaudit import tracking

        place = tracking.log(report, settings.track, settings.offline)
        if not quiet:
            click.echo(_("mtaudit: tracked in {place}").format(place=place), err=True)


_PROBLEMS_SHOWN = 20


def nothing_told() -> str:
    """What is said where there was nothing to audit."""
    return _("no Indonesian translation among the inputs: nothing was audited")


def nothing_audited(report: Report, left_out: int) -> bool:
    """Whether there was no translation at all: a wrong path must not look like a clean feed."""
    return not (report.documents or report.skipped or left_out)


def say_skipped(report: Report) -> int:
    """One line on standard error for each input that could not be audited; 2 if there was one, else 0.

    A text in another language is no fault beside one that was audited.
    """
    for skipped in report.skipped:
        told = _("mtaudit: skipped {input}: {reason}").format(input=skipped.input, reason=phrase(skipped.reason))
        click.echo(one_line(told), err=True)
    others = bool(report.documents) and all(skipped.cause == "language" for skipped in report.skipped)
    return 2 if report.skipped and not others else 0


def say_read(report: Report, verbose: bool) -> None:
    """With `--verbose`: a line on standard error for each input, how it was read and what was left out of it, and one
    for each article, which original it was held against."""
    if not verbose:
        return
    for read in report.inputs:
        told = ", ".join(part for part in (read.format, read.encoding, phrase(named(read.language))) if part)
        line = _("mtaudit: read {input}: {told}").format(input=read.input, told=told)
        click.echo(one_line("; ".join((line, *map(phrase, read.notes)))), err=True)
    for document in report.documents:
        original = document.original
        if original is None:
            told = _("no original")
        elif original.kind == "full":
            told = _("full original {id}, similarity {similarity}")
        else:
            told = _("partial original {id}, similarity {similarity}")
        if original is not None:
            told = told.format(id=original.id, similarity=number(original.similarity, ".2f"))
        words = ngettext("{count} word", "{count} words", document.words).format(count=number(document.words, "d"))
        sure = _("probability {probability}").format(probability=number(document.language_confidence, ".2f"))
        sure = f"{phrase(named(document.language))}, {sure}"
        line = f"mtaudit: {document.id}: {words}, {sure}, {told}"
        click.echo(one_line("; ".join((line, *map(phrase, document.notes)))), err=True)


def say_problems(problems: Sequence[Problem]) -> int:
    """One line on standard error for each unusable label, after twenty their number; 2 if there was one, else 0."""
    for problem in problems[:_PROBLEMS_SHOWN]:
        click.echo(one_line(f"mtaudit: {problem.file}:{problem.line}: {phrase(problem.reason)}"), err=True)
    if len(problems) > _PROBLEMS_SHOWN:
        more = _("mtaudit: and {count} more labels that can't be used").format(count=len(problems) - _PROBLEMS_SHOWN)
        click.echo(more, err=True)
    return 2 if problems else 0
