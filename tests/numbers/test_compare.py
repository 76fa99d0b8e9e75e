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
        ("a third of them", "sepertiganya"),
        ("a third of them", "33 persen"),
        ("one in five people", "20 persen orang"),
        ("one in five people", "seperlima orang"),
        ("two in three voters", "dua dari tiga pemilih"),
        ("20 of the 30 seats", "20 dari 30 kursi"),
        ("358 of 457, 78%", "358 dari 457, 78%"),
        ("up a third", "naik sepertiga"),
        ("a third term", "masa jabatan ketiga"),
        ("both men", "kedua pria"),
        ("twice as many", "dua kali lebih banyak"),
        ("it was halved", "dikurangi separuh"),
        ("it was halved", "turun 50 persen"),
        ("18 months", "satu setengah tahun"),
        ("six months", "setengah tahun"),
        ("two and a half years", "30 bulan"),
        ("90 minutes", "satu setengah jam"),
        ("24 hours", "sehari"),
        ("a fortnight", "dua minggu"),
        ("two decades", "dua puluh tahun"),
        ("half an hour", "30 menit"),
        ("three quarters of an hour", "tiga perempat jam"),
        ("a year and a half", "satu setengah tahun"),
        ("$5 a day", "5 dolar per hari"),
        ("in the 1970s", "pada dekade 1970"),
        ("in the 1970s", "pada 1970 - an"),
        ("in the 1970s", "pada 1970s"),
        ("in the nineties", "pada 1990-an"),
        ("heated to 350 F", "dipanaskan hingga 177°C"),
        ("14 degrees Fahrenheit", "minus 10 derajat Celsius"),
        ("temperatures of 95 degrees", "suhu 35 derajat Celsius"),
        ("300 square miles", "777 kilometer persegi"),
        ("2 hours 5 minutes", "2 jam 5 menit"),
        ("August 17, 1945", "17/8/1945"),
        ("on 03/04/2025", "pada 3 April 2025"),
        ("on 03/04/2025", "pada 4 Maret 2025"),
        ("On July 14", "Pada Jumat (14/7)"),
        ("from 55 to 61 percent", "dari 55 menjadi 61 persen"),
        ("to 61 percent from 55 percent", "dari 55 persen menjadi 61 persen"),
        ("won 12 seats and 30 posts", "meraih 30 jabatan dan 12 kursi"),
        ("a 3-1 loss", "kalah 1-3"),
        ("40 mph (64 kph)", "64 km/jam (40 mph)"),
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
        ("a third of them", "seperempat", "changed"),
        ("a fifth of them", "kelima", "changed"),
        ("one in ten", "satu dari lima", "changed"),
        ("three quarters", "sepertiga", "changed"),
        ("a third term", "masa jabatan keempat", "changed"),
        ("the fifth floor", "lantai enam", "changed"),
        ("dozens of houses", "ratusan rumah", "scale"),
        ("scores of people", "ribuan orang", "scale"),
        ("two dozen", "dua puluh", "changed"),
        ("in the 1970s", "pada 1970", "year"),
        ("in her thirties", "usia 40-an", "changed"),
        ("in the nineties", "tahun 1980-an", "changed"),
        ("six feet", "6 meter", "measure"),
        ("seven pounds", "7 kilogram", "measure"),
        ("95 degrees Fahrenheit", "95 derajat Celsius", "measure"),
        ("350 F", "350 °C", "measure"),
        ("300 square miles", "300 kilometer persegi", "measure"),
        ("six weeks", "enam bulan", "measure"),
        ("a decade ago", "satu abad lalu", "measure"),
        ("18 months", "18 tahun", "measure"),
        ("two and a half years", "dua tahun", "changed"),
        ("a year and a half", "setahun", "changed"),
        ("doubled", "naik tiga kali lipat", "changed"),
        ("twice as many", "hanya separuh", "changed"),
        ("tripled", "dua kali lipat", "changed"),
        ("five dollars", "lima euro", "currency"),
        ("August 17, 1945", "17/9/1945", "changed"),
        ("On July 14", "Pada Jumat (14/8)", "changed"),
        ("from 5 percent to 4 percent", "dari 4 persen menjadi 5 persen", "moved"),
        ("It took a year, then one day.", "Itu butuh sehari, lalu satu pertemuan.", "measure"),
        ("It took a year.", "Itu butuh 5.", "added"),
    ],
)
def test_different(english: str, indonesian: str, change: str) -> None:
    """Each kind of change has its name."""
    (found,) = compare((english, indonesian))
    assert found.change == change


def test_each_number_is_changed_into_one_other() -> None:
    """The nearest stand for each other, and an ordinal for none that counts."""
    found = compare(("They met 14 men and 17 women.", "Mereka bertemu 71 pria dan 41 wanita."))
    assert [(d.original and d.original.text, d.translated and d.translated.text) for d in found] == [
        ("14", "71"),
        ("17", "41"),
    ]
    found = compare(("He was 3rd with 5 goals.", "Ia berada di tempat 4 dengan banyak gol."))
    assert [(d.change, d.original and d.original.text) for d in found] == [("changed", "5"), ("lost", "3rd")]


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
