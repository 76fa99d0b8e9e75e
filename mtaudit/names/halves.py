"""Names of which half came through: in the original's language, out of place, or alone."""

from __future__ import annotations

from itertools import pairwise

from mtaudit.names.outcome import Name, nearest, together
from mtaudit.names.spelling import fold
from mtaudit.names.window import Window, Word

MORE = 3  # as `casing.Cases` counts: eight times as often
SHORTEST = 4  # letters of a word that was left: not the No of Law No. 5


def known(name: Name, window: Window) -> tuple[int, int] | None:
    """A known name of common words, half of it left in the original's language: Palang Red, Black Laut."""
    tables = window.tables
    if len(name.content) < 2 or not name.entries or any(tables.gazetteer.keeps(e) for e in name.entries):
        return None
    if not all(tables.ordinary(p.word.text) and p.places for p in name.content):
        return None
    forms = {fold(word) for e in name.entries for form in e.forms for word in form.split()}
    span = together(nearest(name.content))
    left = [p for p in name.content if p.kind == "same" and p.word.key not in forms]
    strange = [p for p in left if _source_word(p.word, window)]
    if not strange or len(left) == len(name.content) or span is None:
        return None
    inside = all(any(span[0] <= i <= span[1] and window.target[i].capital for i in p.places) for p in name.content)
    return span if inside else None


def word_for_word(name: Name, window: Window) -> tuple[int, int] | None:
    """First and last target word of a name whose head was left where English has it: Umum Assembly, Sabtu Night Live.

    Indonesian takes a name over whole or turns it round; a translated word in front of words that were left is neither.
    """
    tables = window.tables
    if (
        len(name.content) < 2
        or any(not tables.gazetteer.keeps(e) for e in name.entries)
        or not all(p.places for p in name.content)
    ):
        return None
    last = name.content[-1]
    if last.kind != "same" or not last.word.proper or not _source_word(last.word, window):
        return None
    names = tables.source.names
    aside = names.adjectives | names.titles | names.bearers | tables.source.numbers.ordinals.keys()
    for one, two in pairwise(name.content):
        left = two.kind == "same" and len(two.word.key) >= SHORTEST and _source_word(two.word, window)
        turned = one.kind == "translated" and one.word.text.lower() not in aside and not one.word.text.isupper()
        if not (left and turned and tables.ordinary(two.word.text)):
            continue
        for i in one.places:
            if i + 1 in two.places and window.joined(i) and window.target[i].capital and window.target[i + 1].capital:
                return i, i + 1
    return None


def cut_short(name: Name, window: Window) -> tuple[int, int] | None:
    """First and last target word of a known name's Indonesian form without the noun that it begins with.

    sekretaris Putih for the White House; a noun without its modifier (Dewan for the Security Council) is a short form.
    """
    tables = window.tables
    left = [p for p in name.content if p.places]
    forms = [form.split() for e in name.entries for form in e.forms if " " in form]
    if not forms or any(tables.gazetteer.keeps(e) for e in name.entries) or not left or len(left) == len(name.content):
        return None
    span = together(nearest(left))
    nouns = {fold(form[0]) for form in forms}
    if span is None or any(w.key in nouns for w in window.target):
        return None
    modifiers = {fold(word) for form in forms for word in form[1:]} - nouns
    rest = [window.target[i] for i in range(span[0], span[1] + 1)]
    plain = all(w.proper and w.key in modifiers and tables.casing.target_word(w.text) for w in rest)
    return span if plain else None


def _source_word(word: Word, window: Window) -> bool:
    """Whether the source language has the word far more often than the target language."""
    cases = window.tables.casing.cases(word.key)
    return cases.source_small >= cases.target_small + MORE
