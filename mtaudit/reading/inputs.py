"""INPUT...: everything that the user named, in order, as documents, pairs and what had to be skipped."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from mtaudit.errors import InputError
from mtaudit.faults import Fault
from mtaudit.model import Skipped
from mtaudit.reading import formats, identity
from mtaudit.reading.boilerplate import without_boilerplate
from mtaudit.reading.decode import MAX_BYTES, bounded, gunzip
from mtaudit.reading.fetch import fetch_source
from mtaudit.reading.files import find, load_file, plain_name
from mtaudit.reading.interface import Columns, Item, Source, UnrecognisedError
from mtaudit.reading.linked import linked
from mtaudit.reading.responses import FetchOptions
from mtaudit.reading.table import checked

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def read_inputs(
    inputs: Sequence[str],
    *,
    columns: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    fetch: FetchOptions | None = None,
    offline: bool = False,
    max_bytes: int = MAX_BYTES,
    auto_pairs: bool = True,
) -> Iterator[Item]:
    """Documents, pairs and skipped inputs, in the order of `inputs`, folders and globs sorted by path.

    An input is a file, a folder (walked), a glob, `-` (standard input, or `stdin`), or an http(s) URL. `columns` maps
    our fields (text, original, id, title, system, url) to the columns of CSV, TSV and JSONL. `offline` refuses URLs.
    What is larger than `max_bytes`, before or after decompression, is skipped. What a site puts into three or more of
    its pages is taken out of HTML (`boilerplate`). A file reached twice is read once. Document ids are paths as given,
    row ids or feed guids; a repeated id gets `#2`. What cannot be read is a Skipped. Raises UsageError where `columns`
    names a field that there is not. Without `auto_pairs` no names of files and no `hreflang` make pairs.
    """
    ids, mapping = identity.Ids(), checked(columns)
    read = _items(inputs, mapping, stdin, fetch or FetchOptions(), offline, max_bytes)
    for item in linked(without_boilerplate(read), by_place=auto_pairs):
        yield identity.unique(item, ids)


def _items(
    inputs: Sequence[str],
    columns: Columns,
    stdin: BinaryIO | None,
    fetch: FetchOptions,
    offline: bool,
    max_bytes: int,
) -> Iterator[Item]:
    """The items of all inputs."""
    seen = set[str]()
    for named in inputs:
        for source in _sources(named, stdin, fetch, offline, seen, max_bytes):
            if isinstance(source, Skipped):
                yield source
            else:
                yield from _read(source, columns)


def _sources(
    input: str, stdin: BinaryIO | None, fetch: FetchOptions, offline: bool, seen: set[str], max_bytes: int
) -> Iterator[Source | Skipped]:
    """The bytes behind one input; files already in `seen` (real paths) are passed over."""
    try:
        if input == "-":
            yield Source("-", gunzip(_all(stdin or sys.stdin.buffer, max_bytes), "-", max_bytes))
        elif is_url(input):
            if offline:
                raise InputError(input, "not fetched because of --offline: save it to a file and name that")
            yield fetch_source(input, fetch)
        else:
            for found in find(input):
                if isinstance(found, Skipped):
                    yield found
                    continue
                if not found.named and not formats.may_hold_articles(plain_name(found.path)):
                    continue
                real = os.path.realpath(found.path) if "\0" not in found.path else found.path
                if real not in seen:
                    seen.add(real)
                    yield from _load(found.path, found.named, max_bytes)
    except InputError as error:
        yield Skipped(error.input, error.reason)
    except Exception as error:
        yield Fault.of(error).skipped(input)


def _all(stream: BinaryIO, max_bytes: int) -> bytes:
    """All of a stream. Raises InputError where it is too large or can't be read."""
    try:
        return bounded(stream.read(max_bytes + 1), "-", max_bytes)
    except (OSError, ValueError) as error:  # ValueError: it is closed
        raise InputError("-", f"standard input can't be read ({error}): name a file") from error


def _load(path: str, named: bool, max_bytes: int) -> Iterator[Source | Skipped]:
    try:
        yield load_file(path, named, max_bytes)
    except InputError as error:
        yield Skipped(error.input, error.reason)


def _read(source: Source, columns: Columns) -> Iterator[Item]:
    """The items of one source; InputError becomes Skipped, and nothing at all for what a folder merely contains."""
    try:
        yield from formats.read(source, columns)
    except UnrecognisedError as error:
        if source.named:
            yield Skipped(error.input, error.reason, "format")
    except InputError as error:
        yield Skipped(error.input, error.reason)
    except Exception as error:
        yield Fault.of(error).skipped(source.input)


def is_url(input: str) -> bool:
    """Whether `input` is an address: a scheme of two letters or more and `://` (so that `C:` is a path)."""
    return _ADDRESS.match(input) is not None
