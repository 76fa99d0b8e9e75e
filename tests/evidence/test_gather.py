"""The evidence on words: where each stands, how rare it is, what carries it, what comes back."""

from __future__ import annotations

import pytest

from mtaudit.case import Case
from mtaudit.evidence.back_translation import agreement, sound
from mtaudit.evidence.gather import PROVIDERS, evidence
from mtaudit.evidence.interface import Cut, Word
from mtaudit.originals.lexicon import load
from tests.conftest import ROOT
from tests.rules.conftest import lay_out

ORIGINAL = "The minister resigned on Monday.\nFarmers protested in the capital."
TRANSLATION = "Menteri itu mundur pada hari Senin.\nPara petani memprotes di ibu kota."
BACK = ("The minister stepped down on Monday.", "Farmers are protesting in the capital city.")


def word(case: Case, text: str) -> Word:
    """The word of either side that is written so."""
    found = evidence(case)
    return next(w for side in (found.target, found.source) for row in side for w in row if w.text == text)


def test_words_stand_where_they_are_in_the_document() -> None:
    """In every sentence of both sides, hyphened words part by part with one place."""
    original = "The minister resigned.\nA well-known farmer left."
    case = lay_out("Menteri itu mundur.\nAnak-anak petani memprotes.", original)
    found = evidence(case)
    for text, rows in ((case.text, found.target), (original, found.source)):
        assert [[text[w.start : w.end] for w in row] for row in rows] == [[w.text for w in row] for row in rows]
    assert [w.text for w in found.source[1]].count("well-known") == 2


def test_a_word_that_the_other_side_has_is_carried() -> None:
    """Whichever side it stands on; one that nothing stands for is not, and function words weigh little."""
    case = lay_out(TRANSLATION, ORIGINAL)
    for text in ("petani", "Farmers", "Senin", "Monday"):
        assert (word(case, text).carried or 0) > 0.5
    lost = lay_out("Menteri itu mundur.", "The minister resigned because of the drought.")
    assert word(lost, "drought").carried == 0.0
    assert (word(lost, "drought").weight or 0) > 3 > (word(lost, "of").weight or 0)


def test_without_an_original_nothing_is_said_of_what_is_carried() -> None:
    """Unknown is not 0."""
    case = lay_out(TRANSLATION)
    assert word(case, "petani").carried is None
    assert (word(case, "petani").weight or 0) > 1
    assert evidence(case).source == ()


def test_what_comes_back() -> None:
    """Words of either side that the back-translation has; None without one, and where it broke on the way."""
    case = lay_out(TRANSLATION, ORIGINAL, BACK)
    assert word(case, "minister").comes_back == word(case, "petani").comes_back == 1.0
    assert word(case, "resigned").comes_back == 0.0
    assert word(lay_out(TRANSLATION, ORIGINAL), "petani").comes_back is None
    broken = lay_out(TRANSLATION, ORIGINAL, (BACK[0], "Farmers farmers farmers farmers farmers farmers farmers."))
    assert sound(broken, 1) is None
    assert word(broken, "petani").comes_back is None
    assert word(broken, "minister").comes_back == 1.0


def test_agreement_of_a_back_translation_with_the_original() -> None:
    """The share of the original's content that comes back; None without a back-translation."""
    case = lay_out(TRANSLATION, ORIGINAL, BACK)
    terms = [load(case.pair).source_terms(line) for line in ORIGINAL.split("\n")]
    own, other = agreement(case, case.links[1], terms[1]), agreement(case, case.links[0], terms[1])
    assert own is not None
    assert other is not None
    assert own > 0.9 > 0.1 > other
    assert agreement(lay_out(TRANSLATION, ORIGINAL), case.links[1], terms[1]) is None


@pytest.mark.parametrize("field", PROVIDERS)
def test_each_kind_of_evidence_has_a_field_and_a_name_for_editors(field: str) -> None:
    """The one that docs/architecture.md tells of it."""
    assert [f for f in Word.__dataclass_fields__ if f not in Cut.__dataclass_fields__] == list(PROVIDERS)
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert f"| `{field}` | {PROVIDERS[field].label} |" in told
