"""Which articles of a run are new: the state file (`--state`), `--new-only` and `--since`.

What a run has read is noted in the state file by `commit`, which is called when the report is out: a run that is
killed, or whose report could not be written, audits the same articles again.
"""

from __future__ import annotations

from datetime import datetime
from types import TracebackType

from mtaudit.case import Document
from mtaudit.config import Settings
from mtaudit.errors import UsageError
from mtaudit.reading.interface import Pair
from mtaudit.reading.state import State, only_new, parse_since, published_since


class Memory:
    """The state file of a run, and what the run will note in it. Use it in a `with` statement."""

    def __init__(self, settings: Settings) -> None:
        """Open the state file, if one is set. Raises UsageError for a wrong file, a wrong date or none to look in."""
        if settings.new_only and not settings.state:
            raise UsageError("--new-only needs a state file that remembers what was audited: --state FILE")
        self._since: datetime | None = parse_since(settings.since) if settings.since else None
        self._new_only = settings.new_only
        self._audited: list[Document | Pair] = []
        self.left_out = 0
        self.store = State(settings.state) if settings.state else None

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.store is not None:
            self.store.close()

    def wants(self, item: Document | Pair) -> bool:
        """Whether a translation is to be audited; those that are will be noted by `commit`, the others are counted."""
        wanted = self._since is None or any(published_since([item], self._since))
        if wanted and self._new_only and self.store is not None:
            wanted = any(only_new([item], self.store))
        if wanted:
            self._audited.append(item)
        else:
            self.left_out += 1
        return wanted

    def forget(self, document: Document) -> None:
        """Don't note a translation that was wanted and then could not be audited."""
        self._audited = [item for item in self._audited if _place(item) != _place(document)]

    def commit(self) -> None:
        """Note in the state file that the report on all that was wanted is out."""
        if self.store is not None:
            self.store.remember(*self._audited)
        self._audited.clear()


def _place(item: Document | Pair) -> tuple[str, str]:
    """What an article is known by in the state file."""
    document = item.translation if isinstance(item, Pair) else item
    return document.input, document.id
