"""Several systems as one page: the table, each pair, the articles that differ most, and what each made of them."""

from __future__ import annotations

from mtaudit.compare import Measure, Standing, SystemDocument, Systems
from mtaudit.interface import _, number
from mtaudit.model import SEVERITIES
from mtaudit.rendering.html.anchors import anchor, short
from mtaudit.rendering.html.comparison import NAMES, body, signed
from mtaudit.rendering.html.finder import article_table
from mtaudit.rendering.html.packing import Packed, pack, scripts
from mtaudit.rendering.html.words import AREAS, count, line
from mtaudit.rendering.scores import shown
from mtaudit.rendering.several import ahead, method, not_compared
from mtaudit.rendering.spoken import spoken


def systems_page(found: Systems) -> str:
    """The whole page; the same style sheet, script and policy as the report's."""
    from mtaudit.rendering.html import page

    packed = pack(((d.id, _article(d, found)) for d in found.documents), len(found.documents))
    parts = [
        f'<section id="overview" aria-label="{_("Overview")}">{_overview(found, packed)}</section>',
        f'<div id="proofs">{packed.static}</div>{scripts(packed)}',
    ]
    signature = _("{name}: signature {signature}")
    signatures = ". ".join(
        signature.format(name=line(side.name), signature=f"<code>{line(side.signature)}</code>")
        for side in found.systems
    )
    footer = f"<p>{signatures}. {line(method(found).capitalize())}.</p>"
    title = _("{count} systems compared").format(count=number(len(found.systems)))
    return page(title, "\n".join(parts), footer, spoken(""))


def _overview(found: Systems, packed: Packed) -> str:
    sizes = {side.documents for side in found.systems}
    lede = _("{systems}, {articles} in all of them.").format(
        systems=count(len(found.systems), "system"), articles=count(len(found.documents), "article")
    )
    if sizes != {len(found.documents)}:
        each = ", ".join(f"<bdi>{line(side.name)}</bdi> {number(side.documents)}" for side in found.systems)
        each = f'<p class="facts">{_("In each: {systems}.").format(systems=each)}</p>'
    else:
        each = ""
    parts = [f'<p class="lede">{lede}</p>{each}']
    if found.measures:
        parts.append(_table(found))
        parts += [f'<p class="facts">{line(told)}</p>' for told in not_compared(found)]
        parts.append(_pairs(found, found.measures[0]))
    if found.documents:
        parts.append(_articles(found, packed))
    for place in found.ranked:
        if ids := found.only[place]:
            items = "".join(f"<li><bdi>{line(name)}</bdi></li>" for name in ids)
            summary = _("{articles} of {system} that not all have").format(
                articles=count(len(ids), "article"), system=f"<bdi>{line(found.systems[place].name)}</bdi>"
            )
            parts.append(f"<details><summary>{summary}</summary><ul>{items}</ul></details>")
    return "\n".join(parts)


def _table(found: Systems) -> str:
    heads = "".join(f'<th scope="col" class="num">{line(_(NAMES.get(m.name, m.name)))}</th>' for m in found.measures)
    rows = ""
    for place in found.ranked:
        cells = ""
        for measure in found.measures:
            mean = measure.means[place]
            kind = " better" if mean.best else " worse" if mean.surely_worse else ""
            span = ""
            if mean.low is not None and mean.high is not None:
                span = f"<small>{number(mean.low, '.2f')}–{number(mean.high, '.2f')}</small>"
            cells += f'<td class="num{kind}">{number(mean.mean, ".2f")}<br>{span}</td>'
        rows += f'<tr><th scope="row"><bdi>{line(found.systems[place].name)}</bdi></th>{cells}</tr>'
    told = _(
        "▲ best, ▼ surely worse than the best (p < 0.05 after Holm’s correction); below, 95 % intervals of the means."
    )
    return (
        f'<section aria-labelledby="systems-h"><h2 id="systems-h">{_("Systems")}</h2>'
        f'<div class="scroll" tabindex="0" role="group" aria-label="{_("Systems")}"><table>'
        f'<thead><tr><th scope="col">{_("Mean of")}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
        f'<p class="facts">{line(told)}</p></section>'
    )


