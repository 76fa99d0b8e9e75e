"""`mtaudit fix`: what is certain, written into the files or shown as a diff."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from mtaudit import fixing
from mtaudit.cli.options import audit_options, output_options, settings_from
from mtaudit.cli.printing import nothing_audited, nothing_told, say_read, say_skipped
from mtaudit.cli.running import run_audit
from mtaudit.errors import UsageError
from mtaudit.harmless import harmless, one_line
from mtaudit.interface import _, ngettext, number, phrase
from mtaudit.rendering.registry import write_bytes
from mtaudit.rules.registry import all_rules


@click.command(name="fix")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option("--write", is_flag=True, help="Write the files instead of showing the change.")
@audit_options
@output_options
def command(inputs: tuple[str, ...], write: bool, quiet: bool, color: str, **options: Any) -> int:
    """Mend what is certain in INPUT: marks, spacing, glued words, names that an original or the glossary proves.

    Shows the change as a unified diff (`mtaudit fix ... | git apply`). With --write the files are changed, and nothing
    else of them by a byte. What is not certain is left to an editor. `mtaudit rules CODE` says what a rule's mend is.
    """
    settings = settings_from(options)
    with run_audit(inputs, options, settings, quiet=quiet, color=color) as audited:
        report = audited.report
        if nothing_audited(report, audited.left_out):
            raise UsageError(nothing_told())
        mends = files = unwritten = 0
        for one in fixing.fixed(report, all_rules(), settings.columns):
            if isinstance(one, fixing.Left):
                left = ngettext("{count} certain mend left", "{count} certain mends left", one.mends)
                _say(f"{one.input}: {left.format(count=number(one.mends, 'd'))}: {phrase(one.reason)}")
                continue
            if write:
                try:
                    write_bytes(Path(one.path), [one.after])
                except UsageError as error:
                    _say(phrase(str(error)))
                    unwritten += 1
                    continue
            else:
                _show(one)
            mends, files = mends + one.mends, files + 1
    if not quiet:
        findings = sum(len(document.findings) for document in report.documents)
        done = ngettext(
            "{count} finding of {all} mended in {files}", "{count} findings of {all} mended in {files}", mends
        )
        many = ngettext("{count} file", "{count} files", files).format(count=number(files, "d"))
        done = done.format(count=number(mends, "d"), all=number(findings, "d"), files=many)
        _say(done if write or not mends else _("{done} as shown; --write writes them").format(done=done))
    say_read(report, options["verbose"])
    return say_skipped(report) or (2 if unwritten else 0)


def _show(one: fixing.Fixed) -> None:
    diff = one.diff()
    if sys.stdout.isatty():
        click.echo(harmless(diff), nl=False)
    else:  # for `git apply`: the bytes of the file
        sys.stdout.flush()
        sys.stdout.buffer.write(diff.encode(one.encoding))
        sys.stdout.buffer.flush()


def _say(message: str) -> None:
    click.echo(f"mtaudit: {one_line(message)}", err=True)
