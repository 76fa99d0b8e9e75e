"""Columns of features made of other columns: the words before and behind, means over sentences and windows."""

from __future__ import annotations

from math import nan

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Rows = NDArray[np.int_]


def shifted(values: Column, rows: Rows, by: int) -> Column:
    """The value of the word `by` places before, NaN at the edge of a sentence; `rows`: each word's sentence."""
    found = np.full(len(values), nan)
    if by > 0:
        same = rows[by:] == rows[:-by]
        found[by:] = np.where(same, values[:-by], nan)
    else:
        same = rows[:by] == rows[-by:]
        found[:by] = np.where(same, values[-by:], nan)
    return found


def mean_of(values: Column, groups: Rows) -> Column:
    """The mean over each word's group, of the values that are there."""
    there = ~np.isnan(values)
    number = np.bincount(groups, there)
    total = np.bincount(groups, np.where(there, values, 0.0))
    return np.asarray((total / np.where(number > 0, number, nan))[groups])


def window(values: Column, rows: Rows) -> Column:
    """The mean over each word and two on either side in its sentence, of the values that are there."""
    stacked = np.stack([values, *(shifted(values, rows, by) for by in (-2, -1, 1, 2))])
    there = ~np.isnan(stacked)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.where(there, stacked, 0).sum(0) / there.sum(0))
