"""Who speaks: direct, inverted, split and indirect attributions in both languages."""

from __future__ import annotations

import pytest

from mtaudit.languages import ENGLISH, INDONESIAN
from mtaudit.quotes.attribute import speakers
from mtaudit.quotes.person import same_speaker
from mtaudit.text import Reading


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("“Kami siap,” kata Lavrov di Moskow.", ["Lavrov"]),
        ("“Kami siap,” ujar Presiden Joko Widodo, Senin.", ["Joko Widodo"]),
        ("“Kami siap,” Julianne Smith, duta besar AS untuk NATO, mengatakan Selasa.", ["Julianne Smith"]),
        ("Pada hari Minggu, Trump mengatakan bahwa “kami siap”.", ["Trump"]),
        ("Menurut Ansa, “polisi khawatir”.", ["Ansa"]),
        ("“Polisi khawatir”, menurut Ansa.", ["Ansa"]),
        ("Idenya, kata Samorukov, adalah untuk “menunjukkan keseriusan”.", ["Samorukov"]),
        ("“Satu,” kata Rubio. “Dua,” katanya. “Tiga.”", ["Rubio", "Rubio", "Rubio"]),
        ("Menteri Luar Negeri Rusia Sergei Lavrov menyebutnya “jalan buntu”.", ["Sergei Lavrov"]),
        ("Ursula von der Leyen mengatakan bahwa “Eropa siap,” katanya.", ["Ursula von der Leyen"]),
        ("“Kami siap,” kata Menteri Pertahanan John Healey.", ["John Healey"]),
        ("“Kami siap,” ujar Menteri Keuangan Sri Mulyani Indrawati.", ["Sri Mulyani Indrawati"]),
        ("Menteri Luar Negeri Jerman Johann Wadephul mengatakan “kami siap”.", ["Johann Wadephul"]),
        ("“Kami siap,” kata direktur jenderal WHO, Tedros Adhanom.", ["Tedros Adhanom"]),
        ("Seorang juru bicara menyebutnya “serangan murahan”.", ["Seorang juru bicara"]),
        ("Budi Santoso berkata: “Kami menunggu.” Ani Lestari menjawab: “Kami tidak.”", ["Budi Santoso", "Ani Lestari"]),
        ("Budi Santoso tiba di Roma. “Kami menunggu,” katanya.", ["Budi Santoso"]),
        ("“Kami menunggu.\n\n“Lalu kami memutuskan,” kata Budi Santoso.", ["Budi Santoso", "Budi Santoso"]),
        ("Film “Kartini” diputar lagi.", [None]),
        ("“Kami siap,” Tom, Budi, Ani, Duxbury, manajer itu, mengatakan.", [None]),
        ("“Kami siap,” Sekretaris kota mengatakan.", [None]),
        ("Presiden: “kami siap.”", [None]),
        ("“Gagal,” kata Dr. Wina Harjo dari Garut.", ["Wina Harjo"]),
        ("“Gagal,” kata Prof. Dr. Wina Harjo.", ["Wina Harjo"]),
        ("“Gagal,” kata Ny. Harjo.", ["Harjo"]),
        ("“Gagal,” kata J. K. Marlowe pada hari Senin.", ["J. K. Marlowe"]),
        ("“Gagal,” kata Wina. Dr. Harjo pulang.", ["Wina"]),
        ("“Gagal,” kata pemain berusia 31 tahun itu kepada Bola.", ["pemain berusia 31 tahun itu"]),
        ("“Gagal,” kata sang kapten kepada kantor berita Antara.", ["sang kapten"]),
        ("Kepada Kompas, Wina Harjo mengatakan “gagal”.", ["Wina Harjo"]),
        ("Pemain itu mengatakan kepada Bola bahwa “gagal”.", ["Pemain itu"]),
        ("Namun, sang manajer menyebutnya “gagal”.", ["sang manajer"]),
        ("Akan tetapi Wina Harjo menyebutnya “gagal”.", ["Wina Harjo"]),
        ("Insinyur Wina Harjo menyebutnya “gagal”.", ["Wina Harjo"]),
        ("“Gagal,” kata Peneliti Utama Wina Harjo.", ["Wina Harjo"]),
        ("Menteri menyebut rencana itu “gagal”.", ["Menteri"]),
        ("Wina Harjo mengakui, kata pada hari Senin, bahwa itu “gagal”.", ["Wina Harjo"]),
        ("“Gagal,” kata Duta Besar UE Anna Hartley.", ["Anna Hartley"]),
        ("“Gagal,” kata Menteri dari UE kepada Bola.", ["Menteri dari UE"]),
    ],
)
def test_indonesian(text: str, named: list[str | None]) -> None:
    """The name is found wherever Indonesian news puts it; titles are left out, pronouns led back."""
    found = speakers(Reading(text, INDONESIAN, ENGLISH))
    assert [a.name if a else None for a in found] == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('"We won," said Tom Duxbury.', ["Tom Duxbury"]),
        ('"We won," Tom Duxbury, the project manager, said.', ["Tom Duxbury"]),
        ('"We won," Putin said. "He said so."', ["Putin", "Putin"]),
        ('According to Ansa, "police were concerned".', ["Ansa"]),
        ('Lavrov said on Monday that it was "a path to nowhere".', ["Lavrov"]),
        ('Man: "What in the world is that?"', ["Man"]),
        ('The "settled law of the land" stands.', [None]),
        ('"It failed," said Dr. Ruth Lamming of Hull.', ["Ruth Lamming"]),
        ('"It failed," Dr. Ruth Lamming said.', ["Ruth Lamming"]),
        ('"It failed," said Lt. Col. Ruth Lamming.', ["Ruth Lamming"]),
        ('"It failed," said J. K. Marlowe on Monday.', ["J. K. Marlowe"]),
        ('"It failed," said Harold Lamming Jr. He left.', ["Harold Lamming Jr."]),
        ('"It failed," said Ruth. Dr. Marlowe left.', ["Ruth"]),
        ('"It failed," said the 31-year-old player to Marca.', ["the 31-year-old player"]),
        ('"It failed," the captain told Ruth Lamming.', [None]),
        ('The player told Marca: "It failed".', ["The player"]),
        ('Speaking to Marca, Ruth Lamming said it "failed".', ["Ruth Lamming"]),
        ('However, the coach said it "failed".', ["the coach"]),
        ('Engineer Ruth Lamming said it "failed".', ["Ruth Lamming"]),
        ('Secretary of State Ruth Lamming said it "failed".', ["Ruth Lamming"]),
        ('"It failed," said the Minister of Police to Marca.', ["the Minister of Police"]),
    ],
)
def test_english(text: str, named: list[str | None]) -> None:
    """The same for English, verb before or behind the name."""
    found = speakers(Reading(text, ENGLISH, INDONESIAN))
    assert [a.name if a else None for a in found] == named


def test_spellings_of_one_speaker() -> None:
    """A mangled surname is still the same speaker; another one is not."""
    assert same_speaker("Steve Witkoff", "Whitkov")
    assert not same_speaker("Marco Rubio", "Sergei Lavrov")
