"""Comparisons: for the terminal, as JSON, as Markdown and as a page. Those of several systems are in `several.py`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import Literal

from mtaudit.compare import Change, Comparison, DocumentChange, Seen, Systems
from mtaudit.errors import UsageError
from mtaudit.harmless import json_harmless, one_line
from mtaudit.interface import _, ngettext, number, phrase
from mtaudit.rendering import scores, several
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
        told = _("-o {target}: the name tells no format of a comparison; known: *.html, *.json, *.md, *.txt")
        raise UsageError(told.format(target=target)) from None


def write_comparison(comparison: Comparison | Systems, targets: Sequence[str]) -> None:
    """Write the comparison to every file; all names are looked at before the first is made. Raises UsageError."""
    parsed = [(Path(target), comparison_format(target)) for target in targets]
    for path, name in parsed:
        write_file(path, [render_comparison(comparison, name)])


def verdict(change: Change) -> str:
    """How sure a difference is, in words."""
    if change.p_value is None:
        return _("too few documents")
    if not change.change:
        return _("the same")
    return f"p = {number(change.p_value, '.3f')}" + ("" if change.significant else f" {_('n.s.')}")


def _terminal(comparison: Comparison, width: int, color: Color) -> str:
    before, after = one_line(comparison.before.name), one_line(comparison.after.name)
    lines = [
        f"A {before} ({_documents(comparison.before.documents)})",
        f"B {after} ({_documents(comparison.after.documents)}), "
        + _("{count} in both").format(count=number(len(comparison.documents))),
        "",
    ]
    if comparison.changes:
        names = [_(c.name) for c in comparison.changes]
        room = max(10, *(len(name) + 1 for name in names))
        lines.append(f"{'':{room}}{'A':>8}{'B':>8}{_('change'):>9}  {_('95 % interval'):<18}")
        for name, c in zip(names, comparison.changes, strict=True):
            figures = f"{number(c.before, '>8.2f')}{number(c.after, '>8.2f')}{number(c.change, '>+9.2f')}"
            row = f"{name:<{room}}{figures}  {_interval(c):<18} {verdict(c)}"
            lines.append(painted(row.rstrip(), _STYLES[better_or_worse(c)] if c.significant else "", color))
        lines += [line for told in _not_compared(comparison) for line in wrap(told, width)]
        lines.append("")
    counts = comparison.findings
    lines.append(
        _("findings: {gone} gone, {new} new, {still} still there").format(
            gone=number(counts.gone), new=number(counts.new), still=number(counts.still)
        )
    )
    for kind, title, documents in (
        ("worse", _("worse"), _worse(comparison)),
        ("better", _("better"), _better(comparison)),
    ):
        if documents:
            lines += ["", f"{title}:"]
            lines += [painted(_document_line(d, width), _STYLES[kind], color) for d in documents[:_SHOWN]]
            if len(documents) > _SHOWN:
                lines.append("  " + _("and {count} more").format(count=number(len(documents) - _SHOWN)))
    for name, ids in (("A", comparison.only_before), ("B", comparison.only_after)):
        if ids:
            only = _("only in {name}: {documents}").format(name=name, documents=", ".join(map(one_line, ids[:_SHOWN])))
            lines += ["", only + (" …" if ids[_SHOWN:] else "")]
    method = _("paired bootstrap over documents (Koehn 2004), {resamples} resamples, seed {seed}")
    lines += ["", method.format(resamples=number(comparison.resamples), seed=comparison.seed)]
    return "\n".join(lines) + "\n"


def _documents(count: int) -> str:
    return ngettext("{count} document", "{count} documents", count).format(count=number(count))


def _interval(change: Change) -> str:
    if change.low is None or change.high is None:
        return ""
    return _("{low} to {high}").format(low=number(change.low, "+.2f"), high=number(change.high, "+.2f"))


def _worse(comparison: Comparison) -> list[DocumentChange]:
    return [d for d in comparison.documents if (d.change.overall or 0.0) < 0]


def _better(comparison: Comparison) -> list[DocumentChange]:
    return [d for d in reversed(comparison.documents) if (d.change.overall or 0.0) > 0]


def _not_compared(comparison: Comparison) -> list[str]:
    """What was not judged on both sides: nowhere, or in some documents only."""
    judged = {one.name: one.documents for one in comparison.changes}
    nowhere, partly = _("Not judged on both sides: {areas}"), _("Means over those judged on both sides: {areas}")
    return scores.not_compared(judged, len(comparison.documents), nowhere, partly)


def _document_line(document: DocumentChange, width: int) -> str:
    before, after = shown(document.before.overall), shown(document.after.overall)
    figures = f"{before:>6} → {after:>5} ({number(document.change.overall or 0.0, '+.1f')})"
    counts = _("{gone} gone, {new} new").format(gone=number(len(document.gone)), new=number(len(document.new)))
    room = max(12, width - len(figures) - len(counts) - 8)
    name = one_line(document.title or document.id)
    name = name if len(name) <= room else name[: room - 1] + "…"
    return f"  {name:<{room}}  {figures}  {counts}"


def _markdown(comparison: Comparison) -> str:
    lines = [f"# {_('mtaudit: two reports compared')}", ""]
    head = _("A is {before}, B is {after}; {count} documents are in both.")
    lines.append(head.format(
        before=escape(comparison.before.name), after=escape(comparison.after.name),
        count=number(len(comparison.documents)),
    ))  # fmt: skip
    lines += ["", f"| | A | B | {_('change')} | {_('95 % interval')} | |", "| --- | ---: | ---: | ---: | --- | --- |"]
    for c in comparison.changes:
        figures = f"{number(c.before, '.2f')} | {number(c.after, '.2f')} | {number(c.change, '+.2f')}"
        lines.append(f"| {_(c.name)} | {figures} | {_interval(c)} | {verdict(c)} |")
    lines += [f"\n{told}" for told in _not_compared(comparison)]
    counts = comparison.findings
    found = _("Findings: {gone} gone, {new} new, {still} still there.").format(
        gone=number(counts.gone), new=number(counts.new), still=number(counts.still)
    )
    lines += ["", found, ""]
    for document in [*_worse(comparison)[:_SHOWN], *_better(comparison)[:_SHOWN]]:
        lines += [f"## {escape(document.title or document.id)} ({number(document.change.overall or 0.0, '+.1f')})", ""]
        lines += [f"- {_('new')}: {_seen(seen)}" for seen in document.new[:_SHOWN]]
        lines += [f"- {_('gone')}: {_seen(seen)}" for seen in document.gone[:_SHOWN]]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _seen(seen: Seen) -> str:
    finding = seen.finding
    return f"**{_(finding.severity)}** {escape(finding.rule)} {escape(phrase(finding.message))}"
