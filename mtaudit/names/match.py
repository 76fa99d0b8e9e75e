"""Which word of the translation is the damaged form of which word of a name: pairs over all of a window.

Candidates are words that nothing explains. A pair's weight is its likeness in letters and sound, its relative place
in the sentence, and whether the word is unknown to both languages; each word is used once, by the likest pair.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass

from mtaudit.names.spelling import fold, nearness
from mtaudit.names.window import Window, Word

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
    likeness = nearness(name.key, other.key)
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


def assign(pairs: Sequence[tuple[float, Pair]]) -> dict[int, Pair]:
    """Each source and each target word at most once, the likest first; ties go to the earlier pair."""
    found: dict[int, Pair] = {}
    taken: set[int] = set()
    for _, pair in sorted(pairs, key=lambda p: (-p[0], p[1].source, p[1].target)):
        if pair.source not in found and pair.target not in taken:
            found[pair.source] = pair
            taken.add(pair.target)
    return found
