"""Why an article is bad, in one line: what stands beside it where articles are listed."""

from __future__ import annotations

from mtaudit.interface import phrase
from mtaudit.model import DocumentReport, Finding
from mtaudit.places import worst_first
from mtaudit.rendering.causes import taken
from mtaudit.rendering.habits import told_once
from mtaudit.rendering.interface import GateView, reasons


def worst_finding(document: DocumentReport) -> Finding | None:
    """The first of the findings as they are told, worst first; None where there is none."""
    return next(iter(worst_first(told_once(document.findings))), None)


def why(document: DocumentReport, gate: GateView | None = None) -> str:
    """The worst finding's message; else why the gate fails it; else what takes points of the text as a whole; or ""."""
    worst = worst_finding(document)
    if worst is not None:
        return phrase(worst.message)
    failed = reasons(document, gate) if gate is not None else ()
    return phrase(failed[0]) if failed else taken(document) or ""
