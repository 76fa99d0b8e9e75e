"""The commands that measure: what they write where, and what they say where something is missing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

BENCHMARKS = ROOT / "benchmarks"


@pytest.fixture
def benchmarks(tmp_path: Path) -> Path:
    """The scripts with a page of their own, so that the repository's stays as it is."""
    for name in ("bench.py", "figures.py", "table.py", "units.py", "README.md"):
        (tmp_path / name).write_text((BENCHMARKS / name).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def figures(benchmarks: Path, gold: Path, tools: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(benchmarks / "figures.py"), str(gold), str(tools), "--mtaudit", sys.executable]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def test_figures_of_a_script_land_in_the_table(benchmarks: Path, tmp_path: Path) -> None:
    """A script that is there gives its lines, twice the same table; those that aren't are told, once each."""
    (tmp_path / "ntrex-human.jsonl").write_text("")
    (tmp_path / "clean.py").write_text(
        "print('7 of 9 documents without a critical or major finding; 0.25 entity alarms per 1,000 words (want <= 1);"
        " 0.012 of 80 quotations flagged (want <= 1)')"
    )
    first = figures(benchmarks, tmp_path, tmp_path)
    page = (benchmarks / "README.md").read_text(encoding="utf-8")
    assert "| human articles without a serious finding | 7 of 9 | `clean.py` ntrex-human |" in page
    assert "| human articles: share of quotations flagged | 0.012 | `clean.py` ntrex-human |" in page
    assert first.returncode == 1
    assert first.stderr.count("no entities.py in") == first.stderr.count("no faults.py in") == 1
    figures(benchmarks, tmp_path, tmp_path)
    assert (benchmarks / "README.md").read_text(encoding="utf-8") == page


def test_a_script_that_prints_something_else_is_told(benchmarks: Path, tmp_path: Path) -> None:
    """No figure is made up, and the page stays as it was."""
    before = (benchmarks / "README.md").read_text(encoding="utf-8")
    (tmp_path / "ntrex-human.jsonl").write_text("")
    (tmp_path / "clean.py").write_text("import sys; sys.exit('audit failed with 3')")
    done = figures(benchmarks, tmp_path, tmp_path)
    assert "gives no “human articles: name alarms, per 1,000 words”: it printed audit failed with 3" in done.stderr
    assert (benchmarks / "README.md").read_text(encoding="utf-8") == before


def test_every_target_is_in_the_help() -> None:
    """`make help` names what can be made."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE)) - {"help", "named"}
    assert targets == set(re.findall(r'@echo "make ([a-z]+)', text))


def test_the_measured_units_are_all_different() -> None:
    """Nothing that is remembered from one unit makes the next one cheap."""
    done = subprocess.run(
        [sys.executable, "-c", "from units import units\nprint(*(len(set(side)) for side in zip(*units(5000))))"],
        capture_output=True, text=True, cwd=BENCHMARKS,
    )  # fmt: skip
    assert done.stdout.split() == ["5000", "5000"]


def test_bench_writes_a_ratio(benchmarks: Path) -> None:
    """The row names what was held against what; median and spread are of the same rounds."""
    command = [sys.executable, str(benchmarks / "bench.py"), "--only", "size", "--large", "16", "--rounds", "1"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    (row,) = (line for line in done.stdout.splitlines() if "16 units" in line)
    ratio = r"(\d+\.\d\d)"
    found = re.fullmatch(rf"\| all checks, one file of 16 units \| .+ \| {ratio} \| {ratio} to {ratio} \| 1 \|", row)
    assert found is not None
    assert len(set(found.groups())) == 1
    assert row in (benchmarks / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("arm", ["decode", "checks", "names"])
def test_what_is_measured_runs(arm: str, home: Path) -> None:
    """The measured parts of the program are called as they are now."""
    command = [sys.executable, str(BENCHMARKS / "bench.py"), "--arm", arm, "--units", "4"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) > 0


def test_every_script_is_on_the_page() -> None:
    """What measures is listed, and nothing is listed that isn't there; two modules only help."""
    page = (BENCHMARKS / "README.md").read_text(encoding="utf-8")
    scripts = {path.name for path in BENCHMARKS.glob("*.py")} - {"bench.py", "figures.py", "table.py", "units.py"}
    assert set(re.findall(r"^\| `(\w+\.py)` \|", page, re.MULTILINE)) == scripts
