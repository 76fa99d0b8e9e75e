"""Reports of mtaudit are no articles."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run

ARTICLE = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana.\n"


def test_a_folder_can_be_audited_again_with_its_reports_in_it(mtaudit: Run, tmp_path: Path) -> None:
    """Every format that a reader might take for articles is passed over; named by itself it is skipped."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    names = ["r.json", "r.jsonl", "r.html", "r.md", "r.csv", "r.junit.xml"]
    first = mtaudit("audit", "in", "--no-back-translation", "--quiet", *(f"-oin/{name}" for name in names))
    assert first.returncode == 0, first.stderr
    again = mtaudit("audit", "in", "--no-back-translation", "--format", "json")
    assert (again.returncode, again.stderr) == (0, "")
    report = json.loads(again.stdout)
    assert [d["id"].rpartition("/")[2] for d in report["documents"]] == ["a.txt"]
    for name in names:
        named = mtaudit("audit", f"in/{name}", "--no-back-translation", "--quiet")
        assert named.returncode == 2
        assert "a report of mtaudit" in named.stderr
