"""The noise floor: what a translator does elsewhere weighs on a doubtful quotation."""

from __future__ import annotations

import pytest

from mtaudit.case import Passage, Translator
from mtaudit.evidence.affinity import load as affinity
from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.quotes.content import model
from mtaudit.quotes.floor import Floor
from mtaudit.quotes.signals import Texts, measure

PASSAGES = (Passage(0, 50, 0.3, False), Passage(50, 100, 0.1, True))


def known(shortfall: float = 0.0, passages: int = 2, free: float = 0.4, left: int = 1) -> Translator:
    return Translator(shortfall, passages, free, left)


def test_the_quotations_own_passage_does_not_count() -> None:
    """English left inside the quotation itself is no evidence of what the translator does elsewhere."""
    found = Floor(PASSAGES, known())
    assert found.without(60, 90)["floor_left"] < found.without(10, 20)["floor_left"]


def test_nothing_else_means_nothing_known() -> None:
    """An article that is all one passage, and one without any, give no signal."""
    alone = Floor((PASSAGES[1],), known(0.0, 1, 0.1, 1))
    assert list(alone.without(50, 100).values()) == pytest.approx([0, 0, 0])
    assert list(Floor((), known(0.0, 0, 0.0, 0)).without(0, 10).values()) == pytest.approx([0, 0, 0])


def test_what_the_system_does_in_other_articles_counts() -> None:
    """A run in which the system leaves English standing everywhere, and falls short, raises both signals."""
    own = Floor(PASSAGES, known()).without(0, 10)
    run = Floor(PASSAGES, known(8.0, 100, 20.0, 60)).without(0, 10)
    assert run["floor_left"] > own["floor_left"]
    assert run["translator"] > own["translator"]


def test_every_signal_weighs_and_every_weight_has_its_signal() -> None:
    """Nothing is measured that the content model has no coefficient for, and nothing stands in it unmeasured."""
    told = measure(Texts("We won.", "Kami menang."), affinity(ENGLISH_INDONESIAN))
    told |= Floor(PASSAGES, known()).without(0, 10)
    assert told.keys() == model(ENGLISH_INDONESIAN).coefficients.keys()
