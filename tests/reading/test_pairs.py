"""`--pairs FILE`: rows into pairs, and what is said of bad ones."""

import json
from pathlib import Path

from mtaudit.model import Skipped
from mtaudit.reading import Pair, read_pairs


def test_rows_hold_texts_or_paths_relative_to_the_pairs_file(tmp_path: Path) -> None:
    """Inline and by path, with and without an original; the other fields are carried over."""
    (tmp_path / "id.txt").write_text("Judul\nHalo dunia.", encoding="utf-8")
    (tmp_path / "en.txt").write_text("Title\nHello world.", encoding="utf-8")
    rows = [
        {"id": "a", "translation": "Halo.", "original": "Hello.", "system": "s", "title": "T", "url": "https://x.test"},
        {"id": "b", "translation_path": "id.txt", "original_path": "en.txt"},
        {"id": "c", "translation": "Halo."},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    a, b, c = (p for p in read_pairs(str(path)) if isinstance(p, Pair))
    assert (a.translation.id, a.translation.system, a.translation.title) == ("a", "s", "T")
    assert a.translation.url == "https://x.test"
    assert a.original is not None
    assert (a.original.id, a.original.text) == ("a#original", "Hello.")
    assert (b.translation.id, b.translation.text, b.translation.title) == ("b", "Judul\nHalo dunia.", "Judul")
    assert b.translation.input == (tmp_path / "id.txt").as_posix()
    assert b.original is not None
    assert b.original.text == "Title\nHello world."
    assert c.original is None


def test_a_bad_row_names_its_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    """Broken JSON, a missing file, no translation, a number where text belongs."""
    path = tmp_path / "pairs.jsonl"
    path.write_text(
        '{"id": "a", "translation": "Halo."}\n{broken\n\n{"id": "b", "translation_path": "gone.txt"}\n'
        '{"id": "c", "original": "Hello."}\n{"id": "d", "translation": {"x": 1}}\n'
        '{"id": "e", "translation": "Dunia."}\n',
        encoding="utf-8",
    )
    items = list(read_pairs(str(path)))
    assert [i.translation.id for i in items if isinstance(i, Pair)] == ["a", "e"]
    skipped = [i for i in items if isinstance(i, Skipped)]
    assert [s.input for s in skipped] == [f"{path}:{n}" for n in (2, 4, 5, 6)]
    for part, skip in zip(("JSON", "gone.txt", "no translation", "neither text"), skipped, strict=True):
        assert part in skip.reason


def test_csv_and_tsv_with_quotation_marks_of_the_article(tmp_path: Path) -> None:
    """Tab-separated text keeps its own marks; a spreadsheet's doubled ones are undone; line breaks stay in the text."""
    raw = tmp_path / "raw.tsv"
    raw.write_text('id\ttranslation\toriginal\n1\t"Halo," kata dia\t"Hello," he said\n2\t"Ya."\t"Yes."\n', "utf-8")
    first, second = (p for p in read_pairs(str(raw)) if isinstance(p, Pair))
    assert first.translation.text == '"Halo," kata dia'
    assert second.translation.text == '"Ya."'
    sheet = tmp_path / "sheet.csv"
    sheet.write_text('id;translation\r\n1;"""Halo,"" kata dia\r\nlalu pergi"\r\n2;Ya\r\n', "utf-8")
    first, second = (p for p in read_pairs(str(sheet)) if isinstance(p, Pair))
    assert first.translation.text == '"Halo," kata dia\nlalu pergi'
    assert [(run.line, run.column) for run in second.translation.source_map] == [(4, 3)]


def test_an_unreadable_pairs_file_is_one_skip(tmp_path: Path) -> None:
    """With the path in it."""
    (item,) = read_pairs(str(tmp_path / "gone.jsonl"))
    assert isinstance(item, Skipped)
    assert "no such file" in item.reason
