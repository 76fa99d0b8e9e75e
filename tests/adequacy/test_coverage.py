"""What the bilingual word list says is carried over, and what is not."""

from __future__ import annotations

from mtaudit.adequacy.coverage import Coverage, coverage
from tests.rules.conftest import lay_out

ENGLISH = "The minister resigned on Monday after weeks of protests over rising food prices in the capital."


def covered(translation: str) -> Coverage:
    """How a translation of the sentence and the sentence cover each other."""
    return coverage(lay_out(translation, ENGLISH), 0)


def test_faithful_translation_covers_its_original() -> None:
    """Nothing long is missing on either side."""
    start = "Menteri itu mengundurkan diri pada hari Senin setelah berminggu-minggu"
    found = covered(f"{start} protes kenaikan harga pangan di ibu kota.")
    assert found.original > 0.5
    assert found.lost.words < 4
    assert not found.tail_lost


def test_lost_clause_is_located() -> None:
    """The stretch that nothing stands for is told by its offsets."""
    found = covered("Menteri itu mundur pada hari Senin.")
    assert found.tail_lost
    assert found.lost.words >= 5
    assert "protests over rising food prices" in ENGLISH[found.lost.start : found.lost.end]


def test_unrelated_sentences_cover_next_to_nothing() -> None:
    """Both shares are near zero."""
    found = covered("Pemain bulu tangkis itu meraih medali emas di Tokyo.")
    assert max(found.original, found.translation) < 0.15
