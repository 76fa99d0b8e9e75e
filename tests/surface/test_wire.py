"""What an agency writes around its copy is told from the text, and no rule of style judges it."""

from __future__ import annotations

import pytest

from mtaudit.languages import ENGLISH, INDONESIAN
from mtaudit.rules import registry
from mtaudit.surface.wire import around
from mtaudit.text import Reading
from tests.rules.conftest import lay_out

PROSE = "Ratusan warga desa menutup tanggul yang jebol sepanjang 40 meter pada Selasa malam."
MORE = "Petugas masih berjaga di tiga titik rawan sampai musim hujan berakhir bulan depan."


def told(text: str) -> list[str]:
    return [text[c.start : c.end] for c in around(Reading(text, INDONESIAN, ENGLISH))]


@pytest.mark.parametrize(
    "dateline",
    [
        "JAKARTA, KOMPAS.com – ",
        "PULAU LANJAI, 12 November (Kantor Berita Bahari) - ",
        "Jakarta (ANTARA) - ",
        "Jakarta, CNN Indonesia -- ",
        "WASHINGTON (AP) — ",
        "KUALA LUMPUR, 3/4 - ",
        "Tokyo - ",
    ],
)
def test_a_dateline_is_told(dateline: str) -> None:
    """Place, agency and dash, up to the first word of the text."""
    assert told(f"Judul Berita\n{dateline}{PROSE}\n{MORE}") == [dateline]


@pytest.mark.parametrize(
    "opening",
    [
        "Perundingan itu - yang berjalan alot selama tiga hari penuh - berakhir pada pukul 12.55.",
        "Ia datang terlambat – dan pulang paling akhir dari pertemuan para menteri itu.",
        "“Saya pulang” – begitu bunyi pesan singkat yang dikirim kapten kapal kepada istrinya.",
    ],
)
def test_a_dash_in_a_sentence_makes_no_dateline(opening: str) -> None:
    """A place stands in capitals, with its agency, or as a name alone."""
    assert told(f"Judul Berita\n{opening}\n{MORE}") == []


@pytest.mark.parametrize(
    "line",
    [
        "BHR-PASIR-LAUT/2 (perbaikan paragraf 3)",
        "URGENT",
        "(ANT-2) BANJIR-BANDANG",
        "Oleh Tim Liputan Daerah",
        "12 November 2026",
    ],
)
def test_lines_above_the_text_are_told(line: str) -> None:
    """Slug, byline, date; the headline is none of them."""
    assert told(f"{line}\nWarga Tutup Tanggul Jebol\n{PROSE}\n{MORE}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Pewarta: Tim Liputan",
        "Editor: Meja Nusantara",
        "(BHR/tld/mn)",
        "COPYRIGHT © BAHARI 2026",
        "Hak cipta Bahari",
        "---",
        "(T.S042/B/N005) 03-11-2026 21:15:44",
        "(Pelaporan oleh Ananda Putri; Penyuntingan oleh Gita Wirawan)",
    ],
)
def test_lines_behind_the_text_are_told(line: str) -> None:
    """Names, codes and rights; the agency in brackets at the end of the text as well."""
    assert told(f"{PROSE}\n{MORE} (Reuters)\n{line}") == ["(Reuters)", line]


def test_a_headline_in_capitals_is_no_slug() -> None:
    """It is the line next to the text."""
    assert told(f"TANGGUL JEBOL LAGI\nOleh Tim Liputan\n{PROSE}\n{MORE}") == ["Oleh Tim Liputan"]


def test_no_rule_of_style_judges_what_the_agency_wrote() -> None:
    """The same slip in the text is told."""
    rules = registry.selected(["SUR509"])
    head, text = "Oleh Tim  Liputan", f"{PROSE}\n{MORE}"
    assert registry.run(lay_out(f"{head}\n{text}"), rules) == ()
    slip = text.replace("warga desa", "warga  desa")
    assert [f.text for f in registry.run(lay_out(f"{head}\n{slip}"), rules)] == ["warga  desa"]
