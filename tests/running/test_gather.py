"""What a report says of the inputs that were read."""

from __future__ import annotations

import json
from pathlib import Path

import mtaudit
from mtaudit.model import Input

ENGLISH = "The president arrived in the capital on Monday and met the ministers there.\n"
ARTICLE = "“Presiden” tiba di ibu kota pada hari Senin dan bertemu dengan para menteri di sana.\n"


def test_each_input_once_with_format_encoding_and_language(tmp_path: Path, home: Path) -> None:
    """Rows of a file together; a file that a row names by itself; what holds originals alone comes last."""
    (tmp_path / "article.txt").write_bytes(ARTICLE.encode("cp1252"))
    (tmp_path / "english.txt").write_text(ENGLISH, encoding="utf-8")
    rows = [
        {"id": "1", "translation": ARTICLE, "original": ENGLISH},
        {"id": "2", "translation_path": "article.txt", "original_path": "english.txt"},
        {"id": "3", "translation": ARTICLE},
    ]
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    report = mtaudit.audit(pairs=pairs, back_translation=False)
    assert report.inputs == (
        Input(str(pairs), "jsonl", "utf-8", "id", ("2 translations, 1 original",)),
        Input(f"{tmp_path}/article.txt", "text", "cp1252", "id", ("not UTF-8: read as cp1252",)),
        Input(f"{tmp_path}/english.txt", "text", "utf-8", "en"),
    )


def test_an_area_whose_rules_are_left_out_is_not_judged(tmp_path: Path, home: Path) -> None:
    """`--select SUR` says nothing of names, however many there are."""
    (tmp_path / "a.txt").write_text(ARTICLE * 3, encoding="utf-8")
    (document,) = mtaudit.audit([tmp_path / "a.txt"], back_translation=False, select=("SUR",)).documents
    assert document.scores.surface is not None
    assert {item.cause for item in document.not_checked} == {"rules off"}
    assert len(document.not_checked) == 4


def test_a_suppressed_finding_proves_nothing(tmp_path: Path, home: Path) -> None:
    """Without it the area was not judged; the document counts it."""
    (tmp_path / "a.txt").write_text(ARTICLE * 2 + ENGLISH, encoding="utf-8")
    (judged,) = mtaudit.audit([tmp_path / "a.txt"], back_translation=False).documents
    assert judged.scores.adequacy is not None
    rule = {"rule": "ADQ", "reason": "a test"}
    (document,) = mtaudit.audit([tmp_path / "a.txt"], back_translation=False, suppress=[rule]).documents
    assert document.scores.adequacy is None
    assert document.suppressed == sum(f.category == "adequacy" for f in judged.findings) > 0


def test_english_under_an_indonesian_headline_is_a_translation_left_undone(tmp_path: Path, home: Path) -> None:
    """It is audited, each of its sentences told, and a note says why; without the headline it is an original."""
    (tmp_path / "a.txt").write_text("Presiden Tiba di Ibu Kota Lebih Awal\n\n" + ENGLISH, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "c.txt").write_text(ENGLISH, encoding="utf-8")
    report = mtaudit.audit([tmp_path], back_translation=False)
    assert {Path(d.input).name for d in report.documents} == {"a.txt", "b.txt"}
    undone = next(d for d in report.documents if d.input.endswith("a.txt"))
    assert [f.text for f in undone.findings if f.rule == "ADQ404"] == [ENGLISH.strip()]
    assert undone.notes == (
        "English text with a headline or a part in Indonesian: audited as a translation left undone",
    )
    assert all(not d.notes for d in report.documents if d is not undone)
