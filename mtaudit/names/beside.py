"""Another word beside what is left of a name: `Winnie Mandela` (Byanyima), `Danau Kemenangan` for Lake Victoria."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import OSA

from mtaudit.names.outcome import Name
from mtaudit.names.spelling import nearness
from mtaudit.names.window import Window, Word

LONG = 8  # letters of a word in which two wrong ones are a slip
WORN = 0.6  # least likeness of a word of the language to the foreign word that it took the place of
SLIP = 0.85  # a source word this like the word of the original is that word without its slip of the pen


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
        if not window.joined(i) or not only_a_name(j, window):
            continue
        text = window.target[j].text
        known = tables.gazetteer.known(text)
        if (
            any(e.type in {"LOC", "ORG", "LANG"} for e in known)
            and window.target[j].key not in tables.gazetteer.surnames
        ):
            continue
        return i, j
    return None


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
    if any(_slip(name.key, meaning) for meaning in tables.lexicon.translations(low)):
        return False  # the original's, mended: Transportaion, Transportasi
    return name.key.startswith(word.key) or nearness(name.key, word.key) >= WORN


def _slip(word: str, meaning: str) -> bool:
    """Whether a long word is one of the source language with a letter or two too many or too few."""
    return len(word) >= LONG and OSA.distance(word, meaning, score_cutoff=2) <= 2


def only_a_name(i: int, window: Window) -> bool:
    """A capitalised target word that only a name can be and that nothing in the original accounts for."""
    word, tables = window.target[i], window.tables
    low = word.text.lower()
    names = tables.target.names
    if not word.capital or len(word.key) < 3 or window.explained[i] or word.text.isupper():
        return False
    if low in tables.target.function_words or low in names.titles | names.offices | names.not_names | names.adjectives:
        return False
    return not any(tables.casing.target_word(k) for k in tables.bare(low))
