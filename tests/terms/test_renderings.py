"""Recurring terms and the words that stand for them."""

from __future__ import annotations

from mtaudit.terms.renderings import inconsistent
from tests.rules.conftest import lay_out

ENGLISH = "They signed the peace agreement.\nThe peace agreement holds.\nA peace agreement was rejected."


def test_other_word_is_another_rendering() -> None:
    """Perjanjian and kesepakatan are two words; the more frequent rendering comes first, with all its places."""
    text = "Mereka menandatangani perjanjian damai.\nKesepakatan damai itu bertahan.\nPerjanjian damai ditolak."
    (term,) = inconsistent(lay_out(text, ENGLISH))
    assert term.original == "peace agreement"
    assert [[text[a:b].lower() for a, b in r.places] for r in term.renderings] == [
        ["perjanjian damai", "perjanjian damai"],
        ["kesepakatan damai"],
    ]


def test_affixes_make_no_other_rendering() -> None:
    """Damai and perdamaian are forms of one word."""
    text = "Mereka menandatangani perjanjian damai.\nPerjanjian perdamaian itu bertahan.\nPerjanjian damai ditolak."
    assert list(inconsistent(lay_out(text, ENGLISH))) == []


def test_what_the_word_list_does_not_know_is_passed_over() -> None:
    """A free rendering is not evidence of anything."""
    text = "Mereka menandatangani perjanjian damai.\nAkur mereka bertahan.\nPerjanjian damai ditolak."
    assert list(inconsistent(lay_out(text, ENGLISH))) == []


def test_a_letter_that_is_no_word_stands_for_nothing() -> None:
    """An iota subscript alone, as scanned Greek has it, leaves no word when its accents are taken off."""
    text = "Mereka menandatangani perjanjian damai.\nKesepakatan ͺ damai itu bertahan.\nPerjanjian damai ditolak."
    assert list(inconsistent(lay_out(text, ENGLISH))) == []
