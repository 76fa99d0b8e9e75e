"""Names of which nothing is left: with the passage around them, or alone."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.names.window import Window

AROUND = 5  # words of the original on either side of a name that are asked whether the translation carries them
CARRIED = 0.25  # a name is dropped where less than this share of them is carried
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
