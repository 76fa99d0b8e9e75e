"""Persons at their first mention: whom the original introduces by first name and surname, and what is left of that."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from mtaudit.case import Case
from mtaudit.model import EntityVerdict
from mtaudit.names.spelling import fold, nearness
from mtaudit.names.tables import Tables, tables
from mtaudit.names.window import words_of
from mtaudit.text import Reading

Span = tuple[int, int]

LONGEST = 4  # words of a name that are looked at
LIKE = 0.7  # a word that is as like the first name as this is a spelling of it
_NUMBERED = re.compile(r"[IVX]+|[JS]r\.?")


def first_names_lost(case: Case) -> Iterator[tuple[EntityVerdict, Span]]:
    """Persons introduced in the original by first name and surname, in the translation by the surname alone.

    Persons whom the gazetteer knows by the surname alone are left out. The stretch is that of the surname.
    """
    if case.kind != "full" or case.source is None:
        return
    known = tables(case.pair)
    for entity in case.entities:
        if not _person(entity, known):
            continue
        *given, surname = (fold(word) for word in (entity.original or "").split())
        run, firsts = words_of(case.target), case.target.once(_firsts)
        place = firsts.get(surname)
        if place is None:
            continue
        here = run[place]
        first = case.source.once(_firsts).get(surname, 0)
        introduced = bool(first) and words_of(case.source)[first - 1].key in given
        sentence = case.sentences[bisect_right(case.sentences, here.start, key=lambda s: s.end)]
        before = run[place - 1] if place else None
        named = any(
            key in firsts and (not introduced or run[firsts[key]].start < sentence.end)
            for part in given
            for key in (part, part[0])
        ) or (before is not None and any(nearness(before.key, part) >= LIKE for part in given))
        if not named and not _part_of_a_name(place, case, known):
            yield entity, (here.start, here.end)


def _firsts(reading: Reading) -> dict[str, int]:
    """Each word of a text, folded -> its first place among them."""
    found: dict[str, int] = {}
    for place, word in enumerate(words_of(reading)):
        found.setdefault(word.key, place)
    return found


def _person(entity: EntityVerdict, known: Tables) -> bool:
    """Whether the verdict is on an unharmed name of a person with the surname at its end."""
    parts = (entity.original or "").split()
    if entity.type != "PER" or entity.status not in {"localised", "preserved"} or not 2 <= len(parts) <= LONGEST:
        return False
    low, names = parts[0].lower(), known.source.names
    if _NUMBERED.fullmatch(parts[-1]) or low in names.family_first | known.idle | names.adjectives:
        return False
    return len(fold(parts[0])) > 1 and fold(parts[0]) != fold(parts[-1]) and not known.gazetteer.known(parts[-1])


def _part_of_a_name(place: int, case: Case, known: Tables) -> bool:
    """Whether a capitalised word before it that is no title makes it part of another name."""
    run = words_of(case.target)
    before = run[place - 1] if place else None
    if before is None or run[place].start - before.end != 1 or not before.capital:
        return False
    names, low = known.target.names, before.text.lower()
    titles = names.titles | names.offices | names.portfolios | names.adjectives
    return low not in titles | names.not_names | known.target.function_words and not known.casing.target_word(low)
