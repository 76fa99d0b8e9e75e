"""Boosted trees: a probability from named features, any of which may be missing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_ROWS = 2048  # that go through the trees together: each takes the room of some numbers a tree


class Trees(msgspec.Struct, frozen=True, dict=True):
    """A sum of decision trees (gradient boosting, Friedman 2001) and the logistic function that makes it a probability.

    All trees are full and of one depth d, so that they lie in tables of trees x nodes: node n asks whether `feature[n]`
    is at most `threshold[n]` and goes on to node 2n + 1 if so, else to 2n + 2; where the feature is missing, to the
    first if `missing_low[n]`. `value` are the 2**d leaves, left to right. The logistic function, 1 / (1 + exp(-(slope *
    sum + offset))), was fitted on predictions for articles that the trees had not seen (Platt 1999).
    """

    features: tuple[str, ...]  # what `feature` numbers
    feature: tuple[tuple[int, ...], ...]
    threshold: tuple[tuple[float, ...], ...]
    missing_low: tuple[tuple[bool, ...], ...]
    value: tuple[tuple[float, ...], ...]
    slope: float = 1.0
    offset: float = 0.0

    @cached_property
    def _tables(self) -> tuple[NDArray[np.intp], Floats, NDArray[np.bool_], Floats]:
        return (
            np.array(self.feature, np.intp),
            np.array(self.threshold, float),
            np.array(self.missing_low, bool),
            np.array(self.value, float),
        )

    def probability(self, names: Sequence[str], matrix: Floats) -> Floats:
        """The probability for each row of `matrix` (rows x names), 0..1. Raises ValueError where a feature lacks."""
        at = {name: i for i, name in enumerate(names)}
        if missing := [name for name in self.features if name not in at]:
            raise ValueError(f"no feature {missing[0]}")
        columns = [at[name] for name in self.features]
        parts = [self._of_rows(matrix[i : i + _ROWS, columns]) for i in range(0, len(matrix), _ROWS)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _of_rows(self, mine: Floats) -> Floats:
        """The same of some rows; `mine` (rows x features) are the features of the trees."""
        feature, threshold, missing_low, value = self._tables
        trees = np.arange(len(feature))[None, :]
        rows = np.arange(len(mine))[:, None]
        node = np.zeros((len(mine), len(feature)), np.intp)
        for _ in range((feature.shape[1] + 1).bit_length() - 1):
            asked = mine[rows, feature[trees, node]]
            low = np.where(np.isnan(asked), missing_low[trees, node], asked <= threshold[trees, node])
            node = 2 * node + 2 - low
        total = value[trees, node - feature.shape[1]].sum(axis=1)
        return np.asarray(1 / (1 + np.exp(-(self.slope * total + self.offset))))
