"""`mtaudit audit`: look at translations and report; exit 0 whatever it finds."""

from __future__ import annotations

import sys
from typing import Any

import click

from mtaudit.cli.options import audit_options, output_options, settings_from
from mtaudit.cli.printing import print_report, say_skipped
from mtaudit.cli.progress import Bars
from mtaudit.errors import UsageError
from mtaudit.rendering import registry


@click.command(name="audit")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-o", "--output", "targets", multiple=True, metavar="FILE", help="Write a report; its name tells the format."
)
@click.option("--format", "format_", metavar="NAME", help="Print this format instead of the terminal report.")
@audit_options
@output_options
def command(
    inputs: tuple[str, ...],
    targets: tuple[str, ...],
    format_: str | None,
    originals: tuple[str, ...],
    pairs: str | None,
    quiet: bool,
    verbose: bool,
    color: str,
    **options: Any,
) -> int:
    """Audit Indonesian translations of English news and say what became of names and quotations.

    INPUT is a file, a folder, a glob, an http(s) URL or - (standard input). English texts among them count as
    originals.
    """
    from mtaudit.running.audit import audit

    if not inputs and not pairs:
        raise UsageError("nothing to audit: name an INPUT (a file, folder, glob, URL or -) or give --pairs FILE")
    for target in targets:
        registry.parse_target(target)  # a wrong name is told before the work is done
    if format_:
        registry.by_name(format_)
    settings = settings_from(options)
    with Bars(quiet=quiet) as bars:
        report = audit(
            inputs,
            originals=originals,
            pairs=pairs,
            settings=settings,
            stdin=sys.stdin.buffer,
            progress=bars,
        )
    registry.write(report, targets)
    print_report(report, format_, quiet=quiet, color=color)
    return say_skipped(report)
