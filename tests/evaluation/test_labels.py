"""Files of labels: what is understood, and what is told of what isn't."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.errors import UsageError
from mtaudit.evaluation.join import Joined, join
from mtaudit.evaluation.labels import read_labels
from tests.evaluation.building import ORIGINAL, TEXT, write
from tests.rendering.building import document


def joined(path: Path) -> Joined:
    return join([document("article-1", TEXT, original=ORIGINAL)], read_labels([path]))


BAD = [
    ('{"document": "article-1", "stretch": "dua"', "not a label"),
    ('{"stretch": "dua"}', "document"),
    ('{"document": "article-1", "stretch": "dua", "severity": "awful"}', "awful"),
    ('{"document": "article-2", "stretch": "dua"}', "no document 'article-2'; did you mean 'article-1'?"),
    ('{"document": "article-1", "stretch": "sebelas"}', "'sebelas' isn't in the text"),
    ('{"document": "article-1", "stretch": "dua", "start": 0, "end": 3}', "0 to 3 is 'sat', not 'dua'"),
    ('{"document": "article-1", "start": 5}', "start and end belong together"),
    ('{"document": "article-1", "start": 5, "end": 500}', "no place in a text of"),
    ('{"document": "article-1"}', "neither a stretch nor a place"),
    ('{"document": "article-1", "tags": ["OK"]}', "tags of 1 segments; 'article-1' has 2"),
    ('{"document": "article-1", "tags": ["OK OK OK OK GOOD", "OK OK OK OK OK"]}', "'GOOD' is neither OK nor BAD"),
]


@pytest.mark.parametrize(("line", "reason"), BAD)
def test_a_bad_line_is_told_and_the_rest_goes_on(tmp_path: Path, line: str, reason: str) -> None:
    """File, line, reason; the labels before and behind it are used."""
    good = '{"document": "article-1", "stretch": "%s", "severity": "minor"}'
    (tmp_path / "x.jsonl").write_text("\n".join([good % "dua", "", line, good % "lima"]), encoding="utf-8")
    found = joined(tmp_path / "x.jsonl")
    (problem,) = found.problems
    assert (problem.file, problem.line) == (str(tmp_path / "x.jsonl"), 3)
    assert reason in problem.reason
    assert "\n" not in problem.reason
    assert [TEXT[f.start : f.end] for f in found.read[0].faults] == ["dua", "lima"]


def test_offsets_count_before_the_first_place(tmp_path: Path) -> None:
    """Without offsets the first place counts; with them the one they name."""
    document_ = document("d", "sama sama")
    lines = [{"document": "d", "stretch": "sama"}, {"document": "d", "stretch": "sama", "start": 5, "end": 9}]
    faults = join([document_], read_labels([write(tmp_path / "x", *lines)])).read[0].faults
    assert [(f.start, f.end) for f in faults] == [(0, 4), (5, 9)]


def tagged(tmp_path: Path, *rows: str) -> Joined:
    (tmp_path / "x.tags").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return joined(tmp_path / "x.tags")


def test_tags_join_by_the_order_of_segments(tmp_path: Path) -> None:
    """Neighbouring bad words are one fault; their kind and severity are not known."""
    (judged,) = tagged(tmp_path, "OK BAD BAD OK BAD", "OK OK OK OK BAD").read
    assert [TEXT[f.start : f.end] for f in judged.faults] == ["dua tiga", "lima", "sepuluh"]
    assert {(f.kind, f.severity) for f in judged.faults} == {(None, None)}


def test_tags_with_gaps(tmp_path: Path) -> None:
    """2 n + 1 tags: gap, word, gap ... gap; a bad gap is something missing from the sentence."""
    (judged,) = tagged(tmp_path, "OK OK OK BAD OK OK BAD OK OK OK OK", "OK " * 11).read
    assert [(f.missing, TEXT[f.start : f.end]) for f in judged.faults] == [
        (False, "dua"), (True, "satu dua tiga empat lima"),
    ]  # fmt: skip


def test_tags_of_text_with_marks_apart(tmp_path: Path) -> None:
    """The number of tags says how words were cut."""
    document_ = document("d", "“Ya, 1.500 orang.”")
    for tags, stretch in (("OK BAD OK", "1.500"), ("OK OK OK BAD OK OK OK", "1.500")):
        line = {"document": "d", "tags": [tags]}
        (fault,) = join([document_], read_labels([write(tmp_path / "x", line)])).read[0].faults
        assert document_.text[fault.start : fault.end] == stretch


def test_tags_that_do_not_fit_are_told(tmp_path: Path) -> None:
    """A line too many spoils the file, a wrong number of tags only its line."""
    found = tagged(tmp_path, "OK BAD OK OK OK", "OK OK OK OK OK", "OK")
    assert found.read == ()
    assert "3 lines; the report has 2 segments" in found.problems[0].reason
    found = tagged(tmp_path, "OK BAD OK OK OK", "OK OK")
    assert (found.problems[0].line, len(found.read[0].faults)) == (2, 1)
    assert "2 tags for a segment of 5 tokens" in found.problems[0].reason


@pytest.mark.parametrize("content", [None, b"", b" \n", b"\xff\xfe"])
def test_a_file_that_is_none_is_a_wrong_call(tmp_path: Path, content: bytes | None) -> None:
    """Missing, empty, no text: one line that names it."""
    if content is not None:
        (tmp_path / "x").write_bytes(content)
    with pytest.raises(UsageError, match="x: "):
        read_labels([tmp_path / "x"])


def test_other_fields_are_the_labellers_own(tmp_path: Path) -> None:
    """Who labelled, when and what was right is passed over."""
    line = {"document": "article-1", "stretch": "dua", "right": "tiga", "by": "Ani", "sent": 7}
    assert not joined(write(tmp_path / "x", line)).problems
