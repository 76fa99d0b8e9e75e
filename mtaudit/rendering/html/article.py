"""One article as a proof: Indonesian, back-translation and English sentence by sentence, notes in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from mtaudit.interface import _, advice, phrase
from mtaudit.interface import language as interface
from mtaudit.interface import number as figure
from mtaudit.model import DocumentReport, EntityStatus, Finding, Place, Segment
from mtaudit.places import occurrences, segment_of
from mtaudit.rendering.causes import reads_like, serious, taken
from mtaudit.rendering.html.anchors import anchor, finding_anchor, sentence_anchor, short
from mtaudit.rendering.html.charts import score_bar
from mtaudit.rendering.html.heat import Heat
from mtaudit.rendering.html.marking import Mark, marked
from mtaudit.rendering.html.panels import names_panel, penalties_panel, quotes_panel
from mtaudit.rendering.html.words import (
    AREAS,
    CATEGORIES,
    EVIDENCE,
    SEVERITY_WORDS,
    SOUND,
    STATUS,
    called,
    count,
    esc,
    line,
    spoken_as,
)
from mtaudit.rendering.interface import GateView, reasons
from mtaudit.rendering.rulebook import name_of
from mtaudit.rendering.scores import shown, unchecked
from mtaudit.rendering.spoken import Spoken, judged_by, spoken


def article(document: DocumentReport, gate: GateView | None = None) -> str:
    """The article view as an HTML `<article>`; all text escaped, no inline style or script."""
    rows = _rows_of(document)
    notes = _Notes(document, rows)
    head = short(document.id)
    original = "has-orig" if any(s.original for s in rows) else ""
    again = any(s.second_translations for s in rows)
    back = "has-back" if again or any(s.back_translation for s in rows) else ""
    languages = spoken(document.language)
    second = "; " + _("another machine’s {language}").format(language=languages.target) if again else ""
    estimated = " data-estimated" if document.word_faults else ""
    label = _("Sentences, with notes")
    parts = [
        f'<article class="doc" id="{anchor(document.id)}" aria-labelledby="{head}"{estimated}>',
        _header(document, head, gate),
        _elsewhere(notes),
        f'<div class="proof {original} {back}">',
        f'<p class="heads" aria-hidden="true"><span>{languages.target}</span>'
        + (f"<span>{_('Back-translation')}{second}</span>" if back else "")
        + (f"<span>{_('{language} original').format(language=languages.source)}</span>" if original else "")
        + f"<span>{_('Marginal notes')}</span></p>",
        f'<ol class="rows" aria-label="{label}">{"".join(_row(notes, s) for s in rows)}</ol></div>',
        f'<div class="panels"><div>{names_panel(document)}{penalties_panel(document)}</div>'
        f"{quotes_panel(document)}</div>",
        "</article>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _rows_of(document: DocumentReport) -> tuple[Segment, ...]:
    """The segments; the lines of the text where a report carries none."""
    if document.segments:
        return document.segments
    lines = re.finditer(r"[^\r\n]*\S[^\r\n]*", document.text)
    return tuple(Segment(i, m.start(), m.end(), m.group()) for i, m in enumerate(lines))


def _header(document: DocumentReport, head: str, gate: GateView | None) -> str:
    facts = [f"<span>{line(document.input)}</span>", f"<span>{count(document.words, 'word')}</span>"]
    if document.original is None:
        facts.append(f"<span>{_('no original: {basis}').format(basis=judged_by(document))}</span>")
    else:
        full = document.original.kind == "full"
        kind = (
            _("original {id}, similarity {similarity}")
            if full
            else _("passages found in {id}, similarity {similarity}")
        )
        alike = figure(document.original.similarity, ".2f")
        facts.append(f"<span>{kind.format(id=f'<bdi>{line(document.original.id)}</bdi>', similarity=alike)}</span>")
    machines = sorted({second.translator for s in document.segments for second in s.second_translations})
    if machines:
        again = _("{language} translated again by {machines}: a machine’s, no reference")
        again = again.format(language=spoken(document.language).source, machines=line(", ".join(machines)))
        facts.append(f"<span>{again}</span>")
    facts += [f"<span>{line(name)} {figure(value, '.1f')}</span>" for name, value in sorted(document.metrics.items())]
    if told := reads_like(document):
        facts.append(f'<span class="likeness">{told}</span>')
    scores = "".join(
        f'<div class="a-{area}"><dt>{_(word)}</dt><dd>{_score(getattr(document.scores, area))}'
        f"{score_bar(getattr(document.scores, area))}</dd></div>"
        for area, word in AREAS.items()
    )
    remarks = "".join(
        f'<p class="remark">{line(told[0].upper() + told[1:])}.</p>'
        for told in (taken(document), serious(document))
        if told
    )
    for told in unchecked([document]):
        remarks += f'<p class="remark">{_("Not checked: {reason}.").format(reason=line(told))}</p>'
    remarks += "".join(f'<p class="remark">{line(phrase(note))}</p>' for note in document.notes)
    for reason in reasons(document, gate) if gate is not None else ():
        remarks += f'<p class="remark fails">{_("Gate: {reason}").format(reason=line(phrase(reason)))}</p>'
    system = f'<p class="kicker">{line(document.system)}</p>' if document.system else ""
    title = line(document.title or "") or line(document.id)
    return (
        f'<header>{system}<h2 id="{head}"><bdi>{title}</bdi></h2><p class="facts">{" ".join(facts)}</p>'
        f'<dl class="scores">{scores}</dl>{remarks}</header>'
    )


def _score(score: float | None) -> str:
    return f'<span class="none">{_("not checked")}</span>' if score is None else shown(score)


class _Notes:
    """The findings of a document, numbered in the order of the text, and where their marks stand."""

    def __init__(self, document: DocumentReport, rows: Sequence[Segment]) -> None:
        self.document = document
        self.heat = Heat(document)
        self.elsewhere: list[Finding] = []
        found: list[tuple[int, int, Finding, int]] = []
        for order, finding in enumerate(document.findings):
            segment = segment_of(document, finding) if document.segments else None
            if segment is None and finding.start is not None:
                segment = next((s for s in rows if s.start <= finding.start < s.end), None)
            if segment is None:
                self.elsewhere.append(finding)
            else:
                place = finding.anchor if finding.start is None else finding.start
                found.append((segment.end if place is None else place, order, finding, segment.index))
        self.number: dict[int, int] = {}  # place in document.findings -> number in the margin
        self.by_index: dict[int, list[tuple[int, Finding]]] = {}
        for n, (__, order, finding, index) in enumerate(sorted(found, key=lambda f: f[:2]), 1):
            self.number[order] = n
            self.by_index.setdefault(index, []).append((n, finding))

    @cached_property
    def marks(self) -> list[Mark]:
        """All marks of the text: quotations outside, names inside, findings innermost."""
        return [*self._quotes_and_names(), *self._findings()]

    def _quotes_and_names(self) -> Iterator[Mark]:
        for quote in self.document.quotes:
            if quote.start is not None and quote.end is not None:
                kind = f"q q-{quote.content}" + ("" if quote.marks == "ok" else " q-marks")
                yield _plain(quote.start, quote.end, kind, 0)
        for entity in self.document.entities:
            for place in _places(entity.places, entity.start, entity.end):
                yield _name(place.start, place.end, entity.status, spoken(self.document.language))

    def _findings(self) -> Iterator[Mark]:
        for order, finding in enumerate(self.document.findings):
            number = self.number.get(order)
            if number is None or finding.start is None or finding.end is None:
                continue
            again = f'<span class="f f-{finding.severity}">'
            badge = f'<sup class="b b-{finding.severity}">{number}</sup></span>'
            rank = 10_000 - number  # of two findings on the same stretch the first number stands first
            yield Mark(finding.start, finding.end, self.opening(finding), badge, before_again=again, rank=rank)
            for place in finding.places:
                yield Mark(place.start, place.end, again, badge, before_again=again, rank=rank)

    def opening(self, finding: Finding, more: str = "") -> str:
        """The start tag of a mark that can be focused and is described by its note."""
        described = finding_anchor(self.document, finding)
        return f'<span class="f f-{finding.severity}{more}" tabindex="0" aria-describedby="{described}">'

    def note(self, number: int, finding: Finding) -> str:
        """The note in the margin: number, what is wrong, what to write instead; evidence; the permalink."""
        link = finding_anchor(self.document, finding)
        languages = spoken(self.document.language)
        badge = f'<a class="b b-{finding.severity}" href="#{link}">{number or "–"}</a>'
        mend = f' <b class="mend">{line(advice(finding.suggestion))}</b>' if finding.suggestion else ""
        rule = line(f"{finding.rule} {name_of(finding.rule)}") + f" ({_(CATEGORIES[finding.category])})"
        too = "".join(f" {_('Too:')} {line(phrase(other.message))} ({line(other.rule)})" for other in finding.also)
        sure = _("{share} sure").format(share=figure(finding.confidence, ".0%"))
        english = f'<q lang="{languages.source_code}">{line(finding.original)}</q>, ' if finding.original else ""
        return (
            f'<li class="note s-{finding.severity}" id="{link}">{badge} {line(phrase(finding.message))}{mend}'
            f'<small class="more">{_(SEVERITY_WORDS[finding.severity])}, {rule}: '
            f"{english}{called(EVIDENCE[finding.evidence], languages)}, {sure}.{too}"
            "</small></li>"
        )


def _plain(start: int, end: int, kind: str, rank: int) -> Mark:
    opening = f'<span class="{kind}">'
    return Mark(start, end, opening, "</span>", before_again=opening, rank=rank)


def _name(start: int, end: int, status: EntityStatus, languages: Spoken) -> Mark:
    """A name: class `n` alone where it is sound, `u` where nothing tells."""
    if status in SOUND or status == "unverified":
        opening = "<span class=u>" if status == "unverified" else "<span class=n>"
        return Mark(start, end, opening, "</span>", before_again=opening, rank=1)
    opening = f'<span class="n n-{status}" title="{called(STATUS[status], languages)}">'
    return Mark(start, end, opening, "</span>", before_again=opening, rank=1)


def _places(places: Sequence[Place], start: int | None, end: int | None) -> Sequence[Place]:
    if places:
        return places
    return () if start is None or end is None else (Place(start, end),)


def _elsewhere(notes: _Notes) -> str:
    if not notes.elsewhere:
        return ""
    items = "".join(notes.note(0, finding) for finding in notes.elsewhere)
    return (
        f'<section class="elsewhere"><h3>{_("On the article as a whole")}</h3><ul class="notes">{items}</ul></section>'
    )


def _row(notes: _Notes, segment: Segment) -> str:
    document = notes.document
    here = notes.by_index.get(segment.index, [])
    text, at = "", segment.start
    for place, number, finding in _missing(segment, here):
        text += marked(document.text, at, place, notes.marks)
        text += (
            f'{notes.opening(finding, " gap")}<span role="img" aria-label="{_("missing here")}">‸</span>'
            f'<sup class="b b-{finding.severity}">{number}</sup></span>'
        )
        at = place
    text += marked(document.text, at, segment.end, notes.marks)
    kind = "row para" if _begins_paragraph(document, segment) else "row"
    language = line(spoken(document.language).target_code)
    english = spoken_as(spoken(document.language).source_code)
    cells = [f'<p class="id" lang="{language}"{notes.heat.attribute(segment)}>{text}</p>']
    if segment.back_translation is not None or segment.second_translations:
        back = esc(segment.back_translation or "")
        cells.append(f'<p class="back"{english}>{back}{_again(segment, document)}</p>')
    if segment.original is not None:
        heat = notes.heat.original_attribute(segment)
        lost = [finding for _, finding in here if finding.start is None and finding.original]
        cells.append(f'<p class="orig"{english}{heat}>{_english(document, segment, lost)}</p>')
    if here:
        items = "".join(notes.note(number, finding) for number, finding in here)
        cells.append(f'<ul class="notes">{items}</ul>')
    return f'<li class="{kind}" id="{sentence_anchor(document, segment.index)}">{"".join(cells)}</li>\n'


def _missing(segment: Segment, here: Sequence[tuple[int, Finding]]) -> list[tuple[int, int, Finding]]:
    """Where something missing belongs in a sentence, with its note's number, in order; at its end where nothing says
    where."""
    found = []
    for number, finding in here:
        if finding.start is None:
            place = segment.end if finding.anchor is None else finding.anchor
            found.append((min(max(place, segment.start), segment.end), number, finding))
    return sorted(found, key=lambda row: row[:2])


def _again(segment: Segment, document: DocumentReport) -> str:
    """What other machines make of the same English; each under its name where there are several."""
    several, language = len(segment.second_translations) > 1, line(spoken(document.language).target_code)
    labelled = [
        (line(second.translator) if several else _("another machine"), esc(second.text))
        for second in segment.second_translations
    ]
    return "".join(
        f'<span class="again" lang="{language}"><small lang="{interface()}">{label}:</small> {text}</span>'
        for label, text in labelled
    )


def _begins_paragraph(document: DocumentReport, segment: Segment) -> bool:
    if not 0 < segment.index < len(document.segments):
        return False
    between = document.text[document.segments[segment.index - 1].end : segment.start]
    return "\n" in between or "\r" in between


def _english(document: DocumentReport, segment: Segment, lost: Sequence[Finding]) -> str:
    """The English with the names, quotations and other stretches marked that were `lost` or changed on the way."""
    text = segment.original or ""
    marks: list[Mark] = []
    for quote in document.quotes:
        at = text.find(quote.original) if quote.original else -1
        if quote.original and at >= 0:
            marks.append(_plain(at, at + len(quote.original), f"q q-{quote.content}", 0))
    for entity in document.entities:
        if entity.original and entity.status not in SOUND and entity.status != "unverified":
            for at in occurrences(text, entity.original):
                marks.append(_name(at, at + len(entity.original), entity.status, spoken(document.language)))
    for finding in lost:
        for at in occurrences(text, finding.original or "")[:1]:
            marks.append(_plain(at, at + len(finding.original or ""), f"f f-{finding.severity}", 2))
    return marked(text, 0, len(text), marks)
