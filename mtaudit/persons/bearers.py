"""Titles and words of respect: one without its bearer, two sexes for one person, another one than in the original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mtaudit.case import Case
from mtaudit.text import Reading, Word, words

Span = tuple[int, int]

TWICE = 2  # times that a text must say either, so that it's no slip of the pen and no passing mention of a spouse


def bearerless(reading: Reading) -> Iterator[Span]:
    """Titles behind which a name is missing: `kata Dr. pada hari Senin`, `Keputusan Mr. untuk mundur`.

    `Mr.` and its like stand before a name wherever they stand; ranks and degrees in short are looked at where
    somebody speaks, is named as a source or begins a sentence as its subject.
    """
    language = reading.language
    names, speech = language.names, language.speech
    sources = speech.after_quote | speech.according_to | speech.agents
    for sentence, part in zip(reading.sentences, reading.parts, strict=True):
        pieces = words(part, "pieces")
        for k, piece in enumerate(pieces[:-1]):
            if not piece.text.istitle() or piece.low not in names.addresses | names.ranks:
                continue
            dotted = pieces[k + 1].text == "." and pieces[k + 1].start == piece.end
            after = pieces[k + 2] if dotted and k + 2 < len(pieces) else None if dotted else pieces[k + 1]
            if after is None or not after.text.islower() or part.text[after.start - 1] != " ":
                continue
            if after.low in names.particles | names.titles | names.ranks:
                continue
            before = pieces[k - 1] if k else None
            if piece.low in names.addresses:
                told = dotted and (before is None or not before.mark)
            elif before is None:
                told = after.low in speech.verbs
            else:
                told = before.low in sources
            if told:
                yield sentence.start + piece.start, sentence.start + piece.end + dotted


@dataclass(frozen=True, slots=True)
class Addressed:
    """A person called by words of respect for a man and for a woman, by the one in `places` not as usual."""

    usual: str
    places: tuple[Span, ...]


def two_sexes(reading: Reading) -> tuple[Addressed, ...]:
    """Names that a text has with a word for a man and with one for a woman, a surname alone at least twice with each.

    A name in full is one person wherever it stands, so that twice with the one and once with the other tells. Nobody is
    told in a text that has spouses or children in it, or both words side by side (`Bapak dan Ibu`), nor where a surname
    stands behind two different first names.
    """
    return reading.once(_two_sexes)


def _two_sexes(reading: Reading) -> tuple[Addressed, ...]:
    names = reading.language.names
    pieces = [piece for piece in words(reading, "pieces") if piece.text != "."]
    if any(piece.low in names.kin for piece in pieces):
        return ()
    found: dict[tuple[str, ...], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    firsts: dict[str, set[str]] = defaultdict(set)
    couples: set[tuple[str, ...]] = set()
    for k, (title, first) in enumerate(pairwise(pieces)):
        if not (title.text.istitle() and first.text.istitle()) or not _beside(reading, title, first):
            continue
        sex = names.respects.get(title.low)
        if sex is None:
            firsts[first.text].add(title.text)
        elif first.low not in names.titles | names.offices | names.respects.keys():
            end = next(at for at in range(k + 1, len(pieces)) if not _goes_on(reading, pieces, at))
            name = tuple(piece.text for piece in pieces[k + 1 : end + 1])
            found[name][sex].append((title.start, pieces[end].end))
            if k > 1 and pieces[k - 1].low in names.conjunctions:
                before = pieces[k - 2]
                if before.low in names.respects or before.text == first.text:
                    couples.add(name)
    told = []
    for person, sexes in found.items():
        seen = sorted(map(len, sexes.values()))
        least = TWICE if len(person) == 1 else 1
        if len(seen) < 2 or seen[0] < least or seen[-1] < TWICE or person in couples or len(firsts[person[-1]]) > 1:
            continue
        usual, other = sorted(sexes.values(), key=lambda places: (-len(places), places[0]))
        told.append(Addressed(reading.text[slice(*usual[0])], tuple(other)))
    return tuple(told)


@dataclass(frozen=True, slots=True)
class Misaddressed:
    """A person who is called by a word of respect for the other sex; `original`: as the original says it."""

    start: int
    end: int
    original: str


def another_sex(case: Case) -> Iterator[Misaddressed]:
    """Names that stand behind a word for a man where the aligned original has one for a woman, or the reverse."""
    if case.kind != "full" or case.source is None:
        return
    for link in case.links:
        here = [found for row in link.target for found in _respected(case.target, row)]
        there = [found for row in link.source for found in _respected(case.source, row)]
        for sex, name, (start, end) in here:
            own = [(other, place) for other, called, place in there if called == name]
            if own and all(other != sex for other, _ in own):
                yield Misaddressed(start, end, case.source.text[slice(*own[0][1])])


def _respected(reading: Reading, row: int) -> Iterator[tuple[str, str, Span]]:
    """Sex, name and place of everybody called by a word of respect in a sentence."""
    respects, at = reading.language.names.respects, reading.sentences[row].start
    part = reading.parts[row]
    pieces = [piece for piece in words(part, "pieces") if piece.text != "."]
    for title, name in pairwise(pieces):
        sex = respects.get(title.low)
        if sex and title.text.istitle() and name.text[:1].isupper() and _beside(part, title, name):
            yield sex, name.text, (at + title.start, at + name.end)


def _beside(reading: Reading, title: Word, name: Word) -> bool:
    return reading.text[title.end : name.start] in (" ", ". ")


def _goes_on(reading: Reading, pieces: list[Word], at: int) -> bool:
    """Whether another capitalised word follows, so that the word at `at` is a first name or part of a longer one."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    return after is not None and after.text.istitle() and reading.text[pieces[at].end : after.start] == " "
