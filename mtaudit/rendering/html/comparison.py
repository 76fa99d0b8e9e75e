"""Two reports as one page: the differences with their intervals, the articles, what is gone and what is new."""

from __future__ import annotations

from mtaudit.compare import Change, Comparison, DocumentChange, Seen, Side, Still
from mtaudit.interface import _, number, phrase
from mtaudit.places import mark_in
from mtaudit.rendering.html.anchors import anchor, short
from mtaudit.rendering.html.charts import differences
from mtaudit.rendering.html.finder import article_table
from mtaudit.rendering.html.packing import Packed, pack, scripts
from mtaudit.rendering.html.words import AREAS, SEVERITY_WORDS, count, esc, line
from mtaudit.rendering.scores import MISSING, shown
from mtaudit.rendering.spoken import spoken

NAMES: dict[str, str] = {str(k): v for k, v in AREAS.items()}
NAMES |= {"findings": "Critical and major findings", "bleu": "BLEU", "chrf": "chrF", "ter": "TER"}
_FEWER_IS_BETTER = frozenset({"findings", "ter"})


def comparison_page(comparison: Comparison) -> str:
    """The whole page; the same style sheet, script and policy as the report's.

    A comparison doesn't say in which languages its reports are: it is taken for the usual ones.
    """
    from mtaudit.rendering.html import page

    before, after = comparison.before, comparison.after
    packed = pack(((d.id, _article(d)) for d in comparison.documents), len(comparison.documents))
    body = [
        f'<section id="overview" aria-label="{_("Overview")}">{_overview(comparison, packed)}</section>',
        f'<div id="proofs">{packed.static}</div>{scripts(packed)}',
    ]
    footer = (
        f"<p>{_side('A', before)} {_side('B', after)} "
        + _("Paired bootstrap resampling over articles (Koehn 2004), {resamples} resamples, seed {seed}.").format(
            resamples=number(comparison.resamples), seed=comparison.seed
        )
        + "</p>"
    )
    return page(_("Two reports compared"), "\n".join(body), footer, spoken(""))


def _side(letter: str, side: Side) -> str:
    told = _("{letter} is {name}, signature {signature}.")
    return told.format(letter=letter, name=line(side.name), signature=f"<code>{line(side.signature)}</code>")


def _overview(comparison: Comparison, packed: Packed) -> str:
    counts = comparison.findings
    lede = _("{articles} in both. Findings: {gone}, {new}, {still}.").format(
        articles=count(len(comparison.documents), "article"),
        gone=f'<span class="better">{_("{count} gone").format(count=f"<b>{number(counts.gone)}</b>")}</span>',
        new=f'<span class="worse">{_("{count} new").format(count=f"<b>{number(counts.new)}</b>")}</span>',
        still=_("{count} still there").format(count=f"<b>{number(counts.still)}</b>"),
    )
    sides = "".join(
        f"<p><b>{letter}</b> <bdi>{line(side.name)}</bdi> <small>{count(side.documents, 'article')}"
        f"{': ' + line(', '.join(side.systems)) if side.systems not in ((), (side.name,)) else ''}</small></p>"
        for letter, side in (("A", comparison.before), ("B", comparison.after))
    )
    parts = [f'<p class="lede">{lede}</p>{sides}']
    if comparison.changes:
        rows = [
            (_(NAMES.get(c.name, c.name)), c.change, c.low, c.high)
            for c in comparison.changes
            if c.name not in _FEWER_IS_BETTER
        ]
        chart = f"<figure><figcaption>{_('B minus A, with 95 % intervals')}</figcaption>{differences(rows)}</figure>"
        heads = "".join(
            f'<th scope="col"{"" if i == 0 else " class=num"}>{h}</th>'
            for i, h in enumerate((_("Mean of"), "A", "B", _("Change"), "p"))
        )
        table = (
            f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(map(_change, comparison.changes))}</tbody></table>"
        )
        parts.append(
            f'<div class="charts"><div class="scroll" tabindex="0" role="group" aria-label="{_("Means")}">{table}</div>'
        )
        parts.append(f"{chart}</div>")
    if comparison.documents:
        parts.append(_table(comparison, packed))
    for letter, ids in (("A", comparison.only_before), ("B", comparison.only_after)):
        if ids:
            items = "".join(f"<li><bdi>{line(i)}</bdi></li>" for i in ids)
            only = _("{articles} only in {letter}")
            parts.append(
                f"<details><summary>{only.format(articles=count(len(ids), 'article'), letter=letter)}</summary>"
                f"<ul>{items}</ul></details>"
            )
    return "\n".join(parts)


def _change(change: Change) -> str:
    kind = better_or_worse(change) if change.significant else ""
    p = (
        _("too few")
        if change.p_value is None
        else f"{number(change.p_value, '.3f')}{' *' if change.significant else ''}"
    )
    return (
        f'<tr><th scope="row">{line(_(NAMES.get(change.name, change.name)))}</th>'
        f'<td class="num">{number(change.before, ".2f")}</td>'
        f'<td class="num">{number(change.after, ".2f")}</td><td class="num {kind}">{signed(change.change, 2)}</td>'
        f'<td class="num">{p}</td></tr>'
    )


