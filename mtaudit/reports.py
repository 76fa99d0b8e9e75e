"""Finished reports, read back from their JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from mtaudit.errors import ReportError
from mtaudit.model import SCHEMA_VERSION, Report


def load(path: str | Path) -> Report:
    """A JSON report; raises ReportError with one line that says what is wrong with the file."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ReportError(f"{path}: can't be read ({error.strerror})") from error
    try:
        version = msgspec.json.decode(data, type=dict[str, Any]).get("schema_version")
        if version != SCHEMA_VERSION:
            raise ReportError(f"{path}: schema_version is {version!r}, not {SCHEMA_VERSION!r}: audit again")
        return Report.from_json(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReportError(f"{path}: not a JSON report of mtaudit ({error})") from error
