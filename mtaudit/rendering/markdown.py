"""Markdown: a summary for a CI job or a pull request, short enough for both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mtaudit.harmless import one_line
from mtaudit.interface import _, advice, number, phrase
from mtaudit.model import SEVERITIES, DocumentReport, Finding, Report
from mtaudit.places import Passage, location, mark_in, passage, segment_of, worst_first
from mtaudit.rendering.causes import reads_like, serious, taken
from mtaudit.rendering.figures import figures
from mtaudit.rendering.habits import told_once
from mtaudit.rendering.interface import GateView, Whole, reasons, unjudged, unused
from mtaudit.rendering.scores import MISSING, shown, unchecked
from mtaudit.rendering.spoken import spoken

MAX_DOCUMENTS = 300  # rows of the table; GitHub takes 1 MiB of job summary a step
MAX_FINDINGS = 400
_AREAS = ("overall", "entity", "quote", "number", "adequacy", "surface")
_SPECIAL = re.compile(
    r"([\\`*_\[\]#|~$])"
)  # what begins something in mid-line; no text of ours begins a line with theirs
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}  # no HTML, no mentions
_LINKS = re.compile(r":(?=//|[\w+-]+:)|(?<=www)\.", re.IGNORECASE)  # no bare links, no :emoji:


class MarkdownRenderer(Whole):
    """GitHub-flavoured Markdown; nothing in an article can make a heading, a link, a mention or HTML of itself."""

    name = "markdown"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return "\n".join(_lines(report, gate)) + "\n"


def escape(text: str) -> str:
    """Text on one line that Markdown and HTML leave as it is."""
    plain = "".join(_ENTITIES.get(c, c) for c in _SPECIAL.sub(r"\\\1", one_line(text)))
    return _LINKS.sub(lambda match: f"&#{ord(match.group())};", plain)


def _lines(report: Report, gate: GateView | None) -> Iterator[str]:
    found = report.summary.findings
    yield "# mtaudit"
    yield ""
    if gate is not None:
        failed = sum(bool(reasons(d, gate)) for d in report.documents)
        not_passed = _("Gate not passed: {failed} of {all} documents.")
        yield (
            f"**{_('No verdict: nothing could be read.')}**"
            if unjudged(report)
            else f"**{_('Gate passed.')}**"
            if gate.passed
            else f"**{not_passed.format(failed=number(failed), all=number(len(report.documents)))}**"
        )
        yield ""
    remarks = (*(gate.taken_out if gate is not None else ()), *unused(report, gate))
    for remark in remarks:
        yield f"- {escape(phrase(remark))}"
    if remarks:
        yield ""
    summary = report.summary
    told = [_("{documents} documents, {words} words, findings: {counts}").format(
        documents=number(summary.documents, "d"),
        words=number(summary.words, "d"),
        counts=", ".join(f"{number(getattr(found, s), 'd')} {_(s)}" for s in SEVERITIES),
    )]  # fmt: skip
    if summary.skipped:
        told.append(_("{count} inputs skipped").format(count=number(summary.skipped, "d")))
    if summary.suppressed:
        told.append(_("{count} findings suppressed").format(count=number(summary.suppressed, "d")))
    yield f"{'; '.join(told)}."
    yield ""
    if report.documents:
        yield from _table(report)
    if report.skipped:
        yield f"## {_('Skipped')}"
        yield ""
        for skipped in report.skipped:
            yield f"- {escape(skipped.input)}: {escape(phrase(skipped.reason))}"
        yield ""
    left = MAX_FINDINGS
    for document in report.documents:
        if document.findings or document.notes or taken(document) or reasons(document, gate):
            yield from _document(document, gate, left)
            left = max(0, left - len(told_once(document.findings)))
    hidden = sum(len(told_once(d.findings)) for d in report.documents) - MAX_FINDINGS
    if hidden > 0:
        yield _("{count} more findings are in the JSON report.").format(count=number(hidden, "d"))
        yield ""
    for name, figure, signature in figures(report):
        yield f"- {escape(name)} {escape(figure)} {escape(signature)}".rstrip()
    if report.summary.metrics:
        yield ""
    yield f"<sub>{escape(report.tool.name)} {escape(report.tool.version)}, {escape(report.run.signature)}</sub>"


def _table(report: Report) -> Iterator[str]:
    yield "| " + " | ".join((_("document"), *map(_, _AREAS), *map(_, SEVERITIES))) + " |"
    yield "| --- |" + " ---: |" * (len(_AREAS) + len(SEVERITIES))
    for document in report.documents[:MAX_DOCUMENTS]:
        scores = " | ".join(shown(getattr(document.scores, a)) for a in _AREAS)
        counts = " | ".join(str(sum(f.severity == s for f in document.findings)) for s in SEVERITIES)
        yield f"| {escape(document.title or document.id)} | {scores} | {counts} |"
    if report.summary.scores is not None and len(report.documents) > 1:
        means = " | ".join(f"**{shown(getattr(report.summary.scores, a))}**" for a in _AREAS)
        totals = " | ".join(f"**{getattr(report.summary.findings, s)}**" for s in SEVERITIES)
        yield f"| **{_('mean, and total')}** | {means} | {totals} |"
    yield ""
    told = unchecked(report.documents)
    for reason in told:
        yield f"- {_('not checked')} ({MISSING}): {escape(reason)}"
    if told:
        yield ""
    if len(report.documents) > MAX_DOCUMENTS:
        more = _("{count} more documents are in the JSON report.")
        yield more.format(count=number(len(report.documents) - MAX_DOCUMENTS, "d"))
        yield ""


def _document(document: DocumentReport, gate: GateView | None, left: int) -> Iterator[str]:
    if left <= 0 and not reasons(document, gate):
        return
    yield f"## {escape(document.title or document.id)}"
    yield ""
    yield f"{escape(document.input)}, {_('score {score}').format(score=shown(document.scores.overall))}"
    yield ""
    for reason in reasons(document, gate) if gate is not None else ():
        yield f"- **{_('fails:')}** {escape(phrase(reason))}"
    for note in document.notes:
        yield f"- {_('note:')} {escape(phrase(note))}"
    for told in (taken(document), serious(document), reads_like(document)):
        if told:
            yield f"- {escape(told)}"
    for finding in worst_first(told_once(document.findings))[:left]:
        yield from _finding(document, finding)
    yield ""


def _finding(document: DocumentReport, finding: Finding) -> Iterator[str]:
    told, where = escape(f"{finding.rule} {phrase(finding.message)}"), location(document, finding)
    if finding.start is None and finding.anchor is None:
        where = _("near {place}").format(place=where)
    yield f"- **{_(finding.severity)}** {told} ({where})"
    segment = segment_of(document, finding)
    if finding.start is not None and finding.end is not None:
        yield f"  - {_marked(passage(document.text, finding.start, finding.end))}"
    elif finding.anchor is not None:
        yield f"  - {_marked(replace(passage(document.text, finding.anchor, finding.anchor), marked='…'))}"
    if finding.original:
        shown = mark_in(segment.original, finding.original) if segment and segment.original else None
        there = shown if shown and shown.marked else Passage("", finding.original, "")
        yield f"  - {spoken(document.language).source}: {_marked(there)}"
    if finding.suggestion:
        yield f"  - {_('try:')} {escape(advice(finding.suggestion))}"
    for other in finding.also:
        yield f"  - {_('too:')} {escape(phrase(other.message))} ({escape(other.rule)})"


def _marked(stretch: Passage) -> str:
    before = escape(stretch.before) + (" " if stretch.before[-1:].isspace() else "")
    after = (" " if stretch.after[:1].isspace() else "") + escape(stretch.after)
    return f"{before}**⟦{escape(stretch.marked)}⟧**{after}"
