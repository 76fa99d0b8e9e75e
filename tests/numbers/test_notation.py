"""Numbers in the dress of the other language."""

from __future__ import annotations

from mtaudit.languages import ENGLISH, INDONESIAN
from mtaudit.numbers.notation import foreign_notation
from mtaudit.text import Reading


def test_halves_of_the_day_stand_behind_hours_of_twelve() -> None:
    """There is no fifteenth hour of an afternoon to write otherwise."""
    mends = [[slip.mend for slip in foreign_notation(Reading(text, INDONESIAN, ENGLISH))]
             for text in ("Rapat mulai 8 p.m. nanti.", "Rapat mulai 15 p.m. nanti.")]  # fmt: skip
    assert mends == [["20.00"], []]


def test_an_event_known_by_its_date_keeps_the_date() -> None:
    """`9/11` reads as the ninth of November; a share, a date with its year and a number of pages are none."""
    texts = ("Sejak serangan 9/11, ia pindah.", "Rapat 9/11/2024 batal.", "Halaman 9/11-12.", "Skor 19/11.")
    told = [[slip.mend for slip in foreign_notation(Reading(text, INDONESIAN, ENGLISH))] for text in texts]
    assert told == [["11 September"], [], [], []]
