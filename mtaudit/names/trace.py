"""Which words of a translation stand for a name of the original, word by word, before anything is said about it."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mtaudit.model import EntityType
from mtaudit.names import regnal
from mtaudit.names.gazetteer import Entry
from mtaudit.names.match import Pair
from mtaudit.names.window import Window, Word

Kind = Literal["same", "accepted", "translated", "near", "lost"]
Span = tuple[int, int]

LONGEST = 4  # words of another name that may hold this one


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name and the target words (indices) that stand for it, the likeliest first."""

    at: int  # index in window.source
    word: Word
    kind: Kind
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """A name in one window. `whole`: it stands there letter for letter, or in a form that a table has; `content`: its
    words but for mere function words, where it does not; `span`: first and last target word that stand for it, None
    where none does;
    `another`: where the longer name of another known place or body holds it, which the original doesn't have."""

    text: str
    content: tuple[Part, ...]
    entries: tuple[Entry, ...]  # what the gazetteer and the glossary know under this name
    span: Span | None
    whole: Literal["same", "form"] | None
    another: Span | None = None


def trace(
    name: str,
    kind: EntityType,
    at: Sequence[int],
    window: Window,
    pairs: Mapping[int, Pair],
    used: Container[int] = (),
    bearers: Sequence[Entry] = (),
) -> Trace:
    """Where the name `name`, whose words are those of `window.source` at the indices `at`, stands.

    `used`: indices of target words that stand for names before this one; a name that occurs again wants a place of
    its own, where there is one. `bearers`: persons of the tables whose surname it is and whom the original names in
    full somewhere: their other names stand for it, too (SBY for Yudhoyono).
    """
    entries = tuple(window.tables.gazetteer.entries(name))
    span, whole = _whole(name, entries, window, used)
    if span is None and bearers:
        span, whole = _whole(name, bearers, window, used)
    other = None if span else regnal.localised(kind, at, window) or (kind != "PER" and _acronym(name, window))
    if other:
        span, whole = other, "form"
    content: tuple[Part, ...] = ()
    if span is None:
        parts = tuple(_part(i, window, pairs, used) for i in at)
        content = tuple(p for p in parts if not _small(p, window)) or parts
        span = _together(content)
    return Trace(name, content, entries, span, whole, _another(span, entries, window) if span else None)


def _whole(
    name: str, entries: Sequence[Entry], window: Window, used: Container[int]
) -> tuple[Span | None, Literal["same", "form"] | None]:
    """The name as it is, or an accepted form."""
    for taken in (used, ()):
        span = window.find(window.tables.gazetteer.without_article(name), taken)
        if span and not _numbered(span, window):
            return span, "same"
        for form in sorted({f for e in entries for f in e.accepted}, key=lambda f: (-len(f), f)):
            span = window.find(form, taken)
            if span and not _numbered(span, window):
                return span, "form"
    return None, None


def _acronym(name: str, window: Window) -> Span | None:
    """Letters that the translations of the name's words begin with, where the original has no such acronym."""
    for i, word in enumerate(window.target):
        if not word.text.isupper() or len(word.key) < 2 or word.key in window.source_keys:
            continue
        last = i + (window.hyphened(i) and window.target[i + 1].text.isupper())
        if window.tables.spells(name, window.text((i, last))):
            return i, last
    return None


def _another(span: Span, entries: Sequence[Entry], window: Window) -> Span | None:
    """The longest name of another known place or body around `span`, told apart by a direction: Korea Utara.

    Or a country for another of which it holds the name: Sudan Selatan.
    """
    gazetteer = window.tables.gazetteer
    types = {entry.type for entry in entries} & {"LOC", "ORG"}
    if not types:
        return None
    ours = {gazetteer.key(form) for entry in entries for form in entry.accepted}
    around = (
        (first, last)
        for size in range(LONGEST, span[1] - span[0] + 1, -1)
        for first in range(max(0, span[1] - size + 1), span[0] + 1)
        for last in (first + size - 1,)
        if last < len(window.target)
    )
    for first, last in around:
        if not all(window.joined(i) for i in range(first, last)) or not window.target[last].capital:
            continue
        phrase = window.text((first, last))
        others = [e for e in gazetteer.known(phrase) if e.type in types]
        countries = all(map(gazetteer.is_country, (*entries, *others)))
        if not countries and not window.tables.direction_apart(phrase, entries):
            continue
        keys = {gazetteer.key(form) for e in others for form in e.accepted}
        if others and not keys & ours and not any(key in window.joined_source for key in keys):
            return first, last
    return None


def _numbered(span: Span, window: Window) -> bool:
    """Whether a ruler's number stands behind it that the original doesn't have: Charles II is not Charles III."""
    after = span[1] + 1
    if not window.joined(span[1]) or not regnal.ROMAN.fullmatch(window.target[after].text):
        return False
    return window.target[after].key not in window.source_keys


def _part(i: int, window: Window, pairs: Mapping[int, Pair], used: Container[int]) -> Part:
    word = window.source[i]
    tables = window.tables
    left = [(j, t) for j, t in enumerate(window.target) if j not in used] or list(enumerate(window.target))
    same = [j for j, t in left if word.key in tables.bare(t.key)]
    if same:
        return Part(i, word, "same", tuple(same))
    if i in pairs:
        return Part(i, word, "near", (pairs[i].target,))
    small = tables.target.function_words
    accepted = [j for j, t in left if t.text not in small and tables.accepted(word.text, t.text)]
    if accepted:
        return Part(i, word, "accepted", tuple(accepted))
    translated = [j for j, t in left if tables.translates(t.text, word.text)]
    if translated:
        return Part(i, word, "translated", tuple(translated))
    return Part(i, word, "lost")


def _small(part: Part, window: Window) -> bool:
    """A function word, unless a capital makes it part of the name: New Hampshire."""
    names, low = window.tables.source.names, part.word.text.lower()
    if low not in window.tables.source.function_words:
        return False
    return not part.word.proper or low in names.articles or low in names.connectors


def _together(parts: Sequence[Part]) -> Span | None:
    """First and last target word of the closest places of the parts, around that which has fewest."""
    placed = [p.places for p in parts if p.places]
    if not placed:
        return None
    anchor = min(placed, key=len)[0]
    near = sorted({min(places, key=lambda i: (abs(i - anchor), i)) for places in placed})
    best: list[int] = []
    run: list[int] = []
    for i in near:
        if run and i - run[-1] > 3:
            run = []
        run.append(i)
        if len(run) > len(best):
            best = list(run)
    return best[0], best[-1]
