"""The labelled sets in benchmarks/gold/: reading them, cutting them into articles, auditing them.

A set is named by folder and prefix: PREFIX.jsonl has the sentences, PREFIX.faults.jsonl, .entities.jsonl and
.quotes.jsonl their labels; gold/README.md says what stands in each.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # the program of this checkout

import mtaudit
from mtaudit.model import Report

GOLD = Path(__file__).with_name("gold")
ARTICLE = 5  # sentences
HUMAN = "human"  # stands where a system's name does
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The lines of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def beside(prefix: Path, part: str) -> Path:
    """The file of a set: `part` is "jsonl", "faults.jsonl" ..."""
    return prefix.with_name(f"{prefix.name}.{part}")


@dataclass(frozen=True)
class Article:
    """Sentences of one system, or of the human reference, joined by line feeds."""

    id: str
    system: str
    sentences: tuple[int, ...]  # their numbers
    texts: tuple[str, ...]
    originals: tuple[str, ...]

    def pair(self, original: bool) -> Row:
        """The article as a row of `--pairs`."""
        row = {"id": self.id, "system": self.system, "translation": "\n".join(self.texts)}
        return {**row, "original": "\n".join(self.originals)} if original else row

    def places(self) -> Iterator[tuple[int, int, int]]:
        """Number, start and end of each sentence in the article's text."""
        at = 0
        for sentence, text in zip(self.sentences, self.texts, strict=True):
            yield sentence, at, at + len(text)
            at += len(text) + 1


def articles(prefix: Path, size: int = ARTICLE) -> list[Article]:
    """A set of labelled faults in articles of `size` sentences: of every labelled system, and of the reference."""
    labelled = {(row["sent"], row["system"]) for row in rows(beside(prefix, "faults.jsonl"))}
    numbers = {sentence for sentence, _ in labelled}
    sentences = {row["sent"]: row for row in rows(beside(prefix, "jsonl")) if row["sent"] in numbers}
    ordered = sorted(sentences)
    found = []
    for at in range(0, len(ordered), size):
        block = ordered[at : at + size]
        for system in [*sorted({system for _, system in labelled}), HUMAN]:
            texts = [sentences[s]["ref"] if system == HUMAN else sentences[s]["hyp"][system] for s in block]
            english = [sentences[s]["en"] for s in block]
            found.append(Article(f"{system}/{block[0]}", system, tuple(block), tuple(texts), tuple(english)))
    return found


def labels(prefix: Path, cut: Iterable[Article]) -> Iterator[Row]:
    """The labels of a set as `mtaudit evaluate` reads them, for articles cut from it.

    Raises ValueError for a stretch that isn't in its sentence.
    """
    where = {}
    for article in cut:
        if article.system == HUMAN:
            yield {"document": article.id, "human": True}
        for (sentence, start, end), text in zip(article.places(), article.texts, strict=True):
            where[sentence, article.system] = article.id, start, end, text
    for row in rows(beside(prefix, "faults.jsonl")):
        document, start, end, text = where[row["sent"], row["system"]]
        stretch = row.get("stretch", "")
        if stretch:
            if stretch not in text:
                raise ValueError(f"{prefix.name}: {stretch!r} isn't in sentence {row['sent']} of {row['system']}")
            start += text.index(stretch)
            end = start + len(stretch)
        yield {"document": document, "start": start, "end": end} | {
            key: value for key, value in row.items() if key not in ("sent", "system")
        }


def write(path: Path, lines: Iterable[Row]) -> None:
    """Write JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in lines), encoding="utf-8")


def audit(pairs: Sequence[Row], **settings: Any) -> Report:
    """Audit rows of `--pairs`; no config file and no environment variable is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pairs.jsonl")
        write(path, pairs)
        return mtaudit.audit(pairs=path, **settings)
