"""Stretches of a text that may be names: capitalised words with the small words that can stand between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from mtaudit.languages.interface import Language
from mtaudit.names import lexical
from mtaudit.names.tokens import Token

_JOINS = frozenset({" ", "-", ". ", ".", " & ", " ’", " '", "\u2011", "\u2010"})
_FULL_STOPS = frozenset({". ", "."})
_LONGEST = 30  # words of a stretch: nothing that long is one name
_LONGEST_BRIDGE = 3  # small words in a row inside a name: "of the"


def bare(word: str, language: Language) -> str:
    """The word without a possessive written with an apostrophe: Trump's -> Trump."""
    if "'" not in word and "’" not in word:
        return word
    for suffix in language.names.suffixes:
        if suffix[0] in "'’" and word.endswith(suffix) and len(word) > len(suffix):
            return word[: -len(suffix)]
    return word


def proven(words: Sequence[Token], language: Language) -> Counter[str]:
    """How often each word has a capital where only names have one, less how often it is written small."""
    capitalised = [(bare(t.text, language).lower(), t) for t in words if t.capital or t.mixed]
    seen = Counter({low: 0 for low, _ in capitalised})
    seen.update(low for low, token in capitalised if not (token.headline or token.starts))
    for token in words:
        if not (token.capital or token.mixed or token.starts or token.headline) and token.text in seen:
            seen[token.text] -= 1
    return seen


def candidate(token: Token) -> bool:
    """A word that may be part of a name for its letters alone."""
    return (token.capital or token.mixed) and not token.text.isdigit()


def runs(words: Sequence[Token], language: Language) -> list[tuple[int, int]]:
    """Index of the first and last word of every stretch; stretches don't overlap. Capitals that prove nothing count."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(words):
        if not candidate(words[i]):
            i += 1
            continue
        j = _end(words, i, language)
        found.append((i, j))
        i = j + 1
    return found


def joined(before: Token, after: Token, language: Language) -> bool:
    """Nothing between the two words keeps them from belonging to one name."""
    if after.gap not in _JOINS or after.starts or before.text.endswith(language.names.possessives):
        return False
    return after.gap not in _FULL_STOPS or _abbreviated(before, language)


def _end(words: Sequence[Token], i: int, language: Language) -> int:
    j = i
    while j + 1 < len(words) and j - i < _LONGEST and joined(words[j], words[j + 1], language):
        after = words[j + 1]
        if candidate(after) or (after.text.isdigit() and len(after.text) < 4):
            j += 1
            continue
        k = _bridge(words, j, language)
        if k is None:
            break
        j = k
    return j


def _abbreviated(before: Token, language: Language) -> bool:
    """A full stop after this word ends no sentence: initials, abbreviations."""
    return len(before.text) <= 2 or before.text.lower() in language.stops.abbreviations


def _bridge(words: Sequence[Token], j: int, language: Language) -> int | None:
    """Index of the capitalised word after small words that may stand inside a name, or None."""
    names = language.names
    k = j + 1
    while k < len(words) and k - j <= _LONGEST_BRIDGE + 1 and not words[k].starts:
        gap = words[k].gap
        if gap not in (" ", "-") and not (gap in _FULL_STOPS and k > j + 1 and _abbreviated(words[k - 1], language)):
            return None
        if candidate(words[k]):
            return k
        low = words[k].text.lower()
        if low not in names.particles and low not in names.connectors:
            return None
        k += 1
    return None


def amount(words: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the word is a currency's sign before a number, with or without a space: Rp592, USD 690."""
    currencies = language.numbers.currencies
    sign = words[i].text.rstrip("0123456789")
    if sign.lower() not in currencies and sign not in currencies:
        return False
    return sign != words[i].text or (i + 1 < len(words) and words[i + 1].text[0].isdigit())


def hopeless(words: Sequence[Token], i: int, j: int, proven: Mapping[str, int], language: Language) -> bool:
    """A single word that is plainly no name: a sentence's first word that is usually written small, a weekday."""
    token = words[i]
    if i != j or (token.mixed and not token.shouting):
        return False
    low = bare(token.text, language).lower().replace("’", "'")
    names = language.names
    if low in names.not_names or low in names.titles or low in names.offices or low in names.adjectives:
        return True
    if low in language.function_words:
        return True
    if not (token.starts or token.headline) or proven.get(low, 0) > 0:
        return False
    small, capital = lexical.case(low, language)
    return small >= capital + 3
