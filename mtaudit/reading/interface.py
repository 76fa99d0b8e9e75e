"""What every reader takes and gives, and the small things that all of them need.

A reader is `read(source, columns) -> Iterator[Item]`. It raises InputError where the whole source cannot be read and
`UnrecognisedError` where the source is sound but holds no article; a part that cannot be read is a `Skipped` among the
items, and what it left out on purpose is told by a `Remark`. It raises nothing else, whatever the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.model import Skipped

Columns: TypeAlias = Mapping[str, str]  # our field ("text", "original", "id" ...) -> column or key of the input

HEADLINE_CHARS = 140  # newsroom headlines run to 110 characters in English; Indonesian is about a fifth longer
SURROGATES = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Source:
    """Undecoded bytes and what is known of them.

    `input` is the path, URL or `-` to be shown; `name` the file name whose ending tells the format (without `.gz`);
    `charset` and `media_type` come from HTTP. `named` is False for a file that was merely found in a folder.
    """

    input: str
    data: bytes
    name: str = ""
    charset: str | None = None
    media_type: str | None = None
    named: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    """A translation and the original that is known to belong to it, if any."""

    translation: Document
    original: Document | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person must know of how an input was read: what was left out of it, and why."""

    input: str
    text: str


Item: TypeAlias = Document | Pair | Skipped | Remark


class Reader(Protocol):
    """One format."""

    def __call__(self, source: Source, columns: Columns) -> Iterator[Item]: ...


class UnrecognisedError(InputError):
    """Readable, but nothing in it is an article: skipped where named by the user, left alone in a folder."""


def clean(text: str) -> str:
    """`text` with line ends as `\\n`, and U+FFFD for what no UTF-8 file can hold (lone surrogates) and for NUL."""
    return SURROGATES.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def legible(text: str) -> str:
    """`text` as every file can hold it: bytes of a name that are no UTF-8 as `\\xff`, lone surrogates as `\\ud800`."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode("utf-8")


def headline(text: str) -> str | None:
    """The first line of `text` where it looks like a headline: short, no final full stop, more text after it."""
    first, _, rest = text.lstrip("\ufeff \t\n").partition("\n")
    first = first.strip()
    if not rest.strip() or not first or len(first) > HEADLINE_CHARS or not any(c.isalnum() for c in first):
        return None
    return None if first.rstrip("\"'”’»)").endswith((".", ",", ";", ":")) else first
