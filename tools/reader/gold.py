"""The labelled sets as the reader's fit needs them: articles of one system, faults by sentence, words that agree.

A set is benchmarks/gold/<name>.jsonl with <name>.faults.jsonl (FAULTS.md there says how they were labelled).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SETS = ("faults-dev", "faults-more", "faults-good")
SYSTEMS = ("argos", "opusmt", "nllb", "google", "microsoft", "bergamot-tiny")
WEAK = SYSTEMS[:3]
GOOD = SYSTEMS[3:]
HUMAN = "human"
AGREED = ("google", "microsoft")  # beside the reference, the translations that vouch for a word
SIZE = 5  # sentences an article
SEVERITY = {"minor": 1, "major": 2, "critical": 3}


@dataclass(frozen=True, slots=True)
class Article:
    """`SIZE` sentences of one system; `lines` as audited, beside the English."""

    system: str
    sentences: tuple[int, ...]
    lines: tuple[str, ...]
    english: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def places(self) -> Iterator[tuple[int, int, int]]:
        """(sentence, start, end) of each line in the text."""
        at = 0
        for sentence, line in zip(self.sentences, self.lines, strict=True):
            yield sentence, at, at + len(line)
            at += len(line) + 1


@dataclass(frozen=True, slots=True)
class Fault:
    """A labelled fault by its place in the sentence; `start` = `end` where something is missing."""

    start: int
    end: int
    severity: int  # 1 minor, 2 major, 3 critical
    alone: bool  # visible without the original
    kind: str
    english: str


@dataclass(frozen=True)
class Gold:
    """Sentences by number; which systems' versions of each were labelled; their faults."""

    rows: dict[int, dict]
    labelled: frozenset[tuple[int, str]]
    faults: dict[tuple[int, str], list[Fault]]

    def version(self, sentence: int, system: str) -> str:
        row = self.rows[sentence]
        return row["ref"] if system == HUMAN else row["hyp"][system]

    def articles(self) -> list[Article]:
        """All that is fitted on: labelled versions, weak systems' other versions, and the human translations."""
        found = []
        numbers = sorted(self.rows)
        for first in range(numbers[0], numbers[-1] + 1, SIZE):
            block = tuple(n for n in range(first, first + SIZE) if n in self.rows)
            english = tuple(self.rows[n]["en"] for n in block)
            for system in (*SYSTEMS, HUMAN):
                if system in (*WEAK, HUMAN) or (block[0], system) in self.labelled:
                    lines = tuple(self.version(n, system) for n in block)
                    found.append(Article(system, block, lines, english))
        return found


def read(folder: Path) -> Gold:
    """FLORES dev with the labels of all sets."""
    rows = {row["sent"]: row for row in _lines(folder / "flores-dev.jsonl")}
    labelled, faults = set(), defaultdict(list)
    for name in SETS:
        for label in _lines(folder / f"{name}.faults.jsonl"):
            key = (label["sent"], label["system"])
            labelled.add(key)
            if label.get("none"):
                continue
            start = rows[key[0]]["hyp"][key[1]].find(label["stretch"]) if label["stretch"] else -1
            end = start + len(label["stretch"]) if start >= 0 else -1
            faults[key].append(
                Fault(start, end, SEVERITY[label["severity"]], label["visible"] == "alone", label["kind"], label["en"])
            )
    return Gold(rows, frozenset(labelled), dict(faults))


def human_news(path: Path) -> list[Article]:
    """ntrex-human.jsonl: human translations of news, an article a line."""
    return [Article(HUMAN, tuple(range(len(row["id"]))), tuple(row["id"]), tuple(row["en"])) for row in _lines(path)]


def _lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
