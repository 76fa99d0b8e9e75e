"""A back-translation that broke is told apart from a translation that did."""

from __future__ import annotations

import pytest

from mtaudit.evidence.roundtrip import broken
from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.text import Reading

TEXT = "Para menteri bertemu di Jenewa pada hari Senin untuk membahas perdagangan."


def why_broken(text: str, back: str | None, score: float | None = None) -> str | None:
    there = None if back is None else Reading(back, ENGLISH, INDONESIAN)
    return broken(Reading(text, INDONESIAN, ENGLISH), there, score)


@pytest.mark.parametrize(
    ("back", "score", "why"),
    [
        ("The ministers met in Geneva on Monday to discuss trade.", -0.4, None),
        ("The ministers met met met met met in Geneva.", None, "loops"),
        ("The ministers of the ministers of the ministers of the ministers.", None, "loops"),
        (
            "The ministers met in Geneva on Monday to discuss trade and tariffs trade and tariffs trade and tariffs "
            "trade and tariffs, and the envoys of nine other countries joined them later.",
            None,
            "loops",
        ),
        ("The ministers met and the ministers spoke and the ministers met and the ministers spoke.", None, "loops"),
        ("(applause)", None, "junk"),
        ("Ministers.", None, "length"),
        (None, None, "missing"),
        ("  ", None, "missing"),
        ("The ministers met in Geneva on Monday to discuss trade.", -4.0, "unlikely"),
    ],
)
def test_broken(back: str | None, score: float | None, why: str | None) -> None:
    """Loops, junk, odd lengths and a translator's own doubt disqualify a back-translation."""
    assert why_broken(TEXT, back, score) == why


def test_loop_that_the_translation_has_too_is_faithful() -> None:
    """Where the Indonesian runs in a circle, so may its back-translation: that one is evidence."""
    looped = "Ia pergi ke kota itu ke kota itu ke kota itu ke kota itu."
    assert why_broken(looped, "He went to that city to that city to that city to that city.") is None
