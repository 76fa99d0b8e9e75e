"""JSON Lines that grow while a run goes on: what is judged is on disk, whatever becomes of the rest."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TextIO

from mtaudit.model import DocumentReport
from mtaudit.rendering.json import line
from mtaudit.rendering.registry import parse_target


class LiveLines:
    """NAME.part beside each `*.jsonl` file among `targets`, open for a line a document; a context manager.

    The parts are opened when the first document is there. NAME itself is written by `registry.write`, when the run is
    complete; the parts go when the block ends without error. A part that can't be written is left out.
    """

    def __init__(self, targets: Sequence[str], word_faults: bool = False) -> None:
        self._word_faults = word_faults
        found = (parse_target(target) for target in targets)
        self._paths = [path for renderer, path in found if renderer.name == "jsonl" and path is not None]
        self._open: dict[Path, TextIO] | None = None

    def __enter__(self) -> LiveLines:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for path, stream in (self._open or {}).items():
            with contextlib.suppress(OSError):
                stream.close()
            if kind is None:
                with contextlib.suppress(OSError):
                    path.unlink()

    def write(self, document: DocumentReport) -> None:
        """Append one document, on disk at once."""
        if self._open is None:
            self._open = {}
            # What is there and no plain file (/dev/stdout, a pipe) is written once, at the end.
            for path in self._paths:
                if path.is_file() or not path.exists():
                    with contextlib.suppress(OSError):
                        self._open[part_of(path)] = _opened(part_of(path))
        for path, stream in list(self._open.items()):
            try:
                stream.write(line(document, self._word_faults))
                stream.flush()
            except OSError:  # a full disk
                del self._open[path]


def part_of(path: Path) -> Path:
    """Where the lines of a file grow."""
    return path.with_name(f"{path.name}.part")


def _opened(path: Path) -> TextIO:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # of an earlier run, or a link to elsewhere
    return path.open("x", encoding="utf-8", newline="")
