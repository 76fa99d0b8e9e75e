"""Words of an original that stand in the translation under another name."""

from __future__ import annotations

from dataclasses import replace

from mtaudit.adequacy.by_name import stands_by_name
from mtaudit.model import EntityVerdict, Place
from mtaudit.originals.align import align
from tests.names.cases import case

ENGLISH = "The Corruption Commission left Leeds.\nLa Corruption Commission quitte Leeds."


def test_words_of_a_name_stand_by_its_form_in_the_translation() -> None:
    """Where the sentence is translated; a line in a third language, none of the original's own sentences, is not."""
    name = "Corruption Commission"
    made = case("KPK meninggalkan Leeds.", ENGLISH)
    own = made.original_sentences[:1]
    entity = EntityVerdict(name, "ORG", "localised", "KPK", 0, 3, places=(Place(0, 3),))
    made = replace(made, original_sentences=own, links=align(made.sentences, own)).judged((entity,), ())
    first, second = ENGLISH.index(name), ENGLISH.rindex(name)
    assert stands_by_name(made, first, first + len(name))
    assert not stands_by_name(made, second, second + len(name))
