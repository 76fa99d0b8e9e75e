"""Paths, folders and globs into files, in stable order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.errors import InputError
from mtaudit.model import Skipped
from mtaudit.reading.decode import MAX_BYTES, bounded, gunzip
from mtaudit.reading.interface import Source, legible

_SEPARATORS = ("/", os.sep)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read; `named` where the user named this very file."""

    path: str
    named: bool


def find(input: str) -> Iterator[Found | Skipped]:
    """The files that `input` stands for: itself, those under it, or those that the glob matches; sorted, none hidden.

    Folders are walked without following links to other folders.
    """
    if os.path.isdir(input):
        yield from _walk(input)
    elif os.path.lexists(input) or not glob.has_magic(input):
        yield Found(input, named=True)
    else:
        matches = sorted(set(_matches(input)))
        if not matches:
            yield Skipped(shown(input), "no file matches: check the pattern and the working folder")
        for path in matches:
            if os.path.isdir(path):
                if "**" not in input:  # `**` lists the files of each folder itself
                    yield from _walk(path)
            else:
                yield Found(path, named=False)


def _matches(pattern: str) -> Iterator[str]:
    """What a glob matches. `**` stands for folders within folders and follows no links: those may lead in a circle."""
    before, stars, after = pattern.partition("**")
    if not stars or (before and not before.endswith(_SEPARATORS)) or (after and not after.startswith(_SEPARATORS)):
        yield from glob.glob(pattern)
        return
    for top in glob.glob(before) if before else ("",):
        for at, folders, _ in os.walk(top or os.curdir):
            folders[:] = [name for name in folders if not name.startswith(".")]
            here = os.path.join(top, os.path.relpath(at, top or os.curdir)) if at != (top or os.curdir) else top
            yield from _matches(os.path.join(glob.escape(here), after.lstrip("/\\") or "*"))


def _walk(folder: str) -> Iterator[Found | Skipped]:
    broken: list[Skipped] = []

    def note(error: OSError) -> None:
        broken.append(Skipped(shown(str(error.filename)), f"{error.strerror}: check the folder's permissions"))

    for at, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Found(os.path.join(at, name), named=False)
    yield from broken


def shown(path: str) -> str:
    """A path as reports show it."""
    return legible(os.path.normpath(path).replace(os.sep, "/") if path else path)


def load_file(path: str, named: bool = True, max_bytes: int = MAX_BYTES) -> Source:
    """The bytes of a file, decompressed where it is gzip.

    Raises InputError where it cannot be read, or is larger than `max_bytes`, before or after decompression.
    """
    name = shown(path)
    try:
        if not os.path.isfile(path):
            reason = "no such file" if not os.path.exists(path) else "a folder or a special file, no article"
            raise InputError(name, f"{reason}: check the path")
        with open(path, "rb") as file:
            data = bounded(file.read(max_bytes + 1), name, max_bytes)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(name, f"{reason}: check path and permissions") from error
    return Source(name, gunzip(data, name, max_bytes), name=plain_name(name), named=named)


def plain_name(name: str) -> str:
    """The last part of a path or URL path, without `.gz`."""
    base = name.rsplit("/", 1)[-1]
    return base[:-3] if base.lower().endswith(".gz") else base
