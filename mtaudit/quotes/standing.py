"""How surely a word of one side stands for nothing on the other, as log-odds: the words that seem lost or added.

Evidence for a word: the surest word on the other side (word list, stem, cognate; or aligned to it anywhere in the
parallel text), the one nearest in meaning, the nearest one that no other word claims, how rare the word is, and how
often such words have any partner at all in human translations. The weights (data/quote_words.json) are fitted by
tools/quotes/words.py on human translations in which one word's rendering is replaced by a random word: no label is
needed, and what human translators leave without a partner counts as right.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from mtaudit.evidence.affinity import Affinity
from mtaudit.evidence.space import Space
from mtaudit.languages.pair import PACKAGE, LanguagePair
from mtaudit.quotes.words import Token

LEAST_IDF = 1.0  # nats; lighter words carry no content
FEATURES = 9
CLAIMED, BETTER = 0.6, 0.3  # how surely a word stands for another one, and by how much surer than for this one
TRUSTED = 0.25  # strength of a listed translation whose meaning is looked at
RAREST = 9.0  # nats of idf that make a word as rare as any

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Standing:
    """Content words in order with the log-odds that nothing stands for them: of the original, of the translation."""

    lost: tuple[tuple[str, float], ...]
    added: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Side:
    """The words of one side: as written, idf (nats), share aligned; and what is asked of them."""

    words: tuple[str, ...]
    idf: Array
    share: Array


def sides(
    source: Sequence[Token],
    target: Sequence[Token],
    affinity: Affinity,
    left: frozenset[str] = frozenset(),
    denied: bool = False,
) -> tuple[Side, Side, Array, Array]:
    """Words of both texts, strengths and likenesses 0..1 as (target words, source words).

    `left`: words of the translation that are untranslated and stand for nothing. `denied`: the translation denies
    something, so that the rest of a word with a negative prefix (un-) stands for the word.
    """
    lexicon = affinity.lexicon
    space = affinity.space
    there = [t for t in source if "'" not in t.text and "’" not in t.text]
    here = [t for t in target if t.key not in left]
    keys = [affinity.base(t.key) for t in there]
    strength, likeness = np.zeros((len(here), len(keys))), np.zeros((len(here), len(keys)))
    vectors = space.vectors(keys)
    rests = [_rests(t.key, affinity) if denied else [] for t in there]
    for i, token in enumerate(here):
        strength[i] = [
            max(affinity.of(token.key, key), *(affinity.of(token.key, r) for r in rest), 0.0)
            for key, rest in zip(keys, rests, strict=True)
        ]
        if keys:
            partners = affinity.partners(token.key)
            strength[i] = np.maximum(strength[i], [partners.get(key, 0.0) for key in keys])
            senses = _senses(token.key, affinity, space)
            likeness[i] = np.clip((senses @ vectors.T).max(axis=0), 0, 1)
    return (
        Side(
            tuple(t.text for t in there),
            np.array([lexicon.source_weight(t.key) for t in there]),
            np.array([space.source_share(key) for key in keys]),
        ),
        Side(
            tuple(t.text for t in here),
            np.array([lexicon.target_weight(t.key) for t in here]),
            np.array([space.target_share(t.key) for t in here]),
        ),
        strength,
        likeness,
    )


def _rests(word: str, affinity: Affinity) -> list[str]:
    """What is left of a word without its negative prefix: comfortable of uncomfortable."""
    source = affinity.pair.source
    bases = [affinity.base(word[len(p) :]) for p in source.negation.prefixes if word.startswith(p)]
    return [base for base in bases if len(base) > 3]


def _senses(word: str, affinity: Affinity, space: Space) -> NDArray[np.float32]:
    """Vectors of the listed translations of a target word, shorter where a translation is less sure."""
    listed = {k: s for k, s in affinity.lexicon.strengths(word).items() if s > TRUSTED}
    vectors = space.vectors(list(listed))
    return np.asarray(vectors * np.sqrt(np.array(list(listed.values()), np.float32))[:, None], np.float32)


def features(own: Side, other: Side, strength: Array, likeness: Array) -> Array:
    """(words, FEATURES) of the words of `own`; `strength` and `likeness` are (other words, own words)."""
    found = np.zeros((len(own.words), FEATURES))
    if strength.size:
        best = strength.max(axis=1, keepdims=True)
        claimed = (best >= CLAIMED) & (strength < best - BETTER)
        sure, near = strength.max(axis=0), likeness.max(axis=0)
        free = np.where(claimed | (other.idf[:, None] <= 0), 0, likeness).max(axis=0)
    else:
        sure = near = free = np.zeros(len(own.words))
    rare = np.minimum(own.idf, RAREST) / RAREST
    columns = (sure, sure**2, near, free * (1 - sure), near * (1 - sure), own.share, own.share * (1 - sure), rare,
               rare * (1 - sure))  # fmt: skip
    for k, column in enumerate(columns):
        found[:, k] = column
    return found


@cache
def weights(pair: LanguagePair) -> tuple[Array, Array]:
    """Fitted weights of lost and of added words, the intercept last; English-Indonesian's where a pair has none."""
    data = json.loads(pair.read("quote_words.json") or (PACKAGE / "quote_words.json").read_bytes())
    return np.array(data["lost"]), np.array(data["added"])


def standing(
    source: Sequence[Token],
    target: Sequence[Token],
    affinity: Affinity,
    left: frozenset[str] = frozenset(),
    denied: bool = False,
) -> Standing:
    """The log-odds of all content words of a quotation and its rendering; see `sides` for the arguments."""
    there, here, strength, likeness = sides(source, target, affinity, left, denied)
    lost, added = weights(affinity.pair)
    return Standing(
        _odds(there, features(there, here, strength, likeness), lost),
        _odds(here, features(here, there, strength.T, likeness.T), added),
    )


def _odds(side: Side, measured: Array, weights: Array) -> tuple[tuple[str, float], ...]:
    values = measured @ weights[:-1] + weights[-1]
    return tuple((w, float(v)) for w, v, idf in zip(side.words, values, side.idf, strict=True) if idf >= LEAST_IDF)
