"""Every character of a document's text is found again in the file, at the line and column that the report names."""

import codecs
import csv
import gzip
import html
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mtaudit
from mtaudit.case import Document
from mtaudit.reading import Pair, Remark, read_inputs, table
from mtaudit.reading import html as page
from mtaudit.reading.interface import Source
from mtaudit.rendering.github import GithubRenderer
from mtaudit.rendering.sarif import SarifRenderer
from mtaudit.rendering.terminal import ConciseRenderer
from mtaudit.source_map import end_spot, spot
from tests.reading import samples
from tests.reading.conftest import FEED

GENTLE = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
PAGE = """<!DOCTYPE html>
<html><head><meta charset="CHARSET"><title>Perundingan berlanjut</title>
<script>document.write("<p>Perundingan berlanjut</p>")</script></head><body>
<nav><ul><li><a href="/">Beranda</a><li>Perundingan berlanjut dan lain-lain</ul></nav>
<article><h1 class="a > b">Perundingan <em>ber</em>lanjut</h1>
<!-- <p>Menteri itu tiba.</p> --><p>Menteri&nbsp;itu   tiba
   pada hari Senin &amp; langsung berbicara. &ldquo;Kami <b>si</b>ap,&rdquo; katanya &#40;singkat&#x29;.</p>
<p>”Jalan <a href="/x" title="Jalan masih">masih</a> panjang,“ ujar caf&eacute; itu. <br/>Lalu ia pergi.</p>
<p>Menteri Luar Negeri mengatakan pada hari Senin bahwa perundingan akan dilanjutkan pekan depan, kata dia lagi.</p>
</article><footer>Hak cipta</footer></body></html>
"""
ESCAPED = html.escape("<p>Ia <b>ber</b>kata: ”Kami siap,“ &amp; pergi.</p>\n<p>Satu &quot;dua&quot;</p>")
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title><item><title>Judul</title><guid>1</guid>
<description>Ia berkata</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[
<p>Ia <b>ber</b>kata: ”Kami siap,“ &amp; pergi.</p><p>Judul</p><p>Lagi.</p>]]></content:encoded></item>
<item><description>{ESCAPED}</description><title>Judul</title><guid>2</guid></item></channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title><entry><id>1</id><title>Judul &amp; isi</title>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ia ber<b>kata</b>: ”Kami siap,“
&#8220;pergi&#8221;.</p><p>Judul</p></div></content></entry><entry><id>2</id><title>Judul</title>
<summary type="text">Teks &lt;b> po&#108;os: ”Kami siap,“ katanya.</summary></entry></feed>
"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": "1", "title": "Judul", "summary": "Judul", "content_html": "<p>Ia: ”Kami <i>s</i>iap,“ &amp;</p>\n"},
            {"content_text": 'Ia: ”Kami siap,“\nlalu "pergi" 😀 jauh.', "id": "2", "title": "Judul"},
        ],
    }
)
CSV = 'id,judul,text\n1,a,"Ia berkata: ”Kami siap,“ lalu ""pergi"".\nJauh, sekali."\n2,"a,b",”Kami siap,“ katanya.\n'
TSV = 'text\tid\n”Kami "siap",“ katanya.\t1\n  Ia: ”Kami siap,“ katanya.\t2\n'
JSONL = (
    json.dumps({"original": "Kami siap", "id": 1, "text": 'Ia: ”Kami siap,“\nkata\t"dia"'})
    + '\n\n  {"text": ["Ia: ”Kami siap,“", "lalu \\u0022pergi\\u0022"], "a": {"text": "Ia"}}\n'
)
ARRAY = '[ {"text": "Ia: ”Kami siap,“ katanya"},\n  {"text" : "Ia\\/dia: ”Kami siap,“", "id": "x"}]'
XLIFF = """<?xml version="1.0"?><xliff version="1.2"><file original="a" source-language="en" target-language="id"><body>
<trans-unit id="1"><source>Reuters</source><target>Reuters</target></trans-unit><trans-unit id="2"><source>He: “We are
<g id="1">ready</g>”</source><target>Ia &amp; dia: ”Kami<bpt id="2">&lt;b&gt;</bpt>
  <g id="1">si</g>ap<ept id="2">&lt;/b&gt;</ept>,“ kata<x id="3"/>nya.</target></trans-unit></body></file></xliff>
"""
XLIFF_2 = """<xliff version="2.0"><file id="f"><unit id="1"><segment><source>Ia</source><target>Ia: ”Kami
<pc id="1">siap</pc>,“</target></segment><segment><source>b</source><target>katanya.</target></segment></unit></file>
</xliff>"""
TMX = """<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Ia</seg></tuv>
<tuv xml:lang="id"><seg>Ia</seg></tuv></tu><tu><tuv xml:lang="id"><seg>Ia: ”Kami <hi>si</hi>ap<ph>&lt;br&gt;</ph>,“
kata &lt;dia&gt;</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>"""
PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "He"
msgstr "Ia: ”Kami siap,“ lalu \\"pergi\\""

