"""Which verdict on a quotation a finding is about."""

from __future__ import annotations

from mtaudit.model import DocumentReport, Finding, QuoteVerdict


def about(finding: Finding, quote: QuoteVerdict) -> bool:
    """Whether a finding on quotations is about this one."""
    if finding.category != "quote":
        return False
    if finding.start is None or finding.end is None or quote.start is None or quote.end is None:
        return finding.start is None and quote.start is None and finding.original == quote.original
    near = finding.original == quote.original and finding.original is not None
    return near or (finding.start < quote.end and quote.start < finding.end)


def came_back_as(document: DocumentReport, finding: Finding) -> str | None:
    """What the quotation that a finding is about says when it is translated back; None where nothing tells."""
    if finding.category != "quote":
        return None
    return next((q.back_translation for q in document.quotes if q.back_translation and about(finding, q)), None)
