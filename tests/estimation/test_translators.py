"""What a run's texts say of their translators: pooled where the run names the system, else each text for itself."""

from __future__ import annotations

import dataclasses

import pytest

from mtaudit.case import Case, Document, Passage
from mtaudit.estimation.translators import with_translators
from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.languages.sentences import Sentence
from mtaudit.pipeline import measured

GOOD = (
    "Para nelayan di desa itu telah meminta bantuan selama lebih dari tiga tahun, kata menteri itu kepada wartawan.",
    "Pemerintah akan membangun kembali pelabuhan itu setelah badai menghancurkan dua dermaganya pada hari Selasa.",
)
BAD = (
    "Itu fishermen di itu village telah meminta tolong untuk more dari tiga tahun -tahun, itu minister bilang.",
    "Itu pemerintahan akan mem -bangun itu harbour sesudah itu storm hancurkan dua dari itu piers dari itu.",
)


def case(number: int, text: str, system: str | None) -> Case:
    document = Document(str(number), str(number), text, system=system, language="id")
    sentence = Sentence(0, len(text), text, 0)
    return measured(Case(document, (sentence,), (None,), (None,), ENGLISH_INDONESIAN))


def shortfalls(cases: list[Case]) -> list[float]:
    return [c.translator.shortfall for c in with_translators(cases) if c.translator]


def test_texts_of_one_system_speak_for_each_other() -> None:
    """A sound sentence of a poor system is known as a poor system's, and the other way round."""
    texts = [*(GOOD[0], *BAD * 12), *(BAD[0], *GOOD * 12)]
    systems = ["poor"] * 25 + ["fine"] * 25
    found = shortfalls([case(i, *row) for i, row in enumerate(zip(texts, systems, strict=True))])
    assert len(set(found[:25])) == len(set(found[25:])) == 1
    assert found[0] > found[-1]


def test_texts_that_name_no_system_stand_for_themselves() -> None:
    """Nothing is inferred from articles that somebody else may have translated."""
    first, *_ = shortfalls([case(0, GOOD[0], None), *(case(i, BAD[0], None) for i in range(1, 30))])
    (alone,) = shortfalls([case(0, GOOD[0], None)])
    assert first == alone


def test_a_few_words_say_little_of_a_translator() -> None:
    """One sentence stays near the usual (0); thirty of its kind do not."""
    (one,) = shortfalls([case(0, BAD[0], "poor")])
    many = shortfalls([case(i, BAD[i % 2], "poor") for i in range(30)])
    assert abs(one) < 1 < many[0]


def test_passages_are_added_up_over_the_system() -> None:
    """Sums over all articles of the system; those of another are not among them."""
    rows = [("a", 0.2, True), ("a", 0.4, False), ("b", 0.9, True)]
    cases = [
        dataclasses.replace(case(i, GOOD[0], system), passages=(Passage(0, 9, free, left),))
        for i, (system, free, left) in enumerate(rows)
    ]
    found = with_translators(cases)[0].translator
    assert found
    assert (found.passages, found.left) == (2, 1)
    assert found.free == pytest.approx(0.6)


def test_the_order_of_the_articles_does_not_matter() -> None:
    """What is known of a system depends on its texts alone."""
    cases = [case(i, (GOOD + BAD)[i % 4], "one") for i in range(8)]
    assert shortfalls(cases)[0] == pytest.approx(shortfalls(cases[::-1])[0])
