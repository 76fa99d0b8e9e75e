"""Spellings that are right whatever the translations write: the glossary's, the originals', the gazetteer's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from mtaudit.case import Document, GlossaryEntry
from mtaudit.names import scan
from mtaudit.names.spelling import fold
from mtaudit.names.tables import Tables

Authority = Literal["glossary", "original", "gazetteer", "frequency"]
AUTHORITIES: tuple[Authority, ...] = ("glossary", "original", "gazetteer", "frequency")  # the best first

SHORTEST_INNER = 5  # letters of a name's middle word that people are known by: not the Suk of Yoon Suk Yeol


@dataclass(slots=True)
class Right:
    """One word of right names. `text`: how it should be spelled; `firsts`: folded first words of the names it is in.

    `followers`: folded last words of those that it begins; `particles`: small words before it ("von der"); `alone`: it
    is a name by itself (Zelensky); `person`: it ends a person's name.
    """

    text: str
    authority: Authority
    firsts: set[str] = field(default_factory=set)
    followers: set[str] = field(default_factory=set)
    particles: set[str] = field(default_factory=set)
    alone: bool = False
    person: bool = False


def gather(originals: Sequence[Document], glossary: Iterable[GlossaryEntry], known: Tables) -> dict[str, Right]:
    """Folded word -> what is right; from the user's glossary, the run's `originals` and the tables, the best first."""
    found = dict(of_tables(known))
    for entry in glossary:
        for form in entry.accepted or (entry.name,):
            _add(found, form.split(), "glossary")
    for document in originals:
        for run in scan.runs(document.text, known.source):
            _add(found, [w.text for w in run if not known.ordinary(w.text)], "original")
    return found


@cache
def of_tables(known: Tables) -> dict[str, Right]:
    """The words of all names in the tables, of things only those of one word."""
    found: dict[str, Right] = {}
    entries = [e for entries in known.gazetteer.by_form.values() for e in entries]
    for entry in entries:
        if entry.type == "PER" or " " not in entry.name:
            for form in dict.fromkeys((*entry.forms, entry.name)):
                if not form.isupper():
                    _add(found, form.split(), "gazetteer", entry.type == "PER")
    for person in (e for e in entries if e.type == "PER"):
        right = found.get(fold((person.forms or (person.name,))[0].split()[-1]))
        for alias in person.aliases if right else ():  # other spellings of the surname stand for it
            k = fold(alias.split()[-1])
            if right and len(k) > 2:
                other = found.setdefault(k, Right(right.text, "gazetteer", right.firsts, set(), right.particles))
                other.person, other.alone = True, other.alone or " " not in alias
    return found


def _add(into: dict[str, Right], name: Sequence[str], authority: Authority, person: bool = False) -> None:
    for i, word in enumerate(name):
        k, last = fold(word), i == len(name) - 1
        right = into.get(k)
        if len(k) < 3 or (i and not last and len(k) < SHORTEST_INNER):
            continue
        if right is None or AUTHORITIES.index(authority) < AUTHORITIES.index(right.authority):
            right = into[k] = Right(word, authority)
        elif right.authority != authority:
            continue
        if i:
            right.firsts.add(fold(name[0]))
        elif not last:
            right.followers.add(fold(name[-1]))
        right.alone = right.alone or len(name) == 1
        if last:
            right.person = right.person or person
            right.particles.add(" ".join(w for w in name[1:-1] if w.islower()))
