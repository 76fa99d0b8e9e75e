"""What stands around a number: suffixes, scale signs, percent, money, measures, letters of a code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mtaudit.languages.interface import Numbers
from mtaudit.numbers import clock, figures, measures
from mtaudit.numbers.mention import NumberMention

_MARK = re.compile(r"[,;:()]|[.!?](?=\s|$)")
_MEASURE = re.compile(r"[\s-]*[^\s,;:.!?]+")
_WINDOW = 6  # words on either side of a number that say what it counts
_CLOSE = 2  # words before a number of which one says its place: from about 5
_DATE_GLOSS = re.compile(r"\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)")  # (27/5): Indonesian news adds it to a weekday


def read_figures(text: str, mention: NumberMention, table: Numbers, alone: bool) -> NumberMention:
    """What the figures may mean beyond their first reading, and what is written onto them."""
    match = figures.FIGURES.match(text, mention.start)
    assert match is not None
    reading = figures.read(match.group(), table.decimal, table.group)
    minutes = None
    if alone and (time := re.fullmatch(r"([01]?\d|2[0-4])[.,:]([0-5]\d)", match.group())):
        minutes = int(time[1]) * 60 + int(time[2])
    other = reading.other if reading else None
    mention = replace(mention, clock=minutes, otherwise=None if other is None else other * mention.scale)
    if not alone:
        return mention
    rest = text[mention.end : mention.end + 12]
    for suffix in sorted(table.decade_suffixes, key=len, reverse=True):
        if re.match(re.escape(suffix) + r"(?!\w)", rest) and mention.value % 10 == 0 and mention.value >= 10:
            end = mention.end + len(suffix)
            other = mention.value % 100 if mention.value >= 1000 else mention.value + 1900
            more = (other, mention.value + 2000) if mention.value < 100 else (other,)
            years = True if mention.value >= 1000 else years_meant(text[: mention.start], table)
            mention = replace(mention, end=end, text=text[mention.start : end], readings=more, clock=None)
            return replace(mention, kind="decade", years=years)
    for suffix in table.ordinal_suffixes:
        if re.match(suffix + r"(?!\w)", rest):
            end = mention.end + len(suffix)
            return replace(mention, end=end, text=text[mention.start : end], kind="ordinal")
    before = text[max(0, mention.start - 4) : mention.start].lower()
    for prefix in table.ordinal_prefixes:
        if match_before := re.search(rf"(?<!\w){prefix}[- ]?$", before):
            if match_before.group()[-1] == " ":
                break  # "dari 5 ke 10"
            start = mention.start - len(match_before.group())
            return replace(mention, start=start, text=text[start : mention.end], kind="ordinal")
    if sign := re.match(r"(?:\s?)([a-z]{1,3})(?!\w)", rest, re.I):
        size = table.scale_signs.get(sign[1].lower())
        glued = not rest[0].isspace() or len(sign[1]) > 1
        if size and glued and sign[1].lower() not in table.day_parts:
            scaled, end = mention.value * size, mention.end + sign.end()
            if len(sign[1]) > 1 and sign[1].lower() not in table.measures:
                return replace(mention, end=end, text=text[mention.start : end], value=scaled, scale=size)
            return replace(mention, readings=(*mention.readings, scaled))
    if re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", match.group()) and not rest[:1].isalpha():
        words = re.findall(r"[^\W\d_]+", text[max(0, mention.start - 30) : mention.start].lower())[-2:]
        named = words and (words[-1] in table.decade_before or words[0] in table.decade_before)
        mention = replace(mention, kind="decade" if named and mention.value % 10 == 0 else "year")
    return mention


def dressed(text: str, mention: NumberMention, table: Numbers) -> NumberMention:
    """Percent sign, currency, measure and time of day around a number."""
    rest = text[mention.end : mention.end + 40]
    word = re.match(r"[\s\u00a0-]*([^\W\d_]+(?:[./'’][^\W\d_]+)*\.?)", rest)
    after = word.group(1).lower() if word else ""
    if percent := re.match(r"\s?(%)|[\s-](" + _longest_first(table.percent) + r")(?!\w)", rest, re.I):
        end = mention.end + percent.end()
        return replace(
            mention, end=end, text=text[mention.start : end], kind="percent", sure=mention.value >= 2, clock=None
        )
    before = re.search(r"([^\W\d_]+)?\s?([^\w\s]?)\s?$", text[max(0, mention.start - 12) : mention.start])
    assert before is not None  # all of it may be missing
    lead, sign = (before[1] or "").lower(), before[2]
    money = (
        table.currencies.get(lead + sign)
        or table.currencies.get(sign)
        or (None if sign else _of(before[1] or "", table))
    )
    money = money or table.currencies.get(after.rstrip("."))
    if money and mention.kind != "year":
        mention = replace(mention, kind="currency", currency=money, sure=mention.sure or mention.digits)
    if measure := measures.behind(rest, table, mention.digits):
        mention = replace(mention, unit=measure)
    if mention.kind == "cardinal" and after.rstrip(".") in table.hyperboles:
        mention = replace(mention, kind="times")
    return clock.timed(text, mention, table)


def placed(text: str, mention: NumberMention, table: Numbers) -> NumberMention:
    """The mention with its place in a change: from 5 percent to 4 percent, dari 5 menjadi 4 persen."""
    for word in reversed(re.findall(r"[^\W\d_]+", text[max(0, mention.start - 30) : mention.start].lower())[-_CLOSE:]):
        if word in table.before_first or word in table.before_last:
            return replace(mention, place="start" if word in table.before_first else "end")
    return mention


def share(text: str, mention: NumberMention, table: Numbers) -> NumberMention:
    """A part of one per cent as a percentage: half a percentage point."""
    articles = f"(?:(?:{_longest_first(table.articles)})[\\s-])?" if table.articles else ""
    behind = re.compile(rf"[\s-]{articles}(?:{_longest_first(table.percent)})(?!\w)", re.IGNORECASE)
    found = behind.match(text, mention.end)
    if found is None:
        return mention
    return replace(mention, end=found.end(), text=text[mention.start : found.end()], kind="percent")


def _longest_first(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def years_meant(before: str, table: Numbers) -> bool | None:
    """Whether tens behind `before` are years: `tahun 90-an`; not `his 40s`, `temperatures in the 90s`."""
    words = re.findall(r"[^\W\d_]+", before[-50:].lower())
    if words and words[-1] in table.years_before:
        return True
    return False if any(word in table.not_years for word in words[-4:]) else None


def _of(word: str, table: Numbers) -> str | None:
    """A currency before figures, as an abbreviation: `Rp 500`, `USD 5`; not `won 5 seats`."""
    return table.currencies.get(word.lower()) if word and len(word) <= 3 and not word.islower() else None


def is_code(text: str, mention: NumberMention) -> bool:
    """Figures with letters written onto them: F-16, H1N1, COVID-19; `ke-3` and `13-year-old` are none."""
    if mention.kind not in ("cardinal", "year"):
        return False
    before = re.search(r"([^\W\d_]+)[-/]?$|\d[^\W\d_]$", text[max(0, mention.start - 12) : mention.start])
    return bool(before and (before.group()[0].isupper() or before.group()[0].isdigit()))


def glossed(text: str, mention: NumberMention) -> bool:
    """Whether the figures stand in a bracketed date."""
    near = range(max(0, mention.start - 8), mention.start)
    return any((m := _DATE_GLOSS.match(text, i)) and m.end() > mention.end for i in near if text[i] == "(")


def words(text: str, mention: NumberMention, all_of_them: Sequence[NumberMention]) -> tuple[str, str]:
    """What stands before and behind a number, up to the next number or mark, and at most some words of it."""
    for other in all_of_them:  # the name of a month says what a day is
        beside = max(mention.start - other.end, other.start - mention.end) <= 1
        if other.kind == "date" and not other.digits and beside:
            return other.text, other.text
    start = max((m.end for m in all_of_them if m.end <= mention.start), default=0)
    end = min((m.start for m in all_of_them if m.start >= mention.end), default=len(text))
    before = _MARK.split(text[start : mention.start].rstrip(" ,("))[-1].split()[-_WINDOW:]  # Ahmad, 45; Ahmad (45)
    after = _MARK.split(text[mention.end : end])[0].split()[:_WINDOW]
    return " ".join(before), " ".join(after)


def reach(text: str, mention: NumberMention) -> int:
    """Where a number ends with the word or sign of its measure: `four gallons`, `350 F`."""
    measure = _MEASURE.match(text, mention.end) if mention.unit else None
    return measure.end() if measure else mention.end
