"""ICU messages, `{n, plural, one {# comment} other {# comments}}`: of all forms the last is read, as of a PO plural."""

from __future__ import annotations

import re

from mtaudit.reading.traced import Builder, Traced

_OPEN = re.compile(r"\{\s*[\w.]+\s*,\s*(?:plural|select|selectordinal)\s*,")
_FORM = re.compile(r"\s*(?:offset:\d+\s*)?(?:=\d+|\w+)\s*\{")


def last_form(text: Traced) -> Traced:
    """`text` with every plural and every choice replaced by its last form; as it is where braces don't match."""
    while (match := _OPEN.search(text.text)) and (found := _last(text.text, match.end())):
        start, end, after = found
        built = Builder().keep(text, 0, match.start()).keep(text, start, end).keep(text, after)
        text = built.done()
    return text


def _last(text: str, at: int) -> tuple[int, int, int] | None:
    """Start and end of the last form of a choice whose forms begin at `at`, and where the choice ends."""
    last: tuple[int, int] | None = None
    while form := _FORM.match(text, at):
        end = _closing(text, form.end())
        if end is None:
            return None
        last, at = (form.end(), end), end + 1
    while text[at : at + 1].isspace():
        at += 1
    return (*last, at + 1) if last is not None and text[at : at + 1] == "}" else None


def _closing(text: str, at: int) -> int | None:
    """Where the brace stands that closes one opened right before `at`."""
    depth = 1
    for place in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if not depth:
            return place
    return None
