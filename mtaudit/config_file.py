"""Where the config file is, and what it says as plain TOML, found without the types of the settings."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_LARGEST = 1 << 20  # bytes of a config file


def find(folder: Path) -> Path | None:
    """The nearest config file upward from `folder`, or None."""
    for here in (folder, *folder.parents):
        if (here / "mtaudit.toml").is_file():
            return here / "mtaudit.toml"
        project = here / "pyproject.toml"
        if project.is_file():
            try:
                if "mtaudit" in parsed(project).get("tool", {}):
                    return project
            except (OSError, ValueError, RecursionError, TypeError, AttributeError):
                continue  # somebody else's broken file is theirs to mend
    return None


def parsed(path: Path) -> dict[str, Any]:
    """A file as TOML; ValueError for one that is too large to be a config, be it a device."""
    with path.open("rb") as stream:
        data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError(f"larger than {_LARGEST >> 20} MB")
    return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
