"""JSON (one object) and JSONL (a line a document, written as they come)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from mtaudit.model import DocumentReport, Report
from mtaudit.rendering.interface import GateView, Whole


class JsonRenderer(Whole):
    """The report as the contract draws it; `mtaudit report` reads it back."""

    name = "json"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return report.to_json()


class JsonlRenderer:
    """A line a document, in the shape of the JSON report's `documents`. Skipped inputs have no line."""

    name = "jsonl"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return "".join(self.chunks(report, gate))

    def chunks(self, report: Report, gate: GateView | None = None) -> Iterator[str]:
        return self.stream(report.documents)

    @staticmethod
    def stream(documents: Iterable[DocumentReport]) -> Iterator[str]:
        """A line for each document as soon as it is there: nothing is held back."""
        return (line(document) for document in documents)


def line(document: DocumentReport) -> str:
    """One document as one line of JSON, with its line feed."""
    return msgspec.json.encode(document).decode() + "\n"
