"""Names of months and of days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from mtaudit.languages.interface import Language, Numbers
from mtaudit.numbers.mention import NumberMention

_BEGINS = re.compile(r"(?:^|[.!?:\n])[\s\"“‘'(]*$")
_DATE = re.compile(r"(?<![\w.,/-])(\d{1,2})([/.-])(\d{1,2})\2(?:1[5-9]|20)\d\d(?![\w/]|[.-]\d)")
_GLOSS = re.compile(r"\((\d{1,2})/(\d{1,2})\)")
_DAYS, _MONTHS = 31, 12
_ABBREVIATED = 3  # letters of a short name: Jan, Mei; as an abbreviation it needs a day or a year beside it


@cache
def _word(genitive: tuple[str, ...]) -> re.Pattern[str]:
    """A word, the genitive off: Monday's."""
    off = rf"(?!(?:{'|'.join(map(re.escape, genitive))})\b)" if genitive else ""
    return re.compile(rf"[^\W\d_]+(?:['’]{off}[^\W\d_]+)?")


def months(text: str, language: Language, found: list[NumberMention]) -> Iterator[NumberMention]:
    """Names of months: sure beside a day or a year, and such as may be another word not."""
    table = language.numbers
    starts, ends = {m.start for m in found if m.digits}, {m.end for m in found if m.digits}
    named = {value: word for word, value in reversed(table.months.items())}
    for match in _word(language.names.genitive).finditer(text):
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


def figures(text: str, table: Numbers) -> Iterator[NumberMention]:
    """The months of dates in figures: 17/8/1945, 17-08-1945, 1.6.1945, (14/8) behind a weekday."""
    for match in _DATE.finditer(text):
        first, second = int(match[1]), int(match[3])
        day, month = (first, second) if table.day_first or first > _MONTHS else (second, first)
        if not (1 <= day <= _DAYS and 1 <= month <= _MONTHS):
            continue
        at = 3 if (day, month) == (first, second) else 1
        unsure = not table.day_first and day <= _MONTHS
        readings = (Fraction(day),) if unsure else ()
        yield NumberMention(
            match.start(at), match.end(at), match[at], Fraction(month), "date", False, readings, digits=True
        )
        if unsure:
            start, end = match.span(4 - at)
            yield NumberMention(
                start, end, match[4 - at], Fraction(day), "cardinal", readings=(Fraction(month),), digits=True
            )
    for match in _GLOSS.finditer(text) if table.day_first else ():
        if 1 <= int(match[1]) <= _DAYS and 1 <= int(match[2]) <= _MONTHS:
            yield NumberMention(
                match.start(2), match.end(2), match[2], Fraction(int(match[2])), "date", sure=False, digits=True
            )


def weekdays(text: str, language: Language) -> Iterator[NumberMention]:
    """Days of the week; never sure, as news in another zone has another one, or none."""
    table = language.numbers
    for match in _word(language.names.genitive).finditer(text):
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
