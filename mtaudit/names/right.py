"""Spellings that are right whatever the translations write: the glossary's, the originals', the gazetteer's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Literal

from mtaudit.case import Document, GlossaryEntry
from mtaudit.names import scan
from mtaudit.names.spelling import fold
from mtaudit.names.tables import Tables

Authority = Literal["glossary", "original", "gazetteer", "frequency"]
AUTHORITIES: tuple[Authority, ...] = ("glossary", "original", "gazetteer", "frequency")  # the best first

SHORTEST_INNER = 5  # letters of a name's middle word that people are known by: not the Suk of Yoon Suk Yeol


@dataclass
class Right:
    """Right spellings that don't come from the translations: word -> authority and the first names it goes with."""

    authority: dict[str, Authority] = field(default_factory=dict)
    firsts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spelled: dict[str, str] = field(default_factory=dict)
    mononyms: set[str] = field(default_factory=set)  # known by this one word: Zelensky
    persons: set[str] = field(default_factory=set)  # words that name persons
    particles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # surname -> "von der"
    also_called: dict[str, list[str]] = field(default_factory=dict)  # surname -> other spellings of it alone
    base: Right | None = None  # what this is a copy of, which stays as it is
    own: list[str] = field(default_factory=list)  # the words that are not from there

    def copy(self) -> Right:
        """The same, to add to."""
        return Right(
            dict(self.authority),
            defaultdict(set, self.firsts),  # its sets are never added to, see `_take`
            dict(self.spelled),
            set(self.mononyms),
            self.persons,
            defaultdict(set, {k: set(words) for k, words in self.particles.items()}),
            self.also_called,
            self,
        )

    def add(self, name: Sequence[str], authority: Authority) -> None:
        for i, word in enumerate(name):
            k = fold(word)
            inner = 0 < i < len(name) - 1 and len(k) < SHORTEST_INNER
            if (
                len(k) < 3
                or inner
                or (k in self.authority and AUTHORITIES.index(self.authority[k]) < AUTHORITIES.index(authority))
            ):
                continue
            if self.authority.get(k) != authority:
                self._take(k, word, authority)
            if i:
                self.firsts[k].add(fold(name[0]))
            elif len(name) == 1:
                self.mononyms.add(k)
        small = [word for word in name[1:-1] if word.islower()]
        if small and fold(name[-1]) in self.authority:
            self.particles[fold(name[-1])].add(" ".join(small))

    def also(self, alias: str, name: Sequence[str], alone: bool) -> None:
        """Another right spelling of the surname of `name`; `alone`: the person is known by it."""
        k, last = fold(alias), fold(name[-1])
        if last not in self.authority or len(k) < 3:
            return
        if k not in self.authority:
            self.also_called.setdefault(last, []).append(k)
            self._follow(k, last)
        if alone:
            self.mononyms.add(k)

    @cached_property
    def _surnames(self) -> dict[str, list[str]]:
        """First name -> the words that it goes with; to be asked once all is added."""
        found: dict[str, list[str]] = {}
        for last, firsts in self.firsts.items():
            for first in firsts:
                found.setdefault(first, []).append(last)
        return found

    def surnames(self, first: str) -> list[str]:
        """The words that a first name goes with."""
        listed = self.base._surnames.get(first, []) if self.base else []
        return [last for last in (*listed, *self.own) if first in self.firsts[last]]

    def _take(self, k: str, word: str, authority: Authority) -> None:
        """Let a better authority say how a word is spelled, and the other spellings of it that tables have."""
        self.spelled[k], self.authority[k], self.firsts[k] = word, authority, set()
        self.own.append(k)
        self.mononyms.discard(k)

    def _follow(self, k: str, last: str) -> None:
        self.authority[k], self.spelled[k] = self.authority[last], self.spelled[last]
        self.firsts[k] = set(self.firsts[last])

    def settle(self) -> None:
        """Let other spellings have the authority of the surname that they stand for."""
        for last, others in self.also_called.items():
            for k in others if self.authority[last] != "gazetteer" else ():
                if self.authority[k] == "gazetteer":
                    self._follow(k, last)


def gather(originals: Sequence[Document], glossary: Iterable[GlossaryEntry], known: Tables) -> Right:
    """From the user's glossary, the run's `originals` and the tables; the earlier outrank the later."""
    right = _of_tables(known).copy()
    for entry in glossary:
        for form in entry.accepted or (entry.name,):
            right.add(form.split(), "glossary")
    for document in originals:
        for run in scan.runs(document.text, known.source):
            names = [w.text for w in run.words if not known.ordinary(w.text)]
            if names:
                right.add(names, "original")
    right.settle()
    return right


@cache
def _of_tables(known: Tables) -> Right:
    right = Right()
    for entries in known.gazetteer.by_form.values():
        for person in entries:
            if person.type == "PER" or " " not in person.name:
                for form in dict.fromkeys((*person.forms, person.name)):
                    if not form.isupper():
                        right.add(form.split(), "gazetteer")
                        if person.type == "PER":
                            right.persons.add(fold(form.split()[-1]))
    for entries in known.gazetteer.by_form.values():
        for person in entries:
            if person.type == "PER":
                for alias in person.aliases:
                    right.also(alias.split()[-1], (person.forms or (person.name,))[0].split(), " " not in alias)
                    right.persons.add(fold(alias.split()[-1]))
    return right
