"""How near words are in meaning: vectors of the source language, and which words were ever aligned to which.

data/word_space.<target>-<source>.npz (made by tools/quotes/space.py) holds, for the keys of source words: a vector of
64 dimensions (positive pointwise mutual information of neighbouring words, reduced by singular values: Levy & Goldberg
2014), and the share of its occurrences that were aligned to anything (a light verb, `put`, seldom is); for target words
the same share and their alignment partners, far more than the word list carries.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from mtaudit.languages.pair import LanguagePair

USUAL_SHARE = 0.75  # of a word's occurrences, where the parallel text does not know the word

Vectors = NDArray[np.float32]


class Space:
    """The tables of one language pair; empty where the package carries none, so that nothing is near anything."""

    def __init__(self, tables: dict[str, NDArray[np.generic]] | None = None) -> None:
        tables = tables or {}
        self._source = _numbered(tables.get("source"))
        self._keys = list(self._source)
        self._target = _numbered(tables.get("target"))
        raw = np.asarray(tables.get("vectors", np.zeros((0, 1))), np.float32)
        norms = np.linalg.norm(raw, axis=1, keepdims=True)
        self._vectors: Vectors = (raw / np.where(norms > 0, norms, 1)).astype(np.float32)
        self._first = np.asarray(tables.get("first", np.zeros(1)), np.int64)
        self._partner = np.asarray(tables.get("partner", np.zeros(0)), np.int64)
        self._strength = np.asarray(tables.get("strength", np.zeros(0)), np.float32) / 255
        self._shares = {
            side: np.asarray(tables.get(f"{side}_share", np.zeros(0)), np.float32) / 255
            for side in ("source", "target")
        }

    def vectors(self, keys: list[str]) -> Vectors:
        """(keys, dimensions): unit vectors of source keys, zeros where a key is unknown."""
        found = np.zeros((len(keys), self._vectors.shape[1]), np.float32)
        for i, key in enumerate(keys):
            row = self._source.get(key)
            if row is not None:
                found[i] = self._vectors[row]
        return found

    def partners(self, word: str) -> dict[str, float]:
        """Source key -> 0..1: square root of how much of both words' occurrences were aligned to each other."""
        row = self._target.get(word)
        if row is None:
            return {}
        here = slice(self._first[row], self._first[row + 1])
        found = zip(self._partner[here].tolist(), self._strength[here].tolist(), strict=True)
        return {self._keys[number]: strength for number, strength in found}

    def aligned(self, word: str, keys: list[str]) -> NDArray[np.float32]:
        """The strengths of `partners` for each of `keys`, 0 where the two were never aligned."""
        found = self.partners(word)
        return np.array([found.get(key, 0.0) for key in keys], np.float32)

    def source_share(self, key: str) -> float:
        """0..1: the share of a source key's occurrences that were aligned to a word of the other side."""
        row = self._source.get(key)
        return USUAL_SHARE if row is None else float(self._shares["source"][row])

    def target_share(self, word: str) -> float:
        """The same of a target word."""
        row = self._target.get(word)
        return USUAL_SHARE if row is None else float(self._shares["target"][row])


def _numbered(lines: NDArray[np.generic] | None) -> dict[str, int]:
    words = bytes(lines).decode("utf-8").split("\n") if lines is not None else []
    return {word: i for i, word in enumerate(words)}


@cache
def load(pair: LanguagePair) -> Space:
    """The space of a language pair, read once a process; an empty one where the pair has none."""
    content = pair.read(f"word_space.{pair.back}.npz")
    if content is None:
        return Space()
    with np.load(BytesIO(content)) as data:
        return Space({name: data[name] for name in data.files})
