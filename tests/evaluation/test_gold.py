"""Twenty labelled sentences (gold/README.md): the figures are those of an independent script on the same report."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mtaudit.evaluation.evaluate import evaluate
from mtaudit.evaluation.labels import read_labels
from mtaudit.evaluation.result import Evaluation
from mtaudit.reports import load
from tests.conftest import ROOT
from tests.evaluation.building import rows

GOLD = Path(__file__).with_name("gold")


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the converter makes of the sentences."""
    folder = tmp_path_factory.mktemp("gold")
    command = [sys.executable, str(ROOT / "benchmarks" / "gold_pairs.py"), str(GOLD / "twenty")]
    subprocess.run([*command, str(folder / "pairs.jsonl"), str(folder / "labels.jsonl")], check=True)
    return folder / "labels.jsonl"


def held(labels: Path, name: str) -> Evaluation:
    return evaluate(load(GOLD / f"{name}.report.json"), read_labels([labels]))


COUNTS = {
    "with": {
        "all": (19, 91), "critical": (0, 4), "major": (9, 33), "minor": (10, 54), "serious": (9, 37),
        "serious told as serious": (7, 37), "addition": (0, 1), "english": (4, 15), "garble": (0, 3), "grammar": (0, 9),
        "name": (7, 9), "nonword": (3, 10), "number": (1, 3), "omission": (2, 7), "sense": (0, 29), "spacing": (2, 5),
    },
    "alone": {
        "all": (4, 68), "critical": (0, 3), "major": (0, 22), "minor": (4, 43), "serious": (0, 25),
        "serious told as serious": (0, 25), "english": (0, 15), "garble": (0, 3), "grammar": (0, 9), "name": (0, 5),
        "nonword": (1, 10), "number": (1, 3), "sense": (0, 18), "spacing": (2, 5),
    },
}  # fmt: skip


@pytest.mark.parametrize("name", COUNTS)
def test_recall(labels: Path, name: str) -> None:
    """Each sort of faults, with and without the originals."""
    found = held(labels, name)
    assert found.problems == ()
    counted = {sort: (row.recall.hits, row.recall.of) for sort, row in rows(found.groups[0]).items()}
    assert counted == COUNTS[name]


@pytest.mark.parametrize(
    ("name", "minor", "major"),
    [("with", (18, 11, 21, 27.86), (10, 7, 10, 5.57)), ("alone", (4, 0, 4, 11.14), (0, 0, 0, 0.0))],
)
def test_precision_and_alarms(labels: Path, name: str, minor: tuple[float, ...], major: tuple[float, ...]) -> None:
    """Right on any fault, on a serious one, told; on human text per 1,000 words."""
    for row, figures in zip(held(labels, name).groups[0].findings, (minor, major), strict=True):
        assert row.human.value is not None
        assert (row.right.hits, row.serious.hits, row.right.of, round(row.human.value, 2)) == figures


@pytest.mark.parametrize(("name", "figures"), [("with", (0.75, 0.15, 0.73)), ("alone", (0.42, -0.03, 0.46))])
def test_score(labels: Path, name: str, figures: tuple[float, ...]) -> None:
    """Two good articles against six bad, all twelve by rank, and human against machine."""
    score = held(labels, name).score
    assert (score.good, score.bad) == (2, 6)
    found = [value.value for value in (score.auc, score.rank_correlation, score.human_auc)]
    assert [None if value is None else round(value, 2) for value in found] == list(figures)
