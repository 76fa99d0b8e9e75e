"""Times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache

from mtaudit.languages.interface import Numbers
from mtaudit.numbers.mention import NumberMention

_CLOCK = re.compile(r"(?<![\d.,:/])(?P<h>[01]?\d|2[0-4])(?P<sep>[:.])(?P<m>[0-5]\d)(?!\d|[:/.,]\d)")
_HOURS_MINUTES = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")  # 1930 GMT
_NEAR = 40  # code points around a time in which a part of the day may belong to it


def clocks(text: str, table: Numbers) -> Iterator[NumberMention]:
    """Times of day written as hours and minutes (12:55, pukul 12.55, 7.30pm), in words (half past three), by name."""
    before = 0  # where the last time ends
    for match in _CLOCK.finditer(text):
        part, zone = _part(text, match.end(), table), _zone(text, match.end(), table)
        lead = _last_word(text, match.start())
        second = before and text[before : match.start()].strip().lower() in table.ranges  # pukul 09.30 hingga 16.00
        if match["sep"] == "." and not (part or zone or second or lead in table.clock_before):
            continue
        hour, minutes = int(match["h"]), int(match["h"]) * 60 + int(match["m"])
        mention = NumberMention(
            match.start(), match.end(), match.group(), Fraction(minutes, 60), "time", clock=minutes, digits=True
        )
        known = hour >= 13 or (table.clock_24 and not _part_near(text, match.start(), match.end(), table))
        mention = replace(mention, half_day_known=known and (match["h"] != str(hour) or hour >= 10))
        mention = _at(text, mention, minutes, part, zone)
        before = mention.end
        yield mention
    for phrase, shift in _phrases(table):
        for match in phrase.finditer(text):
            word = next(group for group in match.groups() if group).lower()
            minutes = ((int(word) if word.isdigit() else table.units[word]) * 60 + shift) % 720
            mention = NumberMention(
                match.start(), match.end(), match.group(), Fraction(minutes, 60), "time", False, clock=minutes
            )
            yield _at(text, mention, minutes, _part(text, match.end(), table), None)
    for name, minutes in table.clock_names.items():
        for match in re.finditer(rf"(?<![\d\w]){name}(?!\w)", text, re.IGNORECASE):
            if re.search(r"\d[\s\u00a0]?$", text[: match.start()]):
                continue  # 12 noon
            value = Fraction(minutes, 60)
            yield NumberMention(
                match.start(), match.end(), match.group(), value, "time", False, clock=minutes, half_day_known=True
            )


@cache
def _pattern(words: frozenset[str], fillers: tuple[str, ...]) -> re.Pattern[str]:
    """Any of `words` behind a number, the longest first; one of `fillers` (o'clock) may stand between."""
    told = "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    between = "".join(rf"(?:[\s\u00a0](?:{'|'.join(map(re.escape, fillers))}))?" for _ in fillers[:1])
    return re.compile(rf"{between}[\s\u00a0]?({told})(?!\w)", re.IGNORECASE)


def _phrases(table: Numbers) -> list[tuple[re.Pattern[str], int]]:
    hours = "|".join(["1[0-2]", "[1-9]", *(w for w, v in table.units.items() if 1 <= v <= 12)])
    return [
        (re.compile(rf"(?<!\w){phrase.format(f'({hours})')}(?!\w)", re.IGNORECASE), shift)
        for phrase, shift in table.clock_phrases
    ]


def _part(text: str, end: int, table: Numbers) -> tuple[int, tuple[int, int]] | None:
    """The part of the day said right behind a time: where it ends, and its first and last hour."""
    found = table.day_parts and _pattern(frozenset(table.day_parts), table.clock_fillers).match(text, end)
    return (found.end(), table.day_parts[found[1].lower()]) if found else None


def _zone(text: str, end: int, table: Numbers) -> int | None:
    found = table.clock_after and _pattern(frozenset(table.clock_after), table.clock_fillers).match(text, end)
    return table.clock_after[found[1].lower()] if found else None


def _part_near(text: str, start: int, end: int, table: Numbers) -> bool:
    """Whether a part of the day is said near by that is no other time's."""
    around = text[max(0, start - _NEAR) : start] + " ; " + text[end : end + _NEAR]
    words = "|".join(re.escape(word) for word in sorted(table.day_parts))
    return bool(words) and re.search(rf"(?<!\d )(?<!\w)(?:{words})(?!\w)", around, re.IGNORECASE) is not None


def _at(
    text: str, mention: NumberMention, minutes: int, part: tuple[int, tuple[int, int]] | None, zone: int | None
) -> NumberMention:
    """The mention as a time of day, with the part of the day in it where one is said."""
    known = mention.half_day_known
    if part is not None:
        end, (first, last) = part
        mention = replace(mention, end=end, text=text[mention.start : end])
        hours = [h for h in (minutes // 60 % 12 + 12 * k for k in range(3)) if first <= h <= last]
        if minutes < 780 and hours:
            minutes, known = hours[0] * 60 + minutes % 60, True
    local = zone == -2
    return replace(
        mention, kind="time", clock=minutes % 1440, half_day_known=known, local=local, sure=mention.sure and not local
    )


def _last_word(text: str, end: int) -> str:
    match = re.search(r"([^\W\d_]+)\s*$", text[max(0, end - 16) : end])
    return match.group(1).lower() if match else ""


def timed(text: str, mention: NumberMention, table: Numbers) -> NumberMention:
    """`mention` as a time of day where the words behind it or the one before say so: 7 a.m., jam 3, 1930 GMT."""
    zone = _zone(text, mention.end, table)
    if _HOURS_MINUTES.fullmatch(mention.text):  # 1930 GMT, or 1930 where the other side has a time
        clock = int(mention.text[:2]) * 60 + int(mention.text[2:])
        mention = replace(mention, clock=clock)
        return replace(mention, kind="time", half_day_known=True) if zone == -1 else mention
    if mention.kind not in ("cardinal", "year") or mention.value.denominator != 1 or mention.value > 24:
        return mention
    part = _part(text, mention.end, table)
    if part is not None or zone is not None or _last_word(text, mention.start) in table.clock_before:
        mention = replace(mention, half_day_known=mention.value >= 13)
        return _at(text, mention, int(mention.value) * 60, part, zone)
    return mention


def ranged(text: str, mention: NumberMention, following: NumberMention, table: Numbers) -> NumberMention:
    """`mention` as a time where it is the first end of a range whose second is one: between 2 and 4 p.m."""
    between = text[mention.end : following.start].strip().lower()
    hours = mention.kind == "cardinal" and mention.value.denominator == 1 and 0 < mention.value <= 12
    if following.kind == "time" and hours and (between in table.ranges or re.fullmatch("[-–]", between)):
        return replace(mention, kind="time", clock=int(mention.value) * 60)
    return mention
