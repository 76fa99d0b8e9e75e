"""Findings that the settings suppress, or marks in files that the caller heeds: taken out of a report, its scores and
its counts, and told in a note.

A suppression names a rule (or the beginning of its code), and may narrow it to documents and to a stretch of text. It
must say why. Unlike a baseline, which accepts what was found once, it also covers what comes later.
"""

from __future__ import annotations

import fnmatch
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from mtaudit import judged, scoring
from mtaudit.config import SuppressSettings
from mtaudit.errors import UsageError
from mtaudit.model import DocumentReport, Finding, FindingCounts, Place, Report, TakenOut
from mtaudit.places import anchor, line_and_column, location
from mtaudit.rules.registry import normalised, selected
from mtaudit.source_map import Spot

_FEEDS = ("feed", "jsonfeed")  # formats whose documents name themselves


@dataclass(frozen=True, slots=True)
class Inline:
    """A mark in the file `input`, on its `line`: findings of `codes` (or of rules whose codes begin so) don't count
    that stand from `first` up to before `last`, lines and columns of the file."""

    input: str
    line: int
    codes: tuple[str, ...]
    reason: str
    first: Spot
    last: Spot

    @property
    def at(self) -> str:
        """`file:line`."""
        return f"{self.input}:{self.line}"

    def parts(self, document: DocumentReport, finding: Finding) -> tuple[Finding | None, Finding | None]:
        """What of a finding it covers, and what it leaves: the same fault may stand in several places.

        What is missing stands where it belongs.
        """
        if not finding.rule.startswith(self.codes):
            return None, finding
        if finding.start is None or finding.end is None:
            here = self._here(document, anchor(document, finding)[0])
            return (finding, None) if here else (None, finding)
        every = [Place(finding.start, finding.end), *finding.places]
        mine = [place for place in every if self._here(document, place.start)]
        left = [place for place in every if place not in mine]
        return _at(document, finding, mine), _at(document, finding, left)

    def _here(self, document: DocumentReport, offset: int) -> bool:
        return self.first <= line_and_column(document, offset) < self.last


Entry = SuppressSettings | Inline


class _Marks:
    """The marks of a table, found by the stretch of a file that a document stands in."""

    def __init__(self, table: Sequence[Entry]) -> None:
        self._table = table
        self._of: dict[str, list[tuple[Spot, Spot, int]]] = {}
        for number, entry in enumerate(table):
            if isinstance(entry, Inline):
                self._of.setdefault(entry.input, []).append((entry.first, entry.last, number))
        self._reach: dict[str, list[Spot]] = {}  # how far the marks reach that begin no later than each
        for name, marks in self._of.items():
            marks.sort()
            self._reach[name] = list(accumulate((last for _, last, _ in marks), max))

    def over(self, document: DocumentReport) -> list[int]:
        """The numbers of the marks that cover any of the document, in the order of the file."""
        marks = self._of.get(document.input)
        if marks is None:
            return []
        spots = [(run.line, run.column) for run in document.source_map]
        spots += [line_and_column(document, at) for at in (0, max(0, len(document.text) - 1))]
        begin, end = min(spots), max(spots)
        here = marks[bisect_right(self._reach[document.input], begin) : bisect_right(marks, end, key=lambda m: m[0])]
        return [number for _, last, number in here if last > begin]


def _at(document: DocumentReport, finding: Finding, places: Sequence[Place]) -> Finding | None:
    """The finding with these of its places; None without any."""
    if not places:
        return None
    first, *others = places
    if first.start == finding.start and len(others) == len(finding.places):
        return finding
    line, column = line_and_column(document, first.start)
    return msgspec.structs.replace(
        finding,
        start=first.start,
        end=first.end,
        text=document.text[first.start : first.end],
        places=tuple(others),
        line=line,
        column=column,
        unit=finding.unit if first.start == finding.start else None,
    )


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


def apply(report: Report, table: Sequence[Entry]) -> Report:
    """The report without suppressed findings, its scores and counts without them, too.

    Each document says in a note what was suppressed in it, the summary counts them, and `run.unused` names the
    suppressions that covered nothing: of those whose rules ran, and of marks where something was audited.
    """
    if not table:
        return report
    used: set[int] = set()
    held: set[int] = set()  # marks that cover something that was audited
    formats, marks = formats_of(report), _Marks(table)
    general = [number for number, entry in enumerate(table) if not isinstance(entry, Inline)]
    documents = []
    for document in report.documents:
        over = marks.over(document)
        held.update(over)
        documents.append(_document(document, called(document, formats), table, [*general, *over], used))
    select, ignore = (tuple(report.run.config.get(key) or ()) for key in ("select", "ignore"))
    ran = [rule.code for rule in selected(select, ignore)] if held - used else []
    severities = [f.severity for d in documents for f in d.findings]
    more = sum(d.suppressed for d in documents) - sum(d.suppressed for d in report.documents)
    unused = tuple(
        shown(entry) + (f" at {entry.at}" if isinstance(entry, Inline) else "")
        for number, entry in enumerate(table)
        if number not in used
        and (not isinstance(entry, Inline) or (number in held and any(code.startswith(entry.codes) for code in ran)))
    )
    return msgspec.structs.replace(
        report,
        run=msgspec.structs.replace(report.run, unused=(*report.run.unused, *unused)),
        documents=tuple(documents),
        summary=msgspec.structs.replace(
            report.summary,
            findings=FindingCounts(*(severities.count(s) for s in ("critical", "major", "minor"))),
            scores=scoring.mean([d.scores for d in documents]),
            suppressed=report.summary.suppressed + more,
        ),
    )


def shown(entry: Entry) -> str:
    """A suppression in one line, as messages name it."""
    if isinstance(entry, Inline):
        return f"inline suppression of {', '.join(entry.codes)}"
    where = "" if entry.document == "*" else f" in {entry.document}"
    return f"suppression of {entry.rule}{f' {entry.text!r}' if entry.text is not None else ''}{where}"


def _parts(
    entry: Entry, names: Sequence[str], document: DocumentReport, finding: Finding
) -> tuple[Finding | None, Finding | None]:
    """What of a finding an entry covers, and what it leaves."""
    if isinstance(entry, Inline):
        return entry.parts(document, finding)
    return (finding, None) if matches(entry, names, finding) else (None, finding)


def _rules(entry: Entry) -> str:
    return ", ".join(entry.codes) if isinstance(entry, Inline) else entry.rule


def _document(
    document: DocumentReport, names: Sequence[str], table: Sequence[Entry], numbers: Sequence[int], used: set[int]
) -> DocumentReport:
    """The document without what the entries of these numbers cover."""
    kept: list[Finding] = []
    taken = list(document.taken_out)
    counts: dict[int, int] = {}
    for finding in document.findings:
        left: Finding | None = finding
        for number in numbers:
            if left is None:
                break
            entry = table[number]
            out, left = _parts(entry, names, document, left)
            if out is not None:
                counts[number] = counts.get(number, 0) + 1
                place, at = location(document, out), entry.at if isinstance(entry, Inline) else ""
                taken.append(TakenOut(out.rule, out.severity, place, shown(entry), entry.reason, out, at))
        if left is not None:
            kept.append(left)
    if not counts:
        return document
    used.update(counts)
    notes = (
        f"{n} finding{'s' * (n != 1)} of {_rules(table[by])} suppressed: {table[by].reason}"
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
