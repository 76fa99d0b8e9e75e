"""A report held against labels, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mtaudit.evaluation.result import Evaluation, FaultRow, FindingRow, Group, ProbabilityFigures, Share, Value
from mtaudit.harmless import one_line
from mtaudit.interface import _, number
from mtaudit.rendering.colour import Color
from mtaudit.rendering.console import drawn


def render_evaluation(evaluation: Evaluation, *, width: int | None = None, color: Color = "auto") -> str:
    """The figures as tables, ending in a newline."""
    return drawn(lambda console, links: _print(evaluation, console), width, color)


def _print(e: Evaluation, console: Console) -> None:
    counts = [
        _("{count} documents read").format(count=number(e.documents, "d")),
        _("{count} of them without a fault").format(count=number(e.faultless, "d")),
        _("{count} human translations").format(count=number(e.human, "d")),
    ]
    if e.unread:
        counts.append(_("{count} in no label, left out").format(count=number(e.unread, "d")))
    if e.problems:
        counts.append(_("{count} unusable labels").format(count=number(len(e.problems), "d")))
    console.print(Text("; ".join(counts)), soft_wrap=True)
    whole, parts = e.groups[0], e.groups[1:]
    console.print(_faults(whole.faults))
    console.print(_findings(whole.findings))
    console.print(_alarms(whole.findings))
    for by, title in (("evidence", _("By evidence")), ("system", _("By system"))):
        if own := [group for group in parts if group.by == by]:
            console.print(_parts(title, own))
    console.print(_score(e))
    for figures in e.reader:
        console.print(
            Text(
                f"\n{_(figures.name)}: AUC {figure(figures.auc)}; "
                + _("{count} of {all} words").format(count=number(figures.positive), all=number(figures.words)),
                "bold",
            )
        )
        console.print(_bins(figures))
    console.print(
        Text(
            "\n"
            + _(
                "Behind a figure: its 95 % interval, {resamples} bootstrap resamples of documents, seed {seed}; "
                "--format json has them all."
            ).format(resamples=number(e.resamples, "d"), seed=e.seed),
            "dim",
        )
    )


def _table(title: str | None, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    table.add_column(first, no_wrap=True)
    for other in others:
        table.add_column(other, justify="right", no_wrap=True)
    return table


def _faults(rows: Sequence[FaultRow]) -> Table:
    table = _table("\n" + _("Faults"), "", _("found"), _("recall"), _("MCC, words"), _("F1, words"))
    for row in rows:
        table.add_row(_name(row.name), _counts(row.recall), figure(row.recall), figure(row.mcc), figure(row.f1))
    return table


def _findings(rows: Sequence[FindingRow]) -> Table:
    table = _table("\n" + _("Findings"), "", _("right"), _("precision"), _("on a serious fault"))
    for row in rows:
        table.add_row(
            _("{severity} and worse").format(severity=_(row.least)),
            _counts(row.right),
            figure(row.right),
            figure(row.serious),
        )
    return table


def _alarms(rows: Sequence[FindingRow]) -> Table:
    title = "\n" + _("Findings per 1,000 words")
    table = _table(title, "", _("of human translations"), _("of documents without a fault"))
    for row in rows:
        table.add_row(_("{severity} and worse").format(severity=_(row.least)), figure(row.human), figure(row.faultless))
    return table


def _parts(title: str, groups: Sequence[Group]) -> Table:
    heads = (_("words"), _("recall"), _("of serious"), _("precision"), _("of major+"), _("on a serious"))
    table = _table(f"\n{title}", "", *heads)
    for group in groups:
        recall = {row.name: row.recall for row in group.faults if row.by != "kind"}
        minor, major = group.findings
        shares = (recall.get("all"), recall.get("serious"), minor.right, major.right, major.serious)
        table.add_row(
            _name(group.name), number(group.words), *(_plain(share.value if share else None) for share in shares)
        )
    return table


def _score(e: Evaluation) -> Table:
    score = e.score
    table = _table("\n" + _("Overall score"), "", "")
    good = _("AUC, {good} good articles against {bad} bad").format(good=number(score.good), bad=number(score.bad))
    table.add_row(good, figure(score.auc))
    table.add_row(_("rank correlation with serious faults per 100 words"), figure(score.rank_correlation))
    if e.human:
        table.add_row(_("AUC, human translations against the machine's"), figure(score.human_auc))
    return table


def _bins(figures: ProbabilityFigures) -> Table:
    table = _table(None, _("predicted"), _("words"), _("on average"), _("seen"))
    for row in figures.bins:
        cells = (_plain(row.predicted), _plain(row.seen))
        span = _("{low} to {high}").format(low=number(row.low, ".1f"), high=number(row.high, ".1f"))
        table.add_row(span, number(row.words), *cells)
    return table


def figure(value: Value | Share) -> str:
    """A figure, and its interval where it has one; a dot where there is nothing to reckon from."""
    if value.low is None or value.high is None:
        return _plain(value.value)
    return f"{_plain(value.value)} {_bound(value.low)}–{_bound(value.high)}"


def _bound(value: float) -> str:
    """Two digits behind the point, no zero before it."""
    return _plain(value).replace("0", "", 1) if abs(value) < 1 else _plain(value)


def _plain(value: float | None) -> str:
    return "·" if value is None else number(round(value, 2) + 0.0, ".2f")  # + 0.0: no minus before a nought


def _counts(share: Share) -> str:
    return f"{share.hits}/{share.of}"


def _name(name: str) -> str:
    return _(one_line(name)) or _("(none)")
