"""Numbers that can only be the other language's writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.languages.interface import Numbers
from mtaudit.surface.spacing import NOT_PROSE, Slip
from mtaudit.text import Reading

_BESIDE = 60  # code points on either side in which the same temperature may stand on the other scale


def foreign_notation(reading: Reading) -> tuple[Slip, ...]:
    """Numbers that the language itself doesn't write so, by place: `1,234,567`, `1,234.5`, `1480s`, `5 bn`, `8 p.m.`,
    `95°F` with no other scale beside it, `9/13/2024`, `9/11` where the date is nowhere in words.

    `1,234` alone is a decimal in many languages, so it says nothing.
    """
    return reading.once(_foreign_notation)


def _foreign_notation(reading: Reading) -> tuple[Slip, ...]:
    text = NOT_PROSE.sub(lambda m: " " * len(m.group()), reading.text)
    own, other = reading.language.numbers, reading.other.numbers
    found = [of(text, own, other) for of in (_figures, _decades, _scales, _half_days, _heat, _dates)]
    return tuple(sorted((slip for slips in found for slip in slips), key=lambda s: s.start))


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


def _scales(text: str, own: Numbers, other: Numbers) -> Iterator[Slip]:
    """Signs of a scale that only the other language has: `5 bn`."""
    signs = {s: size for s, size in other.scale_signs.items() if len(s) > 1 and s not in own.scale_signs}
    words = {size: word for word, size in reversed(own.scales.items()) if word not in own.ones}
    choice = "|".join(sorted(signs, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w.,])(\d[\d.,]*)[ \u00a0]?({choice})(?!\w)", text) if choice else ():
        word = words.get(signs[match[2]])
        if word:
            yield Slip(match.start(), match.end(), f"{match[1]} {word}")


def _half_days(text: str, own: Numbers, other: Numbers) -> Iterator[Slip]:
    """Halves of the day behind an hour, where the language counts 24: `8 p.m.`, `8.30 pm`."""
    halves = {mark: hours for mark, hours in other.day_parts.items() if own.day_parts.get(mark) == hours}
    choice = "|".join(re.escape(mark) for mark in sorted(halves, key=len, reverse=True) if " " not in mark)
    if not own.clock_24 or not choice:
        return
    for match in re.finditer(rf"(?<![\w.,:])(\d{{1,2}})(?:[.:](\d\d))? ?({choice})(?!\w)", text):
        hour = int(match[1])
        if 1 <= hour <= 12:
            hour = hour % 12 + (12 if halves[match[3]][0] >= 12 else 0)
            yield Slip(match.start(), match.end(), f"{hour:02d}{own.clock_mark}{match[2] or '00'}")


def _dates(text: str, own: Numbers, other: Numbers) -> Iterator[Slip]:
    """Days behind months, where the language has them before: `9/13/2024` can be no other; `9/11`."""
    if own.day_first and not other.day_first:
        for match in re.finditer(r"(?<![\w/.,])(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/(\d{4}|\d\d)(?![\w/])", text):
            yield Slip(match.start(), match.end(), f"{match[2]}/{match[1]}/{match[3]}")
        for month, day in other.known_by_date:
            name = next(name for name, number in own.months.items() if number == month).capitalize()
            if f"{day} {name}".lower() in text.lower():
                continue  # the article says itself which day is meant
            for match in re.finditer(rf"(?<![\w/.,-]){month}/{day}(?![\w/-]|[.,]\d)", text):
                yield Slip(match.start(), match.end(), f"{day} {name}")


def _heat(text: str, own: Numbers, other: Numbers) -> Iterator[Slip]:
    """Temperatures on a scale that readers don't know, where the one that they know is nowhere near."""
    if own.heat != "celsius":
        return
    names = {scale: "|".join(n for n, s in own.heat_scales.items() if s == scale) for scale in own.heat_scales.values()}
    degrees = "|".join(re.escape(word) for word in sorted(own.degrees, key=len, reverse=True))
    known = re.compile(rf"(?:{degrees})\s?(?:{names.get('celsius', '')})(?!\w)", re.IGNORECASE)
    foreign = rf"(?<!\d)(\d+)(?:[.,]\d+)?\s?(?:{degrees})\s?(?:{names.get('fahrenheit', '')})(?!\w)"
    for match in re.finditer(foreign, text, re.IGNORECASE):
        if not known.search(text, max(0, match.start() - _BESIDE), match.end() + _BESIDE):
            celsius = round((int(match[1]) - 32) / 1.8)
            yield Slip(match.start(), match.end(), f"{match.group()} ({celsius}°C)")
