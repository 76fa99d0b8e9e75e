"""The package that the wheel carries is an ordinary Argos Translate package."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

PROGRAM = """
import socket, sys
def refuse(*args, **kwargs):
    raise OSError("no network in this test")
socket.socket.connect = refuse
socket.getaddrinfo = refuse
from argostranslate import package, translate
package.install_from_path(sys.argv[1])
text = "Presiden mengatakan bahwa negara itu siap. Pasukan tiba di kota pada hari Senin."
print(translate.translate(text, "id", "en"))
"""


def test_argos_translate_installs_it_and_translates_without_network(tmp_path: Path) -> None:
    """Installed into an empty home by argostranslate itself; sentences are split and translated, nothing is fetched."""
    home = {
        **os.environ,
        "HOME": str(tmp_path),
        **{f"XDG_{k}_HOME": str(tmp_path / k) for k in ("DATA", "CACHE", "CONFIG")},
    }
    with as_file(files("mtaudit") / "data" / "id_en.argosmodel") as bundled:
        run = subprocess.run([sys.executable, "-c", PROGRAM, bundled], capture_output=True, text=True, env=home)
    assert run.returncode == 0, run.stderr
    english = run.stdout.lower()
    assert "president" in english
    assert "monday" in english
    assert english.strip().count(".") == 2
