"""CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest

from mtaudit.model import Report
from mtaudit.rendering.csv import COLUMNS, CsvRenderer
from mtaudit.rendering.interface import GateView

from . import building


def rows(report: Report, gate: GateView | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(CsvRenderer().render(report, gate))))


def test_a_row_a_document_a_finding_and_a_skipped_input(any_report: Report) -> None:
    """Nothing is missing and nothing is there twice; every row has all the columns."""
    found = rows(any_report)
    assert [r["row"] for r in found].count("document") == len(any_report.documents)
    assert [r["row"] for r in found].count("finding") == sum(len(d.findings) for d in any_report.documents)
    assert [r["row"] for r in found].count("skipped") == len(any_report.skipped)
    assert all(tuple(r) == COLUMNS for r in found)


def test_what_a_finding_says(envoy: Report) -> None:
    """Place, wording and mend of a finding, scores and counts of its document."""
    document, first = rows(envoy)[:2]
    assert (document["overall"], document["critical_findings"], document["fails"]) == ("48.25", "3", "yes")
    assert (first["rule"], first["line"], first["column"], first["places"]) == ("ENT101", "3", "15", "2")
    assert (first["text"], first["suggestion"]) == ("Stefan Witkopf", "Stefan Wittkopp")


def test_no_cell_is_a_formula(full: Report) -> None:
    """Cells of articles that begin like one begin with an apostrophe; so do those that hide it behind a space."""
    found = rows(full)
    cells = [value for row in found for value in row.values()]
    assert not [c for c in cells if c.lstrip()[:1] in {"=", "+", "-", "@", "|", "%", "\t", "\r"} and c]
    assert any(c.startswith("'=cmd|") for c in cells)


def test_numbers_stay_numbers(envoy: Report) -> None:
    """Scores can be computed with."""
    assert float(rows(envoy)[0]["quote"]) == pytest.approx(40.5)


def test_the_gate_decides_who_fails() -> None:
    """The column `fails` follows the gate where there is one."""
    report = building.report((building.envoy(), building.clean()))
    found = [r for r in rows(report, GateView(False, {"clean": ("too short",)})) if r["row"] == "document"]
    assert [r["fails"] for r in found] == ["no", "yes"]
