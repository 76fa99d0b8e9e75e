"""Suggestions are written the way an Indonesian newspaper writes them."""

from __future__ import annotations

import pytest

from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.numbers import numbers
from mtaudit.numbers.write import written
from tests.languages.esperanto import ESPERANTO


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("1,500", "1.500"),
        ("2.4 million", "2,4 juta"),
        ("$1.5bn", "1,5 miliar"),
        ("7.5%", "7,5%"),
        ("40 percent", "40 persen"),
        ("3 p.m.", "15.00"),
        ("in 2018", "2018"),
        ("the 1990s", "1990-an"),
        ("19th", "ke-19"),
        ("twenty-five", "25"),
        ("thousands", "ribuan"),
        ("tens of thousands", "puluhan ribu"),
        ("thousands of billions", "ribuan miliar"),
        ("in her twenties", "20-an"),
        ("6'4\"", "1,93 meter"),
        ("two thirds", "dua pertiga"),
        ("a quarter of", "seperempat"),
        ("one in five", "seperlima"),
        ("a week", "seminggu"),
        ("halved", "setengah"),
        ("tripled", "3 kali"),
    ],
)
def test_written(english: str, indonesian: str) -> None:
    """The value stays, the convention changes."""
    (mention,) = numbers(english, ENGLISH)
    assert written(mention, INDONESIAN) == indonesian


def test_a_language_without_a_vague_word_gets_the_number() -> None:
    (mention,) = numbers("thousands", ENGLISH)
    assert written(mention, ESPERANTO) == "1.000"
