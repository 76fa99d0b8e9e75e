"""`mtaudit audit`: look at translations and report; exit 0 whatever it finds."""

from __future__ import annotations

from typing import Any

import click

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
)
from mtaudit.cli.running import run_audit
from mtaudit.cli.targets import audited as audited_files
from mtaudit.cli.targets import check, outputs


@click.command(name="audit")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@report_options
@word_faults_option
@track_option
@audit_options
@output_options
def command(
    inputs: tuple[str, ...], targets: tuple[str, ...], format_: str | None, quiet: bool, color: str, **options: Any
) -> int:
    """Audit Indonesian translations of English news and say what became of names and quotations.

    INPUT is a file, a folder, a glob, an http(s) URL or - (standard input). English texts among them count as
    originals.
    """
    check_targets(targets, format_)
    settings = settings_from(options)
    check_tracking(settings)
    check(outputs(targets), audited_files(inputs, options, settings), stdin="-" in inputs)
    with run_audit(inputs, options, settings, quiet=quiet, color=color, targets=targets) as audited:
        publish(
            audited.report, targets, format_, quiet=quiet, color=color, whole=options["verbose"], name_skipped=False
        )  # fmt: skip
        track(audited.report, settings, quiet=quiet)
    if nothing_audited(audited.report, audited.left_out):
        click.echo(f"mtaudit: {nothing_told()}", err=True)
    say_read(audited.report, options["verbose"])
    return say_skipped(audited.report)
