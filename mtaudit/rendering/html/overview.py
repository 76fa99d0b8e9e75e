"""The first page: what was read and found, how the scores are spread, systems compared, and the table of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import PurePath
from statistics import mean
from urllib.parse import urlsplit

from mtaudit.interface import _, number, phrase
from mtaudit.model import SEVERITIES, Area, DocumentReport, Report
from mtaudit.rendering.figures import figures
from mtaudit.rendering.html.anchors import anchor, finding_anchor
from mtaudit.rendering.html.charts import Point, distribution, score_bar, spreads
from mtaudit.rendering.html.packing import Packed
from mtaudit.rendering.html.words import AREAS, CATEGORIES, SEVERITY_WORDS, count, line
from mtaudit.rendering.interface import GateView, reasons, unjudged, unused
from mtaudit.rendering.rulebook import name_of
from mtaudit.rendering.scores import MISSING, shown, unchecked, worst_articles_first
from mtaudit.rendering.why import why, worst_finding

MAX_RULES = 12
MAX_GROUPS = 30
ARTICLES = "Articles"
DENSITY = "Critical and major in 1,000 words"


def overview(report: Report, gate: GateView | None, packed: Packed) -> str:
    """The overview as HTML; `packed` tells where the article of each document is."""
    documents = report.documents
    parts = [_lede(report, gate)]
    if documents:
        parts.append(_table(documents, gate, packed))
        told = "".join(f"<li>{line(reason)}</li>" for reason in unchecked(documents, "articles"))
        if told:
            parts.append(f'<div class="remark unchecked"><p>{_("Not checked")} ({MISSING}):</p><ul>{told}</ul></div>')
        parts.append(_groups(documents))
        points = [
            Point(d.scores.overall, d.title or d.id, anchor(d.id), _worst(d))
            for d in documents
            if d.scores.overall is not None
        ]
        areas = [(_(word), _known(documents, a)) for a, word in AREAS.items()]
        parts.append(
            f'<div class="charts"><figure><figcaption>{_("Overall scores: one mark an article, 100 is nothing lost")}'
            f"</figcaption>{distribution(points)}</figure>"
            f"<figure><figcaption>{_('By area: range, middle half and mean')}</figcaption>"
            f"{spreads(areas)}</figure></div>"
        )
    closing = (_rules(documents) if documents else "") + _skipped(report) + _read(report)
    if closing:
        parts.append(f'<div class="closing">{closing}</div>')
    return "\n".join(part for part in parts if part)


def _skipped(report: Report) -> str:
    if not report.skipped:
        return ""
    items = "".join(
        f"<li><bdi>{line(s.input)}</bdi><small>{line(phrase(s.reason))}</small></li>" for s in report.skipped
    )
    return (
        f'<section class="unread" aria-labelledby="skipped-h"><h2 id="skipped-h">{_("Not read")}</h2>'
        f"<ul>{items}</ul></section>"
    )


def _read(report: Report) -> str:
    """What was left out of inputs, or is otherwise to be known of how they were read."""
    items = ""
    for read in report.inputs:
        if read.notes:
            notes = "".join(f"<small>{line(phrase(note))}</small>" for note in read.notes)
            items += f"<li><bdi>{line(read.input)}</bdi>{notes}</li>"
    if not items:
        return ""
    return (
        f'<section class="unread" aria-labelledby="read-h"><h2 id="read-h">{_("How inputs were read")}</h2>'
        f"<ul>{items}</ul></section>"
    )


def _worst(document: DocumentReport) -> str:
    return next((s for s in SEVERITIES if any(f.severity == s for f in document.findings)), "")


def _lede(report: Report, gate: GateView | None) -> str:
    found = report.summary.findings
    read = f"{count(report.summary.documents, 'article')}, {count(report.summary.words, 'word')}"
    words = ", ".join(
        f'<span class="s-{s}"><b class="b b-{s}">{number(getattr(found, s))}</b> {_(s)}</span>' for s in SEVERITIES
    )
    text = _("No article could be read.")
    if report.documents:
        text = _("{read}. Findings: {counts}.").format(read=read, counts=words)
    if report.summary.skipped:
        inputs = f'<a href="#skipped-h">{count(report.summary.skipped, "input")}</a>'
        text += " " + _("{inputs} could not be read.").format(inputs=inputs)
    verdict = ""
    if gate is not None:
        failed = sum(bool(reasons(d, gate)) for d in report.documents)
        told = _("Gate passed.")
        if not gate.passed:
            told = _("Gate not passed: {failed} of {all} articles.")
            told = told.format(failed=number(failed), all=number(len(report.documents)))
        told = _("No verdict: nothing could be read.") if unjudged(report) else told
        good = gate.passed and not unjudged(report)
        verdict = f'<p class="verdict {"passed" if good else "fails"}">{told}</p>'
    metrics = " ".join(f"<span>{line(name)} {line(figure)}</span>" for name, figure, signature in figures(report))
    idle = "".join(f'<p class="facts">{line(phrase(told))}.</p>' for told in unused(report, gate))
    return f'{verdict}<p class="lede">{text}</p>' + (f'<p class="facts">{metrics}</p>' if metrics else "") + idle


def source_of(document: DocumentReport) -> str:
    """The site of a URL, else the folder of a file."""
    try:
        host = urlsplit(document.input).netloc if "://" in document.input else ""
    except ValueError:  # http://[
        host = ""
    return host or PurePath(document.input).parent.as_posix() or "."


def _groups(documents: Sequence[DocumentReport]) -> str:
    """Systems side by side, and sources; neither where there is only one."""
    kinds: list[tuple[str, str, Callable[[DocumentReport], str]]] = [
        ("system", _("Systems side by side"), lambda d: d.system or _("unnamed")),
        ("source", _("Sources side by side"), source_of),
    ]
    tables = []
    for name, title, key in kinds:
        groups: dict[str, list[DocumentReport]] = {}
        for document in documents:
            groups.setdefault(key(document), []).append(document)
        if len(groups) > 1:
            tables.append(_group_table(name, title, groups))
    return "".join(tables)


def _group_table(kind: str, title: str, groups: dict[str, list[DocumentReport]]) -> str:
    means = {name: {a: _mean(members, a) for a in AREAS} for name, members in groups.items()}
    ranked = sorted(groups.items(), key=lambda g: (-(means[g[0]]["overall"] or 0.0), g[0]))
    rows = []
    for name, members in ranked[:MAX_GROUPS]:
        cells = "".join(_cell(_(word), shown(means[name][a])) for a, word in AREAS.items() if a != "overall")
        overall = means[name]["overall"]
        words = sum(d.words for d in members)
        serious = sum(f.severity != "minor" for d in members for f in d.findings)
        density = number(1000 * serious / words, ".1f") if words else "–"
        rows.append(
            f'<tr><th scope="row"><bdi>{line(name)}</bdi></th>{_cell(_(ARTICLES), number(len(members)))}'
            f"{_cell(_(AREAS['overall']), shown(overall) + score_bar(overall))}{cells}{_cell(_(DENSITY), density)}</tr>"
        )
    heads = [_("System") if kind == "system" else _("Source"), *map(_, (ARTICLES, *AREAS.values(), DENSITY))]
    head = "".join(f'<th scope="col"{"" if i == 0 else " class=num"}>{h}</th>' for i, h in enumerate(heads))
    left = len(ranked) - MAX_GROUPS
    lower = _("{groups} with lower scores.")
    more = f"<p>{lower.format(groups=count(left, 'more group'))}</p>" if left > 0 else ""
    place = f"{kind}s-h"
    return (
        f'<section aria-labelledby="{place}"><h2 id="{place}">{title}</h2>'
        f'<div class="scroll" tabindex="0" role="group" aria-label="{title}"><table class="stack">'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>{more}</section>"
    )


def _cell(head: str, content: str, kind: str = "num") -> str:
    """A cell that carries its column's head, for windows too narrow for columns."""
    return f'<td class="{kind}" data-h="{head}">{content}</td>'


