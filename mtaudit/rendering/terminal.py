"""The report for a terminal: width-aware, legible without colour, at home in a file and in a pipe too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from mtaudit.harmless import one_line
from mtaudit.model import SEVERITIES, DocumentReport, Finding, Report, Severity
from mtaudit.places import (
    Passage,
    line_and_column,
    location,
    mark_in,
    passage,
    segment_of,
    worst_first,
)
from mtaudit.rendering.causes import reads_like, serious, taken
from mtaudit.rendering.colour import Color
from mtaudit.rendering.console import drawn
from mtaudit.rendering.figures import figures
from mtaudit.rendering.habits import told_once
from mtaudit.rendering.interface import GateView, Whole, reasons, unjudged
from mtaudit.rendering.scores import MISSING, shown, unchecked
from mtaudit.rendering.spoken import judged_by, spoken

TerminalStyle = Literal["full", "concise"]

OPEN, CLOSE = "⟦", "⟧"  # around the wrong stretch, with colour and without
GAP = "…"  # between them where something is missing
_COLOURS: dict[Severity, str] = {"critical": "bold red", "major": "yellow", "minor": "cyan"}
_AREAS = ("overall", "entity", "quote", "number", "adequacy", "surface")
_HEADS = ("score", "names", "quotes", "numbers", "adequacy", "surface")
_SHORT_HEADS = ("score", "names", "quote", "numb.", "adeq.", "surf.")
_OF_MEANING = frozenset({"adequacy", "quote"})  # categories where another translation of the English helps
_PLACES_SHOWN = 6


def render_terminal(
    report: Report,
    *,
    width: int | None = None,
    color: Color = "auto",
    style: TerminalStyle = "full",
    gate: GateView | None = None,
) -> str:
    """The report as text. `width` defaults to the terminal's (80 where there is none).

    `color="auto"` colours, and makes links of places, where standard output is a terminal and NO_COLOR isn't set.
    """
    return drawn(
        lambda console, links: print_terminal(report, console, style=style, links=links, gate=gate), width, color
    )


def print_terminal(
    report: Report,
    console: Console,
    *,
    style: TerminalStyle = "full",
    links: bool = False,
    gate: GateView | None = None,
) -> None:
    """Print the report to a rich console; `links` makes OSC 8 hyperlinks of places in files."""
    if style == "concise":
        for line in _concise(report, links):
            console.print(line, soft_wrap=True)
    else:
        _full(report, console, links, gate)
    for skipped in report.skipped:
        console.print(Text(f"{one_line(skipped.input)}: skipped: {one_line(skipped.reason)}"), soft_wrap=True)
    console.print(_closing(report, gate))


def _closing(report: Report, gate: GateView | None) -> Text:
    """The last line: how much was read and what was found."""
    summary = report.summary
    found = summary.findings
    parts = [_count(summary.documents, "document"), _count(summary.words, "word")]
    parts.append(", ".join(f"{getattr(found, s)} {s}" for s in SEVERITIES))
    if summary.skipped:
        parts.append(f"{summary.skipped} skipped")
    if summary.suppressed:
        parts.append(f"{summary.suppressed} suppressed")
    text = Text(" · ".join(parts))
    if gate is not None:
        failed = sum(bool(reasons(d, gate)) for d in report.documents)
        told = "gate passed" if gate.passed else f"gate not passed ({_count(failed, 'document')})"
        told = "no verdict: nothing could be read" if unjudged(report) else told
        text.append(f"\n{told}", style="bold green" if told == "gate passed" else "bold red")
    return text


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _link(text: str, document: DocumentReport, links: bool) -> Text:
    """A place; a link to the file where it is one and the terminal can show links."""
    if links and "://" not in document.input and Path(document.input).is_file():
        return Text(text, style=Style(link=Path(document.input).resolve().as_uri()))
    return Text(text)


def _concise(report: Report, links: bool) -> Iterator[Text]:
    """`input:line:col: CODE severity message`, one finding a line, in the order of the documents."""
    for document in report.documents:
        for finding in worst_first(document.findings):
            line = _link(f"{one_line(document.input)}:{location(document, finding)}:", document, links)
            line.append(f" {one_line(finding.rule)} ")
            line.append(finding.severity, style=_COLOURS[finding.severity])
            line.append(f" {one_line(finding.message)}")
            yield line


def _full(report: Report, console: Console, links: bool, gate: GateView | None) -> None:
    if report.documents:
        console.print(_overview(report, console.width))
        missing = Table.grid(padding=(0, 1, 0, 0))
        for number, told in enumerate(unchecked(report.documents)):
            missing.add_row(
                Text(f"not checked ({MISSING})" if number == 0 else "", style="dim"), Text(told, style="dim")
            )
        if missing.rows:
            console.print(missing)
        for name, figure, signature in figures(report):
            console.print(Text.assemble(f"{name} {figure}", (f"  {one_line(signature)}", "dim")))
        console.print()
    for document in report.documents:
        failing = gate is not None and reasons(document, gate)
        if document.findings or document.notes or taken(document) or failing:
            _document(document, console, links, gate)


def _overview(report: Report, width: int) -> Table:
    """A line a document: its scores and how many findings of each severity it has; means of what was judged below."""
    heads = _HEADS if width >= 100 else _SHORT_HEADS
    taken = sum(max(5, len(h)) + 1 for h in heads) + 4 * len(SEVERITIES)
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("document", overflow="ellipsis", no_wrap=True, width=min(60, max(12, width - taken - 2)))
    for head in heads:
        table.add_column(head, justify="right", no_wrap=True)
    for severity in SEVERITIES:
        table.add_column(Text(severity[:3], style=_COLOURS[severity]), justify="right", no_wrap=True)
    for document in report.documents:
        counts = [sum(f.severity == s for f in document.findings) for s in SEVERITIES]
        table.add_row(
            Text(_name(document)),
            *(Text(shown(getattr(document.scores, a))) for a in _AREAS),
            *(
                Text(str(n) if n else "·", style=_COLOURS[s] if n else "dim")
                for s, n in zip(SEVERITIES, counts, strict=True)
            ),
        )
    if report.summary.scores is not None and len(report.documents) > 1:
        scores, found = report.summary.scores, report.summary.findings
        table.add_section()
        table.add_row(
            Text("mean, and total", style="bold"),
            *(Text(shown(getattr(scores, a)), style="bold") for a in _AREAS),
            *(Text(str(getattr(found, s)), style="bold") for s in SEVERITIES),
        )
    return table


def _name(document: DocumentReport) -> str:
    title = one_line(document.title or "")
    return title or one_line(document.id)


def _document(document: DocumentReport, console: Console, links: bool, gate: GateView | None) -> None:
    title = _name(document)
    room = max(10, console.width - 16)
    title = title if len(title) <= room else title[: room - 1].rstrip() + "…"
    head = Text(title, style="bold")
    console.print(Rule(Text.assemble(head, f"  {shown(document.scores.overall)}"), align="left", characters="─"))
    facts = [one_line(document.input), _count(document.words, "word")]
    if document.system:
        facts.append(one_line(document.system))
    if document.original is None:
        facts.append(f"no original: {judged_by(document)}")
    else:
        whole = "original" if document.original.kind == "full" else "passages in"
        facts.append(f"{whole} {one_line(document.original.id)} (similarity {document.original.similarity:.2f})")
    console.print(Padding(Text(" · ".join(facts), style="dim"), (0, 0, 0, 2)))
    if document.metrics:
        metrics = " · ".join(f"{metric} {value:.1f}" for metric, value in sorted(document.metrics.items()))
        console.print(Padding(Text(metrics, style="dim"), (0, 0, 0, 2)))
    for told in (taken(document), serious(document), reads_like(document)):
        if told:
            console.print(Padding(Text(told, style="dim"), (0, 0, 0, 2)))
    for note in document.notes:
        console.print(Padding(Text(f"note: {one_line(note)}"), (0, 0, 0, 2)))
    for reason in reasons(document, gate) if gate is not None else ():
        console.print(Padding(Text(f"gate: {one_line(reason)}", style="bold red"), (0, 0, 0, 2)))
    console.print()
    for finding in worst_first(told_once(document.findings)):
        console.print(Padding(_finding(document, finding, console.width - 2, links), (0, 0, 1, 2)))


def _finding(document: DocumentReport, finding: Finding, width: int, links: bool) -> Table:
    """Headline, then label and text side by side: the passage, the English, the suggestion, further places."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(min_width=8, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.width = width
    colour = _COLOURS[finding.severity]
    headline = Text.assemble((finding.severity.upper(), colour), " ", (one_line(finding.rule), "bold"), " ")
    headline.append(one_line(finding.message))
    where = location(document, finding)
    placed = finding.start is not None or finding.anchor is not None
    grid.add_row(_link(where if placed else f"near {where}", document, links), headline)
    segment = segment_of(document, finding)
    source = spoken(document.language).source
    if finding.start is not None and finding.end is not None:
        around = max(24, width // 2)
        stretch = passage(document.text, finding.start, finding.end, around)
        grid.add_row(Text("here", style="dim"), _marked(stretch, colour))
    elif finding.anchor is not None:
        between = passage(document.text, finding.anchor, finding.anchor, max(24, width // 2))
        grid.add_row(Text("here", style="dim"), _marked(replace(between, marked=GAP), colour))
    if finding.original:
        sentence = segment.original if segment and segment.original else None
        english = mark_in(sentence, finding.original, max(24, width // 2)) if sentence else Passage("", "", "")
        shown = english if english.marked else Passage("", finding.original, "")
        grid.add_row(Text(source, style="dim"), _marked(shown, "green"))
    elif segment and segment.original:
        grid.add_row(Text(source, style="dim"), Text(_clipped(one_line(segment.original), width * 2)))
    if (
        finding.anchor is not None
        and finding.original
        and finding.original not in ((segment and segment.original) or "")
    ):
        segment = None  # what is missing is not in this sentence, but behind it
    if segment and segment.back_translation and (finding.evidence == "back-translation" or not segment.original):
        grid.add_row(Text("back", style="dim"), Text(_clipped(one_line(segment.back_translation), width * 2)))
    if segment and segment.original and finding.category in _OF_MEANING and finding.evidence != "translation":
        for second in segment.second_translations:
            text = f"another machine, no reference: {second.text}"
            grid.add_row(Text("again", style="dim"), Text(_clipped(one_line(text), width * 2)))
    if finding.suggestion:
        grid.add_row(Text("try", style="dim"), Text(one_line(finding.suggestion), style="green"))
    for other in finding.also:
        grid.add_row(Text("too", style="dim"), Text(f"{one_line(other.message)} ({one_line(other.rule)})"))
    if finding.places:
        spots = [line_and_column(document, p.start) for p in finding.places]
        also = ", ".join(f"{line}:{column}" for line, column in spots[:_PLACES_SHOWN])
        more = f" and {len(spots) - _PLACES_SHOWN} more" if len(spots) > _PLACES_SHOWN else ""
        grid.add_row(Text("also at", style="dim"), Text(also + more))
    return grid


def _marked(stretch: Passage, style: str) -> Text:
    """A passage with its wrong stretch between ⟦ and ⟧."""
    before, after = (_inline(part) for part in (stretch.before, stretch.after))
    return Text.assemble(before, (f"{OPEN}{one_line(stretch.marked)}{CLOSE}", style), after)


def _inline(text: str) -> str:
    """`one_line` that keeps the spaces at the ends, which part the marked stretch from its neighbours."""
    inner = one_line(text)
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def _clipped(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


class TerminalRenderer(Whole):
    """The full terminal report as plain text: 80 columns, no colour."""

    name = "terminal"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return render_terminal(report, width=80, color="never", gate=gate)


class ConciseRenderer(Whole):
    """One line a finding: `input:line:col: CODE severity message`."""

    name = "concise"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return render_terminal(report, width=80, color="never", style="concise", gate=gate)
