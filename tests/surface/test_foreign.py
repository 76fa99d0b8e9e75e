"""Stretches and sentences of the source language in a translation."""

from __future__ import annotations

import pytest

from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.surface.foreign import copied, foreign_runs, untranslated
from mtaudit.text import Reading


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("He said that the talks would go on until the end of the year.", True),
        ("Ia mengatakan bahwa perundingan akan berlanjut sampai akhir tahun.", False),
        ("The Lord of the Rings", False),
        ("Ia mengatakan bahwa perundingan itu would go on until the end of the year.", False),
        ("Menurut The New York Times, ia menulis buku The Art of the Deal.", False),
    ],
)
def test_untranslated(text: str, english: bool) -> None:
    """English prose is told from names and titles."""
    assert untranslated(Reading(text, INDONESIAN, ENGLISH)) is english


def test_run_reaches_from_the_first_to_the_word_after_the_last_function_word() -> None:
    """The run is cut where Indonesian goes on."""
    text = "Mereka bertemu at the end of the week di Jenewa."
    (run,) = foreign_runs(Reading(text, INDONESIAN, ENGLISH))
    assert text[run.start : run.end] == "at the end of the week"
    assert (run.function, run.titled) == (4, False)


def test_title_is_marked_as_one() -> None:
    """Content words with capitals make a title."""
    (run,) = foreign_runs(Reading("Ia menonton The Lord of the Rings kemarin.", INDONESIAN, ENGLISH))
    assert run.titled


def test_copied_stretch_grows_to_what_the_original_has() -> None:
    """Words without a function word beside them belong to the stretch where the original has them in a row."""
    text = "Mereka bertemu late at the end of the long week di Jenewa."
    at = text.index("at the"), text.index(" long")
    start, end = copied(Reading(text, INDONESIAN, ENGLISH), *at, "They met late at the end of the long week in Geneva.")
    assert text[start:end] == "late at the end of the long week"


def test_copied_stretch_reaches_to_the_ends_of_the_text() -> None:
    """Where all of it stands in the original, all of it is the stretch."""
    text = "Late at the end of the long week"
    at = text.index("at the"), text.index(" long")
    start, end = copied(Reading(text, INDONESIAN, ENGLISH), *at, "They met late at the end of the long week in Geneva.")
    assert text[start:end] == text
