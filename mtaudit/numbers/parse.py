"""Every number in a text, with its value: figures, words, ordinals, dates, times of day, percentages, money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from mtaudit.languages.interface import Language, Numbers
from mtaudit.numbers import around, calendar, clock, compound, figures, forms, fractions
from mtaudit.numbers.mention import Kind, NumberMention
from mtaudit.numbers.words import Token, spelled
from mtaudit.surface.spacing import NOT_PROSE
from mtaudit.text import Reading, Stretches

_PIECE = re.compile(r"(?P<figures>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+(?:\.[^\W\d_])?(?:['’][^\W\d_]+)?)")
_ENDLESS = re.compile(r"\d[\d.,]{99,}")  # a key or a damaged file: no newspaper's number, and more than Python converts
_GLUE = re.compile(r"[ \u00a0\u202f-]*")


def numbers(text: str, language: Language) -> tuple[NumberMention, ...]:
    """All numbers of `text` in order, none overlapping. See `NumberMention` for what each says.

    Small numbers in words ("one", "both", "kedua"), scale words alone and Roman numerals come with `sure=False`.
    """
    table = language.numbers
    text = NOT_PROSE.sub(_blank, text)
    text = _ENDLESS.sub(_blank, text)
    found = list(compound.marked(text))
    found += _apart(clock.clocks(text, table), found)
    found += calendar.figures(text, table)
    found += _apart(forms.mixed(text), found)
    taken = Stretches((m.start, m.end) for m in found)
    pieces = [p for p in _tokens(text, table) if not taken.touch(p.start, p.end)]
    i = 0
    while i < len(pieces):
        if pieces[i].figure is None and pieces[i].word not in table.beginnings:
            i += 1
            continue
        mention, used = _number(text, pieces, i, table)
        if mention is not None:
            found.append(mention)
        i += used
    found += _apart(forms.romans(text), found)
    found += [*calendar.months(text, language, found), *calendar.weekdays(text, language)]
    found.sort(key=lambda m: m.start)
    found = list(_spread_scales(text, compound.joined(text, found, table), table))
    return tuple(around.placed(text, m, table) for m in fractions.ratios(text, found, table))


def _apart(mentions: Iterable[NumberMention], found: Iterable[NumberMention]) -> list[NumberMention]:
    """The mentions that have no letter in common with those that were found already."""
    taken = Stretches((f.start, f.end) for f in found)
    return [m for m in mentions if not taken.touch(m.start, m.end)]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def mentioned(reading: Reading) -> tuple[NumberMention, ...]:
    """The numbers of a text, read once."""
    return reading.once(_mentioned)


def _mentioned(reading: Reading) -> tuple[NumberMention, ...]:
    return numbers(reading.text, reading.language)


def _tokens(text: str, table: Numbers) -> list[Token]:
    """Words and figures; figures that are no single number (`30.05.2005`) come as their parts."""
    tokens: list[Token] = []
    for match in _PIECE.finditer(text):
        if match["word"]:
            tokens += _parts(match.start(), match["word"].lower(), table)
            continue
        if figures.read(match["figures"], table.decimal, table.group) is not None:
            tokens.append(Token(match.start(), match.end(), "", _figure(match["figures"], table)))
            continue
        for part in re.finditer(r"\d+", match["figures"]):
            tokens.append(Token(match.start() + part.start(), match.start() + part.end(), "", Fraction(part.group())))
    return tokens


def _parts(start: int, word: str, table: Numbers) -> list[Token]:
    """A word as a token; number words written together (`delapanbelas`, `tigapuluh`) as their parts."""
    scales = table.written_on
    known = table.scales.keys() | table.fractions.keys() | table.parts.keys()
    bare = next((word.removesuffix(c) for c in table.clitics if word.removesuffix(c) in known), "")
    if bare and bare != word:
        return [Token(start, start + len(bare), bare)]
    tail = next((t for t in scales if word.endswith(t) and word[: -len(t)] in table.units), "")
    if not tail or word in scales:
        return [Token(start, start + len(word), word)]
    cut = start + len(word) - len(tail)
    return [Token(start, cut, word[: -len(tail)]), Token(cut, start + len(word), tail)]


def _figure(text: str, table: Numbers) -> Fraction:
    reading = figures.read(text, table.decimal, table.group)
    assert reading is not None
    return reading.value


def _run(text: str, tokens: list[Token], at: int) -> list[Token]:
    """The tokens from `at` on with nothing but blanks or hyphens between them."""
    run = [tokens[at]]
    for before, here in pairwise(tokens[at : at + 12]):
        if not _GLUE.fullmatch(text[before.end : here.start]):
            break
        run.append(here)
    return run


def _number(text: str, tokens: list[Token], at: int, table: Numbers) -> tuple[NumberMention | None, int]:
    """The number that begins at token `at` and how many tokens it takes; (None, 1) where there is none."""
    run = _run(text, tokens, at)
    first = tokens[at]
    before = tokens[at - 1].word if at and _GLUE.fullmatch(text[tokens[at - 1].end : first.start]) else ""
    if part := fractions.part(run, before, table):
        end = run[part.length - 1].end
        kind: Kind = "cardinal" if part.readings else "fraction"
        mention = NumberMention(first.start, end, text[first.start : end], part.value, kind, sure=False, unit=part.unit)
        mention = replace(mention, readings=part.readings, loose=bool(part.readings))
        return around.share(text, mention, table), part.length
    if one := _one(text, run, table):
        return one
    if first.figure is None and (word := _single_word(text, first, run, before, table)):
        return word
    number = spelled(run, 0, table)
    if number is None:
        return None, 1
    last = run[number.length - 1]
    mention = NumberMention(
        start=first.start,
        end=last.end,
        text=text[first.start : last.end],
        value=number.value,
        kind="cardinal",
        sure=number.figures or (not number.bare and number.value >= 13),
        scale=number.scale,
        digits=number.figures,
    )
    if number.figures:
        mention = around.read_figures(text, mention, table, alone=number.length == 1)
    if number.figures:
        mention = replace(mention, code=around.is_code(text, mention), sure=not around.glossed(text, mention))
    used = number.length
    if _word_after(run, used) in table.multiples.keys() - table.measures.keys():  # two dozen
        mention = _so_many(text, mention, run[used], table)
        used += 1
    else:
        mention = _multiplied(text, mention, run[used:], table)
    if first.word in table.articles | table.ones and _word_after(run, used) in table.hyperboles:
        mention = replace(mention, sure=False, loose=True)
    if number.length > 1 and last.word in table.vague and mention.value < 100:  # lima puluhan: the fifties
        return _decade(text, mention, table), used
    return around.dressed(text, mention, table), used


def _decade(text: str, mention: NumberMention, table: Numbers) -> NumberMention:
    """Tens in words as a decade: the thirties, in her thirties."""
    more = (mention.value + 1900, mention.value + 2000)
    return replace(mention, kind="decade", readings=more, years=around.years_meant(text[: mention.start], table))


def _one(text: str, run: list[Token], table: Numbers) -> tuple[NumberMention, int] | None:
    """One of a measure that no number says: a day, an hour and a half, sehari; None where the run begins otherwise."""
    first, second = run[0], run[1].word if len(run) > 1 else ""
    if first.word in table.articles and len(second) > 2 and second not in table.ordinals:
        unit, used = table.measures.get(second), 2
    else:
        unit, used = table.measured_ones.get(first.word), 1
    if unit is None:
        return None
    half = _and_half(run[used:], table)
    end = run[used + half - 1].end
    value = Fraction(3, 2) if half else Fraction(1)
    span = text[first.start : end]
    mention = NumberMention(
        first.start, end, span, value, "cardinal", sure=False, unit=unit, implied=not half, loose=bool(half)
    )
    return mention, used + half


def _single_word(
    text: str, token: Token, run: list[Token], before: str, table: Numbers
) -> tuple[NumberMention | None, int] | None:
    """Ordinals, multiples and vague scale words that stand for a number by themselves."""
    word = token.word
    kind: Kind = "cardinal"
    value: float | None = None
    used = 1
    readings: tuple[Fraction, ...] = ()
    if word in table.ordinals:
        value, kind = table.ordinals[word], "ordinal"
        if before in table.articles and word in table.fractions:  # up a third
            readings = (Fraction(table.fractions[word]).limit_denominator(1000),)
    elif word in table.tens_of_years:
        value = table.tens_of_years[word]
        mention = NumberMention(token.start, token.end, text[token.start : token.end], Fraction(value), "decade", False)
        return _decade(text, mention, table), 1
    elif word in table.vague_of and len(run) > 1 and run[1].word in table.part_after:
        value, kind = table.vague_of[word], "vague"
    elif word in table.collectives:
        value = table.collectives[word]
    elif word in table.times:
        value, *more = table.times[word]
        kind, readings = "times", tuple(map(Fraction, more))
    elif word in table.vague:
        value, kind = table.vague[word], "vague"
    elif word in table.multiples:
        value = table.multiples[word]
        if half := _and_half(run[1:], table):  # a decade and a half
            used, value = 1 + half, value * 1.5
    elif any(word == p for p in table.ordinal_prefixes) and len(run) > 1:
        if (rest := spelled(run[1:], 0, table)) and not rest.figures:  # "ke dua puluh"
            last = run[rest.length]
            span = text[token.start : last.end]
            return NumberMention(token.start, last.end, span, rest.value, "ordinal", sure=False), rest.length + 1
        return None
    if value is None:
        return None
    exact = Fraction(value).limit_denominator(1000)
    if kind == "ordinal" and len(run) > 1 and (run[1].word in table.teens or run[1].word in table.scales):
        base = next((w for w, v in table.units.items() if v == value), "")  # "kedua puluh" is "ke" + "dua puluh"
        if base and (whole := spelled([replace(token, word=base), *run[1:]], 0, table)) and whole.length > 1:
            used, exact = whole.length, whole.value
    while kind == "vague" and used < len(run):
        joined = run[used].word in table.joiners and used + 1 < len(run)  # tens of thousands
        size = table.vague.get(run[used + 1].word, 0) if joined else table.scales.get(run[used].word, 0)  # puluhan ribu
        if size < 1000 or size <= exact:  # thousands and thousands
            break
        exact, used = exact * size, used + 1 + joined
    end = run[used - 1].end
    told = kind == "cardinal" and used > 1  # a decade and a half
    span = text[token.start : end]
    return NumberMention(token.start, end, span, exact, kind, sure=False, readings=readings, loose=told), used


def _word_after(run: list[Token], length: int) -> str:
    return run[length].word if length < len(run) else ""


def _and_half(after: list[Token], table: Numbers) -> int:
    """How many tokens of `after` add a half to what stands before: `and a half`, `setengah`; 0 where none does."""
    k = 0
    while k < len(after) and k < 2 and after[k].word in table.joiners | table.articles:
        k += 1
    if k < len(after) and table.fractions.get(after[k].word) == 0.5 and bool(k) == bool(table.articles):
        return k + 1
    return 0


def _so_many(text: str, mention: NumberMention, last: Token, table: Numbers) -> NumberMention:
    """`two dozen`, `dua lusin` as one number."""
    value = mention.value * table.multiples[last.word]
    return replace(mention, end=last.end, text=text[mention.start : last.end], value=value, loose=True, sure=False)


def _multiplied(text: str, mention: NumberMention, after: list[Token], table: Numbers) -> NumberMention:
    """Further readings: `two decades` may be 20, `2 dozen` 24; `5 per seratus`."""
    if after and (times := table.multiples.get(after[0].word)) and not text[mention.end : after[0].start].strip():
        return replace(mention, readings=(*mention.readings, mention.value * times))
    return mention


def _spread_scales(text: str, found: list[NumberMention], table: Numbers) -> Iterator[NumberMention]:
    """`5 to 10 million`: the 5 may be 5 million; `5-10 feet`: 5 feet; `2 to 4 p.m.`: 2 p.m.; `2017-18`: 2018."""
    for i, mention in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        before = found[i - 1] if i else None
        near = following is not None and (
            following.start - mention.end <= 6 or text[mention.end : following.start].strip().lower() in table.ranges
        )
        small = mention.scale == 1 and mention.value < 1000 and mention.kind != "date"
        if near and following is not None and following.scale >= 1000 and small:
            mention = replace(mention, readings=(*mention.readings, mention.value * following.scale))
        if near and following is not None and following.unit and not mention.unit and mention.kind == "cardinal":
            mention = replace(mention, unit=following.unit)
        if near and following is not None:
            mention = clock.ranged(text, mention, following, table)
        short = before is not None and before.kind == "year" and mention.value < 100 and mention.digits
        if short and before is not None and re.fullmatch(r"\s?[-–/]\s?", text[before.end : mention.start]):
            mention = replace(mention, readings=(*mention.readings, before.value // 100 * 100 + mention.value))
        yield mention
