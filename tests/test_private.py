"""Caches and state: nobody else's, whole or not there, waited for or gone without, never taken from another process."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mtaudit.errors import UsageError
from mtaudit.model import ModelInfo
from mtaudit.reading import state
from mtaudit.reading.state import State
from mtaudit.translation import cache
from mtaudit.translation.cache import CachedModel
from mtaudit.translation.interface import ForcedScore, Hypothesis
from tests.conftest import Run

TEXT = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana.\n"
HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("create table if not exists answers (key blob primary key, answer text) without rowid")
db.execute(f"begin {sys.argv[2]}")
print("held", flush=True)
sys.stdin.read()
"""


class Echo:
    """A translation model that says how much it was asked."""

    info = ModelInfo("echo", "1", "0" * 64)

    def __init__(self) -> None:
        self.asked = 0

    def translate(self, lines, progress=None, best=1):  # type: ignore[no-untyped-def]
        self.asked += len(lines)
        return [Hypothesis(line.upper(), -1.0) for line in lines]

    def score(self, pairs, progress=None):  # type: ignore[no-untyped-def]
        self.asked += len(pairs)
        return [ForcedScore(("a",), (-1.0,)) for _ in pairs]


@contextlib.contextmanager
def held(path: Path, how: str = "exclusive") -> Iterator[None]:
    """Another process holds the database."""
    command = [sys.executable, "-I", "-c", HOLD, str(path), how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield
        assert process.stdin is not None
        process.stdin.close()


@pytest.mark.parametrize("how", ["exclusive", "immediate"])
def test_a_cache_that_another_process_holds_is_gone_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noticed: list[str], how: str
) -> None:
    """It is waited for once, told once, not deleted; what it holds is there when it is free again."""
    monkeypatch.setattr(cache, "_PATIENCE", 0.2)
    monkeypatch.setattr(cache._Answers, "_given_up", set())
    inner = Echo()
    CachedModel(inner, tmp_path).translate(["satu"])
    file = tmp_path / "translations.sqlite3"
    before = file.stat().st_ino
    with held(file, how):
        assert [h.text for h in CachedModel(inner, tmp_path).translate(["satu", "dua"])] == ["SATU", "DUA"]
        with monkeypatch.context() as planted:
            planted.setattr("mtaudit.private.sqlite3.connect", lambda *_, **__: pytest.fail("waited for twice"))
            assert [h.text for h in CachedModel(inner, tmp_path).translate(["tiga"])] == ["TIGA"]
    assert file.stat().st_ino == before
    (message,) = noticed
    assert "another process holds it" in message
    monkeypatch.setattr(cache._Answers, "_given_up", set())
    asked = inner.asked
    CachedModel(inner, tmp_path).translate(["satu"])
    assert inner.asked == asked


def test_a_cache_that_is_freed_in_time_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other process lets go when ours has begun to wait."""
    monkeypatch.setattr(cache, "_PATIENCE", 100.0)
    monkeypatch.setattr(cache._Answers, "_given_up", set())
    inner = Echo()
    with contextlib.ExitStack() as other:
        other.enter_context(held(tmp_path / "translations.sqlite3"))
        going = threading.Timer(0.3, other.close)

        class Waiting(sqlite3.Connection):
            def execute(self, sql, *values):  # type: ignore[no-untyped-def]
                if sql.startswith("CREATE"):
                    going.start()
                return super().execute(sql, *values)

        opened = sqlite3.connect
        with monkeypatch.context() as planted:
            planted.setattr("mtaudit.private.sqlite3.connect", lambda *a, **o: opened(*a, factory=Waiting, **o))
            CachedModel(inner, tmp_path).translate(["satu"])
        going.join()
    CachedModel(inner, tmp_path).translate(["satu"])
    assert inner.asked == 1


def test_rows_that_somebody_else_wrote_are_asked_again(tmp_path: Path) -> None:
    """Not JSON, or of another shape: no fault, and the right answer in their place; tables of something else go."""
    inner = Echo()
    cached = CachedModel(inner, tmp_path)
    cached.translate(["satu"])
    for text in ("no json", "[]", "7", '{"a": 1}'):
        with contextlib.closing(sqlite3.connect(tmp_path / "translations.sqlite3")) as db, db:
            db.execute("update answers set answer = ?", (text,))
        assert cached.translate(["satu"])[0].text == "SATU"
    with contextlib.closing(sqlite3.connect(tmp_path / "translations.sqlite3")) as db, db:
        db.execute("drop table answers")
        db.execute("create table answers (something text)")
    assert cached.translate(["satu"])[0].text == "SATU"
    asked = inner.asked
    assert cached.translate(["satu"])[0].text == "SATU"
    assert inner.asked == asked


def test_a_folder_that_takes_no_cache_costs_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file where the folder should be, a folder where the file should be."""
    monkeypatch.setattr(cache._Answers, "_given_up", set())
    (tmp_path / "file").write_text("x")
    assert CachedModel(Echo(), tmp_path / "file").translate(["satu"])[0].text == "SATU"
    (tmp_path / "translations.sqlite3").mkdir()
    assert CachedModel(Echo(), tmp_path).translate(["satu"])[0].text == "SATU"
    assert (tmp_path / "translations.sqlite3").is_dir()


