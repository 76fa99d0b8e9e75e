"""Names found in English and Indonesian text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mtaudit.languages import LANGUAGES
from mtaudit.names.features import features
from mtaudit.names.find import find
from mtaudit.names.tokens import tokens

ENGLISH, INDONESIAN = LANGUAGES["en"], LANGUAGES["id"]


def names(text: str, code: str = "en") -> list[str]:
    return [m.text for m in find(text, LANGUAGES[code])]


def typed(text: str, code: str = "en") -> dict[str, str]:
    return {m.text: m.type for m in find(text, LANGUAGES[code])}


def test_mentions_are_exact_stretches_in_order_and_do_not_overlap() -> None:
    """`text[start:end]` is the mention, and one begins only after the one before has ended."""
    text = "NATO, Russia and Putin met the U.N. in New York City. “Oslo’s streets,” said Jens Stoltenberg’s aide."
    found = find(text, ENGLISH)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= m.confidence <= 1 for m in found)


@pytest.mark.parametrize("text", ["He met Oxford Prof. Anna Reed.", "She thanked Harvard Prof. Anna Reed and left."])
def test_a_title_in_short_parts_a_body_from_a_person(text: str) -> None:
    assert names(text) == [text.split()[2], "Anna Reed"]


def test_the_tagger_can_be_trained_without_the_words_themselves() -> None:
    """So that it learns from well-known names what stands around one; what conventions list is always seen."""
    words = tokens("President Merkel left Berlin", ENGLISH)
    seen, hidden = (features(words, 0, 3, {}, ENGLISH, unknown) for unknown in (False, True))
    assert [row for row in seen[1] if row.startswith("w=")] == ["w=merkel"]
    assert [row for row in hidden[1] if row.startswith("w=")] == []
    assert "w=president" in hidden[0]


def test_a_list_of_names_is_several_names() -> None:
    """Names with commas and "and" between them are told apart."""
    assert names("The talks between NATO, Russia and Putin failed.") == ["NATO", "Russia", "Putin"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He met President Donald Trump on Monday.", "Donald Trump"),
        ("It was the view of Foreign Minister Sergei Lavrov.", "Sergei Lavrov"),
        ("Mr. Rudd's decision came late.", "Rudd"),
        ("They praised Dr. Anthony Fauci.", "Anthony Fauci"),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, name: str) -> None:
    """President, Foreign Minister, Mr., Dr. before a name are left out."""
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hal itu dikatakan Presiden Joko Widodo di depan wartawan.", "Joko Widodo"),
        ("Pertemuan dengan Menlu Retno Marsudi berlangsung lama.", "Retno Marsudi"),
        ("Ia bertemu dengan Jenderal Andika Perkasa kemarin.", "Andika Perkasa"),
    ],
)
def test_indonesian_titles_are_no_part_of_a_name(text: str, name: str) -> None:
    """Presiden, Menlu, Jenderal before a name are left out."""
    assert name in names(text, "id")


def test_possessives_are_left_out() -> None:
    """Straight and typographic 's alike."""
    assert names("We visited Kenya's coast and Tanzania’s lakes.") == ["Kenya", "Tanzania"]


def test_weekdays_months_and_nationalities_alone_are_no_names() -> None:
    """They have capitals in English without naming anybody."""
    assert names("The American team met a Russian crew on Monday, and again in late September.") == []


def test_a_nationality_inside_a_larger_name_stays() -> None:
    """American Airlines is one name."""
    assert names("She flew with American Airlines to Chicago.") == ["American Airlines", "Chicago"]


def test_organisations_keep_their_small_words() -> None:
    """of, for and the do not cut a name."""
    found = names("Experts of the University of Virginia and the Bank of England agreed.")
    assert found == ["University of Virginia", "Bank of England"]


def test_particles_stay_inside_names() -> None:
    """van der, bin, de stand inside people's names."""
    found = names("He spoke with Ursula von der Leyen, Mohammed bin Salman and Guillermo del Toro yesterday.")
    assert found == ["Ursula von der Leyen", "Mohammed bin Salman", "Guillermo del Toro"]


@pytest.mark.parametrize(
    "name", ["Laskhar-e-Taiba", "Saffir-Simpson", "J. K. Rowling", "Conor O'Brien", "G20", "iPhone"]
)
def test_odd_spellings_are_one_name(name: str) -> None:
    """Hyphens, initials, apostrophes, digits and capitals in the middle."""
    assert names(f"Yesterday the report spoke of {name} at length.") == [name]


