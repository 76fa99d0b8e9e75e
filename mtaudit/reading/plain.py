"""Plain text: the whole file is one document."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.reading.decode import decode
from mtaudit.reading.interface import Columns, Item, Source, headline


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One document: the text as it stands, its headline as title."""
    text = decode(source.data, source.input, source.charset)
    if not text.strip():
        raise InputError(source.input, "empty: nothing to audit")
    yield Document(id=source.input, input=source.input, text=text, title=headline(text))
