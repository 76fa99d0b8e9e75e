"""Feeds are told by what they hold; their items are articles or teasers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mtaudit.case import Document
from mtaudit.reading import Remark, read_inputs
from tests.reading import samples

Read = Callable[[str, bytes], tuple[list[Document], list[Remark]]]

LONG = "<p>Tambak garam dibuka kembali pada Minggu setelah tanggul selesai diperbaiki.</p><p>Isi kedua.</p>"
PADDED = "<p>Tambak garam dibuka. [&hellip;]</p><p>" + "Dukung kami dengan berlangganan buletin mingguan. " * 9 + "</p>"


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    monkeypatch.chdir(tmp_path)

    def reading(name: str, data: bytes) -> tuple[list[Document], list[Remark]]:
        Path(name).write_bytes(data)
        items = list(read_inputs([name]))
        return [i for i in items if isinstance(i, Document)], [i for i in items if isinstance(i, Remark)]

    return reading


def rss(*items: str) -> bytes:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Kabar</title>{inside}</channel></rss>"
    ).encode()


@pytest.mark.parametrize("name", ["f.html", "f.htm", "f.txt", "f.md", "f", "f.xml", "f.id"])
def test_a_feed_is_one_under_any_name(read: Read, name: str) -> None:
    """The bytes say it."""
    documents, _ = read(name, rss("<title>Judul</title><description>Isi satu.</description>"))
    assert [(d.format, d.text) for d in documents] == [("feed", "Judul\nIsi satu.")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_a_page_saved_as_text_is_a_page(read: Read, encoding: str) -> None:
    """Whatever its encoding; text that merely begins with a mark of markup stays text."""
    documents, _ = read("halaman.txt", samples.PAGE.decode().encode(encoding))
    assert (documents[0].format, documents[0].title) == ("html", "Perundingan berlanjut")
    documents, _ = read("catatan.txt", "<3 kata saya, lalu hujan.\n{bukan} JSON.\n".encode(encoding))
    assert documents[0].format == "text"
    documents, _ = read("kutipan.txt", '[“Ya,” kata dia.]\n["Tidak," kata yang lain.]\n'.encode(encoding))
    assert documents[0].format == "text"


@pytest.mark.parametrize("first", ["content", "description"])
def test_the_content_is_the_article_though_the_description_is_longer(read: Read, first: str) -> None:
    """In whichever order they stand."""
    content = f"<content:encoded><![CDATA[{LONG}]]></content:encoded>"
    description = f"<description><![CDATA[{PADDED}]]></description>"
    both = content + description if first == "content" else description + content
    documents, remarks = read("a.rss", rss(f"<title>Tambak Garam</title>{both}"))
    assert documents[0].text.split("\n")[1:] == [
        "Tambak garam dibuka kembali pada Minggu setelah tanggul selesai diperbaiki.",
        "Isi kedua.",
    ]
    assert not documents[0].teaser
    assert not remarks


@pytest.mark.parametrize(
    ("end", "kept"),
    [("…", "…"), (" ...", " ..."), (" [&hellip;]", " […]"), (" (...) Baca selengkapnya »", " (...)"), (".", None)],
)
def test_a_teaser_is_told_by_its_ellipsis_and_said(read: Read, end: str, kept: str | None) -> None:
    """The link to the rest is no text of it."""
    item = f"<title>Judul</title><description><![CDATA[<p>Bupati mengatakan bahwa rapat{end}</p>]]></description>"
    documents, remarks = read("a.rss", rss(item, "<title>Dua</title><description>Isi.</description>"))
    assert [d.teaser for d in documents] == [kept is not None, False]
    assert documents[0].text == f"Judul\nBupati mengatakan bahwa rapat{kept or '.'}"
    assert [r.text.partition(",")[0] for r in remarks] == (["1 item is a teaser"] if kept else [])


def test_where_an_item_stood_first_is_no_text_of_it_and_said(read: Read) -> None:
    """The last paragraph that blog software adds names the item and the site."""
    note = "<p>Artikel <a href='/1'>Tambak Garam Dibuka</a> pertama kali tampil pada laman Radar Pesisir.</p>"
    item = f"<title>Tambak Garam Dibuka</title><content:encoded><![CDATA[{LONG}{note}]]></content:encoded>"
    documents, remarks = read("a.rss", rss(item))
    assert "Radar Pesisir" not in documents[0].text
    assert documents[0].text.endswith("Isi kedua.")
    assert ["(1 line)" in remark.text for remark in remarks] == [True]
