"""Names of which nothing is left: with the passage around them, or alone."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.names.spelling import nearness
from mtaudit.names.window import Window

AROUND = 5  # words of the original on either side of a name that are asked whether the translation carries them
CARRIED = 0.25  # a name is dropped where less than this share of them is carried
LIKE = 0.85  # a name that is more like a weekday or month than this is one
SELDOM = 6  # as `casing.Cases` counts: a name that is written small by mistake, once in about 60 times
CAME_THROUGH = 0.6  # ... and a person was left out where at least this share of the sentence is carried


def left_out(at: int, window: Window) -> bool:
    """A person of whom nothing is left, not even a pronoun, in a sentence that came through otherwise."""
    tables = window.tables
    word = window.source[at]
    known = tables.casing.name(word.text) or word.key in tables.gazetteer.surnames
    if not known or not word.capital or tables.ordinary(word.text) or any(window.free):
        return False
    for other in window.target:
        if other.text.lower() in tables.target.function_words - tables.target.speech.pronouns:
            continue
        if other.key in tables.target.speech.pronouns or other.key.endswith(tables.clitics):
            return False
    asked = [
        w
        for w in window.source
        if w is not word and len(w.key) > 2 and w.text.lower() not in tables.source.function_words
    ]
    carried = sum(bool(window.stands_for(w)) for w in asked)
    return len(asked) >= 3 and carried / len(asked) >= CAME_THROUGH


def vanished(at: Sequence[int], window: Window) -> bool:
    """A name that is no common word, of which no word nor anything like it is left in its sentence."""
    tables = window.tables
    names = tables.source.names
    if any(window.free[i] and window.target[i].capital for i in range(len(window.target))):
        return False
    for word in (window.source[i] for i in at):
        cases = tables.casing.cases(word.key)
        name = not cases.source_small or cases.source_capital >= cases.source_small + SELDOM
        if not word.proper or len(word.key) < 4 or tables.ordinary(word.text) or not name:
            return False
        if word.key in tables.target.names.home:
            return False
        derived = word.key.endswith(tuple(d for d in names.derivations if len(d) > 1))
        if derived and not tables.gazetteer.entries(word.text):
            return False
        if any(nearness(word.key, other) >= LIKE for other in names.not_names):
            return False  # a slip of the original: Novemeber
    return True


def cut_off(at: Sequence[int], window: Window) -> bool:
    """Nothing around the name has come through either."""
    low, high = at[0], at[-1] + 1
    while low > 0 and at[0] - low < AROUND and not window.source[low].starts:
        low -= 1
    while high < len(window.source) and high - at[-1] <= AROUND and not window.source[high].starts:
        high += 1
    known = window.tables
    asked = carried = 0
    for i in range(low, high):
        word = window.source[i]
        if i in at or word.text.lower() in known.source.function_words or len(word.key) < 3:
            continue
        asked += 1
        carried += bool(window.stands_for(word))
    return (asked >= 2 and carried / asked < CARRIED) or not window.target
