"""The user's own table of names and terms (`--names FILE`), which overrules all built-in ones.

CSV or TSV with a header `name,accepted,forbidden,type` (several forms separated by `|`), or TOML:

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
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mtaudit.case import GlossaryEntry
from mtaudit.errors import UsageError

TYPES = ("PER", "ORG", "LOC", "MISC", "TERM")
_FIELDS = ("name", "accepted", "forbidden", "type")


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
    if path.suffix.lower() == ".toml":
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise UsageError(f"--names {path}: not readable as TOML ({error})") from error
        strange = sorted(key for key in table if key != "name")
        if strange:
            raise UsageError(f"--names {path}: unknown key {strange[0]!r}: write each name as its own [[name]] table")
        rows = table.get("name", [])
        if not isinstance(rows, list):
            raise UsageError(f"--names {path}: write each name as its own [[name]] table")
        return [_entry(row, f"{path}, name {number}") for number, row in enumerate(rows, 1)]
    delimiter = "\t" if path.suffix.lower() in (".tsv", ".tab") else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    if "name" not in (reader.fieldnames or ()):
        raise UsageError(f"--names {path}: the first line must be a header with at least the column 'name'")
    return [_entry(row, f"{path}, line {number}") for number, row in enumerate(reader, 2)]


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
    return GlossaryEntry(name, _forms(row.get("accepted")), _forms(row.get("forbidden")), kind)


def _forms(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else str(value or "").split("|")
    return tuple(str(part).strip() for part in parts if str(part).strip())
