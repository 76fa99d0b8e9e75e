"""What a document's names look like side by side: shouted ones, added ones, persons never introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.case import Case
from mtaudit.model import EntityVerdict
from mtaudit.names import find, gazetteer
from mtaudit.names.spelling import fold, nearness
from mtaudit.names.tokens import tokens
from mtaudit.names.window import tables, words

Span = tuple[int, int]

UNLIKE = 0.6  # an added name's words are less like every word of the original than this
_SHOUTED = re.compile(r"(?<![\w.-])[^\W\d_a-zà-ÿ]{4,}(?![\w.-])")


def shouted(case: Case) -> dict[str, list[Span]]:
    """Usual spelling -> the places where running text has the name in capital letters alone."""
    known = tables(case.source_language, case.target_language)
    usual: dict[str, str] = {}
    places: dict[str, list[Span]] = {}
    run = tokens(case.text, case.target_language)
    for token in run:
        if len(token.text) > 3 and token.text[0].isupper() and token.text[1:].islower():
            usual.setdefault(fold(token.text), token.text)
    loud = [bool(_SHOUTED.fullmatch(token.text)) for token in run]
    for i, token in enumerate(run):
        beside = loud[max(0, i - 1) : i] + loud[i + 1 : i + 2]  # a line in capitals, not a word
        if token.headline or token.shouting or not loud[i] or any(beside) or _opens_line(case.text, token.start):
            continue
        if case.original is not None and token.text in case.original.text:  # the paper's own style
            continue
        twin = usual.get(fold(token.text))
        if twin is None or any(
            f.isupper() and fold(f) == fold(twin) for e in known.gazetteer.known(twin) for f in e.accepted
        ):
            continue
        if known.casing.name(twin) or known.gazetteer.known(twin):
            places.setdefault(twin, []).append((token.start, token.end))
    return places


def _opens_line(text: str, at: int) -> bool:
    """Whether nothing but marks stands before `at` on its line: a dateline (“NAIROBI - …”) is written in capitals."""
    return not any(c.isalnum() for c in text[text.rfind("\n", 0, at) + 1 : at])


def added(case: Case) -> Iterator[list[Span]]:
    """Places of persons, first name and surname, of whom no word is anywhere like a word of the original."""
    if case.kind != "full" or case.original is None:
        return
    known = tables(case.source_language, case.target_language)
    there = {w.key for w in words(case.original.text, known.source)}
    capitals = {w.key for w in words(case.original.text, known.source) if w.capital}
    taken = [(p.start, p.end) for e in case.entities for p in e.places]
    names: dict[str, list[Span]] = {}
    for mention in find.find(case.text, case.target_language, case.ner):
        parts = [fold(p) for p in mention.text.split()]
        if mention.type != "PER" or len(parts) < 2 or any(a < mention.end and mention.start < b for a, b in taken):
            continue
        if any(p in there or known.casing.indonesian_word(p) or known.lexicon.knows(p) for p in parts):
            continue
        if not all(known.casing.name(p) or p in known.gazetteer.surnames for p in parts):
            continue
        if max((nearness(p, c) for p in parts for c in sorted(capitals)), default=0.0) < UNLIKE:
            names.setdefault(gazetteer.key(mention.text), []).append((mention.start, mention.end))
    yield from names.values()


def unintroduced(case: Case) -> Iterator[EntityVerdict]:
    """Persons whom the original introduces with a first name and the translation names by the surname alone.

    Persons whom the gazetteer knows by the surname alone are left out.
    """
    known = tables(case.source_language, case.target_language)
    for entity in case.entities:
        if entity.type != "PER" or entity.status != "localised" or not entity.found or not entity.original:
            continue
        parts = entity.original.split()
        if len(parts) != 2 or fold(parts[-1]) != fold(entity.found) or fold(parts[0]) == fold(entity.found):
            continue
        first = re.search(rf"(?<!\w){re.escape(parts[0])}(?!\w)", case.text)
        if first is None and not known.gazetteer.known(entity.found):
            yield entity
