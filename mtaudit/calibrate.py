"""Thresholds out of a user's own accepted articles: where their scores and counts lie, and what follows from that."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mtaudit.model import Area, Report
from mtaudit.scoring import AREAS

PERCENTILES = (1, 5, 25, 50, 75, 95, 99)
_LET_THROUGH = 95  # per cent of accepted articles that the proposed thresholds let pass, threshold by threshold


@dataclass(frozen=True)
class Calibration:
    """Percentiles of each measure over the articles in which it was judged, and the thresholds proposed from them.

    `unchecked`: in how many articles an area was not judged. `min_score` leaves out areas that too many of them lack.
    """

    documents: int
    percentiles: dict[str, tuple[float, ...]]
    max_critical: int
    max_major: int
    min_score: dict[str, float]
    unchecked: dict[str, int]

    def toml(self) -> str:
        """The proposed thresholds as they stand in mtaudit.toml."""
        scores = "\n".join(f"{area} = {value:g}" for area, value in self.min_score.items())
        counts = f"[gate]\nmax-critical = {self.max_critical}\nmax-major = {self.max_major}\n"
        return f"{counts}\n[gate.min-score]\n{scores}\n" if scores else counts


def percentile(values: Sequence[float], p: float) -> float:
    """Linear interpolation between closest ranks, as numpy's default. `values` must not be empty."""
    ordered = sorted(values)
    at = (len(ordered) - 1) * p / 100
    low, high = math.floor(at), math.ceil(at)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def floor_of(values: Sequence[float]) -> float:
    """The highest score that `_LET_THROUGH` per cent of the articles, rounded up, reach; -inf is a score missed.

    `values` must not be empty.
    """
    ordered = sorted(values)
    return ordered[math.floor((len(ordered) - 1) * (100 - _LET_THROUGH) / 100)]


def calibrate(report: Report) -> Calibration:
    """Percentiles of scores and of findings per document. Raises ValueError where the report has no document."""
    if not report.documents:
        raise ValueError("no document to calibrate on")
    areas: tuple[Area, ...] = ("overall", *AREAS)
    judged: dict[str, list[float]] = {
        a: [s for d in report.documents if (s := getattr(d.scores, a)) is not None] for a in areas
    }
    missed = Counter(item.area for d in report.documents for item in d.not_checked if item.cause != "absent")
    measures = {area: values for area, values in judged.items() if values}
    for severity in ("critical", "major", "minor"):
        measures[f"{severity} findings"] = [
            float(sum(f.severity == severity for f in d.findings)) for d in report.documents
        ]
    rows = {name: tuple(round(percentile(v, p), 2) for p in PERCENTILES) for name, v in measures.items()}
    return Calibration(
        len(report.documents),
        rows,
        math.ceil(percentile(measures["critical findings"], _LET_THROUGH)),
        math.ceil(percentile(measures["major findings"], _LET_THROUGH)),
        _floors({area: [-math.inf] * missed[area] + judged[area] for area in areas}),
        {
            area: len(report.documents) - len(values)
            for area, values in judged.items()
            if len(values) < len(report.documents)
        },
    )


def _floors(scores: Mapping[Area, Sequence[float]]) -> dict[str, float]:
    """The floor of each area that enough articles reach, in whole points."""
    floors = {area: floor_of(values) for area, values in scores.items() if values}
    return {area: math.floor(floor) for area, floor in floors.items() if floor > -math.inf}
