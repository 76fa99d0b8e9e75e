"""Permalinks: a document by its id, a finding by document and fingerprint. They don't change with the order."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from urllib.parse import quote

from mtaudit.model import DocumentReport, Finding


@lru_cache(maxsize=64)
def anchor(document_id: str) -> str:
    """The `id` of a document's article, percent-encoded; `#` and this is its link."""
    return quote(document_id, safe="")


def finding_anchor(document: DocumentReport, finding: Finding) -> str:
    """`doc-id/fingerprint`."""
    return f"{anchor(document.id)}/{quote(finding.fingerprint, safe='')}"


def sentence_anchor(document: DocumentReport, index: int) -> str:
    """`x1a2b3c4d-4`, sentences counted from 1: short, for there are many of them."""
    return f"{short(document.id)}-{index + 1}"


@lru_cache(maxsize=64)
def short(document_id: str) -> str:
    """Eight hex digits for ids that are no permalinks (tooltips, headings)."""
    return "x" + hashlib.sha256(document_id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
