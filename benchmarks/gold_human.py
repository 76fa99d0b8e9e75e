"""Human translations of news must pass nearly unflagged: the alarms on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gold import audit, beside, rows
from gold_quotes import LOST_CONTENT

from mtaudit.model import DAMAGED_NAME, DocumentReport


@dataclass(frozen=True)
class Alarms:
    """Articles, those without a critical or major finding, words, names called damaged, quotations, those flagged."""

    documents: int
    quiet: int
    words: int
    names: int
    quotations: int
    flagged: int


def human(prefix: Path, **settings: Any) -> Alarms:
    """Audit whole articles, {"doc", "en": [...], "id": [...]} a line, with their originals."""
    pairs = [
        {"id": row["doc"], "translation": "\n".join(row["id"]), "original": "\n".join(row["en"])}
        for row in rows(beside(prefix, "jsonl"))
    ]
    return alarms(audit(pairs, **settings).documents)


def alarms(documents: Sequence[DocumentReport]) -> Alarms:
    """Count what is told in texts that people made."""
    quotations = [quote for document in documents for quote in document.quotes]
    return Alarms(
        len(documents),
        sum(all(finding.severity == "minor" for finding in document.findings) for document in documents),
        sum(len(document.text.split()) for document in documents),
        sum(name.status in DAMAGED_NAME for document in documents for name in document.entities),
        len(quotations),
        sum(quote.marks != "ok" or quote.content in LOST_CONTENT for quote in quotations),
    )
