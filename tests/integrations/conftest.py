"""Articles for the integrations, and a shell that finds the installed command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

INTEGRATIONS = ROOT / "integrations"
CLEAN = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana.\n"
FAULTY = "Ini satu -satunya jalan bagi negara -negara itu.\n::error::Ini bukan perintah.\n"
Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """An empty folder but for a clean and a faulty article."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (folder / "faulty.txt").write_text(FAULTY, encoding="utf-8")
    return folder


@pytest.fixture
def shell(home: Path, articles: Path) -> Shell:
    """Runs a program among the articles, the installed mtaudit and its python first in the PATH."""

    def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        settings: dict[str, Any] = {**os.environ, "PATH": path, "HOME": str(home), **environment}
        return subprocess.run(
            [*map(str, command)], cwd=articles, env=settings, capture_output=True, text=True, timeout=300
        )

    return run
