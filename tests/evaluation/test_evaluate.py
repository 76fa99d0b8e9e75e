"""Recall, precision, false alarms and words: counted by hand."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np

from mtaudit.evaluation.bootstrap import weights
from mtaudit.model import DocumentReport
from tests.evaluation.building import ORIGINAL, TEXT, held, rows
from tests.rendering.building import document, finding


def tell(stretch: str | None, severity: str = "major", rule: str = "ENT101", **more: str) -> object:
    return finding(TEXT, rule, severity, "told", stretch, **more)


def two() -> list[DocumentReport]:
    """With an original: `dua` told as major, `enam` as minor, `sepuluh` as major. Alone: `tiga` told as minor."""
    told = (tell("dua"), tell("enam", "minor"), tell("sepuluh"))
    return [
        document("with", TEXT, findings=told, original=ORIGINAL, system="a"),
        document("alone", TEXT, findings=(tell("tiga", "minor"),), system="b"),
    ]


LABELS = (
    {"document": "with", "stretch": "dua tiga", "kind": "sense", "severity": "critical"},
    {"document": "with", "stretch": "enam", "kind": "name", "severity": "major", "visible": "with original"},
    {"document": "with", "stretch": "delapan", "kind": "sense", "severity": "minor"},
    {"document": "alone", "stretch": "tiga", "kind": "sense", "severity": "minor", "visible": "with original"},
    {"document": "alone", "stretch": "lima", "kind": "sense", "severity": "major"},
)


def test_faults_are_found_by_any_finding_that_overlaps(tmp_path: Path) -> None:
    """What is visible only with an original doesn't count where there was none."""
    found = rows(held(two(), tmp_path, *LABELS).groups[0])
    counts = {name: (row.recall.hits, row.recall.of) for name, row in found.items()}
    assert counts == {
        "all": (2, 4), "critical": (1, 1), "major": (1, 2), "minor": (0, 1),
        "serious": (2, 3), "serious told as serious": (1, 3), "sense": (1, 3), "name": (1, 1),
    }  # fmt: skip
    assert found["all"].recall.value == 0.5


def test_findings_are_right_on_any_fault_or_on_a_serious_one(tmp_path: Path) -> None:
    """`tiga`, which only the original shows, makes a finding right all the same; `sepuluh` is wrong."""
    minor, major = held(two(), tmp_path, *LABELS).groups[0].findings
    assert [(s.hits, s.of) for s in (minor.right, minor.serious)] == [(3, 4), (2, 4)]
    assert [(s.hits, s.of) for s in (major.right, major.serious)] == [(1, 2), (1, 2)]


def test_words_in_faults_against_words_in_none(tmp_path: Path) -> None:
    """Bad words: dua, tiga, enam, delapan; lima. Told of them: dua, enam. Of the 14 in no fault: sepuluh."""
    found = rows(held(two(), tmp_path, *LABELS).groups[0])
    tp, fp, fn, tn = 2, 1, 3, 13
    assert found["all"].f1.value == round(2 * tp / (2 * tp + fp + fn), 4)
    product = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)
    assert found["all"].mcc.value == round((tp * tn - fp * fn) / product**0.5, 4)
    # of dua, tiga, enam, lima only dua is told as serious; so is sepuluh; tiga of the other document is left out
    assert found["serious told as serious"].f1.value == round(2 / (2 + 1 + 3), 4)
    assert found["serious told as serious"].mcc.value == round((1 * 14 - 1 * 3) / (2 * 4 * 15 * 17) ** 0.5, 4)
    assert found["name"].f1.value == round(2 / (2 + 1 + 0), 4)


def test_what_only_meets_does_not_overlap(tmp_path: Path) -> None:
    """A finding that begins where the fault ends, or ends where it begins."""
    told = document("d", TEXT, findings=(tell("satu "), tell(" tiga")))
    group = held([told], tmp_path, {"document": "d", "stretch": "dua", "severity": "major"}).groups[0]
    assert (group.faults[0].recall.hits, group.findings[0].right.hits) == (0, 0)


