"""What is done survives a kill: finished documents of a run, kept until the run is complete (`--resume`)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from mtaudit import private
from mtaudit.model import DocumentReport

_TABLE = "CREATE TABLE IF NOT EXISTS done (number INTEGER PRIMARY KEY, report BLOB)"


def run_key(parts: Iterable[str]) -> str:
    """Name of a run: a digest of everything its verdicts depend on."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return total.hexdigest()[:24]


class Store:
    """The finished documents of one run, an SQLite file under `folder`."""

    def __init__(self, folder: Path, key: str) -> None:
        private.folder(folder)
        self._path = folder / f"run-{key}.sqlite3"
        self._db = private.database(self._path, lambda new: new.execute(_TABLE), timeout=30)
        self._db.execute(_TABLE)

    def load(self) -> dict[int, DocumentReport]:
        """Position in the run -> its finished report."""
        rows = self._db.execute("SELECT number, report FROM done").fetchall()
        return {number: msgspec.json.decode(blob, type=DocumentReport) for number, blob in rows}

    def save(self, number: int, report: DocumentReport) -> None:
        """Keep one finished report; written to disk at once."""
        self._db.execute("INSERT OR REPLACE INTO done VALUES (?, ?)", (number, msgspec.json.encode(report)))
        self._db.commit()

    def finish(self) -> None:
        """The run is complete: its file goes."""
        self._db.close()
        self._path.unlink(missing_ok=True)
