"""Whatever the bytes, a reader gives items or InputError, and what it gives holds together."""

import gzip
import io
import itertools
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.model import Skipped
from mtaudit.reading import Pair, feed, html, markdown, plain, po, read_inputs, table, tmx, xliff
from mtaudit.reading.interface import Item, Remark, Source
from tests.reading.samples import SAMPLES

READERS: dict[str, tuple[Any, str]] = {
    "plain": (plain.read, "a.txt"),
    "markdown": (markdown.read, "a.md"),
    "jsonl": (table.read_jsonl, "a.jsonl"),
    "csv": (table.read_csv, "a.csv"),
    "tsv": (table.read_csv, "a.tsv"),
    "html": (html.read, "a.html"),
    "feed": (feed.read, "a.rss"),
    "jsonfeed": (feed.read_json, "a.json"),
    "xliff": (xliff.read, "a.xlf"),
    "tmx": (tmx.read, "a.tmx"),
    "po": (po.read, "a.po"),
}
GENTLE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sound file of some format with a few stretches cut out, doubled or overwritten."""
    data = draw(st.sampled_from(sorted(SAMPLES.values())))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(0, 12)))
        put = draw(st.one_of(st.binary(max_size=6), st.just(data[at:end] * 2), st.sampled_from(TROUBLE)))
        data = data[:at] + put + data[end:]
    return data


TROUBLE = [
    b"<",
    b"&",
    b"]]>",
    b"\xff\xfe",
    b"\0",
    b'"',
    b"\\ud800",
    b"{",
    b"[" * 3000,
    b"<b>" * 600,
    b"\xe2\x80\xa8",
    b"&#0;",
]


def check(items: list[Item]) -> None:
    """Every item can be written, and its lines are counted."""
    for item in items:
        if isinstance(item, Skipped):
            assert item.reason
            continue
        if isinstance(item, Remark):
            assert item.text
            continue
        documents = [item] if isinstance(item, Document) else [item.translation, item.original]
        for document in documents:
            if document is not None:
                f"{document.id}{document.input}{document.text}{document.title}{document.url}".encode()
                assert document.text.strip()
                assert "\r" not in document.text
                check_map(document)


def check_map(document: Document) -> None:
    """Runs follow one another through the text, within a line of it onward through the file too."""
    runs = document.source_map
    assert all(run.line >= 1 and run.column >= 1 and run.width >= 0 for run in runs)
    assert not runs or runs[0].start == 0
    for one, other in itertools.pairwise(runs):
        assert one.start < other.start < len(document.text)
        if "\n" not in document.text[one.start : other.start]:
            behind = one.column + (other.start - one.start) * one.width
            assert (one.line, one.column) <= (other.line, other.column), (one, other)
            assert one.line < other.line or behind <= other.column or one.width > 1, (one, other)


@pytest.mark.parametrize("name", READERS)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode), damaged()))
@GENTLE
def test_readers_raise_nothing_but_input_errors(name: str, data: bytes) -> None:
    """Arbitrary bytes, arbitrary text, and damaged files of any format given to any reader."""
    reader, file = READERS[name]
    with suppress(InputError):
        check(list(reader(Source(file, data, file), {})))


@given(data=st.one_of(st.binary(max_size=300), damaged(), damaged().map(gzip.compress)))
@GENTLE
def test_standard_input_of_any_bytes_gives_items(data: bytes) -> None:
    """Recognising the format never raises either; ids are unique."""
    items = list(read_inputs(["-"], stdin=io.BytesIO(data)))
    check(items)
    ids = [(i.translation if isinstance(i, Pair) else i).id for i in items if not isinstance(i, (Skipped, Remark))]
    assert len(ids) == len(set(ids))
    plain = gzip.decompress(data) if data.startswith(b"\x1f\x8b") and not items else data
    assert items or plain.strip() == b"" or b"<" in plain or b"items" in plain


@pytest.mark.parametrize("path", ["\0", "a\0b.txt", "", "[", "~", "http://", "x" * 5000, "C:\\x"])
def test_odd_paths_are_skipped(path: str) -> None:
    """Paths that no system takes."""
    items = list(read_inputs([path]))
    assert all(isinstance(item, Skipped) for item in items)
    assert items
