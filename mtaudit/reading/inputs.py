"""INPUT...: everything that the user named, in order, as documents, pairs and what had to be skipped."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from mtaudit.errors import InputError
from mtaudit.model import Skipped
from mtaudit.reading import formats, identity
from mtaudit.reading.boilerplate import without_boilerplate
from mtaudit.reading.decode import gunzip
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
) -> Iterator[Item]:
    """Documents, pairs and skipped inputs, in the order of `inputs`, folders and globs sorted by path.

    An input is a file, a folder (walked), a glob, `-` (standard input, or `stdin`), or an http(s) URL. `columns` maps
    our fields (text, original, id, title, system, url) to the columns of CSV, TSV and JSONL. `offline` refuses URLs.
    What a site puts into three or more of its pages is taken out of HTML (`boilerplate`). A file reached twice is read
    once. Document ids are paths as given, row ids or feed guids; a repeated id gets
    `#2`. What cannot be read is a Skipped. Raises UsageError where `columns` names a field that there is not.
    """
    ids, mapping = identity.Ids(), checked(columns)
    read = _all(inputs, mapping, stdin, fetch or FetchOptions(), offline)
    for item in linked(without_boilerplate(read)):
        yield identity.unique(item, ids)


def _all(
    inputs: Sequence[str], columns: Columns, stdin: BinaryIO | None, fetch: FetchOptions, offline: bool
) -> Iterator[Item]:
    """The items of all inputs."""
    seen = set[str]()
    for named in inputs:
        for source in _sources(named, stdin, fetch, offline, seen):
            if isinstance(source, Skipped):
                yield source
            else:
                yield from _read(source, columns)


def _sources(
    input: str, stdin: BinaryIO | None, fetch: FetchOptions, offline: bool, seen: set[str]
) -> Iterator[Source | Skipped]:
    """The bytes behind one input; files already in `seen` (real paths) are passed over."""
    try:
        if input == "-":
            yield Source("-", gunzip((stdin or sys.stdin.buffer).read(), "-"))
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
                    yield from _load(found.path, found.named)
    except InputError as error:
        yield Skipped(error.input, error.reason)


def _load(path: str, named: bool) -> Iterator[Source | Skipped]:
    try:
        yield load_file(path, named)
    except InputError as error:
        yield Skipped(error.input, error.reason)


def _read(source: Source, columns: Columns) -> Iterator[Item]:
    """The items of one source; InputError becomes Skipped, and nothing at all for what a folder merely contains."""
    try:
        yield from formats.read(source, columns)
    except UnrecognisedError as error:
        if source.named:
            yield Skipped(error.input, error.reason)
    except InputError as error:
        yield Skipped(error.input, error.reason)


def is_url(input: str) -> bool:
    """Whether `input` is an address: a scheme of two letters or more and `://` (so that `C:` is a path)."""
    return _ADDRESS.match(input) is not None
