"""Which reader a source needs: by the ending of its name, by media type, else by its first bytes."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.model import Skipped
from mtaudit.reading import prolog
from mtaudit.reading.decode import declared, decode, encoding, has_mark, is_binary
from mtaudit.reading.interface import Columns, Item, Pair, Reader, Remark, Source, UnrecognisedError
from mtaudit.reading.office import is_docx
from mtaudit.reading.table import looks_like_csv, parse_json

# format -> module and function; imported when first needed, for some parsers are slow to load
_READERS = {
    "text": ("plain", "read"),
    "markdown": ("markdown", "read"),
    "jsonl": ("table", "read_jsonl"),
    "csv": ("table", "read_csv"),
    "html": ("html", "read"),
    "feed": ("feed", "read"),
    "jsonfeed": ("feed", "read_json"),
    "xliff": ("xliff", "read"),
    "tmx": ("tmx", "read"),
    "po": ("po", "read"),
    "docx": ("office", "read_docx"),
    "pdf": ("office", "read_pdf"),
}
_UNDECODED = ("docx", "pdf")  # formats whose bytes are no text
ENDINGS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".tab": "csv", ".html": "html",
    ".htm": "html", ".xhtml": "html", ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".xlf": "xliff",
    ".xliff": "xliff", ".tmx": "tmx", ".po": "po", ".docx": "docx", ".pdf": "pdf",
}  # fmt: skip
_MEDIA_TYPES = {
    "text/markdown": "markdown", "application/jsonl": "jsonl", "application/x-ndjson": "jsonl", "text/csv": "csv",
    "text/tab-separated-values": "csv", "text/html": "html", "application/xhtml+xml": "html",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/rdf+xml": "feed",
    "application/feed+json": "jsonfeed", "application/xliff+xml": "xliff", "application/x-xliff+xml": "xliff",
    "text/x-gettext-translation": "po", "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}  # fmt: skip
_ROOTS = {"rss": "feed", "feed": "feed", "rdf": "feed", "xliff": "xliff", "tmx": "tmx", "html": "html"}
_OWN = re.compile(  # how our own reports begin, in each format that a reader would take for articles
    b"|".join(
        (
            rb'\{\s*"schema_version":\s*"\d+",\s*"tool":\s*\{\s*"name":\s*"mtaudit"',
            rb'\{"id":.{0,4000}?"language_confidence":',
            rb'<!doctype html>.{0,3000}?<meta name="generator" content="mtaudit',
            rb"# mtaudit\n\n\d+ documents?,",
            rb"row,document,input,title,system,",
            rb'<\?xml[^>]*>\s*<testsuites name="mtaudit"',
        )
    ),
    re.DOTALL,
)
_BARE_NAME = re.compile(r"[^.]+|.*\.[a-z]{2}", re.DOTALL)  # no ending, or a language code: `article.id`


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """The items of `source`. Raises InputError as its reader does, UnrecognisedError where no reader fits.

    Reports of our own are no articles, in whatever format: a folder that holds them can be audited again.
    """
    if _OWN.match(source.data):
        raise UnrecognisedError(source.input, "a report of mtaudit and no article: see `mtaudit report`")
    name = recognise(source, columns)
    module, function = _READERS[name]
    reader = cast(Reader, getattr(importlib.import_module(f"mtaudit.reading.{module}"), function))
    return noted(reader(source, columns), source, name)


def noted(items: Iterator[Item], source: Source, name: str) -> Iterator[Item]:
    """The items with the format `name` and the encoding of their source; what was loaded elsewhere has its own."""
    read_as = ""
    for item in items:
        if isinstance(item, (Skipped, Remark)):
            yield item
            continue
        if name not in _UNDECODED:
            read_as = read_as or encoding(source.data, source.input, declared(source, name))

        def with_both(document: Document, read_as: str = read_as) -> Document:
            return document if document.format else replace(document, format=name, encoding=read_as)

        if isinstance(item, Document):
            yield with_both(item)
        else:
            yield Pair(with_both(item.translation), item.original and with_both(item.original))


def may_hold_articles(name: str) -> bool:
    """Whether a file found in a folder is worth opening, by its name (`.gz` taken off)."""
    lower = name.lower()
    return lower.endswith((*ENDINGS, ".json", ".xml")) or _BARE_NAME.fullmatch(lower) is not None


def is_csv(source: Source) -> bool:
    """Whether a pairs file is CSV or TSV rather than JSONL."""
    name = source.name.lower()
    if name.endswith((".jsonl", ".ndjson", ".json")):
        return False
    return name.endswith((".csv", ".tsv", ".tab")) or source.data.lstrip()[:1] not in (b"{", b"[", b"")


def recognise(source: Source, columns: Columns) -> str:
    """The format of `source`. Raises UnrecognisedError, or InputError where it is neither known nor text."""
    ending = "." + source.name.lower().rpartition(".")[2] if "." in source.name else ""
    told = _MEDIA_TYPES.get((source.media_type or "").lower())
    if told is None and ending in ENDINGS:
        return _by_content(source, columns, ENDINGS[ending])
    if told is not None and told != "html":
        return told
    if source.data.startswith(b"%PDF-"):
        return "pdf"
    if is_docx(source.data):
        return "docx"
    if ending not in (".json", ".xml") and is_binary(source.data) and not has_mark(source.data):
        raise UnrecognisedError(
            source.input, "a binary file of unknown kind: give text, HTML, a feed, a table, XLIFF, Word or PDF"
        )
    head = decode(source.data, source.input, source.charset)
    found = sniff(head, columns)
    if told == "html":  # what many servers call a feed, too
        return found if found in ("feed", "jsonfeed", "xliff", "tmx") else told
    if found is not None:
        return found
    if ending in (".json", ".xml"):
        raise UnrecognisedError(
            source.input, f"{ending[1:].upper()}, but no feed, table, XLIFF or TMX: nothing to audit in it"
        )
    if not source.named and not _BARE_NAME.fullmatch(source.name.lower()):
        raise UnrecognisedError(source.input, "no known kind of file: rename it to .txt if it is an article")
    return "text"


_TOLD_BY_CONTENT = {  # format by the ending -> what a file so named may hold besides
    "text": ("html", "feed", "jsonfeed", "xliff", "tmx", "jsonl"),
    "html": ("feed", "jsonfeed", "xliff", "tmx"),
    "markdown": ("feed", "xliff", "tmx"),
    "feed": ("html", "jsonfeed"),
    "jsonl": ("jsonfeed",),
}
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


def _by_content(source: Source, columns: Columns, named: str) -> str:
    """The format of a file whose ending says `named`: what it holds says it better where that is plain to see."""
    begins = source.data[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    if named not in _TOLD_BY_CONTENT or begins not in (b"<", b"{", b"["):
        return named
    try:
        text = decode(source.data, source.input, source.charset)
    except InputError:
        return named  # whose reader says what is wrong
    found = sniff(text, columns)
    if found == "html" and not _PAGE.match(text):
        return named
    if found == "jsonl" and not any(_is_json(part) for part in (text.strip().partition("\n")[0], text)):
        return named
    return found if found in _TOLD_BY_CONTENT[named] else named


def _is_json(text: str) -> bool:
    return not isinstance(parse_json(text), ValueError)


def sniff(text: str, columns: Columns) -> str | None:
    """The format that `text` itself shows, or None where it looks like plain text."""
    head = text.lstrip()[:65536]
    if head.startswith("<"):
        found = prolog.read(head)
        return "html" if found.doctype == "html" else _ROOTS.get(found.root or "")
    if head.startswith("{") and '"https://jsonfeed.org/version/' in head.replace("\\/", "/"):
        return "jsonfeed"
    first = head.partition("\n")[0].strip()
    if head.startswith(("{", "[")) and re.match(r"[\[{]\s*[\"{}\]]", head):
        return "jsonl"
    if re.search(r'^msgid[ \t]+"', head, re.MULTILINE) and re.search(r"^msgstr[\[ \t]", head, re.MULTILINE):
        return "po"
    if looks_like_csv(first, columns):
        return "csv"
    return "markdown" if re.match(r"(---|\+\+\+)\n.*?^\1[ \t]*$", head, re.DOTALL | re.MULTILINE) else None
