"""Persons at their first mention: whom the original introduces, and what the translation has lost of that.

Only persons whose surname stands unharmed in the sentences aligned to the introduction, and nowhere before these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mtaudit.case import Case
from mtaudit.languages.interface import Language
from mtaudit.model import EntityVerdict
from mtaudit.names.spelling import fold, nearness
from mtaudit.names.tables import Tables, tables
from mtaudit.names.tokens import Token, words
from mtaudit.text import Reading

Span = tuple[int, int]

LONGEST = 4  # words of a name, and of a title, that are looked at
REACH = 80  # characters before a name within which its title begins
LIKE = 0.6  # a word before the surname that is as like the first name as this is a spelling of it
_NUMBERED = re.compile(r"[IVX]+|[JS]r\.?")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person's first mention in the original and the sentences of the translation that stand for its sentence."""

    entity: EntityVerdict
    name: str  # with the first name
    at: int  # where it begins in the original
    surname: Span  # its first mention in the translation
    first: int  # indices of the aligned sentences of the translation
    last: int


def first_names_lost(case: Case) -> Iterator[tuple[EntityVerdict, Span]]:
    """Persons introduced in the original by first name and surname, in the translation by the surname alone.

    Persons whom the gazetteer knows by the surname alone are left out. The stretch is that of the surname.
    """
    known = tables(case.pair)
    first = {intro.name: intro for intro in _introductions(case, known)}
    for entity in case.entities:
        name = entity.original or ""
        if not _person(entity, known) or known.gazetteer.known(name.split()[-1]):
            continue
        *given, surname = name.split()
        given = [word for word in given if word.lower() not in known.source.names.particles]
        if name in first:
            span, before = first[name].surname, case.text[: case.sentences[first[name].last].end]
        elif entity.status == "localised" and entity.found == surname and entity.start is not None:
            span, before = (entity.start, entity.start + len(surname)), case.text  # never named in full
        else:
            continue
        if not given or any(_first(before, word, known.target) for word in given):
            continue
        if _alone(case.target, span, given, known):
            yield entity, span


def titles_lost(case: Case) -> Iterator[tuple[EntityVerdict, str, Span]]:
    """Persons whose office the original gives before the name, and the translation nowhere near it.

    Each with title and name as the original has them and the stretch of the name in the translation.
    """
    known = tables(case.pair)
    offices = known.office_words
    for intro in _introductions(case, known):
        begins = _title(case, intro, known)
        if begins is None or case.original is None or case.source is None:
            continue
        introduced = case.original.text[begins : intro.at + len(intro.name)]
        title = [token.text.lower() for token in _between(case.source, begins, intro.at)]
        last = min(intro.last + 1, len(case.sentences) - 1)
        begin, end = case.sentences[intro.first].start, case.sentences[last].end
        before = case.sentences[max(0, intro.first - 1)].start
        near = _forms(_between(case.target, begin, end), known)
        if offices & near or set(title) & near:
            continue
        if any(
            known.translates(w, part)
            for w in near | _forms(_between(case.target, before, begin), known)
            for part in title
        ):
            continue
        if _alone(case.target, _whole(case.text, intro), [], known, strict=True):
            yield intro.entity, introduced, _whole(case.text, intro)


def _introductions(case: Case, known: Tables) -> Iterator[Introduction]:
    if case.kind != "full" or case.original is None:
        return
    for entity in case.entities:
        if entity.original is None or not _person(entity, known):
            continue
        parts = entity.original.split()
        there = _first(case.original.text, entity.original, known.source)
        surname = _first(case.original.text, parts[-1], known.source)
        here = _first(case.text, parts[-1], known.target)
        if there is None or here is None or surname is None or surname[0] < there[0]:
            continue
        bead = _bead(case, there[0])
        if bead and case.sentences[bead[0]].start <= here[0] < case.sentences[bead[-1]].end:
            yield Introduction(entity, entity.original, there[0], here, bead[0], bead[-1])


