"""Number rules tell what became of a figure, where, how bad, and what it should be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mtaudit.case import Case
from mtaudit.rules.numbers import RULES, kept
from mtaudit.rules.registry import run

MakeCase = Callable[..., Case]
ALL = [rule() for rule in RULES]


def test_changed_number_is_major_with_the_right_form(case: MakeCase) -> None:
    """The place is the figure itself; the suggestion is the Indonesian form of the original's."""
    laid = case("Sebanyak 2.600 orang pergi.", "Some 2,500 people left.")
    (found,) = run(laid, ALL)
    assert (found.rule, found.severity, found.text, found.original, found.suggestion) == (
        "NUM301",
        "major",
        "2.600",
        "2,500",
        "2.500",
    )
    assert laid.text[found.start : found.end] == found.text
    assert found.evidence == "original"


def test_wrong_scale_is_critical(case: MakeCase) -> None:
    """Million for billion is critical, with the right scale word."""
    (found,) = run(case("Harganya 5 juta dolar.", "It costs $5 billion."), ALL)
    assert (found.rule, found.severity, found.suggestion) == ("NUM302", "critical", "5 miliar")


def test_lost_numbers_of_a_sentence_are_one_finding(case: MakeCase) -> None:
    """A clause that fell out takes all its numbers with it: one finding."""
    (found,) = run(case("Rapat itu ditunda.", "The meeting of March 5, 2019 was put off."), ALL)
    assert found.rule == "NUM303"
    assert "2019" in found.message
    assert found.text == "Rapat itu ditunda."
    assert found.original == "March 5, 2019"  # as it stands, from the first to the last of them


def test_added_number_is_minor(case: MakeCase) -> None:
    """A figure that the original doesn't give is marked."""
    (found,) = run(case("Sebanyak 300 orang datang.", "Many people came."), ALL)
    assert (found.rule, found.severity, found.text) == ("NUM304", "minor", "300")


def test_unit_changed(case: MakeCase) -> None:
    """The same figure in another unit is another length."""
    (found,) = run(case("Ombak setinggi 20 meter.", "Waves as high as 20 feet."), ALL)
    assert (found.rule, found.severity) == ("NUM306", "major")


@pytest.mark.parametrize(
    ("english", "indonesian", "text"),
    [
        ("Five people were killed and 20 were hurt.", "Dua puluh orang tewas dan lima terluka.", "Dua puluh"),
        ("The school has 40 teachers and 600 students.", "Sekolah itu memiliki 600 guru dan 40 siswa.", "600"),
        ("Ahmad, 45, and his son, 12, survived.", "Ahmad (12) dan anaknya (45) selamat.", "12"),
        ("They met on May 28 and June 4.", "Mereka bertemu pada 4 Mei dan 28 Juni.", "4"),
        ("The school has 40 teachers and 600 students.", "Sekolah itu memiliki 600 siswa dan 40 guru.", None),
        ("They met on May 28 and June 4.", "Mereka bertemu pada 4 Juni dan 28 Mei.", None),
        ("Ahmad, 45, and his son, 12, survived.", "Anak Ahmad (12) dan Ahmad (45) selamat.", None),
    ],
)
def test_numbers_that_changed_places(case: MakeCase, english: str, indonesian: str, text: str | None) -> None:
    """Told once, by the words that are counted; numbers that only come in another order are right."""
    found = run(case(indonesian, english), ALL)
    assert [(f.rule, f.severity, f.text) for f in found] == ([("NUM308", "major", text)] if text else [])


@pytest.mark.parametrize(
    ("english", "indonesian", "stretches"),
    [
        ("The ban lasts 90 minutes.", "Larangan itu berlaku satu setengah jam.", ["90 minutes"]),
        ("Bake at 425 F, then wait.", "Panggang pada suhu 218 °C, lalu tunggu.", ["425 F"]),
        ("The ban lasts 90 minutes.", "Larangan itu berlaku dua jam.", []),
    ],
)
def test_numbers_that_are_there_by_value(case: MakeCase, english: str, indonesian: str, stretches: list[str]) -> None:
    """With the word of their measure: nothing of them is missing, whatever else stands in its place."""
    assert [english[a:b] for a, b in kept(case(indonesian, english)).spans] == stretches


def test_a_decade_that_became_a_year(case: MakeCase) -> None:
    """`1970` for `1970s` is another time."""
    (found,) = run(case("Band itu terkenal pada 1970.", "The band was famous in the 1970s."), ALL)
    assert (found.rule, found.severity, found.text) == ("NUM306", "major", "1970")


