"""Scores follow MQM, and every lost point is accounted for."""

from __future__ import annotations

import pytest

from mtaudit.model import Category, Finding, Place, Severity
from mtaudit.scoring import mean, penalties, scores


def finding(
    severity: Severity, category: Category = "entity", confidence: float = 1.0, rule: str = "ENT101"
) -> Finding:
    return Finding(rule, category, severity, "message", 0, 1, "x", confidence=confidence)


def test_nothing_found_is_a_hundred() -> None:
    """A clean article has 100 everywhere."""
    clean = scores(penalties([], 400))
    assert set(vars_of(clean).values()) == {100.0}


def test_penalties_are_mqm_weights_per_word() -> None:
    """One critical, one major, one minor finding in 500 words: 25 + 5 + 1 points of 500."""
    lost = penalties([finding("critical"), finding("major", "quote"), finding("minor", "surface")], 500)
    result = scores(lost)
    assert result.entity == 95.0
    assert result.quote == 99.0
    assert result.surface == 99.8
    assert result.overall == pytest.approx(100 - 100 * 31 / 500)


def test_lost_points_add_up_to_the_score() -> None:
    """What the penalties say was lost is exactly what is missing from the overall score."""
    lost = penalties([finding("major"), finding("major"), finding("minor", "number", 0.5, "NUM301")], 300)
    assert scores(lost).overall == pytest.approx(100 - sum(p.points for p in lost), abs=0.02)
    assert {(p.rule, p.count) for p in lost} == {("ENT101", 2), ("NUM301", 1)}


def test_worse_is_never_scored_higher() -> None:
    """A more severe finding, or one more of them, costs more; nothing falls below 0."""
    grades = [[], [finding("minor")], [finding("major")], [finding("critical")], [finding("critical")] * 2]
    overall = [scores(penalties(found, 100)).overall for found in grades]
    assert overall == sorted(overall, reverse=True)
    assert len(set(overall)) == len(overall)
    assert scores(penalties([finding("critical")] * 100, 60)).overall == 0.0


def test_a_slip_in_a_headline_is_no_ruined_article() -> None:
    """Very short texts are scored as if they had fifty words."""
    assert scores(penalties([finding("major")], 6)).overall == 90.0


def test_every_wrong_spelling_of_a_name_costs() -> None:
    """The same one again doesn't, nor the surname alone, spelled alike, nor the right spelling."""
    text = "Steve Wittouf Wittouf Whitkov Witkev Witkoff"
    ends = [13, 21, 29, 36, 44]
    starts = [0, 14, 22, 30, 37]

    def lost(*which: int) -> float:
        places = tuple(Place(starts[n], ends[n]) for n in which)
        name = Finding("ENT101", "entity", "major", "m", 0, 13, text[:13], suggestion="Steve Witkoff", places=places)
        return penalties([name], 100, text)[0].points

    assert lost() == lost(1) == lost(4) == 5.0
    assert lost(1, 2) == 10.0
    assert lost(1, 2, 3, 4) == 15.0


def test_a_habit_costs_once() -> None:
    """Twelve gaps at hyphens cost an article what the worst of them does; twelve names cost twelve times."""
    gaps = [finding("minor", "surface", 0.5 + n / 24, "SUR501") for n in range(12)]
    (lost,) = penalties(gaps, 100)
    assert (lost.count, lost.points) == (12, pytest.approx(0.96, abs=0.01))
    (lost,) = penalties([finding("minor")] * 12, 100)
    assert lost.points == 12.0


def test_means_over_documents() -> None:
    """The summary's scores are plain means; there is none without documents."""
    a, b = scores(penalties([], 100)), scores(penalties([finding("major")], 100))
    both = mean([a, b])
    assert both is not None
    assert a.overall is not None
    assert b.overall is not None
    assert both.overall == pytest.approx((a.overall + b.overall) / 2)
    assert mean([]) is None


def test_what_was_not_judged_has_no_score_and_no_part_in_the_mean() -> None:
    """None for those areas; means are over the others, None where there is none."""
    judged, other = scores(penalties([finding("major")], 100)), scores((), ("overall", "entity", "number"))
    assert (other.overall, other.entity, other.number, other.surface) == (None, None, None, 100.0)
    both = mean([judged, other])
    assert both is not None
    assert (both.overall, both.entity) == (judged.overall, judged.entity)
    nowhere = mean([other])
    assert nowhere is not None
    assert nowhere.number is None


def vars_of(value: object) -> dict[str, float]:
    import msgspec

    return dict(msgspec.to_builtins(value))
