"""Words with their places, cut the way the bilingual word list cuts them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mtaudit.originals.words import words

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
        keys = words(match.group())
        if keys:
            found.append(Token(match.start(), match.end(), match.group(), keys[0]))
    return found
