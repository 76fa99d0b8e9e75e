"""One fault is one finding, whatever number of rules see it; two faults in one sentence stay two."""

from __future__ import annotations

from pathlib import Path

import mtaudit
from mtaudit.model import Finding
from mtaudit.rendering.html import HtmlRenderer
from mtaudit.rendering.markdown import MarkdownRenderer
from mtaudit.rendering.terminal import render_terminal


def findings(tmp_path: Path, english: str, indonesian: str) -> list[Finding]:
    (tmp_path / "artikel.txt").write_text(indonesian, encoding="utf-8")
    (tmp_path / "article.en.txt").write_text(english, encoding="utf-8")
    report = mtaudit.audit([tmp_path / "artikel.txt"], originals=[tmp_path / "article.en.txt"], back_translation=False)
    return [f for f in report.documents[0].findings if f.severity != "minor"]


ENGLISH = (
    "The harbour of Hull was closed on Monday because of the storm.\n"
    "Mayor Alice Barton said 45 ships were waiting outside the harbour for better weather.\n"
    "The storm is expected to reach the coast of Norway on Wednesday evening."
)
INDONESIAN = (
    "Pelabuhan Hull ditutup pada hari Senin karena badai.\n"
    "Wali Kota Alice Barton mengatakan 45 kapal menunggu di luar pelabuhan hingga cuaca membaik.\n"
    "Badai itu diperkirakan mencapai pantai Norwegia pada Rabu malam."
)


def test_a_missing_sentence_is_told_once(tmp_path: Path) -> None:
    """Its name and its number are not missed a second time."""
    first, _, last = INDONESIAN.split("\n")
    (found,) = findings(tmp_path, ENGLISH, f"{first}\n{last}")
    assert found.rule == "ADQ401"


def test_a_sentence_left_in_english_is_told_once(tmp_path: Path) -> None:
    first, _, last = INDONESIAN.split("\n")
    left = ENGLISH.splitlines()[1]
    (found,) = findings(tmp_path, ENGLISH, f"{first}\n{left}\n{last}")
    assert found.text == left


def test_a_wrong_number_in_a_quotation_is_told_once(tmp_path: Path) -> None:
    """The quotation is broken by the number, and says so."""
    english = ENGLISH.replace("said 45 ships were waiting outside the harbour for better weather.",
                              'said: "45 ships are waiting outside the harbour for better weather."')  # fmt: skip
    wrong = INDONESIAN.replace("mengatakan 45 kapal menunggu di luar pelabuhan hingga cuaca membaik.",
                               "mengatakan: “54 kapal menunggu di luar pelabuhan hingga cuaca membaik.”")  # fmt: skip
    (found,) = findings(tmp_path, english, wrong)
    assert "54" in found.message


def test_two_faults_in_one_sentence_stay_two(tmp_path: Path) -> None:
    """A changed number and a damaged name have nothing to do with each other."""
    wrong = INDONESIAN.replace("45 kapal", "54 kapal").replace("Alice Barton", "Alice Bartton")
    found = findings(tmp_path, ENGLISH, wrong)
    assert sorted((f.category, f.text) for f in found) == [("entity", "Alice Bartton"), ("number", "54")]


def test_every_report_tells_what_the_other_rule_says(tmp_path: Path) -> None:
    """In the terminal, in Markdown and on the page, beside the finding that stands for the fault."""
    english = (
        "Mayor Alice Barton met Tom Hale.\n“We will wait,” said Alice Barton.\n“The court is slow,” said Tom Hale."
    )
    wrong = (
        "Wali Kota Alice Barton bertemu Tom Hale.\n"
        "“Kami akan menunggu,” kata Tom Hale.\n“Pengadilan lambat,” kata Tom Hale."
    )
    (tmp_path / "artikel.txt").write_text(wrong, encoding="utf-8")
    (tmp_path / "article.en.txt").write_text(english, encoding="utf-8")
    report = mtaudit.audit([tmp_path / "artikel.txt"], originals=[tmp_path / "article.en.txt"], back_translation=False)
    (found,) = [f for f in report.documents[0].findings if f.also]
    pages = (
        render_terminal(report, color="never", width=100),
        MarkdownRenderer().render(report),
        HtmlRenderer().render(report),
    )
    for page in pages:
        assert all(other.rule in page for other in found.also)
    assert 'severity: <b class="s-critical">Critical</b>' in pages[-1]
