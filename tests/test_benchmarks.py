"""The commands that measure: what they write where, and what they say where something is missing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

BENCHMARKS = ROOT / "benchmarks"


@pytest.fixture
def benchmarks(tmp_path: Path) -> Path:
    """The scripts with a page of their own, so that the repository's stays as it is; no labelled sets."""
    for path in (*BENCHMARKS.glob("*.py"), BENCHMARKS / "README.md"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def figures(benchmarks: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(benchmarks / "figures.py"), "--jobs", "1", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)


ENGLISH = 'John Smith said on Monday that "the road is closed" after heavy rain in the north of the country.'
HUMAN = (
    'John Smith mengatakan pada hari Senin bahwa "jalan itu ditutup" setelah hujan lebat di bagian utara negara itu.'
)


def test_figures_of_a_set_that_is_there(benchmarks: Path, home: Path) -> None:
    """A set gives its lines; sets that aren't there are told, once each, and the page stays as it was."""
    before = (benchmarks / "README.md").read_text(encoding="utf-8")
    (benchmarks / "gold").mkdir()
    row = {"doc": "a", "en": [ENGLISH], "id": [HUMAN.replace("John Smith", "Jon Smiht")]}
    (benchmarks / "gold" / "ntrex-human.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    done = figures(benchmarks, "--only", "human", "--only", "names", "--cache", str(home))
    assert done.returncode == 1
    assert "| human articles without a serious finding | 0 of 1 | ntrex-human |" in done.stdout
    assert "| human articles: name alarms, per 1,000 words | 55.56 | ntrex-human |" in done.stdout
    assert "| human articles: share of quotations flagged | 0.000 | ntrex-human |" in done.stdout
    assert done.stderr.count("no flores-dev.jsonl in") == done.stderr.count("no flores-more.jsonl in") == 1
    assert (benchmarks / "README.md").read_text(encoding="utf-8") == before


def measured(module: str, code: str) -> str:
    """What a script prints that imports one of the measuring modules."""
    done = subprocess.run(
        [sys.executable, "-c", f"from {module} import *\n{code}"],
        capture_output=True, text=True, cwd=BENCHMARKS, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_names_are_found_by_half_of_their_words() -> None:
    """Smith is John Smith; Rome was told, but is labelled right; Oslo wasn't told."""
    code = """
labels = {"John Smith": "mangled", "Oslo": "dropped", "Rome": "preserved"}
d = compare(labels, ["Smith", "Rome"])
print(d.hits, d.false, d.missed, d.precision, d.recall, d.f1)"""
    assert measured("gold_names", code) == "1 1 1 0.5 0.5 0.5"


def test_quotations_are_damaged_in_marks_or_in_content() -> None:
    """Four labels, one without a verdict: marks 1 hit; content 1 hit, 1 false alarm, 1 missed."""
    code = """
from mtaudit.model import QuoteVerdict
def told(marks, content): return QuoteVerdict("x", "y", marks, content, 0, 1)
def label(marks, content): return {"marks": marks, "content": content}
q = compare([(label("lost", "faithful"), told("moved", "major")), (label("ok", "major"), told("ok", "dropped")),
             (label("ok", "dropped"), None), (label("ok", "minor"), told("ok", "minor"))])
print(q.marks.hits, q.marks.false, q.marks.missed, q.content.hits, q.content.false, q.content.missed, q.absent)"""
    assert measured("gold_quotes", code) == "1 0 0 1 1 1 1"


def test_ranking_counts_pairs_that_differ_enough() -> None:
    """Three systems: of three pairs of means one is in the wrong order; of four versions apart 2.5 are right."""
    code = """
overall = {"a": {0: 90, 1: 50}, "b": {0: 80, 1: 70}, "c": {0: 90, 1: 40}}
chrf = {"a": {0: 60, 1: 50}, "b": {0: 50, 1: 48}, "c": {0: 55, 1: 51}}
r = compare(overall, chrf, {"a": 0.9, "b": 0.8, "c": 0.7})
print(round(r.tau, 2), r.pairs, r.accuracy)"""
    # means 70, 75, 65; document 0: a>b right, a=c half, b<c right; document 1: b<c by 3, but b scores higher
    assert measured("gold_ranking", code) == "0.33 4 0.625"


def test_the_labelled_sets_are_whole() -> None:
    """Every label names a sentence of its set and an exact stretch of that system's text, and README says how many."""
    gold = BENCHMARKS / "gold"
    for name, faults in (("dev", 620), ("more", 2155), ("good", 318)):
        sentences = {row["sent"]: row for row in lines(gold / f"faults-{name}.jsonl")}
        marked = [row for row in lines(gold / f"faults-{name}.faults.jsonl") if not row.get("none")]
        assert len(marked) == faults
        assert all(row["stretch"] in sentences[row["sent"]]["hyp"][row["system"]] for row in marked)
        assert f"{faults:,} faults" in (gold / "README.md").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in gold.iterdir()) < 4_000_000


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_wheel_carries_no_labelled_set() -> None:
    """Only the package goes into it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["hatch"]["build"]["targets"]["wheel"] == {"packages": ["mtaudit"]}
    assert not [
        path for path in (ROOT / "mtaudit").rglob("*") if path.name.startswith(("faults-", "flores-", "ntrex-"))
    ]


def test_every_target_is_in_the_help() -> None:
    """`make help` names what can be made."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE)) - {"help"}
    assert targets == set(re.findall(r'@echo "make ([a-z]+)', text))


def test_the_measured_units_are_all_different() -> None:
    """Nothing that is remembered from one unit makes the next one cheap."""
    done = subprocess.run(
        [sys.executable, "-c", "from units import units\nprint(*(len(set(side)) for side in zip(*units(5000))))"],
        capture_output=True, text=True, cwd=BENCHMARKS,
    )  # fmt: skip
    assert done.stdout.split() == ["5000", "5000"]


def bench(benchmarks: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(benchmarks / "bench.py"), "--rounds", "1", *options]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def test_bench_writes_a_ratio(benchmarks: Path, home: Path) -> None:
    """A row names what was held against what; median and spread are of the same rounds. The other rows stay."""
    page = benchmarks / "README.md"
    page.write_text("<!-- bench -->\n<!-- /bench -->\n", encoding="utf-8")
    assert bench(benchmarks, "--only", "size", "--units", "16").returncode == 0
    assert bench(benchmarks, "--only", "version").returncode == 0
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][2:]
    number = r"(\d+(?:\.\d+)?)"
    size, version = (
        re.fullmatch(rf"\| (.+?) \| .+ \| {number} \| .* \| {number} to {number} \| 1 \|", row) for row in rows
    )
    assert size is not None
    assert version is not None
    assert (size[1], version[1]) == ("all checks, one file of 16 units", "mtaudit --version")
    assert size[2] == size[3] == size[4]


def test_a_row_that_is_not_there_is_told(benchmarks: Path) -> None:
    """With those that are."""
    done = bench(benchmarks, "--only", "speed")
    assert done.returncode != 0
    assert "no row speed: there are version," in done.stderr


@pytest.mark.parametrize("arm", ["decode", "checks", "names", "scores", "reader", "everything"])
def test_what_is_measured_runs(arm: str, home: Path) -> None:
    """The measured parts of the program are called as they are now."""
    command = [sys.executable, str(BENCHMARKS / "arms.py"), arm, "4"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) > 0


def test_every_script_is_on_the_page() -> None:
    """What measures is listed, and nothing is listed that isn't there; some modules only help."""
    page = (BENCHMARKS / "README.md").read_text(encoding="utf-8")
    helpers = {"bench.py", "arms.py", "files.py", "figures.py", "table.py", "units.py"}
    scripts = {path.name for path in BENCHMARKS.glob("*.py") if not path.name.startswith("gold")} - helpers
    assert all(f"`{path.stem}" in page for path in BENCHMARKS.glob("gold*.py"))
    assert set(re.findall(r"^\| `(\w+\.py)` \|", page, re.MULTILINE)) == scripts
