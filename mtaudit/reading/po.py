"""Gettext PO: one pair a file, msgid and msgstr line by line; Babel parses it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.errors import InputError
from mtaudit.reading import bilingual
from mtaudit.reading.bilingual import Unit
from mtaudit.reading.decode import decode
from mtaudit.reading.interface import Columns, Item, Source

_CHARSET = re.compile(rb"^\"Content-Type:[^\n]*?charset=([A-Za-z][\w.-]*)", re.MULTILINE | re.IGNORECASE)


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One pair. Fuzzy entries count (machine translation is often marked so), obsolete and empty ones don't.

    Of a plural the last form is read. Raises InputError where the file is broken or nothing in it is translated.
    """
    from babel.messages.pofile import read_po

    declared = _CHARSET.search(source.data[:8192])
    charset = source.charset or (declared.group(1).decode("ascii") if declared else None)
    text = decode(source.data, source.input, charset)
    try:
        catalog = read_po(text.split("\n"), ignore_obsolete=True, abort_invalid=True)
        messages = [message for message in catalog if message.id]
    except Exception as error:  # PoFileError, and what Babel lets out on a broken header
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise InputError(source.input, f"broken PO ({reason}): `msgfmt --check` shows where") from error
    units = [Unit(message.lineno or 1, _last(message.id), _last(message.string)) for message in messages]
    pair = bilingual.pair(units, source.input, source.input)
    if pair is None:
        raise InputError(source.input, "nothing in it is translated: nothing to audit")
    yield pair


def _last(text: object) -> str:
    """A message, or the last of its plural forms."""
    if isinstance(text, (list, tuple)):
        text = next((form for form in reversed(text) if form), "")
    return text if isinstance(text, str) else ""
