"""The user's own table of names and terms (`--names FILE`), which overrules all built-in ones.

CSV or TSV with a header `name,accepted,forbidden,type` (several forms separated by `|`; semicolons between the columns
do as well), or TOML:

    [[name]]
    name = "Strait of Malacca"
    accepted = ["Selat Malaka"]
    forbidden = ["Selat Melaka"]
    type = "LOC"
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mtaudit.case import GlossaryEntry
from mtaudit.errors import UsageError

TYPES = ("PER", "ORG", "LOC", "MISC", "TERM")
_FIELDS = ("name", "accepted", "forbidden", "type")
_SEPARATORS = (",", ";", "\t")


def read(paths: Iterable[str]) -> tuple[GlossaryEntry, ...]:
    """All entries of the files, in order. Raises UsageError naming file, row and mend."""
    return tuple(entry for path in paths for entry in _read_file(Path(path)))


def _read_file(path: Path) -> list[GlossaryEntry]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"--names {path}: can't be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"--names {path}: not UTF-8 (byte {error.start}): convert it first") from error
    return [_entry(row, where) for row, where in (_toml if path.suffix.lower() == ".toml" else _table)(path, text)]


def _toml(path: Path, text: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The `[[name]]` tables, each with where it stands."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"--names {path}: not readable as TOML ({error})") from error
    strange = sorted(key for key in document if key != "name")
    if strange:
        raise UsageError(f"--names {path}: unknown key {strange[0]!r}: write each name as its own [[name]] table")
    rows = document.get("name", [])
    if not isinstance(rows, list):
        raise UsageError(f"--names {path}: write each name as its own [[name]] table")
    for number, row in enumerate(rows, 1):
        where = f"{path}, name {number}"
        if not isinstance(row, dict):
            raise UsageError(f"--names {where}: {row!r} is no table: write each name as its own [[name]] table")
        where += f" ({row['name']!r})" if isinstance(row.get("name"), str) else ""
        for key, value in row.items():
            listed = isinstance(value, list) and key in ("accepted", "forbidden")
            wrong = [v for v in (value if listed else [value]) if not isinstance(v, str)]
            if key in _FIELDS and wrong:
                mend = f'{key} = "..."' if key in ("name", "type") else f'{key} = ["...", "..."]'
                raise UsageError(f"--names {where}: {key} has {wrong[0]!r}, which is no text: write {mend}")
        yield row, where


def _table(path: Path, text: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The rows below the header, each with the line on which it begins."""
    rows = _rows(path, text, _separator(path, text))
    number, header = next(rows, (1, []))
    columns = [cell.lower() for cell in header]
    if "name" not in columns:
        raise UsageError(
            f"--names {path}: the first line must be a header with at least the column 'name', "
            f"like name,accepted,forbidden,type"
        )
    twice = sorted({c for c in columns if c and columns.count(c) > 1})
    if twice:
        raise UsageError(f"--names {path}, line {number}: the header has the column {twice[0]!r} twice")
    for number, cells in rows:
        where = f"{path}, line {number}"
        if any(cells[len(columns) :]):
            raise UsageError(
                f"--names {where}: {len(cells)} fields, but the header has {len(columns)}: "
                f'put quotation marks around a form that holds a comma, like "Washington, DC"'
            )
        unnamed = [cell for column, cell in zip(columns, cells, strict=False) if cell and not column]
        if unnamed:
            raise UsageError(f"--names {where}: {unnamed[0]!r} stands in a column that the header has no name for")
        yield {column: cell for column, cell in zip(columns, cells, strict=False) if column}, where


def _separator(path: Path, text: str) -> str:
    """What parts the columns: that by which the header has most known ones; a tab in a TSV and a comma in doubt."""
    usual = "\t" if path.suffix.lower() in (".tsv", ".tab") else ","
    header = next((line for line in text.splitlines() if line.strip()), "").lower()

    def known(separator: str) -> int:
        return sum(cell.strip().strip('"').strip() in _FIELDS for cell in header.split(separator))

    return max((usual, *_SEPARATORS), key=known)


def _rows(path: Path, text: str, separator: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Rows that aren't blank, blanks around their cells off, each with the line on which it begins (1-based)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=True)
    while True:
        first = reader.line_num + 1
        try:
            cells = [" ".join(cell.split()) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise UsageError(
                f"--names {path}, line {first}: a quotation mark that is never closed, or one inside a form "
                f"({error}, line {reader.line_num}): close it, or put the form in marks and double those inside"
            ) from error
        if any(cells):
            yield first, cells


def _entry(row: Mapping[str, Any], where: str) -> GlossaryEntry:
    unknown = sorted(str(key) for key in row if key not in _FIELDS)
    if unknown:
        raise UsageError(f"--names {where}: unknown column {unknown[0]!r}; known: {', '.join(_FIELDS)}")
    name = str(row.get("name") or "").strip()
    kind = str(row.get("type") or "MISC").strip().upper()
    if not name:
        raise UsageError(f"--names {where}: the name is empty")
    if kind not in TYPES:
        raise UsageError(f"--names {where}: type {kind!r} is none of {', '.join(TYPES)}")
    entry = GlossaryEntry(name, _forms(row.get("accepted")), _forms(row.get("forbidden")), kind)
    accepted = {form.casefold() for form in entry.accepted}
    both = [form for form in entry.forbidden if form.casefold() in accepted]
    if both:
        raise UsageError(
            f"--names {where}: {both[0]!r} is both accepted and forbidden: keep it in one place "
            f"(letters' case makes no difference)"
        )
    return entry


def _forms(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else str(value or "").split("|")
    forms = (" ".join(str(part).split()) for part in parts)
    return tuple(form for form in forms if form)