def test_a_state_file_that_another_process_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it nobody knows what was audited: exit 2, and the file stays as it is."""
    path = tmp_path / "state.sqlite3"
    State(path).close()
    monkeypatch.setattr(state, "_PATIENCE", 0.2)
    content = path.read_bytes()
    with held(path), pytest.raises(UsageError, match="another process has held the state file"):
        State(path)
    with State(path) as opened, held(path), pytest.raises(UsageError, match="another process"):
        opened.response("x")
    assert path.read_bytes()[:16] == content[:16]


@pytest.mark.parametrize("mask", [0o000, 0o022])
def test_what_is_kept_is_nobody_elses(mtaudit: Run, tmp_path: Path, tiny_package: Path, mask: int) -> None:
    """Files 0600 in folders 0700, whatever the umask: caches, unpacked packages, state; an old cache file is closed."""
    (tmp_path / "a.txt").write_text(TEXT)
    command = ["audit", "a.txt", "--model", tiny_package, "--second-model", "translate-en_id-mtaudit"]
    command += ["--cache", "new/cache", "--state", "state.sqlite3", "--resume", "-q"]
    done = mtaudit(*command, umask=mask)
    assert done.returncode == 0, done.stderr
    kept = [tmp_path / "new", *(tmp_path / "new").rglob("*"), tmp_path / "state.sqlite3"]
    assert len(kept) > 10
    for path in kept:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path
    assert not [path for path in kept if path.name.startswith(".") or path.name.endswith(".tmp")]
    file = tmp_path / "new/cache/translations.sqlite3"
    file.chmod(0o644)
    (tmp_path / "a.txt").write_text(TEXT * 2)  # what is unchanged asks no translator
    assert mtaudit(*command).returncode == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_new_database_is_made_under_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has its name when it is whole and synced; one that another process made meanwhile is not written over."""
    path = tmp_path / "s.sqlite3"
    seen: list[bool] = []
    linked = os.link

    def link(source: str, target: Path) -> None:
        seen.append(path.exists())
        State(tmp_path / "other.sqlite3").close() if not seen[1:] else None
        linked(source, target)

    monkeypatch.setattr(os, "link", link)
    State(path).close()
    assert seen[0] is False
    monkeypatch.setattr(os, "link", linked)
    with contextlib.closing(sqlite3.connect(path)) as db:
        assert db.execute("pragma user_version").fetchone() == (1,)

    def beaten(source: str, target: Path) -> None:
        target.write_bytes(path.read_bytes())
        linked(source, target)

    monkeypatch.setattr(os, "link", beaten)
    with State(tmp_path / "t.sqlite3") as state_file:
        assert state_file.response("x") is None
    assert sorted(p.name for p in tmp_path.iterdir()) == ["other.sqlite3", "s.sqlite3", "t.sqlite3"]
