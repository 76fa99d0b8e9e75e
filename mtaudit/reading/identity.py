"""Document ids: stable and unique within a run."""

from __future__ import annotations

from dataclasses import replace
from typing import overload

from mtaudit.case import Document
from mtaudit.model import Skipped
from mtaudit.reading.interface import Item, Pair, Remark, legible


class Ids:
    """The ids given so far."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}  # id -> the last number it was given with

    def give(self, wanted: str) -> str:
        """`wanted`, or `wanted#2`, `wanted#3` ... where it is taken."""
        given, count = wanted, self._last.get(wanted, 1)
        while given in self._last:
            count += 1
            given = f"{wanted}#{count}"
        self._last[wanted] = count
        self._last.setdefault(given, 1)
        return given


def original_id(translation_id: str) -> str:
    """The id of an original that stands in the same row or unit as its translation."""
    return f"{translation_id}#original"


@overload
def unique(item: Pair | Skipped | Remark, ids: Ids) -> Pair | Skipped | Remark: ...
@overload
def unique(item: Item, ids: Ids) -> Item: ...
def unique(item: Item, ids: Ids) -> Item:
    """`item` with a translation id of its own, and nothing that can't be written.

    An original that was named by its path may serve several pairs.
    """
    if isinstance(item, Remark):
        return Remark(legible(item.input), legible(item.text))
    if isinstance(item, Skipped):
        return Skipped(legible(item.input), legible(item.reason), item.cause)
    if isinstance(item, Document):
        return replace(item, id=ids.give(item.id))
    translation = replace(item.translation, id=ids.give(item.translation.id))
    original = item.original
    if original is not None and original.id == original_id(item.translation.id):
        original = replace(original, id=original_id(translation.id))
    return Pair(translation, original)
