"""What was found of documents before, kept over runs: an SQLite file beside the translations' cache.

Whoever can write a verdict there could make a gate pass. So each row carries a code (HMAC) made with a secret of the
user's own, which never lies in a folder that a config found in a checkout names: a row of somebody else's, or a damaged
one, is no row. What can't be kept is gone without: it is a help and no condition.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import sqlite3
import tempfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from mtaudit import private

MOST = 1 << 30  # bytes that the file may hold; beyond, what was not asked for the longest time goes
_LEFT = 0.75  # share of the rows that stays then
_PATIENCE = 10.0  # seconds for which another process may hold the file
_WAIT = 1.0  # seconds after which what was found meanwhile is written
_TABLE = "CREATE TABLE IF NOT EXISTS verdicts (key BLOB PRIMARY KEY, used INTEGER, row BLOB)"  # used: days since 1970
_ROW = "SELECT key, used, row FROM verdicts LIMIT 1"
_CODE = 32  # bytes of the code before a row
_SECRET = 32


class Verdicts:
    """The file `verdicts.sqlite3` under `folder`; use it in a `with` statement.

    `home` is the user's own folder, where the secret lies. `at_once`: every row is on disk when `put` returns, else
    within a second. `sound` is asked before rows are written: once it says no, nothing more is. None of the methods
    raises for what the file system or the database does.
    """

    def __init__(
        self, folder: Path, home: Path, at_once: bool = False, sound: Callable[[], bool] = lambda: True
    ) -> None:
        self._path = folder / "verdicts.sqlite3"
        self._at_once = at_once
        self._sound = sound
        self._waiting: dict[bytes, bytes] = {}
        self._touched: set[bytes] = set()
        self._since = time.monotonic()
        self._today = int(time.time() // 86400)
        self._db: sqlite3.Connection | None = None
        self._secret = b""
        with contextlib.suppress(OSError, sqlite3.Error):
            private.folder(folder)
            self._secret = _secret(home / "verdicts.key")
            self._db = private.table(self._path, _TABLE, _ROW, _PATIENCE)

    def __enter__(self) -> Verdicts:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._write()
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._bound(self._db)
        self._close()

    @property
    def usable(self) -> bool:
        """Whether anything can be kept."""
        return self._db is not None

    def get(self, key: bytes) -> bytes | None:
        """What was put under a key, if nobody has touched it since."""
        if key in self._waiting:
            return self._read(key, self._waiting[key])
        if self._db is None:
            return None
        try:
            row = self._db.execute("SELECT used, row FROM verdicts WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            self._close()
            return None
        found = self._read(key, row[1]) if row else None
        if found is not None and row[0] != self._today:
            self._touched.add(key)
        return found

    def put(self, key: bytes, content: bytes) -> None:
        """Keep something under a key, in the place of what was there."""
        if self._db is None:
            return
        packed = zlib.compress(content, 1)
        self._waiting[key] = self._code(key, packed) + packed
        if self._at_once or time.monotonic() - self._since > _WAIT:
            self._write()

    def _code(self, key: bytes, packed: bytes) -> bytes:
        return hashlib.blake2b(key + packed, key=self._secret, digest_size=_CODE).digest()

    def _read(self, key: bytes, row: object) -> bytes | None:
        if not isinstance(row, bytes) or not hmac.compare_digest(row[:_CODE], self._code(key, row[_CODE:])):
            return None
        return zlib.decompress(row[_CODE:])

    def _write(self) -> None:
        if self._waiting and not self._sound():
            self._waiting.clear()
            self._close()
        if self._db is not None and (self._waiting or self._touched):
            rows = [(key, self._today, row) for key, row in self._waiting.items()]
            try:
                with self._db:
                    self._db.executemany("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?)", rows)
                    seen = [(self._today, key) for key in self._touched]
                    self._db.executemany("UPDATE verdicts SET used = ? WHERE key = ?", seen)
            except sqlite3.Error:  # a full disk
                self._close()
        self._waiting.clear()
        self._touched.clear()
        self._since = time.monotonic()

    def _bound(self, db: sqlite3.Connection) -> None:
        """Let the oldest rows go where the file has grown too large; their room is used again."""
        pages, free, size = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in _SIZES)
        if (pages - free) * size > MOST:
            (count,) = db.execute("SELECT count(*) FROM verdicts").fetchone()
            oldest = "SELECT rowid FROM verdicts ORDER BY used, rowid LIMIT ?"
            with db:
                db.execute(f"DELETE FROM verdicts WHERE rowid IN ({oldest})", (count - int(_LEFT * count),))

    def _close(self) -> None:
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
            self._db = None


_SIZES = ("page_count", "freelist_count", "page_size")


def _secret(path: Path) -> bytes:
    """The user's secret, made where there is none; raises OSError where it can't be had."""
    if not path.exists():
        private.folder(path.parent)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)  # 0600
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(os.urandom(_SECRET))
            private.synced(Path(name))
            with contextlib.suppress(FileExistsError):  # another process was faster
                os.link(name, path)
        finally:
            Path(name).unlink(missing_ok=True)
    private.closed(path)
    found = path.read_bytes()
    if len(found) != _SECRET or path.stat().st_mode & 0o077:
        raise PermissionError(f"{path}: no secret")
    return found