def test_nothing_is_said_without_a_whole_original(case: MakeCase) -> None:
    """No original, or one that only carries passages: no number can be judged."""
    assert run(case("Sebanyak 300 orang datang."), ALL) == ()
    assert run(replace(case("Sebanyak 300 orang.", "Many people."), kind="partial", links=()), ALL) == ()


def test_sentence_without_a_partner_is_left_to_adequacy(case: MakeCase) -> None:
    """A sentence that is missing whole is another rule's finding."""
    assert run(case("Satu.\n", "One.\nIt killed 45 people."), ALL) == ()


def test_every_rule_finds_its_own_example(case: MakeCase) -> None:
    """The example on a rule's page is one, beside its English or alone."""
    for rule in RULES:
        english, indonesian = rule.example
        found = (*run(case(indonesian, english), ALL), *run(case(indonesian), ALL))
        assert rule.code in [f.rule for f in found], rule.code


@pytest.mark.parametrize(
    ("english", "indonesian", "quiet"),
    [
        ("It was about 41 degrees Fahrenheit.", "Suhunya sekitar 5 derajat Celsius.", True),
        ("Temperatures reached 104°F.", "Suhu mencapai 40°C.", True),
        ("Waters warmed by 9 degrees Fahrenheit.", "Perairan menghangat 5 derajat Celsius.", True),
        ("It was about 41 degrees Fahrenheit.", "Suhunya sekitar 15 derajat Celsius.", False),
        ("It was about 41 degrees Celsius.", "Suhunya sekitar 14 derajat Celsius.", False),
    ],
)
def test_converted_temperatures(case: MakeCase, english: str, indonesian: str, quiet: bool) -> None:
    """A newsroom converts degrees; a wrong conversion or a changed temperature is still found."""
    assert (not run(case(indonesian, english), ALL)) is quiet


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Perusahaan itu bernilai 5 bn dolar.", "5 bn", "5 miliar"),
        ("Rapat dimulai pukul 8:30 p.m. di kantor.", "8:30 p.m.", "20.30"),
        ("Gerbang ditutup pukul 12 am setiap hari.", "12 am", "00.00"),
        ("Suhu mencapai 95°F pada hari Minggu.", "95°F", "95°F (35°C)"),
        ("Pemilihan itu digelar pada 9/13/2024 di sana.", "9/13/2024", "13/9/2024"),
    ],
)
def test_english_dress_shows_in_the_article_alone(case: MakeCase, text: str, wrong: str, right: str) -> None:
    """Scale signs, halves of the day and Fahrenheit that only English readers know."""
    (found,) = run(case(text), ALL)
    assert (found.rule, found.text, found.suggestion) == ("NUM307", wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "Suhu mencapai 35°C (95°F) pada hari Minggu.",
        "Harganya Rp5 jt dan Rp3 m, kata dia.",
        "Rapat dimulai pukul 20.30 WIB.",
        "Ia lari 5 km pada pukul 08.00 pagi.",
        "Pemilihan digelar pada 13/9/2024 dan 1/2/2025.",
    ],
)
def test_what_indonesian_writes_itself_is_no_english_dress(case: MakeCase, text: str) -> None:
    assert run(case(text), ALL) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Harga beras naik menjadi 40 rupiah per kilogram di Mumbai, kata pedagang India.", ["rupiah"]),
        ("Harga beras naik menjadi 40 rupiah per kilogram di Jakarta, lebih mahal dari India.", []),
        ("Harga beras 40 rupee (sekitar 7.500 rupiah) per kilogram di Mumbai.", []),
        ("Bank di Mumbai menukar rupiah.", []),
        ("Pakistan memberi 50 juta dolar (450 miliar rupiah), katanya.", []),
        ("Klub membayar £72,5 juta. Harga 72,5 juta dolar itu tertinggi.", ["72,5 juta"]),
        ("Klub membayar £72,5 juta. Harga 72,5 juta pound itu tertinggi.", []),
        ("Klub membayar £70 juta, dan klub lain 70 juta dolar.", []),
    ],
)
def test_the_article_shows_whose_money_is_meant(case: MakeCase, text: str, told: list[str]) -> None:
    """Rupiah where rupees are paid; not where Indonesia is spoken of, or both currencies are named."""
    assert [f.text for f in run(case(text), ALL) if f.rule == "NUM309"] == told
