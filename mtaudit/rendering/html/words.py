"""What the page calls things, and text made safe for HTML."""

from __future__ import annotations

import html
from collections.abc import Mapping

from mtaudit.harmless import harmless, one_line
from mtaudit.interface import _, language, ngettext
from mtaudit.interface import number as figure
from mtaudit.model import Area, Category, Content, EntityStatus, EntityType, Evidence, Marks, Severity
from mtaudit.rendering.spoken import Spoken

AREAS: Mapping[Area, str] = {
    "overall": "Overall",
    "entity": "Names",
    "quote": "Quotations",
    "number": "Numbers",
    "adequacy": "Adequacy",
    "surface": "Surface",
}
CATEGORIES: Mapping[Category, str] = {
    "entity": "name",
    "quote": "quotation",
    "number": "number",
    "adequacy": "adequacy",
    "surface": "surface",
    "terminology": "terminology",
}
SEVERITY_WORDS: Mapping[Severity, str] = {"critical": "Critical", "major": "Major", "minor": "Minor"}
EVIDENCE: Mapping[Evidence, str] = {
    "translation": "seen in the {target} itself",
    "original": "held against the {source}",
    "back-translation": "rests on the back-translation alone",
    "reader": "told by the reader, word by word",
    "judge": "a language model’s opinion",
}
TYPES: Mapping[EntityType, str] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other name"}
STATUS: Mapping[EntityStatus, str] = {
    "mistranslated": "replaced by something else",
    "mangled": "misspelt",
    "dropped": "missing",
    "untranslated": "left in {source}",
    "unverified": "nothing tells whether it is right",
    "localised": "in its {target} form",
    "preserved": "kept as it is",
}  # worst first
NOT_CHECKED = "not checked"  # what a reader sees of the status and the content `unverified`
SOUND: frozenset[EntityStatus] = frozenset({"preserved", "localised"})
MARKS: Mapping[Marks, str] = {
    "ok": "marks in place",
    "escaped": "marks arrived as HTML entities",
    "lost": "marks lost",
    "unbalanced": "a mark is missing, doubled or turned round",
    "moved": "marks stand around other words",
}
CONTENT: Mapping[Content, str] = {
    "faithful": "faithful",
    "unverified": "not checked: nothing tells what was said",
    "minor": "slightly off",
    "major": "says something else",
    "dropped": "missing",
}  # worst last


def called(text: str, languages: Spoken) -> str:
    """A text of these tables, with the names of the languages in their places."""
    return _(text).format(source=languages.source, target=languages.target)


def esc(text: str) -> str:
    """Text for HTML content and quoted attributes; control and bidi characters are made visible."""
    return html.escape(harmless(text))


def line(text: str) -> str:
    """The same on one line."""
    return html.escape(one_line(text))


def count(number: int, noun: str) -> str:
    """`1 finding`, `2,000 findings`; the messages are collected from the calls (tools/messages.py)."""
    return ngettext(f"{{count}} {noun}", f"{{count}} {noun}s", number).format(count=figure(number))


def spoken_as(code: str) -> str:
    """The attribute for text in a language other than the page's, with a blank before it; "" for the page's own."""
    return f' lang="{line(code)}"' if code and code != language() else ""
