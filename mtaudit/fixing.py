"""What is certain, written into the files that were audited: marks, spacing, glued words, names that are proven.

Nothing else of a file changes by a byte, and a change counts only where the file, read again, has the text that was
meant and no other; what can't be written so is left, with the reason.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.mends import Edit, certain_edits
from mtaudit.model import DocumentReport, Report
from mtaudit.reading import formats
from mtaudit.reading.decode import declared, exact
from mtaudit.reading.interface import Columns, Pair, Source
from mtaudit.rules.registry import Rule
from mtaudit.source_map import Spot, end_spot, spot

ONE_BY_ONE = 100  # edits of a file that are tried each on its own where all together can't be written
_LINE = re.compile(r"\r\n|\n|\r")
_MARKUP = ("html", "feed", "jsonfeed", "xliff", "tmx")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file with what is certain written into it: `mends` of its findings. `encoding` is Python's name."""

    path: str
    before: bytes
    after: bytes
    encoding: str
    mends: int

    def diff(self) -> str:
        """The change as a unified diff, line ends as they are in the file."""
        read = (exact(data, self.path, self.encoding) for data in (self.before, self.after))
        old, new = (_lines("\ufeff" * bool(mark) + text) for mark, text, _ in read)
        lines = difflib.unified_diff(old, new, f"a/{self.path}", f"b/{self.path}")
        return "".join(
            line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines
        )


@dataclass(frozen=True, slots=True)
class Left:
    """An input in which something certain could not be written, and why."""

    input: str
    mends: int
    reason: str


def fixed(report: Report, rules: Mapping[str, Rule], columns: Columns) -> Iterator[Fixed | Left]:
    """Each file of a report of this moment that something certain can be written into, and what could not be."""
    kinds = {read.input: read.format for read in report.inputs}
    documents: dict[str, list[tuple[DocumentReport, list[tuple[Edit, ...]]]]] = {}
    for document in report.documents:
        own = [edits for _, edits in certain_edits(document, rules)]
        if own:
            documents.setdefault(document.input, []).append((document, own))
    for name, found in documents.items():
        yield from _file(name, kinds.get(name, ""), found, columns)


@dataclass(frozen=True, slots=True)
class _Change:
    """`text[start:end]` of a decoded file becomes `new`, and `edit` of a document comes of it."""

    start: int
    end: int
    new: str
    document: int
    edit: Edit


def _file(
    input: str, kind: str, found: Sequence[tuple[DocumentReport, list[tuple[Edit, ...]]]], columns: Columns
) -> Iterator[Fixed | Left]:
    number = sum(len(mends) for _, mends in found)
    path = Path(input)
    if input == "-" or "://" in input or not path.is_file():
        yield Left(input, number, "no file that can be written")
        return
    data = path.read_bytes()
    try:
        source = Source(input, data, name=path.name)
        mark, text, encoding = exact(data, input, declared(source, kind))
        whole = data == mark + text.encode(encoding)
    except (InputError, UnicodeError):
        whole = False
    if not whole or kind in ("docx", "pdf", ""):
        yield Left(input, number, "no plain text that can be written back byte for byte")
        return
    before = _read(source, columns)
    at = [before.index(document.text) if document.text in before else -1 for document, _ in found]
    starts = [0, *accumulate(len(line) for line in _lines(text))]
    mends: list[list[_Change]] = []
    left = 0
    for (document, own), place in zip(found, at, strict=True):
        for edits in own:
            changes = [_change(document, edit, place, text, starts, kind) for edit in edits]
            if place < 0 or None in changes:
                left += 1
            else:
                mends.append([change for change in changes if change is not None])

    def written(some: Sequence[Sequence[_Change]]) -> bytes | None:
        """The file with these changes; None where it is not read as was meant."""
        changes = sorted((c for mend in some for c in mend), key=lambda c: c.start)
        new = mark + _put(text, [(c.start, c.end, c.new) for c in changes]).encode(encoding)
        meant = list(before)
        for place in {c.document for c in changes}:
            own = sorted((c.edit for c in changes if c.document == place), key=lambda edit: edit.start)
            meant[place] = _put(before[place], [(edit.start, edit.end, edit.new) for edit in own])
        return new if _read(Source(input, new, name=path.name), columns) == meant else None

    try:
        after, kept = written(mends), mends
        if after is None:
            kept = []
            for mend in mends[:ONE_BY_ONE]:
                if (one := written([*kept, mend])) is not None:
                    after = one
                    kept.append(mend)
    except UnicodeEncodeError:
        yield Left(input, number, f"{encoding} has no letter for a mend: save it as UTF-8")
        return
    if kept and after is not None:
        yield Fixed(input, data, after, encoding, len(kept))
    left += len(mends) - len(kept)
    if left:
        yield Left(input, left, "the place in the file is not known well enough")


def _read(source: Source, columns: Columns) -> list[str]:
    """The texts of a file, in order."""
    try:
        items = list(formats.read(source, columns))
    except InputError:
        return []
    documents = (item.translation if isinstance(item, Pair) else item for item in items)
    return [document.text for document in documents if isinstance(document, Document)]


def _change(
    document: DocumentReport, edit: Edit, place: int, text: str, starts: Sequence[int], kind: str
) -> _Change | None:
    """An edit in the file, without the letters that stay; None where the format can't have it there."""
    old, new = document.text[edit.start : edit.end], edit.new
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start, old, new = edit.start + same, old[same:], new[same:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    end = start + len(old)

    def offset(at: Spot) -> int:
        return starts[min(at[0], len(starts)) - 1] + at[1] - 1

    where = document.source_map
    if start < end:
        a, b = offset(spot(document.text, where, start)), offset(end_spot(document.text, where, start, end))
    elif start:  # something comes in: behind the letter before, in the element that this one is in
        a = b = offset(end_spot(document.text, where, start - 1, start))
    else:
        a = b = offset(spot(document.text, where, start))
    spelled = _spelled(new, kind)
    return None if spelled is None or not 0 <= a <= b <= len(text) else _Change(a, b, spelled, place, edit)


def _spelled(new: str, kind: str) -> str | None:
    """How a format writes a text; None where it would have to be quoted anew."""
    if kind in _MARKUP and not set("&<>").isdisjoint(new):
        return None
    if kind in ("jsonl", "jsonfeed"):
        return json.dumps(new, ensure_ascii=False)[1:-1]
    if kind == "po":
        return new.replace("\\", "\\\\").replace('"', '\\"')
    if kind == "csv" and not set('",;\t\n').isdisjoint(new):
        return None
    return new


def _put(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """`text` with changes that are in order and apart."""
    parts, last = [], 0
    for start, end, new in changes:
        parts += [text[last:start], new]
        last = end
    return "".join([*parts, text[last:]])


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends; those that a reader counts, and no others."""
    ends = [match.end() for match in _LINE.finditer(text)]
    return [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if a < b]
