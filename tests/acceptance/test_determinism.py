"""The same input gives the same bytes, whatever the number of processes."""

from __future__ import annotations

import json
from pathlib import Path

import mtaudit
from mtaudit.model import Report
from tests.acceptance.invented import Invented, articles

PAIRS = 12


def audited(folder: Path, invented: list[Invented], jobs: int) -> Report:
    rows = [
        {"id": a.id, "system": a.system, "translation": a.translation}
        | ({"original": a.original} if a.original else {})
        for a in invented
    ]
    path = folder / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return mtaudit.audit(pairs=path, cache=str(folder), jobs=jobs)  # translated once: only judging goes elsewhere


def test_two_processes_say_the_same_as_one(tmp_path: Path, home: Path) -> None:
    """All findings, scores and probabilities: what is kept with a text does not change on its way elsewhere."""
    one, two = (audited(tmp_path, articles(PAIRS), jobs) for jobs in (1, 2))
    assert one.documents == two.documents
    assert any(document.word_faults for document in one.documents)
    assert one.summary == two.summary
