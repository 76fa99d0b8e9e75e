"""Numbers as a language writes them, for suggestions."""

from __future__ import annotations

from fractions import Fraction

from mtaudit.languages.interface import Language, Numbers
from mtaudit.numbers.fractions import FINEST
from mtaudit.numbers.mention import NumberMention


def written(mention: NumberMention, language: Language) -> str:
    """The number of `mention` in the convention of `language`: `2.4 million` -> `2,4 juta`, `7 a.m.` -> `07.00`."""
    table = language.numbers
    if mention.kind == "time" and mention.clock is not None:
        return f"{mention.clock // 60:02d}{table.clock_mark}{mention.clock % 60:02d}"
    if mention.kind == "vague":
        return _vague(mention.value, table)
    if mention.kind == "date":
        return next((w.capitalize() for w, v in table.months.items() if v == mention.value), mention.text)
    if mention.kind == "weekday":
        return next((w.capitalize() for w, v in table.weekdays.items() if v == mention.value), mention.text)
    if mention.kind == "decade":
        return f"{_grouped(mention.value, table, plain=True)}{table.decade_written}"
    if mention.kind == "fraction" and (part := _part(mention.value, table)):
        return part
    if mention.kind == "times" and not mention.digits:
        return _times(mention.value, table)
    if mention.implied and mention.unit:
        return next((w for w, unit in table.measured_ones.items() if unit == mention.unit), mention.text)
    if mention.compound and mention.unit:
        return _metric(mention, mention.unit, table)
    if mention.kind == "ordinal" and table.ordinal_prefixes:
        return f"{table.ordinal_prefixes[0]}-{_grouped(mention.value, table)}"
    scale = mention.scale if mention.scale >= 1000 else 1
    word = next((w for w, v in table.scales.items() if v == scale and scale > 1), "")
    if not word:
        scale = 1
    body = _grouped(mention.value / scale, table, plain=mention.kind == "year")
    sign = "%" if mention.kind == "percent" and "%" in mention.text else ""
    named = next((p for p in sorted(table.percent) if p.isalpha()), "%")
    return " ".join(
        part for part in (body + sign, word, named if mention.kind == "percent" and not sign else "") if part
    )


def _part(value: Fraction, table: Numbers) -> str:
    """A part of a whole in words: `seperempat`, `dua pertiga`; "" where the language has none."""
    for word, size in table.fractions.items():
        if Fraction(size).limit_denominator(FINEST) == value:
            return word
    number = next((w for w, n in table.units.items() if n == value.numerator), "")
    part = next((w for w, n in table.parts.items() if n == value.denominator), "")
    return f"{number} {part}" if number and part else ""


def _times(value: Fraction, table: Numbers) -> str:
    """How many times as much: `2 kali`, `separuh`."""
    word = next(iter(sorted(table.hyperboles)), "")
    return f"{_grouped(value, table)} {word}".strip() if value > 1 else _part(value, table)


def _metric(mention: NumberMention, unit: tuple[str, float], table: Numbers) -> str:
    """A measure in two parts as one of the usual unit: `6'4"` -> `1,93 meter`."""
    word = next((w for w, own in table.measures.items() if own == (unit[0], 1.0)), "")
    return (
        f"{_grouped(Fraction(round(float(mention.value) * unit[1], 2)).limit_denominator(100), table)} {word}".strip()
    )


def _grouped(value: Fraction, table: Numbers, plain: bool = False) -> str:
    whole, part = divmod(value, 1)
    text = str(whole) if plain else f"{int(whole):,}".replace(",", table.group)
    if part:
        digits = f"{float(part):.4f}"[2:].rstrip("0")
        text += table.decimal + digits
    return text


def _vague(value: Fraction, table: Numbers) -> str:
    """`ribuan`, `puluhan ribu`: one vague word, or so many of a scale; `20-an` for what no such word says."""
    for word, size in table.vague.items():
        if size == value:
            return word
    for word, size in table.vague.items():
        for scale, times in table.scales.items():
            if size < times and size * times == value:
                return f"{word} {scale}"
    return f"{_grouped(value, table)}{table.decade_written}"
