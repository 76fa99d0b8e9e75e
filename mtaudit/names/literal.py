"""Names made of common words: when their translation is the usual thing, and when it makes the name unknowable.

Supreme Court -> Mahkamah Agung is right, Northern Rock -> Batu Utara is not. What tells them apart is whether the
name has a head that Indonesian translates (court, university, lake, treaty ...), whether the tables know an
Indonesian form, and whether it came through whole or half in one language and half in the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.model import EntityType
from mtaudit.names.gazetteer import Entry
from mtaudit.names.spelling import nearness
from mtaudit.names.window import Window, Word

ALIKE = 0.6  # a translation that is more like the word than this is another spelling of it: Chile/Chili
USUAL = 5  # a word that Indonesian writes small this often (about 16 times) is a loan, not an English word left over


@dataclass(frozen=True, slots=True)
class Literal:
    """`places`: indices of the target words; `road`: "common words" or "half translated"."""

    places: tuple[int, ...]
    confidence: float
    road: str


def common_words(
    kind: EntityType,
    parts: Sequence[tuple[Word, str, tuple[int, ...]]],
    has_small_words: bool,
    entries: Sequence[Entry],
    window: Window,
) -> Literal | None:
    """The damage done by translating a name's words, if any. `parts`: (word, kind of evidence, target indices)."""
    tables = window.tables
    if any(not e.keeps for e in entries):
        return None
    translated = [p for p in parts if p[1] == "translated"]
    if not translated:
        return None
    places = tuple(sorted({i for p in parts for i in p[2][:1]}))
    if entries:  # the gazetteer knows it and says that it stays as it is
        if any(p[1] in {"same", "accepted"} for p in parts):
            return None
        if any(nearness(p[0].key, window.target[i].key) > ALIKE for p in translated for i in p[2]):
            return None
        cases = tables.casing.cases(parts[-1][0].key)
        if len(parts) < 2 and cases.english_small > cases.english_capital:
            return None
        return Literal(places, 0.8, "common words")
    if kind == "PER" and not all(tables.ordinary(p[0].text) for p in parts):
        return _person(parts, places, window)
    if len(parts) < 2 or any(p[0].key.isdigit() for p in parts):
        return None
    titles = tables.source.names.titles  # as they stand they are part of the name: St. Louis
    if any(
        tables.head(p[0].text, p is parts[-1]) and not (p[1] == "same" and p[0].text.lower() in titles) for p in parts
    ):
        return None
    telling = tables.source.numbers.ordinals.keys() | (tables.source.names.adjectives - tables.source.names.directions)
    if any(p[0].text.lower() in telling for p in translated):  # the First Army, the French Resistance
        return None
    if any(p[1] in {"lost", "accepted"} for p in parts) or any(not tables.ordinary(p[0].text) for p in translated):
        return None
    proper = [p for p in parts if not tables.ordinary(p[0].text)]
    if proper and len([p for p in translated if not tables.direction(p[0].text)]) < 2:
        return None
    if parts[0][0].starts and tables.gazetteer.entries(" ".join(p[0].text for p in parts[1:])):
        return None  # a sentence's first word that the finder took into the name
    kept = [
        p
        for p in parts
        if p[1] == "same" and p not in proper and tables.casing.cases(p[0].key).indonesian_small < USUAL
    ]
    if kept and not has_small_words and not proper:
        return Literal(places, 0.7, "half translated")
    if has_small_words or len(translated) < 2:
        return None
    return Literal(places, 0.6, "common words")


def _person(
    parts: Sequence[tuple[Word, str, tuple[int, ...]]], places: tuple[int, ...], window: Window
) -> Literal | None:
    """A surname that became a word: Bush -> semak."""
    word, evidence, at = parts[-1]
    if evidence != "translated" or len(word.key) < 4:
        return None
    if len(parts) < 2 and word.key not in window.tables.gazetteer.surnames:
        return None
    cases = window.tables.casing.cases(word.key)
    if cases.english_small > cases.english_capital + 1:
        return None
    hit = [
        i for i in at if not window.target[i].capital and window.tables.casing.indonesian_word(window.target[i].text)
    ]
    others = sum(window.tables.lexicon.key(w.key) == window.tables.lexicon.key(word.key) for w in window.source)
    if not hit or others > 1:
        return None
    return Literal((hit[0],), 0.6, "common words")


def junk(window: Window, i: int) -> bool:
    """Whether the target word at `i` is a well-known word with a capital that no word of the source accounts for."""
    word = window.target[i]
    tables = window.tables
    low = word.text.lower()
    if not word.capital or window.explained[i] or low in tables.target.function_words:
        return False
    return low in tables.target.clutter.subtitles or (low in tables.source.furniture or low in tables.target.furniture)
