"""By which road a name was damaged."""

from __future__ import annotations

import pytest

from mtaudit.names.roads import SCRIPTS, road


@pytest.mark.parametrize(
    ("name", "found", "way"),
    [
        ("Triantafylopoulos", "Triantafyloulos", "letters dropped"),
        ("Hamburg", "Hambrug", "letters swapped"),
        ("Komen", "Kommen", "letters doubled"),
        ("Gingrich", "Gingenrich", "stray subword piece"),
        ("Constantinople", "Constant", "cut short"),
        ("Volodymyr", "Voludimir", "Arabic script"),
        ("Patrick", "Batrik", "Arabic script"),
        ("Al Jazeera", "Aljazera", "letters dropped"),
        ("Haxton", "Gakston", "Cyrillic script"),
        ("Elizabeth", "Erizabesu", "Japanese script"),
    ],
)
def test_the_road_that_fits_best_is_named(name: str, found: str, way: str) -> None:
    """Each kind of damage has its own road."""
    assert road(name, found) == way


def test_several_spellings_together_tell_more_than_one() -> None:
    """One spelling may be a slip; four that all keep the consonants and change the vowels are a script."""
    way = road("Witkoff", "Whitkov", "Witkov", "Wittouf", "Witkev")
    assert way == "Arabic script"
    assert way in SCRIPTS


def test_an_undamaged_name_has_no_road() -> None:
    """Case and accents are no damage."""
    assert road("Barça", "Barca") == "none"
