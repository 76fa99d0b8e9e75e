"""What became of one name in one window, and of each of its words: what the checks look at and what they return."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from mtaudit.model import EntityStatus, EntityType
from mtaudit.names.gazetteer import Entry
from mtaudit.names.window import Window, Word

Kind = Literal["same", "damaged", "accepted", "translated", "lost"]


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name and the target words (indices) that stand for it."""

    at: int  # index in window.source
    word: Word
    kind: Kind
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """`span`: first and last index of the target words, None where nothing stands for the name."""

    status: EntityStatus
    span: tuple[int, int] | None
    confidence: float
    road: str | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the evidence for each of its words. `content`: the words that aren't mere function words."""

    text: str
    kind: EntityType
    parts: tuple[Part, ...]
    content: tuple[Part, ...]
    entries: tuple[Entry, ...]  # what the gazetteer and the glossary know under this name


Check = Callable[[Name, Window], Outcome | None]


def together(places: Sequence[int]) -> tuple[int, int] | None:
    """First and last of the longest run of indices without a gap of more than two words."""
    best: list[int] = []
    run: list[int] = []
    for i in places:
        if run and i - run[-1] > 3:
            run = []
        run.append(i)
        if len(run) > len(best):
            best = list(run)
    return (best[0], best[-1]) if best else None


def nearest(parts: Sequence[Part]) -> list[int]:
    """One target place for each part that has any: the one nearest to the place of the part that has fewest."""
    found = [p.places for p in parts if p.places]
    if not found:
        return []
    anchor = min(found, key=len)[0]
    return sorted({min(places, key=lambda i: (abs(i - anchor), i)) for places in found})
