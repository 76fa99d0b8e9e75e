"""Marks in files that take findings out: what each covers, and which count for nothing."""

from __future__ import annotations

import pytest

from mtaudit.reading.interface import Source
from mtaudit.reading.marks import FORMATS, Flaw, Mark, find

ENDLESS = 1 << 60


def covered(kind: str, text: str, name: str = "a") -> list[tuple[int, tuple[int, int], tuple[int, int]]]:
    """Line of each mark, and from where to where it covers."""
    found = find(Source(name, text.encode(), name=name), kind)
    return [(mark.line, mark.first, mark.last) for mark in found if isinstance(mark, Mark)]


def flaws(kind: str, text: str) -> list[tuple[int, str]]:
    return [
        (flaw.line, flaw.reason) for flaw in find(Source("a", text.encode(), name="a"), kind) if isinstance(flaw, Flaw)
    ]


def test_a_comment_covers_the_next_block_of_markdown() -> None:
    """Paragraph, heading, item, row; lines count from the beginning of the file, front matter too."""
    text = (
        "---\ntitle: x\n---\n<!-- mtaudit-ignore SUR501: a -->\n# Satu\n\n<!-- mtaudit-ignore SUR501, ENT: b\nc -->\n\n"
        "Dua\ntiga\n\nEmpat\n\n<!-- mtaudit-ignore SUR501: d -->\n- lima\n- enam <!-- mtaudit-ignore SUR: e -->\n"
    )
    assert covered("markdown", text) == [
        (4, (5, 1), (6, 1)),
        (7, (10, 1), (12, 1)),
        (15, (16, 1), (17, 1)),
        (17, (17, 1), (18, 1)),
    ]
    second = find(Source("a", text.encode(), name="a"), "markdown")[1]
    assert isinstance(second, Mark)
    assert (second.codes, second.reason) == (("SUR501", "ENT"), "b c")


@pytest.mark.parametrize(
    "text", ["`<!-- mtaudit-ignore SUR: x -->` satu", "```\n<!-- mtaudit-ignore SUR: x -->\n```\nsatu"]
)
def test_what_is_shown_as_code_is_no_mark(text: str) -> None:
    """A page may explain marks."""
    assert covered("markdown", text) == []


def test_a_comment_covers_the_element_behind_it() -> None:
    """A page's paragraph, its end tag left out or not; within text the element that it stands in."""
    text = (
        "<body>\n<!-- mtaudit-ignore SUR501: a --><p>satu <b>dua</b><br>tiga</p>\n<p>empat\n"
        "<!-- mtaudit-ignore SUR501: b -->\n<p>lima\n<h2>enam</h2>\n"
        "<p>tujuh <!-- mtaudit-ignore SUR501: c --> delapan</p>\n<!-- mtaudit-ignore SUR501: d -->\n"
        "<script>var x = '<!-- mtaudit-ignore SUR501: e -->'</script>\n</body>"
    )
    assert covered("html", text) == [
        (2, (2, 34), (2, 60)),
        (4, (5, 1), (6, 1)),
        (7, (7, 1), (7, 51)),
        (8, (9, 1), (9, 52)),
    ]


def test_a_mark_for_the_file_covers_all_of_it() -> None:
    """Wherever it stands."""
    for kind, text in (
        ("markdown", "Satu\n\n<!-- mtaudit-ignore-file SUR: a -->\n"),
        ("html", "<p>x</p><!-- mtaudit-ignore-file SUR: a -->"),
    ):
        assert [(first, last[0]) for _, first, last in covered(kind, text)] == [((1, 1), ENDLESS)]


