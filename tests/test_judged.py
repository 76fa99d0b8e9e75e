"""Which areas get a score: only those in which something could be judged."""

from __future__ import annotations

from typing import Any

import pytest

from mtaudit.judged import again, not_checked
from mtaudit.model import EntityVerdict, Finding, NotChecked, QuoteVerdict
from mtaudit.scoring import AREAS
from tests.rendering.building import document

NAME = EntityVerdict(None, "PER", "unverified", "Rubio", 0, 5)
SPELLED = EntityVerdict(None, "PER", "unverified", "Rubio", 0, 5, variants=("Rubyo",))
KEPT = EntityVerdict("Rubio", "PER", "preserved", "Rubio", 0, 5)
QUOTE = QuoteVerdict(None, "ya", "ok", "unverified", 0, 2)
LEFT = Finding("ADQ404", "adequacy", "major", "stands in English", 0, 5, "There")


def causes(**given: Any) -> dict[str, str]:
    """Area -> cause, of a text of 100 words that has everything, but for what is given."""
    facts: dict[str, Any] = {
        "words": 100, "basis": "original", "entities": (KEPT,), "quotes": (QUOTE,), "numbers": True, "aligned": True,
        "findings": (),
    }  # fmt: skip
    return {str(item.area): item.cause for item in not_checked(**{**facts, **given})}


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, {}),
        ({"entities": ()}, {"entity": "absent"}),
        ({"quotes": ()}, {"quote": "absent"}),
        ({"numbers": False}, {"number": "absent"}),
        ({"aligned": False}, {"adequacy": "no evidence"}),
        ({"words": 10}, {}),
        ({"basis": "partial", "entities": (SPELLED,)}, {"number": "no evidence", "adequacy": "no evidence"}),
        ({"basis": "partial", "words": 10}, {"number": "no evidence", "adequacy": "no evidence"}),
        ({"basis": "alone", "entities": (SPELLED,)}, {"number": "no evidence", "adequacy": "no evidence"}),
        (
            {"basis": "alone", "entities": (NAME,)},
            {"entity": "no evidence", "number": "no evidence", "adequacy": "no evidence"},
        ),
        (
            {"basis": "alone", "entities": (), "quotes": (), "numbers": False},
            {"entity": "absent", "quote": "absent", "number": "absent", "adequacy": "no evidence"},
        ),
        (
            {"basis": "alone", "words": 29},
            {"overall": "too short", "number": "no evidence", "adequacy": "no evidence"},
        ),
        ({"basis": "alone", "words": 30, "findings": (LEFT,)}, {"number": "no evidence"}),
        ({"ran": {"entity", "quote"}}, {"number": "rules off", "adequacy": "rules off", "surface": "rules off"}),
        ({"words": 0}, {"surface": "absent"}),
        (
            {"basis": "alone", "mismatch": True, "entities": (NAME,), "findings": (LEFT,)},
            {"entity": "mismatch", "number": "mismatch", "adequacy": "mismatch"},
        ),
        (
            {"basis": "partial", "mismatch": True, "entities": (SPELLED,)},
            {"number": "mismatch", "adequacy": "mismatch"},
        ),
    ],
)
def test_what_is_not_checked(given: dict[str, Any], missing: dict[str, str]) -> None:
    """By what there is to hold the text against; what was found proves that something was judged."""
    assert causes(**given) == missing


def test_an_area_judged_by_a_finding_alone_is_not_judged_without_it() -> None:
    """Where a suppression takes it out; what was not checked before stays so."""
    before = (NotChecked("number", "no original to compare with", "no evidence"),)
    article = document("a", "kata " * 50, words=50, findings=(LEFT,), not_checked=before)
    assert again(article, (LEFT,))[1:] == (NotChecked("quote", "no quotation in the text", "absent"), *before)
    assert [item.area for item in again(article, ())] == [area for area in AREAS if area != "surface"]
