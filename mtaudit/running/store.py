"""What is done survives a kill: finished documents of a run, kept until the run is complete (`--resume`)."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import importlib.metadata
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

import msgspec

from mtaudit import private
from mtaudit.case import Case
from mtaudit.config import Settings
from mtaudit.model import SCHEMA_VERSION, DocumentReport
from mtaudit.pipeline import Context
from mtaudit.version import __version__

_APART = frozenset(("pair", "glossary", "readings", "_found"))  # the same for all cases, or found anew

_TABLE = "CREATE TABLE IF NOT EXISTS done (number INTEGER PRIMARY KEY, report BLOB)"


def run_key(parts: Iterable[str]) -> str:
    """Name of a run: a digest of everything its verdicts depend on."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return total.hexdigest()[:24]


def depends_on(cases: Sequence[Case], context: Context, settings: Settings, signature: str) -> Iterator[str]:
    """Everything that verdicts depend on: program, plug-ins, settings, models, and all that is known of each case."""
    yield from (__version__, SCHEMA_VERSION, signature, repr(settings.shown()))
    for entry in importlib.metadata.entry_points(group="mtaudit.rules"):
        yield f"{entry.value} {entry.dist.version if entry.dist else ''}"
    yield repr((context.select, context.ignore, context.metrics, sorted(context.names.clusters.items())))
    yield from map(repr, context.originals.documents)
    names = [field.name for field in dataclasses.fields(Case) if field.name not in _APART]
    for case in cases[:1]:
        yield repr((case.pair.name, case.glossary))
    for case in cases:
        yield from (repr(getattr(case, name)) for name in names)


class Store:
    """The finished documents of one run, an SQLite file under `folder`; use it in a `with` statement.

    One run at a time has it. Another with the same key, or one that can't write there, keeps nothing: what can be
    resumed is a help and no condition.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._path = folder / f"run-{key}.sqlite3"
        self._db: sqlite3.Connection | None = None
        with contextlib.suppress(OSError):
            private.folder(folder)
            try:
                self._db = self._opened()
            except sqlite3.OperationalError:  # another run has it, or nothing can be written there
                pass
            except sqlite3.DatabaseError:  # damaged: nothing in it can be trusted
                self._taken_away()
                with contextlib.suppress(sqlite3.Error):
                    self._db = self._opened()

    def _opened(self) -> sqlite3.Connection:
        db = private.database(self._path, lambda new: new.execute(_TABLE), timeout=0)
        try:
            db.execute("PRAGMA locking_mode=EXCLUSIVE")
            db.execute(_TABLE)
            db.execute("DELETE FROM done WHERE number < 0")  # a write, by which the file becomes this run's
            db.commit()
        except BaseException:
            db.close()
            raise
        return db

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close()

    def load(self) -> dict[int, DocumentReport]:
        """Position in the run -> its finished report."""
        if self._db is None:
            return {}
        try:
            rows = self._db.execute("SELECT number, report FROM done").fetchall()
            return {number: msgspec.json.decode(blob, type=DocumentReport) for number, blob in rows}
        except (sqlite3.Error, msgspec.DecodeError, TypeError):
            return {}

    def save(self, number: int, report: DocumentReport) -> None:
        """Keep one finished report; written to disk at once. Where that fails (a full disk) nothing more is kept."""
        if self._db is None:
            return
        try:
            self._db.execute("INSERT OR REPLACE INTO done VALUES (?, ?)", (number, msgspec.json.encode(report)))
            self._db.commit()
        except sqlite3.Error:
            self._close()

    def finish(self) -> None:
        """The run is complete: its file goes."""
        if self._db is not None:
            with contextlib.suppress(OSError):  # Windows: while it is open it stays
                self._taken_away()
            self._close()
            with contextlib.suppress(OSError):
                self._taken_away()

    def _taken_away(self) -> None:
        """The journal first: beside another file of that name it would be taken for that one's."""
        for path in (Path(f"{self._path}-journal"), self._path):
            path.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
            self._db = None
