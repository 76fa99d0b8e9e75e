"""COMET with the library itself: `make test-comet`, which sets up an environment that has it.

COMET_TEST_PYTHON names the interpreter of that environment; the tests run in ours.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from mtaudit.config import CometSettings
from mtaudit.metrics.comet import Comet, Row, cut_note
from tests.metrics.test_comet import ROWS

PYTHON = os.environ["COMET_TEST_PYTHON"]
TINY = Path(__file__).parents[1] / "metrics" / "tiny_comet.py"


@pytest.mark.parametrize("kind", ["regression_metric", "referenceless_regression_metric"])
def test_the_scores_are_those_of_the_library(tmp_path: Path, kind: str) -> None:
    """A tiny checkpoint made on the spot, offline: what the library's own `predict` says, sentence by sentence."""
    subprocess.run([PYTHON, str(TINY), str(tmp_path / "m"), kind], check=True, capture_output=True)
    rows = [row for row in ROWS if row.whole]
    if kind != "regression_metric":
        rows = [Row(row.src, row.mt) for row in rows]
    fields = [{"src": row.src, "mt": row.mt, **({"ref": row.ref} if row.ref else {})} for row in rows]
    asked = (
        "import sys, json, comet; m = comet.load_from_checkpoint(sys.argv[1]); "
        "print(json.dumps([m.predict([r], gpus=0, progress_bar=False)['scores'][0] for r in json.loads(sys.argv[2])]))"
    )
    path = str(tmp_path / "m" / "checkpoints" / "model.ckpt")
    direct = subprocess.run([PYTHON, "-c", asked, path, json.dumps(fields)], check=True, capture_output=True, text=True)
    with Comet(CometSettings(model=str(tmp_path / "m"), python=PYTHON, batch_size=2), offline=True) as scorer:
        assert scorer.references == ("required" if kind == "regression_metric" else "none")
        assert scorer.limit == 510
        scores = scorer.score(rows).scores
        long = scorer.score([Row("kata " * 200, "word", rows[0].ref)])
    assert scores == pytest.approx(json.loads(direct.stdout.strip().splitlines()[-1]), abs=1e-5)
    assert len(set(scores)) == len(scores)
    assert cut_note(long.tokens, scorer.limit) is not None
