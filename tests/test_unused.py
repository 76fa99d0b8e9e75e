"""Which glossary entries a run had any use for."""

from __future__ import annotations

from mtaudit.case import GlossaryEntry
from mtaudit.model import Original
from mtaudit.unused import unused
from tests.rendering.building import document, segments

TEXT = "Kapal itu melewati Selat Malaka. Serangan udaranya berhenti."


def names(*entries: GlossaryEntry, english: str | None = None, back: str | None = None) -> list[str]:
    """The names of the unused entries."""
    original = Original("en", "full", 1.0, english) if english else None
    rows = segments(TEXT, [("Kapal itu melewati Selat Malaka.", back, None)])
    return [e.name for e in unused(entries, [document("a", TEXT, original=original, segments=rows)])]


def test_an_entry_is_used_where_any_of_its_forms_occurs() -> None:
    """In the translation, in the original, in the back-translation; letter case and endings aside."""
    strait = GlossaryEntry("Strait of Malacca", ("selat malaka",))
    raid = GlossaryEntry("air strike", ("serangan udara",))
    talks = GlossaryEntry("ceasefire talk", ("perundingan gencatan senjata",))
    assert names(strait, raid, talks) == ["ceasefire talk"]
    assert names(talks, english="The ceasefire talks go on.") == []
    assert names(talks, back="Ceasefire talks go on.") == []


def test_a_form_inside_other_words_is_no_occurrence() -> None:
    """The beginning of another word, a word that goes on, a short word in a longer one."""
    assert names(GlossaryEntry("Lewat"), GlossaryEntry("Selat Malakabaru"), GlossaryEntry("Ka")) == [
        "Lewat",
        "Selat Malakabaru",
        "Ka",
    ]


def test_punctuation_alone_is_no_form() -> None:
    """An entry without a letter is unused, and breaks nothing."""
    assert names(GlossaryEntry("!!!"), GlossaryEntry("Selat", (" ",))) == ["!!!"]
