"""Which format a name tells, and writing several of them at once."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath

from mtaudit.errors import MtauditError, UsageError
from mtaudit.faults import Fault
from mtaudit.interface import english
from mtaudit.model import Report
from mtaudit.rendering.interface import GateView, Renderer

_MODULES = {  # format name -> (module, class); imported when first asked for
    "terminal": ("terminal", "TerminalRenderer"),
    "concise": ("terminal", "ConciseRenderer"),
    "json": ("json", "JsonRenderer"),
    "jsonl": ("json", "JsonlRenderer"),
    "html": ("html", "HtmlRenderer"),
    "markdown": ("markdown", "MarkdownRenderer"),
    "csv": ("csv", "CsvRenderer"),
    "junit": ("junit", "JunitRenderer"),
    "sarif": ("sarif", "SarifRenderer"),
    "github": ("github", "GithubRenderer"),
    "gitlab": ("gitlab", "GitlabRenderer"),
    "wmt-tags": ("wmt_tags", "WmtTagsRenderer"),
}
_SUFFIXES = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".csv": "csv",
    ".sarif": "sarif",
    ".tags": "wmt-tags",
}
_FOR_PEOPLE = ("terminal", "concise", "html", "markdown")  # these speak the language of the interface
_ALIASES = {"full": "terminal", "text": "terminal", "md": "markdown"}
KNOWN = (
    "*.json, *.jsonl, *.html, *.md, *.csv, junit.xml, *.junit.xml, *.sarif, *.tags, github:, gitlab:FILE (or NAME:FILE)"
)


def names() -> tuple[str, ...]:
    """What `--format` takes."""
    return tuple(_MODULES)


@cache
def by_name(name: str) -> Renderer:
    """The format of that name; raises UsageError naming the known ones."""
    known = _ALIASES.get(name, name)
    if known not in _MODULES:
        raise UsageError(f"there is no format {name!r}; known formats: {', '.join(_MODULES)}")
    module, renderer = _MODULES[known]
    made: Renderer = getattr(import_module(f"mtaudit.rendering.{module}"), renderer)()
    return made if known in _FOR_PEOPLE else _English(made)


class _English:
    """A format for machines, which is the same whatever the language of the interface."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    @property
    def name(self) -> str:
        return self._renderer.name

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return "".join(self.chunks(report, gate))

    def chunks(self, report: Report, gate: GateView | None = None) -> Iterator[str]:
        yield from english(iter(self._renderer.chunks(report, gate)))


def parse_target(target: str) -> tuple[Renderer, Path | None]:
    """The format and the file of a `-o` value; the file is None where the text goes to standard output.

    `github:` and `github:FILE`, `gitlab:FILE`, and any other `NAME:FILE`; else the name of the file tells. Raises
    UsageError that names the known formats.
    """
    prefix, colon, rest = target.partition(":")
    if colon and len(prefix) > 1 and (prefix in _MODULES or prefix in _ALIASES):  # one letter is a Windows drive
        if not rest and prefix != "github":
            raise UsageError(f"-o {target}: name a file after the colon, as in {prefix}:report.out")
        return by_name(prefix), Path(rest) if rest and rest != "-" else None
    name = PurePath(target).name.lower()
    if name == "junit.xml" or name.endswith(".junit.xml"):
        return by_name("junit"), Path(target)
    if name.endswith(".sarif.json"):
        return by_name("sarif"), Path(target)
    suffix = PurePath(name).suffix
    if suffix not in _SUFFIXES:
        raise UsageError(f"-o {target}: the name tells no format; known: {KNOWN}")
    return by_name(_SUFFIXES[suffix]), Path(target)


def for_path(path: str) -> Renderer:
    """The format that the name of a file (or `github:`, `gitlab:FILE`) tells; raises UsageError otherwise."""
    return parse_target(path)[0]


def write(report: Report, targets: Sequence[str], gate: GateView | None = None) -> None:
    """Write the report to every target; all names are looked at before the first file is made.

    A file appears whole or not at all (a temporary file beside it, renamed); its folders are made. Raises UsageError
    where a name tells no format or a file can't be written, ReportError where the report lacks what a format is made
    of: the first trouble, when all others are written.
    """
    parsed = [parse_target(target) for target in targets]
    troubles: list[MtauditError] = []
    for number, (renderer, path) in enumerate(parsed):
        try:
            if path is None:
                sys.stdout.writelines(renderer.chunks(report, gate))
            else:
                write_file(path, renderer.chunks(report, gate))
        except MtauditError as error:
            troubles.append(error)
        except Exception as error:
            fault = Fault.of(error)
            fault.note()
            troubles.append(UsageError(f"-o {targets[number]}: {fault.told()}"))
    if troubles:
        raise troubles[0]


def write_file(path: Path, chunks: Iterable[str]) -> None:
    """Write text to a file, UTF-8, line feeds as they are, all or nothing. Raises UsageError where it can't."""
    write_bytes(path, (chunk.encode() for chunk in chunks))


def write_bytes(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file, all or nothing; its permissions stay. Raises UsageError where it can't.

    What is there already and is no plain file (/dev/stdout, a pipe) is written to directly; that nobody reads it to the
    end is no trouble.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as out:
                out.writelines(chunks)
            return
        path = path.resolve()  # a link stays a link: the file it names is replaced
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as out:
                out.writelines(chunks)
                out.flush()
                os.fsync(out.fileno())
            os.chmod(temporary, path.stat().st_mode if path.exists() else 0o666 & ~_umask())
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except BrokenPipeError:
        return
    except OSError as error:
        raise UsageError(f"can't write {path}: {error.strerror or error}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
