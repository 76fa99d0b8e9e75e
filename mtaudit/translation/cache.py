"""Translations and forced scores that were made before: an SQLite file, keyed by package and content."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from mtaudit.model import ModelInfo
from mtaudit.translation.interface import ForcedScore, Hypothesis, Progress, TranslationModel

_STEP = 2048  # lines between two commits: what is done survives a kill

_Asked = TypeVar("_Asked", str, tuple[str, str])
_Answer = TypeVar("_Answer")


class CachedModel:
    """Asks the cache first and the model for the rest; a broken cache file is made anew."""

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
        with contextlib.closing(self._open()) as db:
            digests = {item: self._digest(key(item)) for item in dict.fromkeys(asked)}
            known = {}
            for item, digest in digests.items():
                row = db.execute("SELECT answer FROM answers WHERE key = ?", (digest,)).fetchone()
                if row:
                    known[item] = load(json.loads(row[0]))
            if progress:
                progress(sum(item in known for item in asked))
            # The shortest first, as the model itself takes them: a kill loses the least.
            missing = sorted((item for item in digests if item not in known), key=lambda item: (len(key(item)), item))
            for start in range(0, len(missing), _STEP):
                step = missing[start : start + _STEP]
                for item, answer in zip(step, compute(step), strict=True):
                    known[item] = answer
                    text = json.dumps(dump(answer), ensure_ascii=False)
                    db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (digests[item], text))
                db.commit()
        return known

    def _digest(self, key: str) -> bytes:
        return hashlib.sha256(f"{self.info.sha256}\0{key}".encode()).digest()

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._connect()
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, timeout=30)
        try:
            db.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, answer TEXT) WITHOUT ROWID")
            db.execute("SELECT 1 FROM answers LIMIT 1").fetchone()
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db
