"""Word documents and PDFs, which editors hold in their hands: headings, paragraphs and tables as lines of text.

python-docx and pypdf read them (the extra `office`); neither opens a connection or runs what is inside. Findings count
lines of the text: these files have none of their own.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeVar

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.reading.decode import MAX_BYTES
from mtaudit.reading.interface import Columns, Item, Remark, Source, UnrecognisedError, clean, headline
from mtaudit.reading.traced import SourceText
from mtaudit.reading.wrapped import unwrapped

Found = TypeVar("Found")

_MISSING = "needs {0}: pip install 'mtaudit[office]', or save it as plain text"
_PAGES = 2000  # of a PDF at most
_SOFT = "\u00ad"
_BROKEN = re.compile(rf"(\w+)[{_SOFT}\u2010-]\n(?=([a-z]+))")  # a word broken at the end of a line


def is_docx(data: bytes) -> bool:
    """Whether the bytes are a Word document: an archive with its main part."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def read_docx(source: Source, columns: Columns) -> Iterator[Item]:
    """One document: a line a paragraph, a row of a table is a line. Raises InputError where it can't be read."""
    try:
        import docx
    except ImportError:
        raise InputError(source.input, _MISSING.format("python-docx")) from None
    _bounded(source)
    heading, lines = _guarded(source, "Word document", lambda: _docx(docx.Document(io.BytesIO(source.data))))
    yield _document(source, lines, heading)


def _docx(document: object) -> tuple[str | None, list[str]]:
    """The title or first heading of a document, and its lines."""
    heading, lines = None, list[str]()
    for block in document.iter_inner_content():  # type: ignore[attr-defined]
        if hasattr(block, "rows"):
            lines += [" ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows]
            continue
        style = (block.style.name or "") if block.style is not None else ""
        if heading is None and block.text.strip() and style in ("Title", "Heading 1"):
            heading = block.text.strip()
        lines += block.text.split("\n")
    return heading, lines


def read_pdf(source: Source, columns: Columns) -> Iterator[Item]:
    """One document: the text of all pages, broken lines made paragraphs again, lines that head or foot every page left
    out. Raises InputError where it can't be read, or holds pictures of pages alone."""
    try:
        import pypdf
    except ImportError:
        raise InputError(source.input, _MISSING.format("pypdf")) from None

    def pages() -> list[list[str]]:
        found = pypdf.PdfReader(io.BytesIO(source.data)).pages
        if len(found) > _PAGES:
            raise InputError(source.input, f"more than {_PAGES} pages: split it")
        return [[line.rstrip() for line in (page.extract_text() or "").split("\n")] for page in found]

    read = _guarded(source, "PDF", pages)
    kept, repeated = _without_margins(read)
    text = _BROKEN.sub(_softened, clean("\n".join(line for page in kept for line in page)))
    made, width = unwrapped(SourceText(text).cut())
    whole = re.sub(rf"{_SOFT}\s?", "", made.text)
    if not whole.strip():
        raise UnrecognisedError(source.input, "no text in it, only pictures of pages: recognise its text first")
    yield _document(source, whole.split("\n"), None)
    if width:
        yield Remark(source.input, f"lines broken at {width} characters are read as paragraphs")
    if repeated:
        yield Remark(source.input, f"left out: {repeated} line{'s' * (repeated != 1)} at the edges of pages")


def _softened(broken: re.Match[str]) -> str:
    """A hyphen that goes with the end of its line; one that a word is doubled with (`anak-anak`) stays."""
    before, after = broken[1], broken[2]
    return broken[0] if before.lower() == after.lower() else f"{before}{_SOFT}\n"


def _without_margins(pages: list[list[str]]) -> tuple[list[list[str]], int]:
    """The pages without what stands at the top or bottom of three or more, page numbers aside, and how many lines."""

    def bare(line: str) -> str:
        return re.sub(r"\d+", "", line).strip()

    filled = [[line for line in page if line.strip()] for page in pages]
    edges = [line for page in filled for line in {bare(page[0]), bare(page[-1])} if page] if all(filled) else []
    often = {edge for edge in edges if edges.count(edge) >= 3}
    kept = [
        [line for at, line in enumerate(page) if not (at in (0, len(page) - 1) and bare(line) in often)]
        for page in filled
    ]
    return kept, sum(map(len, filled)) - sum(map(len, kept))


def _document(source: Source, lines: list[str], title: str | None) -> Document:
    shown = [line.strip() for line in lines]
    text = clean("\n".join(line for line, before in pairwise([*shown, ""]) if line or before)).strip("\n")
    if not text.strip():
        raise UnrecognisedError(source.input, "empty: nothing to audit")
    return Document(id=source.input, input=source.input, text=text, title=title or headline(text))


def _bounded(source: Source) -> None:
    """Refuse an archive that unpacks to more than an input may have."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise InputError(source.input, f"no Word document that can be read ({error}): save it again") from error
    if size > MAX_BYTES:
        raise InputError(source.input, f"more than {MAX_BYTES // 1048576} MB when unpacked: split it")


def _guarded(source: Source, kind: str, read: Callable[[], Found]) -> Found:
    """What `read` gives; the libraries let out whatever their parsers raise on broken files."""
    try:
        return read()
    except InputError:
        raise
    except Exception as error:
        detail = (str(error).splitlines() or [""])[0] or type(error).__name__
        raise InputError(source.input, f"no {kind} that can be read ({detail}): save it again") from error
