"""The metrics of a run as figures with their intervals."""

from __future__ import annotations

from mtaudit.interface import _, number
from mtaudit.model import MetricName, Report


def figures(report: Report) -> list[tuple[MetricName, str, str]]:
    """Metric, figure over the run with its 95 % interval if there is one, signature ("" if unknown); by name."""
    intervals, signatures = report.summary.intervals, report.run.metric_signatures
    found = []
    for name, value in sorted(report.summary.metrics.items()):
        # COMET lies between 0 and 1, the others between 0 and 100.
        digits = 4 if name == "comet" else 1
        figure = number(value, f".{digits}f")
        if name in intervals:
            low, high = (number(bound, f".{digits}f") for bound in (intervals[name].low, intervals[name].high))
            figure += f" ({_('95 %: {low} to {high}').format(low=low, high=high)})"
        found.append((name, figure, signatures.get(name, "")))
    return found
