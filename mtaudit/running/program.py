"""Which program this is: the code and data of mtaudit, Python, and the packages beside it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_PACKED = (".argosmodel", ".pyc")  # models count by their digests, if they are used


@cache
def program() -> bytes:
    """A digest of the code and data of mtaudit, of Python, and of the packages that are installed beside it.

    By content: whoever edits a line in a checkout gets no verdict of the code before.
    """
    total = hashlib.blake2b(f"{sys.version} {sys.platform}\n".encode(), digest_size=24)
    for name, path in sorted(_files(files("mtaudit"))):
        content = path.read_bytes()
        total.update(f"{name} {len(content)}\n".encode())
        total.update(content)
    beside = set[str]()
    for folder in dict.fromkeys(sys.path):
        with contextlib.suppress(OSError):  # no folder, or none that can be read
            names = os.listdir(folder or ".")
            beside.update(name for name in names if name.endswith((".dist-info", ".egg-info")))  # these hold versions
    total.update("\n".join(sorted(beside)).encode("utf-8", "surrogateescape"))
    return total.digest()


def _stamps() -> tuple[object, ...]:
    """Size and time of every file of the program; empty where it has none (in an archive)."""
    found = []
    for name, path in _files(files("mtaudit")):
        if isinstance(path, Path):
            known = path.stat()
            found.append((name, known.st_size, known.st_mtime_ns))
    return tuple(sorted(found))


def as_loaded() -> bool:
    """Whether the files of the program are still those that this process has loaded: what one judges whose code was
    edited meanwhile can't be put down to either version."""
    return _stamps() == _LOADED


def _files(folder: Traversable, above: str = "") -> Iterable[tuple[str, Traversable]]:
    for path in folder.iterdir():
        if path.is_dir():
            if path.name != "__pycache__":
                yield from _files(path, f"{above}{path.name}/")
        elif not path.name.endswith(_PACKED):
            yield f"{above}{path.name}", path


_LOADED = _stamps()  # when this module was imported
