"""Names of months and of days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from mtaudit.languages.interface import Numbers
from mtaudit.numbers.mention import NumberMention

_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_BEGINS = re.compile(r"(?:^|[.!?:\n])[\s\"“‘'(]*$")
_ABBREVIATED = 3  # letters of a short name: Jan, Mei; as an abbreviation it needs a day or a year beside it


def months(text: str, table: Numbers, found: list[NumberMention]) -> Iterator[NumberMention]:
    """Names of months: sure beside a day or a year, and such as may be another word not."""
    starts, ends = {m.start for m in found if m.digits}, {m.end for m in found if m.digits}
    named = {value: word for word, value in reversed(table.months.items())}
    for match in _WORD.finditer(text):
        word = match.group().lower()
        value = table.months.get(word)
        if value is None or not match.group()[0].isupper():
            continue
        before = len(text[: match.start()].rstrip(" "))
        after = re.match(r"[., ]*", text[match.end() :])
        dated = before in ends or (after is not None and match.end() + after.end() in starts)
        if not dated:
            if len(word) <= _ABBREVIATED and word != named[value]:
                continue
            if word in table.unsure_months and _last_word(text, match.start()) not in table.month_before:
                continue
        yield NumberMention(match.start(), match.end(), match.group(), Fraction(value), "date", sure=dated)


def weekdays(text: str, table: Numbers) -> Iterator[NumberMention]:
    """Days of the week; never sure, as news in another zone has another one, or none."""
    for match in _WORD.finditer(text):
        word = match.group().lower()
        value = table.weekdays.get(word)
        if value is None or not match.group()[0].isupper():
            continue
        if word in table.unsure_days and _BEGINS.search(text[: match.start()]):
            continue
        yield NumberMention(match.start(), match.end(), match.group(), Fraction(value), "weekday", sure=False)


def _last_word(text: str, end: int) -> str:
    match = re.search(r"([^\W\d_]+)[\s-]*$", text[max(0, end - 16) : end])
    return match.group(1).lower() if match else ""
