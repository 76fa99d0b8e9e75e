"""Which word of the translation is the damaged form of which word of a name: an assignment over all of a window.

Candidates are words that nothing explains. A pair's weight is its likeness in letters and sound, its relative place
in the sentence, and whether the word is unknown to both languages; each word is used once, and the assignment of
the largest total weight is taken (Kuhn 1955, by augmenting paths).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.names.spelling import nearness
from mtaudit.names.window import Window, Word

UNKNOWN = 0.66  # least likeness of a word that neither language knows
KNOWN = 0.80  # least likeness of a word that is met as a name elsewhere
PLACE = 0.08  # weight of the relative place


@dataclass(frozen=True, slots=True)
class Pair:
    """Target word `target` (its index) may be a damaged `source` word (its index among the name words)."""

    source: int
    target: int
    likeness: float


def damaged(window: Window, names: Sequence[tuple[int, Word]]) -> dict[int, Pair]:
    """Index of a source word -> its damaged form. `names`: (position in window.source, word) of the names' words."""
    pairs = []
    for at, word in names:
        for i, other in enumerate(window.target):
            if window.free[i]:
                likeness = _likeness(window, word, other)
                if likeness:
                    apart = abs(at / max(1, len(window.source)) - i / max(1, len(window.target)))
                    pairs.append((likeness - PLACE * apart, Pair(at, i, likeness)))
    return assign(pairs)


def _likeness(window: Window, name: Word, other: Word) -> float:
    """0 where `other` can't be a damaged form of `name`."""
    tables = window.tables
    if other.key == name.key or len(name.key) < 2:
        return 0.0
    if not (other.capital or not tables.casing.known(other.key)):
        return 0.0
    if tables.accepted(name.text, other.text) or tables.translates(other.text, name.text):
        return 0.0
    known = tables.casing.known(other.key) or bool(tables.gazetteer.known(other.text))
    likeness = nearness(name.key, other.key)
    if tables.ordinary(name.text):
        least = 0.9 if known else 0.8
    else:
        least = KNOWN if known else UNKNOWN
    enough = window.target_keys[name.key] >= window.source_keys[name.key]
    if enough:  # the name itself is there often enough
        least = max(least, 0.8)
    if len(name.key) <= 3:
        least = max(least, 0.75)
    return likeness if likeness >= least else 0.0


def assign(pairs: Sequence[tuple[float, Pair]]) -> dict[int, Pair]:
    """Each source and each target at most once, total weight as large as can be; ties go to the earlier pair."""
    best: dict[int, Pair] = {}
    weights = {(p.source, p.target): (w, p) for w, p in pairs}
    sources = sorted({p.source for _, p in pairs})
    targets = sorted({p.target for _, p in pairs})
    if not sources:
        return best
    # Hungarian method on costs 1 - weight; columns beyond the targets stand for "no counterpart" at cost 1.
    n, m = len(sources), len(targets) + len(sources)
    cost = [
        [1.0 - weights[s, targets[j]][0] if j < len(targets) and (s, targets[j]) in weights else 1.0 for j in range(m)]
        for s in sources
    ]
    u, v, owner, way = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1), [0] * (m + 1)
    for row in range(1, n + 1):
        owner[0], column = row, 0
        least, used = [float("inf")] * (m + 1), [False] * (m + 1)
        while True:
            used[column] = True
            at, delta, following = owner[column], float("inf"), 0
            for j in range(1, m + 1):
                if not used[j]:
                    reduced = cost[at - 1][j - 1] - u[at] - v[j]
                    if reduced < least[j]:
                        least[j], way[j] = reduced, column
                    if least[j] < delta:
                        delta, following = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[owner[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = following
            if owner[column] == 0:
                break
        while column:
            owner[column] = owner[way[column]]
            column = way[column]
    for j in range(1, len(targets) + 1):
        if owner[j]:
            found = weights.get((sources[owner[j] - 1], targets[j - 1]))
            if found:
                best[found[1].source] = found[1]
    return best
