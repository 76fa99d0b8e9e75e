"""A comparison of several systems for the terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from textwrap import wrap

from msgspec.structs import replace

from mtaudit.compare import Mean, Measure, PairOfSystems, Standing, Systems
from mtaudit.harmless import one_line
from mtaudit.judged import CALLED
from mtaudit.rendering.colour import Color, painted
from mtaudit.rendering.markdown import escape
from mtaudit.rendering.scores import shown

_SHOWN = 20  # documents and pairs
_LABEL, _CELL = 12, 9  # columns
_LEGEND = "* surely worse than the best of its row (p < 0.05 after Holm's correction for all pairs)"


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
        told = f" ({side.documents} {'document' if side.documents == 1 else 'documents'})"
        yield f"{letters[place]} {_cut(one_line(side.name), width - len(told) - len(letters[place]) - 1)}{told}"
    yield f"{total} {'document' if total == 1 else 'documents'} in all of them"
    at_once = max(1, (width - _LABEL) // _CELL)
    for begin in range(0, len(ranked) if found.measures else 0, at_once):
        here = ranked[begin : begin + at_once]
        yield ""
        yield f"{'':{_LABEL}}" + "".join(f"{letters[place]:>{_CELL - 1}} " for place in here).rstrip()
        for measure in found.measures:
            cells = "".join(_cell(measure.means[place], color) for place in here)
            yield f"{measure.name:<{_LABEL}}{cells}".rstrip()
    if any(mean.surely_worse for measure in found.measures for mean in measure.means):
        yield from wrap(_LEGEND, width)
    for told in not_compared(found):
        yield from wrap(told, width)
    if found.measures:
        measure = found.measures[0]
        order = {found.systems[place].name: letters[place] for place in ranked}
        pairs = sorted(measure.pairs, key=lambda pair: -abs(pair.change))
        yield ""
        yield f"{measure.name}, pair by pair:"
        for pair in pairs[:_SHOWN]:
            yield _pair(pair, measure, order, color)
        if len(pairs) > _SHOWN:
            yield f"  and {len(pairs) - _SHOWN} more in the JSON"
    differing = [document for document in found.documents if document.spread]
    if differing:
        yield ""
        yield "documents that differ most, overall:"
        yield from (_document(document, ranked, letters, width) for document in differing[:_SHOWN])
        if len(differing) > _SHOWN:
            yield f"  and {len(differing) - _SHOWN} more"
    for place in ranked:
        if ids := found.only[place]:
            yield ""
            names = ", ".join(map(one_line, ids[:_SHOWN])) + (" …" if len(ids) > _SHOWN else "")
            yield from wrap(f"in {letters[place]}, and not in all: {names}", width, subsequent_indent="  ")
    yield ""
    yield from wrap(method(found), width)


def method(found: Systems) -> str:
    """How significance was reckoned."""
    return (
        f"paired bootstrap over documents (Koehn 2004), {found.resamples} resamples, seed {found.seed}; p-values of "
        "each measure with Holm's correction for its pairs"
    )


def not_compared(found: Systems) -> list[str]:
    """What was not judged of all systems: nowhere, or in some documents only."""
    counts = {measure.name: measure.documents for measure in found.measures}
    total, names = len(found.documents), [*CALLED]
    nowhere = [CALLED[area] for area in names if area not in counts]
    partly = [f"{CALLED[area]} in {counts[area]} of {total}" for area in names if 0 < counts.get(area, total) < total]
    told = [f"Not judged of all: {', '.join(nowhere)}"] if nowhere and total else []
    return told + ([f"Means over those judged of all: {', '.join(partly)}"] if partly else [])


def verdict(pair: PairOfSystems) -> str:
    """How sure a difference is, in words."""
    if pair.adjusted is None:
        return "too few documents"
    if not pair.change:
        return "the same"
    return f"p = {pair.adjusted:.3f}" + ("" if pair.significant else " n.s.")


def ahead(pair: PairOfSystems, measure: Measure) -> PairOfSystems:
    """The pair with the better system second, so that the change is its lead over the other."""
    if not pair.change or (pair.change > 0) != measure.fewer_is_better:
        return pair
    low, high = (None if end is None else -end for end in (pair.high, pair.low))
    return replace(pair, first=pair.second, second=pair.first, change=-pair.change, low=low, high=high)


def _cell(mean: Mean, color: Color) -> str:
    text = f"{mean.mean:>{_CELL - 1}.2f}{'*' if mean.surely_worse else ' '}"
    return painted(text, "green" if mean.best else "red" if mean.surely_worse else "", color)


def _pair(pair: PairOfSystems, measure: Measure, letters: dict[str, str], color: Color) -> str:
    one = ahead(pair, measure)
    span = "" if one.low is None or one.high is None else f" ({one.low:+.2f} to {one.high:+.2f})"
    text = f"  {letters[one.second]} over {letters[one.first]}  {one.change:+.2f}{span}  {verdict(one)}"
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
    yield f"# mtaudit: {len(names)} systems compared"
    yield ""
    yield f"{len(found.documents)} documents are in all of them."
    yield ""
    if found.measures:
        yield "| system | " + " | ".join(measure.name for measure in found.measures) + " |"
        yield "| --- |" + " ---: |" * len(found.measures)
        for place in ranked:
            means = [measure.means[place] for measure in found.measures]
            cells = (f"**{m.mean:.2f}**" if m.best else f"{m.mean:.2f}" + r"\*" * m.surely_worse for m in means)
            yield f"| {names[place]} | {' | '.join(cells)} |"
        yield ""
        yield "**best**; " + escape(_LEGEND.replace("row", "column")) + "."
        for told in not_compared(found):
            yield f"\n{told}"
        measure = found.measures[0]
        yield ""
        yield f"## Pair by pair: {measure.name}"
        yield ""
        yield "| better | than | by | 95 % interval | |"
        yield "| --- | --- | ---: | --- | --- |"
        for pair in sorted(measure.pairs, key=lambda pair: -abs(pair.change)):
            one = ahead(pair, measure)
            span = "" if one.low is None or one.high is None else f"{one.low:+.2f} to {one.high:+.2f}"
            yield f"| {escape(one.second)} | {escape(one.first)} | {one.change:+.2f} | {span} | {verdict(one)} |"
        yield ""
    differing = [document for document in found.documents if document.spread][:_SHOWN]
    if differing:
        yield "## Documents that differ most"
        yield ""
        yield "| document | " + " | ".join(names[place] for place in ranked) + " | spread |"
        yield "| --- |" + " ---: |" * (len(names) + 1)
        for document in differing:
            scores = " | ".join(shown(document.systems[place].scores.overall) for place in ranked)
            yield f"| {escape(document.title or document.id)} | {scores} | {document.spread:.1f} |"
        yield ""
    for place in ranked:
        if ids := found.only[place]:
            more = " …" if len(ids) > _SHOWN else ""
            yield f"- {names[place]} has, and not all have: {', '.join(map(escape, ids[:_SHOWN]))}{more}"
    yield ""
    yield f"<sub>{escape(method(found))}</sub>"
