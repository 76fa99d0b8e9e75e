"""JSON Lines that grow while a run goes on: what is judged is on disk, whatever becomes of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TextIO

from mtaudit.errors import UsageError
from mtaudit.model import DocumentReport
from mtaudit.rendering.json import line
from mtaudit.rendering.registry import parse_target


class LiveLines:
    """The `*.jsonl` files among `targets`, open for a line a document; a context manager.

    They are opened when the first document is there, so that a run that fails before leaves older files alone. When
    the run is complete `registry.write` puts the finished files in their place. Raises UsageError where a file can't be
    written.
    """

    def __init__(self, targets: Sequence[str], word_faults: bool = False) -> None:
        self._word_faults = word_faults
        found = (parse_target(target) for target in targets)
        self._paths = [path for renderer, path in found if renderer.name == "jsonl" and path is not None]
        self._streams: list[TextIO] | None = None

    def __enter__(self) -> LiveLines:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for stream in self._streams or ():
            stream.close()

    def write(self, document: DocumentReport) -> None:
        """Append one document, on disk at once."""
        if self._streams is None:
            # What is there and no plain file (/dev/stdout, a pipe) is written once, at the end.
            self._streams = [_opened(path) for path in self._paths if path.is_file() or not path.exists()]
        for stream in self._streams:
            stream.write(line(document, self._word_faults))
            stream.flush()


def _opened(path: Path) -> TextIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"can't write {path}: {error.strerror or error}") from error
