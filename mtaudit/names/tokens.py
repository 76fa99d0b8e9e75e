"""Words of a text as the name finder sees them: where they stand, what shape they have, whether a sentence begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mtaudit.languages.interface import Language
from mtaudit.text import Reading

# Dotted initials ("U.S.", "J.K."), then words; an apostrophe or an ampersand may stand inside ("O'Brien", "AT&T").
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ`&][^\W_]+|\.(?:com|net|org|id|co)\b)*")
_ENDS_SENTENCE = re.compile(r"[.!?…:;]|[\n\r\u2028\u2029]|[•*#|>]|[–—-]{2,}|\s[–—-]\s")
_OPENS_QUOTE = re.compile(r"[\"“”«»„]\S*$|(?:^|\s)['‘]$")
_LINE = re.compile(r"[\n\r\u2028\u2029]")


@dataclass(slots=True)
class Token:
    """One word. `gap` stands between it and the word before; `starts`: a capital here proves nothing."""

    text: str
    start: int
    end: int
    gap: str
    starts: bool
    headline: bool = False  # stands in a line where every word has a capital: capitals prove nothing
    shouting: bool = False  # ... in a line of capital letters only
    capital: bool = field(init=False)  # starts with a capital letter
    mixed: bool = field(init=False)  # a shape that only names have: iPhone, eBay, G20, A1GP, JAS, WNED

    def __post_init__(self) -> None:
        self.capital, self.mixed = _shape(self.text)


@lru_cache(maxsize=60_000)
def _shape(text: str) -> tuple[bool, bool]:
    """Whether the word starts with a capital, and whether its letters and figures are those of a name."""
    capital = text[0].isupper()
    if text[1:].islower() and text.isalpha():
        return capital, False
    return capital, any(c.isupper() for c in text[1:]) or (capital and any(c.isdigit() for c in text))


def tokens(text: str, language: Language) -> list[Token]:
    """All words of `text` in order."""
    found: list[Token] = []
    at = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        gap = text[at:start]
        starts = _starts(gap, found[-1] if found else None, word, language)
        found.append(Token(word, start, end, gap, starts))
        at = end
    _mark_headlines(found, language)
    return found


def words(reading: Reading) -> tuple[Token, ...]:
    """All words of a text in order, cut once."""
    return reading.once(_words)


def _words(reading: Reading) -> tuple[Token, ...]:
    return tuple(tokens(reading.text, reading.language))


def without_suffix(word: str, language: Language) -> str:
    """The word without a possessive or a clitic that is set off by a mark: Trump's, Trump-nya -> Trump."""
    for suffix in (*language.names.possessives, *language.names.suffixes):
        if not suffix[0].isalpha() and word.endswith(suffix) and len(word) > len(suffix):
            return word[: -len(suffix)]
    return word


def _starts(gap: str, before: Token | None, word: str, language: Language) -> bool:
    if before is None:
        return True
    if gap in (" ", "-", ", ", ""):
        return gap == " " and before.text[-1] == "." and word.lower() in language.function_words
    # After an initial, an abbreviation or the "v." between two names a sentence rarely ends.
    if gap == ". " and (before.capital or before.text in language.names.connectors):
        bare = before.text.lower()
        if len(bare) == 1 or bare in language.stops.abbreviations:
            return word.lower() in language.function_words
    return bool(_ENDS_SENTENCE.search(gap) or _OPENS_QUOTE.search(gap))


def _mark_headlines(found: Sequence[Token], language: Language) -> None:
    """Lines of at least four words where capitals are the rule: title case or capital letters throughout."""
    first = 0
    for i in range(1, len(found) + 1):
        if i < len(found) and (found[i].gap == " " or not _LINE.search(found[i].gap)):
            continue
        line = found[first:i]
        first = i
        if not line or sum(t.capital for t in line) * 2 < len(line):
            continue
        heavy = [t for t in line if t.text[0].isalpha() and t.text.lower() not in language.function_words]
        if len(heavy) < 4 or len(line) < 4:
            continue
        if sum(t.text.isupper() for t in heavy) >= 0.8 * len(heavy):
            for token in line:
                token.shouting = token.headline = True
        elif sum(t.capital for t in heavy) >= 0.8 * len(heavy):
            for token in line:
                token.headline = True
