"""Thresholds out of accepted articles, some of which could not be judged in every area."""

from __future__ import annotations

import msgspec
import pytest

from mtaudit.calibrate import calibrate
from mtaudit.config import GateSettings, Settings
from mtaudit.gate import judge
from mtaudit.model import Cause, NotChecked, Report
from tests.rendering.building import document, report


def articles(unchecked: int, cause: Cause) -> Report:
    """Twenty articles, in the first of which the numbers were not judged; the others have 81 to 100 points there."""
    made = []
    for i in range(20):
        one = document(f"a{i}", "Hujan turun.")
        missing = i < unchecked
        scores = msgspec.structs.replace(one.scores, number=None if missing else 81.0 + i)
        why = (NotChecked("number", "a reason", cause),) if missing else ()
        made.append(msgspec.structs.replace(one, scores=scores, not_checked=why))
    return report(made)


@pytest.mark.parametrize(
    ("unchecked", "cause", "least"),
    [(0, "no evidence", 81), (1, "no evidence", None), (2, "absent", 83), (20, "absent", None)],
)
def test_a_least_score_is_proposed_only_where_enough_articles_reach_it(
    unchecked: int, cause: Cause, least: int | None
) -> None:
    """What was not judged misses every least score; where there was nothing to judge it says nothing."""
    made = articles(unchecked, cause)
    found = calibrate(made)
    assert found.min_score.get("number") == least
    assert found.unchecked == ({"number": unchecked} if unchecked else {})
    assert ("number" in found.percentiles) is (unchecked < 20)
    settings = Settings(gate=GateSettings(min_score=found.min_score))
    assert len(judge(made, settings).reasons) <= 1
