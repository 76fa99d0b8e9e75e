"""Plain text: the whole file is one document; lines that a program broke at a width are made paragraphs again."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.reading.decode import decode
from mtaudit.reading.interface import Columns, Item, Remark, Source, headline
from mtaudit.reading.traced import SourceText
from mtaudit.reading.wrapped import unwrapped
from mtaudit.surface.wire import around, may_be
from mtaudit.text import Reading


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One document: the text as it stands but for wrapped lines, its headline as title."""
    text = decode(source.data, source.input, source.charset)
    if not text.strip():
        raise InputError(source.input, "empty: nothing to audit")
    whole = SourceText(text)
    made, width = unwrapped(whole.cut())
    reading = Reading(made.text, ENGLISH_INDONESIAN.target, ENGLISH_INDONESIAN.source)
    own = [copy for copy in around(reading) if copy.whole] if may_be(made.text) else []
    above = 0  # where the lines end that stand above the headline
    for line in own:
        if not made.text[above : line.start].strip():
            above = line.end
    runs = whole.runs(made) if width else ()
    title = headline(made.text[above:])
    yield Document(id=source.input, input=source.input, text=made.text, title=title, source_map=runs)
    if width:
        yield Remark(source.input, f"lines broken at {width} characters are read as paragraphs")
    if own:
        many = f"{len(own)} line{'s' * (len(own) != 1)}"
        yield Remark(source.input, f"not judged as text: slug, byline, credits and the like of wire copy ({many})")
