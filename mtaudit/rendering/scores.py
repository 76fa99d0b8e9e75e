"""Scores as all formats write them, why some are missing, and the order from the worst article up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from mtaudit.interface import _, number, phrase
from mtaudit.judged import CALLED
from mtaudit.model import SEVERITIES, Area, DocumentReport
from mtaudit.rendering.interface import GateView, reasons

MISSING = "–"


def shown(score: float | None) -> str:
    """With one decimal; a dash for what was not judged."""
    return MISSING if score is None else number(score, ".1f")


def worst_articles_first(documents: Iterable[DocumentReport], gate: GateView | None = None) -> list[DocumentReport]:
    """From the worst article up: those that fail the gate; those too short for a score that have a critical or major
    finding; by overall score; the others without a score last. Alike, more and worse findings come first.
    """

    def order(document: DocumentReport) -> tuple[bool, int, float, list[int], str]:
        overall = document.scores.overall
        counts = [-sum(finding.severity == severity for finding in document.findings) for severity in SEVERITIES]
        place = 1 if overall is not None else 0 if any(counts[:2]) else 2
        return gate is None or not reasons(document, gate), place, overall or 0.0, counts, document.id

    return sorted(documents, key=order)


def unchecked(documents: Sequence[DocumentReport], called: Literal["documents", "articles"] = "documents") -> list[str]:
    """`numbers, adequacy (2 of 3 documents): no original to compare with`; the most frequent reason first."""
    counts = Counter((item.area, item.reason) for document in documents for item in document.not_checked)
    together: dict[tuple[str, int], list[Area]] = {}
    for area in CALLED:
        for (of, reason), count in counts.items():
            if of == area:
                together.setdefault((reason, count), []).append(area)
    told = []
    for (reason, count), areas in sorted(together.items(), key=lambda row: -row[0][1]):
        if called == "documents":
            many = _("all {all} documents") if count == len(documents) else _("{count} of {all} documents")
        else:
            many = _("all {all} articles") if count == len(documents) else _("{count} of {all} articles")
        many = f" ({many.format(count=number(count), all=number(len(documents)))})" if len(documents) > 1 else ""
        told.append(f"{', '.join(_(CALLED[area]) for area in areas)}{many}: {phrase(reason)}")
    return told


def not_compared(judged: Mapping[str, int], documents: int, nowhere: str, partly: str) -> list[str]:
    """What could not be compared at all, and what in some documents only; in the words of two messages with `{areas}`.

    `judged`: area -> in how many of the documents it was judged on all sides; none where in no document.
    """
    never = [_(CALLED[area]) for area in CALLED if area not in judged]
    some = [
        _("{area} in {count} of {all}").format(area=_(CALLED[area]), count=number(judged[area]), all=number(documents))
        for area in CALLED
        if 0 < judged.get(area, documents) < documents
    ]
    told = [nowhere.format(areas=", ".join(never))] if never and documents else []
    return told + ([partly.format(areas=", ".join(some))] if some else [])
