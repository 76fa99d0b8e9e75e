"""Two languages together: which pair is which, and what one without tables still knows."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

from mtaudit.estimation.estimate import model
from mtaudit.languages import ENGLISH, ENGLISH_INDONESIAN, INDONESIAN, LanguagePair
from mtaudit.names.tables import tables
from mtaudit.originals.lexicon import load


def test_a_pair_is_the_same_after_its_way_to_another_process() -> None:
    """What is kept for a pair is found again there: tables are read once a process, not once an article."""
    again = pickle.loads(pickle.dumps(ENGLISH_INDONESIAN))
    assert again == ENGLISH_INDONESIAN
    assert again.source == ENGLISH
    assert load(again) is load(ENGLISH_INDONESIAN)


def test_the_other_direction_and_other_tables_are_another_pair(tmp_path: Path) -> None:
    """Nothing that is known of one is taken for the other."""
    assert LanguagePair(INDONESIAN, ENGLISH) != ENGLISH_INDONESIAN
    assert replace(ENGLISH_INDONESIAN, data=tmp_path) != ENGLISH_INDONESIAN


def test_without_tables_letters_still_tell(tmp_path: Path) -> None:
    """No word list, no names, no estimate: what is spelled alike is alike, everything else unknown."""
    bare = replace(ENGLISH_INDONESIAN, data=tmp_path)
    assert load(bare).similarity("Presiden Obama tiba", "President Obama arrived") > 0
    assert load(bare).translations("presiden") == {}
    assert tables(bare).gazetteer.entries("London") == []
    assert tables(bare).loans.cognates("President", "Presiden")
    assert model(bare) is None
