"""Word documents and PDFs: real files, made on the spot."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from mtaudit.case import Document
from mtaudit.model import Skipped
from mtaudit.reading import Remark, read_inputs

LINES = [
    "Menteri itu tiba di Jakarta pada hari Senin untuk bertemu dengan para",
    "petani yang menolak harga baru. Ia mengatakan bahwa pemerintah akan meng-",
    "hitung ulang harga itu bersama wakil petani sebelum akhir bulan depan di",
    "ibu kota, dan bahwa semua utang lama akan dihapus oleh bank pada tahun ini",
    "juga.",
]


def word(path: Path) -> None:
    document = docx.Document()
    document.add_heading("Menteri tiba di Jakarta", level=1)
    document.add_paragraph("“Kami siap,” kata dia.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Beras", "12.000 rupiah"
    document.add_paragraph("Rapat ditutup pada hari Selasa.")
    document.save(str(path))


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF of the smallest kind: a text object a page."""
    streams = []
    for lines in pages:
        shown = "".join(f"({line}) Tj T* " for line in lines)
        streams.append(f"BT /F1 10 Tf 12 TL 40 800 Td {shown}ET".encode("latin-1"))
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for i, stream in enumerate(streams):
        fonts = "<</Font<</F1 3 0 R>>>>"
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{fonts}/Contents {5 + 2 * i} 0 R>>"
        objects += [page.encode(), b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)]
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.docx", "unnamed"])
def test_a_word_document_is_read_with_its_heading_and_tables(tmp_path: Path, name: str) -> None:
    """By its ending, or by its bytes."""
    word(tmp_path / name)
    (document,) = read_inputs([str(tmp_path / name)])
    assert isinstance(document, Document)
    assert (document.format, document.title) == ("docx", "Menteri tiba di Jakarta")
    assert document.text.split("\n") == [
        "Menteri tiba di Jakarta",
        "“Kami siap,” kata dia.",
        "Beras 12.000 rupiah",
        "Rapat ditutup pada hari Selasa.",
    ]


@pytest.mark.parametrize("name", ["a.pdf", "unnamed"])
def test_a_pdf_is_read_in_paragraphs_without_the_edges_of_its_pages(tmp_path: Path, name: str) -> None:
    """Lines are joined, a word broken at a line's end is whole, the newspaper's name and page numbers are out."""
    (tmp_path / name).write_bytes(pdf([["Harian Kabar", *LINES, f"halaman {number}"] for number in (1, 2, 3)]))
    document, *remarks = read_inputs([str(tmp_path / name)])
    assert isinstance(document, Document)
    assert document.format == "pdf"
    assert "akan menghitung ulang harga itu bersama wakil petani sebelum" in document.text
    assert "Harian Kabar" not in document.text
    assert "halaman" not in document.text
    told = [remark.text for remark in remarks if isinstance(remark, Remark)]
    assert any("read as paragraphs" in text for text in told)
    assert "left out: 6 lines at the edges of pages" in told


def test_a_pdf_of_pictures_and_broken_files_are_skipped(tmp_path: Path) -> None:
    """One line each, with the mend."""
    (tmp_path / "a.pdf").write_bytes(pdf([[]]))
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4\nnothing")
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04 no archive")
    reasons = []
    for name in ("a.pdf", "b.pdf", "c.docx"):
        (skipped,) = read_inputs([str(tmp_path / name)])
        assert isinstance(skipped, Skipped)
        assert "\n" not in skipped.reason
        reasons.append(skipped.reason)
    assert "recognise its text first" in reasons[0]
    assert "save it again" in reasons[1]
    assert "save it again" in reasons[2]


def test_a_word_document_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 120_000_000)
    (skipped,) = read_inputs([str(tmp_path / "a.docx")])
    assert isinstance(skipped, Skipped)
    assert "when unpacked" in skipped.reason


@pytest.mark.parametrize(
    ("name", "library", "module"), [("a.docx", "python-docx", "docx"), ("a.pdf", "pypdf", "pypdf")]
)
def test_a_missing_library_is_named_with_the_way_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, module: str
) -> None:
    """The extra is optional: another input of the run is read all the same."""
    monkeypatch.setitem(sys.modules, module, None)
    word(tmp_path / "a.docx") if module != "docx" else (tmp_path / name).write_bytes(b"PK\x03\x04")
    (tmp_path / "a.pdf").write_bytes(pdf([LINES]))
    (skipped,) = read_inputs([str(tmp_path / name)])
    assert isinstance(skipped, Skipped)
    assert f"needs {library}: pip install 'mtaudit[office]'" in skipped.reason
