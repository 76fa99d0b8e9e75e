"""Packages fetched from an index on loopback: whole, checked, or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import http.server
import json
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Run

Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@contextlib.contextmanager
def serving(answers: dict[str, Answer | bytes]) -> Iterator[str]:
    """A real HTTP server on loopback; yields its address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = answers.get(self.path)
            if answer is None:
                self.send_error(404)
            elif callable(answer):
                answer(self)
            else:
                self.send_response(200)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def index(address: str, *links: str) -> bytes:
    entry = {"package_version": "1.0", "argos_version": "1.9", "from_code": "id", "to_code": "en", "type": "translate"}
    return json.dumps([{**entry, "links": [address + link for link in links]}]).encode()


def installed(home: Path) -> list[str]:
    folder = home / ".local/share/argos-translate/packages"
    return [p.name for p in folder.iterdir()] if folder.is_dir() else []


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "HOME": str(home)}


def test_the_package_of_a_pair_is_fetched_and_installed(
    mtaudit: Run, home: Path, environment: dict[str, str], tiny_package: Path
) -> None:
    """`models install id-en` asks the index, fetches the package and installs it; the SHA-256 given is checked."""
    answers: dict[str, Answer | bytes] = {"/p.argosmodel": tiny_package.read_bytes()}
    with serving(answers) as address:
        answers["/index.json"] = index(address, "gone.argosmodel", "p.argosmodel")
        environment["ARGOS_PACKAGE_INDEX"] = address
        wrong = mtaudit("models", "install", "id-en", "--sha256", "0" * 64, env=environment)
        assert wrong.returncode == 2
        assert "nothing was installed" in wrong.stderr
        assert installed(home) == []
        right = hashlib.sha256(tiny_package.read_bytes()).hexdigest()
        done = mtaudit("models", "install", "id-en", "--sha256", right, env=environment)
    assert done.returncode == 0, done.stderr
    assert installed(home) == ["translate-id_en-tiny"]


def test_a_download_that_breaks_off_installs_nothing(
    mtaudit: Run, home: Path, environment: dict[str, str], tiny_package: Path
) -> None:
    """Half a file, with the length of the whole announced: one line, exit 2, nothing there."""
    data = tiny_package.read_bytes()

    def half(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        request.wfile.write(data[: len(data) // 2])

    answers: dict[str, Answer | bytes] = {"/p.argosmodel": half}
    with serving(answers) as address:
        answers["/index.json"] = index(address, "p.argosmodel")
        environment["ARGOS_PACKAGE_INDEX"] = address
        done = mtaudit("models", "install", "id-en", env=environment)
    assert done.returncode == 2
    assert "can't be fetched" in done.stderr
    assert installed(home) == []


def test_an_index_without_the_pair_or_out_of_reach(mtaudit: Run, environment: dict[str, str]) -> None:
    """The message names the index; `--offline` asks nobody."""
    with serving({"/index.json": b"[]"}) as address:
        environment["ARGOS_PACKAGE_INDEX"] = address
        none = mtaudit("models", "install", "id-en", env=environment)
    assert none.returncode == 2
    assert "no package id-en" in none.stderr
    gone = mtaudit("models", "install", "xx-en", env=environment)
    assert gone.returncode == 2
    assert address in gone.stderr
    refused = mtaudit("models", "install", "id-en", "--offline", env=environment)
    assert refused.returncode == 2
    assert "--offline" in refused.stderr
