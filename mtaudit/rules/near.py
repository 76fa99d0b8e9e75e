"""What stands near a place of a text, looked up by parts of the text."""

from __future__ import annotations

from typing import Generic, TypeVar

Entry = TypeVar("Entry")

_PART = 256  # letters of a text whose entries are looked at together


class Near(Generic[Entry]):
    """Entries by the stretches of a text that they are on."""

    def __init__(self) -> None:
        self._of_part: dict[int, list[Entry]] = {}

    def add(self, start: int, end: int, entry: Entry) -> None:
        """An entry on `text[start:end]`."""
        for part in range(start // _PART, end // _PART + 1):
            self._of_part.setdefault(part, []).append(entry)

    def near(self, start: int, end: int) -> set[Entry]:
        """All entries that touch or adjoin `text[start:end]`, and others that stand near it."""
        return {entry for part in range(start // _PART, end // _PART + 1) for entry in self._of_part.get(part, ())}
