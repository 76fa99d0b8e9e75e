"""What is pointed at where a name was damaged, what is offered in its place, and what is left alone."""

from __future__ import annotations

import pytest

from mtaudit.model import DAMAGED_NAME
from tests.names.cases import verdicts


@pytest.mark.parametrize(
    ("english", "indonesian", "name", "found", "suggestion"),
    [
        (  # the damaged word stands apart from the others
            "The minister met Karim Boudjema Haroun Triantafylopoulos in the capital.",
            "Menteri itu bertemu Karim Boudjema Haroun di ibu kota Triantafyloulos.",
            "Karim Boudjema Haroun Triantafylopoulos",
            "Triantafyloulos",
            "Karim Boudjema Haroun Triantafylopoulos",
        ),
        (  # two damaged words far apart: neither alone is the name
            "The minister met Evangelos Triantafylopoulos in the capital on Tuesday.",
            "Menteri itu bertemu Evangeloos di ibu kota pada hari Selasa bersama Triantafyloulos.",
            "Evangelos Triantafylopoulos",
            "Evangeloos",
            "Evangelos Triantafylopoulos",
        ),
        (  # two words of it can be translated: which of them should be, nobody knows
            "They fished in the Sleepy Kwandolo River on Tuesday.",
            "Mereka memancing di Kwandola pada hari Selasa.",
            "Sleepy Kwandolo River",
            "Kwandola",
            "Sleepy Kwandolo River",
        ),
        (  # another word where the foreign one was
            "They ate a Hangi Meal on Tuesday.",
            "Mereka makan Mani Meal pada hari Selasa.",
            "Hangi Meal",
            "Mani Meal",
            "Hangi Meal",
        ),
    ],
)
def test_what_is_wrong_and_what_belongs_there(
    english: str, indonesian: str, name: str, found: str, suggestion: str
) -> None:
    """The stretch has the damage in it, and the name is offered whole where the stretch can't be mended by itself."""
    verdict = verdicts(indonesian, english)[name]
    assert verdict.status in DAMAGED_NAME
    assert (verdict.found, verdict.suggestion) == (found, suggestion)


@pytest.mark.parametrize(
    ("english", "indonesian", "name"),
    [
        ("He went to South Korea, not North Korea.", "Dia pergi ke Korea Utara.", "South Korea"),
        ("He bought it at Apple.", "Dia membelinya di Aple.", "Apple"),
    ],
)
def test_what_the_original_names_and_no_word_of_the_language_is_no_other_name(
    english: str, indonesian: str, name: str
) -> None:
    """The other Korea is named by the original itself, and Aple means nothing in Indonesian."""
    assert verdicts(indonesian, english)[name].status == "localised"


def test_words_that_no_table_has_are_found_whole_by_the_back_translation() -> None:
    """Capitalised words side by side that nothing explains are one name."""
    english = "They blamed the Home Office for it."
    verdict = verdicts("Mereka menyalahkan Depkeh Dagri atas hal itu.", english, back=english)["Home Office"]
    assert (verdict.status, verdict.found) == ("localised", "Depkeh Dagri")
