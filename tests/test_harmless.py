"""Article text that can't do anything."""

from __future__ import annotations

from mtaudit.harmless import harmless, one_line, xml_legal


def test_control_characters_become_pictures() -> None:
    """Escape, bell, delete and C1 codes are visible; line feeds and tabs stay."""
    assert harmless("a\x1b[2J\x07\x7f\x9b\n\tb") == "a␛[2J␇␡‹U+009B›\n\tb"


def test_direction_overrides_become_visible() -> None:
    """Neither overrides, isolates nor marks turn what stands around them."""
    assert harmless("\u202eabc\u2066\u200f") == "‹U+202E›abc‹U+2066›‹U+200F›"


def test_ordinary_text_is_left_alone() -> None:
    """Accents, Arabic, emoji and joiners are text."""
    text = "Kadyrov é مرحبا 👩‍🚀 “…” — ½"
    assert harmless(text) == text


def test_one_line_folds_line_breaks() -> None:
    """A message of several lines is one line."""
    assert one_line(" a\r\n b\u2028c\t") == "a b c"


def test_xml_keeps_what_xml_allows() -> None:
    """Other characters become the replacement character."""
    assert xml_legal("a\x00\x1b\n\t\ud800b") == "a��\n\t�b"
