"""Which word of the translation is the damaged form of which word of a name: an assignment over all of a window.

Candidates are words that nothing explains. A pair's weight is its likeness in letters and sound, its relative place
in the sentence, and whether the word is unknown to both languages; each word is used once, and the assignment of
the largest total weight is taken (Kuhn 1955, by augmenting paths).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass

from mtaudit.names.spelling import fold, nearness
from mtaudit.names.window import Window, Word

_HUMP = re.compile(r"[A-Z][a-z]+")
UNKNOWN = 0.66  # least likeness of a word that neither language knows
KNOWN = 0.80  # least likeness of a word that is met as a name elsewhere
ANOTHER = 0.7  # least likeness of a word that is known to name something else: Iran for Iraq
PLACE = 0.08  # weight of the relative place


@dataclass(frozen=True, slots=True)
class Pair:
    """Target word `target` (its index) may be a damaged `source` word (its index among the name words)."""

    source: int
    target: int


def damaged(window: Window, names: Sequence[Sequence[int]], places: Container[int] = ()) -> dict[int, Pair]:
    """Index of a source word -> its damaged form.

    `names`: for each name the indices of its words in `window.source`; `places`: those that belong to places.
    """
    pairs = []
    for at, kin in ((at, name) for name in names for at in name):
        word = window.source[at]
        keys = {window.source[k].key for k in kin if k != at}
        for i, other in enumerate(window.target):
            if window.free[i]:
                likeness = _likeness(window, word, other, keys, i, at in places)
                if likeness:
                    apart = abs(at / max(1, len(window.source)) - i / max(1, len(window.target)))
                    pairs.append((likeness - PLACE * apart, Pair(at, i)))
    return assign(pairs)


def _likeness(window: Window, name: Word, other: Word, kin: Collection[str], i: int, place: bool) -> float:
    """0 where `other` can't be a damaged form of `name`."""
    tables = window.tables
    beside = any(0 <= j < len(window.target) and window.target[j].key in kin for j in (i - 1, i + 1))
    if len(name.key) < 2:
        return 0.0
    if name.capital and not other.capital:
        return 0.0
    if tables.casing.source_word(other.key) and not tables.casing.known(name.key):  # a slip of the original, mended
        return 0.0
    if tables.accepted(name.text, other.text, place) or tables.translates(other.text, name.text):
        return 0.0
    known = tables.casing.known(other.key) or bool(tables.gazetteer.known(other.text))
    likeness = max([nearness(name.key, other.key), _humps(name.text, other.text)])
    for form in tables.gazetteer.forms(name.text):
        if " " not in form:
            likeness = max(likeness, nearness(fold(form), other.key))
    floors = (0.8, 0.9) if tables.ordinary(name.text) else (UNKNOWN, KNOWN)
    least = floors[known]
    enough = window.target_keys[name.key] >= window.source_keys[name.key]
    if enough:  # the name itself is there often enough
        least = max(least, 0.8)
    if beside and not known:  # another word of the same name stands next to it
        least = min(least, 0.62)
    if tables.another(name.text, other.text):
        least = ANOTHER
    if len(name.key) <= 3:
        least = max(least, 0.75)
    return likeness if likeness >= least else 0.0


def _humps(name: str, other: str) -> float:
    """Names like CowParade of which one part came through and the other was translated."""
    one, two = _HUMP.findall(name), _HUMP.findall(other)
    kept = [h for h in one[1:] + two[1:] if len(h) > 3 and h in one and h in two]
    return 0.82 if len(one) == len(two) == 2 and kept else 0.0


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
