"""What the whole text costs and has, in words: the score, its areas, the estimate and the findings agree."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mtaudit.model import DocumentReport, Estimate, Penalty, Scores
from mtaudit.rendering.causes import serious, taken
from mtaudit.rendering.registry import by_name
from tests.rendering.building import document, finding, report

TEXT = "Kata " * 200


def article(*severities: str, **given: Any) -> DocumentReport:
    """200 words with findings of these severities."""
    found = tuple(finding(TEXT, f"ADQ40{n}", severity, "x", "Kata", nth=n) for n, severity in enumerate(severities))
    facts: dict[str, Any] = {"words": 200, "findings": found, "estimate": Estimate(1.4, 0.0, 4.0, None)}
    return document("a.txt", TEXT, **{**facts, **given})


def lost(**points: float) -> dict[str, Any]:
    """An overall score that only the text as a whole keeps from 100."""
    total = round(100 - sum(points.values()), 2)
    rows = tuple(Penalty("estimate", rule, "minor", 0, n) for rule, n in points.items())
    return {"penalties": rows, "scores": Scores(total, *[100.0] * 5)}


def test_a_score_below_its_areas_is_explained_everywhere() -> None:
    """Though nothing was found; causes below half a point together, none where nothing was lost."""
    one = article(estimate=None, **lost(length=1.2, rarity=0.4, digits=0.2))
    told = "the text as a whole takes 1.8 points of the score: shorter than people translate it −1.2, the rest −0.6"
    assert taken(one) == told
    for name in ("terminal", "markdown", "html"):
        text = re.sub(r"\s+", " ", by_name(name).render(report((one,))))
        assert told[1:] in text, name
    assert taken(article(**lost(length=0.3, rarity=0.2))) == (
        "the text as a whole takes 0.5 points of the score: shorter than people translate it −0.3, the rest −0.2"
    )
    assert taken(article(**lost(length=0.04))) is None
    assert taken(article()) is None


@pytest.mark.parametrize(
    ("severities", "estimate", "told"),
    [
        ((), (1.4, 0.0, 4.0), "1.4 estimated (0.0 to 4.0), 0.0 found"),
        (("minor",), (1.4, 0.0, 4.0), "1.4 estimated (0.0 to 4.0), 0.0 found"),
        (("critical",), (1.4, 0.0, 4.0), "1.4 estimated (0.5 to 4.0), 0.5 found"),
        (("critical", "major"), (1.4, 1.2, 4.0), "1.4 estimated (1.2 to 4.0), 1.0 found"),
        (
            ("major",) * 4,
            (1.4, 0.0, 4.0),
            "1.4 estimated (0.0 to 4.0), 2.0 found: more than estimated, go by the findings",
        ),
        (
            ("major",) * 9,
            (1.4, 0.0, 4.0),
            "1.4 estimated (0.0 to 4.0), 4.5 found: more than the estimate allows for, go by the findings",
        ),
        (
            (),
            (5.4, 2.0, 9.0),
            "5.4 estimated (2.0 to 9.0), 0.0 found: the words are doubtful, but nothing says what is wrong with them",
        ),
    ],
)
def test_estimate_and_findings_do_not_contradict_each_other(
    severities: tuple[str, ...], estimate: tuple[float, float, float], told: str
) -> None:
    """What was found raises the lower end; where it is more than estimated, or much is estimated and nothing found, the
    report says which to go by."""
    one = article(*severities, estimate=Estimate(*estimate, None))
    assert serious(one) == f"serious faults per 100 words: {told}"
    if severities:
        for name in ("terminal", "markdown", "html"):
            text = re.sub(r"\s+", " ", by_name(name).render(report((one,))))
            assert f"erious faults per 100 words: {told}" in text, name


def test_nothing_is_said_where_nothing_estimates() -> None:
    assert serious(article("critical", estimate=None)) is None