def _pairs(found: Systems, measure: Measure) -> str:
    """Each pair in the measure that ranks the systems."""
    rows = ""
    for pair in sorted(measure.pairs, key=lambda pair: -abs(pair.change)):
        one = ahead(pair, measure)
        span = ""
        if one.low is not None and one.high is not None:
            span = _("{low} to {high}").format(low=signed(one.low, 2), high=signed(one.high, 2))
        p = _("too few")
        if one.adjusted is not None:
            p = f"{number(one.adjusted, '.3f')}{' *' if one.significant else ''}"
        rows += (
            f'<tr><th scope="row"><bdi>{line(one.second)}</bdi></th><td><bdi>{line(one.first)}</bdi></td>'
            f'<td class="num">{signed(one.change, 2)}</td><td class="num">{span}</td><td class="num">{p}</td></tr>'
        )
    heads = "".join(
        f'<th scope="col"{" class=num" if i > 1 else ""}>{head}</th>'
        for i, head in enumerate((_("Better"), _("Than"), _("By"), _("95 % interval"), "p (Holm)"))
    )
    title = _("Pair by pair: {measure}").format(measure=_(NAMES.get(measure.name, measure.name)))
    return (
        f'<section aria-labelledby="pairs-h"><h2 id="pairs-h">{line(title)}</h2>'
        f'<div class="scroll" tabindex="0" role="group" aria-label="{_("Pairs")}"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


def _articles(found: Systems, packed: Packed) -> str:
    heads = [(_("Article"), "text"), *((found.systems[place].name, "number") for place in found.ranked)]
    head = "".join(
        f'<th scope="col" data-kind="{kind}"{" class=num" if kind == "number" else ""}>{line(name)}</th>'
        for name, kind in (*heads, (_("Spread"), "number"))
    )
    rows = ""
    for d in found.documents:
        data = f' data-block="{packed.block_of[d.id]}"' if d.id in packed.block_of else ""
        cells = "".join(f'<td class="num">{shown(d.systems[place].scores.overall)}</td>' for place in found.ranked)
        spread = shown(d.spread)
        rows += (
            f'<tr{data}><th scope="row"><a href="#{anchor(d.id)}"><bdi>{_title(d)}</bdi></a></th>{cells}'
            f'<td class="num">{spread}</td></tr>'
        )
    return article_table(_("Articles, those that differ most first"), head, rows)


def _title(document: Standing) -> str:
    return line(document.title or "") or line(document.id)


def _article(document: Standing, found: Systems) -> str:
    head = short(document.id)
    panels = "".join(_panel(found.systems[place].name, document.systems[place], document.id) for place in found.ranked)
    return (
        f'<article class="doc" id="{anchor(document.id)}" aria-labelledby="{head}"><header>'
        f'<h2 id="{head}"><bdi>{_title(document)}</bdi></h2><p class="facts">{line(document.id)}</p></header>'
        f'<div class="panels compared">{panels}</div></article>\n'
    )


def _panel(name: str, made: SystemDocument, id: str) -> str:
    scores = ", ".join(f"{_(word).lower()} {shown(getattr(made.scores, area))}" for area, word in AREAS.items())
    counts = ", ".join(f"{number(n)} {_(s)}" for s in SEVERITIES if (n := getattr(made.findings, s)))
    counts = counts or _("nothing found")
    own = "" if made.id == id else f'<p class="facts">{line(made.id)}</p>'
    items = "".join(f'<li class="note s-{seen.finding.severity}">{body(seen)}</li>' for seen in made.seen)
    notes = f'<ul class="notes">{items}</ul>' if items else ""
    facts = f'<p class="facts">{scores}; {counts}</p>'
    return f'<section class="panel"><h3><bdi>{line(name)}</bdi></h3>{own}{facts}{notes}</section>'
