"""Gettext PO: one pair a file, msgid and msgstr line by line; Babel parses it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mtaudit.errors import InputError
from mtaudit.reading import bilingual, escapes
from mtaudit.reading.bilingual import Unit
from mtaudit.reading.decode import declared, decode
from mtaudit.reading.interface import Columns, Item, Remark, Source
from mtaudit.reading.traced import SourceText, Traced

_STRING = re.compile(r"^[ \t]*msgstr(?:\[\d+\])?[ \t]*(\"[^\n]*\"[ \t]*(?:\n[ \t]*\"[^\n]*\"[ \t]*)*+)$", re.MULTILINE)
_OBSOLETE = re.compile(r"^#~[ \t]*msgid[ \t]", re.MULTILINE)
_WINDOW = 1000  # strings of the file searched for one that Babel gives: headers and plural forms stand between


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One pair. Fuzzy entries count (machine translation is often marked so), obsolete and empty ones don't.

    Of a plural the last form is read. Raises InputError where the file is broken or nothing in it is translated.
    """
    from babel.messages.pofile import read_po

    text = decode(source.data, source.input, declared(source, "po"))
    try:
        catalog = read_po(text.split("\n"), ignore_obsolete=True, abort_invalid=True)
        messages = [message for message in catalog if message.id]
    except Exception as error:  # PoFileError, and what Babel lets out on a broken header
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise InputError(source.input, f"broken PO ({reason}): `msgfmt --check` shows where") from error
    whole = SourceText(text)
    strings = _strings(whole)
    units = [
        Unit(_last(m.id), _placed(_last(m.string), m.lineno or 1, strings, whole), m.context or "") for m in messages
    ]
    language = str(catalog.locale_identifier or "") if catalog.locale_identifier else ""
    pair = bilingual.pair(units, source.input, source.input, whole, language=language)
    if pair is None:
        raise InputError(source.input, "nothing in it is translated: nothing to audit")
    yield pair
    left = Counter[str]()
    left["without a translation"] = sum(not _last(m.string).strip() for m in messages)
    left["obsolete"] = len(_OBSOLETE.findall(text))
    yield from bilingual.left_out(source.input, source.input, +left)
    if fuzzy := sum(m.fuzzy for m in messages):
        yield Remark(source.input, f"{fuzzy} fuzzy unit{'s' * (fuzzy != 1)} audited like the others")


def _strings(whole: SourceText) -> list[Traced]:
    """What every msgstr of the file spells, from the last to the first; empty ones are left out."""
    found = [escapes.po_string(whole.cut(*match.span(1))) for match in _STRING.finditer(whole.text)]
    return [string for string in reversed(found) if string.text]


def _placed(text: str, line: int, strings: list[Traced], whole: SourceText) -> Traced:
    """`text` where the next of `strings` that says so stands, taken off with all before it; else where its entry does.

    Babel leaves out some entries and gives the others in the order of the file.
    """
    ahead = range(len(strings) - 1, max(-1, len(strings) - 1 - _WINDOW), -1)
    at = next((i for i in ahead if strings[i].text == text), None)
    if at is None:
        return Traced.at(text, whole.line_start(line))
    found = strings[at]
    del strings[at:]
    return found


def _last(text: object) -> str:
    """A message, or the last of its plural forms."""
    if isinstance(text, (list, tuple)):
        text = next((form for form in reversed(text) if form), "")
    return text if isinstance(text, str) else ""
