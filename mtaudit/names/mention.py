"""Where a text names something, and a verdict on that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mtaudit.model import EntityStatus, EntityType, EntityVerdict, Place


@dataclass(frozen=True, slots=True)
class Mention:
    """`text == document_text[start:end]`, without titles, possessives and clitics around it."""

    start: int
    end: int
    text: str
    type: EntityType
    confidence: float  # 0..1: that this is a name at all


def placed(
    text: str, places: Sequence[Place], kind: EntityType, status: EntityStatus, confidence: float, **more: Any
) -> EntityVerdict:
    """A verdict on a name that stands in these places of `text`, told by the first; `more`: its other fields."""
    first = places[0] if places else None
    return EntityVerdict(
        **{"original": None, **more},
        type=kind,
        status=status,
        found=text[first.start : first.end] if first else None,
        start=first.start if first else None,
        end=first.end if first else None,
        confidence=round(confidence, 3),
        places=tuple(dict.fromkeys(places)),
    )
