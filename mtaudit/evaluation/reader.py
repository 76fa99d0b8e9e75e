"""How good the reader's probabilities are, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mtaudit.evaluation.bootstrap import Floats, value, weights
from mtaudit.evaluation.placed import Judged
from mtaudit.evaluation.result import Bin, ProbabilityFigures, Value

_BINS = 10


def reader_figures(read: Sequence[Judged]) -> tuple[ProbabilityFigures, ...]:
    """AUC and reliability of p_fault and p_serious over the documents that carry word_faults; () where none does.

    A word is positive where it touches a fault, or a serious one; one that touches only faults which could not be seen
    without an original is left out, and so is something missing, which is in no word.
    """
    rows = [row for number, judged in enumerate(read) for row in _rows(number, judged)]
    if not rows:
        return ()
    number, p_fault, p_serious, fault, serious = np.array(rows, dtype=np.float64).T
    place = number.astype(np.int64)
    return (
        _figures("p_fault", p_fault, fault > 0, place, len(read)),
        _figures("p_serious", p_serious, serious > 0, place, len(read)),
    )


def _rows(number: int, judged: Judged) -> list[tuple[int, float, float, bool, bool]]:
    """For each word: number of the document, both probabilities, whether it is in a fault and in a serious one."""
    present = [fault for fault in judged.faults if not fault.missing]
    rows = []
    for word in judged.probabilities:
        own = [fault for fault in present if fault.touches(word.start, word.end)]
        visible = [fault for fault in own if judged.counted(fault)]
        if visible or not own:
            rows.append((number, word.p_fault, word.p_serious, bool(visible), any(f.serious for f in visible)))
    return rows


def _figures(
    name: Literal["p_fault", "p_serious"],
    p: Floats,
    positive: NDArray[np.bool_],
    place: NDArray[np.int64],
    documents: int,
) -> ProbabilityFigures:
    slot = np.minimum((p * _BINS).astype(np.int64), _BINS - 1)
    bins = []
    for k in range(_BINS):
        here = slot == k
        count = int(here.sum())
        predicted = round(float(p[here].mean()), 4) if count else None
        seen = round(float(positive[here].mean()), 4) if count else None
        bins.append(Bin(k / _BINS, (k + 1) / _BINS, count, predicted, seen))
    return ProbabilityFigures(name, len(p), int(positive.sum()), _auc(p, positive, place, documents), tuple(bins))


def _auc(p: Floats, positive: NDArray[np.bool_], place: NDArray[np.int64], documents: int) -> Value:
    """How often a positive word has a higher probability than a negative one, a tie counting half."""
    if positive.all() or not positive.any():
        return Value(None)
    rank = np.unique(p, return_inverse=True)[1]
    size = int(rank.max()) + 1

    def area(weight: Floats) -> float:
        high = np.bincount(rank[positive], weight[positive], size)
        low = np.bincount(rank[~positive], weight[~positive], size)
        pairs = high.sum() * low.sum()
        return float((high * (np.cumsum(low) - low / 2)).sum() / pairs) if pairs else float("nan")

    resampled = np.array([area(drawn[place]) for drawn in weights(documents)]) if documents > 1 else None
    return value(area(np.ones(len(p))), resampled)
