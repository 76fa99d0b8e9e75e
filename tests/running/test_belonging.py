"""Which text a run takes as the original of which translation, and what it says where a given one does not belong."""

from __future__ import annotations

import json
from pathlib import Path

import mtaudit
from mtaudit.model import DocumentReport, Report
from tests.originals.articles import BANK, ELEPHANT, FERRY, english, indonesian
from tests.originals.test_belonging import RIVAL

NOTE = "does not look like the original of this"
OTHER = [*english(BANK), *english(ELEPHANT)]


def write(folder: Path, **texts: list[str]) -> dict[str, str]:
    """Name of each text -> path of its file."""
    for name, lines in texts.items():
        (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {name: str(folder / f"{name}.txt") for name in texts}


def audited(inputs: list[str], *originals: str, **options: object) -> Report:
    return mtaudit.audit(inputs, originals=originals, back_translation=False, second_translation=False, **options)


def basis(report: Report) -> dict[str, str | None]:
    """Name of each document -> id of its original."""
    return {Path(d.input).stem: d.original and Path(d.original.id).stem for d in report.documents}


def alone(document: DocumentReport) -> bool:
    """Whether nothing was held against an original."""
    missing = {item.area: item.cause for item in document.not_checked}
    return (
        document.original is None
        and document.basis == "alone"
        and document.scores.number is document.scores.adequacy is None
        and missing.get("number") == missing.get("adequacy") == "mismatch"
        and not any(finding.original for finding in document.findings)
    )


def test_a_folder_may_be_named_for_translations_and_originals_alike(tmp_path: Path, home: Path) -> None:
    """No translation is an original, be it its own or a copy's; each English text counts once."""
    write(tmp_path, ferry=indonesian(FERRY), ferry_en=english(FERRY), bank=indonesian(BANK), copy=indonesian(BANK))
    report = audited([str(tmp_path)], str(tmp_path))
    assert basis(report) == {"ferry": "ferry_en", "bank": None, "copy": None}
    assert not any(document.mismatch or document.notes for document in report.documents)
    assert [item.notes for item in report.inputs] == [()] * 4


def test_english_under_an_indonesian_headline_is_not_its_own_original(tmp_path: Path, home: Path) -> None:
    """It was left undone, and is audited; as an original it would prove itself right."""
    left = ["Feri Tenggelam di Lepas Pantai Norwegia Utara", *english(FERRY)]
    write(tmp_path, left=left, bank=indonesian(BANK))
    report = audited([str(tmp_path)], str(tmp_path))
    assert basis(report) == {"left": None, "bank": None}


def test_an_original_that_does_not_belong_is_told(tmp_path: Path, home: Path) -> None:
    """One translation and one original: nothing is held against it, and no score pretends so."""
    paths = write(tmp_path, ferry=indonesian(FERRY), other=OTHER)
    (document,) = audited([paths["ferry"]], paths["other"]).documents
    assert NOTE in document.notes[0]
    assert document.mismatch == paths["other"]
    assert alone(document)


def test_of_few_words_nothing_is_told(tmp_path: Path, home: Path) -> None:
    """One translation and one original of a line each: too little to say that they don't belong together."""
    paths = write(tmp_path, ferry=indonesian(FERRY)[:1], bank=english(BANK)[:1])
    (document,) = audited([paths["ferry"]], paths["bank"]).documents
    assert (document.original, document.mismatch, document.notes) == (None, None, ())


def test_no_name_is_held_against_an_original_that_does_not_belong(tmp_path: Path, home: Path) -> None:
    """Though it has the name in another spelling, which another text of the run would be evidence for."""
    texts = [line.replace("Hovland", "Hovlannd") for line in indonesian(FERRY)]
    paths = write(tmp_path, ferry=texts, other=[*OTHER, "Captain Lars Hovland of Bergen was there.", *english(BANK)])
    (document,) = audited([paths["ferry"]], paths["other"]).documents
    assert document.mismatch == paths["other"]
    assert "Hovland" not in repr(document.entities) + repr(document.findings)


def test_a_translation_given_as_an_original_is_told(tmp_path: Path, home: Path) -> None:
    """It is in Indonesian; the input says so, too."""
    paths = write(tmp_path, ferry=indonesian(FERRY), bank=[*indonesian(BANK), *indonesian(ELEPHANT)])
    report = audited([paths["ferry"]], paths["bank"])
    (document,) = report.documents
    assert document.notes == (f"{paths['bank']} {NOTE}: it is in Indonesian",)
    assert alone(document)
    assert report.inputs[1].notes == ("1 text in Indonesian, so no original",)


def test_of_another_report_only_passages_count(tmp_path: Path, home: Path) -> None:
    paths = write(tmp_path, ferry=indonesian(FERRY), rival=RIVAL)
    (document,) = audited([paths["ferry"]], paths["rival"]).documents
    assert document.original is not None
    assert (document.original.kind, document.basis) == ("partial", "partial")
    assert NOTE in document.notes[0]
    assert document.scores.number is document.scores.adequacy is None
    both = audited([paths["ferry"], *write(tmp_path, bank=indonesian(BANK)).values()], paths["rival"])
    assert not any(document.notes for document in both.documents), "of a pool, only some belong to anything"


def test_rows_of_pairs(tmp_path: Path, home: Path) -> None:
    """Swapped originals are told, with the one that does belong; the right row is held against its own."""
    far = [*indonesian(BANK), *indonesian(ELEPHANT)]
    rows = [
        {"id": "swapped", "translation": "\n".join(indonesian(FERRY)), "original": "\n".join(OTHER)},
        {"id": "right", "translation": "\n".join(far), "original": "\n".join(OTHER)},
        {"id": "itself", "translation": "\n".join(far), "original": "\n".join(far)},
        {"id": "english", "translation": "\n".join(OTHER), "original": "\n".join(OTHER)},
        {"id": "short", "translation": indonesian(FERRY)[0], "original": english(BANK)[0]},
    ]
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    paths = write(tmp_path, ferry_en=english(FERRY))
    found = {d.id: d for d in mtaudit.audit(
        originals=[paths["ferry_en"]], pairs=pairs, back_translation=False, second_translation=False
    ).documents}  # fmt: skip
    assert NOTE in found["swapped"].notes[0]
    assert found["swapped"].notes[0].endswith(f"; {paths['ferry_en']} does")
    assert alone(found["swapped"])
    right = found["right"]
    assert right.notes == ()
    assert right.original is not None
    assert 0.5 < right.original.similarity < 0.95, "measured, not taken for granted"
    for name in ("itself", "english"):
        assert found[name].notes == (f"The original given with it {NOTE}: it is the same text",)
        assert found[name].original is None
    assert {f.rule for f in found["english"].findings} >= {"ADQ404"}
    assert found["short"].original is not None, "one sentence doesn't tell"
