"""Quotation verdicts held against labels of what six systems made of the quotations of each sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gold import Row, audit, beside, rows
from gold_names import Detection

from mtaudit.model import DocumentReport, QuoteVerdict

LOST_CONTENT = frozenset({"major", "dropped"})


@dataclass(frozen=True)
class Quotations:
    """Damaged marks, damaged content, and of all quotations the number and how many the audit found none for."""

    marks: Detection
    content: Detection
    labels: int
    absent: int


def quotes(prefix: Path, **settings: Any) -> Quotations:
    """Audit the labelled sentences, one a document, with their originals."""
    labels = rows(beside(prefix, "quotes.jsonl"))
    sentences = {row["sent"]: row for row in rows(beside(prefix, "jsonl"))}
    pairs = [
        {
            "id": f"{sentence}/{system}", "system": system,
            "translation": sentences[sentence]["hyp"][system], "original": sentences[sentence]["en"],
        }
        for sentence, system in sorted({(row["sent"], row["system"]) for row in labels})
    ]  # fmt: skip
    documents = {document.id: document for document in audit(pairs, **settings).documents}
    return compare([(row, verdict(documents[f"{row['sent']}/{row['system']}"], row["quote"])) for row in labels])


def compare(judged: list[tuple[Row, QuoteVerdict | None]]) -> Quotations:
    """Labels beside verdicts; without a verdict nothing is told."""

    def detection(wrong: Callable[[Row], bool], told: Callable[[QuoteVerdict], bool]) -> Detection:
        pairs = [(wrong(row), found is not None and told(found)) for row, found in judged]
        return Detection(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))

    return Quotations(
        detection(lambda row: row["marks"] != "ok", lambda found: found.marks != "ok"),
        detection(lambda row: row["content"] in LOST_CONTENT, lambda found: found.content in LOST_CONTENT),
        len(judged),
        sum(found is None for _, found in judged),
    )


def verdict(document: DocumentReport, quote: str) -> QuoteVerdict | None:
    """The verdict on the longest quotation whose letters hold the labelled one's or stand in them."""
    wanted = _letters(quote)
    near = [
        (len(row.original), -number)
        for number, row in enumerate(document.quotes)
        if row.original
        and _letters(row.original)
        and (_letters(row.original) in wanted or wanted in _letters(row.original))
    ]
    return document.quotes[-max(near)[1]] if near else None


def _letters(text: str) -> str:
    return "".join(c.lower() for c in text if c.isalnum())
