"""What the commands print: the report on standard output, troubles on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import cast

import click

from mtaudit.model import Report
from mtaudit.rendering import registry
from mtaudit.rendering.harmless import one_line
from mtaudit.rendering.interface import GateView
from mtaudit.rendering.terminal import Color, render_terminal


def check_targets(targets: Sequence[str], format_: str | None) -> None:
    """Raise UsageError for a name that tells no format, before any work is done."""
    for target in targets:
        registry.parse_target(target)
    if format_:
        registry.by_name(format_)


def uses_stdout(targets: Sequence[str], format_: str | None) -> bool:
    """Whether a format for machines goes to standard output, so that nothing else may."""
    return format_ is not None or any(registry.parse_target(target)[1] is None for target in targets)


def print_report(report: Report, format_: str | None, *, quiet: bool, color: str, gate: GateView | None = None) -> None:
    """The terminal report, or another format on standard output; nothing with `quiet` unless a format was asked for."""
    if format_ in (None, "terminal", "full", "text"):
        if not quiet:
            sys.stdout.write(render_terminal(report, color=cast(Color, color), gate=gate))
    elif format_ == "concise":
        sys.stdout.write(render_terminal(report, color=cast(Color, color), style="concise", gate=gate))
    else:
        sys.stdout.writelines(registry.by_name(str(format_)).chunks(report, gate))


def say_skipped(report: Report) -> int:
    """One line on standard error for each input that could not be audited; 2 if there was one, else 0."""
    for skipped in report.skipped:
        click.echo(one_line(f"mtaudit: skipped {skipped.input}: {skipped.reason}"), err=True)
    return 2 if report.skipped else 0
