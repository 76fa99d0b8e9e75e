"""Metrics of the back-translation against the original: numbers beside the findings, never instead of them."""
