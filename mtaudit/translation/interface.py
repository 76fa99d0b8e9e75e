"""What a translation model is, in either direction: Indonesian into English (back-translation) and English into
Indonesian (second translation). The only one shipped is Argos Translate's; another engine is one more file here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from mtaudit.model import ModelInfo

Progress = Callable[[int], None]  # called with the number of lines finished since the last call


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translated line. `score` is the mean log-probability per target token (<= 0); `others` are the next best
    hypotheses of the beam, best first, where more than one was asked for."""

    text: str
    score: float
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForcedScore:
    """How likely a model finds a given target. `tokens`: its SentencePiece pieces (`▁` begins a word) and the end of
    the sentence; `log_probs`: natural logarithms, one a token, each given the source and the tokens before it."""

    tokens: tuple[str, ...]
    log_probs: tuple[float, ...]

    @property
    def mean(self) -> float:
        """Mean log-probability per token (<= 0)."""
        return round(sum(self.log_probs) / max(1, len(self.log_probs)), 3)


class TranslationModel(Protocol):
    """Translates and scores lines. Implementations load their model at the first call, not before.

    Nothing is sampled: the same lines give the same hypotheses, whatever the batches and the number of workers.
    """

    @property
    def info(self) -> ModelInfo:
        """Name, version and SHA-256 of the package, for the report."""
        ...

    def translate(self, lines: Sequence[str], progress: Progress | None = None, best: int = 1) -> list[Hypothesis]:
        """One hypothesis a line, in order, with `best` - 1 others; a blank line gives a blank one with score 0."""
        ...

    def score(self, pairs: Sequence[tuple[str, str]], progress: Progress | None = None) -> list[ForcedScore]:
        """The forced score of each (source, target) pair.

        An empty source asks how likely the target is on its own; raises PackageError where the model was not trained
        to tell.
        """
        ...
