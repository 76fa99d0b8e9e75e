"""Figures with separators, read by the convention of a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

# Figures with separators inside; letters may stand before (F-16, COVID-19) and are not taken.
FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """`value` by the language's own convention; `other` by the reverse one, where that gives another value."""

    value: Fraction
    other: Fraction | None = None


def read(figures: str, decimal: str, group: str) -> Reading | None:
    """Value of figures such as `1.500.000,50` (decimal `,`, group `.`); None where they are no single number.

    `7.5` is 7.5 in either language, as a point before one or two digits can't group; `1,500` is 1.5 where the comma is
    the decimal mark, with 1500 as the other reading. `30.05.2005`, `10.0.0.1` are no single number.
    """
    own, other = _strict(figures, decimal, group), _strict(figures, group, decimal)
    if own is not None:
        return Reading(own, other if other != own else None)
    if other is not None:
        return Reading(other)
    if re.fullmatch(r"\d{1,2}(?:[.,]\d{2})*[.,]\d{3}", figures):  # 1,00,000: lakh grouping
        return Reading(Fraction(int(re.sub(r"[.,]", "", figures))))
    return None


def _strict(figures: str, decimal: str, group: str) -> Fraction | None:
    d, g = re.escape(decimal), re.escape(group)
    if re.fullmatch(rf"(?:\d+|[1-9]\d{{0,2}}(?:{g}\d{{3}})+)(?:{d}\d+)?", figures):
        return Fraction(figures.replace(group, "").replace(decimal, "."))
    return None
