"""Names of speakers: the run of capitalised words that names a person, and whether two runs name the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from mtaudit.languages.interface import Language
from mtaudit.text import Reading, between

LONGEST_NAME = 6  # words


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


def pieces_of(reading: Reading, start: int, end: int) -> list[Piece]:
    """The words and marks of `reading.text[start:end]`, in order."""
    return [Piece(word.start, word.end, word.text) for word in between(reading, "named", start, end)]


def person(pieces: list[Piece], language: Language, places: bool = True) -> tuple[str, int, int] | None:
    """The first run of capitalised words that can be a speaker, with its place; titles in front are left out.

    A run behind a preposition (di Washington, in Moscow) is a place, taken only where there is no other, and not
    without `places`. What stands behind `kepada` or `told` is never taken.
    """
    names = language.names
    roles = names.titles | names.offices | language.speech.roles
    runs = _runs(pieces, language)
    own = [r for behind_preposition, r in runs if not behind_preposition] or [r for _, r in runs if places]
    if not own:
        return None
    chosen = own[0]
    office = _is_role(chosen, language)
    if office:  # Secretary of State Mike Pompeo; a minister without a name is none
        after = [r for _, r in runs if r[0].start > chosen[-1].end][:1]
        between = [p for p in pieces if chosen[-1].end <= p.start < after[0][0].start] if after else []
        if not 0 < len(between) < 4 or any(p.low not in language.function_words | names.portfolios for p in between):
            return None
        chosen = after[0]
    body = len(chosen) > 1 and chosen[1].low in names.organisation_words | names.place_words  # Police Federation
    titled = office or chosen[0].low in names.titles or (chosen[0].low in roles and not body)
    before = (
        names.titles
        | (frozenset() if body else roles)
        | (names.portfolios | names.adjectives | names.countries if titled else frozenset())
    )
    while len(chosen) > 1 and (chosen[0].low in before or _abbreviated(chosen[0], language)):
        chosen = chosen[1:]
    if office and len(chosen) < 2:
        return None
    if titled and len(chosen) > 3:  # Menteri Perdagangan Kanada Anna Hartley
        capitals = [k for k, p in enumerate(chosen) if p.capital]
        chosen = chosen[capitals[-2] :] if len(capitals) > 3 else chosen
    short = chosen[0].text.isupper() and len(chosen[0].text) < 4 and not _initial(chosen[0])
    if len(chosen) > 2 and short:  # Duta Besar UE Anna Hartley
        chosen = chosen[1:]
    text = " ".join(p.text for p in chosen[:LONGEST_NAME])
    if text.endswith(".") and not _initial(chosen[-1]) and chosen[-1].low not in language.stops.abbreviations:
        text = text[:-1]
    for suffix in names.suffixes:
        if suffix[:1] in "'’":
            text = text.removesuffix(suffix)
    return text, chosen[0].start, chosen[-1].end


def _runs(pieces: list[Piece], language: Language) -> list[tuple[bool, list[Piece]]]:
    """Runs of capitalised words, whether each stands behind a preposition; those that are spoken to are left out."""
    names = language.names
    particles = (names.particles | {"&"}) - language.function_words
    ordinary = names.not_names | language.function_words | language.speech.verbs | language.speech.connectives
    runs: list[tuple[bool, list[Piece]]] = []
    run: list[Piece] = []
    for k, piece in enumerate(pieces):
        soon = any(p.capital for p in pieces[k + 1 : k + 3])
        inner = run and soon and (piece.low in particles or (piece.text.isdigit() and pieces[k + 1].capital))
        plain = piece.low in ordinary and not (run and _initial(piece))
        if (piece.capital and piece.word and not plain) or inner:
            if not run:
                runs.append((bool(k) and pieces[k - 1].low in names.before_place | language.function_words, run))
                told = addressed(pieces[:k], language)
            run.append(piece)
            if told:
                runs = [r for r in runs if r[1] is not run]
        else:
            run = []
    return runs


def others_named(pieces: list[Piece], start: int, name: str, language: Language) -> bool:
    """Whether `pieces` name anyone besides the speaker `name`, told of from `start` on; places, addressees aside."""
    words = {p.end: p.low for p in pieces}
    names, speech = language.names, language.speech
    linking = language.function_words - names.conjunctions - speech.that - speech.verbs
    for _, run in _runs(pieces, language):
        before = max((end for end in words if end <= run[0].start), default=-1)
        word = words.get(before, "")
        place = word in names.before_place or (len(run) == 1 and word in linking)  # of Hull
        own = run[0].start == start or set(name.split()) <= {p.text.rstrip(".") for p in run} | {p.text for p in run}
        if not (own or place or _is_role(run, language)):
            return True
    return False


def _is_role(run: list[Piece], language: Language) -> bool:
    """Whether a run of capitals is an office without a name: `U.S. Secretary`, `Menteri`."""
    roles = language.names.titles | language.names.offices | language.speech.roles
    rest = [p for p in run if not (p.low in language.names.adjectives or _abbreviated(p, language))]
    return bool(rest) and all(p.low in roles for p in rest)


def _initial(piece: Piece) -> bool:
    """`J.`, `J.K.`"""
    return re.fullmatch(r"(?:[^\W\d_]\.)+(?:[^\W\d_]\.?)?", piece.text) is not None and piece.capital


def _abbreviated(piece: Piece, language: Language) -> bool:
    """A title with its full stop: `Ny.`, `Kol.`"""
    return piece.text.endswith(".") and len(piece.low) > 1 and piece.low in language.stops.abbreviations


def addressed(before: list[Piece], language: Language) -> bool:
    """Whether what follows `before` is whom something is told to: `kepada kantor berita`, `to the`, `told the`."""
    speech = language.speech
    for k in range(len(before) - 1, -1, -1):
        piece = before[k]
        if piece.low in speech.addressed:
            phrase = f"{before[k - 1].low} {piece.low}" if k else ""
            return phrase not in speech.according_to
        if piece.low in speech.told:
            return True
        if not piece.word or piece.low in speech.that | speech.verbs:
            return False
    return False


def same_speaker(one: str, other: str) -> bool:
    """Whether two spellings can name one speaker: their last words, or any long word, are alike.

    Jaro-Winkler from 0.8 on, as the names of one person across translations spread (Gorbachev, Gorbachov).
    """
    a = [w.strip(".").lower() for w in one.split() if len(w) > 1]
    b = [w.strip(".").lower() for w in other.split() if len(w) > 1]
    return any(x == y or (min(len(x), len(y)) > 3 and JaroWinkler.similarity(x, y) >= 0.8) for x in a for y in b)
