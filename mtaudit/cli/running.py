"""An audit for the commands that need one: with bars, or a finished report.json instead."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mtaudit.cli.progress import Bars
from mtaudit.config import Settings
from mtaudit.errors import ReportError, UsageError
from mtaudit.model import Report


def run_audit(inputs: Sequence[str], options: Mapping[str, Any], settings: Settings, *, quiet: bool) -> Report:
    """Audit the inputs with progress bars. Raises UsageError where nothing was named."""
    from mtaudit.running.audit import audit

    pairs = options.get("pairs")
    if not inputs and not pairs:
        raise UsageError("nothing to audit: name an INPUT (a file, folder, glob, URL or -) or give --pairs FILE")
    with Bars(quiet=quiet) as bars:
        return audit(
            inputs,
            originals=options.get("originals", ()),
            pairs=pairs,
            settings=settings,
            stdin=sys.stdin.buffer,
            progress=bars,
        )


def report_or_audit(inputs: Sequence[str], options: Mapping[str, Any], settings: Settings, *, quiet: bool) -> Report:
    """A finished report where the only input is one, else an audit."""
    if len(inputs) == 1 and not options.get("pairs") and looks_like_report(inputs[0]):
        from mtaudit.reports import load

        return load(inputs[0])
    return run_audit(inputs, options, settings, quiet=quiet)


def looks_like_report(path: str) -> bool:
    """Whether a .json file is a report of ours (a JSON Feed is none)."""
    file = Path(path)
    if file.suffix.lower() != ".json" or not file.is_file():
        return False
    try:
        with file.open("rb") as stream:
            return b'"schema_version"' in stream.read(200)
    except OSError as error:
        raise ReportError(f"{path}: can't be read ({error.strerror})") from error
