"""Finished reports, read back from their JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from mtaudit import schema_1
from mtaudit.errors import ReportError
from mtaudit.model import SCHEMA_VERSION, Report


class _Version(msgspec.Struct):
    schema_version: object = None


def load(path: str | Path) -> Report:
    """A JSON report, of schema "1" too; raises ReportError with one line that says what is wrong with the file."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ReportError(f"{path}: can't be read ({error.strerror})") from error
    try:
        told = msgspec.json.decode(data, type=_Version).schema_version
        if told == "1":
            return schema_1.convert(msgspec.json.decode(data, type=dict[str, Any]))
        if told != SCHEMA_VERSION:
            known = f"neither {SCHEMA_VERSION!r} nor '1'"
            raise ReportError(f"{path}: schema_version is {told!r}, {known}: audit again")
        return Report.from_json(data)
    except RecursionError as error:
        raise ReportError(f"{path}: not a JSON report of mtaudit (too deeply nested)") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReportError(f"{path}: not a JSON report of mtaudit ({error})") from error
