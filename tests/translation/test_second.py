"""Originals translated once more: what stands in the report, under whose name, and when it is no evidence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mtaudit.translation.independence import NEARLY_EQUAL, likeness
from tests.conftest import Run

ENGLISH = [
    "Minister arrives in Jakarta on Monday.",
    "The foreign secretary came to meet the president of the country and his ministers.",
    "She told reporters that the talks would go on until Friday.",
    "The two governments have not met for seven years.",
]
INDONESIAN = [
    "Menteri tiba di Jakarta pada hari Senin.",
    "Menteri luar negeri datang untuk menemui presiden negara itu dan para menterinya.",
    "Dia mengatakan kepada wartawan bahwa pembicaraan akan berlangsung hingga Jumat.",
    "Kedua pemerintah tidak bertemu selama tujuh tahun.",
]


def row(tmp_path: Path, translation: list[str], original: list[str] | None = None) -> Path:
    path = tmp_path / "pairs.jsonl"
    pair = {"id": "a", "translation": "\n".join(translation), "original": "\n".join(original or ENGLISH)}
    path.write_text(json.dumps(pair) + "\n", encoding="utf-8")
    return path


def audited(mtaudit: Run, *arguments: str | Path) -> dict[str, Any]:
    done = mtaudit("audit", *arguments, "--no-back-translation", "--format", "json")
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_every_aligned_sentence_shows_what_another_machine_makes_of_its_english(
    mtaudit: Run, tmp_path: Path, tiny_second: Path
) -> None:
    """The report has the second translation of each sentence's English under the package's name, and its SHA-256."""
    pairs = row(tmp_path, INDONESIAN)
    report = audited(mtaudit, "--pairs", pairs, "--second-model", tiny_second)
    lines = mtaudit("translate", "--model", tiny_second, input="\n".join(ENGLISH) + "\n").stdout.splitlines()
    (translator,) = report["run"]["second_translators"]
    assert translator["name"] == "translate-en_id-tiny"
    assert f"second:translate-en_id-tiny-1.0-{translator['sha256'][:8]}" in report["run"]["signature"]
    for segment, line in zip(report["documents"][0]["segments"], lines, strict=True):
        (second,) = segment["second_translations"]
        assert second["translator"] == translator["name"]
        assert " ".join(second["text"].split()) == line


@pytest.mark.parametrize("option", ["--no-second-translation", "--no-translation"])
def test_it_can_be_switched_off(mtaudit: Run, tmp_path: Path, tiny_second: Path, option: str) -> None:
    """Neither a name nor a text of a second translator is left in the report."""
    report = audited(mtaudit, "--pairs", row(tmp_path, INDONESIAN), "--second-model", tiny_second, option)
    assert report["run"]["second_translators"] == []
    assert all(segment["second_translations"] == [] for segment in report["documents"][0]["segments"])


def test_a_feed_made_by_the_same_engine_has_no_witness_in_it(mtaudit: Run, tmp_path: Path) -> None:
    """Where the audited text is the bundled translator's own, its translation is left out, and a note says so."""
    made = mtaudit("translate", input="\n".join(ENGLISH) + "\n").stdout.splitlines()
    (own,) = audited(mtaudit, "--pairs", row(tmp_path, made))["documents"]
    assert all(segment["second_translations"] == [] for segment in own["segments"])
    assert any("translate-en_id-mtaudit nearly equals this text (100 %" in note for note in own["notes"])
    (other,) = audited(mtaudit, "--pairs", row(tmp_path, INDONESIAN))["documents"]
    assert [len(segment["second_translations"]) for segment in other["segments"]] == [1] * len(INDONESIAN)
    assert other["notes"] == []


def test_the_html_report_names_it_a_machines(mtaudit: Run, tmp_path: Path, tiny_second: Path) -> None:
    """Beside the back-translation, labelled as no reference."""
    pairs = row(tmp_path, INDONESIAN)
    done = mtaudit(
        "audit", "--pairs", pairs, "--no-back-translation", "--second-model", tiny_second, "-q", "-o", "r.html"
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "English translated again by translate-en_id-tiny: a machine’s, no reference" in page
    assert page.count("another machine:") == len(INDONESIAN)


def test_translate_gives_a_line_a_line(mtaudit: Run, tiny_second: Path) -> None:
    """One line in, one line out, in order; a blank line stays blank."""
    done = mtaudit("translate", "--model", tiny_second, input="The president is ready.\n\nTroops arrived.\n")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.split("\n")
    assert len(lines) == 4
    assert lines[0]
    assert lines[1] == ""


def test_a_package_of_the_other_direction_is_refused(mtaudit: Run, tiny_package: Path, tiny_second: Path) -> None:
    """One line that names the package and the pair that is needed; exit 2."""
    for command, package, needed in (("translate", tiny_package, "en-id"), ("backtranslate", tiny_second, "id-en")):
        done = mtaudit(command, "--model", package, input="x\n")
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1
        assert package.name in done.stderr
        assert f"{needed} is needed" in done.stderr


def test_likeness_counts_words_in_order() -> None:
    """Capitals and marks don't count, other words and another order do; two versions of different make stay below."""
    text = "Dia mengatakan kepada wartawan bahwa pembicaraan akan berlangsung hingga Jumat."
    assert likeness([(text, text.upper().replace(".", "!"))]) == 1.0
    assert likeness([(text, "")]) == likeness([]) == 0.0
    assert likeness([("satu dua tiga empat", "satu dua empat tiga")]) == 0.75
    other = "Ia memberi tahu para wartawan bahwa perundingan berlanjut sampai hari Jumat."
    assert likeness([(text, other)]) < NEARLY_EQUAL
