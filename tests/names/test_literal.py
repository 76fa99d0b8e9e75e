"""Names whose words were translated: when that is the usual thing, and when the name is lost by it."""

from __future__ import annotations

import pytest

from mtaudit.model import DAMAGED_NAME
from tests.names.cases import verdicts


@pytest.mark.parametrize(
    ("english", "indonesian", "name", "damaged"),
    [
        (
            "Rangers of the Kwando Game Reserve counted the animals on Tuesday.",
            "Para penjaga Suaka Margasatwa Kwando menghitung hewan-hewan itu pada hari Selasa.",
            "Kwando Game Reserve",
            False,
        ),
        (
            "The Reserve Bank of Vanuatu raised its rate on Tuesday.",
            "Bank Cadangan Vanuatu menaikkan suku bunganya pada hari Selasa.",
            "Reserve Bank of Vanuatu",
            False,
        ),
        (
            "The House Judiciary Committee voted on Tuesday.",
            "Komite Kehakiman DPR memberikan suara pada hari Selasa.",
            "House Judiciary Committee",
            False,
        ),
        (
            "They danced at Lancaster House on Tuesday.",
            "Mereka menari di Rumah Lancaster pada hari Selasa.",
            "Lancaster House",
            False,
        ),
    ],
)
def test_the_word_for_the_kind_of_thing_must_have_the_right_sense(
    english: str, indonesian: str, name: str, damaged: bool
) -> None:
    """A reserve for animals is no stock, and the House of a committee no dwelling; a reserve bank's reserve is one."""
    assert (verdicts(indonesian, english)[name].status in DAMAGED_NAME) is damaged


def test_usual_terms_in_capitals_may_be_translated() -> None:
    """Capitals alone make no name: what Indonesian says every day is no damage."""
    found = verdicts(
        "Program Asuransi Kesehatan dan Keluarga Berencana dibahas pada hari Selasa.",
        "The Health Insurance and Family Planning programmes were discussed on Tuesday.",
    )
    assert not [v.original for v in found.values() if v.status in DAMAGED_NAME]


def test_amounts_of_money_are_no_names() -> None:
    """Another amount is the affair of the rules for numbers."""
    found = verdicts("Laba naik dari Rp739 miliar.", "Profit rose from Rp592 billion, or USD 690, on Tuesday's market.")
    assert not [v.original for v in found.values() if v.status in DAMAGED_NAME]


def test_figures_of_old_keep_their_indonesian_names() -> None:
    """Without surname or age it is the prophet who is meant."""
    found = verdicts(
        "Nabi Yeremia dan Yesus disebut dalam khotbah itu.", "The prophet Jeremiah and Jesus were named in the sermon."
    )
    assert not [v.original for v in found.values() if v.status in DAMAGED_NAME]


@pytest.mark.parametrize(
    ("english", "indonesian", "name", "mend"),
    [
        ("The West Bank was closed.", "Bank Barat ditutup.", "West Bank", "Tepi Barat"),
        ("The White House agreed on it.", "Rumah Putih menyetujuinya.", "White House", "Gedung Putih"),
        ("The ship crossed the Black Sea.", "Kapal itu melintasi Black Laut.", "Black Sea", "Laut Hitam"),
        ("Sudan asked for help.", "Sudan Selatan meminta bantuan.", "Sudan", "Sudan"),
        ("South Korea lost to Togo and North Macedonia.", "Korea Utara kalah dari Togo dan Makedonia Utara.",
         "South Korea", "Korea Selatan"),
    ],
)  # fmt: skip
def test_known_names_in_another_sense(english: str, indonesian: str, name: str, mend: str) -> None:
    """A word in its other sense, half of the name left in English, another country: told, with the right form."""
    verdict = verdicts(indonesian, english)[name]
    assert (verdict.status, verdict.suggestion) == ("mistranslated", mend)


def test_two_known_names_joined_by_and_are_two() -> None:
    """One is right and one is damaged."""
    found = verdicts(
        "Ia menulis untuk Sky News dan Rubah Berita pada hari Senin.", "He wrote for Sky News and Fox News on Monday."
    )
    assert found["Sky News"].status == "preserved"
    assert found["Fox News"].status in DAMAGED_NAME


@pytest.mark.parametrize(
    ("english", "indonesian", "name"),
    [
        ("They played in Green Bay on Monday.", "Mereka bermain di Teluk Hijau pada hari Senin.", "Green Bay"),
    ],
)
def test_people_are_not_what_their_names_mean(english: str, indonesian: str, name: str) -> None:
    """A first name or surname translated as a word, or put into its Latin form."""
    verdict = verdicts(indonesian, english)[name]
    assert (verdict.status, verdict.suggestion) == ("mistranslated", name)


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("Two Kazakhs and a few Bangladeshis came.", "Dua warga Kazakhstan dan beberapa warga Bangladesh datang."),
        ("The Climatology Agency warned of rain.", "Badan Klimatologi memperingatkan adanya hujan."),
        ("Judge Mark Weatherby came.", "Hakim Mark Weatherby datang."),
        ("The Supreme Court ruled.", "Pengadilan Agung memutuskan."),
        ("The Ohio Transportaion Authority closed it.", "Otoritas Transportasi Ohio menutupnya."),
        ("The Queens of Denmark and Norway met.", "Ratu Denmark dan Norwegia bertemu."),
    ],
)
def test_right_renderings_are_left_alone(english: str, indonesian: str) -> None:
    """Peoples, learned words, both countries named, a title before the name, a synonym of the head, a word that is a
    part of New York besides."""
    assert not [v.original for v in verdicts(indonesian, english).values() if v.status in DAMAGED_NAME]
