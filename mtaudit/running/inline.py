"""Marks in the files that were audited, as far as the caller heeds them (`inline-suppressions`).

They are for an editor's own files: plain files that lie in the working folder, links followed. What came from an
address, a feed, standard input or an archive, or lies elsewhere, is a stranger's, and a stranger lowers no verdict.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from mtaudit import notices
from mtaudit.config import Settings
from mtaudit.errors import InputError, UsageError
from mtaudit.model import Input, Report
from mtaudit.reading import marks
from mtaudit.reading.files import load_file
from mtaudit.rules.registry import selected
from mtaudit.suppressions import Inline

_GZIP = b"\x1f\x8b"


def heeded(report: Report, settings: Settings) -> tuple[Report, list[Inline]]:
    """The marks that count in the files of a report, and the report with a note on each that doesn't, which is also
    told on standard error."""
    found: list[Inline] = []
    inputs: list[Input] = []
    used = {document.input for document in report.documents}
    for read in report.inputs:
        said: list[str] = []
        for mark in _marks(read, settings.max_bytes) if read.input in used else ():
            if isinstance(mark, Inline):
                found.append(mark)
            else:
                said.append(mark)
                notices.tell(f"{read.input}:{mark}: nothing is suppressed by it")
        inputs.append(msgspec.structs.replace(read, notes=(*read.notes, *(f"line {flaw}" for flaw in said))))
    return msgspec.structs.replace(report, inputs=tuple(inputs)), found


def _marks(read: Input, max_bytes: int) -> Iterator[Inline | str]:
    """The marks of a file; of those that don't count `LINE: why`."""
    if read.format not in marks.FORMATS or read.input == "-" or "://" in read.input or not _plain(read.input):
        return
    try:
        found = marks.find(load_file(read.input, max_bytes=max_bytes), read.format)
    except InputError:
        return  # it was there a moment ago
    if found and not _inside(read.input):
        yield f"{found[0].line}: {marks.NAME} in a file that does not lie in the working folder"
        return
    for mark in found:
        if isinstance(mark, marks.Flaw):
            yield f"{mark.line}: {mark.reason}"
            continue
        try:
            for code in mark.codes:
                selected((code,))
        except UsageError as error:
            yield f"{mark.line}: {marks.NAME}: {error}"
        else:
            yield Inline(read.input, mark.line, mark.codes, mark.reason, mark.first, mark.last)


def _plain(path: str) -> bool:
    """Whether it is a file, and none that is packed."""
    try:
        with open(path, "rb") as file:
            return os.path.isfile(path) and file.read(2) != _GZIP
    except (OSError, ValueError):
        return False


def _inside(path: str) -> bool:
    """Whether a file lies in the working folder or below, links followed."""
    return Path(path).resolve().is_relative_to(Path.cwd().resolve())
