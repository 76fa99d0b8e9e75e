"""What a config that was merely found may not say.

A config found on the way up from the working folder may be a stranger's: that of a pull request, of an unpacked
archive, of a shared folder above. It may set thresholds, rules and suppressions (the gate shows what those take out),
but it names no program, no address and no path outside its own folder. `--config`, the environment and the command line
may: those are the caller's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mtaudit.errors import UsageError

_HUB = re.compile(r"Unbabel/[A-Za-z0-9][A-Za-z0-9._-]*")  # a checkpoint is a pickle: from its makers' account alone
_TAGGER = re.compile(r"[a-z]+:[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?")
_DEEP = 3  # folders below a cache that are looked at for links out of it


def check(table: Mapping[str, Any], path: Path) -> None:
    """Raise UsageError, with one line, for the first thing in a found config `path` that only the caller may say."""
    for key, what in _refused(table, path):
        name = "MTAUDIT_" + key.upper().replace(".", "_").replace("-", "_")
        raise UsageError(
            f"{path}: {key} {what}; a config found upward from the working folder is not trusted with that: "
            f"give it with --config FILE, as {name} in the environment or on the command line"
        )


def tamed(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table as it counts: private addresses are allowed to what the caller names, not to what redirects there."""
    feeds = table.get("feeds")
    if isinstance(feeds, Mapping) and feeds.get("allow-private") is True:
        return {**table, "feeds": {**feeds, "allow-private": "named"}}
    return dict(table)


def _refused(table: Mapping[str, Any], path: Path) -> Iterator[tuple[str, str]]:
    """Keys and what they do that they must not."""
    comet = table.get("comet", {})
    if "python" in comet:
        yield "comet.python", "names a program"
    if (model := comet.get("model")) is not None and (not _HUB.fullmatch(model) or os.path.lexists(model)):
        yield "comet.model", "names a checkpoint that is not Unbabel's on the hub, and loading one runs what is in it"
    if "dask-scheduler" in table:
        yield "dask-scheduler", "names an address"
    if "insecure-scheduler" in table:
        yield "insecure-scheduler", "takes off the encryption"
    if table.get("inline-suppressions"):
        yield "inline-suppressions", "lets the files that are judged take findings out of the verdict"
    if "rules-url" in table:
        yield "rules-url", "names an address that readers of a report are sent to"
    if (ner := table.get("ner")) is not None and (not _TAGGER.fullmatch(ner) or os.path.lexists(ner.partition(":")[2])):
        yield "ner", "names a path, and loading a tagger runs what is in it"
    track = table.get("track")
    if track is not None and not track.startswith("offline:"):
        yield "track", "sends the report to an address"
    for key, value in (*_paths(table), *([("track", track.removeprefix("offline:"))] if track else [])):
        if re.match(r"\s*[A-Za-z][A-Za-z0-9+.-]+:/", value):
            yield key, "names an address"
        elif not _inside(value, path.parent):
            yield key, f"names a path outside {path.parent}"
    cache = table.get("cache")
    if cache and any(not _inside(str(link), path.parent) for link in _links(Path(cache), _DEEP)):
        yield "cache", f"names a folder with links that lead outside {path.parent}"


def _paths(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("cache", "state", "model", "pairs"):
        if key in table:
            yield key, table[key]
    for key in ("second-models", "names", "inputs", "originals"):
        for value in table.get(key, ()):
            yield key, value
    if "baseline" in table.get("gate", {}):
        yield "gate.baseline", table["gate"]["baseline"]


def _inside(value: str, folder: Path) -> bool:
    """Whether a path stays in a folder, links followed, be it read from there or from the working folder.

    `.git` is not in it, and nothing is that a shell, a home folder or another system would make a path elsewhere of.
    """
    if value.startswith("~") or re.search(r"[$%:\0]", value) or (os.sep != "\\" and "\\" in value):
        return False
    return _below(Path(value), folder) and _below(folder / value, folder)


def _below(path: Path, folder: Path) -> bool:
    try:
        real = path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL
        return False
    home = folder.resolve()
    return real.is_relative_to(home) and ".git" not in [part.lower() for part in real.relative_to(home).parts]


def _links(folder: Path, depth: int) -> Iterator[Path]:
    """The links in a folder and in those below it."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_symlink():
            yield Path(entry.path)
        elif depth > 1 and entry.is_dir():
            yield from _links(Path(entry.path), depth - 1)
