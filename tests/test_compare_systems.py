"""Three systems or more: their table, which differences are sure, and where they differ most."""

from __future__ import annotations

import itertools
import random

import msgspec
import numpy as np
import pytest

from mtaudit.cli.compare import told_apart
from mtaudit.compare import Systems, compare, compare_systems
from mtaudit.compare.significance import SIGNIFICANT, holm, resampled, sure
from mtaudit.model import Report
from tests.rendering import building
from tests.test_compare import changed, scored, series

NAMES = ("opus", "nllb", "argos")


@pytest.fixture(scope="module")
def found() -> Systems:
    """One clearly better system, two that waver about the same mean, over forty documents."""
    draw = random.Random(7)
    base = [draw.uniform(50, 90) for _ in range(40)]
    clear = series(*(score + 5 + draw.random() for score in base))
    one = series(*(score + (-1) ** n for n, score in enumerate(base)))
    other = series(*(score + (-1) ** (n // 2) for n, score in enumerate(base)))
    return compare_systems([one, clear, other], NAMES)


def test_the_table_has_the_means_of_each_system_and_what_is_sure(found: Systems) -> None:
    """The best is marked, and who is surely worse; what all have alike has no best."""
    overall = found.measures[0]
    assert (overall.name, overall.documents, overall.fewer_is_better) == ("overall", 40, False)
    assert [(mean.best, mean.surely_worse) for mean in overall.means] == [(False, True), (True, False), (False, True)]
    assert found.ranked[0] == 1
    by_pair = {(pair.first, pair.second): pair for pair in overall.pairs}
    assert list(by_pair) == [("opus", "nllb"), ("opus", "argos"), ("nllb", "argos")]
    assert by_pair["opus", "nllb"].significant
    assert not by_pair["opus", "argos"].significant
    assert by_pair["nllb", "argos"].change < -4
    entity = next(measure for measure in found.measures if measure.name == "entity")
    assert [(mean.mean, mean.best, mean.surely_worse) for mean in entity.means] == [(100.0, False, False)] * 3


def test_a_pair_of_several_is_what_two_reports_are(found: Systems) -> None:
    """The same change, interval and p-value as `compare` of the two alone; only the correction is added."""
    draw = random.Random(3)
    reports = [series(*(draw.uniform(40, 95) for _ in range(25))) for _ in range(4)]
    several = compare_systems(reports, ("a", "b", "c", "d"))
    for (i, j), pair in zip(itertools.combinations(range(4), 2), several.measures[0].pairs, strict=True):
        alone = compare(reports[i], reports[j]).changes[0]
        assert (pair.change, pair.low, pair.high, pair.wins, pair.p_value) == (
            alone.change, alone.low, alone.high, alone.wins, alone.p_value,
        )  # fmt: skip
        assert pair.p_value is not None
        assert pair.adjusted is not None
        assert pair.adjusted >= pair.p_value


def test_holms_correction() -> None:
    """Holm (1979): the smallest of m times m, the next times m - 1, none below one before it; any order."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.6, 0.5]) == [1.0, 1.0]
    assert holm([]) == []
    assert holm([0.02]) == [0.02]


def test_chance_alone_seldom_makes_a_difference() -> None:
    """Of four systems that are all alike one table in twenty has a sure difference; uncorrected, one in five."""
    draw = np.random.default_rng(11)
    corrected = alone = 0
    for _ in range(200):
        columns = [draw.normal(70, 10, 60) for _ in range(4)]
        means = resampled(columns, 600)
        ps = [
            sure(means[b] - means[a], float(columns[b].mean() - columns[a].mean()), 1).p_value
            for a, b in itertools.combinations(range(4), 2)
        ]
        corrected += min(holm(ps)) < SIGNIFICANT
        alone += min(ps) < SIGNIFICANT
    assert corrected <= 18
    assert alone >= 26


def test_many_systems_can_still_differ() -> None:
    """So many resamples are drawn that the correction for all pairs leaves a p-value below 0.05 within reach."""
    reports = [series(*(50.0 + 3 * n + i % 3 for i in range(12))) for n in range(12)]
    found = compare_systems(reports, [f"s{n}" for n in range(12)])
    assert found.resamples == 6600
    assert all(pair.significant for pair in found.measures[0].pairs)


def test_resamples_are_the_same_however_they_are_cut() -> None:
    """A thousand and more are drawn in parts."""
    column = np.arange(7.0)
    whole = np.random.default_rng(12345).integers(0, 7, size=(2500, 7))
    assert np.allclose(resampled([column], 2500)[0], column[whole].mean(axis=1))


def test_documents_that_differ_most_come_first() -> None:
    """By the best overall score minus the worst; what cannot be told stands last."""
    found = compare_systems([series(50, 60, 70), series(50, 90, 71), series(50, 60, 69)], NAMES)
    assert [(d.id, d.spread) for d in found.documents] == [("d1", 30.0), ("d2", 2.0), ("d0", 0.0)]
    blind = msgspec.structs.replace(scored(1, 1.0).scores, overall=None)
    unknown = building.report([changed(scored(1, 1.0), scores=blind)])
    found = compare_systems([unknown, unknown, unknown], NAMES)
    assert [d.spread for d in found.documents] == [None]
    assert "overall" not in [measure.name for measure in found.measures]


def test_means_are_over_what_all_systems_have() -> None:
    """Documents of one or two systems alone are told, and count nowhere; an area that one could not judge neither."""
    blind = msgspec.structs.replace(scored(2, 1.0).scores, entity=None)
    third = building.report([scored(0, 70.0), changed(scored(2, 90.0), scores=blind), scored(7, 10.0)])
    found = compare_systems([series(50, 60, 70, 80), series(60, 60, 60), third], NAMES)
    assert {d.id for d in found.documents} == {"d0", "d2"}
    assert found.only == (("d1", "d3"), ("d1",), ("d7",))
    counts = {measure.name: measure.documents for measure in found.measures}
    assert (counts["overall"], counts["entity"], counts["quote"]) == (2, 1, 2)


def test_one_document_is_too_few_to_tell() -> None:
    """Then there are means, and nothing is sure."""
    found = compare_systems([series(50.0), series(60.0), series(70.0)], NAMES)
    overall = found.measures[0]
    assert [mean.mean for mean in overall.means] == [50.0, 60.0, 70.0]
    assert all(pair.adjusted is None and not pair.significant for pair in overall.pairs)


def test_nothing_in_common_is_no_error() -> None:
    """Every document is told as some system's own."""
    nothing: Report = building.report(())
    found = compare_systems([series(50.0), nothing, nothing], NAMES)
    assert (found.measures, found.documents, found.only) == ((), (), (("d0",), (), ()))
    assert found.ranked == (0, 1, 2)


def test_the_same_reports_give_the_same_bytes(found: Systems) -> None:
    """And the JSON reads back."""
    again = msgspec.json.decode(found.to_json(), type=Systems)
    assert again == found
    reports = [series(50, 60, 70), series(55, 61, 69), series(40, 60, 80)]
    assert compare_systems(reports, NAMES).to_json() == compare_systems(reports, NAMES).to_json()


@pytest.mark.parametrize(
    ("names", "paths", "expected"),
    [
        (("nllb", "opus"), ("a.json", "b.json"), ["nllb", "opus"]),
        (("nllb", "nllb"), ("before.json", "after.json"), ["nllb (before)", "nllb (after)"]),
        (("r", "r", "x"), ("a/r.json", "b/r.json", "x.json"), ["a/r.json", "b/r.json", "x"]),
        (("r", "r"), ("r.json", "r.json"), ["r (1)", "r (2)"]),
        (("nllb", "nllb"), ("a/r.json", "b/r.json"), ["nllb (a/r.json)", "nllb (b/r.json)"]),
        (("x", "y", "y"), ("1.json", "x.json", "y.json"), ["x", "y (x)", "y"]),
    ],
)
def test_two_of_one_name_are_told_apart(names: tuple[str, ...], paths: tuple[str, ...], expected: list[str]) -> None:
    """By the names of their files, else by their paths, else by their numbers."""
    assert told_apart(names, paths) == expected
    assert len(set(told_apart(names, paths))) == len(names)
