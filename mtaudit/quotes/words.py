"""Words with their places, cut the way the bilingual word list cuts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.originals.words import words
from mtaudit.text import Reading

_ENTITY = re.compile(r"&(?:#?\w{2,8});")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’&][^\W\d_]+)*|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written at `text[start:end]`, and `key`, the form the word list knows."""

    start: int
    end: int
    text: str
    key: str


def tokens(text: str) -> list[Token]:
    """Words and numbers of `text` in order, HTML entities left out; parts of hyphened words come one by one."""
    found = []
    text = _ENTITY.sub(lambda m: " " * len(m.group()), text)
    for match in _WORD.finditer(text):
        found.append(Token(match.start(), match.end(), match.group(), _key(match.group())))
    return found


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    return next(iter(words(word)), word)  # a letter that is none without its accent (U+037A) stands for itself


def cut(reading: Reading) -> tuple[Token, ...]:
    """The words of a text, cut once."""
    return reading.once(_tokens)


def of_sentences(reading: Reading, rows: Sequence[int], text: str) -> tuple[Token, ...]:
    """The words of `text`, which the sentences `rows` of a reading make up; places count from its start."""
    if len(rows) == 1:
        return cut(reading.parts[rows[0]])
    return tuple(tokens(text))


def _tokens(reading: Reading) -> tuple[Token, ...]:
    return tuple(tokens(reading.text))
