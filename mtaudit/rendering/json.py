"""JSON (one object) and JSONL (a line a document, written as they come)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from mtaudit.harmless import json_harmless
from mtaudit.model import DocumentReport, Report
from mtaudit.rendering.interface import GateView, Whole


class JsonRenderer(Whole):
    """The report as the contract draws it; `mtaudit report` reads it back."""

    name = "json"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return json_harmless(report.to_json())


class JsonlRenderer:
    """A line a document, in the shape of the JSON report's `documents`. Skipped inputs have no line."""

    name = "jsonl"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return "".join(self.chunks(report, gate))

    def chunks(self, report: Report, gate: GateView | None = None) -> Iterator[str]:
        return self.stream(report.documents, report.word_faults_asked)

    @staticmethod
    def stream(documents: Iterable[DocumentReport], word_faults: bool = False) -> Iterator[str]:
        """A line for each document as soon as it is there: nothing is held back."""
        return (line(document, word_faults) for document in documents)


def line(document: DocumentReport, word_faults: bool = False) -> str:
    """One document as one line of JSON, with its line feed; its `word_faults` only where they were asked for."""
    return json_harmless(msgspec.json.encode(document.written(word_faults)).decode()) + "\n"
