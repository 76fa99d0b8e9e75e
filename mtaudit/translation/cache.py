"""Translations and forced scores that were made before: an SQLite file, keyed by package and content.

What can't be used is gone without, with a line: a file that another process holds is waited for, then left alone, and
only one that is no database, or a broken one, is made anew.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, TypeVar

from mtaudit import notices, private
from mtaudit.model import ModelInfo
from mtaudit.translation.interface import ForcedScore, Hypothesis, Progress, TranslationModel

_STEP = 2048  # lines between two commits: what is done survives a kill
_PATIENCE = 10.0  # seconds for which another process may hold the file
_TABLE = "CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, answer TEXT) WITHOUT ROWID"
_ROW = "SELECT key, answer FROM answers LIMIT 1"

_Asked = TypeVar("_Asked", str, tuple[str, str])
_Answer = TypeVar("_Answer")


class CachedModel:
    """Asks the cache first and the model for the rest."""

    def __init__(self, inner: TranslationModel, folder: Path) -> None:
        self._inner = inner
        self._path = folder / "translations.sqlite3"

    @property
    def info(self) -> ModelInfo:
        return self._inner.info

    def translate(self, lines: Sequence[str], progress: Progress | None = None, best: int = 1) -> list[Hypothesis]:
        """As the inner model does; lines in the cache cost nothing."""
        known = self._ask(
            [line for line in lines if line.strip()],
            lambda line: f"{best}\0{line}",
            lambda missing: self._inner.translate(missing, progress, best),
            lambda found: [found.text, found.score, found.others],
            lambda row: Hypothesis(row[0], row[1], tuple(row[2])),
            progress,
        )
        return [known.get(line, Hypothesis("", 0.0)) for line in lines]

    def score(self, pairs: Sequence[tuple[str, str]], progress: Progress | None = None) -> list[ForcedScore]:
        """As the inner model does; pairs in the cache cost nothing."""
        known = self._ask(
            pairs,
            lambda pair: "score\0" + "\0".join(pair),
            lambda missing: self._inner.score(missing, progress),
            lambda found: [found.tokens, found.log_probs],
            lambda row: ForcedScore(tuple(row[0]), tuple(row[1])),
            progress,
        )
        return [known[pair] for pair in pairs]

    def _ask(
        self,
        asked: Sequence[_Asked],
        key: Callable[[_Asked], str],
        compute: Callable[[Sequence[_Asked]], list[_Answer]],
        dump: Callable[[_Answer], list[Any]],
        load: Callable[[list[Any]], _Answer],
        progress: Progress | None,
    ) -> dict[_Asked, _Answer]:
        """What was asked -> the answer; `dump` and `load` turn answers into JSON and back."""
        known: dict[_Asked, _Answer] = {}
        digests = {item: self._digest(key(item)) for item in dict.fromkeys(asked)}
        with _Answers(self._path) as answers:
            for item, digest in digests.items():
                text = answers.get(digest)
                if text is not None:
                    try:
                        known[item] = load(json.loads(text))
                    except (ValueError, TypeError, LookupError):  # somebody else's row: asked again
                        continue
            if progress:
                progress(sum(item in known for item in asked))
            # The shortest first, as the model itself takes them: a kill loses the least.
            missing = sorted((item for item in digests if item not in known), key=lambda item: (len(key(item)), item))
            for start in range(0, len(missing), _STEP):
                step = missing[start : start + _STEP]
                found = dict(zip(step, compute(step), strict=True))
                known.update(found)
                rows = [(digests[i], json.dumps(dump(answer), ensure_ascii=False)) for i, answer in found.items()]
                answers.keep(rows)
        return known

    def _digest(self, key: str) -> bytes:
        return hashlib.sha256(f"{self.info.sha256}\0{key}".encode("utf-8", "surrogatepass")).digest()


class _Answers:
    """The file, for as long as it can be used; a context manager. What can't be had is None, what can't be kept is
    dropped, and one line says so."""

    _given_up: ClassVar[set[Path]] = set()  # nobody waits for the same file twice

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None

    def __enter__(self) -> _Answers:
        if self._path not in self._given_up:
            try:
                private.folder(self._path.parent)
                self._db = private.table(self._path, _TABLE, _ROW, _PATIENCE)
            except (sqlite3.Error, OSError) as error:
                self._give_up(error)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._db is not None:
            self._db.close()

    def get(self, digest: bytes) -> str | None:
        """The answer that is kept under a digest."""
        if self._db is None:
            return None
        try:
            row = self._db.execute("SELECT answer FROM answers WHERE key = ?", (digest,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return row[0] if row and isinstance(row[0], str) else None

    def keep(self, rows: Sequence[tuple[bytes, str]]) -> None:
        """Keep answers; they are on disk when this returns."""
        if self._db is None:
            return
        try:
            with self._db:
                self._db.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", rows)
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None
        self._given_up.add(self._path)
        code = getattr(error, "sqlite_errorcode", None)
        busy = code is not None and code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        reason = "another process holds it" if busy else getattr(error, "strerror", None) or str(error)
        notices.tell(f"cache {self._path}: {reason}; this run goes on without it")
