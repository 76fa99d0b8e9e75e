"""How inputs are read is said: columns by their names, languages with their probability, translations left undone."""

from __future__ import annotations

from pathlib import Path

import pytest

import mtaudit
from mtaudit.errors import UsageError
from mtaudit.model import Report

EXCEL = (
    "\ufeffsep=;\r\nid;judul;sumber;terjemahan\r\n"
    'k1;Panen;"The harvest began early; it was ""good"".";"Panen dimulai lebih awal; hasilnya ""baik""."\r\n'
    "k2;Jalur;A new path links both towns.;Jalur baru menghubungkan kedua kota.\r\n"
)
MALAY = (
    "Polis menahan dua lelaki pada Jumaat kerana disyaki mencuri wang kerajaan. Jurucakap pejabat "
    "itu berkata, siasatan masih diteruskan dan mesyuarat akan diadakan pada bulan Ogos. Kereta "
    "mereka turut dirampas, katanya kepada pemberita di ibu pejabat polis."
)
JAVANESE = (
    "Warga desa wiwit dina Minggu wis bisa njupuk banyu maneh saka sendang tuwa sing suwe ora kopen."
    " Sadurunge, sendang kuwi kebak lumut lan godhong garing nganti banyune ora bisa mili. Kepala "
    "desa ngandharake yen bocah-bocah enom padha resik-resik saben sore."
)
MIXED = (
    "Floating School Opens on Lake Rantau\n\nSekolah apung pertama di danau itu menerima murid pada "
    "hari Senin. The school stands on a raft of oil drums, and it rises with the water when the "
    "rains come. The teachers sleep on board during the week.\n\nPemerintah kabupaten membayar gaji "
    "dua orang guru. The timber was given by a sawmill on the shore.\n"
)


def audited(folder: Path, name: str, text: str, **settings: object) -> Report:
    file = folder / name
    file.write_bytes(text.encode())
    return mtaudit.audit([str(file)], back_translation=False, second_translation=False, **settings)


def notes(report: Report) -> str:
    return "\n".join(note for read in report.inputs for note in read.notes)


@pytest.mark.parametrize("name", ["a.csv", "a.txt.unknown", "a"])
def test_a_table_as_excel_writes_it(tmp_path: Path, name: str) -> None:
    """`sep=;` is Excel's word to itself; columns are found by Indonesian names, which is said."""
    report = audited(tmp_path, name, EXCEL)
    assert [(d.id, d.title, d.text) for d in report.documents] == [
        ("k1", "Panen", 'Panen dimulai lebih awal; hasilnya "baik".'),
        ("k2", "Jalur", "Jalur baru menghubungkan kedua kota."),
    ]
    assert [d.original.text for d in report.documents if d.original] == [
        'The harvest began early; it was "good".',
        "A new path links both towns.",
    ]
    assert "title from `judul`, original from `sumber`, translation from `terjemahan`" in notes(report)


def test_columns_of_their_own_names_and_labels_are_no_likely_names(tmp_path: Path) -> None:
    """`text` is there, so `body` is not asked for; a `source` of labels is no original."""
    report = audited(tmp_path, "a.csv", "id,text,body,source\n1,Harga naik lagi pada hari ini.,x,Reuters\n")
    (document,) = report.documents
    assert (document.text, document.original) == ("Harga naik lagi pada hari ini.", None)
    assert "columns" not in notes(report)


def test_a_mapped_column_goes_before_a_likely_one(tmp_path: Path) -> None:
    report = audited(
        tmp_path,
        "a.csv",
        "terjemahan,isi_akhir\nHarga turun hari ini.,Harga naik lagi hari ini.\n",
        columns={"text": "isi_akhir"},
    )
    assert [d.text for d in report.documents] == ["Harga naik lagi hari ini."]


@pytest.mark.parametrize(("text", "language"), [(MALAY, "Malay (ms)"), (JAVANESE, "Javanese (jv)")])
def test_what_only_looks_like_indonesian_is_named_with_its_probability(
    tmp_path: Path, text: str, language: str
) -> None:
    """Malay by the words that Indonesian hardly has; `--language id` has the last word."""
    report = audited(tmp_path, "a.txt", text)
    assert not report.documents
    (skipped,) = report.skipped
    assert f"looks like {language}, probability " in skipped.reason
    forced = audited(tmp_path, "a.txt", text, language="id")
    assert [d.language for d in forced.documents] == ["id"]


def test_indonesian_that_speaks_of_malaysia_is_indonesian(tmp_path: Path) -> None:
    text = "Perdana Menteri Malaysia mengumumkan bahwa pesawat itu jatuh di Samudra Hindia, kata polisi Kuala Lumpur."
    assert [d.language for d in audited(tmp_path, "a.txt", text).documents] == ["id"]


def test_a_text_that_is_mostly_english_is_a_translation_left_undone(tmp_path: Path) -> None:
    """Where a good part of it is Indonesian; the English in it is its fault; an English text is an original."""
    report = audited(tmp_path, "a.txt", MIXED)
    (document,) = report.documents
    assert any("audited as a translation left undone" in note for note in document.notes)
    told = {f.text for f in document.findings if f.severity != "minor"}
    assert any("The school stands on a raft" in (text or "") for text in told)
    english = "\n\n".join(line for line in MIXED.split("\n\n") if not line.startswith("Sekolah"))
    english = english.replace("Pemerintah kabupaten membayar gaji dua orang guru. ", "")
    assert not audited(tmp_path, "b.txt", english).documents


def test_a_short_item_is_in_the_language_of_its_feed(tmp_path: Path) -> None:
    """Names alone tell no language."""
    items = "".join(
        f"<item><title>{title}</title><guid>{number}</guid><description>{text}</description></item>"
        for number, (title, text) in enumerate(
            (
                ("Harga beras naik lagi", "Harga beras di pasar itu naik lagi sejak hari Senin."),
                ("Warga kembali ke desa", "Warga sudah kembali ke desa mereka setelah banjir surut."),
                ("Kane, Zorb, Vlk", "Kane Zorb"),
            )
        )
    )
    report = audited(tmp_path, "a.rss", f'<rss version="2.0"><channel><title>Kabar</title>{items}</channel></rss>')
    assert [d.language for d in report.documents] == ["id", "id", "id"]
    assert not report.skipped


def test_another_language_than_the_pairs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="only translations into Indonesian"):
        audited(tmp_path, "a.txt", MIXED, language="fr")