def test_what_is_missing_is_found_without_a_place(tmp_path: Path) -> None:
    """By a content finding without a place, or by any in its sentence; without an original it doesn't count."""
    lost = {"document": "d", "stretch": "", "kind": "omission", "severity": "major", "visible": "with original"}
    placeless = msgspec.structs.replace(finding(TEXT, "ADQ401", "major", "lost", None), category="adequacy")
    told = document("d", TEXT, findings=(placeless,), original=ORIGINAL)
    group = held([told], tmp_path, lost).groups[0]
    assert (group.faults[0].recall.hits, group.findings[1].right.hits, group.findings[1].serious.hits) == (1, 1, 1)
    near = document("d", TEXT, findings=(tell("enam"),), original=ORIGINAL)
    assert held([near], tmp_path, lost).groups[0].faults[0].recall.hits == 0
    placed = {**lost, "start": 25, "end": len(TEXT)}
    assert held([near], tmp_path, placed).groups[0].faults[0].recall.hits == 1
    alone = document("d", TEXT, findings=(placeless,))
    group = held([alone], tmp_path, lost).groups[0]
    assert (group.faults[0].recall.of, group.findings[1].right.hits, group.findings[1].right.of) == (0, 0, 1)


def test_false_alarms_per_thousand_words(tmp_path: Path) -> None:
    """Ten words each: two findings in human text, one of them major; one in a document read without a fault."""
    documents = [
        document("human", TEXT, findings=(tell("dua"), tell("lima", "minor"))),
        document("clean", TEXT, findings=(tell("dua", "minor"),)),
        document("not read", TEXT, findings=(tell("dua"),)),
    ]
    result = held(documents, tmp_path, {"document": "human", "human": True}, {"document": "clean", "none": True})
    minor, major = result.groups[0].findings
    assert (minor.human.value, major.human.value) == (200, 100)
    assert (minor.faultless.value, major.faultless.value) == (100, 0)
    assert (minor.right.hits, minor.right.of) == (0, 1)
    assert (result.documents, result.human, result.faultless, result.unread) == (1, 1, 1, 1)


def test_each_evidence_and_each_system_by_itself(tmp_path: Path) -> None:
    """The reader's findings alone and the rules' alone; together they are all."""
    told = (tell("dua"), tell("enam", evidence="reader"), tell("lima", evidence="original"))
    documents = [
        document("x", TEXT, findings=told, system="a"),
        document("y", TEXT, findings=(tell("enam", evidence="reader"),), system="b"),
    ]
    lines = [{"document": d, "stretch": s, "severity": "major"} for d in "xy" for s in ("dua", "enam")]
    groups = {(g.by, g.name): g for g in held(documents, tmp_path, *lines).groups}
    assert list(groups) == [
        ("all", "all"), ("evidence", "reader"), ("evidence", "rules"), ("system", "a"), ("system", "b"),
    ]  # fmt: skip
    hits = {key[1]: (g.faults[0].recall.hits, g.findings[0].right.of) for key, g in groups.items()}
    assert hits == {"all": (3, 4), "reader": (2, 2), "rules": (1, 2), "a": (2, 3), "b": (1, 1)}


def test_intervals_are_those_of_documents_drawn_whole(tmp_path: Path) -> None:
    """Of ten with a fault each half are found."""
    documents = [document(str(i), TEXT, findings=(tell("dua"),) if i % 2 else ()) for i in range(10)]
    lines = [{"document": str(i), "stretch": "dua", "severity": "major"} for i in range(10)]
    recall = held(documents, tmp_path, *lines).groups[0].faults[0].recall
    # binomial(10, .5): 2 and 8 of ten are the 2.5th and 97.5th percentiles
    assert (recall.value, recall.low, recall.high) == (0.5, 0.2, 0.8)


def test_the_same_documents_are_drawn_every_time() -> None:
    """A fixed seed; each resample has as many documents as there are."""
    assert np.array_equal(weights(7), weights(7))
    assert set(weights(7).sum(axis=1)) == {7.0}


def test_one_document_has_no_interval(tmp_path: Path) -> None:
    """There is nothing to draw from."""
    made = [document("0", TEXT, findings=(tell("dua"),))]
    recall = held(made, tmp_path, {"document": "0", "stretch": "dua", "severity": "major"}).groups[0].faults[0].recall
    assert (recall.value, recall.low, recall.high) == (1.0, None, None)
