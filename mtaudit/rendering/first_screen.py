"""The first screen of the terminal report: which articles are bad and why, and what was not checked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mtaudit.harmless import one_line
from mtaudit.interface import _, ngettext, number
from mtaudit.model import SEVERITIES, DocumentReport, Report
from mtaudit.places import location
from mtaudit.rendering.blocks import COLOURS
from mtaudit.rendering.figures import figures
from mtaudit.rendering.fitting import at_most, clipped, wrapped
from mtaudit.rendering.interface import GateView
from mtaudit.rendering.scores import MISSING, shown, unchecked, worst_articles_first
from mtaudit.rendering.why import why, worst_finding

ROWS = 24  # of the window that all of it fits into
_WIDE = 100  # columns from which each area has a column
_AREAS = ("overall", "entity", "quote", "number", "adequacy", "surface")
_HEADS = ("score", "names", "quotes", "numbers", "adequacy", "surface")
_SHORT = {"critical": "cri", "major": "maj", "minor": "min"}  # heads of narrow columns
_UNCHECKED_LINES = 4
_FEWEST = 2  # articles that are listed whatever else there is


def first_screen(report: Report, console: Console, gate: GateView | None) -> frozenset[str]:
    """Print a table of the worst articles, the means, what was not checked and the metrics: at most 24 rows.

    Returns the ids of the articles whose scores it has area by area.
    """
    documents = worst_articles_first(report.documents, gate)
    below = [*_unchecked(documents, console.width), *_metrics(report, console.width)]
    room = ROWS - len(below) - 2  # the heading, and a line before the first article
    if len(documents) > 1:
        room -= 1  # the means
    column = console.width - _taken(console.width)
    told = [(document, _reason(document, gate, column, 2)) for document in documents]
    listed = _fitting(told, room)
    if len(listed) < len(told):  # many: a line each
        told = [(document, _reason(document, gate, column, 1)) for document in documents]
        listed = _fitting(told, room)
    if len(listed) < len(told):
        listed = _fitting(told, room - 1)
    console.print(_table(listed, report, console.width))
    left = [document for document, _ in told[len(listed) :]]
    if left:
        faulty = sum(bool(document.findings) for document in left)
        console.print(Text(clipped(_left_out(len(left), faulty), console.width), style="dim"))
    for line in below:
        console.print(line)
    console.print()
    return frozenset(document.id for document, _ in listed) if console.width >= _WIDE else frozenset()


def _fitting(told: Sequence[tuple[DocumentReport, list[Text]]], room: int) -> list[tuple[DocumentReport, list[Text]]]:
    """The first articles whose lines fit into so many rows."""
    listed: list[tuple[DocumentReport, list[Text]]] = []
    for document, reason in told:
        room -= 1 + len(reason)
        if room < 0 and len(listed) >= _FEWEST:
            break
        listed.append((document, reason))
    return listed


def _reason(document: DocumentReport, gate: GateView | None, width: int, most: int) -> list[Text]:
    """`3:21 the worst finding's message`, else why the article is bad, in so many lines; [] where it is not."""
    worst, told = worst_finding(document), one_line(why(document, gate))
    if worst is None:
        return [Text(line) for line in at_most(wrapped(told, width, width), most, width, width)] if told else []
    place = location(document, worst)
    first, *rest = at_most(wrapped(f"{place} {told}", width, width), most, width, width)
    head = Text.assemble((place, COLOURS[worst.severity]), first.removeprefix(place))
    return [head, *map(Text, rest)]


def _taken(width: int) -> int:
    """Columns that the figures of the table take."""
    areas = _AREAS if width >= _WIDE else _AREAS[:1]
    severities = sum(max(3, len(_(_SHORT[severity]))) + 1 for severity in SEVERITIES)
    return sum(max(5, len(_(head))) + 1 for head in _HEADS[: len(areas)]) + severities


def _table(listed: Sequence[tuple[DocumentReport, list[Text]]], report: Report, width: int) -> Table:
    areas = _AREAS if width >= _WIDE else _AREAS[:1]
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    for head in _HEADS[: len(areas)]:
        table.add_column(_(head), justify="right", no_wrap=True)
    for severity in SEVERITIES:
        table.add_column(Text(_(_SHORT[severity]), style=COLOURS[severity]), justify="right", no_wrap=True)
    left = max(12, width - _taken(width))
    table.add_column(_("document, the worst first"), overflow="ellipsis", no_wrap=True, width=left)
    for document, reason in listed:
        counts = [sum(f.severity == s for f in document.findings) for s in SEVERITIES]
        table.add_row(
            *(Text(shown(getattr(document.scores, a))) for a in areas),
            *(
                Text(str(n) if n else "·", style=COLOURS[s] if n else "dim")
                for s, n in zip(SEVERITIES, counts, strict=True)
            ),
            Text("\n").join([Text(clipped(name(document), left), style="bold"), *reason]),
        )
    if report.summary.scores is not None and len(report.documents) > 1:
        means = (Text(shown(getattr(report.summary.scores, a)), style="bold") for a in areas)
        table.add_row(*means, *("" for _ in SEVERITIES), Text(_("mean"), style="bold"))
    return table


def name(document: DocumentReport) -> str:
    """The title of an article, or its id where it has none."""
    title = one_line(document.title or "")
    return title or one_line(document.id)


def _left_out(articles: int, faulty: int) -> str:
    """How many articles the table leaves out, and where they are."""
    if not faulty:
        told = ngettext(
            "and {count} more document without findings", "and {count} more documents without findings", articles
        )
        return told.format(count=number(articles))
    told = ngettext(
        "and {count} more document, {faulty} with findings (-o report.html lists them all)",
        "and {count} more documents, {faulty} with findings (-o report.html lists them all)",
        articles,
    )
    return told.format(count=number(articles), faulty=number(faulty))


def _unchecked(documents: Sequence[DocumentReport], width: int) -> list[Text]:
    """`not checked (–): …`, a reason a line or two; the rarest reasons are counted where they are many."""
    reasons = unchecked(documents)
    lines: list[str] = []
    for place, reason in enumerate(reasons):
        whole = wrapped(f"{_('not checked')} ({MISSING}): {one_line(reason)}", width, width - 2)
        made = at_most(whole, 2, width, width - 2)
        left = len(reasons) - place
        if len(lines) + len(made) + (left > 1) > _UNCHECKED_LINES:
            more = _("{count} more reasons (-o report.html)").format(count=number(left))
            lines.append(clipped(f"{_('not checked')} ({MISSING}): {more}", width))
            break
        lines += [made[0], *(f"  {line}" for line in made[1:])]
    return [Text(line, style="dim") for line in lines]


def _metrics(report: Report, width: int) -> list[Text]:
    """A line a metric, or two with a long signature."""
    lines = []
    for metric, figure, signature in figures(report):
        made = wrapped(f"{metric} {figure}  {one_line(signature)}", width, width - 2)
        lines += [made[0], *(f"  {line}" for line in made[1:])]
    return [Text(line) for line in lines]
