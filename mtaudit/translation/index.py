"""Packages in Argos Translate's index: what there is for a language pair, and fetching it whole or not at all.

The index is argostranslate's (`ARGOS_PACKAGE_INDEX` names another). Its entries carry neither size nor digest, so the
length that the server announces is held against what came, the zip's own checksums are tested on unpacking, and a
SHA-256 is checked where the user gives one. What a server sends is bounded in size and time.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from mtaudit.errors import PackageError
from mtaudit.translation.archive import LARGEST
from mtaudit.translation.models import InstalledPackage, install_file

Progress = Callable[[int, int], None]  # bytes so far, bytes in all (0: not announced)

_BLOCK = 1 << 16
_TIMEOUT = 30.0  # seconds without a byte
_WINDOW = 30.0  # seconds in which at least _LEAST bytes must come
_LEAST = 1 << 17
_LONGEST = 3600.0  # seconds for the whole
_ZIP = b"PK\x03\x04"
_INDEX = 8 << 20  # bytes of an index: Argos' has 60 KB


@dataclass(frozen=True, slots=True)
class Available:
    """A package of the index: its version, and the web addresses where it lies."""

    version: str
    links: tuple[str, ...]


def available(from_code: str, to_code: str) -> Available:
    """The newest package of the index for a pair.

    Raises PackageError where the index can't be reached or understood, or has no such pair.
    """
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import packaging.version
    from argostranslate import settings

    address = str(settings.remote_package_index)
    with tempfile.TemporaryFile() as file:
        try:
            _fetch(address, file, None, _INDEX)
            file.seek(0)
            entries = json.load(file)
            if not isinstance(entries, list):
                raise ValueError("no list")
        except OSError as error:
            raise PackageError(
                f"the package index {address} can't be reached ({error}); install from a file"
            ) from error
        except (ValueError, RecursionError) as error:
            raise PackageError(f"the package index {address} is damaged ({error})") from error
    found = [
        e for e in entries if isinstance(e, dict) and (e.get("from_code"), e.get("to_code")) == (from_code, to_code)
    ]
    if not found:
        raise PackageError(f"the package index {address} has no package {from_code}-{to_code}")

    def version(entry: dict[str, Any]) -> Any:
        try:
            return packaging.version.parse(str(entry.get("package_version") or "0"))
        except packaging.version.InvalidVersion:
            return packaging.version.parse("0")

    newest = max(found, key=version)
    links = newest.get("links")
    named = [link for link in links if isinstance(link, str)] if isinstance(links, list) else []
    return Available(str(version(newest)), tuple(link for link in named if link.startswith(("http://", "https://"))))


def install_pair(
    from_code: str, to_code: str, progress: Progress | None = None, sha256: str | None = None
) -> InstalledPackage:
    """Fetch and install the index's package for a pair; a kill leaves nothing half-installed.

    Raises PackageError where it can't be fetched, came short, or its SHA-256 is not `sha256`.
    """
    wanted = available(from_code, to_code)
    if not wanted.links:
        raise PackageError(f"the index names no web address for {from_code}-{to_code}")
    trouble = ""
    with tempfile.TemporaryDirectory(prefix="mtaudit-fetch-") as folder:
        target = Path(folder, "package.argosmodel")
        for link in wanted.links:
            try:
                with target.open("wb") as out:
                    got = _fetch(link, out, progress, LARGEST, _ZIP)
            except (OSError, ValueError) as error:
                trouble = f"{link}: {error}"
                continue
            if sha256 and got != sha256.lower():
                raise PackageError(f"{link}: SHA-256 is {got}, not {sha256.lower()}: nothing was installed")
            return install_file(target)
    raise PackageError(f"{from_code}-{to_code} can't be fetched ({trouble}); nothing was installed")


def _fetch(link: str, out: BinaryIO, progress: Progress | None, most: int, begins: bytes = b"") -> str:
    """Download into a file; returns its SHA-256. Raises ValueError where less came than was announced, more than
    `most`, or what doesn't begin with `begins`; OSError, too where it comes too slowly or takes too long."""
    download = _Download(link, out, most, begins)
    thread = threading.Thread(target=download.run, daemon=True)  # whatever it waits for, we don't
    started = mark = time.monotonic()
    seen = 0
    thread.start()
    while True:
        thread.join(0.1)
        done, total = download.done, download.total
        if progress:
            progress(done, total)
        if not thread.is_alive():
            break
        now = time.monotonic()
        if now - started > _LONGEST:
            download.given_up = True
            raise TimeoutError(f"not there after {_LONGEST:g} s")
        if now - mark > _WINDOW:
            if done - seen < _LEAST and done != total:
                download.given_up = True
                raise TimeoutError(f"{done - seen} bytes came in {_WINDOW:g} s")
            mark, seen = now, done
    if download.trouble is not None:
        raise download.trouble
    if download.total and download.done != download.total:
        raise ValueError(f"{download.done} of {download.total} bytes came")
    return download.digest.hexdigest()


class _Download:
    """One GET into a file; `run` never raises, it leaves its `trouble`."""

    def __init__(self, link: str, out: BinaryIO, most: int, begins: bytes) -> None:
        self._link, self._out, self._most, self._begins = link, out, most, begins
        self.done = self.total = 0
        self.digest = hashlib.sha256()
        self.trouble: Exception | None = None
        self.given_up = False

    def run(self) -> None:
        try:
            self._run()
        except (OSError, ValueError) as error:
            self.trouble = error
        except Exception as error:  # http.client's own
            self.trouble = ValueError(str(error) or type(error).__name__)

    def _run(self) -> None:
        request = urllib.request.Request(self._link, headers={"User-Agent": "ArgosTranslate"})  # as argostranslate asks
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as response:
            announced = response.headers.get("Content-Length") or ""
            self.total = int(announced) if announced.isdigit() and len(announced) < 16 else 0
            if self.total > self._most:
                raise ValueError(f"{self.total} bytes announced, {self._most} at most are taken")
            while (block := response.read1(_BLOCK)) and not self.given_up:
                if not self.done and not block.startswith(self._begins[: len(block)]):
                    raise ValueError("what came is no zip file")
                if self.done + len(block) > self._most:
                    raise ValueError(f"more than {self._most} bytes came")
                self._out.write(block)
                self.digest.update(block)
                self.done += len(block)
