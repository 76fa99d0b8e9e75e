"""CSV: one row a document and one a finding, told apart by the first column; safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from mtaudit.harmless import harmless
from mtaudit.model import SEVERITIES, DocumentReport, Report, Scores, Severity
from mtaudit.places import anchor, line_and_column, worst_first
from mtaudit.rendering.interface import GateView, reasons

_AREAS = Scores.__struct_fields__
_COUNTS: dict[Severity, str] = {severity: f"{severity}_findings" for severity in SEVERITIES}
_OF_FINDING: tuple[str, ...] = (
    "rule",
    "category",
    "severity",
    "message",
    "start",
    "end",
    "text",
    "original",
    "suggestion",
)
_OF_FINDING += ("confidence", "evidence", "fingerprint", "anchor")
COLUMNS = (
    *("row", "document", "input", "title", "system"),
    *("words", *_AREAS, *_COUNTS.values(), "not_checked", "basis", "original_id", "original_kind", "fails"),
    *(*_OF_FINDING, "line", "column", "places"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


class CsvRenderer:
    """Comma-separated, UTF-8 without a byte order mark, line feeds, a header line.

    The column `row` says `document`, `finding` or `skipped` (then `message` gives the reason). A cell that a
    spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV Injection").
    """

    name = "csv"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        return "".join(self.chunks(report, gate))

    def chunks(self, report: Report, gate: GateView | None = None) -> Iterator[str]:
        yield ",".join(COLUMNS) + "\n"
        for document in report.documents:
            yield _rows([_document(document, gate), *_findings(document)])
        for skipped in report.skipped:
            yield _rows([{"row": "skipped", "input": skipped.input, "message": skipped.reason}])


def _rows(rows: list[dict[str, object]]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, restval="", lineterminator="\n")
    for row in rows:
        writer.writerow({key: _cell(value) for key, value in row.items()})
    return buffer.getvalue()


def _cell(value: object) -> object:
    """A number as it is, nothing as "", text that no spreadsheet computes."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = harmless(value)
    return "'" + text if text.lstrip(" \u00a0").startswith(_FORMULA) else text


def _shared(kind: str, document: DocumentReport) -> dict[str, object]:
    return {
        "row": kind,
        "document": document.id,
        "input": document.input,
        "title": document.title,
        "system": document.system,
    }


def _document(document: DocumentReport, gate: GateView | None) -> dict[str, object]:
    return {
        **_shared("document", document),
        "words": document.words,
        **{area: getattr(document.scores, area) for area in _AREAS},
        **{name: sum(f.severity == severity for f in document.findings) for severity, name in _COUNTS.items()},
        "not_checked": "; ".join(f"{item.area}: {item.reason}" for item in document.not_checked) or None,
        "basis": document.basis,
        "original_id": document.original.id if document.original else None,
        "original_kind": document.original.kind if document.original else None,
        "fails": "yes" if reasons(document, gate) else "no",
    }


def _findings(document: DocumentReport) -> Iterator[dict[str, object]]:
    for finding in worst_first(document.findings):
        line, column = line_and_column(document, anchor(document, finding)[0])
        yield {
            **_shared("finding", document),
            **{name: getattr(finding, name) for name in _OF_FINDING},
            "line": line,
            "column": column,
            "places": len(finding.places) + (finding.start is not None),
        }
