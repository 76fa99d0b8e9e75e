"""Findings that the settings suppress: taken out of a report, its scores and its counts, and told in a note.

A suppression names a rule (or the beginning of its code), and may narrow it to documents and to a stretch of text. It
must say why. Unlike a baseline, which accepts what was found once, it also covers what comes later.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Sequence

import msgspec

from mtaudit import judged, scoring
from mtaudit.config import SuppressSettings
from mtaudit.errors import UsageError
from mtaudit.model import DocumentReport, Finding, FindingCounts, Report
from mtaudit.rules.registry import normalised, selected


def check(table: Sequence[SuppressSettings]) -> None:
    """Raise UsageError where a suppression names no rule that there is, or gives no reason."""
    for number, entry in enumerate(table, 1):
        if not entry.reason.strip():
            raise UsageError(f"[[suppress]] table {number} ({entry.rule}): say why, with reason = ...")
        try:
            selected((entry.rule,))
        except UsageError as error:
            raise UsageError(f"[[suppress]] table {number}: {error}") from error


def matches(entry: SuppressSettings, document: DocumentReport, finding: Finding) -> bool:
    """Whether a suppression covers a finding.

    The rule begins with the suppression's; its glob fits the document's id or input (`*` crosses folders); its text, if
    any, is the finding's, or the finding's English, letter case and punctuation aside.
    """
    if not finding.rule.startswith(entry.rule):
        return False
    if not any(fnmatch.fnmatchcase(name, entry.document) for name in (document.id, document.input)):
        return False
    return entry.text is None or normalised(entry.text) in (
        normalised(finding.text or ""),
        normalised(finding.original or ""),
    )


def apply(report: Report, table: Sequence[SuppressSettings]) -> Report:
    """The report without suppressed findings, its scores and counts without them, too.

    Each document says in a note what was suppressed in it, the summary counts them, and `run.unused` names the
    suppressions that covered nothing.
    """
    if not table:
        return report
    used: set[int] = set()
    documents = tuple(_document(document, table, used) for document in report.documents)
    severities = [f.severity for d in documents for f in d.findings]
    before = sum(len(d.findings) for d in report.documents)
    unused = tuple(shown(entry) for number, entry in enumerate(table) if number not in used)
    return msgspec.structs.replace(
        report,
        run=msgspec.structs.replace(report.run, unused=(*report.run.unused, *unused)),
        documents=documents,
        summary=msgspec.structs.replace(
            report.summary,
            findings=FindingCounts(*(severities.count(s) for s in ("critical", "major", "minor"))),
            scores=scoring.mean([d.scores for d in documents]),
            suppressed=report.summary.suppressed + before - len(severities),
        ),
    )


def shown(entry: SuppressSettings) -> str:
    """A suppression in one line, as messages name it."""
    where = "" if entry.document == "*" else f" in {entry.document}"
    return f"suppression of {entry.rule}{f' {entry.text!r}' if entry.text is not None else ''}{where}"


def _document(document: DocumentReport, table: Sequence[SuppressSettings], used: set[int]) -> DocumentReport:
    kept: list[Finding] = []
    counts: dict[int, int] = {}
    for finding in document.findings:
        by = next((n for n, entry in enumerate(table) if matches(entry, document, finding)), None)
        if by is None:
            kept.append(finding)
        else:
            counts[by] = counts.get(by, 0) + 1
    if not counts:
        return document
    used.update(counts)
    notes = (
        f"{n} finding{'s' * (n != 1)} of {table[by].rule} suppressed: {table[by].reason}"
        for by, n in sorted(counts.items())
    )
    lost, unjudged = scoring.again(document, kept), judged.again(document, kept)
    return msgspec.structs.replace(
        document,
        findings=tuple(kept),
        penalties=lost,
        scores=scoring.scores(lost, [item.area for item in unjudged]),
        not_checked=unjudged,
        suppressed=document.suppressed + sum(counts.values()),
        notes=(*document.notes, *notes),
    )
