"""What stands in a text for something else and is no word of it: fields that a program fills in (`{name}`, `%s`), tags,
addresses, keys of a program."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from mtaudit.text import Reading, Stretches

# printf, Python's and Ruby's formats; ICU, str.format, template strings, Angular, Mustache; tags.
_FIELD = re.compile(
    r"""
    \{\{\s*[\w.$][\w.$| -]{0,60}\}\}
    | [$%\#]?\{[A-Za-z_$][\w.:-]*\} | \{\d+\} | \{\w+,\s*(?:number|date|time)\b[^{}\n]{0,60}\}
    | %\([A-Za-z_]\w*\)[-+\#0]*\d*(?:\.\d+)?[A-Za-z]
    | (?<![\w%])%(?:\d+\$)?[-+\#0]*\d*(?:\.\d+)?(?:hh?|ll?|[zjtL])?[sdiufFeEgGxXc@](?![A-Za-z])
    | </?[A-Za-z][\w-]*(?:\s[^<>\n]{0,300})?/?>
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_KEY = re.compile(r"(?<!\w)(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?!\w)")


@dataclass(frozen=True, slots=True)
class Field:
    """`text == reading.text[start:end]`; `address`: a URL or mail address, or else what a program fills in or reads."""

    start: int
    end: int
    text: str
    address: bool


def fields(reading: Reading) -> tuple[Field, ...]:
    """The fields, tags, keys and addresses of a text, in order; none overlaps another."""
    return reading.once(_fields)


def _fields(reading: Reading) -> tuple[Field, ...]:
    found: list[Field] = []
    for address, pattern in ((True, _ADDRESS), (False, _FIELD), (False, _KEY)):
        taken = Stretches((other.start, other.end) for other in found)
        for match in pattern.finditer(reading.text):
            if not taken.touch(match.start(), match.end()):
                found.append(Field(match.start(), match.end(), match.group(), address))
    return tuple(sorted(found, key=lambda field: field.start))


def is_field(text: str) -> bool:
    """Whether the whole of a text is a field that a program fills in."""
    return _FIELD.fullmatch(text) is not None


def in_fields(reading: Reading, start: int | None, end: int | None) -> bool:
    """Whether a stretch has letters or digits, and none outside of fields, tags, keys and addresses."""
    if start is None or end is None:
        return False
    found = fields(reading)
    at = max(0, bisect_right(found, start, key=lambda field: field.start) - 1)
    letters = inside = 0
    for place in range(start, end):
        while at < len(found) and found[at].end <= place:
            at += 1
        if reading.text[place].isalnum():
            letters += 1
            inside += at < len(found) and found[at].start <= place
    return 0 < letters == inside
