"""What stands below an article: its names, its quotations, and how each point of its scores was lost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from mtaudit.interface import _, advice, language, number, phrase
from mtaudit.model import SEVERITIES, DocumentReport, EntityVerdict, Penalty, QuoteVerdict
from mtaudit.places import occurrences
from mtaudit.rendering.causes import cause
from mtaudit.rendering.html.anchors import sentence_anchor, short
from mtaudit.rendering.html.charts import points_bar
from mtaudit.rendering.html.words import (
    AREAS,
    CONTENT,
    MARKS,
    NOT_CHECKED,
    SEVERITY_WORDS,
    SOUND,
    STATUS,
    TYPES,
    called,
    line,
    spoken_as,
)
from mtaudit.rendering.quotation import about
from mtaudit.rendering.spoken import spoken

MAX_LINKS = 12
_HEADS = ("Area", "Rule", "Severity", "Findings", "Points")  # of the points lost
NOBODY = "nobody is named"  # in the place of the speaker, where only the other text names one


def _panel(document: DocumentReport, kind: str, title: str, body: str) -> str:
    head = f"{short(document.id)}-{kind}"
    return f'<section class="panel {kind}" aria-labelledby="{head}"><h3 id="{head}">{title}</h3>{body}</section>'


def _sentences(document: DocumentReport, offsets: Sequence[int]) -> str:
    """Links to the sentences that hold these offsets."""
    starts = [segment.start for segment in document.segments]
    found = {bisect_right(starts, at) - 1 for at in offsets}
    indices = sorted(i for i in found if i >= 0)
    links = [f'<a href="#{sentence_anchor(document, i)}">{i + 1}</a>' for i in indices[:MAX_LINKS]]
    more = (
        " " + _("and {count} more").format(count=number(len(indices) - MAX_LINKS)) if len(indices) > MAX_LINKS else ""
    )
    return ", ".join(links) + more


def names_panel(document: DocumentReport) -> str:
    """The damaged names with their spellings, the sentences these stand in, and the road; then the sound ones."""
    if not document.entities:
        return ""
    order = list(STATUS)
    ranked = sorted(document.entities, key=lambda e: (order.index(e.status), e.start is None, e.start or 0))
    doubtful = [entity for entity in ranked if _doubtful(entity)]
    body = ""
    if doubtful:
        heads = (spoken(document.language).source, _("Spellings, and in which sentences"), _("What became of it"))
        head = "".join(f'<th scope="col">{h}</th>' for h in heads)
        rows = "".join(_name(document, entity) for entity in doubtful)
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        body = f'<div class="scroll" tabindex="0" role="group" aria-label="{_("Names")}">{table}</div>'
    for title, kind in ((_("Sound"), SOUND), (_("Not checked"), frozenset({"unverified"}))):
        names = [_sound(document, e) for e in ranked if e.status in kind and not _doubtful(e)]
        if names:
            body += f'<p class="sound">{title}: {", ".join(names)}.</p>'
    return _panel(document, "names", _("Names"), body)


def _doubtful(entity: EntityVerdict) -> bool:
    """Whether a name needs a line of its own: damaged, or spelled in several ways."""
    if entity.status == "unverified":
        return bool(entity.suggestion or entity.road or {*entity.variants} - {entity.found})
    return entity.status not in SOUND


def _sound(document: DocumentReport, entity: EntityVerdict) -> str:
    """`Germany → Jerman`, leading to the sentence."""
    found = entity.found or entity.original or ""
    name = line(found)
    if entity.original and entity.status == "localised" and entity.original != found:
        name = f"{line(entity.original)} → {name}"
    index = next((s.index for s in document.segments if s.start <= (entity.start or 0) < s.end), None)
    times = f" ×{len(entity.places)}" if len(entity.places) > 1 else ""
    if entity.start is None or index is None:
        return f"<bdi>{name}</bdi>{times}"
    return f'<a href="#{sentence_anchor(document, index)}">{name}</a>{times}'


def _name(document: DocumentReport, entity: EntityVerdict) -> str:
    spellings = list(dict.fromkeys(s for s in (entity.found, *entity.variants) if s))
    languages = spoken(document.language)
    parts = []
    for spelling in spellings:
        offsets = occurrences(document.text, spelling)
        offsets += [p.start for p in entity.places if document.text[p.start : p.end] == spelling]
        where = _sentences(document, offsets) or _("another article")
        written = f'<bdi lang="{languages.target_code}">{line(spelling)}</bdi>'
        parts.append(f'<span class="sp">{written} <small>{where}</small></span>')
    english = f"<bdi>{line(entity.original)}</bdi>" if entity.original else f'<span class="none">{_("unknown")}</span>'
    road = f"<br><small>{_('road:')} {line(_(entity.road))}</small>" if entity.road else ""
    mend = f' <b class="mend">{line(advice(entity.suggestion))}</b>' if entity.suggestion else ""
    why = (
        f"<br><small>{_('why:')} {'; '.join(line(phrase(e)) for e in entity.evidence)}</small>"
        if entity.evidence
        else ""
    )
    nowhere = f'<span class="none">{_("nowhere")}</span>'
    became = called(STATUS[entity.status], languages)
    kind = _(TYPES[entity.type])
    return (
        f'<tr><th scope="row">{english}<br><small>{kind}</small></th><td>{"".join(parts) or nowhere}</td>'
        f'<td><span class="n n-{entity.status}">{_called(entity.status)}</span>: {became}{mend}{road}{why}</td></tr>'
    )


def quotes_panel(document: DocumentReport) -> str:
    """Every quotation, the damaged ones first: both wordings, both speakers, marks and content apart."""
    if not document.quotes:
        return ""
    order = list(CONTENT)
    ranked = sorted(document.quotes, key=lambda q: (-order.index(q.content), q.marks == "ok", q.start or 0))
    return _panel(document, "quotes", _("Quotations"), "".join(_quote(document, quote) for quote in ranked))


def _quote(document: DocumentReport, quote: QuoteVerdict) -> str:
    languages = spoken(document.language)
    nobody = NOBODY if quote.speaker or quote.original_speaker else ""
    english = spoken_as(languages.source_code)
    rows = [
        ("qi", f' lang="{line(languages.target_code)}"', quote.found, quote.speaker or nobody),
        ("qb", english, quote.back_translation, None),
        ("qe", english, quote.original, quote.original_speaker or nobody),
    ]
    wordings = "".join(
        f'<p class="{kind}"{lang}>{line(text)}{f" <cite>— {_speaker(speaker)}</cite>" if speaker else ""}</p>'
        for kind, lang, text, speaker in rows
        if text
    )
    facts = [f'<b class="v v-{quote.content}">{_(CONTENT[quote.content])}</b>', _(MARKS[quote.marks])]
    weighed = [SEVERITIES.index(f.severity) for f in document.findings if about(f, quote)]
    if weighed:
        severity = SEVERITIES[min(weighed)]
        facts.insert(1, f'{_("severity:")} <b class="s-{severity}">{_(SEVERITY_WORDS[severity])}</b>')
    if quote.note:
        facts.append(line(phrase(quote.note)))
    if quote.similarity is not None and quote.content != "faithful":
        alike = _("back-translation and {language} alike to {share}")
        facts.append(alike.format(language=languages.source, share=number(quote.similarity, ".0%")))
    if quote.original_document:
        facts.append(_("carried by {document}").format(document=f"<bdi>{line(quote.original_document)}</bdi>"))
    if quote.start is not None:
        facts.append(_("sentence {links}").format(links=_sentences(document, [quote.start])))
    return f'<div class="quote">{wordings}<p class="why">{"; ".join(facts)}</p></div>'


def _called(word: str) -> str:
    return _(NOT_CHECKED if word == "unverified" else word)


def _speaker(name: str) -> str:
    return f'<span lang="{language()}">{_(NOBODY)}</span>' if name == NOBODY else line(name)


def penalties_panel(document: DocumentReport) -> str:
    """Where the points went: area, rule, how many findings, how many points."""
    if not document.penalties:
        return ""
    worst = max(p.points for p in document.penalties)
    order = [*AREAS, "estimate"]
    rows = "".join(
        f'<tr><th scope="row">{_("Whole text") if p.area == "estimate" else _(AREAS[p.area])}</th>{_cause(p)}'
        f'<td class="num">−{number(p.points, ".1f")}</td><td>{points_bar(p.points, worst)}</td></tr>'
        for p in sorted(document.penalties, key=lambda p: (order.index(p.area), -p.points, p.rule))
    )
    head = "".join(f'<th scope="col">{_(h)}</th>' for h in _HEADS)
    table = f"<table><thead><tr>{head}<td></td></tr></thead><tbody>{rows}</tbody></table>"
    scroll = f'<div class="scroll" tabindex="0" role="group" aria-label="{_("Points lost")}">{table}</div>'
    return _panel(document, "penalties", _("How the points were lost"), scroll)


def _cause(penalty: Penalty) -> str:
    """The cells for rule, severity and number of findings; what was estimated of the whole text takes all three."""
    if penalty.area == "estimate":
        return f'<td colspan="3">{cause(penalty.rule)}</td>'
    severity = _(SEVERITY_WORDS[penalty.severity])
    return f'<td>{line(penalty.rule)}</td><td>{severity}</td><td class="num">{number(penalty.count, "d")}</td>'
