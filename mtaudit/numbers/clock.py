"""Times of day and names of months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from mtaudit.languages.interface import Numbers
from mtaudit.numbers.mention import NumberMention

_CLOCK = re.compile(r"(?<![\d.,:/])(?P<h>[01]?\d|2[0-4])(?P<sep>[:.])(?P<m>[0-5]\d)(?!\d|[:/.,]\d)")
_HOURS_MINUTES = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")  # 1930 GMT


def clocks(text: str, table: Numbers) -> Iterator[NumberMention]:
    """Times of day written as hours and minutes: 12:55, pukul 12.55, 7.30pm."""
    for match in _CLOCK.finditer(text):
        after = re.match(r"[\s\u00a0]?([a-z]+(?:[.'’][a-z]+)*\.?)", text[match.end() : match.end() + 14], re.I)
        word = after.group(1).lower() if after else ""
        shift = table.clock_after.get(word, table.clock_after.get(word.rstrip(".")))
        lead = _last_word(text, match.start())
        if match["sep"] == "." and shift is None and lead not in table.clock_before:
            continue
        minutes = int(match["h"]) * 60 + int(match["m"])
        value = Fraction(minutes, 60)
        mention = NumberMention(match.start(), match.end(), match.group(), value, "time", clock=minutes, digits=True)
        if shift is not None and (shift < 0 or int(match["h"]) <= 12):
            mention = _at(mention, minutes, shift)
        yield mention


def _at(mention: NumberMention, minutes: int, shift: int) -> NumberMention:
    """The mention as a time of day; `shift` 12 after noon, 0 before, -1 unknown, -2 in a zone of the readers' own."""
    known = shift >= 0
    if known:
        minutes = minutes % 720 + (720 if shift == 12 else 0)
    # Newsrooms convert to their own zone (WIB): such a time can't be held against the original's.
    return replace(mention, kind="time", clock=minutes, half_day_known=known, sure=mention.sure and shift != -2)


def months(text: str, table: Numbers, found: list[NumberMention]) -> list[NumberMention]:
    """Names of months beside a day or a year."""
    named = []
    starts, ends = {m.start for m in found if m.digits}, {m.end for m in found if m.digits}
    for match in re.finditer(r"[^\W\d_]{3,}", text):
        value = table.months.get(match.group().lower())
        if value is None or not match.group()[0].isupper():
            continue
        before = len(text[: match.start()].rstrip(" "))
        after = re.match(r"[., ]*", text[match.end() :])
        if before in ends or (after and match.end() + after.end() in starts):
            named.append(NumberMention(match.start(), match.end(), match.group(), Fraction(value), "date"))
    return named


def _last_word(text: str, end: int) -> str:
    match = re.search(r"([^\W\d_]+)\s*$", text[max(0, end - 16) : end])
    return match.group(1).lower() if match else ""


def timed(text: str, mention: NumberMention, after: str, table: Numbers) -> NumberMention:
    """`mention` as a time of day where the word `after` it or the one before says so: 7 a.m., jam 3, 1930 GMT."""
    if _HOURS_MINUTES.fullmatch(mention.text):  # 1930 GMT, or 1930 where the other side has a time
        clock = int(mention.text[:2]) * 60 + int(mention.text[2:])
        mention = replace(mention, clock=clock)
        return replace(mention, kind="time") if table.clock_after.get(after, 0) == -1 else mention
    if mention.kind not in ("cardinal", "year") or mention.value.denominator != 1 or mention.value > 24:
        return mention
    shift = table.clock_after.get(after, table.clock_after.get(after.rstrip(".")))
    if shift is not None:
        return _at(mention, int(mention.value) * 60, shift)
    if _last_word(text, mention.start) in table.clock_before:
        return replace(mention, clock=int(mention.value) * 60, kind="time")
    return mention
