"""How sure a difference of means over documents is.

Paired bootstrap resampling over documents (Koehn 2004, "Statistical Significance Tests for Machine Translation
Evaluation"); the p-value is that of the shifted resamples (Riezler & Maxwell 2005), as in sacrebleu. Where several
pairs of systems are compared, Holm's step-down correction (Holm 1979, "A simple sequentially rejective multiple test
procedure") keeps the chance of a single false alarm among them at that of one test.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

RESAMPLES = 1000  # sacrebleu's default
SEED = 12345  # sacrebleu's default
SIGNIFICANT = 0.05
_AT_ONCE = 1000  # resamples that are held in memory together
_SAME = 1e-12  # differences of means that rounding alone makes

Figures = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sure:
    """`low`..`high`: 95 % interval of a mean difference; `wins`: share of the resamples that are better."""

    low: float
    high: float
    wins: float
    p_value: float


def resampled(columns: Sequence[Figures], resamples: int = RESAMPLES, seed: int = SEED) -> list[Figures]:
    """The means of each column in each resample of its rows; the columns are as long, and have the same rows drawn."""
    rows = len(columns[0])
    generator = np.random.default_rng(seed)
    parts: list[list[Figures]] = [[] for _ in columns]
    for begin in range(0, resamples, _AT_ONCE):
        drawn = generator.integers(0, rows, size=(min(_AT_ONCE, resamples - begin), rows))
        for part, column in zip(parts, columns, strict=True):
            part.append(column[drawn].mean(axis=1))
    return [np.concatenate(part) for part in parts]


def interval(means: Figures) -> tuple[float, float]:
    """The 95 % interval of resampled means."""
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)


def sure(differences: Figures, observed: float, better: int) -> Sure:
    """How sure a mean difference `observed` is, by resampled ones. `better`: 1 where more is better, else -1."""
    wins = float((better * differences > 0).mean())
    at_least = np.abs(differences - differences.mean()) >= abs(observed) - _SAME
    p_value = float((at_least.sum() + 1) / (len(differences) + 1)) if observed else 1.0
    return Sure(*interval(differences), wins, p_value)


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's adjusted p-values, in the order given: the smallest of m times m, the next times m - 1 ..., none below one
    before it, none above 1."""
    adjusted = [1.0] * len(p_values)
    reached = 0.0
    for done, place in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        reached = max(reached, min(1.0, (len(p_values) - done) * p_values[place]))
        adjusted[place] = reached
    return adjusted
