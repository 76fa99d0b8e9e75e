"""Persons at their first mention: whom the original introduces by first name and surname, and what is left of that.

Only persons whose surname stands unharmed in the sentences aligned to the introduction, and nowhere before these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.case import Case
from mtaudit.languages.interface import Language
from mtaudit.model import EntityVerdict
from mtaudit.names.spelling import fold, nearness
from mtaudit.names.tables import Tables, tables
from mtaudit.names.tokens import words
from mtaudit.text import Reading

Span = tuple[int, int]

LONGEST = 4  # words of a name that are looked at
LIKE = 0.6  # a word before the surname that is as like the first name as this is a spelling of it
_NUMBERED = re.compile(r"[IVX]+|[JS]r\.?")


def first_names_lost(case: Case) -> Iterator[tuple[EntityVerdict, Span]]:
    """Persons introduced in the original by first name and surname, in the translation by the surname alone.

    Persons whom the gazetteer knows by the surname alone are left out. The stretch is that of the surname.
    """
    if case.kind != "full":
        return
    known = tables(case.pair)
    for entity in case.entities:
        name = entity.original or ""
        if not _person(entity, known) or known.gazetteer.known(name.split()[-1]):
            continue
        *given, surname = name.split()
        given = [word for word in given if word.lower() not in known.source.names.particles]
        introduced = _introduced(case, name, known)
        if introduced is not None:
            span, end = introduced
        elif entity.status == "localised" and entity.found == surname and entity.start is not None:
            span, end = (entity.start, entity.start + len(surname)), len(case.text)  # never named in full
        else:
            continue
        if not given or any(_first(case.text[:end], word, known.target) for word in given):
            continue
        if _alone(case.target, span, given, known):
            yield entity, span


def _introduced(case: Case, name: str, known: Tables) -> tuple[Span, int] | None:
    """The surname's first mention in the translation, and where the sentences end that stand for the introduction."""
    assert case.original is not None
    last = name.split()[-1]
    there, surname = (_first(case.original.text, part, known.source) for part in (name, last))
    here = _first(case.text, last, known.target)
    if there is None or here is None or surname is None or surname[0] < there[0]:
        return None
    begin, end = _aligned(case, there[0])
    return (here, end) if begin <= here[0] < end else None


def _person(entity: EntityVerdict, known: Tables) -> bool:
    """Whether the verdict is on an unharmed name of a person with the surname at its end."""
    parts = (entity.original or "").split()
    if entity.type != "PER" or entity.status not in {"localised", "preserved"} or not 2 <= len(parts) <= LONGEST:
        return False
    low = parts[0].lower()
    names = known.source.names
    if _NUMBERED.fullmatch(parts[-1]) or low in names.family_first | known.idle | names.adjectives:
        return False
    return len(fold(parts[0])) > 1 and fold(parts[0]) != fold(parts[-1])


def _first(text: str, name: str, language: Language) -> Span | None:
    """The first place of a name as whole words, without the clitic after it."""
    clitics = "|".join(re.escape(s) for s in sorted(language.names.suffixes, key=len, reverse=True))
    match = re.search(rf"(?<![\w-])({re.escape(name)})(?:{clitics})?(?![\w-])", text)
    return match.span(1) if match else None


def _aligned(case: Case, at: int) -> Span:
    """The stretch of the translation aligned to the original's sentence at `at`; an empty one where none is."""
    sentences = case.original_sentences
    beads = (k.target for k in case.links if any(sentences[i].start <= at < sentences[i].end for i in k.source))
    bead = next(beads, ())
    return (case.sentences[bead[0]].start, case.sentences[bead[-1]].end) if bead else (0, 0)


def _alone(reading: Reading, span: Span, given: list[str], known: Tables) -> bool:
    """Whether no other word of a name, no initial and no title that isn't known stands right before the stretch."""
    run = words(reading)
    i = next((i for i, token in enumerate(run) if token.start <= span[0] < token.end), 0)
    if not i:
        return True
    before = run[i - 1]
    if run[i].gap not in (" ", ". ", "-") or (run[i].gap == ". " and len(before.text) > 3):
        return True
    low = before.text.lower()
    if run[i].gap != " " or any(nearness(fold(low), fold(word)) >= LIKE for word in given):
        return False
    names = known.target.names
    if not before.capital or low in names.not_names or low in known.target.function_words:
        return True
    titles = names.titles | names.offices | names.portfolios | names.adjectives
    return low in titles or known.casing.target_word(low)