def test_a_sentence_start_is_a_name_only_where_something_speaks_for_it() -> None:
    """Ordinary words that begin a sentence are none; known names and words never written small are."""
    assert names("Yesterday it rained. Nobody came. Schools were closed.") == []
    assert names("Germany won the match.") == ["Germany"]
    assert names("Maroochydore then beat the visitors.") == ["Maroochydore"]


def test_the_rest_of_the_document_speaks_for_a_sentence_start() -> None:
    """A word with a capital inside a sentence is a name where it begins one, too."""
    text = "Rose was late. We all waited for Rose at the gate, and Rose knew it."
    assert names(text) == ["Rose", "Rose", "Rose"]
    assert names("Rose bushes grow here.") == []


def test_title_case_headlines_prove_nothing() -> None:
    """In a line of capitals throughout only names that are known or stand elsewhere count."""
    found = names("Rescue Teams Search Rubble After Strong Quake in Turkey\nRescuers searched the rubble.")
    assert found == ["Turkey"]


def test_headlines_in_capital_letters() -> None:
    """The same for lines that shout."""
    found = names("KYIV SAYS RUSSIA SHELLED HOSPITAL AGAIN\nOfficials in Kyiv blamed Russia.")
    assert [n.title() for n in found[:2]] == ["Kyiv", "Russia"]
    assert "HOSPITAL" not in found


def test_quotations_do_not_make_names() -> None:
    """The first word of a quotation has its capital for free."""
    assert names('He said, "Nothing will change." She replied: "Everything has."') == []


def test_types() -> None:
    """People, bodies, places and other things are told apart by what surrounds them and what they are made of."""
    found = typed("Angela Merkel left Berlin for the World Economic Forum, according to Deutsche Bank.")
    assert found["Angela Merkel"] == "PER"
    assert found["Berlin"] == "LOC"
    assert found["Deutsche Bank"] == "ORG"
    assert typed("They played for the Davis Cup.") == {"Davis Cup": "MISC"}


def test_one_name_has_one_type_throughout_a_document() -> None:
    """The places of a name decide together."""
    text = (
        "Mrs. Jordan spoke first. Jordan was applauded. Later the crowd called for Jordan again, and Jordan returned."
    )
    assert len({m.type for m in find(text, ENGLISH) if m.text == "Jordan"}) == 1


def test_indonesian_clitics_are_left_out() -> None:
    """-nya and -lah written onto a name with a hyphen are no part of it."""
    assert "Trump" in names("Menurut mereka, Trump-lah yang kalah dalam pemilihan itu.", "id")


def test_indonesian_reduplication_is_no_name() -> None:
    """Anak-anak at a sentence start is a plural."""
    assert names("Anak-anak bermain di halaman. Undang-undang itu disahkan kemarin.", "id") == []


def test_indonesian_bodies_keep_the_words_that_say_what_they_are() -> None:
    """Kepolisian, Mahkamah, Sidang Umum with a capital inside a sentence belong to the name."""
    found = names("Kasus itu dibawa ke Mahkamah Konstitusi dan Komisi Pemberantasan Korupsi kemarin.", "id")
    assert found == ["Mahkamah Konstitusi", "Komisi Pemberantasan Korupsi"]


def test_figures_written_onto_a_name_belong_to_it() -> None:
    """Il-76, JAS 39C."""
    assert typed("A burning Il-76 was seen over the river.") == {"Il-76": "MISC"}


def test_names_of_the_gazetteer_are_found_whole() -> None:
    """Small words and commas of the tables' names do not cut them."""
    assert names("She cited Roe v. Wade in court.") == ["Roe v. Wade"]


def test_inflected_words_that_no_corpus_has_begin_sentences_without_being_names() -> None:
    """A rare form of a common word is no name; a rare word that is none is one."""
    assert names("Dijelaskannya, hal itu tidak benar. Sukoyo membantah.", "id") == ["Sukoyo"]


def test_endless_capitals_are_cut() -> None:
    """No mention swallows a whole text of capitalised words."""
    found = find("Alpha Beta " * 500, ENGLISH)
    assert all(len(m.text.split()) <= 40 for m in found)


def test_empty_and_wordless_texts_have_no_names() -> None:
    """Nothing in, nothing out."""
    assert find("", ENGLISH) == () == find("...\n\n123 -- 45%", INDONESIAN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Actor Tony Leung Ka-fai met Ban Ki-moon.", ["Tony Leung Ka-fai", "Ban Ki-moon"]),
        ("Florida Gov. Ron DeSantis said so.", ["Florida", "Ron DeSantis"]),
        ("He has worked at Halden Management Inc. since 2010.", ["Halden Management Inc."]),
    ],
)
def test_names_end_where_they_end(text: str, expected: list[str]) -> None:
    """Syllables after a hyphen belong to them; titles and other names don't."""
    assert names(text) == expected
