"""The extras through the installed command: another engine, an experiment, and one line where a library is missing."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

ARTICLE = "Menteri tiba di Jakarta pada hari Senin.\n\n“Kami siap bekerja sama,” katanya kepada wartawan.\n"


@pytest.fixture(autouse=True)
def articles(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{number}. {ARTICLE}", encoding="utf-8")


def test_the_engine_changes_nothing_in_the_report(mtaudit: Run, tmp_path: Path) -> None:
    """`--engine dask`, in one process and over two workers: the same bytes, and nothing on standard error."""
    texts = []
    for number, options in enumerate((["--engine", "local"], ["--engine", "dask", "--jobs", "2"])):
        name = f"{number}.json"
        done = mtaudit("audit", "0.txt", "1.txt", "2.txt", "--no-translation", "--quiet", "-o", name, *options)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        report = json.loads((tmp_path / name).read_text(encoding="utf-8"))
        report["run"].update(started="", seconds=0)
        texts.append(json.dumps(report))
    assert texts[0] == texts[1]


def test_an_audit_is_tracked_in_an_archive(mtaudit: Run, tmp_path: Path) -> None:
    """Standard error says where; the report on standard output is whole."""
    done = mtaudit("audit", "0.txt", "--no-translation", "--format", "json", "--track", "offline:runs")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["summary"]["documents"] == 1
    (archive,) = (tmp_path / "runs").glob("*.zip")
    assert done.stderr == f"mtaudit: tracked in {Path('runs') / archive.name}\n"


@pytest.mark.skipif(importlib.util.find_spec("comet") is not None, reason="COMET is installed")
@pytest.mark.parametrize("python", [None, sys.executable])
def test_comet_without_its_library_is_one_line(
    mtaudit: Run, tmp_path: Path, tiny_package: Path, python: str | None
) -> None:
    """Exit 2 before any work, with the mend; here and in another interpreter."""
    if python:
        (tmp_path / "mine.toml").write_text(f"[comet]\npython = '{python}'\n", encoding="utf-8")
    config = ["--config", "mine.toml"] if python else []
    done = mtaudit("audit", "0.txt", "--model", tiny_package, "--metrics", "bleu,comet", *config)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "pip install 'unbabel-comet<2.3' 'setuptools<81'" in done.stderr
