"""Markdown: headings, paragraphs, lists, quotations and tables as lines of text, each character with its place.

Parsed by markdown-it-py (CommonMark and tables), so that what is audited is what a reader of the page sees: front
matter, code blocks, HTML and images are left out, links are reduced to their text, emphasis to its words.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.languages.pages import ADDRESS_KEYS, ORIGINAL_KEYS
from mtaudit.reading.decode import decode
from mtaudit.reading.interface import Columns, Item, Source, headline
from mtaudit.reading.interface import clean as readable
from mtaudit.reading.markup import below_headline
from mtaudit.reading.seek import Seeker
from mtaudit.reading.traced import Builder, SourceText, Traced, clean, joined

FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
# What stands behind the words of a link, and an image: passed over, for it may repeat the words that follow
_TARGET = re.compile(r"[*_~`]*\](?:\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^\]]*\])?", re.DOTALL)
_IMAGE = re.compile(r"[*_~`]*!\[[^\]]*\](?:\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^\]]*\])?", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w-]*)[ \t]*[:=][ \t]*(.+?)[ \t]*$", re.MULTILINE)
_FILE = re.compile(r"\S+\.[A-Za-z]{2,8}|https?://\S+|\S+/\S+")  # what may name a file or an address


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One document; title from the front matter, else the first heading of level 1, else a headline."""
    raw = decode(source.data, source.input, source.charset)
    front = FRONT_MATTER.match(raw)
    whole = SourceText(raw)
    told = _fields(whole.cut(front.start(2), front.end(2))) if front else {}
    title = told["title"].text if "title" in told else None
    body = whole.cut(front.end() if front else 0)
    tokens = parsed(body.text, source.input)
    text = clean(joined("\n", _lines(tokens, body)))
    if not text.text.strip():
        raise InputError(source.input, "no text outside front matter and code blocks: nothing to audit")
    heading = _first_heading(tokens)
    if title and not heading:  # the headline above the text, as sites made of such files show it
        text = clean(joined("\n", below_headline(told["title"], text.lines())))
    values = {key: field.text for key, field in told.items()}
    address = next((values[key] for key in sorted(ADDRESS_KEYS & values.keys()) if "://" in values[key]), None)
    yield Document(
        source.input,
        source.input,
        text.text,
        title=title or heading or headline(text.text),
        url=address,
        source_map=whole.runs(text),
        named_original=_original(values),
    )


def parsed(body: str, input: str) -> list[Token]:
    """The tokens of CommonMark with tables. Raises InputError for what is nested too deeply."""
    try:
        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        return parser.disable("text_join").parse(body)  # which would hide how escapes and entities are written
    except (RecursionError, ValueError, IndexError) as error:
        raise InputError(input, f"too deeply nested for the Markdown parser ({type(error).__name__})") from error


def _lines(tokens: list[Token], body: Traced) -> Iterator[Traced]:
    """The lines of text; blocks set apart by an empty line in the file are so in the text."""
    starts = [0, *(match.end() for match in re.finditer("\n", body.text)), len(body.text)]
    after = -1  # the line after the block before, from 0
    for first, end, children in blocks(tokens):
        start = starts[min(first, len(starts) - 1)]
        text = _inline(children, Seeker(body.cut(start, starts[min(end, len(starts) - 1)])))
        if not text.text.strip():
            continue
        if 0 <= after < first:
            yield Traced.at("", 0)
        for part in text.lines():
            yield part.strip()
        after = end


def blocks(tokens: list[Token]) -> Iterator[tuple[int, int, list[list[Token]]]]:
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


def _fields(front: Traced) -> dict[str, Traced]:
    """The fields of front matter that have one value, quotation marks off; keys in small letters."""
    found: dict[str, Traced] = {}
    for match in _FIELD.finditer(front.text):
        value = front.cut(*match.span(2))
        if len(value.text) > 1 and value.text[0] == value.text[-1] and value.text[0] in "\"'":
            value = value.cut(1, -1)
        if value.strip().text:
            found.setdefault(match[1].lower().replace("-", "_"), value.strip())
    return found


def _original(values: Mapping[str, str]) -> str:
    """The file or address of the original that front matter names, "" where it names none."""
    named = (values[key] for key in sorted(ORIGINAL_KEYS & values.keys()))
    return next((value for value in named if _FILE.fullmatch(value)), "")
