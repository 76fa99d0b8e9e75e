"""Findings made from places: what every rule does once it knows where."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.case import Case
from mtaudit.model import Evidence, Finding, Place, Severity
from mtaudit.rules.registry import Rule

Span = tuple[int, int]  # start and end in the document's text


def finding(
    rule: Rule,
    case: Case,
    spans: Sequence[Span],
    message: str,
    *,
    severity: Severity | None = None,
    original: str | None = None,
    suggestion: str | None = None,
    confidence: float = 1.0,
    evidence: Evidence = "translation",
    anchor: int | None = None,
) -> Finding:
    """A finding whose first place is the first of `spans` (none: nothing in the text stands for it, which may belong at
    `anchor`)."""
    start, end = spans[0] if spans else (None, None)
    return Finding(
        rule=rule.code,
        category=rule.category,
        severity=severity or rule.severity,
        message=message,
        start=start,
        end=end,
        text=None if start is None else case.text[start:end],
        original=original,
        suggestion=suggestion,
        confidence=confidence,
        evidence=evidence,
        places=tuple(Place(a, b) for a, b in spans[1:]),
        anchor=anchor,
    )
