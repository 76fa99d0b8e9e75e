"""Another name in the place of the right one: `Laut China Timur` for the South China Sea, `Irlandia` for Scotland."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from mtaudit.names.gazetteer import Entry
from mtaudit.names.outcome import Name
from mtaudit.names.spelling import nearness
from mtaudit.names.window import Window, Word

LONGEST = 5  # words that the other name may have
LONG = 8  # letters of a word in which two wrong ones are a slip
WORN = 0.6  # least likeness of a word of the language to the foreign word that it took the place of
SLIP = 0.85  # an English word this like the word of the original is that word without its slip of the pen
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


def _odd(i: int, window: Window) -> bool:
    """A capitalised target word that only a name can be and that nothing in the original accounts for."""
    word, tables = window.target[i], window.tables
    low = word.text.lower()
    names = tables.target.names
    if not word.capital or len(word.key) < 3 or window.explained[i] or word.text.isupper():
        return False
    if low in tables.target.function_words or low in names.titles | names.offices | names.not_names | names.adjectives:
        return False
    return not any(tables.casing.target_word(k) for k in tables.bare(low))


def surname(name: Name, window: Window) -> tuple[int, int] | None:
    """The first name with another surname after it: Winnie Byanyima -> Winnie Mandela."""
    if name.kind != "PER" or len(name.content) < 2:
        return None
    *before, last = name.content
    first = before[-1]
    tables = window.tables
    if last.kind not in {"lost", "translated"} or first.kind != "same" or tables.ordinary(first.word.text):
        return None
    if len(last.word.key) < 3 or (tables.ordinary(last.word.text) and last.word.starts):
        return None
    for i in first.places:
        j = i + 1
        if not window.joined(i) or not _odd(j, window):
            continue
        text = window.target[j].text
        known = tables.gazetteer.known(text)
        if (
            any(e.type in {"LOC", "ORG", "LANG"} for e in known)
            and window.target[j].key not in tables.gazetteer.surnames
        ):
            continue
        if not tables.accepted(last.word.text, text):
            return i, j
    return None


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


def neighbour(name: Name, window: Window) -> tuple[int, int] | None:
    """Another word where the foreign word of a thing's name was, the words around it left: Hangi Meal -> Mani Meal."""
    tables = window.tables
    if len(name.content) < 2 or sum(p.kind == "lost" for p in name.content) != 1:
        return None
    k = next(n for n, p in enumerate(name.content) if p.kind == "lost")
    lost = name.content[k]
    before = name.content[k - 1] if k else None
    after = name.content[k + 1] if k + 1 < len(name.content) else None
    if tables.ordinary(lost.word.text):
        return None
    kept = [p for p in (before, after) if p is not None]
    if any(p.kind != "same" or abs(p.at - lost.at) != 1 for p in kept):
        return None
    if len(kept) == 1 and (not tables.ordinary(kept[0].word.text) or tables.casing.target_word(kept[0].word.text)):
        return None
    for i in kept[0].places:
        j = i + 1 if kept[0] is before else i - 1
        if not 0 <= j < len(window.target) or window.target[min(i, j)].end + 1 != window.target[max(i, j)].start:
            continue
        if len(kept) == 2 and j + 1 not in kept[1].places:
            continue
        word = window.target[j]
        odd = word.proper and not window.explained[j] and len(word.key) > 3 and not word.text.isupper()
        slip = tables.casing.source_word(word.key) and nearness(word.key, lost.word.key) >= SLIP
        if odd and not slip and not tables.accepted(lost.word.text, word.text):
            return min(i, j), max(i, j) + (len(kept) == 2)
    return None


def place(name: Name, window: Window) -> tuple[int, int] | None:
    """The right kind of place with a word of the language for its name: Lake Victoria -> Danau Kemenangan."""
    tables = window.tables
    kept, gone = ([p for p in name.content if (p.kind == "lost") is lost] for lost in (False, True))
    if name.kind != "LOC" or len(kept) != 1 or len(gone) != 1 or not tables.head(kept[0].word.text):
        return None
    for i in kept[0].places if tables.casing.name(gone[0].word.key) else ():
        j = i + 1
        if not window.joined(i):
            continue
        word, low = window.target[j], window.target[j].text.lower()
        plain = tables.casing.target_word(low) and low not in tables.target.function_words
        if not plain or not word.proper or window.explained[j] or _alike(gone[0].word, j, window):
            continue  # what looks like the name is a worn form of it
        names = tables.target.names
        others = names.adjectives | names.titles | names.directions | names.place_words | names.thing_words
        if low not in others and not tables.gazetteer.known(word.text):
            return i, j
    return None


def after_title(name: Name, window: Window) -> tuple[int, int] | None:
    """The right title with something else than its holder's name after it: Pope Leo -> Paus Singa."""
    if name.kind != "PER" or len(name.content) != 1 or name.content[0].kind not in {"lost", "translated"}:
        return None
    tables = window.tables
    at = name.content[0].at
    if not at or name.content[0].word.start - window.source[at - 1].end > 2:
        return None
    title, word = window.source[at - 1].text.lower(), name.content[0].word
    cases = tables.casing.cases(word.key)
    if title not in tables.source.names.titles or cases.source_small > cases.source_capital:
        return None
    for i in range(len(window.target) - 1):
        if window.target[i + 1].start - window.target[i].end != 1 or not tables.translates(
            window.target[i].text, title
        ):
            continue
        after = window.target[i + 1]
        low = after.text.lower()
        names = tables.target.names
        if not after.capital or len(after.key) < 3 or window.same[i + 1] or tables.accepted(word.text, after.text):
            continue
        if low in tables.target.function_words or low in names.titles | names.offices | names.not_names:
            continue
        if after.text.isupper() or any(e.type != "PER" for e in tables.gazetteer.known(after.text)):
            continue
        if not window.explained[i + 1] or window.target[i + 1].key in {
            window.target[j].key for j in name.content[0].places
        }:
            return i, i + 1
    return None


def worn(name: Name, window: Window) -> tuple[int, int] | None:
    """An ordinary word in the place of a foreign word that it looks like, the next word of the name beside it."""
    tables = window.tables
    for before, after in pairwise(name.content):
        gone, kept = (after, before) if before.kind == "same" else (before, after)
        if gone.kind not in {"lost", "accepted"} or kept.kind == "lost" or abs(before.at - after.at) != 1:
            continue
        word = gone.word
        if tables.ordinary(word.text) or tables.casing.target_word(word.text) or len(word.key) < 4:
            continue
        for i in kept.places:
            for j in (i - 1, i + 1):
                if 0 <= j < len(window.target) and _alike(gone.word, j, window):
                    return min(i, j), max(i, j)
    return None


def _alike(name: Word, j: int, window: Window) -> bool:
    """Whether the capitalised word at `j`, that nothing explains, could be what is left of a name."""
    word, tables = window.target[j], window.tables
    low = word.text.lower()
    if not word.capital or window.explained[j] or len(word.key) < 4 or not tables.casing.target_word(low):
        return False
    if low in tables.target.function_words or low in tables.target.names.titles | tables.target.names.offices:
        return False
    if any(_slip(name.key, english) for english in tables.lexicon.translations(low)):
        return False  # the original's, mended: Transportaion, Transportasi
    return name.key.startswith(word.key) or nearness(name.key, word.key) >= WORN


def _slip(word: str, english: str) -> bool:
    """Whether a long word is an English one with a letter or two too many or too few."""
    return len(word) >= LONG and OSA.distance(word, english, score_cutoff=2) <= 2


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
        if not _odd(i, window):
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
