"""Words stand for each other by the list and by the roads beside it, and not without one."""

from __future__ import annotations

import pytest

from mtaudit.evidence.affinity import load as affinity
from mtaudit.languages import ENGLISH_INDONESIAN


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("tanah", "land"),
        ("mengajari", "taught"),
        ("memecahkan", "broke"),
        ("stimulasi", "stimulated"),
        ("mana", "nowhere"),
    ],
)
def test_roads(word: str, english: str) -> None:
    """Listed words, irregular forms, swallowed letters, cognates and indefinites are led to each other."""
    roads = affinity(ENGLISH_INDONESIAN)
    assert roads.of(word, roads.base(english)) >= 0.5


@pytest.mark.parametrize(
    ("word", "english"), [("kebanggaan", "piracy"), ("keyakinan", "convict"), ("bahagia", "hello")]
)
def test_no_road(word: str, english: str) -> None:
    """A wrong translation does not stand for the word."""
    roads = affinity(ENGLISH_INDONESIAN)
    assert roads.of(word, roads.base(english)) < 0.2


def test_loans_and_leftovers() -> None:
    """A word that both languages use is a loan; an English word with a translation of its own is not."""
    roads = affinity(ENGLISH_INDONESIAN)
    assert roads.loan("legal")
    assert not roads.loan("prominent")
    assert roads.translatable("prominent") > 0.25
