"""Each format in small: what becomes id, title, text, url, lines and original."""

import gzip
import re
from pathlib import Path

import pytest

from mtaudit.case import Document
from mtaudit.model import Skipped
from mtaudit.reading import Pair, Remark, read_inputs
from mtaudit.reading.interface import Item
from mtaudit.source_map import spot
from tests.reading import samples
from tests.reading.conftest import FEED

FILES = {
    "a.rss": FEED,
    "a.atom": samples.ATOM,
    "a.json": samples.JSON_FEED,
    "a.html": samples.PAGE,
    "a.md": samples.MARKDOWN,
    "a.xlf": samples.XLIFF_1,
    "b.xliff": samples.XLIFF_2,
    "a.tmx": samples.TMX,
    "a.po": samples.PO,
    "a.csv": samples.TABLE,
    "a.jsonl": samples.ROWS,
}


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.chdir(tmp_path)

    def reading(name: str, data: bytes) -> list[Item]:
        (tmp_path / name).write_bytes(data)
        return [item for item in read_inputs([name]) if not isinstance(item, Remark)]

    return reading


def lines_stand_where_they_say(document: Document, data: bytes) -> None:
    """The first word of each line of text is found on the line of the file that the map names."""
    file = data.decode().split("\n")
    for match in re.finditer(r"[^\n]+", document.text):
        number = spot(document.text, document.source_map, match.start())[0]
        assert match.group().strip('“"').split()[0].rstrip(",") in file[number - 1], (match, number)


def test_rss(read) -> None:
    """guid is id, link is url, HTML is off, the headline stands above the text."""
    first, second = read("a.rss", FEED)
    assert (first.id, first.url, first.title) == ("g-1", "https://news.test/1", "Judul satu")
    assert first.text == "Judul satu\nIsi satu."
    assert second.published is None
    lines_stand_where_they_say(second, FEED)


def test_atom(read) -> None:
    """XHTML content keeps its paragraphs, plain text keeps its angle brackets."""
    first, second = read("a.atom", samples.ATOM)
    assert (first.id, first.title, first.url) == ("tag:1", "A & B", "http://x.test/1")
    assert first.text == "A & B\nSatu < dua\n“Tiga”"
    assert first.published == "2025-08-20T01:00:00+00:00"
    assert second.text == "Judul\nTeks <b> polos"


def test_json_feed(read) -> None:
    """Numbers are ids too; items without text are skipped one by one."""
    items = read("a.json", samples.JSON_FEED)
    assert [type(i) for i in items] == [Document, Document, Skipped, Skipped]
    assert (items[0].id, items[0].url) == ("1", "https://x.test/1")
    assert items[0].text == 'Judul\nSatu "dua"\nTiga'
    assert items[1].text == "Hanya teks"
    assert [i.input for i in items[2:]] == ["a.json#3", "a.json#4"]


def test_html(read) -> None:
    """The article without the site around it; entities are resolved once, so that a doubled one stays to be found."""
    (page,) = read("a.html", samples.PAGE)
    assert page.title == "Perundingan berlanjut"
    assert page.url == "https://x.test/artikel"
    assert page.published == "2025-08-20T10:00:00+07:00"
    assert page.text.split("\n") == [
        "Perundingan berlanjut",
        "Menteri Luar Negeri mengatakan pada hari Senin bahwa perundingan akan dilanjutkan di Jenewa pekan depan, kata"
        " juru bicaranya dalam jumpa pers.",
        '"Kami siap," kata dia kepada para wartawan. &quot;Sangat siap.&quot;',
        "Utusan khusus itu tiba sore hari dengan pesawat dari Wina.",
        "“Jalan masih panjang,” ujar seorang diplomat yang tidak mau disebut namanya.",
    ]
    for word in ("Perundingan", "Menteri", "Kami", "Utusan", "Jalan"):
        line, column = spot(page.text, page.source_map, page.text.index(word))
        assert samples.PAGE.decode().split("\n")[line - 1][column - 1 :].startswith(word)


def test_a_short_page_is_read_whole(read) -> None:
    """Where there is no article to be found, everything but the furniture is text."""
    (page,) = read("a.html", b"<nav>Beranda</nav><h1>Judul</h1><p>Satu.</p><p>Dua.</p><footer>Kaki</footer>")
    assert page.text == "Judul\nSatu.\nDua."


def test_xliff_1_2(read) -> None:
    """Inline tags are off; alternatives, untranslated and untranslatable units stay out on both sides."""
    (pair,) = read("a.xlf", samples.XLIFF_1)
    assert isinstance(pair, Pair)
    assert pair.translation.id == "a.xlf#berita/1.html"
    assert pair.translation.title == "Perundingan berlanjut"
    assert pair.translation.text == "Perundingan berlanjut\n“Damai,” kata dia."
    assert pair.original is not None
    assert pair.original.text == "Talks resume\n“Peace,” he said."
    lines_stand_where_they_say(pair.translation, samples.XLIFF_1)


def test_xliff_2_0(read) -> None:
    """The segments of a unit are one line."""
    (pair,) = read("b.xliff", samples.XLIFF_2)
    assert pair.translation.text == "Halo dunia. Dua."
    assert pair.original.text == "Hello world. Two."
    assert pair.translation.id == "b.xliff#f1"


