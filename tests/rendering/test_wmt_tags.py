"""Word tags of WMT's quality estimation tasks, and what `mtaudit evaluate` reads out of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.errors import ReportError
from mtaudit.evaluation.join import join
from mtaudit.evaluation.labels import read_labels
from mtaudit.model import Report, WordFault
from mtaudit.rendering.wmt_tags import WmtTagsRenderer

from . import building

TEXT = "“Ya,” kata dia — lalu pergi.\nSatu-satunya jalan"


def told(**p_fault: float) -> Report:
    """The text as one document, with these probabilities of its words."""
    words = tuple(WordFault(TEXT.index(w), TEXT.index(w) + len(w), p, 0.0) for w, p in p_fault.items())
    return building.report([building.document("a", TEXT, word_faults=words)])


def test_a_line_a_sentence_and_a_tag_a_word() -> None:
    """Blanks part the words; marks belong to the word they touch, and one that stands alone is a word too."""
    report = told(Ya=0.9, kata=0.1, dia=0.1, lalu=0.1, pergi=0.5, Satu=0.2, satunya=0.7, jalan=0.49)
    assert WmtTagsRenderer().render(report) == "BAD OK OK OK OK BAD\nBAD OK\n"


@pytest.mark.parametrize(("reader", "tags"), [({"fault": 0.3}, "OK BAD"), ({"fault": None}, "OK OK"), ({}, "OK OK")])
def test_the_threshold_is_the_runs_own(reader: dict[str, float | None], tags: str) -> None:
    """`[reader] fault`, else 0.5."""
    words = (WordFault(0, 4, 0.29, 0.0), WordFault(5, 10, 0.3, 0.0))
    report = building.report([building.document("a", "satu jalan", word_faults=words)], reader=reader)
    assert WmtTagsRenderer().render(report) == f"{tags}\n"


def test_what_is_written_reads_back_as_labels(full: Report, tmp_path: Path) -> None:
    """Every document is read, without a problem, and its faults are at the words that are likely ones."""
    path = tmp_path / "full.tags"
    path.write_text(WmtTagsRenderer().render(full), encoding="utf-8")
    joined = join(full.documents, read_labels([path]))
    assert joined.problems == ()
    assert [j.document.id for j in joined.read] == [d.id for d in full.documents if d.segments]
    for judged in joined.read:
        likely = [w for w in judged.document.word_faults if w.p_fault >= 0.5]
        assert likely
        assert all(any(f.touches(w.start, w.end) for f in judged.faults) for w in likely)
        assert all(any(f.touches(w.start, w.end) for w in likely) for f in judged.faults)


def test_a_report_without_probabilities_is_told_in_one_line(full: Report) -> None:
    """What nothing estimates is not OK; a document without words needs none."""
    bare = Report.from_json(full.to_json(word_faults=False))
    with pytest.raises(
        ReportError, match=r"^no word tags: the report carries no word_faults: audit again with .*faults$"
    ):
        WmtTagsRenderer().render(bare)
    mixed = building.report([building.envoy(), building.document("b", "satu dua"), building.empty_text()])
    with pytest.raises(ReportError, match="'b' carries no word_faults"):
        WmtTagsRenderer().render(mixed)
