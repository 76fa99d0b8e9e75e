"""Findings that the settings suppress: taken out of a report, its scores and its counts, and told in a note.

A suppression names a rule (or the beginning of its code), and may narrow it to documents and to a stretch of text. It
must say why. Unlike a baseline, which accepts what was found once, it also covers what comes later.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping, Sequence

import msgspec

from mtaudit import judged, scoring
from mtaudit.config import SuppressSettings
from mtaudit.errors import UsageError
from mtaudit.model import DocumentReport, Finding, FindingCounts, Report, TakenOut
from mtaudit.places import location
from mtaudit.rules.registry import normalised, selected

_FEEDS = ("feed", "jsonfeed")  # formats whose documents name themselves


def check(table: Sequence[SuppressSettings]) -> None:
    """Raise UsageError where a suppression names no rule that there is, or gives no reason."""
    for number, entry in enumerate(table, 1):
        if not entry.reason.strip():
            raise UsageError(f"[[suppress]] table {number} ({entry.rule}): say why, with reason = ...")
        try:
            selected((entry.rule,))
        except UsageError as error:
            raise UsageError(f"[[suppress]] table {number}: {error}") from error


def called(document: DocumentReport, formats: Mapping[str, str]) -> tuple[str, ...]:
    """What settings may know a document by: its input, and its id where the caller made it, being a path or a row.

    The ids of what comes from a feed, an address or standard input were made by whoever wrote it: by calling itself
    `opinion/1` an item gets no leniency that was meant for others. `formats`: input -> format.
    """
    outside = "://" in document.input or document.input == "-" or formats.get(document.input) in _FEEDS
    return (document.input,) if outside else (document.id, document.input)


def formats_of(report: Report) -> dict[str, str]:
    """Input -> format, for `called`."""
    return {read.input: read.format for read in report.inputs}


def matches(entry: SuppressSettings, names: Sequence[str], finding: Finding) -> bool:
    """Whether a suppression covers a finding of a document that is `called` so.

    The rule begins with the suppression's; its glob fits a name (`*` crosses folders); its text, if any, is the
    finding's, or the finding's English, letter case and punctuation aside.
    """
    if not finding.rule.startswith(entry.rule):
        return False
    if not any(fnmatch.fnmatchcase(name, entry.document) for name in names):
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
    formats = formats_of(report)
    documents = tuple(_document(d, called(d, formats), table, used) for d in report.documents)
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


def _document(
    document: DocumentReport, names: Sequence[str], table: Sequence[SuppressSettings], used: set[int]
) -> DocumentReport:
    kept: list[Finding] = []
    taken = list(document.taken_out)
    counts: dict[int, int] = {}
    for finding in document.findings:
        by = next((n for n, entry in enumerate(table) if matches(entry, names, finding)), None)
        if by is None:
            kept.append(finding)
        else:
            counts[by] = counts.get(by, 0) + 1
            place = location(document, finding)
            taken.append(TakenOut(finding.rule, finding.severity, place, shown(table[by]), table[by].reason, finding))
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
        taken_out=tuple(taken),
        notes=(*document.notes, *notes),
    )
