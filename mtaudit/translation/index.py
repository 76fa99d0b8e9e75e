"""Packages in Argos Translate's index: what there is for a language pair, and fetching it whole or not at all.

The index is argostranslate's (`ARGOS_PACKAGE_INDEX` names another). Its entries carry neither size nor digest, so the
length that the server announces is held against what came, the zip's own checksums are tested on unpacking, and a
SHA-256 is checked where the index or the user gives one.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mtaudit.errors import PackageError
from mtaudit.translation.models import InstalledPackage, install_file

Progress = Callable[[int, int], None]  # bytes so far, bytes in all (0: not announced)

_BLOCK = 1 << 16
_TIMEOUT = 30.0  # seconds without a byte


def available(from_code: str, to_code: str) -> Any:
    """The newest package of the index for a pair, as argostranslate describes it.

    Raises PackageError where the index can't be reached or has no such pair.
    """
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import packaging.version
    from argostranslate import package, settings

    index = Path(settings.local_package_index)
    before = index.stat().st_mtime_ns if index.exists() else None
    package.update_package_index()  # says nothing of its failures
    if not index.exists() or index.stat().st_mtime_ns == before:
        raise PackageError(f"the package index {settings.remote_package_index} can't be reached; install from a file")
    try:
        found = [p for p in package.get_available_packages() if (p.from_code, p.to_code) == (from_code, to_code)]
    except (ValueError, AttributeError, TypeError) as error:
        index.unlink()
        raise PackageError(f"the package index {settings.remote_package_index} is damaged ({error})") from error
    if not found:
        raise PackageError(f"the package index {settings.remote_package_index} has no package {from_code}-{to_code}")
    return max(found, key=lambda p: packaging.version.parse(p.package_version or "0"))


def install_pair(
    from_code: str, to_code: str, progress: Progress | None = None, sha256: str | None = None
) -> InstalledPackage:
    """Fetch and install the index's package for a pair; a kill leaves nothing half-installed.

    Raises PackageError where it can't be fetched, came short, or its SHA-256 is not `sha256`.
    """
    wanted = available(from_code, to_code)
    links = [link for link in wanted.links if link.startswith(("http://", "https://"))]
    if not links:
        raise PackageError(f"the index names no web address for {from_code}-{to_code}")
    trouble = ""
    with tempfile.TemporaryDirectory(prefix="mtaudit-fetch-") as folder:
        target = Path(folder, "package.argosmodel")
        for link in links:
            try:
                got = _fetch(link, target, progress)
            except (OSError, urllib.error.URLError, ValueError) as error:
                trouble = f"{link}: {error}"
                continue
            if sha256 and got != sha256.lower():
                raise PackageError(f"{link}: SHA-256 is {got}, not {sha256.lower()}: nothing was installed")
            return install_file(target)
    raise PackageError(f"{from_code}-{to_code} can't be fetched ({trouble}); nothing was installed")


def _fetch(link: str, target: Path, progress: Progress | None) -> str:
    """Download to a file; returns its SHA-256. Raises ValueError where less came than was announced."""
    digest, done = hashlib.sha256(), 0
    request = urllib.request.Request(link, headers={"User-Agent": "ArgosTranslate"})  # as argostranslate asks
    with urllib.request.urlopen(request, timeout=_TIMEOUT) as response, target.open("wb") as out:
        total = int(response.headers.get("Content-Length") or 0)
        while block := response.read(_BLOCK):
            out.write(block)
            digest.update(block)
            done += len(block)
            if progress:
                progress(done, total)
    if total and done != total:
        raise ValueError(f"{done} of {total} bytes came")
    return digest.hexdigest()
