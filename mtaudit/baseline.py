"""Accepted findings, by content fingerprint: a fixed finding and a new one never cancel out.

The file is JSON, sorted, one entry a finding, with enough text for a reviewer to see what was accepted.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from mtaudit.errors import UsageError
from mtaudit.model import Report
from mtaudit.rendering.registry import write_file


class Entry(msgspec.Struct, frozen=True):
    """One accepted finding."""

    fingerprint: str
    rule: str
    document: str
    text: str | None
    message: str


class _File(msgspec.Struct, frozen=True):
    version: int
    findings: tuple[Entry, ...]


def entries(report: Report) -> list[Entry]:
    """All findings of a report as baseline entries."""
    return [Entry(f.fingerprint, f.rule, d.id, f.text, f.message) for d in report.documents for f in d.findings]


def read(path: str | Path) -> list[Entry]:
    """The entries of a baseline file; raises UsageError where it is none."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(
            f"baseline {path}: can't be read ({error.strerror}); make one with `mtaudit baseline write`"
        ) from error
    try:
        found = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"baseline {path}: not a baseline file ({error})") from error
    if found.version != 1:
        raise UsageError(f"baseline {path}: version {found.version} is not known to this mtaudit")
    return list(found.findings)


def write(path: str | Path, found: Iterable[Entry]) -> int:
    """Write a baseline file and return the number of its entries."""
    unique = {entry.fingerprint: entry for entry in found}
    ordered = sorted(unique.values(), key=lambda e: (e.document, e.rule, e.fingerprint))
    text = msgspec.json.format(msgspec.json.encode(_File(1, tuple(ordered))), indent=2).decode() + "\n"
    write_file(Path(path), [text])
    return len(ordered)


def pruned(found: Iterable[Entry], report: Report) -> tuple[list[Entry], list[Entry]]:
    """Entries that still match something in the report, and those that don't."""
    present = {f.fingerprint for d in report.documents for f in d.findings}
    all_entries = list(found)
    return [e for e in all_entries if e.fingerprint in present], [
        e for e in all_entries if e.fingerprint not in present
    ]
