"""Comparisons: for the terminal, as JSON, as Markdown and as a page. Those of several systems are in `several.py`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import Literal

from mtaudit.compare import Change, Comparison, DocumentChange, Seen, Systems
from mtaudit.errors import UsageError
from mtaudit.harmless import json_harmless, one_line
from mtaudit.judged import CALLED
from mtaudit.rendering import several
from mtaudit.rendering.colour import Color, painted
from mtaudit.rendering.html.comparison import better_or_worse, comparison_page
from mtaudit.rendering.html.several import systems_page
from mtaudit.rendering.markdown import escape
from mtaudit.rendering.registry import write_file
from mtaudit.rendering.scores import shown

ComparisonFormat = Literal["terminal", "json", "html", "markdown"]
_SUFFIXES: dict[str, ComparisonFormat] = {
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".txt": "terminal",
}
_SHOWN = 20
_STYLES = {"better": "green", "worse": "red", "": ""}


def render_comparison(
    comparison: Comparison | Systems,
    format: ComparisonFormat = "terminal",
    *,
    width: int = 80,
    color: Color = "never",
) -> str:
    """The comparison as text, ending in a newline; `width` is that of the terminal, which alone has colours.

    What is better is green, what is worse red: means where the difference is significant, and all documents.
    """
    if format == "json":
        return json_harmless(comparison.to_json())
    if isinstance(comparison, Systems):
        if format == "terminal":
            return several.terminal(comparison, width, color)
        return systems_page(comparison) if format == "html" else several.markdown(comparison)
    if format == "terminal":
        return _terminal(comparison, width, color)
    return comparison_page(comparison) if format == "html" else _markdown(comparison)


def comparison_format(target: str) -> ComparisonFormat:
    """The format that a file's name tells; raises UsageError naming the known ones."""
    try:
        return _SUFFIXES[Path(target).suffix.lower()]
    except KeyError:
        raise UsageError(
            f"-o {target}: the name tells no format of a comparison; known: *.html, *.json, *.md, *.txt"
        ) from None


def write_comparison(comparison: Comparison | Systems, targets: Sequence[str]) -> None:
    """Write the comparison to every file; all names are looked at before the first is made. Raises UsageError."""
    parsed = [(Path(target), comparison_format(target)) for target in targets]
    for path, name in parsed:
        write_file(path, [render_comparison(comparison, name)])


def verdict(change: Change) -> str:
    """How sure a difference is, in words."""
    if change.p_value is None:
        return "too few documents"
    if not change.change:
        return "the same"
    return f"p = {change.p_value:.3f}" + ("" if change.significant else " n.s.")


def _terminal(comparison: Comparison, width: int, color: Color) -> str:
    before, after = one_line(comparison.before.name), one_line(comparison.after.name)
    lines = [
        f"A {before} ({comparison.before.documents} documents)",
        f"B {after} ({comparison.after.documents} documents), {len(comparison.documents)} in both",
        "",
    ]
    if comparison.changes:
        lines.append(f"{'':10}{'A':>8}{'B':>8}{'change':>9}  {'95 % interval':<18}")
        for c in comparison.changes:
            interval = "" if c.low is None or c.high is None else f"{c.low:+.2f} to {c.high:+.2f}"
            row = f"{c.name:<10}{c.before:>8.2f}{c.after:>8.2f}{c.change:>+9.2f}  {interval:<18} {verdict(c)}"
            lines.append(painted(row.rstrip(), _STYLES[better_or_worse(c)] if c.significant else "", color))
        lines += [line for told in _not_compared(comparison) for line in wrap(told, width)]
        lines.append("")
    counts = comparison.findings
    lines.append(f"findings: {counts.gone} gone, {counts.new} new, {counts.still} still there")
    for title, documents in (("worse", _worse(comparison)), ("better", _better(comparison))):
        if documents:
            lines += ["", f"{title}:"]
            lines += [painted(_document_line(d, width), _STYLES[title], color) for d in documents[:_SHOWN]]
            if len(documents) > _SHOWN:
                lines.append(f"  and {len(documents) - _SHOWN} more")
    for name, ids in (("A", comparison.only_before), ("B", comparison.only_after)):
        if ids:
            lines += ["", f"only in {name}: {', '.join(map(one_line, ids[:_SHOWN]))}" + (" …" if ids[_SHOWN:] else "")]
    lines += [
        "",
        f"paired bootstrap over documents (Koehn 2004), {comparison.resamples} resamples, seed {comparison.seed}",
    ]
    return "\n".join(lines) + "\n"


def _worse(comparison: Comparison) -> list[DocumentChange]:
    return [d for d in comparison.documents if (d.change.overall or 0.0) < 0]


def _better(comparison: Comparison) -> list[DocumentChange]:
    return [d for d in reversed(comparison.documents) if (d.change.overall or 0.0) > 0]


def _not_compared(comparison: Comparison) -> list[str]:
    """What was not judged on both sides: nowhere, or in some documents only."""
    counts = {change.name: change.documents for change in comparison.changes}
    total, names = len(comparison.documents), [*CALLED]
    nowhere = [CALLED[area] for area in names if area not in counts]
    partly = [f"{CALLED[area]} in {counts[area]} of {total}" for area in names if 0 < counts.get(area, total) < total]
    told = [f"Not judged on both sides: {', '.join(nowhere)}"] if nowhere and total else []
    return told + ([f"Means over those judged on both sides: {', '.join(partly)}"] if partly else [])


def _document_line(document: DocumentChange, width: int) -> str:
    before, after = shown(document.before.overall), shown(document.after.overall)
    figures = f"{before:>6} → {after:>5} ({document.change.overall or 0.0:+.1f})"
    counts = f"{len(document.gone)} gone, {len(document.new)} new"
    room = max(12, width - len(figures) - len(counts) - 8)
    name = one_line(document.title or document.id)
    name = name if len(name) <= room else name[: room - 1] + "…"
    return f"  {name:<{room}}  {figures}  {counts}"


def _markdown(comparison: Comparison) -> str:
    lines = ["# mtaudit: two reports compared", ""]
    lines.append(
        f"A is {escape(comparison.before.name)}, B is {escape(comparison.after.name)}; "
        f"{len(comparison.documents)} documents are in both."
    )
    lines += ["", "| | A | B | change | 95 % interval | |", "| --- | ---: | ---: | ---: | --- | --- |"]
    for c in comparison.changes:
        interval = "" if c.low is None or c.high is None else f"{c.low:+.2f} to {c.high:+.2f}"
        lines.append(f"| {c.name} | {c.before:.2f} | {c.after:.2f} | {c.change:+.2f} | {interval} | {verdict(c)} |")
    lines += [f"\n{told}" for told in _not_compared(comparison)]
    counts = comparison.findings
    lines += ["", f"Findings: {counts.gone} gone, {counts.new} new, {counts.still} still there.", ""]
    for document in [*_worse(comparison)[:_SHOWN], *_better(comparison)[:_SHOWN]]:
        lines += [f"## {escape(document.title or document.id)} ({document.change.overall or 0.0:+.1f})", ""]
        lines += [f"- new: {_seen(seen)}" for seen in document.new[:_SHOWN]]
        lines += [f"- gone: {_seen(seen)}" for seen in document.gone[:_SHOWN]]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _seen(seen: Seen) -> str:
    finding = seen.finding
    return f"**{finding.severity}** {escape(finding.rule)} {escape(finding.message)}"
