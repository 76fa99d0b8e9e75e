"""Comparisons of several systems in every format."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
from rich.cells import cell_len

from mtaudit.compare import Systems, compare_systems
from mtaudit.rendering.comparison import render_comparison
from mtaudit.rendering.several import letter

from . import building

NAMES = ("<b>opus</b> | x", "nllb", "argos")


def system(*scores: float) -> list[building.DocumentReport]:
    return [
        building.document(
            f"d{n}",
            f"Judul {n}\n\nSatu.",
            scores=building.Scores(score, 100.0, 100.0, 100.0, None, 100.0),
            findings=(building.finding(f"Judul {n}\n\nSatu.", "SUR501", "major", "odd spacing", "Satu"),)
            * (score < 60),
        )
        for n, score in enumerate(scores)
    ]


@pytest.fixture(scope="module")
def found() -> Systems:
    """nllb is better than both; the third has a document more."""
    reports = [system(50, 61, 70, 55, 64), system(80, 90, 95, 84, 91), system(52, 60, 71, 54, 64, 70)]
    return compare_systems([building.report(documents) for documents in reports], NAMES)


def test_the_terminal_has_a_table_the_pairs_and_the_documents(found: Systems) -> None:
    """The best system is A; who is surely worse has a star; at 60 and at 80 columns."""
    text = render_comparison(found)
    lines = text.splitlines()
    assert lines[:4] == [
        "A nllb (5 documents)",
        "B argos (6 documents)",
        "C <b>opus</b> | x (5 documents)",
        "5 documents in all of them",
    ]
    assert re.search(r"^overall +88\.00 +60\.20\* +60\.00\*$", text, re.MULTILINE)
    assert re.search(r"^findings +0\.00 +0\.40 +0\.40$", text, re.MULTILINE)
    assert re.search(r"^  A over C  \+28\.00 \(\+\d.*\)  p = 0\.\d{3}$", text, re.MULTILINE)
    assert re.search(r"^  B over C  \+0\.20 .* n\.s\.$", text, re.MULTILINE)
    assert "in B, and not in all: d5" in text
    assert "Not judged of all: adequacy" in text
    first = next(n for n, line in enumerate(lines) if line.startswith("documents that differ most"))
    assert lines[first + 1].split() == ["Judul", "0", "A", "80.0", "B", "52.0", "C", "50.0"]
    for width in (60, 80, 120):
        assert max(map(cell_len, render_comparison(found, width=width).splitlines())) <= width
    assert "\x1b" not in text
    assert re.sub(r"\x1b\[[\d;]*m", "", render_comparison(found, color="always")) == text


def test_more_systems_than_columns_go_on_below() -> None:
    """Each has its column somewhere; A, B ... Z, AA."""
    reports = [building.report(system(*(40.0 + n + i for i in range(3)))) for n in range(30)]
    found = compare_systems(reports, [f"system {n}" for n in range(30)])
    text = render_comparison(found, width=80)
    assert max(map(cell_len, text.splitlines())) <= 80
    heads = [line.split() for line in text.splitlines() if re.fullmatch(r"(?: +[A-Z]{1,2})+", line)]
    assert [name for head in heads for name in head] == [letter(n) for n in range(30)]
    assert letter(26) == "AA"
    assert letter(27) == "AB"


def test_markdown_and_html_keep_hostile_names_as_text(found: Systems) -> None:
    """A row a system, the best in bold; nothing makes a column or markup of itself."""
    text = render_comparison(found, "markdown")
    rows = [line for line in text.splitlines() if line.startswith("| nllb |") and "**88.00**" in line]
    assert len(rows) == 1
    assert "60.00\\*" in text
    assert "<b>" not in text
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert "&lt;b&gt;opus&lt;/b&gt; \\| x" in text
    assert "| Judul 0 | 80.0 | 52.0 | 50.0 | 30.0 |" in table
    page = render_comparison(found, "html")
    assert "<b>opus" not in page
    assert "&lt;b&gt;opus" in page
    assert page.count('class="doc"') == 5
    assert "odd spacing" in page


def test_json_reads_back(found: Systems) -> None:
    """Nothing is lost; the systems stand in the order in which they were given."""
    text = render_comparison(found, "json")
    assert msgspec.json.decode(text, type=Systems) == found
    assert [side["name"] for side in json.loads(text)["systems"]] == list(NAMES)
    assert json.loads(text)["correction"] == "Holm"


def test_nothing_in_common_is_told_in_every_format() -> None:
    """No table, and no fault."""
    nothing = building.report(())
    found = compare_systems([building.report(system(50)), nothing, nothing], NAMES)
    for format_ in ("terminal", "markdown", "html", "json"):
        text = render_comparison(found, format_)  # type: ignore[arg-type]
        assert "d0" in text
        assert "None" not in text
