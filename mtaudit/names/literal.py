"""Names made of common words: when their translation is the usual thing, and when it makes the name unknowable.

Supreme Court -> Mahkamah Agung is right, Northern Rock -> Batu Utara is not. What tells them apart is whether the
name has a head that Indonesian translates (court, university, lake, treaty ...), whether the tables know an
Indonesian form, and whether it came through whole or half in one language and half in the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mtaudit.estimation.counts import tokens as counts_of
from mtaudit.model import EntityType
from mtaudit.names.gazetteer import Entry
from mtaudit.names.outcome import Name, nearest, together
from mtaudit.names.spelling import fold, nearness
from mtaudit.names.window import Window, Word

ALIKE = 0.6  # a translation that is more like the word than this is another spelling of it: Chile/Chili
AKIN = 0.8  # a word of the language that is as like to an accepted one is another form of it
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
    if any(not tables.gazetteer.keeps(e) for e in entries):
        return None
    translated = [p for p in parts if p[1] == "translated"]
    if not translated:
        return None
    places = tuple(sorted({i for p in parts for i in p[2][:1]}))
    if entries:  # the gazetteer knows it and says that it stays as it is
        if any(p[1] in {"same", "accepted"} for p in parts):
            return _half(parts, window) or (_person(parts, window) if kind == "PER" else None)
        if all(any(nearness(p[0].key, window.target[i].key) > ALIKE for i in p[2]) for p in translated):
            return None
        cases = tables.casing.cases(parts[-1][0].key)
        if len(parts) < 2 and cases.source_small > cases.source_capital:
            return None
        if not any(means(p[0], window) for p in translated):
            return None
        return Literal(places, 0.8, "common words")
    if kind == "PER" and not all(tables.ordinary(p[0].text) for p in parts):
        return _person(parts, window)
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
        p for p in parts if p[1] == "same" and p not in proper and tables.casing.cases(p[0].key).target_small < USUAL
    ]
    if kept and not has_small_words and not proper:
        return Literal(places, 0.7, "half translated")
    if has_small_words or len(translated) < 2 or _explained(parts, window) or _usual(places, window):
        return None
    return Literal(places, 0.6, "common words")


def _usual(places: Sequence[int], window: Window) -> bool:
    """Whether the words of the rendering stand side by side in well-written text, too: asuransi kesehatan."""
    counts = window.tables.usage
    span = together(places)
    if counts is None or span is None or span[0] == span[1]:
        return False
    rendering = counts_of(window.text(span))
    return all(counts.together(one, two) for one, two in pairwise(rendering))


def means(word: Word, window: Window) -> bool:
    """Whether a name's word has a meaning that can be translated: it is at times written small in the source."""
    return window.tables.casing.cases(word.key).source_small > 0


def _explained(parts: Sequence[tuple[Word, str, tuple[int, ...]]], window: Window) -> bool:
    """Whether the words are a heading of their own, or say what a foreign name means ("Cinque Terre, Five Lands")."""
    at = [i for i, w in enumerate(window.source) if parts[0][0].start <= w.start <= parts[-1][0].start]
    after = at[-1] + 1
    if window.source[at[0]].starts and (after == len(window.source) or window.source[after].starts):
        return True
    before = window.source[max(0, at[0] - 3) : at[0]]
    return any(w.text.lower() in window.tables.source.names.glosses for w in before)


def _half(parts: Sequence[tuple[Word, str, tuple[int, ...]]], window: Window) -> Literal | None:
    """A name that stays as it is, but of which a word was translated: Turkish Airlines -> Turki Airlines."""
    parts = [p for p in parts if p[2]]
    anchor = next((p[2][0] for p in parts if p[1] == "same"), None)
    if anchor is None:
        return None
    places = tuple(sorted({min(p[2], key=lambda i: (abs(i - anchor), i)) for p in parts}))
    if len(places) < len(parts) or together(places) != (places[0], places[-1]):
        return None
    order = [min(p[2], key=lambda i: (abs(i - anchor), i)) for p in parts]
    turned = order != sorted(order)  # Washington Post -> Pos Washington
    if any(p[1] == "accepted" for p in parts) and not turned:
        return None  # Turkish Airlines -> Turki Airlines is one thing, another spelling another
    bearers = window.tables.source.names.bearers
    if not turned and all(p[0].text.lower() in bearers for p in parts if p[1] == "translated"):
        return None  # The Daily Telegraph -> harian Telegraph
    for word, kind, at in parts:
        if kind == "translated" and not any(window.target[i].capital for i in at if i in places):
            return None
        if kind == "translated" and not turned and any(nearness(word.key, window.target[i].key) > ALIKE for i in at):
            return None
    return Literal(places, 0.7, "half translated")


def _person(parts: Sequence[tuple[Word, str, tuple[int, ...]]], window: Window) -> Literal | None:
    """A surname that became a word: Bush -> semak."""
    word, evidence, at = parts[-1]
    if evidence != "translated" or len(word.key) < 4:
        return None
    if len(parts) < 2 and word.key not in window.tables.gazetteer.surnames:
        return None
    cases = window.tables.casing.cases(word.key)
    if cases.source_small > cases.source_capital + 1:
        return None
    hit = [i for i in at if not window.target[i].capital and window.tables.casing.target_word(window.target[i].text)]
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
    return low in tables.target.clutter.subtitles or (
        low in tables.source.clutter.furniture or low in tables.target.clutter.furniture
    )


