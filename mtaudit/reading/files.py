"""Paths, folders and globs into files, in stable order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.errors import InputError
from mtaudit.model import Skipped
from mtaudit.reading.decode import MAX_BYTES, gunzip
from mtaudit.reading.interface import Source


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
        matches = sorted(glob.glob(input, recursive=True))
        if not matches:
            yield Skipped(input, "no file matches: check the pattern and the working folder")
        for path in matches:
            if os.path.isdir(path):
                if "**" not in input:  # `**` lists the files of each folder itself
                    yield from _walk(path)
            else:
                yield Found(path, named=False)


def _walk(folder: str) -> Iterator[Found | Skipped]:
    broken: list[Skipped] = []

    def note(error: OSError) -> None:
        broken.append(Skipped(str(error.filename), f"{error.strerror}: check the folder's permissions"))

    for at, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Found(os.path.join(at, name), named=False)
    yield from broken


def load_file(path: str, named: bool = True) -> Source:
    """The bytes of a file, decompressed where it is gzip. Raises InputError where it cannot be read."""
    shown = os.path.normpath(path).replace(os.sep, "/") if path else path
    try:
        if not os.path.isfile(path):
            reason = "no such file" if not os.path.exists(path) else "a folder or a special file, no article"
            raise InputError(shown, f"{reason}: check the path")
        if os.path.getsize(path) > MAX_BYTES:
            raise InputError(shown, f"larger than {MAX_BYTES // 1048576} MB: split it")
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(shown, f"{reason}: check path and permissions") from error
    return Source(shown, gunzip(data, shown), name=plain_name(shown), named=named)


def plain_name(name: str) -> str:
    """The last part of a path or URL path, without `.gz`."""
    base = name.rsplit("/", 1)[-1]
    return base[:-3] if base.lower().endswith(".gz") else base
