"""Scores as all formats write them, and why some are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from mtaudit.interface import _, number, phrase
from mtaudit.judged import CALLED
from mtaudit.model import Area, DocumentReport

MISSING = "–"


def shown(score: float | None) -> str:
    """With one decimal; a dash for what was not judged."""
    return MISSING if score is None else number(score, ".1f")


def worst_overall(document: DocumentReport) -> tuple[bool, float, str]:
    """Order of documents from the lowest overall score up, those without one last."""
    overall = document.scores.overall
    return overall is None, overall or 0.0, document.id


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
