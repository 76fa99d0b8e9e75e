"""The compact tagger that the package carries: a linear-chain CRF a language (Lafferty et al. 2001, CRFsuite).

It reads one stretch of words at a time (see `runs`) and tells of each word how likely it is part of a name of which
type. Made by tools/ner/train.py.
"""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from mtaudit.model import EntityType

TYPES: tuple[EntityType, ...] = ("PER", "ORG", "LOC", "MISC")


class Tag(NamedTuple):
    """The tagger's opinion of one word; probabilities given the whole stretch."""

    label: str  # O, B-PER (first word of a name), I-PER (a further one) ...
    outside: float  # of being no part of a name
    begins: float  # of being a name's first word
    types: tuple[float, ...]  # of being part of a name of each of `TYPES`


UNTOLD = Tag("O", 0.95, 0.0, (0.0125,) * len(TYPES))  # of a word where there is no tagger: its capital decides


class Tagger:
    """One language's model."""

    def __init__(self, model: bytes) -> None:
        import pycrfsuite

        self._model = model  # CRFsuite reads it in place: it has to stay
        self._tagger: Any = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)
        known = set(self._tagger.labels())
        self._labels = [(t, [p + t for p in ("B-", "I-") if p + t in known]) for t in TYPES]

    def tag(self, rows: list[list[str]]) -> list[Tag]:
        """One tag for each word of a stretch, given as its lists of features."""
        self._tagger.set(rows)
        return [self._tag(label, i) for i, label in enumerate(self._tagger.tag())]

    def _tag(self, label: str, i: int) -> Tag:
        marginal = self._tagger.marginal
        parts = [[marginal(name, i) for name in names] for _, names in self._labels]
        outside = marginal("O", i)
        return Tag(label, outside, sum(p[0] for p in parts if p), tuple(sum(p) for p in parts))


@cache
def load(code: str) -> Tagger | None:
    """The tagger of a language (ISO 639-1), read once a process; None where the package carries none."""
    path = files("mtaudit") / "data" / f"ner.{code}.crfsuite.xz"
    return Tagger(lzma.decompress(path.read_bytes())) if path.is_file() else None