def better_or_worse(change: Change) -> str:
    """`better` or `worse`, whichever a difference of means is; "" without one."""
    return _kind(-change.change if change.name in _FEWER_IS_BETTER else change.change)


def _kind(change: float | None) -> str:
    change = change or 0.0
    return "better" if change > 0 else "worse" if change < 0 else ""


def signed(value: float | None, digits: int = 1) -> str:
    if value is None:
        return MISSING
    return number(value, f"+.{digits}f").replace("-", "−")


def _table(comparison: Comparison, packed: Packed) -> str:
    heads = [(_("Article"), "text"), ("A", "number"), ("B", "number"), (_("Change"), "number")]
    heads += [(_(word), "number") for area, word in AREAS.items() if area != "overall"]
    heads += [(_("Gone"), "number"), (_("New"), "number"), (_("Still"), "number")]
    head = "".join(
        f'<th scope="col" data-kind="{k}"{" class=num" if k == "number" else ""}>{name}</th>' for name, k in heads
    )
    rows = []
    for d in comparison.documents:
        data = f' data-block="{packed.block_of[d.id]}"' if d.id in packed.block_of else ""
        areas = "".join(
            f'<td class="num {_kind(getattr(d.change, a))}">{signed(getattr(d.change, a))}</td>'
            for a in AREAS
            if a != "overall"
        )
        rows.append(
            f'<tr{data}><th scope="row"><a href="#{anchor(d.id)}"><bdi>{_title(d)}</bdi></a></th>'
            f'<td class="num">{shown(d.before.overall)}</td><td class="num">{shown(d.after.overall)}</td>'
            f'<td class="num {_kind(d.change.overall)}">{signed(d.change.overall)}</td>{areas}'
            f'<td class="num">{len(d.gone)}</td><td class="num">{len(d.new)}</td>'
            f'<td class="num">{len(d.still)}</td></tr>'
        )
    return article_table(_("Articles"), head, "".join(rows))


def _title(document: DocumentChange) -> str:
    return line(document.title or "") or line(document.id)


def _article(document: DocumentChange) -> str:
    head = short(document.id)
    scores = "".join(
        f'<div class="a-{area}"><dt>{_(word)}</dt><dd>{shown(getattr(document.before, area))} → '
        f"{shown(getattr(document.after, area))}</dd></div>"
        for area, word in AREAS.items()
    )
    renamed = (
        f'<p class="facts">{_("in A:")} {line(document.id_before)}</p>' if document.id_before != document.id else ""
    )
    lists = _list(document, _("New in B"), "new", document.new) + _list(
        document, _("Gone from A"), "gone", document.gone
    )
    if document.still:
        items = "".join(_still(s) for s in document.still)
        lists += f'<section class="panel"><h3>{_("Still there")}</h3><ul class="notes">{items}</ul></section>'
    nothing = f'<p class="remark">{_("No finding on either side.")}</p>'
    return (
        f'<article class="doc" id="{anchor(document.id)}" aria-labelledby="{head}"><header>'
        f'<h2 id="{head}"><bdi>{_title(document)}</bdi></h2><p class="facts">{line(document.id)}</p>{renamed}'
        f'<dl class="scores">{scores}</dl></header><div class="panels compared">{lists or nothing}</div></article>\n'
    )


def _list(document: DocumentChange, title: str, kind: str, seen: tuple[Seen, ...]) -> str:
    if not seen:
        return ""
    items = ""
    for one in seen:  # a new finding keeps the permalink that it has in its report
        link = f' id="{anchor(document.id)}/{esc(one.finding.fingerprint)}"' if kind == "new" else ""
        items += f'<li class="note s-{one.finding.severity}"{link}>{body(one)}</li>'
    return f'<section class="panel"><h3>{title}</h3><ul class="notes">{items}</ul></section>'


def body(seen: Seen) -> str:
    finding = seen.finding
    text = f'<b class="s-{finding.severity}">{_(SEVERITY_WORDS[finding.severity])}</b> {line(phrase(finding.message))}'
    if seen.sentence:
        passage = mark_in(seen.sentence, finding.text)
        shown = esc(passage.before)
        if passage.marked:
            shown += f'<span class="f f-{finding.severity}">{esc(passage.marked)}</span>{esc(passage.after)}'
        text += f'<br><span lang="{spoken("").target_code}">{shown}</span>'
    if seen.english:
        text += f"<br><i>{esc(seen.english)}</i>"
    return f"{text} <small>{line(finding.rule)}</small>"


def _still(still: Still) -> str:
    before, after = still.before.finding, still.after.finding
    changed = before.text and after.text and before.text != after.text
    own = f'<bdi lang="{spoken("").target_code}">{line(before.text or "")}</bdi>'
    was = f" <small>{_('in A:')} {own}</small>" if changed else ""
    return f'<li class="note s-{after.severity}">{body(still.after)}{was}</li>'
