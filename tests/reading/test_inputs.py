"""What `read_inputs` makes of files, folders, globs, standard input and broken things."""

import gzip
import io
import json
from pathlib import Path

import pytest

from mtaudit.case import Document
from mtaudit.errors import UsageError
from mtaudit.model import Skipped
from mtaudit.reading import Pair, read_inputs

ARTICLE = "Presiden tiba di Jakarta\n\nPresiden tiba pada hari Senin. Ia disambut menteri.\n"


def only(items: list[object]) -> Document:
    """The single document among `items`."""
    assert len(items) == 1, items
    assert isinstance(items[0], Document), items
    return items[0]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_text_file_is_one_document_with_its_headline_as_title(folder: Path) -> None:
    """id and input are the path as given, the text keeps everything."""
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    document = only(list(read_inputs(["a.txt"])))
    assert (document.id, document.input, document.title) == ("a.txt", "a.txt", "Presiden tiba di Jakarta")
    assert document.text == ARTICLE


@pytest.mark.parametrize(
    ("name", "data", "format_", "encoding"),
    [
        ("a.txt", ARTICLE.encode(), "text", "utf-8"),
        ("a.txt", ARTICLE.encode("utf-16"), "text", "utf-16-le"),
        ("a.md", ("“Ya”, kata Budi.\n" + ARTICLE).encode("cp1252"), "markdown", "cp1252"),
        ("a.html", f"<meta charset='iso-8859-2'><p>{ARTICLE} Łódź</p>".encode("iso-8859-2"), "html", "iso8859-2"),
        ("a", json.dumps({"text": ARTICLE, "original": "A"}).encode(), "jsonl", "utf-8"),
        ("a.tsv", b"id\ttext\n1\tHalo", "csv", "utf-8"),
    ],
)
def test_every_document_says_in_which_format_and_encoding_it_was_read(
    folder: Path, name: str, data: bytes, format_: str, encoding: str
) -> None:
    """Translations and originals alike."""
    (folder / name).write_bytes(data)
    (item,) = read_inputs([name])
    for document in (item,) if isinstance(item, Document) else (item.translation, item.original):
        assert (document.format, document.encoding) == (format_, encoding)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Satu kalimat penuh.\nLalu lagi.", None),
        ("Hanya satu baris", None),
        ("x" * 300 + "\nteks", None),
        ("Benarkah?\nYa.", "Benarkah?"),
        ("“Kami pulang.”\nKata dia.", None),
    ],
)
def test_a_headline_is_short_has_no_full_stop_and_more_text_after_it(
    folder: Path, text: str, title: str | None
) -> None:
    """Anything else leaves the title empty."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    assert only(list(read_inputs(["a.txt"]))).title == title


@pytest.mark.parametrize(
    "data",
    [
        "“Perdana Menteri” tiba\r\ndi Kyiv – kata Zelenskyy".encode("utf-8-sig"),
        "“Perdana Menteri” tiba\r\ndi Kyiv – kata Zelenskyy".encode("utf-16"),
        "“Perdana Menteri” tiba\r\ndi Kyiv – kata Zelenskyy".encode("cp1252"),
        "“Perdana Menteri” tiba\r\ndi Kyiv – kata Zelenskyy".encode("mac_roman"),
        "“Perdana Menteri” tiba\r\ndi Kyiv – kata Zelenskyy".encode("utf-16-le"),
        "“Perdana Menteri” tiba\rdi Kyiv – kata Zelenskyy".encode(),
        gzip.compress("“Perdana Menteri” tiba\ndi Kyiv – kata Zelenskyy".encode()),
    ],
    ids=["bom", "utf-16", "cp1252", "mac", "utf-16-without-bom", "cr", "gzip"],
)
def test_encodings_and_line_ends_give_the_same_text(folder: Path, data: bytes) -> None:
    """Byte order marks, Windows-1252 and gzip are seen through; line ends become \\n."""
    (folder / "a.txt").write_bytes(data)
    assert only(list(read_inputs(["a.txt"]))).text == "“Perdana Menteri” tiba\ndi Kyiv – kata Zelenskyy"


def test_text_is_not_normalised(folder: Path) -> None:
    """A decomposed accent stays two code points, so that offsets are those of the file."""
    (folder / "a.txt").write_text("Cafe\u0301 di Paris", encoding="utf-8")
    assert only(list(read_inputs(["a.txt"]))).text == "Cafe\u0301 di Paris"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n ", "empty"),
        ("a.bin", b"\x00\x01\x02\xff", "binary"),
        ("a.txt.gz", gzip.compress(b"halo dunia" * 500)[:40], "too early"),
        ("a.md", b"```\ncode\n```\n", "no text"),
        ("a.csv", b"", "empty"),
        ("a.jsonl", b'{"teaser": "x"}', "teaser"),
    ],
)
def test_what_cannot_be_audited_is_skipped_with_a_reason(folder: Path, name: str, data: bytes, reason: str) -> None:
    """The reason names the trouble; nothing is raised."""
    (folder / name).write_bytes(data)
    (item,) = read_inputs([name])
    assert isinstance(item, Skipped)
    assert item.input == name
    assert reason in item.reason


def test_a_missing_file_and_an_empty_glob_are_skipped_and_the_rest_is_read(folder: Path) -> None:
    """One bad input does not keep the others from being read."""
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    items = list(read_inputs(["gone.txt", "a.txt", "*.rst"]))
    assert [type(i) for i in items] == [Skipped, Document, Skipped]
    assert "no such file" in items[0].reason  # type: ignore[union-attr]


def test_a_folder_is_walked_in_order_and_what_is_no_article_left_alone(folder: Path) -> None:
    """Hidden files, binary files, configuration and tables without a text column are passed over in silence."""
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", ".git/d.txt", "news.id"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(ARTICLE, encoding="utf-8")
    (folder / "photo.png").write_bytes(b"\x89PNG\0\0")
    (folder / "manifest.csv").write_text("file,source\nb.txt,AP\n", encoding="utf-8")
    (folder / "report.json").write_text('{"schema_version": "1"}', encoding="utf-8")
    (folder / "setup.toml").write_text("a = 1\n", encoding="utf-8")
    items = list(read_inputs(["."]))
    assert [i.id for i in items if isinstance(i, Document)] == ["a.md", "b.txt", "news.id", "sub/c.txt"]
    assert len(items) == 4


def test_a_file_reached_twice_is_read_once(folder: Path) -> None:
    """By its folder, a glob and its own name."""
    (folder / "n").mkdir()
    (folder / "n" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert only(list(read_inputs(["n", "n/*.txt", "./n/a.txt"]))).id == "n/a.txt"


def test_globs_match_sorted(folder: Path) -> None:
    """`**` reaches into folders."""
    for name in ("z/b.txt", "z/y/a.txt", "c.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(ARTICLE, encoding="utf-8")
    assert [i.id for i in read_inputs(["**/*.txt"]) if isinstance(i, Document)] == ["c.txt", "z/b.txt", "z/y/a.txt"]


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (b"Halo dunia", ["-"]),
        (b'{"id": "x", "text": "Halo"}\n{"id": "y", "text": "Dunia"}\n', ["x", "y"]),
        (b"id,text\nx,Halo\ny,Dunia\n", ["x", "y"]),
        (b"id\ttext\nx\tHalo\n", ["x"]),
        (b'[{"id": "x", "text": "Halo"}]', ["x"]),
    ],
)
def test_standard_input_shows_its_own_format(data: bytes, ids: list[str]) -> None:
    """Plain text, JSONL, JSON, CSV and TSV are told by their first line."""
    assert [i.id for i in read_inputs(["-"], stdin=io.BytesIO(data)) if isinstance(i, Document)] == ids


def test_repeated_ids_get_a_suffix() -> None:
    """So each document of the report can be named."""
    rows = b'{"id": "x", "text": "a"}\n{"id": "x", "text": "b"}\n{"text": "c"}\n'
    assert [i.id for i in read_inputs(["-"], stdin=io.BytesIO(rows)) if isinstance(i, Document)] == ["x", "x#2", "-:3"]


def test_columns_are_mapped_and_an_original_makes_a_pair() -> None:
    """`columns` says which column holds what."""
    rows = json.dumps({"nr": 7, "body_id": "Halo.\nDunia.", "body_en": "Hello.\nWorld.", "mt": "nllb"}).encode()
    mapping = {"text": "body_id", "original": "body_en", "id": "nr", "system": "mt"}
    (item,) = read_inputs(["-"], stdin=io.BytesIO(rows), columns=mapping)
    assert isinstance(item, Pair)
    assert (item.translation.id, item.translation.system) == ("7", "nllb")
    assert item.translation.text == "Halo.\nDunia."
    assert item.original is not None
    assert item.original.text == "Hello.\nWorld."
    assert {run.line for run in item.translation.source_map} == {1}


def test_a_mapping_that_fits_nothing_is_told() -> None:
    """A misspelled column would otherwise audit without originals, a misspelled field without anything."""
    rows = b'{"text": "Halo", "body_en": "Hello"}'
    (item,) = read_inputs(["-"], stdin=io.BytesIO(rows), columns={"original": "body_eng"})
    assert isinstance(item, Skipped)
    assert "body_eng" in item.reason
    with pytest.raises(UsageError, match="orginal"):
        list(read_inputs(["-"], stdin=io.BytesIO(rows), columns={"orginal": "body_en"}))


def test_offline_refuses_addresses() -> None:
    """The reason names the option."""
    (item,) = read_inputs(["https://example.org/feed.xml"], offline=True)
    assert isinstance(item, Skipped)
    assert "--offline" in item.reason


def test_lone_surrogates_are_replaced() -> None:
    """A JSON escape for half a character would otherwise break every output file."""
    document = only(list(read_inputs(["-"], stdin=io.BytesIO(b'{"id": "\\ud800", "text": "a\\udfffb"}'))))
    assert (document.id, document.text) == ("\ufffd", "a\ufffdb")
