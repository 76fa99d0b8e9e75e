"""Measures: what a number counts in, and when two numbers are one length, mass, time or temperature."""

from __future__ import annotations

import re

from mtaudit.languages.interface import Numbers
from mtaudit.numbers.mention import NumberMention

HEAT = "heat"  # degrees of a scale that isn't named
_SCALES = ("celsius", "fahrenheit")
_ROUNDED_HEAT = 1.5  # degrees Fahrenheit by which a converted temperature, or a rise of it, may be rounded
CONVERSION_TOLERANCE = 0.1  # a journalist's "about 6 metres" for 20 feet, four weeks for a month
_COMPOUND_TOLERANCE = 0.05  # of what is told to the inch: 1,8 meter for 5'10", not 183 sentimeter for 6'4"
_WORD = r"([^\W\d_]+(?:[./'’][^\W\d_]+)*\.?)"
_WORDS = re.compile(rf"[\s\u00a0-]*{_WORD}(?:[\s\u00a0-]+{_WORD})?")


def behind(rest: str, table: Numbers, digits: bool) -> tuple[str, float] | None:
    """The measure that begins `rest`, what stands right behind a number: `feet`, `square miles`, `°F`."""
    if scale := _heat(rest, table, digits):
        return scale, 1.0
    words = _WORDS.match(rest)
    if words is None:
        return None
    first, second = ((word or "").lower().rstrip(".") for word in words.groups())
    if first in table.squares:
        return _squared(table.measures.get(second))
    unit = table.measures.get(first) or table.measures.get(first.partition("/")[0])
    return _squared(unit) if unit and second in table.squares else unit


def _squared(unit: tuple[str, float] | None) -> tuple[str, float] | None:
    return ("area", unit[1] ** 2) if unit and unit[0] == "length" else None


def _heat(rest: str, table: Numbers, digits: bool) -> str | None:
    """The scale of a temperature: `41 degrees Fahrenheit`, `5 derajat Celsius`, `5°C`, `350 F`."""
    words = "|".join(map(re.escape, sorted(table.degrees)))
    scales = "|".join(map(re.escape, sorted(table.heat_scales)))
    if not words or not scales:
        return None
    if found := re.match(rf"[\s\u00a0-]*(?:{words})(?:[\s\u00a0]*({scales}))?(?!\w)", rest, re.IGNORECASE):
        return table.heat_scales[found[1].lower()] if found[1] else HEAT
    if found := re.match(r"[\s\u00a0]?([A-Z])(?![\w'’]|\.\w)", rest):
        return table.heat_scales.get(found[1].lower()) if digits else None
    found = re.match(rf"[\s\u00a0-]*({scales})(?!\w)", rest, re.IGNORECASE)
    return table.heat_scales[found[1].lower()] if found and len(found[1]) > 1 else None


def heat(unit: tuple[str, float]) -> bool:
    """Whether a unit is one of temperature."""
    return unit[0] in (*_SCALES, HEAT)


def converted(a: NumberMention, b: NumberMention) -> bool:
    """Whether one is the other in another unit, rounded as newsrooms round: 20 feet and 6 meter, 95 °F and 35 °C."""
    if not a.unit or not b.unit:
        return False
    named = {a.unit[0], b.unit[0]}
    if _SCALES[0] in named and len(named) == 2 and named <= {*_SCALES, HEAT}:
        celsius, other = (float(m.value) for m in ((a, b) if a.unit[0] == _SCALES[0] else (b, a)))
        risen = abs(celsius * 1.8 - other)
        return min(abs(abs(celsius * 1.8 + 32) - other), abs(abs(32 - celsius * 1.8) - other), risen) <= _ROUNDED_HEAT
    if a.unit[0] != b.unit[0] or a.unit[1] == b.unit[1]:
        return False
    x, y = float(a.value) * a.unit[1], float(b.value) * b.unit[1]
    return abs(x - y) <= (_COMPOUND_TOLERANCE if a.compound or b.compound else CONVERSION_TOLERANCE) * max(x, y)


def alike(a: NumberMention, b: NumberMention) -> bool:
    """Whether both count in measures of one kind: lengths, times, degrees."""
    if not a.unit or not b.unit:
        return False
    return a.unit[0] == b.unit[0] or {a.unit[0], b.unit[0]} <= {*_SCALES, HEAT}


def another(a: NumberMention, b: NumberMention) -> bool:
    """Whether the same figure counts in another unit of the same kind: six feet, 6 meter."""
    if not alike(a, b) or a.unit == b.unit or HEAT in ((a.unit or "")[0], (b.unit or "")[0]):
        return False
    return not ((a.unit or "")[0] in _SCALES and converted(a, b))
