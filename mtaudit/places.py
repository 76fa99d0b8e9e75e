"""Where a finding stands and what stands around it: lines and columns, the passage, the sentence, the order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from mtaudit.model import SEVERITIES, DocumentReport, Finding, Report, Segment
from mtaudit.source_map import Spot, end_spot, line_starts, spot

_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Passage:
    """A stretch with what stands before and after it in the same line, cut at words; `…` marks the cuts."""

    before: str
    marked: str
    after: str


def line_and_column(document: DocumentReport, offset: int) -> Spot:
    """1-based line of the input file and column (code points) of an offset into the document's text."""
    return spot(document.text, document.source_map, offset)


def region(document: DocumentReport, start: int, end: int) -> tuple[Spot, Spot]:
    """Lines and columns of the input file at which a stretch begins, and behind which it ends."""
    places = document.source_map
    return spot(document.text, places, start), end_spot(document.text, places, start, end)


def anchor(document: DocumentReport, finding: Finding) -> tuple[int, int]:
    """Offsets to point at: the finding's own; else where something missing belongs; else those of the sentence whose
    English it names; else the beginning."""
    if finding.start is not None:
        return finding.start, finding.start if finding.end is None else finding.end
    if finding.anchor is not None:
        return finding.anchor, finding.anchor
    segment = segment_of(document, finding)
    return (segment.start, segment.end) if segment else (0, 0)


def location(document: DocumentReport, finding: Finding) -> str:
    """`line:column` of a finding, or of the sentence where it should stand if nothing in the translation does."""
    line, column = line_and_column(document, anchor(document, finding)[0])
    return f"{line}:{column}"


def passage(text: str, start: int, end: int, around: int = 60) -> Passage:
    """The stretch with at most `around` characters of its line on either side."""
    starts = line_starts(text)
    left = starts[bisect_right(starts, start) - 1]
    following = _BREAK.search(text, end)
    right = following.start() if following else len(text)
    before, after = text[left:start], text[end:right]
    if len(before) > around:
        cut = before[-around:]
        before = "…" + (cut.split(" ", 1)[1] if " " in cut.rstrip() else cut)
    if len(after) > around:
        cut = after[:around]
        after = (cut.rsplit(" ", 1)[0] if " " in cut.lstrip() else cut) + "…"
    return Passage(before, text[start:end], after)


def mark_in(sentence: str, stretch: str | None, around: int = 60) -> Passage:
    """The passage of a sentence around `stretch`; the whole sentence in `before` where it isn't in it."""
    at = sentence.find(stretch) if stretch else -1
    if at < 0 or not stretch:
        return Passage(sentence, "", "")
    return passage(sentence, at, at + len(stretch), around)


def segment_of(document: DocumentReport, finding: Finding) -> Segment | None:
    """The sentence a finding begins in, or that something missing belongs to; by its English where nothing says where;
    None if neither."""
    start = finding.anchor if finding.start is None else finding.start
    if start is not None:
        at = bisect_right([s.start for s in document.segments], start) - 1
        if at >= 0 and start < document.segments[at].end + (finding.start is None):
            return document.segments[at]
        return None
    if finding.original:
        for segment in document.segments:
            if segment.original and finding.original in segment.original:
                return segment
    return None


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Critical before major before minor, then by place (those without one last), then by rule and fingerprint."""

    def order(finding: Finding) -> tuple[int, bool, int, str, str]:
        rank = SEVERITIES.index(finding.severity)
        return rank, finding.start is None, finding.start or 0, finding.rule, finding.fingerprint

    return sorted(findings, key=order)


def occurrences(text: str, stretch: str) -> list[int]:
    """Offsets at which `stretch` stands as whole words."""
    found: list[int] = []
    at = text.find(stretch) if stretch else -1
    while at >= 0:
        end = at + len(stretch)
        if not (_word_at(text, at - 1) and _word_at(text, at)) and not (
            _word_at(text, end - 1) and _word_at(text, end)
        ):
            found.append(at)
        at = text.find(stretch, at + 1)
    return found


def _word_at(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def all_worst_first(report: Report) -> list[tuple[DocumentReport, Finding]]:
    """Every finding of a report with its document: by severity, then in the order of the documents."""
    rows = [(document, finding) for document in report.documents for finding in worst_first(document.findings)]
    return sorted(rows, key=lambda row: SEVERITIES.index(row[1].severity))
