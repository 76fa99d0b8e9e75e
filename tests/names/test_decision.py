"""What became of names beside their original, decided with all evidence that an audit has: real translators, one run."""

from __future__ import annotations

import json
from pathlib import Path

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
    "last letter": (
        "The report was written by Claire Dobbins, a lawyer in Dublin.",
        "Laporan itu ditulis oleh Claire Dobbin, seorang pengacara di Dublin.",
        "Claire Dobbins",
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
    "gone": (
        "Karim Benyamina scored twice and the team won the match easily.",
        "Mencetak dua gol dan tim itu memenangi pertandingan dengan mudah.",
        "Karim Benyamina",
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


def test_print(report: Report) -> None:
    for key in PAIRS:
        try:
            v = verdict(report, key)
            print(key, v.original, v.status, v.found, v.road, v.confidence, v.suggestion, v.evidence)
        except StopIteration:
            print(key, "NONE", [d.entities for d in report.documents if d.id == key])
