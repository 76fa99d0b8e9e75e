"""Another known name in the place of the right one: `Laut China Timur` (South China Sea), `Irlandia` for Scotland."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.names.beside import only_a_name
from mtaudit.names.gazetteer import Entry
from mtaudit.names.outcome import Name
from mtaudit.names.window import Window

LONGEST = 5  # words that the other name may have
APART = 0.35  # how far from its relative place in the sentence another name may stand


def other_name(places: Sequence[int], entries: Sequence[Entry], window: Window) -> tuple[int, int] | None:
    """First and last target word of a known name that is none of `entries`; None where there is none.

    `places` are the target words that stand for some, not all, of the words of a name which `entries` know and of which
    no right form was found. The other name must be of the same type, must hold a word that nothing in the original
    explains, and must not be named in the original itself.
    """
    gazetteer = window.tables.gazetteer
    types = {entry.type for entry in entries}
    ours = {gazetteer.key(form) for entry in entries for form in entry.accepted}
    original = "".join(word.key for word in window.source)
    for first, last in _spans(places, len(window.target)):
        phrase = window.text((first, last))
        if all(window.explained[first : last + 1]) and not window.tables.direction_apart(phrase, entries):
            continue
        if any(c in phrase for c in ',.;:()"“”\n') or gazetteer.key(phrase) in ours:
            continue
        others = [e for e in gazetteer.known(phrase) if e.type in types]
        named = any(
            gazetteer.key(form) in ours or gazetteer.key(form) in original for e in others for form in e.accepted
        )
        if others and not named:
            return first, last
    return None


def country(name: Name, window: Window) -> tuple[int, int] | None:
    """Another country whose name holds the same word: Sudan Selatan for Sudan, Sudan for South Sudan.

    Only where every place of the word belongs to the other's name, and the original does not name that.
    """
    gazetteer = window.tables.gazetteer
    if not name.entries or not all(gazetteer.is_country(e) for e in name.entries):
        return None
    if not any(window.tables.direction(p.word.text) for p in name.content) and len(name.content) > 1:
        return None
    ours = {gazetteer.key(form) for e in name.entries for form in e.accepted}
    original = "".join(word.key for word in window.source)
    found = []
    for part in name.content:
        for i in part.places if not window.tables.direction(part.word.text) else ():
            spans = [(a, b) for a, b in ((i, i + 1), (i - 1, i), (i, i)) if a >= 0 and b < len(window.target)]
            spans = [(a, b) for a, b in spans if window.target[a].capital and window.target[b].capital]
            known = ((span, gazetteer.known(window.text(span))) for span in spans)
            span, entries = next(((s, e) for s, e in known if e), (None, []))
            countries = [e for e in entries if gazetteer.is_country(e)]
            if (
                span is None
                or not countries
                or any(gazetteer.key(form) in ours for e in countries for form in e.accepted)
            ):
                return None
            if any(gazetteer.key(form) in _without(original, ours) for e in countries for form in e.accepted):
                return None
            found.append(span)
    return found[0] if found else None


def _without(original: str, ours: set[str]) -> str:
    """The letters of the original without the names themselves: South Sudan names no Sudan."""
    for form in sorted(ours, key=lambda f: (-len(f), f)):
        original = original.replace(form, "|")
    return original


def _spans(places: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Stretches of two words and more around the places, the longest first."""
    found = {
        (first, last)
        for place in places
        for first in range(max(0, place - LONGEST + 1), place + 1)
        for last in range(max(place, first + 1), min(count, first + LONGEST))
    }
    return sorted(found, key=lambda span: (span[0] - span[1], span))


def namesake(name: Name, window: Window) -> tuple[int, int] | None:
    """Somebody of today in the form of a figure of old: Jeremiah Horrocks -> Yeremia Horrocks, Jesus, 21 -> Yesus.

    The form is the gazetteer's for the first name alone; the surname, or an age beside it, says that another is meant.
    """
    first, *others = name.content
    if name.kind != "PER" or first.kind not in {"accepted", "translated"} or (others and name.entries):
        return None
    tables = window.tables
    forms = {
        tables.gazetteer.key(form)
        for e in tables.gazetteer.entries(first.word.text)
        if e.type == "PER"
        for form in e.forms
    }
    for i in first.places:
        if window.target[i].key == first.word.key or window.target[i].key not in forms:
            continue
        if not others and _aged(first.at, window):
            return i, i
        after = others[0] if others else None
        if after and after.kind == "same" and i + 1 in after.places and not tables.ordinary(after.word.text):
            return i, i + 1
    return None


def _aged(at: int, window: Window) -> bool:
    """Whether a person's age stands beside the word: the 21-year-old NAME; NAME, 21."""
    source = window.source
    year = window.tables.source.numbers.age
    if at >= 3 and tuple(w.text.lower() for w in source[at - 2 : at]) == year and source[at - 3].text.isdigit():
        return True
    after = source[at + 1] if at + 1 < len(source) else None
    comma = after and after.start - source[at].end == 2
    return bool(after and comma and after.text.isdigit() and len(after.text) == 2)


def stranger(name: Name, window: Window) -> tuple[int, int] | None:
    """The one known name that nothing accounts for, in about the place of a name of which nothing is left."""
    if any(p.kind != "lost" for p in name.content) or all(window.tables.ordinary(p.word.text) for p in name.content):
        return None
    types = {e.type for e in name.entries} or {name.kind, "PER"}
    if not name.entries and not all(_namelike(p.word.text, window) for p in name.content):
        return None
    ours = {window.tables.gazetteer.key(form) for entry in name.entries for form in entry.accepted}
    original = "".join(word.key for word in window.source)
    found = []
    for first, last, entries in _known(window):
        fits = [e for e in entries if e.type in types and _level(e, name, window)]
        if fits and not any(
            window.tables.gazetteer.key(form) in ours or window.tables.gazetteer.key(form) in original
            for e in fits
            for form in e.accepted
        ):
            found.append((first, last))
    if len(found) != 1:
        return None
    place = name.content[0].at / len(window.source)
    return found[0] if abs(place - found[0][0] / len(window.target)) <= APART else None


def _level(entry: Entry, name: Name, window: Window) -> bool:
    """A place is no country where the other is one: London stands for Britain, Washington for the United States."""
    gazetteer = window.tables.gazetteer
    if entry.type != "LOC" or not name.entries:
        return True
    ours = any(gazetteer.is_country(e) or not window.tables.gazetteer.keeps(e) for e in name.entries)
    return ours or not gazetteer.is_country(entry)


def _namelike(word: str, window: Window) -> bool:
    cases = window.tables.casing.cases(word)
    return not cases.source_small and word[:1].isupper() and len(word) > 3


def _known(window: Window) -> Iterator[tuple[int, int, list[Entry]]]:
    """Runs of capitalised words that the gazetteer knows whole and of which nothing in the original explains any."""
    i = 0
    while i < len(window.target):
        if not only_a_name(i, window):
            i += 1
            continue
        j = i
        while (
            j + 1 < len(window.target)
            and window.target[j + 1].capital
            and window.target[j + 1].start - window.target[j].end == 1
        ):
            j += 1
        phrase = window.text((i, j))
        entries = window.tables.gazetteer.known(phrase)
        if not entries and i == j:
            entries = window.tables.gazetteer.surnames.get(window.target[i].key, [])
        if entries and not any(window.explained[i : j + 1]):
            yield i, j, entries
        i = j + 1
