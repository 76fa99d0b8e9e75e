"""What a document's names look like side by side: shouted ones and added ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.case import Case
from mtaudit.names import find, forbidden
from mtaudit.names.spelling import fold, nearness
from mtaudit.names.tables import tables
from mtaudit.names.tokens import Token, words
from mtaudit.names.window import words_of
from mtaudit.text import Reading, between

Span = tuple[int, int]

DATELINE = 60  # characters of a line within which a dateline ends
AGENCY = 3  # words that may stand before its place
UNLIKE = 0.6  # an added name's words are less like every word of the original than this
_DASH = re.compile(r"\s[-–—]{1,2}\s|[–—]|--")
_SHOUTED = re.compile(r"(?<![\w.-])[^\W\d_a-zà-ÿ]{4,}(?![\w.-])")


def shouted(case: Case) -> dict[str, list[Span]]:
    """Usual spelling -> the places where running text has the name in capital letters alone."""
    known = tables(case.pair)
    usual: dict[str, str] = {}
    places: dict[str, list[Span]] = {}
    run = words(case.target)
    for token in run:
        if len(token.text) > 3 and token.text[0].isupper() and token.text[1:].islower():
            usual.setdefault(fold(token.text), token.text)
    style = _style(case)
    loud = [bool(_SHOUTED.fullmatch(token.text)) for token in run]
    for i, token in enumerate(run):
        beside = loud[max(0, i - 1) : i] + loud[i + 1 : i + 2]  # a line in capitals, not a word
        if not loud[i] or any(beside) or token.headline or not _running(case.target, token) or token.text in style:
            continue
        if forbidden.overlaps(case, token.start, token.end):  # told as that
            continue
        twin = usual.get(fold(token.text))
        if twin is None or any(
            f.isupper() and fold(f) == fold(twin) for e in known.gazetteer.known(twin) for f in e.accepted
        ):
            continue
        if known.casing.name(twin) or known.gazetteer.known(twin):
            places.setdefault(twin, []).append((token.start, token.end))
    return places


def _running(reading: Reading, token: Token) -> bool:
    """Whether the word stands in running text: in no headline in capitals, no dateline (“NAIROBI, Kenya (AP) - …”)."""
    text = reading.text
    first = text.rfind("\n", 0, token.start) + 1
    before = text[first : token.start]
    if token.shouting or before == before.upper():  # nothing but marks and capitals before it
        return False
    dash = _DASH.search(text, token.end, first + DATELINE)
    own = between(reading, "chunks", first, token.start)
    if dash is None or len(own) > AGENCY:
        return True
    return any(word.text[0].islower() for word in (*own, *between(reading, "chunks", token.end, dash.start())))


def _style(case: Case) -> set[str]:
    """Words in capitals in the original's running text: there they are the paper's own style."""
    if case.source is None:
        return set()
    return {t.text for t in words(case.source) if _SHOUTED.fullmatch(t.text) and _running(case.source, t)}


def added(case: Case) -> Iterator[list[Span]]:
    """Places of persons, first name and surname, of whom no word is anywhere like a word of the original."""
    if case.kind != "full" or case.source is None:
        return
    known = tables(case.pair)
    there = {w.key for w in words_of(case.source)}
    capitals = {w.key for w in words_of(case.source) if w.capital}
    taken = [(p.start, p.end) for e in case.entities for p in e.places]
    names: dict[str, list[Span]] = {}
    for mention in find.names(case.target, case.ner):
        parts = [fold(p) for p in mention.text.split()]
        if mention.type != "PER" or len(parts) < 2 or any(a < mention.end and mention.start < b for a, b in taken):
            continue
        if any(p in there or known.casing.target_word(p) or known.lexicon.knows(p) for p in parts):
            continue
        if not all(known.casing.name(p) or p in known.gazetteer.surnames for p in parts):
            continue
        if max((nearness(p, c) for p in parts for c in sorted(capitals)), default=0.0) < UNLIKE:
            names.setdefault(known.gazetteer.key(mention.text), []).append((mention.start, mention.end))
    yield from names.values()
