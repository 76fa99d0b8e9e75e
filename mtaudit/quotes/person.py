"""Names of speakers: the run of capitalised words that names a person, and whether two runs name the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import JaroWinkler

from mtaudit.languages.interface import Language

LONGEST_NAME = 6  # words
_TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*\.?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or mark at `text[start:end]` of the document."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        return self.text.lower().rstrip(".").replace("’", "'")

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        return self.text[:1].isalnum()


def pieces_of(text: str, start: int, end: int) -> list[Piece]:
    """The words and marks of `text[start:end]`, in order."""
    return [Piece(start + m.start(), start + m.end(), m.group()) for m in _TOKEN.finditer(text[start:end])]


@cache
def _countries() -> frozenset[str]:
    """Names of countries that are one word, lower-case, in all languages of the table."""
    lines = (files("mtaudit") / "data" / "countries.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(name.lower() for line in lines for name in line.split("\t") if " " not in name)


def person(pieces: list[Piece], language: Language) -> tuple[str, int, int] | None:
    """The first run of capitalised words that can be a speaker, with its place; titles in front are left out.

    A run behind a preposition (di Washington, in Moscow) is a place, taken only where there is no other.
    """
    names = language.names
    particles = (names.particles | {"&"}) - language.function_words
    ordinary = names.not_names | language.function_words | language.speech.verbs
    runs: list[tuple[bool, list[Piece]]] = []
    run: list[Piece] = []
    for k, piece in enumerate(pieces):
        soon = any(p.capital for p in pieces[k + 1 : k + 3])
        inner = run and soon and (piece.low in particles or (piece.text.isdigit() and pieces[k + 1].capital))
        plain = piece.low in ordinary
        if (piece.capital and piece.word and not plain) or inner:
            if not run:
                runs.append((bool(k) and pieces[k - 1].low in names.before_place | language.function_words, run))
            run.append(piece)
        else:
            run = []
    own = [r for behind_preposition, r in runs if not behind_preposition] or [r for _, r in runs]
    if not own:
        return None
    chosen = own[0]
    titled = chosen[0].low in names.titles
    before = names.titles | (names.portfolios | names.adjectives | _countries() if titled else frozenset())
    while len(chosen) > 1 and chosen[0].low in before:
        chosen = chosen[1:]
    if titled and len(chosen) > 3:  # Menteri Perdagangan Kanada Anna Hartley
        capitals = [k for k, p in enumerate(chosen) if p.capital]
        chosen = chosen[capitals[-2] :] if len(capitals) > 3 else chosen
    if len(chosen) > 2 and chosen[0].text.isupper() and len(chosen[0].text) < 4:  # Duta Besar UE Anna Hartley
        chosen = chosen[1:]
    text = " ".join(p.text for p in chosen[:LONGEST_NAME])
    if len(chosen[-1].text) > 3 and text.endswith("."):
        text = text[:-1]
    for suffix in names.suffixes:
        if suffix[:1] in "'’":
            text = text.removesuffix(suffix)
    return text, chosen[0].start, chosen[-1].end


def same_speaker(one: str, other: str) -> bool:
    """Whether two spellings can name one speaker: their last words, or any long word, are alike.

    Jaro-Winkler from 0.8 on, as the names of one person across translations spread (Gorbachev, Gorbachov).
    """
    a = [w.strip(".").lower() for w in one.split() if len(w) > 1]
    b = [w.strip(".").lower() for w in other.split() if len(w) > 1]
    return any(x == y or (min(len(x), len(y)) > 3 and JaroWinkler.similarity(x, y) >= 0.8) for x in a for y in b)
