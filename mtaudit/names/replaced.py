"""A known name in the place of another that shares a word with it: `Laut China Timur` for the South China Sea."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.names.gazetteer import Entry, key
from mtaudit.names.window import Window

LONGEST = 5  # words that the other name may have


def other_name(places: Sequence[int], entries: Sequence[Entry], window: Window) -> tuple[int, int] | None:
    """First and last target word of a known name that is none of `entries`; None where there is none.

    `places` are the target words that stand for some, not all, of the words of a name which `entries` know and of which
    no right form was found. The other name must be of the same type, must hold a word that nothing in the original
    explains, and must not be named in the original itself.
    """
    gazetteer = window.tables.gazetteer
    types = {entry.type for entry in entries}
    ours = {key(form) for entry in entries for form in entry.accepted}
    original = "".join(word.key for word in window.source)
    for first, last in _spans(places, len(window.target)):
        if all(window.explained[first : last + 1]):
            continue
        phrase = window.text((first, last))
        if any(c in phrase for c in ',.;:()"“”\n') or key(phrase) in ours:
            continue
        others = [e for e in gazetteer.known(phrase) if e.type in types]
        named = any(key(form) in ours or key(form) in original for e in others for form in e.accepted)
        if others and not named:
            return first, last
    return None


def _spans(places: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Stretches of two words and more around the places, the longest first."""
    found = {
        (first, last)
        for place in places
        for first in range(max(0, place - LONGEST + 1), place + 1)
        for last in range(max(place, first + 1), min(count, first + LONGEST))
    }
    return sorted(found, key=lambda span: (span[0] - span[1], span))
