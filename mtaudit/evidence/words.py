"""A sentence cut into the words that evidence is gathered on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from mtaudit.evidence.interface import Cut
from mtaudit.originals.words import words

_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each written word, in order."""
    return (match.span() for match in _TOKEN.finditer(text))


def cut(text: str, key: Callable[[str], str]) -> tuple[Cut, ...]:
    """The words of `text` in order, under what `key` makes of them."""
    return tuple(
        Cut(match.start(), match.end(), match.group(), key(word))
        for match in _TOKEN.finditer(text)
        for word in _parts(match.group())
    )


@lru_cache(maxsize=20_000)
def _parts(written: str) -> tuple[str, ...]:
    return tuple(words(written))