def test_a_field_covers_its_row() -> None:
    """JSON Lines, an array of JSON, a table whose cells have line breaks; a list is as many marks."""
    lines = '{"text": "a", "mtaudit-ignore": "SUR: x"}\n{"text": "b"}\n'
    lines += '{"text": "c", "mtaudit-ignore": ["SUR: y", "ENT: z"]}\n'
    assert covered("jsonl", lines) == [(1, (1, 1), (2, 1)), *[(3, (3, 1), (ENDLESS, 1))] * 2]
    assert covered("jsonl", '[\n {"text": "a"},\n {"text": "b", "mtaudit-ignore": "SUR: x"},\n {"text": "c"}\n]') == [
        (3, (3, 2), (4, 2))
    ]
    table = 'text,mtaudit-ignore\n"a\nb","SUR: x\nENT: y"\nc,\n'
    assert covered("csv", table) == [(2, (2, 1), (5, 1))] * 2


def test_a_note_covers_its_unit() -> None:
    """XLIFF of both versions, TMX, a translator's comment in PO; with a prefix, too."""
    old = (
        '<file><body><trans-unit id="1"><target>a</target></trans-unit>\n'
        '<trans-unit id="2"><note>mtaudit-ignore SUR: x</note>\n</trans-unit></body></file>'
    )
    assert covered("xliff", old) == [(2, (2, 1), (3, 1))]
    assert covered("xliff", old.replace("trans-unit", "x:unit").replace("note>", "x:note>")) == [(2, (2, 1), (3, 1))]
    assert covered("tmx", old.replace("trans-unit", "tu")) == [(2, (2, 1), (3, 1))]
    po = '# mtaudit-ignore SUR: x\nmsgid "a"\nmsgstr "b"\n"c"\n\nmsgid "d"\nmsgstr "e"\n'
    assert covered("po", po) == [(1, (1, 1), (5, 1))]


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        ("markdown", "<!-- mtaudit-ignore SUR501 -->\nsatu", "gives no reason"),
        ("markdown", "<!-- mtaudit-ignore SUR501: -->\nsatu", "gives no reason"),
        ("markdown", "<!-- mtaudit-ignore -->\nsatu", "names no rule"),
        ("markdown", "<!-- mtaudit-ignore : x -->\nsatu", "names no rule"),
        ("markdown", "satu\n\n<!-- mtaudit-ignore SUR501: x -->\n", "nothing behind it"),
        ("markdown", "<!-- mtaudit-ignore SUR501: x --> satu\n\ndua", "not alone on its line"),
        ("html", "<p>satu</p><!-- mtaudit-ignore SUR501: x --></body>", "nothing behind it"),
        ("jsonl", '{"text": "a", "mtaudit-ignore": {"SUR": "x"}}', "no text"),
        ("csv", "text,mtaudit-ignore\na,SUR501\n", "gives no reason"),
        ("po", '# mtaudit-ignore SUR\nmsgid "a"\nmsgstr "b"\n', "gives no reason"),
        ("xliff", "<note>mtaudit-ignore SUR: x</note>", "nothing behind it"),
    ],
)
def test_what_is_no_good_is_told_with_its_line(kind: str, text: str, why: str) -> None:
    """And covers nothing."""
    assert covered(kind, text) == []
    ((line, reason),) = flaws(kind, text)
    assert line == (2 if kind == "csv" else 1 + text.partition("mtaudit-ignore")[0].count("\n"))
    assert why in reason


@pytest.mark.parametrize(
    "word", ["mtaudit-ignored SUR: x", "mtaudit: ignore", "mtaudit-ignore-all SUR: x", "see mtaudit-ignore SUR: x"]
)
def test_other_comments_are_none(word: str) -> None:
    """Neither marks nor troubles."""
    assert find(Source("a", f"<!-- {word} -->\nsatu".encode(), name="a"), "markdown") == []


def test_formats_that_come_from_outside_have_no_place_for_marks() -> None:
    """Feeds, plain text, Word and PDF."""
    assert set(FORMATS) == {"markdown", "html", "jsonl", "csv", "xliff", "tmx", "po"}
    assert find(Source("a", b"<!-- mtaudit-ignore SUR: x -->"), "feed") == []
