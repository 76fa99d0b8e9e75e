"""Progress bars on a terminal: coloured as `--color` says."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.program import Server

pty = pytest.importorskip("pty", reason="no terminals to draw on")


def drawn(installed: Server, folder: Path, *options: str, **environment: str) -> str:
    """What `mtaudit audit` draws on a terminal at standard error."""
    master, slave = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    environment = {**clean, "TERM": "xterm-256color", "COLUMNS": "80", **environment}
    code, _ = installed.on(slave, ["audit", "a.txt", "--no-translation", *options], folder, environment)
    assert code == 0
    os.close(slave)
    found = os.read(master, 1 << 16).decode("utf-8", "replace")
    os.close(master)
    return found


def test_bars_have_colours_where_they_are_wanted(installed: Server, home: Path, tmp_path: Path) -> None:
    """A terminal has them unless `--color never` or NO_COLOR says otherwise, which `always` overrules."""
    (tmp_path / "a.txt").write_text("Menteri itu tiba di Jakarta pada hari Senin.\n", encoding="utf-8")
    colour = re.compile(r"\x1b\[[\d;]*3\d[\d;]*m")
    plain = drawn(installed, tmp_path, "--color", "never")
    assert "━" in plain
    assert not colour.search(plain)
    assert colour.search(drawn(installed, tmp_path))
    assert not colour.search(drawn(installed, tmp_path, NO_COLOR="1"))
    assert colour.search(drawn(installed, tmp_path, "--color", "always", NO_COLOR="1"))
