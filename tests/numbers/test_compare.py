"""What is one number in two languages, and what is not."""

from __future__ import annotations

import pytest

from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.numbers import numbers
from mtaudit.numbers.compare import Difference, differences


def compare(*rows: tuple[str, str]) -> list[Difference]:
    return differences([(numbers(a, ENGLISH), numbers(b, INDONESIAN)) for a, b in rows])


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("1,500 people", "1.500 orang"),
        ("2.4 million", "2,4 juta"),
        ("$5 million", "5 juta dolar"),
        ("at 12:55", "pukul 12.55"),
        ("at 12:55", "pada 12.55"),
        ("at 3 p.m.", "pukul 15.00"),
        ("at 3 p.m.", "pukul 3 sore"),
        ("March 5, 2020", "5 Maret 2020"),
        ("9/11", "11 September"),
        ("the 19th century", "abad XIX"),
        ("World War II", "Perang Dunia Kedua"),
        ("twenty-five people", "25 orang"),
        ("Ten years ago", "10 tahun lalu"),
        ("two decades", "20 tahun"),
        ("50 percent", "separuh"),
        ("waves of 20 feet", "ombak setinggi 6 meter"),
        ("six meters (18 feet)", "enam meter (18 kaki)"),
        ("5 to 10 million", "5 juta hingga 10 juta"),
        ("the 2017-18 season", "musim 2017/2018"),
        ("in the 1990s", "pada tahun 90-an"),
        ("on Monday", "pada Senin (27/5/2019)"),
        ("a 3-1 win", "kemenangan 3-1"),
        ("Article 5", "Pasal 5"),
        ("at 1030 GMT", "pukul 17.30 WIB"),
        ("hundreds of thousands of people", "ratusan ribu orang"),
        ("dozens of people", "puluhan orang"),
        ("temperatures in the 90s", "suhu 90-an derajat"),
        ("the music of the 90s", "musik tahun 90-an"),
    ],
)
def test_same(english: str, indonesian: str) -> None:
    """Other separators, scales, clocks, dates, measures: the same number."""
    assert compare((english, indonesian)) == []


@pytest.mark.parametrize(
    ("english", "indonesian", "change"),
    [
        ("45 people", "46 orang", "changed"),
        ("in 2019", "pada 2018", "changed"),
        ("March 5", "5 Mei", "changed"),
        ("at 3 p.m.", "pukul 3 pagi", "changed"),
        ("12 percent", "21 persen", "changed"),
        ("$5 billion", "5 juta dolar", "scale"),
        ("1,500 people", "1,5 orang", "scale"),
        ("1,500 people", "1,500 orang", "separators"),
        ("45 people", "banyak orang", "lost"),
        ("many people", "45 orang", "added"),
        ("$50", "50 euro", "currency"),
        ("20 feet", "20 meter", "measure"),
        ("four dogs", "7 anjing", "changed"),
        ("thousands of people", "jutaan orang", "scale"),
        ("temperatures in the 90s", "suhu di tahun 90-an", "decade"),
    ],
)
def test_different(english: str, indonesian: str, change: str) -> None:
    """Each kind of change has its name."""
    (found,) = compare((english, indonesian))
    assert found.change == change


def test_number_that_moved_over_a_sentence_boundary_is_excused() -> None:
    """What one sentence lacks and the next one has was moved, not lost."""
    assert compare(("It killed 45 people.", "Banyak korban."), ("They drowned.", "45 orang tenggelam.")) == []


def test_repetition_need_not_be_kept_but_a_changed_copy_counts() -> None:
    """ "5 … 5" may become one 5; "5 … 7" is a change."""
    assert compare(("5 here and 5 there", "masing-masing 5")) == []
    (found,) = compare(("5 here and 5 there", "5 di sini dan 7 di sana"))
    assert (found.change, found.translated and found.translated.text) == ("changed", "7")
