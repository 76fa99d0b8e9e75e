"""Reports of schema "1", as version 0.1 wrote them, made into those of schema "2"."""

from __future__ import annotations

from typing import Any

import msgspec

from mtaudit import judged, scoring
from mtaudit.model import DocumentReport, Report

_BASIS = {None: "alone", "full": "original", "partial": "partial"}


def convert(data: dict[str, Any]) -> Report:
    """The report that `data`, the JSON of schema "1", is now. Raises msgspec.ValidationError where it is none.

    What could not be judged gets no score, as today; which numbers the texts had, and which rules the settings left
    out, an old report doesn't say: there its scores stand. It doesn't tell how its inputs were read, either.
    """
    held = data.get("documents")
    documents = [_document(d) if isinstance(d, dict) else d for d in held] if isinstance(held, list) else held
    report = msgspec.convert({**data, "schema_version": "2", "inputs": [], "documents": documents}, Report)
    done = tuple(map(_judged, report.documents))
    summary = msgspec.structs.replace(report.summary, scores=scoring.mean([d.scores for d in done]))
    return msgspec.structs.replace(report, documents=done, summary=summary)


def _document(old: dict[str, Any]) -> dict[str, Any]:
    original = old.get("original")
    kind = original.get("kind") if isinstance(original, dict) else None
    new: dict[str, Any] = {
        "estimate": None,
        "gate": None,
        "not_checked": [],
        "suppressed": 0,
        "basis": _BASIS.get(kind),
    }
    return {"notes": [], "penalties": [], "source_map": [], **new, **old}


def _judged(document: DocumentReport) -> DocumentReport:
    unjudged = judged.again(document, document.findings)
    kept = dict.fromkeys(item.area for item in unjudged)
    return msgspec.structs.replace(
        document, not_checked=unjudged, scores=msgspec.structs.replace(document.scores, **kept)
    )
