"""Where a command is to write, looked at before any work is done: nothing that it reads is written over."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtaudit import config
from mtaudit.config import Settings
from mtaudit.errors import InputError, UsageError
from mtaudit.reading import formats
from mtaudit.reading.files import Found, find, load_file, plain_name, shown
from mtaudit.reading.inputs import is_url
from mtaudit.reading.interface import UnrecognisedError
from mtaudit.reading.pairs import files_named
from mtaudit.rendering.live import part_of
from mtaudit.rendering.registry import parse_target


@dataclass(frozen=True, slots=True)
class Read:
    """A file that a command reads: `what` it is to it ("an input"). `walked`: a folder that was named holds it."""

    what: str
    path: str
    walked: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """A file that a command was told to write by `option`."""

    option: str
    path: Path


def outputs(targets: Sequence[str], baseline: str | None = None) -> list[Output]:
    """What `-o` and `--baseline` name. Raises UsageError for a name that tells no format."""
    found = [Output(f"-o {target}", path) for target in targets if (path := parse_target(target)[1]) is not None]
    return [*found, Output(f"--baseline {baseline}", Path(baseline))] if baseline else found


def audited(
    inputs: Sequence[str], options: Mapping[str, Any], settings: Settings, *, baseline: bool = True
) -> Iterator[Read]:
    """All that an audit reads; the baseline of the settings too, if it is to be read."""
    yield from _articles(settings.named(inputs, options.get("pairs")), "an input")
    yield from _articles(options.get("originals") or settings.originals, "an original")
    if pairs := options.get("pairs") or settings.pairs:
        yield Read("the file of --pairs", pairs)
        yield from (Read("a file that --pairs names", path) for path in files_named(pairs))
    yield from (Read("a glossary", path) for path in settings.names)
    if place := options.get("config") or config.find(Path.cwd()):
        yield Read("the config", str(place))
    if settings.state:
        yield Read("the state file", settings.state)
    if baseline and settings.gate.baseline:
        yield Read("the baseline", settings.gate.baseline)


def check(written: Sequence[Output], read: Iterable[Read], *, stdin: bool = False) -> None:
    """Raise UsageError where an output is a folder, is named twice, or is a file that the command reads.

    Files are told by what they are, not by their names, so through links, too. In a folder that is audited, a report
    may be written again: only what articles are read from may not. `stdin`: standard input is read.
    """
    there, places = _existing(written)
    if stdin and there:
        _refuse(there, os.fstat(0), "where standard input comes from")
    for file in read if written else ():
        known = _stat(file.path)
        if known is None and (output := places.get(os.path.realpath(file.path))):  # the state file before its first run
            raise UsageError(f"{shown(output.option)}: that is {file.what} ({shown(file.path)}): name another file")
        if known is not None and _key(known) in there and (not file.walked or _holds_articles(file.path)):
            _refuse(there, known, f"{file.what} ({shown(file.path)})")


_File = tuple[int, int]  # device and inode


def _existing(written: Sequence[Output]) -> tuple[dict[_File, Output], dict[str, Output]]:
    """The outputs that are files already, and where all of them are to stand."""
    there: dict[_File, Output] = {}
    places: dict[str, Output] = {}
    for output in written:
        known = _stat(output.path)
        if known is not None and stat.S_ISDIR(known.st_mode):
            raise UsageError(f"{shown(output.option)}: that is a folder: name a file in it")
        if known is not None and not stat.S_ISREG(known.st_mode):
            continue  # /dev/stdout, a pipe
        other = places.setdefault(os.path.realpath(output.path), output)
        if known is not None:
            other = there.setdefault(_key(known), other)
        if other is not output:
            raise UsageError(f"{shown(output.option)}: {shown(other.option)} writes the same file: name another")
    for output in written:
        part = _stat(part_of(output.path))
        if part is not None:
            there.setdefault(_key(part), output)
    return there, places


def _key(known: os.stat_result) -> _File:
    return known.st_dev, known.st_ino


def _refuse(there: Mapping[_File, Output], known: os.stat_result, what: str) -> None:
    output = there.get(_key(known))
    if output is not None:
        raise UsageError(f"{shown(output.option)}: that is {what}: name another file")


def _articles(inputs: Sequence[str], what: str) -> Iterator[Read]:
    for named in inputs:
        if named == "-" or is_url(named):
            continue
        walked = os.path.isdir(named)
        for found in find(named):
            if isinstance(found, Found) and (found.named or formats.may_hold_articles(plain_name(found.path))):
                yield Read(what, found.path, walked)


def _holds_articles(path: str) -> bool:
    """Whether anything in a file of a folder would be audited, or be told as unreadable."""
    try:
        return any(True for _ in formats.read(load_file(path, named=False), {}))
    except UnrecognisedError:
        return False
    except InputError:
        return os.path.getsize(path) > 0


def _stat(path: str | Path) -> os.stat_result | None:
    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None
