"""Common words in the place of a name or its title, told without the original: `kata Semak` for what Bush said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.names import lexical
from mtaudit.names.tables import Tables
from mtaudit.text import Reading, Word, words

OFTEN = 4  # as `casing.Cases` counts: about eight times in small letters
RARELY = 3  # ... and by so much (about eightfold) more often than with a capital
NO_NAME = 2  # capitals in the source language up to which a word names nobody there
NAMED = 3  # ... and from which a first name is one
SHORTEST = 3
NO_LIST = "0"
HEADLINE = 0.5  # share of capitalised words from which a line writes all its words so


def in_place_of_names(reading: Reading, known: Tables) -> Iterator[tuple[int, int]]:
    """Where a word that is hardly ever a name stands as one, capitalised and alone.

    Behind a speech verb (`kata Semak kepada`), a title that only persons have (`Senator Kayu`), or a first name from
    the source language (`Steve Pekerjaan`).
    """
    for sentence, part in zip(reading.sentences, reading.parts, strict=True):
        pieces = words(part, "pieces")
        letters = [piece for piece in pieces if piece.text[0].isalpha()]
        if sum(piece.text[0].isupper() for piece in letters) > HEADLINE * len(letters):
            continue
        for k in range(1, len(pieces)):
            if _alone(part.text, pieces, k, known) and _common(pieces[k].low, known) and _named(pieces, k, known):
                start = pieces[k].start if pieces[k - 1].text.islower() else pieces[k - 1].start
                yield sentence.start + start, sentence.start + pieces[k].end


def misread_titles(reading: Reading, known: Tables) -> Iterator[tuple[int, int, str]]:
    """Titles taken for another word beside a foreign name, with what was meant: `Tuhan Hastings`, `James Umum Ewing`.

    One that offices have as well is none behind a capitalised word (`Ketua Umum Megawati`).
    """
    names = known.target.names
    for sentence, part in zip(reading.sentences, reading.parts, strict=True):
        pieces = words(part, "pieces")
        for k, piece in enumerate(pieces):
            meant = names.misread.get(piece.low)
            if meant is None or not piece.text.istitle():
                continue
            before, after = _foreign(part.text, pieces, k, -1, known), _foreign(part.text, pieces, k, 1, known)
            other = pieces[k - 1] if k and part.text[piece.start - 1] == " " else None
            lead = piece.low in names.portfolios and other is not None and other.text[0].isupper() and not before
            if (before or (after and not lead)) and not (after and after.low in names.hallowed):
                first, last = before or piece, after or piece
                yield sentence.start + first.start, sentence.start + last.end, meant


def _foreign(text: str, pieces: Sequence[Word], k: int, step: int, known: Tables) -> Word | None:
    """The capitalised word on one side of `pieces[k]`, if it is no word of the language but known as a name."""
    at = k + step
    if not 0 <= at < len(pieces):
        return None
    piece, a, b = pieces[at], min(k, at), max(k, at)
    if not piece.text.istitle() or len(piece.text) < SHORTEST or text[pieces[a].end : pieces[b].start] != " ":
        return None
    seen = known.casing.cases(piece.low)
    return piece if not seen.target_small and not known.casing.source_word(piece.low) else None


def _alone(text: str, pieces: Sequence[Word], k: int, known: Tables) -> bool:
    """Whether a capitalised word stands one blank behind the word before, and no name goes on behind it."""
    piece, after = pieces[k], pieces[k + 1] if k + 1 < len(pieces) else None
    if not piece.text.istitle() or len(piece.text) < SHORTEST or text[pieces[k - 1].end : piece.start] != " ":
        return False
    if after is None:
        return True
    joined = after.mark and after.text in "-'’&/"
    return not (after.text[0].isupper() or joined or after.low in known.target.speech.determiners)


def _common(word: str, known: Tables) -> bool:
    """Whether a word is usual in small letters, rare with a capital, and nobody's name in the lists."""
    listed = (known.gazetteer.first_names, known.gazetteer.surnames, known.target.names.given)
    if any(word in names for names in listed) or word in known.target.function_words or lexical.lists(word) != NO_LIST:
        return False
    seen = known.casing.cases(word)
    usual = seen.target_small >= max(OFTEN, seen.target_capital + RARELY)
    return usual and seen.source_capital <= NO_NAME


def _official(word: str, known: Tables) -> bool:
    """Whether a word is part of titles, offices or bodies."""
    names, speech = known.target.names, known.target.speech
    tables = (
        names.titles, names.offices, names.organisation_words, names.place_words, names.thing_words, names.portfolios,
        names.not_names, names.adjectives, names.divisions, names.directions, names.ranked, names.parties, speech.roles,
    )  # fmt: skip
    return any(word in table for table in tables)


def _named(pieces: Sequence[Word], k: int, known: Tables) -> bool:
    """Whether the word before wants a person's name behind it."""
    before = pieces[k - 1]
    speech = known.target.speech
    if before.text in speech.after_quote | speech.according_to:
        return before.text not in speech.ambiguous and not _official(pieces[k].low, known)
    if not before.text.istitle():
        return False
    if before.low in known.target.names.personal:
        return not _official(pieces[k].low, known)
    first = before.low in known.gazetteer.first_names and not known.casing.target_word(before.low)
    capital = known.casing.cases(before.low).source_capital >= NAMED
    earlier = pieces[k - 2] if k > 1 else None
    opens = earlier is None or earlier.text[0].islower() or earlier.low in known.target.names.offices
    return first and capital and opens and not any(e.type == "LOC" for e in known.gazetteer.known(before.text))