def test_tmx(read) -> None:
    """The header says which language is the source, whatever the order; a DOCTYPE without entities is fine."""
    (pair,) = read("a.tmx", samples.TMX)
    assert pair.translation.text == "Halo dunia\n“Ya.”"
    assert pair.original.text == "Hello world\n“Yes.”"
    lines_stand_where_they_say(pair.translation, samples.TMX)


def test_tmx_with_several_languages_gives_a_pair_for_each(read) -> None:
    """Named by language."""
    data = samples.TMX.replace(b"</tuv></tu>", b'</tuv><tuv xml:lang="ms"><seg>Hai</seg></tuv></tu>')
    assert [p.translation.id for p in read("a.tmx", data)] == ["a.tmx#id", "a.tmx#ms"]


def test_po(read) -> None:
    """msgid against msgstr, fuzzy ones too; obsolete and empty ones stay out."""
    (pair,) = read("a.po", samples.PO)
    assert pair.translation.text == 'Halo "dunia"\nTeks panjang\n%d berkas'
    assert pair.original.text == 'Hello "world"\nLong text\n%d files'
    lines = [spot(pair.translation.text, pair.translation.source_map, i) for i in (0, 13, 26)]
    assert lines == [(7, 9), (12, 9), (17, 12)]


def test_csv_and_jsonl_with_originals(read) -> None:
    """A row with an original is a pair, one without is a document; a list is one line an entry."""
    first, second = read("a.csv", samples.TABLE)
    assert (first.translation.text, first.original.text) == ('Halo, "dunia"', 'Hello, "world"')
    assert second.text == "Ya"
    first, second = read("a.jsonl", samples.ROWS)
    assert first.original.text == "Hello\nworld"
    assert second.id == "2"


@pytest.mark.parametrize("name", FILES)
def test_gzip_of_each_format_reads_the_same(read, name: str) -> None:
    """`.gz` after the usual ending."""

    def told(items: list[Item]) -> list[tuple[object, ...]]:
        pairs = [(i.translation, i.original) if isinstance(i, Pair) else (i, None) for i in items]
        return [
            (getattr(t, "text", None), getattr(t, "title", None), o and o.text, getattr(t, "source_map", None))
            for t, o in pairs
        ]

    assert told(read(name + ".gz", gzip.compress(FILES[name]))) == told(read(name, FILES[name]))


@pytest.mark.parametrize("name", [n for n in FILES if not n.endswith((".md", ".csv"))])
def test_formats_are_recognised_without_a_name(read, name: str) -> None:
    """As on standard input."""
    assert len(read("unnamed", FILES[name])) == len(read(name, FILES[name]))
    assert {type(i) for i in read("unnamed", FILES[name])} == {type(i) for i in read(name, FILES[name])}


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    + b"]>"
)
XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/hostname">]>'
PARAMETER = b'<!DOCTYPE x [<!ENTITY % j SYSTEM "http://127.0.0.1:9/x.dtd"> %j;]>'


@pytest.mark.parametrize("head", [BOMB, XXE, PARAMETER], ids=["billion-laughs", "xxe", "parameter-entity"])
@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.rss", b"<rss><channel><item><title>&j;</title><guid>1</guid></item></channel></rss>"),
        ("a.atom", b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>&j;</title></entry></feed>'),
        (
            "a.xlf",
            b"<xliff><file><trans-unit><source>&j;</source><target>&j;</target></trans-unit></file></xliff>",
        ),
        ("a.tmx", b"<tmx><body><tu><tuv><seg>&j;</seg></tuv><tuv><seg>&j;</seg></tuv></tu></body></tmx>"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(read, name: str, body: bytes, head: bytes, encoding: str) -> None:
    """Neither expanded nor fetched, in whatever encoding they come."""
    (item,) = read(name, (head + body).decode().encode(encoding))
    assert isinstance(item, Skipped)
    assert "declares entities" in item.reason


def test_an_external_dtd_is_not_read(read, tmp_path: Path) -> None:
    """Its entities stay unknown."""
    (tmp_path / "own.dtd").write_text('<!ENTITY j "rahasia">')
    data = b'<!DOCTYPE tmx SYSTEM "own.dtd"><tmx><tu><tuv><seg>a &j;</seg></tuv><tuv><seg>b &j;</seg></tuv></tu></tmx>'
    assert "rahasia" not in repr(read("a.tmx", data))


@pytest.mark.parametrize("name", ["a.rss", "a.xlf", "a.tmx", "a.po", "a.json"])
def test_a_broken_file_is_skipped_with_a_reason(read, name: str) -> None:
    """Named and explained."""
    (item,) = read(name, b'<<<msgid "x\nmsgstr [')
    assert isinstance(item, Skipped)
    assert item.input == name
    assert len(item.reason) > 10


def test_xml_and_json_of_other_kinds_are_named_for_what_they_are_not(read) -> None:
    """Given by name they are skipped with a reason."""
    for name, data in (("a.xml", b"<svg/>"), ("a.json", b'"text"'), ("b.json", b'{"schema_version": "1"}')):
        (item,) = read(name, data)
        assert isinstance(item, Skipped)
        assert "nothing to audit" in item.reason or "no field" in item.reason
