"""What a long run tells the one who waits. The command line shows bars; a library call shows nothing."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Phases one after another; `advance` counts within the current one."""

    def phase(self, name: str, total: int) -> None: ...

    def advance(self, count: int = 1) -> None: ...


class Silent:
    """Shows nothing."""

    def phase(self, name: str, total: int) -> None:
        return

    def advance(self, count: int = 1) -> None:
        return
