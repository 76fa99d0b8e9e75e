"""Plain text as agencies and mail programs write it: broken at a width, with slug, byline, dateline and credits."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from mtaudit.case import Document
from mtaudit.reading import Remark, read_inputs
from mtaudit.source_map import spot

ARTICLE = (
    "PULAU EMBUN, 12 November (Kantor Berita Bahari) - Sekitar 300 nelayan dari enam desa mendatangi kantor bupati"
    " pada Kamis pagi untuk menolak izin baru penambangan pasir laut yang, menurut mereka, merusak terumbu karang.",
    '"Kami tidak menolak pembangunan, tetapi laut ini adalah dapur kami," kata ketua paguyuban nelayan, Haris'
    " Tamalea, di hadapan para pejabat kabupaten dan anak-anak sekolah yang ikut berjalan.",
    "Bupati belum menandatangani keputusan akhir mengenai izin itu, kata juru bicaranya. (Reuters)",
)
HEADLINE = "Nelayan Pulau Embun Tolak Izin Baru"
TAIL = "Pewarta: Tim Liputan\nEditor: Meja Nusantara\n(BHR/tld/mn)\nCOPYRIGHT © BAHARI 2026"


def read(folder: Path, text: str) -> tuple[Document, list[str]]:
    path = folder / "kabar.txt"
    path.write_text(text, encoding="utf-8")
    items = list(read_inputs([str(path)]))
    (document,) = (item for item in items if isinstance(item, Document))
    return document, [item.text for item in items if isinstance(item, Remark)]


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize(("between", "indent"), [("\n\n", ""), ("\n", "    ")], ids=["blank line", "indent"])
def test_lines_that_a_program_broke_are_paragraphs_again(tmp_path: Path, width: int, between: str, indent: str) -> None:
    """Headline and credits stay lines; every word stands where the file has it; the width is said."""
    wrapped = [textwrap.fill(text, width, initial_indent=indent, break_on_hyphens=False) for text in ARTICLE]
    text = "\n\n".join((f"BHR-PASIR/2 (perbaikan)\n\n{HEADLINE}\n\nOleh Tim Liputan", between.join(wrapped), TAIL))
    document, remarks = read(tmp_path, text)
    lines = [line.strip() for line in document.text.split("\n") if line.strip()]
    assert lines == ["BHR-PASIR/2 (perbaikan)", HEADLINE, "Oleh Tim Liputan", *ARTICLE, *TAIL.split("\n")]
    assert document.title == HEADLINE
    for word in ("nelayan dari", "terumbu", "Tamalea", "juru", "COPYRIGHT"):
        line, column = spot(document.text, document.source_map, document.text.index(word))
        assert text.split("\n")[line - 1][column - 1 :].startswith(word.split()[0])
    assert remarks[0].startswith("lines broken at")
    assert "(6 lines)" in remarks[1]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(ARTICLE),
        "Perundingan berlanjut\n\nMenteri tiba.\nIa disambut.\nRapat dibuka.\nSemua pulang sebelum malam.\n",
        "\n".join(f"{n}. Bahan nomor {n} ditimbang dua kali sebelum dicampur\n" for n in range(9)),
        "Mawar merah\ntumbuh di tepi jalan\nditinggal hujan\n\nAngin malam\nmembawa namamu pergi\njauh ke seberang\n",
    ],
    ids=["a line a paragraph", "short lines", "list", "poem"],
)
def test_lines_that_nobody_broke_stay(tmp_path: Path, text: str) -> None:
    """The text is audited as it stands, and no map is needed."""
    document, _ = read(tmp_path, text)
    assert document.text == text
    assert document.source_map == ()


def test_a_word_with_a_hyphen_at_the_break_goes_on_without_a_blank(tmp_path: Path) -> None:
    """`anak-` and `anak` are one word."""
    text = "\n\n".join(textwrap.fill(text, 55) for text in ARTICLE)
    assert "anak-\nanak" in text
    document, _ = read(tmp_path, text)
    assert "anak-anak sekolah" in document.text
