"""Reports of schema "1" are still read: a real one, as the program wrote it when that was its schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtaudit.errors import ReportError
from mtaudit.model import SCHEMA_VERSION, Scores
from mtaudit.reports import load
from tests.conftest import Run

OLD = Path(__file__).parent / "data" / "schema_1.json"
DATA = json.loads(OLD.read_text(encoding="utf-8"))


def test_an_old_report_gets_the_fields_of_today() -> None:
    """Nothing that it says is lost, but for scores of what nothing could tell of."""
    report = load(OLD)
    assert report.schema_version == SCHEMA_VERSION
    assert [d.basis for d in report.documents] == ["original", "alone", "alone"]
    talks, rain, short = (d.scores for d in report.documents)
    assert talks == Scores(**DATA["documents"][0]["scores"])
    assert rain == Scores(96.0, None, None, None, None, 96.0)
    assert short == Scores(None, None, None, None, None, 100.0)
    assert report.documents[2].not_checked[0].area == "overall"
    assert report.summary.scores == Scores(83.7, 81.4, 100.0, 90.0, 100.0, 98.67)
    for new, old in zip(report.documents, DATA["documents"], strict=True):
        assert [f.fingerprint for f in new.findings] == [f["fingerprint"] for f in old["findings"]]
        assert (new.text, len(new.entities), len(new.penalties)) == (
            old["text"], len(old["entities"]), len(old["penalties"]),
        )  # fmt: skip


@pytest.mark.parametrize("change", [{"documents": 3}, {"documents": [3]}, {"documents": [{}]}, {"summary": None}])
def test_what_is_no_report_of_schema_1_is_told_in_one_line(tmp_path: Path, change: dict[str, object]) -> None:
    """A ReportError that names the file."""
    path = tmp_path / "broken.json"
    path.write_text(json.dumps({**DATA, **change}), encoding="utf-8")
    with pytest.raises(ReportError, match=r"broken\.json: not a JSON report of mtaudit"):
        load(path)


def test_gate_compare_and_report_take_it(mtaudit: Run, tmp_path: Path) -> None:
    """The gate judges it, a comparison sets it beside itself, and it is rendered again, as schema 2."""
    assert mtaudit("gate", OLD, "--quiet").returncode == 1
    assert mtaudit("gate", OLD, "--quiet", "--profile", "advisory").returncode == 0
    done = mtaudit("gate", OLD, "--profile", "advisory", "--min-score", "adequacy=90")
    assert done.returncode == 1
    assert "adequacy not checked (no original to compare with)" in " ".join(done.stdout.split())
    done = mtaudit("compare", OLD, OLD)
    assert done.returncode == 0, done.stderr
    assert "0 gone, 0 new" in done.stdout
    done = mtaudit("report", OLD, "-o", "new.json", "-o", "new.html")
    assert done.returncode == 0, done.stderr
    assert load(tmp_path / "new.json") == load(OLD)
