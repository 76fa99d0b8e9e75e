"""How near two spellings are, and which differences are none."""

from __future__ import annotations

import pytest

from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.names.spelling import (
    fold,
    inserted_piece,
    loans,
    nearness,
    romanisations,
    skeleton,
)

LOANS = loans(ENGLISH_INDONESIAN)


@pytest.mark.parametrize(("one", "other"), [("Barça", "Barca"), ("Il-76", "IL 76"), ("O’Brien", "O'Brien")])
def test_accents_case_hyphens_and_spaces_make_no_other_name(one: str, other: str) -> None:
    """Barça and Barca are the same letters."""
    assert fold(one) == fold(other)


def test_letters_without_an_accent_to_take_off_have_a_latin_form() -> None:
    """Øystein and Oystein, Łukasz and Lukasz meet."""
    assert fold("Øystein") == "oystein"
    assert fold("Łukasz") == "lukasz"


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zelenskyy", "Zellinski", "Zelensky"),
        ("Volodymyr", "Voludimir"),
        ("Gorbachev", "Gorbatschow", "Gorbachov"),
        ("Philip", "Filip"),
    ],
)
def test_spellings_of_one_sound_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    """What scripts and ears confuse falls together."""
    assert len({skeleton(s) for s in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Putin", "Lavrov"), ("Rubio", "Romeo"), ("Obama", "Bama")])
def test_different_names_have_different_skeletons(one: str, other: str) -> None:
    """Consonants that no script merges, and a vowel at the beginning, keep names apart."""
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sergei", "Sergey"), ("Ayatollah", "Ayatullah"), ("Dostoevsky", "Dostoevskiy"), ("Mohammed", "Muhammad")],
)
def test_romanisations_that_newsrooms_use_side_by_side_are_no_damage(one: str, other: str) -> None:
    """Sergei and Sergey are both right."""
    assert romanisations(one, other)


@pytest.mark.parametrize(("one", "other"), [("Kalousis", "Kaluusis"), ("Pittman", "Pitten"), ("Iran", "Iraq")])
def test_damage_is_no_romanisation(one: str, other: str) -> None:
    """A letter more, fewer or other than a romanisation allows is seen."""
    assert not romanisations(one, other)


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [("President", "Presiden"), ("Pacific", "Pasifik"), ("Constitution", "Konstitusi"), ("Democracy", "Demokrasi")],
)
def test_loan_words_are_known_by_their_spelling(english: str, indonesian: str) -> None:
    """Indonesian respells English words by rule."""
    assert LOANS.cognates(english, indonesian)


def test_words_that_only_begin_alike_are_no_loans() -> None:
    """President and Pesiar are different words."""
    assert not LOANS.cognates("President", "Pesiar")


def test_places_may_be_respelled_but_not_lose_letters() -> None:
    """Bucharest/Bukarest is respelling, Korydallus/Korydalus is not."""
    assert LOANS.respelled("Bucharest") == LOANS.respelled("Bukarest")
    assert LOANS.respelled("Korydallus") != LOANS.respelled("Korydalus")


def test_damaged_spellings_are_nearer_than_other_names() -> None:
    """A stray piece or a lost letter leaves a name nearer than another name is."""
    for name, damaged, other in (
        ("Gingrich", "Gingenrich", "Goodrich"),
        ("Siminoff", "Simeninoff", "Simpson"),
        ("Ma", "Maen", "Li"),
    ):
        assert nearness(name, damaged) > 0.8 > nearness(name, other)


def test_nearness_is_symmetric_and_one_only_for_the_same_letters() -> None:
    """No order, and no false certainty."""
    assert nearness("Iran", "Iraq") == nearness("Iraq", "Iran") < 1.0
    assert nearness("Kyiv", "KYIV") == 1.0


def test_a_stray_piece_is_found_where_it_stands() -> None:
    """The letters put in, wherever they are."""
    assert inserted_piece("gingrich", "gingenrich") == "en"
    assert inserted_piece("gingrich", "goodrich") == ""
