"""The report for a terminal: width-aware, legible without colour, at home in a file and in a pipe too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from mtaudit.harmless import one_line
from mtaudit.interface import _, ngettext, number, phrase
from mtaudit.judged import CALLED
from mtaudit.model import SEVERITIES, DocumentReport, Report
from mtaudit.places import location, worst_first
from mtaudit.rendering.blocks import COLOURS, INDENT, block, linked
from mtaudit.rendering.causes import reads_like, serious, taken
from mtaudit.rendering.colour import Color
from mtaudit.rendering.console import drawn
from mtaudit.rendering.first_screen import first_screen, name
from mtaudit.rendering.fitting import clipped
from mtaudit.rendering.habits import told_once
from mtaudit.rendering.interface import GateView, Whole, reasons, unjudged
from mtaudit.rendering.scores import shown, worst_articles_first
from mtaudit.rendering.spoken import judged_by

TerminalStyle = Literal["full", "concise"]


def render_terminal(
    report: Report,
    *,
    width: int | None = None,
    color: Color = "auto",
    style: TerminalStyle = "full",
    gate: GateView | None = None,
    whole: bool = False,
    name_skipped: bool = True,
) -> str:
    """The report as text. `width` defaults to the terminal's (80 where there is none).

    `color="auto"` colours, and makes links of places, where standard output is a terminal that can and NO_COLOR isn't
    set. `whole` shows all evidence of each finding, however many lines it takes. Without `name_skipped` inputs that
    could not be audited are counted only.
    """

    def draw(console: Console, links: bool) -> None:
        print_terminal(
            report, console, style=style, links=links, gate=gate, whole=whole, name_skipped=name_skipped
        )  # fmt: skip

    return drawn(draw, width, color)


def print_terminal(
    report: Report,
    console: Console,
    *,
    style: TerminalStyle = "full",
    links: bool = False,
    gate: GateView | None = None,
    whole: bool = False,
    name_skipped: bool = True,
) -> None:
    """Print the report to a rich console; `links` makes OSC 8 hyperlinks of places in files."""
    if style == "concise":
        for line in _concise(report, links):
            console.print(line, soft_wrap=True)
    else:
        _full(report, console, links, gate, whole)
    for skipped in report.skipped if name_skipped else ():
        told = _("{input}: skipped: {reason}").format(input=skipped.input, reason=phrase(skipped.reason))
        console.print(Text(one_line(told)), soft_wrap=True)
    console.print(_closing(report, gate))


def _closing(report: Report, gate: GateView | None) -> Text:
    """The last line: how much was read and what was found."""
    summary = report.summary
    found = summary.findings
    parts = [_documents(summary.documents), _words(summary.words)]
    parts.append(", ".join(f"{number(getattr(found, s), 'd')} {_(s)}" for s in SEVERITIES))
    if summary.skipped:
        parts.append(_("{count} skipped").format(count=number(summary.skipped, "d")))
    if summary.suppressed:
        parts.append(_("{count} suppressed").format(count=number(summary.suppressed, "d")))
    text = Text(" · ".join(parts))
    if gate is not None:
        failed = sum(bool(reasons(d, gate)) for d in report.documents)
        passed = gate.passed and not unjudged(report)
        told = _("gate passed") if passed else _("gate not passed ({documents})").format(documents=_documents(failed))
        told = _("no verdict: nothing could be read") if unjudged(report) else told
        text.append(f"\n{told}", style="bold green" if passed else "bold red")
    return text


def _documents(count: int) -> str:
    return ngettext("{count} document", "{count} documents", count).format(count=number(count))


def _words(count: int) -> str:
    return ngettext("{count} word", "{count} words", count).format(count=number(count))


def _concise(report: Report, links: bool) -> Iterator[Text]:
    """`input:line:col: CODE severity message`, one finding a line, in the order of the documents."""
    for document in report.documents:
        for finding in worst_first(document.findings):
            line = linked(f"{one_line(document.input)}:{location(document, finding)}:", document, links)
            line.append(f" {one_line(finding.rule)} ")
            line.append(_(finding.severity), style=COLOURS[finding.severity])
            line.append(f" {one_line(phrase(finding.message))}")
            yield line


def _full(report: Report, console: Console, links: bool, gate: GateView | None, whole: bool) -> None:
    told = first_screen(report, console, gate) if report.documents else frozenset()
    for document in worst_articles_first(report.documents, gate):
        failing = gate is not None and reasons(document, gate)
        if document.findings or document.notes or taken(document) or failing:
            _document(document, console, links, gate, whole, areas=document.id not in told)


def _document(
    document: DocumentReport, console: Console, links: bool, gate: GateView | None, whole: bool, *, areas: bool
) -> None:
    title = Text(clipped(name(document), max(10, console.width - 16)), style="bold")
    console.print(Rule(Text.assemble(title, f"  {shown(document.scores.overall)}"), align="left", characters="─"))
    for line, style in _about(document, gate, areas=areas):
        console.print(Padding(Text(line, style=style), (0, 0, 0, len(INDENT))))
    console.print()
    for finding in worst_first(told_once(document.findings)):
        for text in block(document, finding, console.width, links=links, whole=whole):
            console.print(text, soft_wrap=True)
        console.print()


def _about(document: DocumentReport, gate: GateView | None, *, areas: bool) -> Iterator[tuple[str, str]]:
    """Lines on an article as a whole, each with its style; with the scores of its areas unless the first screen has
    them."""
    facts = [] if document.findings else [one_line(document.input)]  # each finding names it
    facts.append(_words(document.words))
    if document.system:
        facts.append(one_line(document.system))
    if document.original is None:
        facts.append(_("no original: {basis}").format(basis=judged_by(document)))
    else:
        full = document.original.kind == "full"
        kind = _("original {id} (similarity {similarity})") if full else _("passages in {id} (similarity {similarity})")
        alike = number(document.original.similarity, ".2f")
        facts.append(kind.format(id=one_line(document.original.id), similarity=alike))
    yield " · ".join(facts), "dim"
    scores = [(CALLED[area], getattr(document.scores, area)) for area in CALLED if area != "overall"]
    judged = [f"{_(area)} {shown(score)}" for area, score in scores if score is not None]
    if judged and areas:
        yield " · ".join(judged), "dim"
    if document.metrics:
        yield (
            " · ".join(f"{metric} {number(value, '.1f')}" for metric, value in sorted(document.metrics.items())),
            "dim",
        )
    for told in (taken(document), serious(document), reads_like(document)):
        if told:
            yield told, "dim"
    for note in document.notes:
        yield f"{_('note:')} {one_line(phrase(note))}", ""
    for reason in reasons(document, gate) if gate is not None else ():
        yield f"{_('gate:')} {one_line(phrase(reason))}", "bold red"


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
