"""Name verdicts held against labels of what six systems made of the names of each sentence.

A damaged name counts as found where a verdict says damaged of a name that shares half of its words, of the shorter of
the two; such a verdict on a name that the labels don't call damaged, or don't list, is a false alarm.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gold import Row, audit, beside, rows

from mtaudit.model import DAMAGED_NAME, DocumentReport

Labels = dict[tuple[int, str], dict[str, str]]  # (sentence, system) -> name -> status


@dataclass(frozen=True)
class Detection:
    """What was found of what there is, and what was found beside it."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.false)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, 2 * self.hits + self.false + self.missed)


def names(prefix: Path, **settings: Any) -> Detection:
    """Audit the sentences from the first labelled one to the last, one a document, with their originals."""
    labels, sentences = labelled(prefix)
    pairs = [
        {"id": f"{row['sent']}/{system}", "system": system, "translation": row["hyp"][system], "original": row["en"]}
        for row in sentences
        for system in sorted(row["hyp"])
    ]
    documents = {document.id: document for document in audit(pairs, **settings).documents}
    return sum_of(
        [
            compare(labels.get((row["sent"], system), {}), damaged(documents[f"{row['sent']}/{system}"]))
            for row in sentences
            for system in row["hyp"]
        ]
    )


def plain_search(prefix: Path) -> Detection:
    """What is found by calling every name damaged that doesn't stand in the translation letter by letter."""
    labels, sentences = labelled(prefix)
    texts = {(row["sent"], system): text.lower() for row in sentences for system, text in row["hyp"].items()}
    return sum_of(
        [compare(own, [name for name in own if name.lower() not in texts[place]]) for place, own in labels.items()]
    )


def labelled(prefix: Path) -> tuple[Labels, list[Row]]:
    """The labels of a set, and its sentences from the first labelled one to the last."""
    labels: Labels = defaultdict(dict)
    for row in rows(beside(prefix, "entities.jsonl")):
        labels[row["sent"], row["system"]][row["entity"]] = row["status"]
    numbers = [sentence for sentence, _ in labels]
    sentences = [r for r in rows(beside(prefix, "jsonl")) if min(numbers) <= r["sent"] <= max(numbers)]
    return labels, sentences


def damaged(document: DocumentReport) -> list[str]:
    """The English names that the audit calls damaged."""
    return [e.original for e in document.entities if e.status in DAMAGED_NAME and e.original]


def compare(labels: dict[str, str], told: list[str]) -> Detection:
    """One sentence of one system."""
    wrong = [name for name, status in labels.items() if status in DAMAGED_NAME]
    hits = sum(any(same(name, other) for other in told) for name in wrong)
    false = sum(not any(same(name, other) for name in wrong) for other in told)
    return Detection(hits, false, len(wrong) - hits)


def sum_of(parts: list[Detection]) -> Detection:
    return Detection(sum(p.hits for p in parts), sum(p.false for p in parts), sum(p.missed for p in parts))


def same(one: str, other: str) -> bool:
    """Whether half of the words of the shorter name stand in the other."""
    x, y = _words(one), _words(other)
    return bool(x and y) and len(x & y) / min(len(x), len(y)) >= 0.5


def _words(text: str) -> set[str]:
    return {w.strip(".,;:'\"()").lower() for w in text.replace("-", " ").split()} - {"the", "of", "and", ""}
