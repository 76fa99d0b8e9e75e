"""Score and probabilities: AUC, rank correlation, reliability, thresholds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mtaudit.evaluation.join import join
from mtaudit.evaluation.labels import read_labels
from mtaudit.evaluation.thresholds import Threshold, thresholds
from mtaudit.model import DocumentReport, WordFault
from tests.evaluation.building import TEXT, held, probable, scored, write
from tests.rendering.building import document

CLEAN = {"none": True}


def bad(id: str, *words: str, severity: str = "major") -> list[dict[str, Any]]:
    return [{"document": id, "stretch": word, "severity": severity} for word in words]


def test_good_articles_against_bad(tmp_path: Path) -> None:
    """Good: 90, 70. Bad, a fault in ten words: 70, 60, 95. Of six pairs 90>70, 90>60, 70>60 and a tie's half."""
    scores = {"g1": 90.0, "g2": 70.0, "b1": 70.0, "b2": 60.0, "b3": 95.0, "h": 80.0}
    documents = [document(name, TEXT, scores=scored(score)) for name, score in scores.items()]
    lines = [{"document": "g1", **CLEAN}, *bad("g2", "dua", severity="minor"), {"document": "h", "human": True}]
    found = held(documents, tmp_path, *lines, *bad("b1", "dua"), *bad("b2", "dua"), *bad("b3", "dua")).score
    assert (found.good, found.bad) == (2, 3)
    assert found.auc.value == round(3.5 / 6, 4)
    # pairs that differ in density are those six: three right, two wrong, one tie
    assert found.rank_correlation.value == round((3 - 2) / 6, 4)
    assert found.human_auc.value == round(3 / 5, 4)  # above 70, 70, 60, below 90 and 95


def test_a_text_between_good_and_bad_counts_for_the_correlation_alone(tmp_path: Path) -> None:
    """Two serious faults in a hundred words."""
    long = "\n".join([TEXT] * 10)
    documents = [document(name, long, scores=scored(s)) for name, s in (("a", 90.0), ("b", 80.0), ("c", 70.0))]
    lines = [{"document": "a", **CLEAN}, *bad("b", "dua", "lima"), *bad("c", "dua", "lima", "enam")]
    found = held(documents, tmp_path, *lines).score
    assert (found.good, found.bad, found.auc.value, found.rank_correlation.value) == (1, 1, 1.0, 1.0)


def test_probabilities_word_by_word(tmp_path: Path) -> None:
    """Bad: dua (.9), lima (.2). Of eight others six have .1, one .2: half a pair, one .5: a pair wrong."""
    p = [0.1, 0.9, 0.1, 0.1, 0.2, 0.1, 0.2, 0.5, 0.1, 0.1]
    documents = [probable("d", p, [q / 2 for q in p]), document("without", TEXT)]
    lines = [*bad("d", "dua"), *bad("d", "lima", severity="minor"), {"document": "without", **CLEAN}]
    fault, serious = held(documents, tmp_path, *lines).reader
    assert (fault.words, fault.positive, fault.auc.value) == (10, 2, round(14.5 / 16, 4))
    assert (serious.positive, serious.auc.value) == (1, 1.0)
    bins = {row.low: (row.words, row.predicted, row.seen) for row in fault.bins if row.words}
    assert bins == {0.1: (6, 0.1, 0.0), 0.2: (2, 0.2, 0.5), 0.5: (1, 0.5, 0.0), 0.9: (1, 0.9, 1.0)}
    assert len(fault.bins) == 10


def test_tags_say_nothing_of_severity(tmp_path: Path) -> None:
    """Figures that need one are left out, not nought."""
    tags = {"document": "d", "tags": ["OK BAD OK OK OK", "OK OK OK OK OK"]}
    found = held([probable("d", [0.1, 0.9, 0.1], scores=scored(90.0))], tmp_path, tags)
    assert [figures.name for figures in found.reader] == ["p_fault"]
    assert (found.score.good, found.score.bad) == (0, 0)
    assert [row.serious.value for row in found.groups[0].findings] == [None, None]
    assert [row.name for row in found.groups[0].faults] == ["all"]


def fitted(tmp_path: Path, documents: list[DocumentReport], *lines: dict[str, Any]) -> tuple[Threshold, ...]:
    return thresholds(join(documents, read_labels([write(tmp_path / "x", *lines)])).read)


def test_the_smallest_threshold_that_is_right_often_enough(tmp_path: Path) -> None:
    """Twenty documents: a fault of two words at .6 and .7; a word at .4, a fault in four of them; one at .2, none.

    From .21 on 24 of 40 are right, from .41 on all twenty. From .61 on the stretches are one word long.
    """
    p = [0.0, 0.6, 0.7, 0.0, 0.4, 0.0, 0.0, 0.2, 0.0, 0.0]
    documents = [probable(str(i), p) for i in range(20)]
    lines = [
        *(line for i in range(20) for line in bad(str(i), "tiga")),
        *(x for i in range(4) for x in bad(str(i), "lima")),
    ]
    serious, fault = fitted(tmp_path, documents, *lines)
    assert fault == Threshold("fault", 0.21, 40, 24)
    assert serious == Threshold("serious", 0.41, 20, 20)


def test_nineteen_stretches_are_too_few(tmp_path: Path) -> None:
    """However right they are, the setting is off."""
    documents = [probable(str(i), [0.0, 0.9]) for i in range(19)]
    lines = [line for i in range(19) for line in bad(str(i), "dua")]
    assert fitted(tmp_path, documents, *lines) == (Threshold("serious", None), Threshold("fault", None))
    documents.append(probable("19", [0.0, 0.9]))
    assert fitted(tmp_path, documents, *lines, {"document": "19", **CLEAN})[0] == Threshold("serious", 0.01, 20, 19)


@pytest.mark.parametrize(("words", "right"), [(8, 20), (9, 0)])
def test_a_stretch_of_nine_words_shows_nobody_a_fault(tmp_path: Path, words: int, right: int) -> None:
    """Though there is one in it."""
    text = " ".join(f"kata{i}" for i in range(words))
    cut = tuple(WordFault(i * 6, i * 6 + 5, 0.9, 0.9) for i in range(words))
    documents = [document(str(i), text, word_faults=cut) for i in range(20)]
    found = fitted(tmp_path, documents, *(line for i in range(20) for line in bad(str(i), "kata4")))
    assert [threshold.right for threshold in found] == [right, right]


@pytest.mark.parametrize(("p", "count"), [([0.9] * 5, 1), ([0.9] * 6, 2), ([0.9, 0.0, 0.9], 2)])
def test_a_stretch_ends_with_the_sentence(tmp_path: Path, p: list[float], count: int) -> None:
    """Neighbouring words of one sentence are one stretch."""
    documents = [probable(str(i), p) for i in range(20)]
    lines = [line for i in range(20) for line in bad(str(i), *TEXT.split())]
    assert fitted(tmp_path, documents, *lines)[0].stretches == 20 * count
