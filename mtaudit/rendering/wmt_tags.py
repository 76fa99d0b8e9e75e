"""WMT word-level quality estimation tags: a line a segment, `OK` or `BAD` for every word that blanks part."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.errors import ReportError
from mtaudit.evaluation.tags import tag_line
from mtaudit.model import Report
from mtaudit.rendering.interface import GateView

LEAST = 0.5  # p_fault from which on a word is BAD, where the run's `[reader] fault` doesn't say


class WmtTagsRenderer:
    """The lines of all documents one below the other, in the order of the report, as `mtaudit evaluate` reads them.

    Raises ReportError where a document with words has no `word_faults`: what nothing estimates is not OK.
    """

    name = "wmt-tags"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return "".join(self.chunks(report, gate))

    def chunks(self, report: Report, gate: GateView | None = None) -> Iterator[str]:
        judged = [document for document in report.documents if document.words]
        without = [document.id for document in judged if not document.word_faults]
        if without:
            which = "the report" if len(without) == len(judged) else repr(without[0])
            raise ReportError(f"no word tags: {which} carries no word_faults: audit again with --word-faults")
        fault = report.run.config.get("reader", {}).get("fault")
        least = LEAST if fault is None else float(fault)
        for document in report.documents:
            for segment in document.segments:
                yield tag_line(segment, document.word_faults, least) + "\n"
