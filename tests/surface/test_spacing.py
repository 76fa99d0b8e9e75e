"""Blanks beside hyphens are slips only where words are said twice."""

from __future__ import annotations

from mtaudit.languages import INDONESIAN
from mtaudit.surface.spacing import hyphen_gaps
from tests.languages.esperanto import ESPERANTO


def test_a_gap_in_a_reduplication_is_a_slip_only_where_there_are_reduplications() -> None:
    """`langkah -langkah` is one Indonesian word; the same in a language that has none is a dash."""
    assert [slip.mend for slip in hyphen_gaps("langkah -langkah itu", INDONESIAN)] == ["langkah-langkah"]
    assert hyphen_gaps("paŝon -paŝon", ESPERANTO) == ()
