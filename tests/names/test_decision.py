"""What became of names beside their original, decided with all that an audit knows: real translators, one run."""

from __future__ import annotations

import json

import pytest

from mtaudit.config import Settings
from mtaudit.model import EntityVerdict, Report
from mtaudit.running.audit import audit

# id: English, Indonesian, the name that is asked about
PAIRS: dict[str, tuple[str, str, str]] = {
    "letters": (
        "Officials said Tomasz Wieczorek would lead the talks in Geneva next week.",
        "Para pejabat mengatakan Tomasz Wiezcorek akan memimpin perundingan di Jenewa pekan depan.",
        "Tomasz Wieczorek",
    ),
    "stray piece": (
        "According to Okonjo, the factory will close in March.",
        "Menurut Okonenjo, pabrik itu akan tutup pada bulan Maret.",
        "Okonjo",
    ),
    "another city": (
        "The delegation flew to Warsaw on Sunday to meet the president.",
        "Delegasi itu terbang ke Krakow pada hari Minggu untuk bertemu presiden.",
        "Warsaw",
    ),
    "two strangers": (
        "Officials said Tomasz Wieczorek would lead the talks in Warsaw next week.",
        "Para pejabat mengatakan Tomasz Wiezcorek akan memimpin perundingan di Krakow pekan depan.",
        "Warsaw",
    ),
    "another person": (
        "The report about Angela Merkel was published on Monday, and the court will hear the case.",
        "Laporan tentang Peter Lane diterbitkan pada hari Senin, dan pengadilan akan menyidangkan kasus itu.",
        "Angela Merkel",
    ),
    "another country": (
        "The president of Slovakia left for Paris after the vote.",
        "Presiden Slovenia berangkat ke Paris setelah pemungutan suara.",
        "Slovakia",
    ),
    "word for word": (
        "Shares of Northern Rock fell by a third on Friday.",
        "Saham Batu Utara turun sepertiga pada hari Jumat.",
        "Northern Rock",
    ),
    "another direction": (
        "The talks in South Korea ended without an agreement.",
        "Perundingan di Korea Utara berakhir tanpa kesepakatan.",
        "South Korea",
    ),
    "longer country": (
        "The government of Sudan asked for help on Monday.",
        "Pemerintah Sudan Selatan meminta bantuan pada hari Senin.",
        "Sudan",
    ),
    "exonym": (
        "Officials from Egypt and Greece met in Cairo on Tuesday.",
        "Para pejabat dari Mesir dan Yunani bertemu di Kairo pada hari Selasa.",
        "Egypt",
    ),
    "head": (
        "She studied law at New York University before she came home.",
        "Dia belajar hukum di Universitas New York sebelum pulang.",
        "New York University",
    ),
    "acronym": (
        "The United Nations sent tents to the island.",
        "PBB mengirim tenda ke pulau itu.",
        "United Nations",
    ),
    "surname": (
        "The minister met Marek Siminoff in the capital on Tuesday.",
        "Menteri itu bertemu Siminoff di ibu kota pada hari Selasa.",
        "Marek Siminoff",
    ),
    "kept": (
        "The minister met Makis Triantafylopoulos in the capital on Tuesday.",
        "Menteri itu bertemu Makis Triantafylopoulos di ibu kota pada hari Selasa.",
        "Makis Triantafylopoulos",
    ),
    "pope": (
        "On Sunday Pope Francis prayed for peace in the Vatican.",
        "Pada hari Minggu Paus Fransiskus berdoa untuk perdamaian di Vatikan.",
        "Pope Francis",
    ),
    "king": (
        "King Charles III will travel to Samoa in October.",
        "Raja Charles II akan bertolak ke Samoa pada bulan Oktober.",
        "Charles III",
    ),
    "left": (
        "He flew to New Zealand with his brother.",
        "Dia terbang ke New Zealand bersama saudaranya.",
        "New Zealand",
    ),
    "nowhere": (
        "The council of Brightmere agreed that the road must be repaired before winter comes.",
        "Dewan itu setuju bahwa jalan harus diperbaiki sebelum musim dingin tiba.",
        "Brightmere",
    ),
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("names")
    rows = [{"id": key, "original": english, "translation": text} for key, (english, text, _) in PAIRS.items()]
    pairs = folder / "pairs.jsonl"
    pairs.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return audit(pairs=str(pairs), settings=Settings(cache=str(folder)))


def verdict(report: Report, key: str) -> EntityVerdict:
    (document,) = [d for d in report.documents if d.id == key]
    name = PAIRS[key][2]
    return next(e for e in document.entities if e.original and (e.original in name or name in e.original))


@pytest.mark.parametrize(
    ("key", "status", "found"),
    [
        ("letters", "mangled", "Tomasz Wiezcorek"),
        ("stray piece", "mangled", "Okonenjo"),
        ("another city", "mistranslated", "Krakow"),
        ("another person", "mistranslated", "Peter Lane"),
        ("another country", "mangled|mistranslated", "Slovenia"),
        ("another direction", "mistranslated", "Korea Utara"),
        ("longer country", "mistranslated", "Sudan Selatan"),
        ("word for word", "mistranslated", "Batu Utara"),
        ("king", "mangled", "Charles II"),
    ],
)
def test_damage_of_many_kinds_is_seen_and_placed(report: Report, key: str, status: str, found: str) -> None:
    """Wrong letters, other names, meanings: none of these sentences was fitted on."""
    told = verdict(report, key)
    assert told.status in status.split("|")
    assert told.found == found


@pytest.mark.parametrize("key", ["exonym", "head", "acronym", "surname", "pope"])
def test_what_an_editor_would_print_is_localised(report: Report, key: str) -> None:
    """Exonyms, translated heads, acronyms, a surname alone, a pope's Indonesian name."""
    assert verdict(report, key).status == "localised"


def test_a_name_that_stands_letter_for_letter_is_certain(report: Report) -> None:
    """No model is asked about it."""
    told = verdict(report, "kept")
    assert (told.status, told.confidence) == ("preserved", 1.0)


def test_an_english_name_that_has_an_indonesian_one_is_untranslated(report: Report) -> None:
    """The mend is the Indonesian form."""
    told = verdict(report, "left")
    assert (told.status, told.suggestion) == ("untranslated", "Selandia Baru")


def test_a_name_for_which_nothing_vouches_is_not_called_sound(report: Report) -> None:
    """Translators write "the council"; nobody can say that the name came through."""
    told = verdict(report, "nowhere")
    assert (told.status, told.found) == ("unverified", None)


def test_a_verdict_says_what_weighed_most(report: Report) -> None:
    """The original's words, then up to three pieces of evidence that an editor can check."""
    told = verdict(report, "another city")
    assert told.evidence[0] == "The original has “Warsaw”"
    assert 2 <= len(told.evidence) <= 4
    assert "The original does not have “Krakow”" in told.evidence
    assert told.confidence > 0.5


def test_of_two_strangers_the_one_in_the_names_place_is_told(report: Report) -> None:
    """The misspelt name before it is no reason to doubt the city."""
    assert "The original does not have “Krakow”" in verdict(report, "two strangers").evidence


def test_a_damaged_name_has_the_right_one_as_its_mend(report: Report) -> None:
    """In the form that fits the place."""
    assert verdict(report, "letters").suggestion == "Tomasz Wieczorek"
    assert verdict(report, "another direction").suggestion == "Korea Selatan"
