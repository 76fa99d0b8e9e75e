"""Figures over documents with bootstrap intervals (Koehn 2004): whole documents are drawn, with a fixed seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from mtaudit.compare.significance import RESAMPLES, SEED
from mtaudit.evaluation.result import Share, Value

Floats = NDArray[np.float64]
Tally = Counter[Hashable]


def weights(documents: int) -> Floats:
    """How often each document is drawn in each resample: resamples x documents. The same for the same number."""
    if not documents:
        return np.zeros((RESAMPLES, 0))
    drawn = np.random.default_rng(SEED).multinomial(documents, np.full(documents, 1 / documents), RESAMPLES)
    return drawn.astype(np.float64)


class Sample:
    """Tallies of documents, summed over all of them and over each resample."""

    def __init__(self, tallies: Sequence[Tally]) -> None:
        self.tallies = tallies
        self._weights = weights(len(tallies))

    def count(self, key: Hashable) -> int:
        return sum(tally[key] for tally in self.tallies)

    def figure(self, formula: Callable[..., Floats], *keys: Hashable, factor: float = 1.0) -> Value:
        """`formula` of the sums of `keys`, arrays of one length; where it gives nan there is no figure."""
        columns = np.array([[tally[key] for tally in self.tallies] for key in keys], dtype=np.float64)
        columns = columns.reshape(len(keys), len(self.tallies))
        with np.errstate(invalid="ignore", divide="ignore"):
            whole = formula(*columns.sum(axis=1, keepdims=True)) * factor
            resampled = formula(*(self._weights @ column for column in columns)) * factor
        behind = int((columns != 0).any(axis=0).sum())  # documents that have a part in the figure
        return value(float(whole[0]), resampled if behind > 1 else None)

    def share(self, hits: Hashable, of: Hashable) -> Share:
        found = self.figure(ratio, hits, of)
        return Share(self.count(hits), self.count(of), found.value, found.low, found.high)


def value(whole: float, resampled: Floats | None) -> Value:
    """A figure and the middle 95 % of what the resamples give, those without a figure left out."""
    if np.isnan(whole):
        return Value(None)
    kept = resampled[~np.isnan(resampled)] if resampled is not None else np.empty(0)
    if not len(kept):
        return Value(round(float(whole), 4))
    low, high = np.percentile(kept, [2.5, 97.5])
    return Value(round(float(whole), 4), round(float(low), 4), round(float(high), 4))


def ratio(hits: Floats, of: Floats) -> Floats:
    return hits / of


def f1(tp: Floats, fp: Floats, fn: Floats, tn: Floats) -> Floats:
    """Harmonic mean of precision and recall; nan where there is no positive at all, neither true nor told."""
    return 2 * tp / (2 * tp + fp + fn)


def mcc(tp: Floats, fp: Floats, fn: Floats, tn: Floats) -> Floats:
    """Matthews' correlation coefficient; nan where a row or column of the table is empty."""
    found: Floats = (tp * tn - fp * fn) / np.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return found
