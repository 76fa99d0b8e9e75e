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
        ("He is 6'4\" tall", "Tingginya 193 sentimeter"),
        ("He's 5’10” and thin", "Ia 178 sentimeter dan kurus"),
        ("at 6′4″", "1,93 meter"),
        ("6ft 4in", "193 cm"),
        ("6 feet 4 inches", "6 kaki 4 inci"),
        ("the 6-foot-4 forward", "penyerang setinggi 193 sentimeter"),
        ("six feet four inches", "193 cm"),
        ("6'4\" (193 cm)", "193 cm"),
        ("8 pounds 3 ounces", "3,7 kilogram"),
        ("a lap of 2'04\"", "satu putaran 2 menit 4 detik"),
        ("5-10 feet", "1,5 hingga 3 meter"),
        ("a decade and a half", "lima belas tahun"),
        ("a decade and a half ago", "satu setengah dekade lalu"),
        ("a century and a half", "150 tahun"),
        ("half a dozen", "enam"),
        ("a quarter of a century", "25 tahun"),
        ("I said it a hundred times", "Saya bilang berkali-kali"),
        ("a million times", "berulang kali"),
        ("dozens of times", "berkali-kali"),
        ("we did it repeatedly", "kami melakukannya seribu kali"),
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
        ("he came on Friday", "ia datang 5 kali", "added"),
        ("$50", "50 euro", "currency"),
        ("20 feet", "20 meter", "measure"),
        ("four dogs", "7 anjing", "changed"),
        ("thousands of people", "jutaan orang", "scale"),
        ("temperatures in the 90s", "suhu di tahun 90-an", "decade"),
        ("He is 6'4\" tall", "Tingginya 183 sentimeter", "changed"),
        ("He is 6ft 4in tall", "Tingginya 1,64 meter", "changed"),
        ("He's 5’10”", "Ia tinggi", "lost"),
        ("a decade and a half", "dua puluh lima tahun", "changed"),
        ("a hundred times", "seribu kali", "scale"),
        ("he fell 100 times", "ia jatuh berkali-kali", "lost"),
        ("a hundred people", "banyak orang", "lost"),
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


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("at 3 p.m.", "pukul 03.00"),
        ("at 3 p.m.", "pukul 3 pagi"),
        ("at 9 a.m.", "pukul 21.00"),
        ("at 12:30 a.m.", "pukul 12.30 siang"),
        ("at 8 o'clock in the evening", "pukul 08.00 pagi"),
        ("from 9:30 a.m. to 4 p.m.", "dari pukul 09.30 hingga 04.00"),
        ("at noon", "tengah malam"),
        ("at three o'clock", "pukul empat"),
        ("in late July", "akhir Juni"),
        ("In May, he left", "Pada Maret, dia pergi"),
        ("March 5", "3 Mei"),
    ],
)
def test_another_time_or_month_is_a_change(english: str, indonesian: str) -> None:
    """Twelve hours off is another time; a month needs no day beside it."""
    assert "changed" in [d.change for d in compare((english, indonesian))]


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("at 3 p.m.", "pukul 3"),
        ("at 3:30 p.m.", "pukul 3.30"),
        ("at 12:40 a.m.", "pukul 12.40 AM"),
        ("at midnight", "pukul 00.00"),
        ("at noon", "pukul 12 siang"),
        ("at midnight", "dini hari"),
        ("at half past three in the afternoon", "pukul 15.30"),
        ("at half past three", "pukul setengah empat"),
        ("between 2 and 4 p.m.", "antara pukul 14.00 dan 16.00"),
        ("at 10 p.m.", "pukul 10.00, malam itu juga"),
        ("on Sunday", "pada hari Ahad"),
        ("last Friday", "pekan lalu"),
        ("In May, he left", "Pada bulan Mei, dia pergi"),
    ],
)
def test_the_same_time_in_other_words(english: str, indonesian: str) -> None:
    """What may be the same, or is only left out, is no difference."""
    assert compare((english, indonesian)) == []


def test_another_weekday_is_a_difference_of_its_own() -> None:
    """Not a number, and one for each day that is another."""
    (found,) = compare(("On Monday and Friday", "Pada Senin dan Sabtu"))
    assert (found.change, found.original.text, found.translated.text) == ("weekday", "Friday", "Sabtu")  # type: ignore[union-attr]
    assert compare(("The talks on Monday", "Pembicaraan itu"), ("ended.", "berakhir Senin.")) == []
