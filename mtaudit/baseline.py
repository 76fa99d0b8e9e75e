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
    input: str = ""  # where the document came from


class _File(msgspec.Struct, frozen=True):
    version: int
    findings: tuple[Entry, ...]


def entries(report: Report) -> list[Entry]:
    """All findings of a report as baseline entries."""
    return [
        Entry(f.fingerprint, f.rule, d.id, f.text, f.message, d.input) for d in report.documents for f in d.findings
    ]


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
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
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


def stale(found: Iterable[Entry], report: Report) -> list[Entry]:
    """Entries of documents in the report that nothing there matches any more.

    Of a document that is not in the report, or of a rule that did not run, nothing can be told.
    """
    present = _present(report)
    audited = {d.id for d in report.documents}
    return [e for e in found if e.document in audited and e.fingerprint not in present and _ran(e.rule, report)]


def pruned(found: Iterable[Entry], report: Report) -> tuple[list[Entry], list[Entry]]:
    """Entries to keep, and those that nothing matches any more, those of documents that are gone included.

    Kept are also entries of rules that did not run and of inputs that could not be read: nothing can be told of them.
    """
    present = _present(report)
    unread = {s.input for s in report.skipped}
    kept: list[Entry] = []
    gone: list[Entry] = []
    for entry in found:
        unsure = not _ran(entry.rule, report) or unread & {entry.input, entry.document}
        (kept if unsure or entry.fingerprint in present else gone).append(entry)
    return kept, gone


def _present(report: Report) -> set[str]:
    """The fingerprints of all findings, those included that a suppression took out: they are there all the same."""
    found = {f.fingerprint for d in report.documents for f in d.findings}
    return found | {t.finding.fingerprint for d in report.documents for t in d.taken_out if t.finding is not None}


def _ran(rule: str, report: Report) -> bool:
    """Whether a rule was among those that the report was made with."""
    select, ignore = (tuple(report.run.config.get(key) or ()) for key in ("select", "ignore"))
    return (not select or rule.startswith(select)) and not (ignore and rule.startswith(ignore))
