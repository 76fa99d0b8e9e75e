"""`mtaudit evaluate` and `mtaudit calibrate --labels` through the installed command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.evaluation.building import TEXT, probable, write
from tests.rendering.building import document, finding, report


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A report of two documents, one finding each, without probabilities; the labels beside it are right on one."""
    told = (finding(TEXT, "ENT101", "major", "told", "dua"),)
    made = report([document(name, TEXT, findings=told) for name in ("a", "b")])
    (tmp_path / "report.json").write_text(made.to_json(), encoding="utf-8")
    lines = [{"document": "a", "stretch": "dua", "severity": "major", "kind": "name"}, {"document": "b", "none": True}]
    return write(tmp_path / "labels.jsonl", *lines)


def test_figures_on_standard_output(mtaudit: Run, plain: Path) -> None:
    """Tables for people, JSON for machines, the same figures."""
    done = mtaudit("evaluate", "report.json", "--labels", plain)
    assert (done.returncode, done.stderr) == (0, "")
    assert "major and worse    1/2" in done.stdout
    done = mtaudit("evaluate", "report.json", "--labels", plain, "--format", "json")
    group = json.loads(done.stdout)["groups"][0]
    assert (group["findings"][1]["right"]["hits"], group["findings"][1]["right"]["of"]) == (1, 2)
    assert mtaudit("evaluate", "report.json", "--labels", plain, "--quiet").stdout == ""


def test_a_bad_label_is_told_and_the_exit_code_says_so(mtaudit: Run, tmp_path: Path, plain: Path) -> None:
    """The figures come all the same."""
    with plain.open("a", encoding="utf-8") as out:
        out.write('{"document": "c", "none": true}\n')
    done = mtaudit("evaluate", "report.json", "--labels", "labels.jsonl")
    assert done.returncode == 2
    assert done.stderr == "mtaudit: labels.jsonl:3: the report has no document 'c'\n"
    assert "1 unusable labels" in done.stdout
    assert "major and worse    1/2" in done.stdout


def test_labels_of_another_report_are_a_wrong_call(mtaudit: Run, tmp_path: Path, plain: Path) -> None:
    """Nothing on standard output."""
    write(tmp_path / "other.jsonl", {"document": "c", "none": True})
    done = mtaudit("evaluate", "report.json", "--labels", "other.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no label names a document of report.json" in done.stderr.splitlines()[-1]


@pytest.fixture
def probabilities(tmp_path: Path) -> None:
    """Twenty documents with a fault at a word of p_fault .6 and p_serious .3, and another word at .4 and .3."""
    p = [0.0, 0.6, 0.0, 0.4]
    made = report([probable(str(i), p, [0.0, 0.3, 0.0, 0.3]) for i in range(20)])
    (tmp_path / "report.json").write_text(made.to_json(), encoding="utf-8")
    write(tmp_path / "labels.jsonl", *({"document": str(i), "stretch": "dua", "severity": "major"} for i in range(20)))


@pytest.mark.usefixtures("probabilities")
def test_thresholds_are_written_into_the_config(mtaudit: Run, tmp_path: Path) -> None:
    """Half of the stretches are right at any p_fault, never 80 %: `serious` tells nothing then, the rest stays."""
    (tmp_path / "mtaudit.toml").write_text("jobs = 1 # mine\n\n[reader]\nserious = 0.9\n", encoding="utf-8")
    done = mtaudit("calibrate", "report.json", "--labels", "labels.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert "fault = 0.01: 20 of 40 stretches are right" in done.stdout
    assert "serious = 1: no threshold is right in 80% of 20 stretches or more, so nothing is told" in done.stdout
    assert (tmp_path / "mtaudit.toml").read_text(
        encoding="utf-8"
    ) == "jobs = 1 # mine\n\n[reader]\nfault = 0.01\nserious = 1\n"
    assert mtaudit("calibrate", "report.json", "--labels", "labels.jsonl", "-q").stdout == ""  # and is a config still


@pytest.mark.usefixtures("probabilities")
def test_a_config_is_made_where_there_is_none(mtaudit: Run, tmp_path: Path) -> None:
    """In the working folder; a pyproject.toml that has a table of ours is taken instead."""
    assert mtaudit("calibrate", "report.json", "--labels", "labels.jsonl").returncode == 0
    assert (tmp_path / "mtaudit.toml").read_text(encoding="utf-8") == "[reader]\nserious = 1\nfault = 0.01\n"
    (tmp_path / "mtaudit.toml").unlink()
    (tmp_path / "pyproject.toml").write_text("[tool.mtaudit]\njobs = 1\n", encoding="utf-8")
    assert mtaudit("calibrate", "report.json", "--labels", "labels.jsonl").returncode == 0
    assert "[tool.mtaudit.reader]\nserious = 1\nfault = 0.01\n" in (tmp_path / "pyproject.toml").read_text(
        encoding="utf-8"
    )


@pytest.mark.usefixtures("probabilities")
def test_word_tags_are_labels_of_the_same_report(mtaudit: Run, tmp_path: Path) -> None:
    """What `report` writes `evaluate` reads: of every document, and a word is BAD where `p_fault` says so."""
    assert mtaudit("report", "report.json", "-o", "own.tags", "-q").returncode == 0
    tags = (tmp_path / "own.tags").read_text(encoding="utf-8")
    assert tags == "OK BAD OK OK OK\nOK OK OK OK OK\n" * 20
    assert mtaudit("report", "report.json", "--format", "wmt-tags").stdout == tags
    done = mtaudit("evaluate", "report.json", "--labels", "own.tags", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["documents"] == 20


def test_word_tags_need_probabilities(mtaudit: Run, tmp_path: Path, plain: Path) -> None:
    """One line with the mend, and no file; the other formats are written."""
    done = mtaudit("report", "report.json", "-o", "own.tags", "-o", "own.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "mtaudit: no word tags: the report carries no word_faults: audit again with --word-faults\n"
    assert not (tmp_path / "own.tags").exists()
    assert (tmp_path / "own.csv").exists()


@pytest.mark.usefixtures("probabilities")
def test_a_finished_report_keeps_its_probabilities(mtaudit: Run, tmp_path: Path) -> None:
    """`report` and `gate` hand them on to JSON and the page; asking for them again is a wrong call."""
    assert mtaudit("report", "report.json", "-o", "again.json", "-o", "page.html", "-q").returncode == 0
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "report.json").read_bytes()
    assert 'id="heat"' in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert mtaudit("gate", "report.json", "-o", "gate.jsonl", "-q").returncode == 0
    assert '"word_faults"' in (tmp_path / "gate.jsonl").read_text(encoding="utf-8")
    done = mtaudit("gate", "report.json", "--word-faults")
    assert done.returncode == 2
    assert done.stderr.startswith("mtaudit: --word-faults says what to audit or how")


def test_a_report_without_probabilities_is_told(mtaudit: Run, tmp_path: Path, plain: Path) -> None:
    """One line with the mend; no config is made. An article is no report."""
    done = mtaudit("calibrate", "report.json", "--labels", plain)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "mtaudit: report.json carries no word_faults: audit again with --word-faults\n"
    assert not (tmp_path / "mtaudit.toml").exists()
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    assert "one finished report.json" in mtaudit("calibrate", "x.txt", "--labels", plain).stderr