def _known(documents: Sequence[DocumentReport], area: Area) -> list[float]:
    """The scores of an area, where it was judged."""
    return [score for d in documents if (score := getattr(d.scores, area)) is not None]


def _mean(documents: Sequence[DocumentReport], area: Area) -> float | None:
    known = _known(documents, area)
    return mean(known) if known else None


def _table(documents: Sequence[DocumentReport], gate: GateView | None, packed: Packed) -> str:
    """The table of articles, worst first; sorted and filtered by the page's script."""
    systems = sorted({d.system for d in documents if d.system})
    heads = [(_("Article"), "text"), (_("System"), "text")] if systems else [(_("Article"), "text")]
    heads += [(_(word), "number") for word in AREAS.values()] + [(_(SEVERITY_WORDS[s]), "number") for s in SEVERITIES]
    if gate is not None:
        heads.append((_("Gate"), "text"))
    head = "".join(
        f'<th scope="col" data-kind="{kind}"{" class=num" if kind == "number" else ""}>{name}</th>'
        for name, kind in heads
    )
    ranked = worst_articles_first(documents, gate)
    rows = "\n".join(_document_row(d, gate, packed, bool(systems)) for d in ranked)
    options = "".join(f'<option value="{line(s)}">{line(s)}</option>' for s in systems)
    by_system = (
        f'<label>{_("System")} <select id="f-system"><option value="">{_("all")}</option>{options}</select></label>'
        if systems
        else ""
    )
    # the script finds the column by the option's value, in small letters
    severities = "".join(f'<option value="{_(SEVERITY_WORDS[s]).lower()}">{_(s)}</option>' for s in SEVERITIES)
    every = _("Show all {count}").format(count=number(len(documents)))
    return (
        f'<section aria-labelledby="articles-h"><h2 id="articles-h">{_("Articles")}</h2>'
        f'<form class="filter needs-js" role="search" aria-label="{_("Filter the articles")}">'
        f'<label>{_("Find")} <input id="f-text" type="search" autocomplete="off"></label>'
        f"{by_system}"
        f'<label>{_("With findings")} <select id="f-severity"><option value="">{_("any")}</option>{severities}</select>'
        '</label><output id="f-count" aria-live="polite"></output></form>'
        f'<div class="scroll" tabindex="0" role="group" aria-label="{_("Articles")}">'
        '<table id="articles" class="stack">'
        f"<thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table></div>"
        f'<button type="button" id="f-all" class="needs-js" hidden>{every}</button></section>'
    )


