"""Words of the original copied into the translation."""

from __future__ import annotations

import pytest

from mtaudit.adequacy.leftovers import leftovers
from mtaudit.languages import ENGLISH, ENGLISH_INDONESIAN, INDONESIAN
from mtaudit.text import Reading


@pytest.mark.parametrize(
    ("indonesian", "english", "found"),
    [
        (
            "Cuacanya adalah yang worst dalam lima belas tahun.",
            "The weather was the worst in fifteen years.",
            ["worst"],
        ),
        ("Protesters berharap menang.", "Protesters hope to win.", ["Protesters"]),
        ("Ia memesan lobster dan pergi ke Blackpool.", "He ordered lobster and went to Blackpool.", []),
        ("Semboyannya, “the worst is over”, dikenal luas.", 'The slogan "the worst is over" is well known.', []),
        ("Partai itu menang di Police Quest.", "The party won in Police Quest.", []),
        ("Data dan modal naik.", "The data and capital rose.", []),
    ],
)
def test_leftovers(indonesian: str, english: str, found: list[str]) -> None:
    """Common words are found; loanwords, names, quotations and words of both languages are not."""
    reading, original = Reading(indonesian, INDONESIAN, ENGLISH), Reading(english, ENGLISH, INDONESIAN)
    assert [w.text for w in leftovers(reading, [original], ENGLISH_INDONESIAN)] == found
