"""Numbers in words: `dua puluh lima`, `twenty-five`, `dua setengah juta`, `one and a half million`, `2,4 juta`."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mtaudit.languages.interface import Numbers


@dataclass(frozen=True, slots=True)
class Token:
    """A word (lower-case) or figures already read; offsets in the text."""

    start: int
    end: int
    word: str
    figure: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number that takes `length` tokens."""

    value: Fraction
    length: int
    scale: int  # the last scale word, 1 where there is none
    bare: bool  # a scale word alone: "juta" of "beberapa juta", "hundred" of "several hundred"
    figures: bool  # began with figures


def spelled(tokens: list[Token], at: int, table: Numbers) -> Spelled | None:
    """The longest number in words or figures that begins at `tokens[at]`, or None.

    A number of figures alone comes back with length 1; figures are followed by scale words ("2.4 million").
    """
    total, group, chunk = Fraction(0), Fraction(0), None  # millions..., hundreds of this group, what is being said
    scale, last_scale, length, figures, bare = 1, 10**18, 0, False, False
    i = at
    while i < len(tokens):
        token = tokens[i]
        word = token.word
        if token.figure is not None:
            if chunk is not None or (i > at and token.figure >= last_scale):
                break
            chunk, figures = token.figure, figures or i == at
        elif word in table.articles:
            if i > at or not _scale_at(tokens, i + 1, table):
                break
            chunk = Fraction(1)
        elif word in table.units:
            if chunk is not None and not (chunk >= 20 and chunk % 10 == 0 and table.units[word] < 10 and table.tens):
                break
            chunk = (chunk or Fraction(0)) + table.units[word]
        elif word in table.tens:
            if chunk is not None:
                break
            chunk = Fraction(table.tens[word])
        elif word in table.teens:
            if chunk is None or not 1 <= chunk <= 9:
                break
            group, chunk = group + chunk + 10, None
        elif word in table.fractions and table.fractions[word] == 0.5:
            if i == at and not _scale_at(tokens, i + 1, table, skip=table.articles):
                break
            if i > at and table.articles and _word(tokens, i - 1) not in table.articles:
                break  # "two half-brothers"
            chunk = (chunk or Fraction(0)) + Fraction(1, 2)
            if i == at and _word(tokens, i + 1) in table.articles:
                i += 1
        elif word in table.joiners:
            if i == at or not _joins(tokens, i, table):
                break
            if _word(tokens, i + 1) in table.articles:
                i += 1  # one and a half
        elif word in table.scales or (chunk is not None and chunk < 10 and table.vague.get(word) in (10, 100)):
            size = table.scales.get(word) or table.vague[word]  # "lima puluhan": the fifties
            if size >= 1000:
                if size >= last_scale:
                    break
                here = group + (chunk or 0)
                if not here and i > at and total:
                    break
                bare = bare or (not here and word not in table.ones)
                total, group, chunk, last_scale = total + (here or 1) * size, Fraction(0), None, size
            else:
                if chunk is None and (size == 10 or (group and size >= 100)):
                    break
                bare = bare or (chunk is None and i == at and word not in table.ones)
                group, chunk = group + (chunk or 1) * size, None
            scale = size
        else:
            break
        i += 1
        length = i - at
    if not length:
        return None
    return Spelled(total + group + (chunk or 0), length, scale, bare and length == 1, figures)


def _word(tokens: list[Token], i: int) -> str:
    return tokens[i].word if i < len(tokens) else ""


def _scale_at(tokens: list[Token], i: int, table: Numbers, skip: frozenset[str] = frozenset()) -> bool:
    if _word(tokens, i) in skip:
        i += 1
    return _word(tokens, i) in table.scales


def _joins(tokens: list[Token], i: int, table: Numbers) -> bool:
    """Whether "and" goes on a number: `a hundred and five`, `two and a half`."""
    before, after = _word(tokens, i - 1), _word(tokens, i + 1)
    if after in table.articles:
        after = _word(tokens, i + 2)
        return table.fractions.get(after) == 0.5
    following = max((table.scales.get(_word(tokens, k), 0) for k in (i + 2, i + 3)), default=0)
    if following >= table.scales.get(before, 0) > 100:
        return False  # three million and five million
    return before in table.scales and (after in table.units or after in table.tens)
