"""Parts of a whole in words: a third, two thirds, sepertiga, dua pertiga; one in ten, satu dari sepuluh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mtaudit.languages.interface import Numbers
from mtaudit.numbers.mention import NumberMention
from mtaudit.numbers.words import Token, spelled

_LARGEST = 10_000  # of so many, one: 1 in 10,000
FINEST = 1000  # the largest denominator that a part in words has


@dataclass(frozen=True, slots=True)
class Part:
    """A fraction that takes `length` tokens. `unit`: of a measure (half an hour); `readings`: half a dozen is 6."""

    value: Fraction
    length: int
    unit: tuple[str, float] | None = None
    readings: tuple[Fraction, ...] = ()


def part(run: Sequence[Token], before: str, table: Numbers) -> Part | None:
    """The part of a whole that begins `run`; `before` is the word in front of it. None where it is none.

    `a third` may be an ordinal: it is a part before `of` or behind `by` (`part_after`, `part_before`).
    """
    found = _part(list(run), before, table)
    return _of_measure(run, found, table) if found else None


def _part(run: list[Token], before: str, table: Numbers) -> Part | None:
    words = [token.word for token in run[:4]] + [""] * 4
    number = spelled(run, 0, table)
    if number and number.length < len(run) and (below := table.parts.get(run[number.length].word)):
        return Part(number.value / below, number.length + 1) if number.value < below else None
    one = bool(table.articles) and table.units.get(words[0]) == 1  # one half; satu setengah is one and a half
    if one or words[0] in table.articles:
        size = table.fractions.get(words[1])
        if size is None or words[2] in table.scales:
            return None
        sure = words[1] not in table.ordinals or one or words[2] in table.part_after or before in table.part_before
        return Part(_exact(size), 2) if sure else None
    value = table.fractions.get(words[0])
    if value is None or words[0] in table.ordinals or number is not None or before in table.ordinals:
        return None  # the first half
    return Part(_exact(value), 1) if value == 0.5 or not table.articles else None  # the quarter


def _exact(value: float) -> Fraction:
    return Fraction(value).limit_denominator(FINEST)


def _of_measure(run: Sequence[Token], found: Part, table: Numbers) -> Part:
    """`found` with the measure that it is a part of: half an hour, a quarter of a century, setengah lusin."""
    k = found.length
    while k < len(run) and k < found.length + 2 and run[k].word in table.joiners | table.articles:
        k += 1
    word = run[k].word if k < len(run) else ""
    if word in table.multiples:
        more = (found.value * table.multiples[word],)
        return Part(found.value, k + 1, table.measures.get(word), more)
    unit = table.measures.get(word) if len(word) > 1 else None
    if unit is None or unit[0] not in ("time", "length"):
        return found
    return replace(found, unit=unit, length=k + 1 if run[k - 1].word in table.articles else found.length)


def ratios(text: str, found: Sequence[NumberMention], table: Numbers) -> list[NumberMention]:
    """`found` (in order) with `one in ten`, `dua dari tiga` as one part of a whole each, its two numbers in `parts`."""
    whole: list[NumberMention] = []
    for mention in found:
        before = whole[-1] if whole else None
        if before is None or not _ratio(text, before, mention, table):
            whole.append(mention)
            continue
        whole[-1] = replace(
            before,
            end=mention.end,
            text=text[before.start : mention.end],
            value=before.value / mention.value,
            kind="fraction",
            sure=False,
            readings=(),
            clock=None,
            parts=(before, replace(mention, whole=True)),
        )
    return whole


def _ratio(text: str, a: NumberMention, b: NumberMention, table: Numbers) -> bool:
    if text[a.end : b.start].strip().lower() not in table.parts_of or {a.kind, b.kind} != {"cardinal"}:
        return False
    if a.unit or b.unit or a.currency or b.currency or a.parts or b.code or a.code:
        return False
    plain = a.value.denominator == b.value.denominator == 1 and 0 < a.value < b.value <= _LARGEST
    return plain and (a.digits == b.digits or (not a.digits and b.value % 5 == 0))
