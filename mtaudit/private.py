"""Files that are nobody else's: caches and state, 0600 in folders of 0700, there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

_BROKEN = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)  # the first: tables of something else


def folder(path: Path) -> Path:
    """Make a folder, and those above it that are missing, for their owner alone; what is there stays as it is."""
    missing = []
    for at in (path, *path.parents):
        if at.is_dir():
            break
        missing.append(at)
    for at in reversed(missing):
        at.mkdir(mode=0o700, exist_ok=True)
    return path


def closed(path: Path) -> None:
    """Take a file or folder of ours from group and others, where an earlier version or a umask left it to them."""
    with contextlib.suppress(OSError):
        known = path.lstat()
        if known.st_uid == os.geteuid() and known.st_mode & 0o077 and not path.is_symlink():
            path.chmod(known.st_mode & 0o700)


def given_back(tree: Path) -> None:
    """Let a folder and what is in it have the permissions that the umask leaves to new files."""
    mask = os.umask(0)
    os.umask(mask)
    for at, _, names in os.walk(tree):
        os.chmod(at, 0o777 & ~mask)
        for name in names:
            os.chmod(Path(at, name), 0o666 & ~mask)


def database(path: Path, prepare: Callable[[sqlite3.Connection], object], timeout: float) -> sqlite3.Connection:
    """An SQLite file, opened; where there is none it is made under another name, with what `prepare` puts into it, and
    gets its name when it is whole. Raises sqlite3.Error and OSError. `timeout`: seconds to wait for another process."""
    if not path.exists():
        _made(path, prepare)
    db = sqlite3.connect(path, timeout=timeout)
    with contextlib.suppress(sqlite3.Error):
        db.execute("pragma trusted_schema = off")
    return db


def table(path: Path, made: str, asked: str, timeout: float) -> sqlite3.Connection:
    """An SQLite file of ours with one table, which the statement `made` makes and of which `asked` reads a row; a file
    that is damaged, or holds something else, is begun anew. Raises sqlite3.Error and OSError; `timeout` as above."""
    closed(path)
    try:
        return _with_table(path, made, asked, timeout)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BROKEN:
            raise
        for name in (path, Path(f"{path}-journal"), Path(f"{path}-wal")):
            name.unlink(missing_ok=True)
        return _with_table(path, made, asked, timeout)


def _with_table(path: Path, made: str, asked: str, timeout: float) -> sqlite3.Connection:
    db = database(path, lambda new: new.execute(made), timeout)
    try:
        db.execute(made)
        db.execute(asked).fetchone()
    except BaseException:
        db.close()
        raise
    return db


def _made(path: Path, prepare: Callable[[sqlite3.Connection], object]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)  # 0600
    os.close(handle)
    try:
        with contextlib.closing(sqlite3.connect(name)) as db:
            prepare(db)
            db.commit()
        synced(Path(name))
        with contextlib.suppress(FileExistsError):  # another process was faster, and may be writing by now
            os.link(name, path)
        synced(path.parent)
    except OSError:  # a link to nowhere, a file system without hard links: made in place
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    finally:
        Path(name).unlink(missing_ok=True)
    if not path.exists():  # a link to where nothing is yet
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def synced(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on disk; where a file system can't, so be it."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
