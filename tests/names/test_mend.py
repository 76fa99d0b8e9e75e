"""What is pointed at where a name was damaged, what is offered in its place, and what is left alone."""

from __future__ import annotations

import pytest

from mtaudit.case import Case, GlossaryEntry
from mtaudit.model import DAMAGED_NAME
from mtaudit.names.cluster import NameIndex
from mtaudit.names.judge import judge
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
        (  # what says that it is a river is gone: it comes back in Indonesian
            "They fished in the Kwandolo River on Tuesday.",
            "Mereka memancing di Kwandola pada hari Selasa.",
            "Kwandolo River",
            "Kwandola",
            "Sungai Kwandolo",
        ),
        (  # two words of it can be translated: which of them should be, nobody knows
            "They fished in the Sleepy Kwandolo River on Tuesday.",
            "Mereka memancing di Kwandola pada hari Selasa.",
            "Sleepy Kwandolo River",
            "Kwandola",
            "Sleepy Kwandolo River",
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
        ("They saw Abrams in town.", "Mereka melihat Tank di kota.", "Abrams"),
        (
            "They flew with All Nippon Airways to town.",
            "Mereka terbang dengan All Nippona Maskapai ke kota.",
            "All Nippon Airways",
        ),
    ],
)
def test_another_form_of_a_name_is_no_other_name(english: str, indonesian: str, name: str) -> None:
    """The other Korea is named by the original itself, Aple means nothing, Abrams is no common word to be translated.

    Where one word is spelled otherwise and another translated, no word stands as it was to make it half a name.
    """
    assert verdicts(indonesian, english)[name].status not in DAMAGED_NAME


def test_a_prefix_and_a_translated_word_are_the_name() -> None:
    """Half of the word is the same in both languages, the other half has a meaning that both know."""
    found = verdicts("Mereka bertemu di Europasar kemarin.", "They met at the Euromarket yesterday.")["Euromarket"]
    assert (found.status, found.found) == ("localised", "Europasar")


def test_a_form_without_a_letter_stands_nowhere() -> None:
    """A glossary may have a dash where nothing is to be written; no small word of the text spells it."""
    row = GlossaryEntry("Tavaro", ("-",), type="ORG")
    verdict = verdicts("Rumah nya di kota. Ya.", "They work with Tavaro in town. Yes.", glossary=[row])["Tavaro"]
    assert (verdict.status, verdict.found) == ("dropped", None)


def offered(one: Case) -> dict[str | None, str]:
    return {v.found: v.suggestion for v in judge(one, NameIndex.build([one], [], ())) if v.suggestion}