def _document_row(document: DocumentReport, gate: GateView | None, packed: Packed, systems: bool) -> str:
    title = line(document.title or "") or line(document.id)
    place = line(document.input)
    link = "left-out" if document.id in packed.left_out else anchor(document.id)
    reason = _why(document, gate, document.id not in packed.left_out)
    cells = [f'<th scope="row"><a href="#{link}"><bdi>{title}</bdi></a>{reason}<small>{place}</small></th>']
    if systems:
        cells.append(_cell(_("System"), _system(document), "sys"))
    for area, word in AREAS.items():
        score = getattr(document.scores, area)
        cells.append(_cell(_(word), f"{shown(score)}{score_bar(score) if area == 'overall' else ''}"))
    counts = Counter(f.severity for f in document.findings)
    for s in SEVERITIES:
        cells.append(_cell(_(SEVERITY_WORDS[s]), number(counts[s], "d"), f"num s-{s}" if counts[s] else "num zero"))
    if gate is not None:
        told = f"<b class=fails>{_('fails')}</b>" if reasons(document, gate) else _("passes")
        cells.append(_cell(_("Gate"), told, "gate"))
    data = f' data-block="{packed.block_of[document.id]}"' if document.id in packed.block_of else ""
    return f"<tr{data}>{''.join(cells)}</tr>"


def _system(document: DocumentReport) -> str:
    return f"<bdi>{line(document.system)}</bdi>" if document.system else ""


def _why(document: DocumentReport, gate: GateView | None, here: bool) -> str:
    """Why it is bad, in a line: its worst finding, which it leads to where the page has it."""
    worst = worst_finding(document)
    told = line(why(document, gate))
    if worst is None:
        return f'<span class="worst">{told[:1].upper()}{told[1:]}</span>' if told else ""
    if not here:
        return f'<span class="worst w-{worst.severity}">{told}</span>'
    return f'<a class="worst w-{worst.severity}" href="#{finding_anchor(document, worst)}">{told}</a>'


def _rules(documents: Sequence[DocumentReport]) -> str:
    """Which rules found most, and in how many articles."""
    total = Counter((f.rule, f.category) for d in documents for f in d.findings)
    spread = Counter(pair for d in documents for pair in {(f.rule, f.category) for f in d.findings})
    if not total:
        return ""
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    rows = "".join(
        f'<tr><th scope="row">{line(rule)} <small>{line(name_of(rule))}</small></th>'
        f'<td>{_(CATEGORIES[category])}</td><td class="num">{number(n)}</td>'
        f'<td class="num">{number(spread[rule, category])}</td></tr>'
        for (rule, category), n in ranked[:MAX_RULES]
    )
    more = _("{count} more rules found something.").format(count=number(len(ranked) - MAX_RULES))
    left = f"<p>{more}</p>" if len(ranked) > MAX_RULES else ""
    return (
        f'<section class="rules" aria-labelledby="rules-h"><h2 id="rules-h">{_("What was found most")}</h2>'
        f'<div class="scroll" tabindex="0" role="group" aria-label="{_("Rules")}">'
        f'<table><thead><tr><th scope="col">{_("Rule")}</th><th scope="col">{_("Of")}</th>'
        f'<th scope="col" class="num">{_("Findings")}</th><th scope="col" class="num">{_("Articles")}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{left}</section>"
    )
