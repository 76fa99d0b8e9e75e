"""Back-translations that were made before: an SQLite file, keyed by package and line."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from mtaudit.model import BackTranslatorInfo
from mtaudit.translation.interface import Hypothesis, Progress, TranslationModel

_STEP = 2048  # lines between two commits: what is done survives a kill


class CachedModel:
    """Asks the cache first and the back-translator for the rest; a broken cache file is made anew."""

    def __init__(self, inner: TranslationModel, folder: Path) -> None:
        self._inner = inner
        self._path = folder / "back-translations.sqlite3"

    @property
    def info(self) -> BackTranslatorInfo:
        return self._inner.info

    def translate(self, lines: Sequence[str], progress: Progress | None = None) -> list[Hypothesis]:
        """As the inner back-translator does; lines in the cache cost nothing."""
        with contextlib.closing(self._open()) as db:
            known = {line: found for line in dict.fromkeys(lines) if (found := self._get(db, line)) is not None}
            missing = [line for line in dict.fromkeys(lines) if line.strip() and line not in known]
            if progress:
                progress(sum(line in known or not line.strip() for line in lines))
            missing.sort(key=lambda line: (len(line), line))
            for start in range(0, len(missing), _STEP):
                step = missing[start : start + _STEP]
                for line, hypothesis in zip(step, self._inner.translate(step, progress), strict=True):
                    known[line] = hypothesis
                    db.execute(
                        "INSERT OR REPLACE INTO lines VALUES (?, ?, ?)",
                        (self._key(line), hypothesis.text, hypothesis.score),
                    )
                db.commit()
        return [known.get(line, Hypothesis("", 0.0)) for line in lines]

    def score(self, pairs: Sequence[tuple[str, str]], progress: Progress | None = None) -> list[float]:
        """As the inner back-translator does; pairs in the cache cost nothing."""
        keys = {pair: "\x1f".join(pair) for pair in dict.fromkeys(pairs)}
        with contextlib.closing(self._open()) as db:
            known = {pair: found.score for pair, key in keys.items() if (found := self._get(db, key)) is not None}
            missing = sorted((pair for pair in keys if pair not in known), key=lambda pair: (len(pair[1]), pair))
            if progress:
                progress(len(known))
            for start in range(0, len(missing), _STEP):
                step = missing[start : start + _STEP]
                for pair, score in zip(step, self._inner.score(step, progress), strict=True):
                    known[pair] = score
                    db.execute("INSERT OR REPLACE INTO lines VALUES (?, ?, ?)", (self._key(keys[pair]), "", score))
                db.commit()
        return [known[pair] for pair in pairs]

    def _key(self, line: str) -> bytes:
        return hashlib.sha256(f"{self.info.sha256}\0{line}".encode()).digest()

    def _get(self, db: sqlite3.Connection, line: str) -> Hypothesis | None:
        row = db.execute("SELECT text, score FROM lines WHERE key = ?", (self._key(line),)).fetchone()
        return Hypothesis(row[0], row[1]) if row else None

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
            db.execute("CREATE TABLE IF NOT EXISTS lines (key BLOB PRIMARY KEY, text TEXT, score REAL) WITHOUT ROWID")
            db.execute("SELECT 1 FROM lines LIMIT 1").fetchone()
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db
