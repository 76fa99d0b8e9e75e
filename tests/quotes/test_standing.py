"""Which words of a quotation seem lost or added."""

from __future__ import annotations

import pytest

from mtaudit.evidence.affinity import load as affinity
from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.quotes.standing import Standing, standing
from mtaudit.quotes.words import tokens


def stood(english: str, indonesian: str, left: frozenset[str] = frozenset(), denied: bool = False) -> Standing:
    return standing(tokens(english), tokens(indonesian), affinity(ENGLISH_INDONESIAN), left, denied)


def odds(english: str, indonesian: str) -> tuple[dict[str, float], dict[str, float]]:
    found = stood(english, indonesian)
    return dict(found.lost), dict(found.added)


@pytest.mark.parametrize(
    ("english", "indonesian", "lost", "added"),
    [
        ("The workers rejected the offer", "Para pekerja menolak pisang itu", "offer", "pisang"),
        ("The hospital needs more nurses", "Rumah sakit itu membutuhkan lebih banyak jembatan", "nurses", "jembatan"),
        ("Fishermen fear the storm", "Para nelayan memasak badai", "fear", "memasak"),
    ],
)
def test_a_changed_word(english: str, indonesian: str, lost: str, added: str) -> None:
    """The word that nothing stands for has the highest odds on its side, and they are above even."""
    gone, come = odds(english, indonesian)
    assert max(gone, key=lambda w: gone[w]) == lost
    assert gone[lost] > 0
    assert max(come, key=lambda w: come[w]) == added


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("The workers rejected the offer", "Para buruh menolak tawaran itu"),
        ("a typical mistake", "kesalahan yang biasa"),
        ("The rooms were uncomfortable", "Kamar-kamarnya tidak nyaman"),
    ],
)
def test_right_synonyms(english: str, indonesian: str) -> None:
    """Free but right renderings lose nothing, whichever of the possible words they use."""
    found = stood(english, indonesian, denied="tidak" in indonesian)
    assert max(value for _, value in found.lost) < 1


def test_untranslated_words_stand_for_nothing() -> None:
    """A word left in English does not count as its own rendering."""
    found = stood("a cheap attack", "serangan cheap", frozenset({"cheap"}))
    assert dict(found.lost)["cheap"] > 0


def test_nothing_to_compare() -> None:
    """Empty texts have no words, and the words of the other side then stand for nothing."""
    assert stood("", "").lost == ()
    lost, _ = odds("workers", "")
    assert lost["workers"] > 0
