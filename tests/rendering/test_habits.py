"""Slips of one habit are told once to people, and one by one to machines."""

from __future__ import annotations

import msgspec

from mtaudit.model import Finding, Place, Report
from mtaudit.rendering.csv import CsvRenderer
from mtaudit.rendering.habits import told_once
from mtaudit.rendering.markdown import MarkdownRenderer


def gap(start: int, rule: str = "SUR501") -> Finding:
    return Finding(rule, "surface", "minor", "Space beside the hyphen.", start, start + 4, "a - a")


def test_slips_of_a_habit_are_folded_into_the_first() -> None:
    """The first has the others' places and their number; other findings, and one slip alone, stay as they are."""
    name = msgspec.structs.replace(gap(5, "ENT101"), category="entity")
    folded = told_once([gap(0), name, gap(20), msgspec.structs.replace(gap(40), places=(Place(60, 64),)), name])
    assert [(f.rule, f.message) for f in folded] == [
        ("SUR501", "Space beside the hyphen, in 4 places."),
        ("ENT101", name.message),
        ("ENT101", name.message),
    ]
    assert [p.start for p in folded[0].places] == [20, 40, 60]
    assert told_once([gap(0)]) == [gap(0)]


def test_markdown_tells_a_habit_once_and_csv_each_slip(envoy: Report) -> None:
    """A job summary isn't filled with hyphens; whoever works through a table has each of them."""
    (document,) = [d for d in envoy.documents if d.findings]
    slips = (gap(0), gap(10), gap(20))
    report = msgspec.structs.replace(envoy, documents=(msgspec.structs.replace(document, findings=slips),))
    assert MarkdownRenderer().render(report).count("SUR501") == 1
    assert CsvRenderer().render(report).count("SUR501") == 3
