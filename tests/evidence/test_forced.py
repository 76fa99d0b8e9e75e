"""Forced scores stand at the words they are of."""

from __future__ import annotations

import pytest

from mtaudit.evidence.interface import Cut, WordScore
from mtaudit.evidence.pieces import of_words
from mtaudit.evidence.words import cut_stretch
from mtaudit.translation import models
from mtaudit.translation.interface import ForcedScore


def test_the_pieces_of_a_word_are_added_up() -> None:
    """Marks that are glued to it count for nothing; the least likely piece is told apart."""
    text = "“Saya tahu,” katanya."
    score = ForcedScore(
        ("▁“", "S", "aya", "▁tahu", ",", "”", "▁kata", "nya", ".", "</s>"),
        (-9.0, -1.0, -0.5, -0.25, -9.0, -9.0, -2.0, -3.0, -9.0, -9.0),
    )
    assert of_words(text, score, cut_stretch(text, str)) == [
        WordScore(-1.5, -1.0), WordScore(-0.25, -0.25), WordScore(-5.0, -3.0)
    ]  # fmt: skip


def test_bytes_of_a_character_that_the_vocabulary_lacks_are_one_letter() -> None:
    """Their first byte's score stands for it, and what follows keeps its place."""
    text = "東 air"
    score = ForcedScore(("▁", "<0xE6>", "<0x9D>", "<0xB1>", "▁air"), (-1.0, -4.0, -0.1, -0.1, -2.0))
    assert of_words(text, score, cut_stretch(text, str)) == [WordScore(-4.0, -4.0), WordScore(-2.0, -2.0)]


def test_nothing_is_said_behind_where_text_and_pieces_part() -> None:
    """A text that was cut off before it was scored, or is another."""
    text = "satu dua tiga"
    score = ForcedScore(("▁satu", "▁dua"), (-1.0, -2.0))
    assert of_words(text, score, cut_stretch(text, str)) == [WordScore(-1.0, -1.0), WordScore(-2.0, -2.0), None]
    assert of_words("satu tiga", score, cut_stretch("satu tiga", str))[1] is None


def test_places_may_count_from_a_sentence_inside_the_text() -> None:
    """As they do where two sentences were scored together."""
    score = ForcedScore(("▁Satu", ".", "▁Dua", "."), (-1.0, -9.0, -2.0, -9.0))
    assert of_words("Satu. Dua.", score, [Cut(0, 3, "Dua", "dua")], offset=6) == [WordScore(-2.0, -2.0)]


@pytest.mark.parametrize("direction", [("en", "id"), ("id", "en")])
def test_every_word_of_a_real_sentence_is_covered_by_the_bundled_packages(direction: tuple[str, str]) -> None:
    """Marks, numbers, names and compatibility characters included."""
    lines = {
        "id": "“Saya belum tahu,” kata O’Brien – sekitar 1.500 anak-anak… ½ dari mereka — di São Paulo.",
        "en": "“I don’t know yet,” said O’Brien – some 1,500 children… ½ of them — in São Paulo.",
    }
    model = models.bundled(*direction)
    assert model is not None
    text = lines[direction[1]]
    (score,) = model.score([(lines[direction[0]], text)])
    assert None not in of_words(text, score, cut_stretch(text, str))
