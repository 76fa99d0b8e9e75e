"""What probabilities are worth: recall and precision of stretches, areas under curves, alarms on human text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from gold import HUMAN, Fault, Gold
from numpy.typing import NDArray
from table import ALL, Table

Floats = NDArray[np.float64]
Rows = NDArray[np.bool_]
LEAST_STRETCHES = 20  # behind a precision


@dataclass(frozen=True, slots=True)
class Told:
    """What a threshold tells. `found` of `serious` faults; `right` on any fault and `right_serious` of `stretches`."""

    threshold: float
    stretches: int
    right: int
    right_serious: int
    serious: int
    found: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.stretches)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.serious)


def joined(table: Table, rows: Rows) -> dict[tuple[int, str], list[tuple[int, int]]]:
    """Stretches of neighbouring words (a blank between them at most) by sentence and system."""
    found: defaultdict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for i in np.flatnonzero(rows):
        own = found[int(table.sentence[i]), ALL[table.system[i]]]
        if own and table.start[i] - own[-1][1] <= 1:
            own[-1] = (own[-1][0], int(table.end[i]))
        else:
            own.append((int(table.start[i]), int(table.end[i])))
    return found


def told(table: Table, gold: Gold, p: Floats, threshold: float, rows: Rows, alone: bool = False) -> Told:
    """Stretches at or above a threshold, held against the faults of the read versions among `rows`.

    Alone, a fault that shows only beside the original is none to be found, but a stretch on it is right all the same.
    """
    stretches = joined(table, rows & (p >= threshold))
    read = {(int(s), ALL[k]) for s, k in zip(table.sentence[rows], table.system[rows], strict=True)}
    faults = {key: [f for f in gold.faults.get(key, ()) if f.start >= 0] for key in read}
    own = [(key, stretch) for key, found in stretches.items() for stretch in found]
    hits = [[f for f in faults[key] if _touch(f, stretch)] for key, stretch in own]
    wanted = [(key, f) for key, found in faults.items() for f in found if f.severity > 1 and (f.alone or not alone)]
    return Told(
        threshold,
        len(own),
        sum(bool(hit) for hit in hits),
        sum(any(f.severity > 1 for f in hit) for hit in hits),
        len(wanted),
        sum(any(_touch(f, stretch) for stretch in stretches.get(key, ())) for key, f in wanted),
    )


def _touch(fault: Fault, stretch: tuple[int, int]) -> bool:
    return fault.start < stretch[1] and stretch[0] < fault.end


def per_1000(table: Table, p: Floats, threshold: float, rows: Rows) -> float:
    """Stretches per 1,000 words of the given rows."""
    return 1000 * sum(map(len, joined(table, rows & (p >= threshold)).values())) / max(1, int(rows.sum()))


def auc(low: Floats, high: Floats) -> float:
    """How often a value of `high` is above one of `low`; a tie counts half."""
    both = np.concatenate([low, high])
    _, inverse, counts = np.unique(both, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return float((ranks[len(low) :].sum() - len(high) * (len(high) + 1) / 2) / (len(low) * len(high)))


def threshold_for(
    table: Table, gold: Gold, p: Floats, rows: Rows, precision: float, alone: bool, human: Rows, most: float
) -> float | None:
    """The least threshold (in hundredths) from which on stretches are right in `precision`, with at most `most` of them
    per 1,000 words of human text; None where none is, with LEAST_STRETCHES behind it."""
    best = None
    for hundredths in range(99, 4, -1):
        threshold = hundredths / 100
        found = told(table, gold, p, threshold, rows, alone)
        if found.stretches < LEAST_STRETCHES:
            continue
        if per_1000(table, p, threshold, human) > most:
            break
        if found.precision >= precision:
            best = threshold
    return best


def reliability(p: Floats, seen: Floats, edges: Sequence[float]) -> Iterator[tuple[float, float, int]]:
    """(mean predicted, share seen, number) of the probabilities between each two edges."""
    for low, high in pairwise(edges):
        own = (p >= low) & (p < high)
        if own.any():
            yield float(p[own].mean()), float(seen[own].mean()), int(own.sum())


def is_human(table: Table) -> Rows:
    return table.system == ALL.index(HUMAN)
