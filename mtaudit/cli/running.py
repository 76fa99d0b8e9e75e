"""An audit for the commands that need one: with bars, or a finished report.json instead."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtaudit.cli.progress import Bars
from mtaudit.cli.streams import delivered
from mtaudit.config import Settings
from mtaudit.errors import ReportError, UsageError
from mtaudit.model import Report
from mtaudit.rendering.live import LiveLines


@dataclass(frozen=True)
class Audited:
    """A report, and how many articles `--new-only` and `--since` kept out of it."""

    report: Report
    left_out: int = 0
    finished: bool = False  # a report of an earlier run


@contextmanager
def run_audit(
    inputs: Sequence[str],
    options: Mapping[str, Any],
    settings: Settings,
    *,
    quiet: bool,
    color: str,
    targets: Sequence[str] = (),
) -> Iterator[Audited]:
    """Audit the inputs with progress bars; JSON Lines among the `targets` grow meanwhile.

    The state file notes what was audited when the block ends without error.

    Raises UsageError where nothing was named.
    """
    from mtaudit.running.audit import audit
    from mtaudit.running.memory import Memory

    inputs = settings.named(inputs, options.get("pairs"))
    pairs = options.get("pairs") or settings.pairs
    if not inputs and not pairs:
        raise UsageError("nothing to audit: name an INPUT (a file, folder, glob, URL or -) or give --pairs FILE")
    with Memory(settings) as memory, LiveLines(targets, settings.word_faults) as lines:
        with Bars(quiet=quiet, color=color) as bars:
            report = audit(
                inputs,
                originals=options.get("originals", ()),
                pairs=pairs,
                settings=settings,
                stdin=sys.stdin.buffer,
                progress=bars,
                memory=memory,
                finished=lines.write,
            )
        yield Audited(report, memory.left_out)
        if targets or delivered():  # a report that nobody got is no report
            memory.commit()


_FOR_AN_AUDIT = (
    "state", "new_only", "since", "select", "ignore", "names", "originals", "metrics", "model", "ner", "column",
    "word_faults", "inline_suppressions",
)  # fmt: skip


@contextmanager
def report_or_audit(
    inputs: Sequence[str],
    options: Mapping[str, Any],
    settings: Settings,
    *,
    quiet: bool,
    color: str,
    targets: Sequence[str] = (),
) -> Iterator[Audited]:
    """A finished report where the only input is one, else an audit as `run_audit` does it."""
    inputs = settings.named(inputs, options.get("pairs"))
    if len(inputs) == 1 and not options.get("pairs") and looks_like_report(inputs[0]):
        from mtaudit.reports import load

        given = [name for name in _FOR_AN_AUDIT if options.get(name)]
        if given:
            option = (
                given[0].removesuffix("s").replace("_", "-") if given[0] == "originals" else given[0].replace("_", "-")
            )
            raise UsageError(f"--{option} says what to audit or how, and {inputs[0]} is a finished report")
        yield Audited(load(inputs[0]), finished=True)
        return
    with run_audit(inputs, options, settings, quiet=quiet, color=color, targets=targets) as audited:
        yield audited


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
