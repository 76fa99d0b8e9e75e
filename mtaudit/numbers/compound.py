"""Measures in two parts, read as one: 6'4", 6ft 4in, 6-foot-4, 6 kaki 4 inci, 1 meter 93 cm, 8 pounds 3 ounces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from mtaudit.languages.interface import Numbers
from mtaudit.numbers.mention import NumberMention

FOOT = ("length", 0.3048)
INCHES = 12  # of a foot
_BODY = range(3, 9)  # feet that a person is tall: only there the mark of the inches may be missing
_MARKED = re.compile(
    r"(?<![\w.,/:'’′])(?P<feet>\d{1,3})\s?['’′´](?P<blank>\s?)(?P<inches>0|[1-9]\d?)(?P<part>[½¼¾]|[.,]5)?"
    r"\s?(?P<sign>''|’’|[\"”“″])?(?![\w'’′])"
)
_PARTS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


def marked(text: str) -> Iterator[NumberMention]:
    """Feet and inches in marks of any kind, the value in feet: `6'4"`, `5’10½”`, `6′4″`, and `6'4` of a person."""
    for match in _MARKED.finditer(text):
        feet, inches = int(match["feet"]), Fraction(int(match["inches"]))
        if inches >= INCHES or (not match["sign"] and (match["blank"] or feet not in _BODY)):
            continue
        if match["part"]:
            inches += _PARTS.get(match["part"], Fraction(1, 2))
        value = feet + inches / INCHES
        yield NumberMention(
            match.start(), match.end(), match.group(), value, "cardinal", unit=FOOT, digits=True, compound=True
        )


def joined(text: str, found: Sequence[NumberMention], table: Numbers) -> list[NumberMention]:
    """`found` (in order) with two mentions made one where the second goes on the measure of the first.

    The value is in units of the first. Inches after feet may lack their word (`6-foot-4`, `6 kaki 4`).
    """
    whole: list[NumberMention] = []
    for mention in found:
        share = _share(text, whole[-1], mention, table) if whole else None
        if share is None:
            whole.append(mention)
            continue
        first = whole.pop()
        whole.append(
            replace(
                first,
                end=mention.end,
                text=text[first.start : mention.end],
                value=first.value + mention.value * share,
                kind="cardinal",
                sure=first.sure or mention.sure,
                readings=(),
                clock=None,
                currency=None,
                compound=True,
                otherwise=None,
            )
        )
    return whole


def _share(text: str, first: NumberMention, second: NumberMention, table: Numbers) -> Fraction | None:
    """What one unit of `second` is of one of `first`, where the two are one measure; else None."""
    if (
        first.unit is None
        or first.unit[0] == "time"
        or first.compound
        or second.compound
        or first.digits != second.digits
    ):
        return None
    if not {first.kind, second.kind} <= {"cardinal", "currency"}:  # "8 pounds" may be money
        return None
    words = "|".join(re.escape(w) for w, unit in sorted(table.measures.items()) if unit == first.unit)
    between = re.fullmatch(
        rf"[\s\u00a0-]*(?:{words})\.?(,)?[\s\u00a0-]*", text[first.end : second.start], re.IGNORECASE
    )
    if between is None:
        return None
    if second.unit is None:
        bare = first.unit == FOOT and second.digits and not between[1]
        return Fraction(1, INCHES) if bare and second.value < INCHES else None
    if second.unit[0] != first.unit[0]:
        return None
    share = Fraction(second.unit[1] / first.unit[1]).limit_denominator(10_000)
    return share if second.value * share < 1 else None
