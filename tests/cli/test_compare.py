"""`mtaudit compare` and `mtaudit report` through the installed command."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Run

GOOD = "Ini satu-satunya jalan bagi negara-negara itu untuk maju bersama pada tahun ini.\n"
BAD = GOOD.replace("-", " -")


@pytest.fixture
def reports(mtaudit: Run, tmp_path: Path) -> tuple[str, str]:
    """The same two articles as a careful and as a careless system left them."""
    for name, text in (("careful", GOOD), ("careless", BAD)):
        (tmp_path / name).mkdir()
        for number in range(3):
            (tmp_path / name / f"{number}.txt").write_text(text, encoding="utf-8")
        done = mtaudit("audit", ".", "--no-translation", "--quiet", "-o", f"../{name}.json", cwd=tmp_path / name)
        assert done.returncode == 0, done.stderr
    return "careless.json", "careful.json"


def test_what_got_better_is_said(mtaudit: Run, tmp_path: Path, reports: tuple[str, str]) -> None:
    """Both names, the direction, and files in the formats asked for."""
    done = mtaudit("compare", *reports, "-o", "diff.html", "-o", "diff.json")
    assert done.returncode == 0, done.stderr
    assert "careless" in done.stdout
    assert "careful" in done.stdout
    change = {c["name"]: c["change"] for c in json.loads((tmp_path / "diff.json").read_text())["changes"]}
    assert change["surface"] > 0
    assert (tmp_path / "diff.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_colours_of_a_comparison(mtaudit: Run, reports: tuple[str, str]) -> None:
    """Better is green where colours are asked for; a pipe has none, and the words are the same."""
    coloured = mtaudit("compare", *reports, "--color", "always").stdout
    assert "\x1b[32m" in coloured
    assert "\x1b[31m" in mtaudit("compare", *reversed(reports), "--color", "always").stdout
    plain = mtaudit("compare", *reports).stdout
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "\x1b" not in plain


def test_a_report_against_itself_has_not_changed(mtaudit: Run, tmp_path: Path, reports: tuple[str, str]) -> None:
    """Nothing gone, nothing new."""
    done = mtaudit("compare", reports[0], reports[0], "--quiet", "-o", "same.json")
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "same.json").read_text())["findings"]
    assert (found["gone"], found["new"]) == (0, 0)


def test_a_finished_report_is_rendered_again(mtaudit: Run, tmp_path: Path, reports: tuple[str, str]) -> None:
    """`report` writes the same JSON back and other formats beside it, without the articles being there."""
    before = (tmp_path / reports[0]).read_text(encoding="utf-8")
    done = mtaudit("report", reports[0], "-o", "again.json", "-o", "again.md", "-o", "again.html")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "again.json").read_text(encoding="utf-8") == before
    assert "SUR501" in (tmp_path / "again.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "not json", "{}", '{"schema_version": "99"}', '{"schema_version": "1"}', "[1]"])
def test_what_is_no_report_is_told_in_one_line(mtaudit: Run, tmp_path: Path, text: str) -> None:
    """Exit 2, the file named."""
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    for arguments in (("report", "x.json"), ("compare", "x.json", "x.json")):
        done = mtaudit(*arguments)
        assert done.returncode == 2
        assert "x.json" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_several_systems_make_a_table(mtaudit: Run, tmp_path: Path, reports: tuple[str, str]) -> None:
    """Every format; names by option, by the system of a report, else by file; two of one name are told apart."""
    rows = [{"id": f"{n}.txt", "translation": BAD if n else GOOD, "system": "nllb"} for n in range(3)]
    (tmp_path / "rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    for name in ("third", "fourth"):
        done = mtaudit("audit", "--pairs", "rows.jsonl", "--no-translation", "--quiet", "-o", f"{name}.json")
        assert done.returncode == 0, done.stderr
    files = [f"t.{ending}" for ending in ("html", "json", "md", "txt")]
    done = mtaudit("compare", *reports, "third.json", "fourth.json", *(part for f in files for part in ("-o", f)))
    assert done.returncode == 0, done.stderr
    assert [line.rpartition(" (")[0] for line in done.stdout.splitlines()[:4]] == [
        "A careful", "B nllb (third)", "C nllb (fourth)", "D careless",
    ]  # fmt: skip
    told = json.loads((tmp_path / "t.json").read_text())
    assert [side["name"] for side in told["systems"]] == ["careless", "careful", "nllb (third)", "nllb (fourth)"]
    surface = next(measure for measure in told["measures"] if measure["name"] == "surface")
    assert [mean["best"] for mean in surface["means"]] == [False, True, False, False]
    assert len(surface["pairs"]) == 6
    assert (tmp_path / "t.txt").read_text() == done.stdout
    assert (tmp_path / "t.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    done = mtaudit("compare", *reports, "third.json", "--name", "x", "--name", "y", "--name", "z")
    assert done.stdout.startswith("A y ")
    for wrong in ((*reports, "--name", "x"), (*reports, "third.json", "--names", "a", "b"), reports[:1], ()):
        done = mtaudit("compare", *wrong)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1


def test_two_reports_are_called_by_their_systems(mtaudit: Run, tmp_path: Path) -> None:
    """Where each is of one."""
    for name, text in (("nllb", GOOD), ("opus", BAD)):
        (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "a", "translation": text, "system": name}))
        mtaudit("audit", "--pairs", "rows.jsonl", "--no-translation", "--quiet", "-o", f"{name}-17.json")
    done = mtaudit("compare", "opus-17.json", "nllb-17.json")
    assert done.stdout.startswith("A opus (1 document)\nB nllb (1 document)")