#: a.c:1
msgid "kosong"
msgstr ""

msgid "one"
msgid_plural "more"
msgstr[0] "satu"
msgstr[1] ""
"Ia \\\\ "
"dia: ”Kami siap,“"

#~ msgid "old"
#~ msgstr "Ia"

msgid "last"
msgstr "Ia"
"""
MARKDOWN = """---
title: Ia
---
# Judul &amp; *isi*

Ia [kata](https://x.test/nya "kata") kata **dia**: ”Kami\\* _siap_,“
> tidak & `kode  di` ![gambar](dia.png) dia\\
lalu <b>pergi</b> <https://x.test>.

- satu &quot;dua&quot;

  ”Kami

| a | b | *c* |
| - | - | - |
| c | ”Kami | c |
"""

FILES = {
    "a.txt": "Judul\n\nIa: ”Kami siap,“ katanya.\n",
    "a.html": PAGE,
    "a.rss": RSS,
    "a.atom": ATOM,
    "a.json": JSON_FEED,
    "a.csv": CSV,
    "a.tsv": TSV,
    "a.jsonl": JSONL,
    "b.json": ARRAY,
    "a.xlf": XLIFF,
    "b.xlf": XLIFF_2,
    "a.tmx": TMX,
    "a.po": PO,
    "a.md": MARKDOWN,
}
SAMPLES = {
    "b.rss": FEED,
    "b.atom": samples.ATOM,
    "c.json": samples.JSON_FEED,
    "b.html": samples.PAGE,
    "b.md": samples.MARKDOWN,
    "c.xlf": samples.XLIFF_1,
    "d.xlf": samples.XLIFF_2,
    "b.tmx": samples.TMX,
    "b.po": samples.PO,
    "b.csv": samples.TABLE,
    "b.jsonl": samples.ROWS,
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def documents(name: str, data: bytes) -> list[Document]:
    """The translations of a file, none of which may be skipped."""
    Path(name).write_bytes(data)
    items = [item.translation if isinstance(item, Pair) else item for item in read_inputs([name])]
    return [item for item in items if isinstance(item, Document)]


def source_of(document: Document, file: str, start: int, end: int) -> str:
    """What the file has between the places of a stretch's beginning and end."""
    lines = file.split("\n")
    (line, column), (last, behind) = (
        spot(document.text, document.source_map, start),
        end_spot(document.text, document.source_map, start, end),
    )
    rows = lines[line - 1 : last]
    rows[-1] = rows[-1][: behind - 1]
    rows[0] = rows[0][column - 1 :]
    return "\n".join(rows)


def spells(written: str, char: str) -> bool:
    """Whether a stretch of a file is the character itself, or an entity, escape or doubled mark for it."""
    found = {written, html.unescape(written), html.unescape(html.unescape(written))}
    if written.startswith("\\") and len(written) > 1:
        found |= {written[1:]}
        if written[1:2] in "utn/":
            found |= {json.loads(f'"{written}"')}
    return char in found or written == char * 2


def check(document: Document, file: str) -> None:
    """Every visible character stands at its place, spelled as this kind of file spells it."""
    for i, char in enumerate(document.text):
        if not char.isspace():
            written = source_of(document, file, i, i + 1)
            assert spells(written, char), (document.text[max(0, i - 20) : i + 20], char, written)


@pytest.mark.parametrize("name", FILES)
def test_every_character_stands_where_the_map_says(name: str) -> None:
    """Entities, escapes, doubled marks, inline tags, folded blanks, repeated words and all."""
    found = documents(name, FILES[name].replace("CHARSET", "utf-8").encode())
    assert found
    for document in found:
        check(document, FILES[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_so_it_is_in_the_other_samples(name: str) -> None:
    """Those that test the formats themselves."""
    found = documents(name, SAMPLES[name])
    assert found
    for document in found:
        check(document, SAMPLES[name].decode())


@pytest.mark.parametrize("name", FILES)
def test_the_reversed_mark_is_found_at_its_line_and_column(name: str) -> None:
    """The excerpt's first character stands there, once for each mark of the file that is text."""
    marks = 0
    for document in documents(name, FILES[name].replace("CHARSET", "utf-8").encode()):
        for i, char in enumerate(document.text):
            if char == "”":
                marks += 1
                written = source_of(document, FILES[name], i, i + 5)
                assert written[0] == "”" or written.startswith(("\\u201d", "&rdquo;", "&#8221;"))
    assert marks


@pytest.mark.parametrize("name", FILES)
def test_line_ends_and_byte_order_marks_move_nothing(name: str) -> None:
    """CRLF, a byte order mark and UTF-16 give the same places as plain UTF-8 (columns count code points)."""
    plain = FILES[name].replace("CHARSET", "utf-8")
    wanted = [(d.text, d.source_map) for d in documents(name, plain.encode())]
    windows = plain.replace("\n", "\r\n").encode()
    forms = [codecs.BOM_UTF8 + plain.encode(), windows, codecs.BOM_UTF8 + windows]
    if not name.endswith((".json", ".jsonl")):  # escapes there are for ASCII
        forms += [codecs.BOM_UTF16_LE + plain.encode("utf-16-le"), codecs.BOM_UTF16_BE + plain.encode("utf-16-be")]
    for data in forms:
        assert [(d.text, d.source_map) for d in documents(name, data)] == wanted
    assert [(d.text, d.source_map) for d in documents(name + ".gz", gzip.compress(plain.encode()))] == wanted


def test_a_page_in_another_encoding() -> None:
    """As declared in it: the places are those of the decoded text."""
    page = PAGE.replace("CHARSET", "windows-1252").replace("caf&eacute;", "café")
    (document,) = documents("a.html", page.encode("cp1252"))
    check(document, page)
    at = document.text.index("café")
    assert source_of(document, page, at, at + 4) == "café"


def test_a_page_on_one_line() -> None:
    """As minifiers write it: only the column tells."""
    page = PAGE.replace("\n", " ")
    (document,) = documents("a.html", page.encode())
    check(document, page)
    assert {run.line for run in document.source_map} == {1}


def test_the_end_of_a_stretch_is_behind_its_last_character() -> None:
    """Escapes belong to it as a whole; tags behind it don't."""
    (document,) = documents("a.html", PAGE.encode())

    def written(text: str) -> str:
        at = document.text.index(text)
        return source_of(document, PAGE, at, at + len(text))

    assert written("“Kami siap,”") == "&ldquo;Kami <b>si</b>ap,&rdquo;"
    assert written("masih") == "masih"
    assert written("(singkat)") == "&#40;singkat&#x29;"


def test_repeated_text_stands_at_its_own_place() -> None:
    """A headline is not taken for the page's title, a script that writes it or a link that begins with it."""
    (document,) = documents("a.html", PAGE.encode())
    assert spot(document.text, document.source_map, 0) == (5, 28)


def test_items_with_the_same_words_stand_apart() -> None:
    """Each in its own item of the feed."""
    first, second = documents("a.rss", RSS.encode())
    assert [spot(first.text, first.source_map, i)[0] for i in (first.text.index("Ia"), first.text.index("Judul"))] == [
        3,
        3,
    ]
    assert [spot(second.text, second.source_map, second.text.index(w))[0] for w in ("Judul", "Ia")] == [5, 4]


WORDS = st.text(st.sampled_from('aä”"“&<>\\,;é\u00a0😀 \n'), min_size=1, max_size=40).filter(
    lambda text: any(c.isalnum() for c in text)
)


def exact(name: str, file: str, text: str) -> None:
    """The file holds one document, that text, and each character of it stands at its place."""
    (item,) = inputs_of(name, file)
    assert isinstance(item, Document)
    assert item.text == text
    check(item, file)


def inputs_of(name: str, file: str) -> list[object]:
    """What standard input would give under that name."""
    source = Source(name, file.encode(), name)
    read = {"a.csv": table.read_csv, "a.jsonl": table.read_jsonl, "a.html": page.read}[name]
    return [item for item in read(source, {}) if not isinstance(item, Remark)]


@given(text=WORDS, other=WORDS)
@GENTLE
def test_any_text_in_a_table_stands_at_its_place(text: str, other: str) -> None:
    """Whatever marks, delimiters and line breaks its fields and those beside it hold."""
    sheet = io.StringIO()
    rows = csv.writer(sheet, lineterminator="\n")
    rows.writerows([["id", "title", "text"], ["1", other, text]])
    exact("a.csv", sheet.getvalue(), text)
    for ascii_only in (True, False):
        exact("a.jsonl", json.dumps({"title": other, "text": text}, ensure_ascii=ascii_only) + "\n", text)


@given(parts=st.lists(st.tuples(WORDS, st.sampled_from(["", "b", "i", "a"]), st.booleans()), min_size=1, max_size=5))
@GENTLE
def test_any_text_in_a_page_stands_at_its_place(parts: list[tuple[str, str, bool]]) -> None:
    """Whatever tags stand in it and however it is escaped."""
    written = ""
    for text, tag, numbers in parts:
        inner = "".join(f"&#{ord(c)};" if numbers and not c.isspace() else html.escape(c) for c in text)
        written += f"<{tag} title='a > b'>{inner}</{tag}>" if tag else inner
    file = f"<html><body><script>'<p>{written[:5]}'</script>\n<div>{written}</div></body></html>\n"
    (item,) = inputs_of("a.html", file)
    assert isinstance(item, Document)
    assert "".join(item.text.split()) == "".join("".join(text for text, _, _ in parts).split())
    check(item, file)


def test_what_the_file_spells_otherwise_stands_at_its_item() -> None:
    """A number that is read as text, and an item of a feed too broken to be taken apart."""
    _, document = documents("a.jsonl", b'{"text": "Halo"}\n  {"text": 17.5}\n')
    assert [(run.line, run.width) for run in document.source_map] == [(2, 0)]
    assert end_spot(document.text, document.source_map, 1, 3) == spot(document.text, document.source_map, 0)
    feed = b"<rss><channel>\n<item><title>Halo</title><guid>x-1</guid>\n<item><title>Dua</title><guid>x-2</guid>"
    for document in documents("a.rss", feed):
        assert document.source_map[0].line == (2 if document.text == "Halo" else 3)


@pytest.mark.parametrize("name", FILES)
def test_reports_name_line_and_column_of_the_file(name: str) -> None:
    """JSON, SARIF, GitHub commands, CSV and the one-line report tell the same place: that of the finding's text."""
    fault = "Ini satu -satunya jalan bagi negara -negara itu, kata Menteri Luar Negeri pada hari Senin. "
    file = re.sub(r"(?=(”|\\u201d)(Kami|Jalan))", fault, FILES[name].replace("CHARSET", "utf-8"))
    Path(name).write_text(file, "utf-8")
    report = mtaudit.audit([name], back_translation=False, no_cache=True)
    rows = file.split("\n")
    found = [(d, f) for d in report.documents for f in d.findings if f.text and f.start is not None]
    assert any(f.text == "satu -satunya" for _, f in found)
    for _, finding in found:
        assert finding.line is not None
        assert finding.column is not None
        assert finding.text is not None
        at = rows[finding.line - 1][finding.column - 1 :]
        assert at[0] == finding.text[0] or at[0] in "&\\", (finding, at)
    places = sorted((finding.line, finding.column) for _, finding in found)
    regions = [
        result["locations"][0]["physicalLocation"]["region"]
        for result in json.loads(SarifRenderer().render(report))["runs"][0]["results"]
    ]
    assert set(places) <= {(region["startLine"], region["startColumn"]) for region in regions}
    concise = ConciseRenderer().render(report)
    commands = GithubRenderer().render(report)
    for line, column in places[:3]:
        assert f"{name}:{line}:{column}: " in concise
        assert f"line={line}," in commands
