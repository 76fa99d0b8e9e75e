"""Labels of faults, read from files: JSON Lines (one fault a line), or WMT word tags (one line a segment).

What can't be read is a `Problem` with file and line; the rest goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from mtaudit.errors import UsageError
from mtaudit.model import Severity, Struct

Visible = Literal["alone", "with original"]
TAGS = frozenset({"OK", "BAD"})


class Problem(Struct, frozen=True):
    """A label that can't be used: where it stands and what is wrong with it, in one line."""

    file: str
    line: int  # 1-based
    reason: str


class Label(Struct, frozen=True, kw_only=True):
    """One line of a file of labels. Fields of other names are the labeller's own and are passed over.

    A fault has `stretch`, or `start` and `end` (code points of the document's text), or all three; an empty stretch is
    something missing. A line with `none`, `human` or `tags` is about no single fault.
    """

    document: str
    start: int | None = None
    end: int | None = None
    stretch: str | None = None
    kind: str | None = None
    severity: Severity | None = None
    visible: Visible = "alone"
    none: bool = False  # the document, or the stretch, was read and has no fault
    human: bool = False  # the document is a human translation: whatever is told in it is a false alarm
    tags: tuple[str, ...] = ()  # WMT word tags of the document, a text a segment


@dataclass(frozen=True)
class Line:
    """A label and where it stands."""

    file: str
    number: int
    label: Label


@dataclass(frozen=True)
class TagFile:
    """WMT word tags of a whole report: a line a segment, in the order of documents and segments."""

    file: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Labels:
    """All that was read from the files of labels, and what could not be."""

    lines: tuple[Line, ...]
    tag_files: tuple[TagFile, ...]
    problems: tuple[Problem, ...]


def read_labels(paths: Sequence[str | Path]) -> Labels:
    """Read files of labels; a file is JSON Lines where its first line that isn't blank begins with `{`.

    Raises UsageError for a file that can't be opened, isn't UTF-8 or is empty.
    """
    lines: list[Line] = []
    tag_files: list[TagFile] = []
    problems: list[Problem] = []
    for path in paths:
        name = str(path)
        rows = _rows(Path(path))
        first = next((row for row in rows if row.strip()), None)
        if first is None:
            raise UsageError(f"{name}: no label in it")
        if set(first.split()) <= TAGS:
            tag_files.append(TagFile(name, tuple(rows)))
            continue
        for number, row in enumerate(rows, 1):
            if not row.strip():
                continue
            try:
                lines.append(Line(name, number, msgspec.json.decode(row, type=Label)))
            except (msgspec.DecodeError, UnicodeEncodeError) as error:
                problems.append(Problem(name, number, f"not a label ({error})"))
    return Labels(tuple(lines), tuple(tag_files), tuple(problems))


def _rows(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").removesuffix("\n").split("\n")
    except OSError as error:
        raise UsageError(f"{path}: can't be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 ({error.reason} at byte {error.start})") from error
