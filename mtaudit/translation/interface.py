"""What a back-translator is. The only one shipped is Argos Translate's; another engine is one more file here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from mtaudit.model import BackTranslatorInfo

Progress = Callable[[int], None]  # called with the number of lines finished since the last call


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translated line. `score` is the mean log-probability per target token (<= 0)."""

    text: str
    score: float


class TranslationModel(Protocol):
    """Translates and scores lines. Implementations load their model at the first call, not before."""

    @property
    def info(self) -> BackTranslatorInfo:
        """Name, version and SHA-256 of the package, for the report."""
        ...

    def translate(self, lines: Sequence[str], progress: Progress | None = None) -> list[Hypothesis]:
        """One hypothesis a line, in order; a blank line gives a blank hypothesis with score 0."""
        ...

    def score(self, pairs: Sequence[tuple[str, str]], progress: Progress | None = None) -> list[float]:
        """Mean log-probability per token of the English given the Indonesian, for each (Indonesian, English) pair."""
        ...
