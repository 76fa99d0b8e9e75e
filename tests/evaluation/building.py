"""Small reports and labels whose figures can be counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mtaudit.evaluation.evaluate import evaluate
from mtaudit.evaluation.labels import read_labels
from mtaudit.evaluation.result import Evaluation, FaultRow, Group
from mtaudit.model import DocumentReport, Original, Report, Scores, WordFault
from tests.rendering.building import document, report

TEXT = "satu dua tiga empat lima\nenam tujuh delapan sembilan sepuluh"  # ten words, two segments
ORIGINAL = Original("original", "full", 1.0, "one two three four five\nsix seven eight nine ten")


def scored(overall: float) -> Scores:
    return Scores(overall, 100.0, 100.0, 100.0, 100.0, 100.0)


def probable(id: str, fault: list[float], serious: list[float] | None = None, **more: Any) -> DocumentReport:
    """The text with a probability for each of its first words."""
    places, at = [], 0
    for word in TEXT.split():
        at = TEXT.index(word, at)
        places.append((at, at + len(word)))
        at += len(word)
    rows = zip(places, fault, serious or fault, strict=False)
    return document(id, TEXT, word_faults=tuple(WordFault(*place, p, q) for place, p, q in rows), **more)


def write(path: Path, *lines: dict[str, Any]) -> Path:
    """A file of labels."""
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def held(documents: list[DocumentReport], path: Path, *lines: dict[str, Any]) -> Evaluation:
    """A report of the documents held against labels."""
    made: Report = report(documents)
    return evaluate(made, read_labels([write(path / "labels.jsonl", *lines)]))


def rows(group: Group) -> dict[str, FaultRow]:
    return {row.name: row for row in group.faults}
