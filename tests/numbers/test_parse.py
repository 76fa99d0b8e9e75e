"""Numbers are read by value, by the convention of the language they stand in."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.languages.interface import Language
from mtaudit.numbers import NumberMention, numbers


def only(text: str, language: Language) -> NumberMention:
    (mention,) = numbers(text, language)
    return mention


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        (INDONESIAN, "1.500.000,50", Fraction(3000001, 2)),
        (ENGLISH, "1,500,000.50", Fraction(3000001, 2)),
        (INDONESIAN, "1,500", Fraction(3, 2)),
        (ENGLISH, "1,500", 1500),
        (ENGLISH, "dozen and a half", 18),
        (INDONESIAN, "7.5", Fraction(15, 2)),
        (INDONESIAN, "2,4 juta", 2_400_000),
        (ENGLISH, "2.4 million", 2_400_000),
        (INDONESIAN, "dua puluh lima", 25),
        (INDONESIAN, "dua belas", 12),
        (INDONESIAN, "delapanbelas", 18),
        (INDONESIAN, "tiga ratus empat puluh lima ribu", 345_000),
        (INDONESIAN, "seratus lima puluh", 150),
        (INDONESIAN, "seribu satu", 1001),
        (INDONESIAN, "sejuta", 1_000_000),
        (INDONESIAN, "dua setengah juta", 2_500_000),
        (INDONESIAN, "1 juta 500 ribu", 1_500_000),
        (INDONESIAN, "setengah miliar", 500_000_000),
        (ENGLISH, "twenty-five", 25),
        (ENGLISH, "one hundred and five thousand", 105_000),
        (ENGLISH, "two and a half million", 2_500_000),
        (ENGLISH, "half a million", 500_000),
        (ENGLISH, "a hundred and five", 105),
        (ENGLISH, "1.5bn", 1_500_000_000),
        (ENGLISH, "11-1/2", Fraction(23, 2)),
        (ENGLISH, "2½", Fraction(5, 2)),
        (ENGLISH, "two thirds", Fraction(2, 3)),
        (ENGLISH, "three-quarters", Fraction(3, 4)),
        (ENGLISH, "one half", Fraction(1, 2)),
        (ENGLISH, "one in ten", Fraction(1, 10)),
        (ENGLISH, "three out of four", Fraction(3, 4)),
        (ENGLISH, "two dozen", 24),
        (ENGLISH, "halved", Fraction(1, 2)),
        (ENGLISH, "fortnight", 1),
        (INDONESIAN, "sepertiga", Fraction(1, 3)),
        (INDONESIAN, "dua pertiga", Fraction(2, 3)),
        (INDONESIAN, "tiga perempat", Fraction(3, 4)),
        (INDONESIAN, "satu dari sepuluh", Fraction(1, 10)),
        (INDONESIAN, "dua per tiga", Fraction(2, 3)),
        (INDONESIAN, "satu setengah", Fraction(3, 2)),
        (INDONESIAN, "dua lusin", 24),
        (INDONESIAN, "seminggu", 1),
    ],
)
def test_value(language: Language, text: str, value: Fraction | int) -> None:
    """Separators, scale words and number words give one value over the whole stretch."""
    mention = only(text, language)
    assert (mention.value, mention.text) == (value, text)


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        (INDONESIAN, "ke-19", "ordinal", 19),
        (ENGLISH, "19th", "ordinal", 19),
        (INDONESIAN, "kedua puluh lima", "ordinal", 25),
        (INDONESIAN, "7,5 persen", "percent", Fraction(15, 2)),
        (ENGLISH, "40 per cent", "percent", 40),
        (ENGLISH, "40%", "percent", 40),
        (INDONESIAN, "1990-an", "decade", 1990),
        (ENGLISH, "1990s", "decade", 1990),
        (ENGLISH, "in 2018", "year", 2018),
        (INDONESIAN, "puluhan juta", "vague", 10_000_000),
        (INDONESIAN, "era 1970", "decade", 1970),
        (INDONESIAN, "sembilan puluhan", "decade", 90),
        (ENGLISH, "her thirties", "decade", 30),
        (ENGLISH, "scores of people", "vague", 10),
        (ENGLISH, "a third of them", "fraction", Fraction(1, 3)),
        (ENGLISH, "fell by a third", "fraction", Fraction(1, 3)),
        (ENGLISH, "a third man", "ordinal", 3),
        (ENGLISH, "twice", "times", 2),
        (ENGLISH, "three times as long", "times", 3),
        (INDONESIAN, "dua kali lipat", "times", 2),
        (ENGLISH, "half a percentage point", "percent", Fraction(1, 2)),
        (INDONESIAN, "tiga poin persentase", "percent", 3),
    ],
)
def test_kind(language: Language, text: str, kind: str, value: Fraction | int) -> None:
    """What stands around the figures says what they count."""
    mention = only(text, language)
    assert (mention.kind, mention.value) == (kind, value)


@pytest.mark.parametrize(
    ("language", "text", "clock"),
    [
        (ENGLISH, "12:55", 775),
        (ENGLISH, "3 p.m.", 900),
        (ENGLISH, "7.30pm", 1170),
        (ENGLISH, "12 a.m.", 0),
        (INDONESIAN, "pukul 12.55", 775),
        (INDONESIAN, "pukul 3 sore", 900),
        (INDONESIAN, "jam tiga pagi", 180),
        (INDONESIAN, "pukul 11 siang", 660),
        (INDONESIAN, "pukul 12 siang", 720),
        (INDONESIAN, "pukul 12 malam", 0),
        (INDONESIAN, "pukul 1 malam", 60),
        (INDONESIAN, "pukul 01.45 dini hari", 105),
        (INDONESIAN, "tengah malam", 0),
        (INDONESIAN, "pukul setengah empat", 210),
        (INDONESIAN, "pukul empat kurang seperempat", 225),
        (ENGLISH, "noon", 720),
        (ENGLISH, "12 noon", 720),
        (ENGLISH, "8 o'clock in the evening", 1200),
        (ENGLISH, "half past three in the afternoon", 930),
        (ENGLISH, "quarter to five", 285),
        (ENGLISH, "ten past three in the afternoon", 910),
        (ENGLISH, "at twenty to seven in the morning", 400),
        (INDONESIAN, "pukul tiga lewat sepuluh sore", 910),
        (INDONESIAN, "pukul tujuh kurang 20 pagi", 400),
    ],
)
def test_time_of_day(language: Language, text: str, clock: int) -> None:
    """Times of day come as minutes since midnight, however they are written."""
    mention = only(text, language)
    assert (mention.kind, mention.clock) == ("time", clock)


@pytest.mark.parametrize(
    ("language", "text", "known"),
    [
        (ENGLISH, "3:30", False),
        (ENGLISH, "15:30", True),
        (ENGLISH, "3:30 p.m.", True),
        (INDONESIAN, "pukul 3", False),
        (INDONESIAN, "pukul 3.30", False),
        (INDONESIAN, "pukul 03.30", True),
        (INDONESIAN, "malam hari pukul 10.30", False),
    ],
)
def test_the_half_of_the_day_is_known_or_not(language: Language, text: str, known: bool) -> None:
    """Indonesian counts to 24, so "03.30" is the morning, unless a part of the day is said near by."""
    assert only(text, language).half_day_known == known


def test_both_ends_of_a_range_are_times() -> None:
    """Only one of them need say so."""
    assert [m.clock for m in numbers("between 2 and 4 p.m.", ENGLISH)] == [120, 960]
    assert [m.clock for m in numbers("pukul 09.30 hingga 16.00", INDONESIAN)] == [570, 960]
    assert [m.kind for m in numbers("2 killed at 4 p.m.", ENGLISH)] == ["cardinal", "time"]


def test_days_and_months_by_name() -> None:
    """They are values too, but nobody is blamed for leaving one out."""
    found = numbers("On Monday, in late July", ENGLISH)
    assert [(m.kind, m.value, m.sure) for m in found] == [("weekday", 1, False), ("date", 7, False)]
    assert [m.value for m in numbers("pada Jum'at dan hari Minggu", INDONESIAN)] == [5, 7]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (INDONESIAN, "Minggu lalu mereka pergi dua minggu kemudian."),
        (ENGLISH, "May left. Theresa May may march. March on!"),
    ],
)
def test_words_that_look_like_days_and_months(language: Language, text: str) -> None:
    """`Minggu` that begins a sentence may be a week, May a person."""
    assert not [m for m in numbers(text, language) if m.kind in ("weekday", "date")]


def test_scale_words_with_a_clitic_and_side_by_side() -> None:
    assert only("15,5 jutanya", INDONESIAN).value == 15_500_000
    assert [m.value for m in numbers("three million and five million", ENGLISH)] == [3_000_000, 5_000_000]


def test_money() -> None:
    """Signs before and words after give the currency."""
    found = numbers("Rp1,5 miliar, US$5 juta dan 20 euro", INDONESIAN)
    assert [(m.value, m.currency) for m in found] == [(1_500_000_000, "IDR"), (5_000_000, "USD"), (20, "EUR")]


def test_date() -> None:
    """A month beside a day is a number too; the verb "may" is none."""
    assert [m.value for m in numbers("March 5, 2020", ENGLISH)] == [3, 5, 2020]
    assert [m.value for m in numbers("5 Maret 2020", INDONESIAN)] == [5, 3, 2020]
    assert [m.value for m in numbers("we may 5", ENGLISH)] == [5]
    assert [m.value for m in numbers("30.05.2005", INDONESIAN)] == [30, 5, 2005]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        (INDONESIAN, "pada 45/13/1990", ["cardinal", "cardinal", "year"]),
        (INDONESIAN, "Senin (99/14)", ["weekday", "cardinal", "cardinal"]),
        (ENGLISH, "twentieth hundred", ["ordinal", "cardinal"]),
        (INDONESIAN, "tiga dari 5 km", ["cardinal", "cardinal"]),
    ],
)
def test_figures_that_only_look_alike(language: Language, text: str, kinds: list[str]) -> None:
    """There is no thirteenth month, and no share of one length in another."""
    assert [m.kind for m in numbers(text, language)] == kinds


def test_small_words_and_romans_are_not_sure() -> None:
    """They may be no number at all, so nobody is blamed for them."""
    for text, language in (
        ("the two, one of them third, several hundred", ENGLISH),
        ("kedua pihak, satu sama lain, beberapa ratus", INDONESIAN),
        ("Perang Dunia II", INDONESIAN),
    ):
        found = numbers(text, language)
        assert found
        assert not any(m.sure for m in found)


def test_offsets_hold() -> None:
    """`text` is the stretch between `start` and `end`."""
    text = "Pada 5 Mei, ke-3 kalinya, 1.500 orang (7,5 persen) membayar Rp2,5 juta sejak 1990-an."
    found = numbers(text, INDONESIAN)
    assert len(found) == 7
    assert all(text[m.start : m.end] == m.text for m in found)


def test_addresses_are_no_numbers() -> None:
    """Web addresses and handles are skipped; so are figures inside a code, for blame."""
    assert numbers("lihat www.kantor.co.id/2018/09/30 dan @user99", INDONESIAN) == ()
    assert only("F-16", ENGLISH).code
    assert not only("13-year-old", ENGLISH).code


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        (ENGLISH, "6'4\"", Fraction(19, 3)),
        (ENGLISH, "5’10½”", 5 + Fraction(21, 24)),
        (ENGLISH, "6 feet 4", Fraction(19, 3)),
        (INDONESIAN, "1 meter 93", 1 + Fraction(93, 100)),
    ],
)
def test_measures_in_two_parts_are_one(language: Language, text: str, value: Fraction | int) -> None:
    """Feet and inches, a metre and centimetres are one length."""
    tail = " cm" if language is INDONESIAN else ""
    mention = only(text + tail, language)
    assert (mention.value, mention.text) == (value, text)


def test_apostrophes_that_are_no_feet() -> None:
    """Minutes and seconds, decades and ends of quotations keep their figures apart."""
    assert [m.value for m in numbers("a lap of 2'04\"", ENGLISH)] == [2, 4]
    assert [m.value for m in numbers("'I was 5' and '6 of us'", ENGLISH)] == [5, 6]


def test_figures_before_a_scaled_number_may_have_its_scale() -> None:
    """In "5 to 10 million" the five may be five million."""
    five, _ = numbers("5 to 10 million", ENGLISH)
    assert five.values == (5, 5_000_000)


def test_grouping_of_the_subcontinent() -> None:
    """A lakh is a hundred thousand, however its figures are grouped."""
    assert only("1,00,000 people", ENGLISH).value == 100_000


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("the attacks of 9/1 and", [9, 1]),
        ("two half-brothers", [2, Fraction(1, 2)]),
        ("6'13\" is no height", [6, 13]),
    ],
)
def test_what_only_looks_like_parts_of_a_whole(text: str, values: list[int | Fraction]) -> None:
    """Dates and scores are no fractions, halves of something else no halves of the number, an inch less than a foot."""
    assert [m.value for m in numbers(text, ENGLISH)] == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (ENGLISH, "five six seven", [5, 6, 7]),
        (ENGLISH, "two 5 three", [2, 5, 3]),
        (ENGLISH, "five a day", [5, 1]),
        (ENGLISH, "five and three", [5, 3]),
        (ENGLISH, "twenty ten", [20, 10]),
        (ENGLISH, "sixty seventy people", [60, 70]),
        (ENGLISH, "a hundred hundred", [100, 100]),
        (ENGLISH, "two million million", [2_000_000, 1_000_000]),
        (ENGLISH, "five million thousand", [5_000_000, 1000]),
        (INDONESIAN, "pukul 14 pagi", [14]),
        (ENGLISH, "two thousand three million", [2003, 1_000_000]),
        (INDONESIAN, "tiga ribu lima juta", [3005, 1_000_000]),
        (INDONESIAN, "lima belas belas", [15]),
        (INDONESIAN, "dari 5 ke 10", [5, 10]),
        (ENGLISH, "6 feet, 4 men", [6, 4]),
        (ENGLISH, "6 feet 4 pounds", [6, 4]),
    ],
)
def test_words_that_belong_to_no_one_number(language: Language, text: str, values: list[int]) -> None:
    """What does not go on the number before it begins one of its own, or is none."""
    assert [m.value for m in numbers(text, language)] == values


def test_ordinals_in_two_words() -> None:
    """`ke` before a number in words makes it an ordinal; before figures that stand apart it is `to`."""
    assert (only("peringkat ke dua puluh", INDONESIAN).value, only("peringkat ke dua puluh", INDONESIAN).kind) == (
        20,
        "ordinal",
    )
    assert [m.kind for m in numbers("dari 5 ke 10", INDONESIAN)] == ["cardinal", "cardinal"]


def test_one_letter_may_be_a_scale_or_a_measure() -> None:
    """5m are five metres or five million."""
    assert only("5m of cloth", ENGLISH).values == (5, 5_000_000)


def test_a_short_form_alone_is_no_month() -> None:
    """Jan may be a person; beside a day it is a month."""
    assert [m.value for m in numbers("Jan came in May.", ENGLISH)] == [5]
    assert [m.value for m in numbers("He came on Jan 3.", ENGLISH)] == [1, 3]


def test_a_day_that_may_be_another_word_at_the_beginning() -> None:
    """`Minggu` begins a sentence as the week; behind `hari` it is Sunday."""
    assert [m.text for m in numbers("Minggu ini sepi. Pada hari Minggu.", INDONESIAN)] == ["Minggu"]
