"""Numbers in other signs: Roman numerals, fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from mtaudit.numbers.mention import Kind, NumberMention

_ROMAN = re.compile(r"(?<![\w.])(?=[IVXLC]{1,7}(?!\w|\.[A-Z]))X{0,3}(?:L|XL)?X{0,3}(?:IX|IV|V?I{0,3})(?![\w])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_MIXED = re.compile(r"(?<![\d/.,])(?:(\d{1,4})[ -])?(\d)[/⁄](\d)(?![\d/])|(\d{1,4})? ?([½¼¾⅓⅔])")
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_SLASHED = {("1", "2"): _SIGNS["½"], ("1", "4"): _SIGNS["¼"], ("3", "4"): _SIGNS["¾"], ("1", "3"): _SIGNS["⅓"]}
_SLASHED |= {("2", "3"): _SIGNS["⅔"]}


def mixed(text: str) -> Iterator[NumberMention]:
    """Fractions in figures: 11-1/2, 2½."""
    for match in _MIXED.finditer(text):
        part = _SIGNS.get(match[5] or "") or _SLASHED.get((match[2], match[3]))
        if part is None:
            continue  # 9/1 is a date, 3/2 a score, 4/5 may be four or five
        whole = match[1] or match[4]
        value = Fraction(int(whole or 0)) + part
        kind: Kind = "cardinal" if whole else "fraction"
        yield NumberMention(match.start(), match.end(), match.group(), value, kind, bool(whole), digits=True)


def romans(text: str) -> Iterator[NumberMention]:
    """Roman numerals of two letters or more, and single ones that follow a capitalised word (Perang Dunia I)."""
    for match in _ROMAN.finditer(text):
        roman = match.group()
        if not roman or (
            len(roman) == 1 and not re.search(r"[A-Z][\w]+ $", text[max(0, match.start() - 20) : match.start()])
        ):
            continue
        digits = [_ROMAN_VALUES[c] for c in roman]
        value = sum(-a if any(b > a for b in digits[i + 1 :][:1]) else a for i, a in enumerate(digits))
        yield NumberMention(match.start(), match.end(), roman, Fraction(value), "roman", sure=False)
