"""The language that the program speaks to people: messages are English in the code and are looked up when shown.

Fixed texts go through `_` and `ngettext`. Texts that travel as data (findings, reasons, notes, errors) are English
wherever they are made and kept, and are shown through `phrase`. Figures go through `number`. Nothing is translated
while modules are imported, and formats for machines call none of this: they stay as they are in every language.
"""

from __future__ import annotations

from mtaudit.interface.catalog import LANGUAGES, Catalog, catalog_of, current, english, language, using
from mtaudit.interface.phrases import phrase

__all__ = [
    "LANGUAGES", "Catalog", "_", "advice", "catalog_of", "english", "language", "ngettext", "number", "phrase", "using",
]  # fmt: skip


def _(message: str) -> str:
    """A message in the language of the interface; itself where that has none."""
    catalog = current()
    return message if catalog is None else catalog.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a message that goes with `count`, in the language of the interface."""
    catalog = current()
    if catalog is None:
        return singular if count == 1 else plural
    return catalog.ngettext(singular, plural, count)


def advice(text: str) -> str:
    """What a finding suggests: a text to be written stays as it is, a word of advice is a message."""
    return _(text) if " " in text else text


def number(value: float, form: str = ",") -> str:
    """A figure as `format(value, form)` writes it, with the points and commas of the interface's language."""
    text = format(value, form)
    catalog = current()
    return text if catalog is None else catalog.figure(text)
