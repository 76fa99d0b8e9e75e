"""The metrics of a run as figures with their intervals."""

from __future__ import annotations

from mtaudit.model import MetricName, Report


def figures(report: Report) -> list[tuple[MetricName, str, str]]:
    """Metric, figure over the run with its 95 % interval if there is one, signature ("" if unknown); by name."""
    intervals, signatures = report.summary.intervals, report.run.metric_signatures
    found = []
    for name, value in sorted(report.summary.metrics.items()):
        # COMET lies between 0 and 1, the others between 0 and 100.
        digits = 4 if name == "comet" else 1
        figure = f"{value:.{digits}f}"
        if name in intervals:
            figure += f" (95 %: {intervals[name].low:.{digits}f} to {intervals[name].high:.{digits}f})"
        found.append((name, figure, signatures.get(name, "")))
    return found
