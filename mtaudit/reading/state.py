"""What was audited before: a SQLite file that remembers articles by id and content, and responses of servers.

An article counts as audited when `remember` was called for it, not when it was read: a run that is killed half way
audits the rest the next time. Bodies of responses are kept with their ETag, so that a feed that says "not modified" can
still be read whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType

from mtaudit import private
from mtaudit.case import Document
from mtaudit.errors import UsageError
from mtaudit.model import Skipped
from mtaudit.reading.interface import Item, Pair, Remark
from mtaudit.reading.responses import Response

_VERSION = 1  # PRAGMA user_version of the file
_PATIENCE = 30.0  # seconds for which another process may hold the file
_TABLES = """
create table audited (input text, id text, content text not null, primary key (input, id)) without rowid;
create table responses (
    asked text primary key, url text not null, body blob not null,
    media_type text, charset text, etag text, last_modified text
);
"""


def _make(db: sqlite3.Connection) -> None:
    db.executescript(f"begin immediate;{_TABLES}pragma user_version = {_VERSION};commit;")


class State:
    """The state file; made where there is none. Use it in a `with` statement, or call `close`."""

    def __init__(self, path: str | Path) -> None:
        """Open `path`. Raises UsageError where it is something else, or was written by a newer version."""
        self.path = str(path)
        with self._told():
            self._db = private.database(Path(path), _make, _PATIENCE)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Makes a UsageError of whatever is wrong with the file."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            code = getattr(error, "sqlite_errorcode", None)
            if code is not None and code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                reason = f"another process has held the state file for {_PATIENCE:g} s: run again when it is done"
                raise UsageError(f"{self.path}: {reason}") from error
            reason = getattr(error, "strerror", None) or str(error)
            raise UsageError(f"{self.path}: no state file that can be used ({reason}): name another one") from error

    def _prepare(self) -> None:
        version = self._db.execute("pragma user_version").fetchone()[0]
        if version == 0:
            if self._db.execute("select count(*) from sqlite_master").fetchone()[0]:
                raise UsageError(f"{self.path}: a database of something else: name another state file")
            _make(self._db)
        elif version != _VERSION:
            raise UsageError(f"{self.path}: written by another version of mtaudit ({version}): name another state file")

    def __enter__(self) -> State:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; everything remembered is in it already."""
        self._db.close()

    def is_unchanged(self, item: Document | Pair) -> bool:
        """Whether this very article was audited before: same input, same id, same text, title and original."""
        document = _translation(item)
        with self._told():
            row = self._db.execute(
                "select content from audited where input = ? and id = ?", (document.input, document.id)
            ).fetchone()
        return row is not None and row[0] == content_hash(item)

    def remember(self, *items: Document | Pair) -> None:
        """Note that these articles have been audited, in place of what was known of the same input and id."""
        rows = [(_translation(item).input, _translation(item).id, content_hash(item)) for item in items]
        with self._told(), self._db:
            self._db.executemany("insert or replace into audited values (?, ?, ?)", rows)

    def response(self, url: str) -> Response | None:
        """What `url` gave the last time, if it can be asked for again conditionally."""
        with self._told():
            row = self._db.execute(
                "select url, body, media_type, charset, etag, last_modified from responses where asked = ?", (url,)
            ).fetchone()
        return Response(*row) if row else None

    def keep_response(self, url: str, response: Response) -> None:
        """Keep a response that has an ETag or Last-Modified; forget the one before in any case."""
        with self._told(), self._db:
            self._db.execute("delete from responses where asked = ?", (url,))
            if response.etag or response.last_modified:
                r = response
                row = (url, r.url, r.body, r.media_type, r.charset, r.etag, r.last_modified)
                self._db.execute("insert into responses values (?, ?, ?, ?, ?, ?, ?)", row)


def content_hash(item: Document | Pair) -> str:
    """SHA-256 (hex) over title, text and original: what an audit depends on of the article itself."""
    document = _translation(item)
    original = item.original.text if isinstance(item, Pair) and item.original else ""
    return hashlib.sha256("\x1f".join((document.title or "", document.text, original)).encode()).hexdigest()


def only_new(items: Iterable[Item], state: State) -> Iterator[Item]:
    """`--new-only`: without the articles that are unchanged since they were audited; what is Skipped stays."""
    return (item for item in items if isinstance(item, (Skipped, Remark)) or not state.is_unchanged(item))


def published_since(items: Iterable[Item], moment: datetime) -> Iterator[Item]:
    """`--since`: without articles published before `moment` (aware). Those without a date stay, and what is Skipped."""
    for item in items:
        when = None if isinstance(item, (Skipped, Remark)) else published(_translation(item))
        if when is None or when >= moment:
            yield item


def published(document: Document) -> datetime | None:
    """When an article says that it was published: ISO 8601 or RFC 2822, UTC where no zone is given."""
    return _moment(document.published) if document.published else None


def parse_since(text: str) -> datetime:
    """The moment that `--since` names: `2026-11-21`, `2026-11-21T08:00+07:00`. Raises UsageError."""
    moment = _moment(text)
    if moment is None:
        raise UsageError(f"--since {text}: no date that can be read: write it as 2026-11-21 or 2026-11-21T08:00+07:00")
    return moment


def _moment(text: str) -> datetime | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(text.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        try:
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            return None
    return None


def _translation(item: Document | Pair) -> Document:
    return item.translation if isinstance(item, Pair) else item
