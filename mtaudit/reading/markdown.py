"""Markdown: headings, paragraphs, lists, quotations and tables as lines of text, each character with its place.

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
from mtaudit.reading.interface import Columns, Item, Source, headline
from mtaudit.reading.interface import clean as readable
from mtaudit.reading.seek import Seeker
from mtaudit.reading.traced import Builder, SourceText, Traced, clean, joined

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
# What stands behind the words of a link, and an image: passed over, for it may repeat the words that follow
_TARGET = re.compile(r"[*_~`]*\](?:\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^\]]*\])?", re.DOTALL)
_IMAGE = re.compile(r"[*_~`]*!\[[^\]]*\](?:\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^\]]*\])?", re.DOTALL)
_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One document; title from the front matter, else the first heading of level 1, else a headline."""
    raw = decode(source.data, source.input, source.charset)
    front = _FRONT_MATTER.match(raw)
    title = _title(front.group(2)) if front else None
    whole = SourceText(raw)
    body = whole.cut(front.end() if front else 0)
    tokens = _parse(body.text, source.input)
    text = clean(joined("\n", _lines(tokens, body)))
    if not text.text.strip():
        raise InputError(source.input, "no text outside front matter and code blocks: nothing to audit")
    title = title or _first_heading(tokens) or headline(text.text)
    yield Document(source.input, source.input, text.text, title=title, source_map=whole.runs(text))


def _parse(body: str, input: str) -> list[Token]:
    try:
        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        return parser.disable("text_join").parse(body)  # which would hide how escapes and entities are written
    except (RecursionError, ValueError, IndexError) as error:
        raise InputError(input, f"too deeply nested for the Markdown parser ({type(error).__name__})") from error


def _lines(tokens: list[Token], body: Traced) -> Iterator[Traced]:
    """The lines of text; blocks set apart by an empty line in the file are so in the text."""
    starts = [0, *(match.end() for match in re.finditer("\n", body.text)), len(body.text)]
    after = -1  # the line after the block before, from 0
    for first, end, children in _blocks(tokens):
        start = starts[min(first, len(starts) - 1)]
        text = _inline(children, Seeker(body.cut(start, starts[min(end, len(starts) - 1)])))
        if not text.text.strip():
            continue
        if 0 <= after < first:
            yield Traced.at("", 0)
        for part in text.lines():
            yield part.strip()
        after = end


def _blocks(tokens: list[Token]) -> Iterator[tuple[int, int, list[list[Token]]]]:
    """(first line from 0, the line after the last, texts) of each paragraph, heading, list item and table row."""
    cells: list[list[Token]] | None = None  # of a table row
    row = [0, 0]
    dashes = 0  # lines below a table's header row
    for token in tokens:
        if token.type == "tr_open":
            cells, row = [], token.map or row
        elif token.type == "inline" and cells is not None:
            cells.append(token.children or [])
        elif token.type in ("thead_open", "thead_close"):
            dashes = int(token.type == "thead_open")
        elif token.type == "tr_close":
            yield row[0], row[1] + dashes, cells or []
            cells = None
        elif token.type == "inline":
            first, end = token.map or row
            yield first, end, [token.children or []]


def _inline(texts: list[list[Token]], seeker: Seeker) -> Traced:
    """The words of a block, its cells set apart by blanks: a soft line break is a space, a hard one stays."""
    cells: list[Traced] = []
    for children in texts:
        built = Builder()
        for child in children:
            if child.type in ("text", "code_inline"):
                built.keep(seeker.seek(child.content))
            elif child.type == "text_special":  # an escape or an entity: `markup` is how it is written
                written = seeker.seek(child.markup or child.content)
                built.put(child.content, written.starts[0], written.ends[-1])
            elif child.type == "softbreak":
                built.put(" ", built.end, built.end)
            elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower().startswith("<br")):
                built.put("\n", built.end, built.end)
            elif child.type in ("link_close", "image"):
                seeker.skip(_TARGET if child.type == "link_close" else _IMAGE)
            elif child.type == "html_inline":
                seeker.seek(child.content)
        cells.append(built.done().strip() if len(texts) > 1 else built.done())
    return joined(" ", (cell for cell in cells if cell.text))


def _first_heading(tokens: list[Token]) -> str | None:
    for token, following in itertools.pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            words = _inline([following.children or []], Seeker(Traced.at(following.content, 0)))
            return readable(words.text).strip() or None
    return None


def _title(front: str) -> str | None:
    found = _TITLE.search(front)
    if not found:
        return None
    value = found.group(1)
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value.strip() or None
