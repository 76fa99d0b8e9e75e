"""A comparison of several systems for the terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from textwrap import wrap

from msgspec.structs import replace

from mtaudit.compare import Mean, Measure, PairOfSystems, Standing, Systems
from mtaudit.harmless import one_line
from mtaudit.interface import _, ngettext, number
from mtaudit.rendering import scores
from mtaudit.rendering.colour import Color, painted
from mtaudit.rendering.markdown import escape
from mtaudit.rendering.scores import shown

_SHOWN = 20  # documents and pairs
_LABEL, _CELL = 12, 9  # columns


def letter(place: int) -> str:
    """A, B ... Z, AA, AB ..."""
    return letter(place // 26 - 1) + ascii_uppercase[place % 26] if place >= 26 else ascii_uppercase[place]


def terminal(found: Systems, width: int, color: Color) -> str:
    """The table, the overall score pair by pair, the documents that differ most; at most `width` columns."""
    return "\n".join(_terminal(found, max(width, 40), color)) + "\n"


def _terminal(found: Systems, width: int, color: Color) -> Iterator[str]:
    ranked, total = found.ranked, len(found.documents)
    letters = {place: letter(rank) for rank, place in enumerate(ranked)}
    for place in ranked:
        side = found.systems[place]
        told = f" ({_documents(side.documents)})"
        yield f"{letters[place]} {_cut(one_line(side.name), width - len(told) - len(letters[place]) - 1)}{told}"
    yield _("{documents} in all of them").format(documents=_documents(total))
    label = max([_LABEL, *(len(_(measure.name)) + 1 for measure in found.measures)])
    at_once = max(1, (width - label) // _CELL)
    for begin in range(0, len(ranked) if found.measures else 0, at_once):
        here = ranked[begin : begin + at_once]
        yield ""
        yield f"{'':{label}}" + "".join(f"{letters[place]:>{_CELL - 1}} " for place in here).rstrip()
        for measure in found.measures:
            cells = "".join(_cell(measure.means[place], color) for place in here)
            yield f"{_(measure.name):<{label}}{cells}".rstrip()
    if any(mean.surely_worse for measure in found.measures for mean in measure.means):
        legend = _("* surely worse than the best of its row (p < 0.05 after Holm's correction for all pairs)")
        yield from wrap(legend, width)
    for told in not_compared(found):
        yield from wrap(told, width)
    if found.measures:
        measure = found.measures[0]
        order = {found.systems[place].name: letters[place] for place in ranked}
        pairs = sorted(measure.pairs, key=lambda pair: -abs(pair.change))
        yield ""
        yield _("{measure}, pair by pair:").format(measure=_(measure.name))
        for pair in pairs[:_SHOWN]:
            yield _pair(pair, measure, order, color)
        if len(pairs) > _SHOWN:
            yield "  " + _("and {count} more in the JSON").format(count=number(len(pairs) - _SHOWN))
    differing = [document for document in found.documents if document.spread]
    if differing:
        yield ""
        yield _("documents that differ most, overall:")
        yield from (_document(document, ranked, letters, width) for document in differing[:_SHOWN])
        if len(differing) > _SHOWN:
            yield "  " + _("and {count} more").format(count=number(len(differing) - _SHOWN))
    for place in ranked:
        if ids := found.only[place]:
            yield ""
            names = ", ".join(map(one_line, ids[:_SHOWN])) + (" …" if len(ids) > _SHOWN else "")
            told = _("in {letter}, and not in all: {names}").format(letter=letters[place], names=names)
            yield from wrap(told, width, subsequent_indent="  ")
    yield ""
    yield from wrap(method(found), width)


def method(found: Systems) -> str:
    """How significance was reckoned."""
    return _(
        "paired bootstrap over documents (Koehn 2004), {resamples} resamples, seed {seed}; p-values of each measure "
        "with Holm's correction for its pairs"
    ).format(resamples=number(found.resamples), seed=found.seed)


def _documents(count: int) -> str:
    return ngettext("{count} document", "{count} documents", count).format(count=number(count))


def interval(low: float | None, high: float | None) -> str:
    """An interval in words; "" where there is none."""
    if low is None or high is None:
        return ""
    return _("{low} to {high}").format(low=number(low, "+.2f"), high=number(high, "+.2f"))


def not_compared(found: Systems) -> list[str]:
    """What was not judged of all systems: nowhere, or in some documents only."""
    judged = {one.name: one.documents for one in found.measures}
    nowhere, partly = _("Not judged of all: {areas}"), _("Means over those judged of all: {areas}")
    return scores.not_compared(judged, len(found.documents), nowhere, partly)


def verdict(pair: PairOfSystems) -> str:
    """How sure a difference is, in words."""
    if pair.adjusted is None:
        return _("too few documents")
    if not pair.change:
        return _("the same")
    return f"p = {number(pair.adjusted, '.3f')}" + ("" if pair.significant else f" {_('n.s.')}")


def ahead(pair: PairOfSystems, measure: Measure) -> PairOfSystems:
    """The pair with the better system second, so that the change is its lead over the other."""
    if not pair.change or (pair.change > 0) != measure.fewer_is_better:
        return pair
    low, high = (None if end is None else -end for end in (pair.high, pair.low))
    return replace(pair, first=pair.second, second=pair.first, change=-pair.change, low=low, high=high)


def _cell(mean: Mean, color: Color) -> str:
    text = f"{number(mean.mean, f'>{_CELL - 1}.2f')}{'*' if mean.surely_worse else ' '}"
    return painted(text, "green" if mean.best else "red" if mean.surely_worse else "", color)


def _pair(pair: PairOfSystems, measure: Measure, letters: dict[str, str], color: Color) -> str:
    one = ahead(pair, measure)
    span = f" ({interval(one.low, one.high)})" if interval(one.low, one.high) else ""
    lead = _("{better} over {other}").format(better=letters[one.second], other=letters[one.first])
    text = f"  {lead}  {number(one.change, '+.2f')}{span}  {verdict(one)}"
    return painted(text, "green" if one.significant else "", color)


def _document(document: Standing, ranked: tuple[int, ...], letters: dict[int, str], width: int) -> str:
    figures = "  ".join(f"{letters[place]} {shown(document.systems[place].scores.overall)}" for place in ranked)
    figures = figures if len(figures) <= width - 20 else f"{_ends(document, letters)}"
    room = max(12, width - len(figures) - 4)
    return f"  {_cut(one_line(document.title or document.id), room):<{room}}  {figures}"


def _ends(document: Standing, letters: dict[int, str]) -> str:
    """The best and the worst alone, where there is no room for all."""
    known = [(score, place) for place, one in enumerate(document.systems) if (score := one.scores.overall) is not None]
    (low, worst), (high, best) = min(known), max(known)
    return f"{letters[best]} {shown(high)} … {letters[worst]} {shown(low)}"


def _cut(name: str, room: int) -> str:
    return name if len(name) <= room else name[: max(1, room - 1)] + "…"


def markdown(found: Systems) -> str:
    """A table with a row a system, one of the pairs, and the documents that differ most with their findings."""
    return "\n".join(_markdown(found)).rstrip("\n") + "\n"


def _markdown(found: Systems) -> Iterator[str]:
    ranked, names = found.ranked, [escape(side.name) for side in found.systems]
    yield "# " + _("mtaudit: {count} systems compared").format(count=number(len(names)))
    yield ""
    yield _("{count} documents are in all of them.").format(count=number(len(found.documents)))
    yield ""
    if found.measures:
        yield f"| {_('system')} | " + " | ".join(_(measure.name) for measure in found.measures) + " |"
        yield "| --- |" + " ---: |" * len(found.measures)
        for place in ranked:
            means = [measure.means[place] for measure in found.measures]
            figures = [number(mean.mean, ".2f") for mean in means]
            cells = (
                f"**{figure}**" if mean.best else figure + r"\*" * mean.surely_worse
                for figure, mean in zip(figures, means, strict=True)
            )
            yield f"| {names[place]} | {' | '.join(cells)} |"
        yield ""
        worse = _("* surely worse than the best of its column (p < 0.05 after Holm's correction for all pairs)")
        yield f"**{_('best')}**; {escape(worse)}."
        for told in not_compared(found):
            yield f"\n{told}"
        measure = found.measures[0]
        yield ""
        yield "## " + _("Pair by pair: {measure}").format(measure=_(measure.name))
        yield ""
        yield f"| {_('better')} | {_('than')} | {_('by')} | {_('95 % interval')} | |"
        yield "| --- | --- | ---: | --- | --- |"
        for pair in sorted(measure.pairs, key=lambda pair: -abs(pair.change)):
            one = ahead(pair, measure)
            lead, span = number(one.change, "+.2f"), interval(one.low, one.high)
            yield f"| {escape(one.second)} | {escape(one.first)} | {lead} | {span} | {verdict(one)} |"
        yield ""
    differing = [document for document in found.documents if document.spread][:_SHOWN]
    if differing:
        yield f"## {_('Documents that differ most')}"
        yield ""
        yield f"| {_('document')} | " + " | ".join(names[place] for place in ranked) + f" | {_('spread')} |"
        yield "| --- |" + " ---: |" * (len(names) + 1)
        for document in differing:
            scores = " | ".join(shown(document.systems[place].scores.overall) for place in ranked)
            yield f"| {escape(document.title or document.id)} | {scores} | {shown(document.spread)} |"
        yield ""
    for place in ranked:
        if ids := found.only[place]:
            more = " …" if len(ids) > _SHOWN else ""
            told = ", ".join(map(escape, ids[:_SHOWN])) + more
            yield "- " + _("{system} has, and not all have: {documents}").format(system=names[place], documents=told)
    yield ""
    yield f"<sub>{escape(method(found))}</sub>"
