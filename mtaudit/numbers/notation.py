"""Numbers that can only be the other language's writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.languages.interface import Numbers
from mtaudit.surface.spacing import NOT_PROSE, Slip
from mtaudit.text import Reading


def foreign_notation(reading: Reading) -> tuple[Slip, ...]:
    """Numbers that the language itself can't write so, by place: `1,234,567`, `1,234.5`, `1480s`.

    `1,234` alone is a decimal in many languages, so it says nothing.
    """
    return reading.once(_foreign_notation)


def _foreign_notation(reading: Reading) -> tuple[Slip, ...]:
    text = NOT_PROSE.sub(lambda m: " " * len(m.group()), reading.text)
    own, other = reading.language.numbers, reading.other.numbers
    return tuple(sorted([*_figures(text, own, other), *_decades(text, own, other)], key=lambda s: s.start))


def _figures(text: str, own: Numbers, other: Numbers) -> Iterator[Slip]:
    if (own.decimal, own.group) != (other.group, other.decimal):
        return
    group, decimal = re.escape(other.group), re.escape(other.decimal)
    several, fraction = rf"(?:{group}\d{{3}}){{2,}}(?:{decimal}\d+)?", rf"{group}\d{{3}}{decimal}\d+"
    swapped = str.maketrans({other.group: own.group, other.decimal: own.decimal})
    for match in re.finditer(rf"(?<![\w.,])[1-9]\d{{0,2}}(?:{several}|{fraction})(?![\w-]|[.,]\w)", text):
        yield Slip(match.start(), match.end(), match.group().translate(swapped))


def _decades(text: str, own: Numbers, other: Numbers) -> Iterator[Slip]:
    endings = "|".join(re.escape(s) for s in other.decade_suffixes if s.isalpha() and s not in own.decade_suffixes)
    for match in re.finditer(rf"(?<!\w)((?:1\d|20)\d0)(?:{endings})(?!\w)", text) if endings else ():
        yield Slip(match.start(), match.end(), match.group(1) + own.decade_written)
