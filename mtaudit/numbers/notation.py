"""Numbers that are written as the other language writes them, and years that lost the dash between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from mtaudit.languages.interface import Numbers
from mtaudit.surface.spacing import NOT_PROSE, Slip
from mtaudit.text import Reading

_YEARS = re.compile(r"(?<=\()(1[0-9]{3}|20[0-2]\d)(1[0-9]{3}|20[0-2]\d)(?=\))")
THROUGHOUT = 3  # figures of a text that all have three digits behind the mark: no decimals, then
_LONGEST_LIFE = 150  # years


def foreign_notation(reading: Reading) -> tuple[Slip, ...]:
    """Numbers in the other language's dress, by place; `mend` is empty where there is more to do than to respell.

    A thousand with the other mark counts where it has two marks, ends in two noughts, or stands before what can only be
    counted (no scale, percent sign, measure, currency or hour); or where all such marks of the text, three or more,
    have three digits behind. Units outside brackets; decades (`1480s`), ordinals (`25th`), scales (`5bn`, `3 billion`).
    """
    return reading.once(_foreign_notation)


def _foreign_notation(reading: Reading) -> tuple[Slip, ...]:
    own, other = reading.language.numbers, reading.other.numbers
    text = NOT_PROSE.sub(lambda m: " " * len(m.group()), reading.text)
    return tuple(
        sorted(
            [*_grouped(text, own, other, reading.language.function_words), *_dressed(text, own, other)],
            key=lambda s: s.start,
        )
    )


def _grouped(text: str, own: Numbers, other: Numbers, light: frozenset[str]) -> Iterator[Slip]:
    if (own.decimal, own.group) != (other.group, other.decimal):
        return
    mark = re.escape(other.group)
    found = list(re.finditer(rf"(?<![\w.,])[1-9]\d{{0,2}}(?:{mark}\d{{3}})+(?![\w,.-]\w|\w)", text))
    throughout = len(found) >= THROUGHOUT and not re.search(rf"\d{mark}\d{{1,2}}(?!\d)", text)
    for match in found:
        figure = match.group()
        behind = re.match(r" ([a-z]+|%)", text[match.end() :])
        word = behind.group(1) if behind else ""
        if word in own.scales or word in own.percent:
            continue
        units = own.measures.keys() | own.currencies.keys() | own.divisible | light
        counts = bool(word) and word not in units and text[match.start() - 1 : match.start()] not in ("$", "£", "€")
        if figure.count(other.group) > 1 or figure.endswith("00") or counts or throughout:
            yield Slip(match.start(), match.end(), figure.replace(other.group, own.group))


def _dressed(text: str, own: Numbers, other: Numbers) -> Iterator[Slip]:
    signs = "|".join(sorted((re.escape(s) for s in other.currencies if not s[-1:].isalnum()), key=len, reverse=True))
    scales = "|".join(sorted(map(re.escape, other.scales.keys() - own.scales.keys()), key=len, reverse=True))
    short = "|".join(sorted(map(re.escape, other.scale_signs.keys() - own.scale_signs.keys()), key=len, reverse=True))
    endings = "|".join(sorted(map(re.escape, other.ordinal_suffixes)))
    figure = r"\d+(?:[.,]\d+)*"
    patterns = [rf"(?:{signs})?\s?{figure} (?:{scales})(?!\w)" if scales else ""]
    patterns.append(rf"{figure}(?:{short})(?!\w)" if short else "")
    patterns.append(rf"\d+(?:{endings})(?!\w)" if endings else "")
    for pattern in filter(None, patterns):
        for match in re.finditer(rf"(?<![\w.,$£€])(?=\S)(?:{pattern})", text):
            yield Slip(match.start(), match.end(), "")
    for match in re.finditer(r"(?<!\w)(1\d|20)\d0s(?!\w)", text) if "s" in other.decade_suffixes else ():
        yield Slip(match.start(), match.end(), match.group()[:-1] + own.decade_written)
    units = "|".join(sorted(map(re.escape, own.foreign_units), key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w.,(]){figure} ?(?:{units})(?!\w)(?![^()\n]*\))", text, re.I) if units else ():
        yield Slip(match.start(), match.end(), "")
    parts = "|".join(re.escape(p) for p in other.day_parts if "." in p)
    for match in re.finditer(rf"\d+(?:[:.]\d\d)? (?:{parts})(?!\w)", text, re.I) if parts else ():
        yield Slip(match.start(), match.end(), "")


def glued_years(reading: Reading) -> tuple[Slip, ...]:
    """Two years in brackets as one number of eight digits, the second later than the first and within a life of it."""
    return reading.once(_glued_years)


def _glued_years(reading: Reading) -> tuple[Slip, ...]:
    found = []
    for match in _YEARS.finditer(reading.text):
        first, second = (Fraction(year) for year in match.groups())
        if first < second <= first + _LONGEST_LIFE:
            found.append(Slip(match.start(), match.end(), f"{match.group(1)}–{match.group(2)}"))
    return tuple(found)
