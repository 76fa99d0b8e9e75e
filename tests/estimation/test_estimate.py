"""The estimate of a whole text follows what was done to it, and says by what."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import pytest

from mtaudit import scoring
from mtaudit.case import Case, Document
from mtaudit.estimation.counts import load
from mtaudit.estimation.estimate import estimate, model, points, shortfalls
from mtaudit.estimation.measure import LABELS, measure
from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.languages.sentences import Sentence
from mtaudit.model import Penalty
from mtaudit.pipeline import measured

SHAPE = (model(ENGLISH_INDONESIAN) or {})["points"]

ENGLISH = [
    "The government said on Tuesday that it would rebuild the harbour after the storm destroyed two of its piers.",
    "Fishermen in the village of Lamakera had asked for help for more than three years, the minister told reporters.",
    "The work will cost 40 million dollars and is to be finished before the rainy season, according to the ministry.",
    "Critics doubt that, because a similar project on the neighbouring island was never completed.",
]
GOOD = [
    "Pemerintah mengatakan pada hari Selasa bahwa mereka akan membangun kembali pelabuhan itu setelah badai "
    "menghancurkan dua dermaganya.",
    "Para nelayan di desa Lamakera telah meminta bantuan selama lebih dari tiga tahun, kata menteri itu kepada "
    "wartawan.",
    "Pekerjaan itu akan menelan biaya 40 juta dolar dan harus selesai sebelum musim hujan, menurut kementerian.",
    "Para pengkritik meragukannya, karena proyek serupa di pulau tetangga tidak pernah diselesaikan.",
]


def sentences(lines: Iterable[str]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for i, line in enumerate(lines):
        start = found[-1].end + 1 if found else 0
        found.append(Sentence(start, start + len(line), line, i))
    return tuple(found)


def case(lines: list[str], original: list[str] | None = None) -> Case:
    own = sentences(lines)
    blank = (None,) * len(own)
    bare = Case(Document("t", "t", "\n".join(lines)), own, blank, blank, ENGLISH_INDONESIAN)
    if original is None:
        return bare
    english = Document("e", "e", "\n".join(original))
    return dataclasses.replace(bare, original=english, kind="full", original_sentences=sentences(original))


def total(rows: Iterable[Penalty]) -> float:
    return sum(row.points for row in rows)


def lost(lines: list[str], original: list[str] | None = None) -> dict[str, float]:
    return {row.rule: row.points for row in estimate(measured(case(lines, original)))}


DAMAGED = {
    "length": [line[: len(line) * 2 // 3] for line in GOOD],
    "untranslated": [line.replace("pelabuhan", "harbour").replace("nelayan", "fishermen") for line in GOOD[:3]]
    + ["Para critics meragukannya, because proyek serupa di neighbouring pulau tidak pernah completed."],
    "hyphens": [line.replace(" pe", " -pe").replace(" me", " -me") for line in GOOD],
    "unknown": [line.replace("bangun", "bagnun").replace("desa", "dsea").replace("musim", "msuim") for line in GOOD],
    "capitals": [line.lower() for line in GOOD],
    "digits": [line.replace("40", "4000000") for line in GOOD],
}


@pytest.mark.parametrize("measure_name", DAMAGED)
def test_damage_costs_points_and_is_named(measure_name: str) -> None:
    """Words lost, left in English, torn apart, garbled, without capitals, with other figures: each costs, by name."""
    whole, damaged = lost(GOOD, ENGLISH), lost(DAMAGED[measure_name], ENGLISH)
    assert sum(damaged.values()) > sum(whole.values())
    assert damaged.get(measure_name, 0) > whole.get(measure_name, 0)


def test_shuffled_words_cost_fluency() -> None:
    """The same words in an order that nobody writes."""
    shuffled = [" ".join(sorted(line.split(), key=lambda word: word[::-1])) for line in GOOD]
    assert lost(shuffled).get("fluency", 0) > lost(GOOD).get("fluency", 0)


def test_a_text_without_words_is_not_measured() -> None:
    """Three stars between two parts of an article are neither well nor badly translated."""
    assert measured(case(["* * *", "…"])).measures is None
    assert lost(["* * *", "…"]) == {}


def test_a_good_text_loses_little() -> None:
    """A sound translation stays above 95, with its original and without."""
    assert total(estimate(measured(case(GOOD, ENGLISH)))) < 5
    assert total(estimate(measured(case(GOOD)))) < 5


def test_nothing_is_better_than_perfect_and_nothing_costs_everything() -> None:
    """The points are 0 or more and at most the model's most; more shortfall never costs less."""
    grades = [points(x, 300, SHAPE) for x in (-1000.0, -30.0, -3.0, 0.0, 3.0, 30.0, 1000.0)]
    assert grades == sorted(grades)
    assert 0 <= grades[0] < 0.01
    assert 15 < grades[-1] < 20


def test_short_texts_are_not_judged_by_a_few_words() -> None:
    """What a text of a dozen words falls short of weighs less than the same in an article."""
    assert points(10.0, 12, SHAPE) < points(10.0, 400, SHAPE)


def test_the_overall_score_shows_the_estimate_and_the_areas_do_not() -> None:
    """Areas are about findings alone; points add up to the overall score."""
    rows = (*scoring.penalties([], 60), *estimate(measured(case(DAMAGED["length"], ENGLISH))))
    scores = scoring.scores(rows)
    assert scores.overall == pytest.approx(100 - total(rows), abs=0.02)
    assert {scores.entity, scores.quote, scores.number, scores.adequacy, scores.surface} == {100.0}


def test_every_measure_has_words_for_the_editor() -> None:
    """Causes are told in words, not in names of variables."""
    counts = load("id")
    assert counts is not None
    whole = case(GOOD, ENGLISH)
    found = measure(whole.target, whole.source, counts)
    assert found is not None
    assert shortfalls(found, ENGLISH_INDONESIAN).keys() == LABELS.keys()


def test_a_few_sound_sentences_lose_nothing() -> None:
    """A loss too small to speak of is none: what has no finding then scores a hundred."""
    assert estimate(measured(case(GOOD[:2], ENGLISH[:2]))) == ()


def test_texts_without_words_lose_nothing() -> None:
    """Punctuation alone, and nothing at all."""
    assert estimate(measured(case(["… — !"]))) == ()
    assert estimate(measured(case([]))) == ()
