"""Comparisons in every format."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from rich.cells import cell_len

from mtaudit.compare import Comparison, compare
from mtaudit.errors import UsageError
from mtaudit.rendering.comparison import comparison_format, render_comparison, write_comparison

from . import building


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """The full report against one in which the envoy article got better and the hostile one worse."""
    before = building.full_report()
    documents = [
        msgspec.structs.replace(
            d,
            findings=d.findings[3:] if d.id == "envoy" else d.findings,
            scores=msgspec.structs.replace(
                d.scores,
                overall=None if d.scores.overall is None else d.scores.overall + (20 if d.id == "envoy" else -2),
            ),
        )
        for d in before.documents
    ]
    return compare(before, building.report(documents), names=("kemarin.json", "hari <ini>.json"))


def test_the_terminal_tells_what_got_worse_and_better(comparison: Comparison) -> None:
    """Means with intervals, then the documents; 80 columns."""
    text = render_comparison(comparison)
    assert "findings: 3 gone, 0 new, 9 still there" in text
    assert text.index("worse:") < text.index("better:") < text.index("48.2 →  68.2 (+20.0)")
    assert max(map(cell_len, text.splitlines())) <= 80
    assert "\x1b" not in text


def test_what_was_not_judged_on_both_sides_is_said(comparison: Comparison) -> None:
    """Means are over the other documents; an area that no document has on both sides has no row."""
    text = " ".join(render_comparison(comparison).split())
    assert "Means over those judged on both sides: overall in 4 of 5" in text
    bare = building.report((building.clean(),))
    assert "Not judged on both sides: overall, names, quotations, numbers, adequacy" in render_comparison(
        compare(bare, bare), "markdown"
    )
    assert "None" not in render_comparison(compare(bare, bare), "html") + render_comparison(compare(bare, bare))


def test_json_reads_back(comparison: Comparison) -> None:
    """Nothing is lost."""
    assert msgspec.json.decode(render_comparison(comparison, "json"), type=Comparison) == comparison
    assert json.loads(comparison.to_json())["findings"] == {"gone": 3, "new": 0, "still": 9}


def test_markdown_and_html_keep_hostile_text_as_text(comparison: Comparison) -> None:
    """No markup comes out of an article or a file name."""
    assert "<script>alert" not in render_comparison(comparison, "markdown")
    page = render_comparison(comparison, "html")
    assert "<script>alert" not in page
    assert "hari &lt;ini&gt;.json" in page
    assert "Stefan Witkopf" in page


@pytest.mark.parametrize(("name", "format_"), [("d.html", "html"), ("d.json", "json"), ("d.md", "markdown")])
def test_the_name_tells_the_format(comparison: Comparison, tmp_path: Path, name: str, format_: str) -> None:
    """As for reports."""
    assert comparison_format(name) == format_
    write_comparison(comparison, [str(tmp_path / "deep" / name)])
    assert (tmp_path / "deep" / name).read_text(encoding="utf-8").endswith("\n")


def test_other_names_are_wrong_usage(comparison: Comparison, tmp_path: Path) -> None:
    """And nothing is written."""
    with pytest.raises(UsageError, match=r"\*\.html"):
        write_comparison(comparison, [str(tmp_path / "a.html"), str(tmp_path / "b.sarif")])
    assert list(tmp_path.iterdir()) == []