def _person(entity: EntityVerdict, known: Tables) -> bool:
    """Whether the verdict is on an unharmed name of a person with the surname at its end."""
    parts = (entity.original or "").split()
    if entity.type != "PER" or entity.status not in {"localised", "preserved"} or not 2 <= len(parts) <= LONGEST:
        return False
    low = parts[0].lower()
    if _NUMBERED.fullmatch(parts[-1]) or low in known.source.names.family_first | known.source.function_words:
        return False
    return len(fold(parts[0])) > 1 and fold(parts[0]) != fold(parts[-1])


def _first(text: str, name: str, language: Language) -> Span | None:
    """The first place of a name as whole words, without the clitic after it."""
    clitics = "|".join(re.escape(s) for s in sorted(language.names.suffixes, key=len, reverse=True))
    match = re.search(rf"(?<![\w-])({re.escape(name)})(?:{clitics})?(?![\w-])", text)
    return match.span(1) if match else None


def _bead(case: Case, at: int) -> tuple[int, ...]:
    """Indices of the translation's sentences aligned to the original's sentence at `at`."""
    sentences = case.original_sentences
    beads = (k.target for k in case.links if any(sentences[i].start <= at < sentences[i].end for i in k.source))
    return next(beads, ())


def _whole(text: str, intro: Introduction) -> Span:
    """The first mention in the translation with the first name, where that stands before the surname."""
    start, end = intro.surname
    before = text[:start]
    lead = intro.name[: intro.name.rindex(intro.name.split()[-1])]
    return (start - len(lead), end) if before.endswith(lead) else (start, end)


def _alone(reading: Reading, span: Span, given: list[str], known: Tables, strict: bool = False) -> bool:
    """Whether no other word of a name, no initial and no title that isn't known stands right before the stretch.

    `strict`: nor anything else that a capital in the middle of a sentence makes a part of the name.
    """
    run = words(reading)
    i = next((i for i, token in enumerate(run) if token.start <= span[0] < token.end), 0)
    if not i:
        return True
    before: Token = run[i - 1]
    if run[i].gap not in (" ", ". ", "-") or (run[i].gap == ". " and len(before.text) > 3):
        return True
    low = before.text.lower()
    if run[i].gap != " " or any(nearness(fold(low), fold(word)) >= LIKE for word in given):
        return False
    names = known.target.names
    if not before.capital or low in names.not_names or low in known.target.function_words:
        return True
    if strict and not before.starts:
        return False
    return low in known.office_words | names.portfolios | names.adjectives or known.casing.target_word(low)


def _title(case: Case, intro: Introduction, known: Tables) -> int | None:
    """Where the office right before the name begins in the original: Deputy Minister; None without one."""
    assert case.source is not None
    run = _between(case.source, intro.at - REACH, intro.at)[-LONGEST:]
    names, table = known.source.names, known.gazetteer.titles
    tail = case.source.text[run[-1].end : intro.at] if run else ""
    if not run or tail not in (" ", ". ") or run[-1].headline:
        return None
    title: list[Token] = []
    for token in reversed(run):
        if not token.capital:
            break
        title.insert(0, token)
        if token.gap != " ":
            break
    for i in range(len(title)):
        low = [w.text.lower() for w in title[i:]]
        listed = table.get(" ".join(low)) or table.get(" ".join(low) + ".")
        if not listed and not all(w in names.titles | names.offices or w in table for w in low):
            continue
        forms = listed or tuple(form for w in low for form in table.get(w, ()))
        office = names.offices & set(low) or {w for form in forms for w in form.split()} & known.target.names.offices
        return title[i].start if office else None
    return None


def _between(reading: Reading, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]`, which begins and ends between words."""
    return [token for token in words(reading) if start <= token.start < end]


def _forms(run: Iterable[Token], known: Tables) -> set[str]:
    """Words of a translation, small, with and without clitics."""
    return {word for token in run for word in known.bare(token.text.lower())}
