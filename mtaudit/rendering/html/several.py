"""Several systems as one page: the table, each pair, the articles that differ most, and what each made of them."""

from __future__ import annotations

from mtaudit.compare import Measure, Standing, SystemDocument, Systems
from mtaudit.model import SEVERITIES
from mtaudit.rendering.html.anchors import anchor, short
from mtaudit.rendering.html.comparison import NAMES, body, signed
from mtaudit.rendering.html.packing import Packed, pack, scripts
from mtaudit.rendering.html.words import AREAS, count, line
from mtaudit.rendering.scores import MISSING, shown
from mtaudit.rendering.several import ahead, method, not_compared
from mtaudit.rendering.spoken import spoken


def systems_page(found: Systems) -> str:
    """The whole page; the same style sheet, script and policy as the report's."""
    from mtaudit.rendering.html import page

    packed = pack(((d.id, _article(d, found)) for d in found.documents), len(found.documents))
    parts = [
        f'<section id="overview" aria-label="Overview">{_overview(found, packed)}</section>',
        f'<div id="proofs">{packed.static}</div>{scripts(packed)}',
    ]
    signatures = ". ".join(
        f"{line(side.name)}: signature <code>{line(side.signature)}</code>" for side in found.systems
    )
    footer = f"<p>{signatures}. {line(method(found).capitalize())}.</p>"
    return page(f"{len(found.systems)} systems compared", "\n".join(parts), footer, spoken(""))


def _overview(found: Systems, packed: Packed) -> str:
    sizes = {side.documents for side in found.systems}
    lede = f"{count(len(found.systems), 'system')}, {count(len(found.documents), 'article')} in all of them."
    if sizes != {len(found.documents)}:
        each = ", ".join(f"<bdi>{line(side.name)}</bdi> {side.documents:,}" for side in found.systems)
        each = f'<p class="facts">In each: {each}.</p>'
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
            summary = f"{count(len(ids), 'article')} of <bdi>{line(found.systems[place].name)}</bdi> that not all have"
            parts.append(f"<details><summary>{summary}</summary><ul>{items}</ul></details>")
    return "\n".join(parts)


def _table(found: Systems) -> str:
    heads = "".join(f'<th scope="col" class="num">{line(NAMES.get(m.name, m.name))}</th>' for m in found.measures)
    rows = ""
    for place in found.ranked:
        cells = ""
        for measure in found.measures:
            mean = measure.means[place]
            kind = " better" if mean.best else " worse" if mean.surely_worse else ""
            span = "" if mean.low is None or mean.high is None else f"<small>{mean.low:.2f}–{mean.high:.2f}</small>"
            cells += f'<td class="num{kind}">{mean.mean:.2f}<br>{span}</td>'
        rows += f'<tr><th scope="row"><bdi>{line(found.systems[place].name)}</bdi></th>{cells}</tr>'
    told = (
        "▲ best, ▼ surely worse than the best (p < 0.05 after Holm’s correction); below, 95 % intervals of the means."
    )
    return (
        '<section aria-labelledby="systems-h"><h2 id="systems-h">Systems</h2>'
        '<div class="scroll" tabindex="0" role="group" aria-label="Systems"><table>'
        f'<thead><tr><th scope="col">Mean of</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
        f'<p class="facts">{line(told)}</p></section>'
    )


def _pairs(found: Systems, measure: Measure) -> str:
    """Each pair in the measure that ranks the systems."""
    rows = ""
    for pair in sorted(measure.pairs, key=lambda pair: -abs(pair.change)):
        one = ahead(pair, measure)
        span = "" if one.low is None or one.high is None else f"{signed(one.low, 2)} to {signed(one.high, 2)}"
        p = "too few" if one.adjusted is None else f"{one.adjusted:.3f}{' *' if one.significant else ''}"
        rows += (
            f'<tr><th scope="row"><bdi>{line(one.second)}</bdi></th><td><bdi>{line(one.first)}</bdi></td>'
            f'<td class="num">{signed(one.change, 2)}</td><td class="num">{span}</td><td class="num">{p}</td></tr>'
        )
    heads = "".join(
        f'<th scope="col"{" class=num" if i > 1 else ""}>{head}</th>'
        for i, head in enumerate(("Better", "Than", "By", "95 % interval", "p (Holm)"))
    )
    name = NAMES.get(measure.name, measure.name)
    return (
        f'<section aria-labelledby="pairs-h"><h2 id="pairs-h">Pair by pair: {line(name)}</h2>'
        '<div class="scroll" tabindex="0" role="group" aria-label="Pairs"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


def _articles(found: Systems, packed: Packed) -> str:
    heads = [("Article", "text"), *((found.systems[place].name, "number") for place in found.ranked)]
    head = "".join(
        f'<th scope="col" data-kind="{kind}"{" class=num" if kind == "number" else ""}>{line(name)}</th>'
        for name, kind in (*heads, ("Spread", "number"))
    )
    rows = ""
    for d in found.documents:
        data = f' data-block="{packed.block_of[d.id]}"' if d.id in packed.block_of else ""
        cells = "".join(f'<td class="num">{shown(d.systems[place].scores.overall)}</td>' for place in found.ranked)
        spread = MISSING if d.spread is None else f"{d.spread:.1f}"
        rows += (
            f'<tr{data}><th scope="row"><a href="#{anchor(d.id)}"><bdi>{_title(d)}</bdi></a></th>{cells}'
            f'<td class="num">{spread}</td></tr>'
        )
    return (
        '<section aria-labelledby="articles-h"><h2 id="articles-h">Articles, those that differ most first</h2>'
        '<form class="filter needs-js" role="search" aria-label="Filter the articles">'
        '<label>Find <input id="f-text" type="search" autocomplete="off"></label>'
        '<output id="f-count" aria-live="polite"></output>'
        '<button type="button" id="f-all" hidden>Show all</button></form>'
        '<div class="scroll" tabindex="0" role="group" aria-label="Articles"><table id="articles">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


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
    scores = ", ".join(f"{word.lower()} {shown(getattr(made.scores, area))}" for area, word in AREAS.items())
    counts = ", ".join(f"{n} {s}" for s in SEVERITIES if (n := getattr(made.findings, s))) or "nothing found"
    own = "" if made.id == id else f'<p class="facts">{line(made.id)}</p>'
    items = "".join(f'<li class="note s-{seen.finding.severity}">{body(seen)}</li>' for seen in made.seen)
    notes = f'<ul class="notes">{items}</ul>' if items else ""
    facts = f'<p class="facts">{scores}; {counts}</p>'
    return f'<section class="panel"><h3><bdi>{line(name)}</bdi></h3>{own}{facts}{notes}</section>'
