"""Names of people taken for the words that they are: Oliver Batu for Oliver Stone, Tandai Zuckerberg for Mark."""

from __future__ import annotations

import re

from mtaudit.names import lexical
from mtaudit.names.outcome import Name
from mtaudit.names.spelling import romanisations
from mtaudit.names.window import Window, Word

FIRST_NAMES = frozenset("2367")  # digits of `lexical.lists` for words in the list of first names
OFTEN = 4  # as `casing.Cases` counts: about eight times
ROMAN = re.compile(r"[IVX]+")


def surname(name: Name, window: Window) -> tuple[int, int] | None:
    """First and last target word of a first name with what the surname means after it: Oliver Stone -> Oliver Batu."""
    if len(name.content) < 2 or len(name.parts) > len(name.content):
        return None
    *before, last = name.content
    tables = window.tables
    if name.kind != "PER" and (len(before) > 1 or lexical.lists(before[0].word.text.lower()) not in FIRST_NAMES):
        return None
    if last.word.text.lower() in tables.source.function_words - set(tables.source.numbers.months):
        return None
    country = any(tables.gazetteer.is_country(e) for e in tables.gazetteer.entries(last.word.text))
    meaning = last.kind in {"translated", "accepted"} and last.word.proper and (country or _means(last.word, window))
    person = name.kind == "PER" and lexical.lists(before[-1].word.text.lower()) in FIRST_NAMES
    if not meaning or before[-1].kind != "same" or (not person and tables.head(last.word.text)):
        return None
    for i in before[-1].places:
        j = i + 1
        if j not in last.places or not window.target[j].capital or not window.joined(i):
            continue
        plain = (country and person) or _word(window.target[j], window)
        if plain and window.target[j].key != last.word.key and tables.translates(window.target[j].text, last.word.text):
            return i, j
    return None


def first_name(name: Name, window: Window) -> tuple[int, int] | None:
    """First and last target word of a surname with what the first name means before it: Mark -> Tandai Zuckerberg."""
    if name.kind != "PER" or len(name.content) < 2 or ROMAN.fullmatch(name.content[-1].word.text):
        return None
    first, *others = name.content
    tables = window.tables
    low = first.word.text.lower()
    if lexical.lists(low) not in FIRST_NAMES or low in tables.source.names.titles | tables.source.names.offices:
        return None
    if others[0].kind != "same" or tables.ordinary(others[0].word.text):
        return None
    for i in others[0].places:
        if not i or not window.joined(i - 1) or window.same[i - 1]:
            continue
        word = window.target[i - 1]
        names = tables.target.names
        if word.text.lower() in names.titles | names.offices | names.not_names | tables.target.function_words:
            continue
        means = tables.translates(word.text, first.word.text)
        verb = first.kind == "lost" and word.proper and _means(first.word, window) and not window.explained[i - 1]
        if word.capital and _word(word, window) and (means or verb):
            return i - 1, i
    return None


def another_form(name: str, other: str) -> bool:
    """Whether a first name has become another name, not another spelling: Paul and Paulus."""
    known = lexical.lists(name) in FIRST_NAMES and lexical.lists(other) != "0"
    return known and not romanisations(name, other)


def _means(word: Word, window: Window) -> bool:
    """Whether the source language writes the word small often enough for it to mean something."""
    tables = window.tables
    return tables.casing.cases(word.key).source_small >= OFTEN or word.text.lower() in tables.source.numbers.months


def _word(word: Word, window: Window) -> bool:
    """Whether the target language knows the word as one, or as the name of a month."""
    tables = window.tables
    return tables.casing.target_word(word.text) or word.text.lower() in tables.target.numbers.months
