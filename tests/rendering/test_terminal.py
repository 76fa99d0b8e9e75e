"""The terminal report, as somebody reads it in a window, in a file and in a log."""

from __future__ import annotations

import re
import unicodedata

import pytest
from rich.cells import cell_len

from mtaudit.model import Report
from mtaudit.rendering.interface import GateView
from mtaudit.rendering.terminal import render_terminal

from . import building


def plain(report: Report, **options: object) -> str:
    return render_terminal(report, color="never", **{"width": 80, **options})  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_report_keeps_to_the_width(full: Report, width: int) -> None:
    """No line is wider than the window, but for skipped inputs, which are one line each to be searched for."""
    lines = [line for line in plain(full, width=width).splitlines() if ": skipped: " not in line]
    assert max(map(cell_len, lines)) <= width


def test_the_wrong_stretch_is_marked_without_colour(envoy: Report) -> None:
    """Both wordings stand one above the other, the stretch in brackets."""
    text = plain(envoy)
    assert "Utusan Khusus ⟦Stefan Witkopf⟧ mengatakan" in text
    assert "Special Envoy ⟦Stefan Wittkopp⟧ said" in text


def test_findings_come_worst_first_with_place_and_mend(envoy: Report) -> None:
    """Severity, rule, line and column, suggestion and further places are all there."""
    text = plain(envoy)
    heads = re.findall(r"^  (?:near )?(\d+:\d+) +(CRITICAL|MAJOR|MINOR) (\w+)", text, re.M)
    assert [h[1] for h in heads] == ["CRITICAL"] * 3 + ["MAJOR"] * 4 + ["MINOR"] * 2
    assert heads[0] == ("3:15", "CRITICAL", "ENT101")
    assert "try      Stefan Wittkopp" in text
    assert "also at  4:38" in text


def test_every_document_stands_in_the_table_with_its_scores(full: Report) -> None:
    """Also those without findings."""
    table = plain(full, width=120).split("\n\n")[0]
    for document in full.documents:
        if document.scores.overall is not None:
            assert f"{document.scores.overall:.1f}" in table
    (clean,) = [row for row in table.splitlines() if row.startswith("Hujan turun")]
    assert clean.split()[2:8] == [*["–"] * 5, "100.0"]
    (means,) = [row for row in table.splitlines() if row.startswith("mean, and total")]
    assert means.split()[3] == "62.1"


def test_what_was_not_checked_is_said_with_the_reason(full: Report) -> None:
    """Below the table, each reason once, with the number of documents; nothing where all was judged."""
    text = plain(full, width=120)
    assert re.search(r"^not checked \(–\) adequacy \(2 of 5 documents\): no original to compare with$", text, re.M)
    assert re.search(r"^ +overall \(1 of 5 documents\): fewer than 30 words and no original$", text, re.M)
    assert "not checked" not in plain(building.report((building.envoy(),)))


def test_metrics_stand_below_the_table_with_interval_and_signature(full: Report) -> None:
    """What `--confidence` asked for is seen, and how to get the figure again."""
    (told,) = [line for line in plain(full, width=160).splitlines() if line.startswith("bleu ")]
    assert f"bleu {full.summary.metrics['bleu']:.1f} (95 %: 29.0 to 33.5)" in told
    assert full.run.metric_signatures["bleu"] in told


@pytest.mark.parametrize("style", ["full", "concise"])
def test_nothing_in_an_article_reaches_the_terminal_as_control(full: Report, style: str) -> None:
    """Escape sequences and direction overrides are shown, not obeyed."""
    text = plain(full, style=style)
    bad = {c for c in text if unicodedata.category(c) in {"Cc", "Cf"}} - {"\n"}
    assert not bad
    assert "␛[31m" in text
    assert "‹U+202E›" in text


def test_concise_is_one_line_a_finding(envoy: Report) -> None:
    """`input:line:col: CODE severity message`, with a place to go to even where a name is missing."""
    lines = plain(envoy, style="concise").splitlines()
    pattern = re.compile(r"samples/envoy\.txt:\d+:\d+: [A-Z]+\d+ (critical|major|minor) \S.*")
    findings = envoy.documents[0].findings
    assert [bool(pattern.fullmatch(line)) for line in lines] == [True] * len(findings) + [False]
    assert lines[0].startswith("samples/envoy.txt:3:15: ENT101 critical “Stefan Wittkopp”")


def test_skipped_inputs_are_named_with_their_reason(full: Report) -> None:
    """In both styles."""
    for style in ("full", "concise"):
        assert "berita/rusak.html: skipped: not UTF-8" in plain(full, style=style)


def test_an_empty_report_says_so(nothing: Report) -> None:
    """One line, no table."""
    assert plain(nothing) == "0 documents · 0 words · 0 critical, 0 major, 0 minor\n"


def test_colour_is_there_when_asked_for_and_only_then(envoy: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """`never` and a pipe have none; `always` has; the words are the same."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = render_terminal(envoy, width=80, color="always")
    assert "\x1b[1;31mCRITICAL\x1b[0m" in coloured
    assert "\x1b]8;" not in coloured  # no links where nobody can follow them
    bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain(envoy).splitlines()
    assert "\x1b" not in render_terminal(envoy, width=80, color="auto")


def test_the_gate_is_told_at_the_document_and_at_the_end() -> None:
    """Reasons stand with the document; the last line gives the verdict."""
    report = building.report((building.envoy(), building.clean()))
    gate = GateView(False, {"envoy": ("3 critical findings, at most 0 allowed",)})
    text = plain(report, gate=gate)
    assert "gate: 3 critical findings, at most 0 allowed" in text
    assert text.rstrip().endswith("gate not passed (1 document)")
    assert plain(report, gate=GateView(True, {})).rstrip().endswith("gate passed")
