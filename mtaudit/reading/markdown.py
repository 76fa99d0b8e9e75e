"""Markdown: headings, paragraphs, lists, quotations and tables as lines of text, with the file's line for each.

Parsed by markdown-it-py (CommonMark and tables), so that what is audited is what a reader of the page sees: front
matter, code blocks, HTML and images are left out, links are reduced to their text, emphasis to its words.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.reading.decode import decode
from mtaudit.reading.interface import Columns, Item, Source, clean, headline

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One document; title from the front matter, else the first heading of level 1, else a headline."""
    raw = decode(source.data, source.input, source.charset)
    front = _FRONT_MATTER.match(raw)
    offset = raw.count("\n", 0, front.end()) if front else 0
    title = _title(front.group(2)) if front else None
    tokens = _parse(raw[front.end() :] if front else raw, source.input)
    lines: list[str] = []
    numbers: list[int] = []
    for number, line in _lines(tokens, offset):
        lines.append(line)
        numbers.append(number)
    text = clean("\n".join(lines))
    if not text.strip():
        raise InputError(source.input, "no text outside front matter and code blocks: nothing to audit")
    title = title or _first_heading(tokens) or headline(text)
    yield Document(id=source.input, input=source.input, text=text, title=title, line_map=tuple(numbers))


def _parse(body: str, input: str) -> list[Token]:
    try:
        return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    except (RecursionError, ValueError, IndexError) as error:
        raise InputError(input, f"too deeply nested for the Markdown parser ({type(error).__name__})") from error


def _lines(tokens: list[Token], offset: int) -> Iterator[tuple[int, str]]:
    """(line of the file, line of text); blocks set apart by an empty line in the file are so in the text."""
    after = -1  # the line after the block before, from 0
    for first, end, text in _blocks(tokens, offset):
        if not text.strip():
            continue
        if 0 <= after < first:
            yield after + 1, ""
        for part in text.split("\n"):
            yield first + 1, part.strip()
        after = end


def _blocks(tokens: list[Token], offset: int) -> Iterator[tuple[int, int, str]]:
    """(first line from 0, the line after the last, text) of each paragraph, heading, list item and table row."""
    cells: list[str] | None = None  # of a table row
    row = [0, 0]
    dashes = 0  # lines below a table's header row
    for token in tokens:
        if token.type == "tr_open":
            cells, row = [], token.map or row
        elif token.type == "inline" and cells is not None:
            cells.append(_inline(token.children or []).strip())
        elif token.type in ("thead_open", "thead_close"):
            dashes = int(token.type == "thead_open")
        elif token.type == "tr_close":
            yield offset + row[0], offset + row[1] + dashes, " ".join(cell for cell in cells or [] if cell)
            cells = None
        elif token.type == "inline":
            first, end = token.map or row
            yield offset + first, offset + end, _inline(token.children or [])


def _inline(children: list[Token]) -> str:
    """The words of a block: a soft line break is a space, a hard one stays."""
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "text_special", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower().startswith("<br")):
            parts.append("\n")
    return "".join(parts)


def _first_heading(tokens: list[Token]) -> str | None:
    for token, following in itertools.pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return clean(_inline(following.children or [])).strip() or None
    return None


def _title(front: str) -> str | None:
    found = _TITLE.search(front)
    if not found:
        return None
    value = found.group(1)
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value.strip() or None
