"""Progress bars on standard error, and only where that is a terminal."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from mtaudit.interface import phrase


class Bars:
    """A `running.progress.Progress` drawn by rich; use as a context manager.

    Coloured as `color` says: "auto" has no colours where NO_COLOR is set.
    """

    def __init__(self, *, quiet: bool = False, color: str = "auto") -> None:
        console = Console(stderr=True, no_color={"never": True, "always": False}.get(color))
        self._bars = Progress(
            TextColumn("{task.description:>20}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=console, transient=True,
            disable=quiet or not console.is_terminal or console.is_dumb_terminal,
        )  # fmt: skip
        self._task: TaskID | None = None

    def __enter__(self) -> Bars:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def phase(self, name: str, total: int) -> None:
        if self._task is not None:
            self._bars.remove_task(self._task)
        self._task = self._bars.add_task(phrase(name), total=total)

    def advance(self, count: int = 1) -> None:
        if self._task is not None:
            self._bars.advance(self._task, count)

    def bytes(self, done: int, total: int) -> None:
        """A download: bytes so far, bytes in all (0: not announced)."""
        if self._task is not None:
            self._bars.update(self._task, completed=done, total=total or None)
