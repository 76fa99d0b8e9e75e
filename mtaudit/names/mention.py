"""One place where a text names something."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.model import EntityType


@dataclass(frozen=True, slots=True)
class Mention:
    """`text == document_text[start:end]`, without titles, possessives and clitics around it."""

    start: int
    end: int
    text: str
    type: EntityType
    confidence: float  # 0..1: that this is a name at all