def wrong_word(name: Name, window: Window) -> tuple[int, int] | None:
    """First and last target word of a known name's rendering that has a common word of another meaning in it.

    No accepted form is there, words of the name came through, and among them (or before them, in the place of one that
    is lost) stands a capitalised word of the language that neither the original nor any accepted form accounts for.
    """
    tables = window.tables
    standing = sorted({p.places[0] for p in name.content if p.places})
    span = together(standing)
    if not name.entries or span is None or len(name.content) < 2:
        return None
    right = {fold(word) for e in name.entries for form in e.accepted for word in form.split()}
    names = tables.target.names
    classes = names.place_words | names.organisation_words | names.thing_words | names.titles | names.divisions
    lost = sum(p.kind == "lost" for p in name.content)
    for i in range(max(0, span[0] - (lost == 1)), span[1] + 1):
        word = window.target[i]
        low = word.text.lower()
        if not word.proper or window.explained[i] or word.key in right or low in classes or i in standing:
            continue
        if len(word.key) < 4 or not tables.casing.target_word(low):
            continue
        if i < span[0] and i and window.target[i - 1].capital:
            continue  # the end of another name
        if i + 1 < len(window.target) and window.target[i + 1].start - word.end == 1:
            return min(i, span[0]), span[1]
    return None


def wrong_rendering(name: Name, window: Window) -> tuple[int, int] | None:
    """A known event's or work's name with a word in another of its senses: Space Race -> Ras Luar Angkasa."""
    tables = window.tables
    if (
        len(name.content) < 2
        or not name.entries
        or any(e.type not in {"MISC", "LOC"} or tables.gazetteer.keeps(e) for e in name.entries)
    ):
        return None
    if any(not p.places for p in name.content):
        return None
    right = {fold(word) for e in name.entries for form in e.accepted for word in form.split()}
    forms = {fold(word) for e in name.entries for form in e.forms for word in form.split()}
    span = together(sorted(p.places[0] for p in name.content))
    for part in name.content:
        (first, *_) = part.places
        word = window.target[first]
        usual = (
            word.key in right | _forms(part.word, name, window) or word.text.lower() in tables.target.names.place_words
        )
        sense = word.capital and tables.casing.target_word(word.text) and not usual
        unlike = tables.ordinary(part.word.text) or nearness(part.word.key, word.key) <= ALIKE
        if sense and part.kind == "translated" and unlike:
            return span
        if part.kind == "same" and tables.ordinary(part.word.text) and word.capital and word.key not in forms:
            return span  # a word that both languages have, in its other sense: West Bank -> Bank Barat
    return None


def wrong_class(name: Name, window: Window) -> tuple[int, int] | None:
    """What kind of thing a name is, in another sense of the word: Cadangan Maswa for the Maswa Reserve.

    The other words of the name came through; next to them stands a word that translates the head, but is none of the
    forms that the tables know for it inside names.
    """
    if len(name.content) < 2:
        return None
    tables = window.tables
    kept = any(p.kind == "same" and not tables.ordinary(p.word.text) for p in name.content)
    whole = (name.entries or len(name.content) > 2) and all(p.places for p in name.content)
    span = together(nearest(name.content))
    if span is None or not (kept or whole):
        return None
    for part in name.content:
        right = _forms(part.word, name, window)
        near = [i for i in part.places if span[0] <= i <= span[1]]
        if part.kind != "translated" or not right or not near or not tables.head(part.word.text):
            continue
        usual = _usual_forms(part.word, window)
        if not kept and not name.entries and (not usual or usual & right):
            continue  # where every word of the name is a common one, only a sense that the whole rules out is wrong
        if any(window.target[i].key in right for i in part.places):
            continue
        if all(_other_sense(window.target[i], part.word, right, window) for i in near):
            return span
    return None


def _forms(word: Word, name: Name, window: Window) -> set[str]:
    """The words that may stand for a word of this name."""
    own, types = {p.word.text.lower() for p in name.parts}, {e.type for e in name.entries}
    forms = window.tables.gazetteer.forms_inside(word.text.lower(), own, types)
    forms += tuple(form for e in name.entries for form in e.accepted)
    return {fold(part) for form in forms for part in re.split(r"[\s-]+", form)}


def _usual_forms(word: Word, window: Window) -> set[str]:
    """What the word is called where it stands alone."""
    return {fold(form) for form in window.tables.gazetteer.words.get(word.text.lower(), ())}


def _other_sense(word: Word, source: Word, right: set[str], window: Window) -> bool:
    known = window.tables.casing
    bare = set(window.tables.bare(word.key))
    unlike = nearness(word.key, source.key) < AKIN and all(nearness(word.key, form) < AKIN for form in right)
    return word.capital and known.target_word(word.text) and unlike and not bare & right


def wrong_head(name: Name, window: Window) -> tuple[int, int] | None:
    """Another common noun where the translated last word of a proper name belongs: Civilization -> Perdataan."""
    tables = window.tables
    *others, head = name.content
    if name.entries or not others or any(p.kind != "same" or tables.ordinary(p.word.text) for p in others):
        return None
    if not tables.gazetteer.words.get(head.word.text.lower()):
        return None
    for first in others[0].places:
        if not first or any(abs(i - first) <= 3 for i in head.places):
            continue
        word = window.target[first - 1]
        joined = window.target[first].start - word.end == 1 and not (first > 1 and window.target[first - 2].capital)
        if not joined or not word.proper or window.explained[first - 1] or len(word.key) < 4:
            continue
        if tables.casing.target_word(word.text) or not tables.casing.known(word.key):
            return first - 1, first + len(others) - 1
    return None
