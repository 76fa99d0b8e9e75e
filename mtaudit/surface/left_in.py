"""Words, phrases and lines of the original's language that were left in a translation, told without the original.

A word is told by how often it stands in text of either language, and by what human translators do with it: whether
they keep it (`languages/loans.py`). Thresholds were chosen on faults-dev and half of faults-more (benchmarks/gold).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mtaudit.languages.casing import case as written_as
from mtaudit.languages.interface import Language
from mtaudit.languages.loans import kept, load
from mtaudit.languages.zipf import zipf
from mtaudit.surface.accepted import KNOWN, LISTED, accepted, native
from mtaudit.surface.foreign import foreign_runs, untranslated
from mtaudit.text import Reading, Word, between, neighbours

RENDERED = 4  # pairs with a word in the original, from which what translators do with it decides
KEPT = 0.1  # share of these in which a word that is no loan may be kept
WRITTEN = 5  # pairs in which people may have written it all the same: titles, quotations
UNRENDERED = 1  # ... where too few translators had to render it
PROGRAMS = 20  # times that machines and interfaces may have written it: words of computing are loans
SMALL = 3  # seen so often (about 2 to the power of 2) in small letters, a word is surely one
USED = 5  # ... and so often, one that may have its capital from the beginning of a sentence
LEAD = 0.3  # by which the source language's Zipf value must lead where translators render the word
CLEAR = 1.5  # ... and where nothing is known of translators
LEANING = 1.0  # from which lead a neighbour belongs to the phrase
COMMON = 4.2  # Zipf value from which a word is one of the target language, too
RARE = 3.5  # below it the readers of the target language do not know the word
SHORTEST = 3
_JOINED = frozenset("@#/.'’-_&<>")

Kind = Literal["word", "phrase", "line"]


@dataclass(frozen=True, slots=True)
class LeftIn:
    """A stretch in the original's language; `rendered`: translators are known to render it, and it is rare here."""

    start: int
    end: int
    text: str
    kind: Kind
    rendered: bool


def left_in(reading: Reading) -> tuple[LeftIn, ...]:
    """What was left in the language of the other side, in order; whole runs that `foreign_runs` tells aside."""
    return reading.once(_left_in)


def _left_in(reading: Reading) -> tuple[LeftIn, ...]:
    if load(reading.language.code, reading.other.code) is None:
        return ()
    found: list[LeftIn] = []
    for row, (sentence, part) in enumerate(zip(reading.sentences, reading.parts, strict=True)):
        if untranslated(part):
            continue
        inside = between(reading, "hyphened", sentence.start, sentence.end)
        if _line(reading, inside, row == 0):
            if not accepted(reading, sentence.start, sentence.end):
                found.append(LeftIn(sentence.start, sentence.end, sentence.text, "line", True))
            continue
        runs = [(sentence.start + r.start, sentence.start + r.end) for r in foreign_runs(part) if r.telling]
        for piece in _pieces(reading, inside):
            if not any(a < piece.end and piece.start < b for a, b in runs) and not _named(reading, inside, piece):
                found.append(piece)
    return tuple(found)


def _line(reading: Reading, inside: Sequence[Word], first: bool) -> bool:
    """Whether a sentence stands in the other language though few of its function words do: a headline, a teaser."""
    spelled = [word for word in inside if word.text[0].isalpha()]
    if len(spelled) < 4 or (not first and sum(word.text[0].islower() for word in spelled) < 3):
        return False
    if any(word.low in reading.language.function_words for word in spelled):
        return False
    other = [word for word in spelled if _level(word.low, reading) or _leans(word.low, reading)]
    small = [word for word in other if word.text.islower()]
    own = sum(native(word, reading) for word in spelled)
    sure = any(_level(word.low, reading) for word in (other if first else small))
    return sure and len(other) >= 0.7 * len(spelled) and own <= 0.1 * len(spelled)


def _pieces(reading: Reading, inside: Sequence[Word]) -> Iterator[LeftIn]:
    """Words that are told, with the neighbours that go with them."""
    run: list[tuple[Word, int]] = []
    for number, word in enumerate(inside):
        level = _told(reading, inside, number)
        goes = level or (word.text.islower() and _leans(word.low, reading) and _alone(reading.text, word))
        if run and (not goes or reading.text[run[-1][0].end : word.start].strip()):
            yield from _made(reading, run)
            run = []
        if goes:
            run.append((word, level))
    yield from _made(reading, run)


def _made(reading: Reading, run: Sequence[tuple[Word, int]]) -> Iterator[LeftIn]:
    levels = [level for _, level in run]
    if not any(levels):
        return
    start, end = run[0][0].start, run[-1][0].end
    if not accepted(reading, start, end) and not _abbreviated(reading, [word for word, _ in run]):
        rendered = any(level == 2 and _rare(word.low, reading.language) for word, level in run)
        yield LeftIn(start, end, reading.text[start:end], "word" if len(run) == 1 else "phrase", rendered)


def in_compound(reading: Reading, left: LeftIn) -> bool:
    """Whether a word stands right beside one that both languages spell alike, `think` in `think tank`: the two may be
    one term of the other language, of which a word for the one half is no mend."""
    for word in neighbours(reading, "hyphened", left.start, left.end):
        gap = reading.text[word.end : left.start] if word.end <= left.start else reading.text[left.end : word.start]
        if gap != " " or word.low in reading.language.function_words:
            continue
        if (zipf(word.low, reading.other.code) or 0.0) >= KNOWN and written_as(word.low, reading.other.code).small:
            return True
    return False


def _rare(word: str, language: Language) -> bool:
    """Whether a word hardly stands in text of a language, or never in its news."""
    return (zipf(word, language.code) or 0.0) < RARE or not written_as(word, language.code).small


def _named(reading: Reading, inside: Sequence[Word], piece: LeftIn) -> bool:
    """Whether a stretch goes on from a name or into one that is foreign as well: Friends of Burma Group."""
    for word in inside:
        gap = reading.text[word.end : piece.start] if word.end <= piece.start else reading.text[piece.end : word.start]
        beside = word.end <= piece.start or word.start >= piece.end
        if beside and gap == " " and word.text[0].isupper() and not native(word, reading):
            return piece.kind == "phrase" or word.end <= piece.start
    return False


def _abbreviated(reading: Reading, phrase: Sequence[Word]) -> bool:
    """Whether a phrase is explained by the capitals behind it: crude palm oil (CPO)."""
    initials = "".join(word.text[0] for word in phrase).upper()
    behind = reading.text[phrase[-1].end :].lstrip(' ,(/“"')
    return len(phrase) > 1 and behind.startswith(initials) and not behind[len(initials) : len(initials) + 1].isalpha()


def _told(reading: Reading, inside: Sequence[Word], number: int) -> int:
    """2 where translators are known to render a word, 1 where frequencies say so, 0 where it is none to tell."""
    word = inside[number]
    if len(word.text) < SHORTEST or not word.text.isascii() or not _alone(reading.text, word):
        return 0
    if accepted(reading, word.start, word.end):
        return 0
    if word.text.islower():
        return _level(word.low, reading)
    following = inside[number + 1] if number + 1 < len(inside) else None
    named = following is None or following.text[0].isupper()
    if number or not word.text.istitle() or named:
        return 0
    if word.low in reading.other.names.articles - reading.language.function_words:
        return 1
    seen = written_as(word.low, reading.other.code)
    usual = seen.small >= USED and seen.small >= seen.capital + 2
    return 1 if usual and _level(word.low, reading) else 0


def _alone(text: str, word: Word) -> bool:
    """Whether nothing is written onto a word that makes it part of a longer one."""
    before, after = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
    joined = after[:1] in _JOINED and (after[:1] != "." or after[1:].isalnum())
    return before not in _JOINED and not (joined and after[:1] not in "'’")


def _level(word: str, reading: Reading) -> int:
    target, source = reading.language, reading.other
    if "-" in word:
        return _joined(word.split("-"), reading)
    level = _plain(word, target, source)
    seen = kept(word, target.code, source.code)
    if level or seen.written or zipf(word, target.code):
        return level
    stems = [stem for stem in source.inflection.stems(word) if len(stem) >= SHORTEST]
    listed = bool(zipf(word, source.code)) or bool(written_as(word, source.code).small)
    if any(_plain(stem, target, source) and (listed or len(stem) > SHORTEST + 1) for stem in stems):
        return 1
    if len(word) > 6 and word.endswith(source.inflection.endings):
        return 1
    bases = [word.removesuffix(clitic) for clitic in target.names.suffixes if word.endswith(clitic)]
    return int(any(len(base) > SHORTEST and _plain(base, target, source) for base in bases))


def _joined(parts: Sequence[str], reading: Reading) -> int:
    """Of a word with hyphens: whether one part is to tell, and none rather of the target language."""
    target, source = reading.language, reading.other
    if any(len(part) < 2 for part in parts) or not any(_plain(part, target, source) for part in parts):
        return 0
    here = [(zipf(part, target.code) or 0.0) for part in parts]
    there = [(zipf(part, source.code) or 0.0) for part in parts]
    return int(all(b >= a or part in source.function_words for a, b, part in zip(here, there, parts, strict=True)))


def _plain(word: str, target: Language, source: Language) -> int:
    """The level of a word without hyphens, as it stands."""
    here, there = zipf(word, target.code) or 0.0, zipf(word, source.code) or 0.0
    seen = written_as(word, source.code)
    if (there < LISTED and seen.small < SMALL) or seen.capital > seen.small + 1:
        return 0
    if (
        (len(word) <= SHORTEST and word in source.function_words)
        or word in target.function_words
        or word in target.numbers.measures
    ):
        return 0
    pairs = kept(word, target.code, source.code)
    if pairs.original >= RENDERED:
        loan = pairs.kept > max(1, KEPT * pairs.original) or pairs.written > min(WRITTEN, KEPT * pairs.original + 1)
        return 0 if loan or (here and (here >= COMMON or there < here + LEAD)) else 2
    if pairs.kept > 1 or pairs.written > UNRENDERED or pairs.elsewhere > PROGRAMS:
        return 0
    return int(not here or there - here > CLEAR)


def _leans(word: str, reading: Reading) -> bool:
    """Whether a word goes with its neighbours of the source language: it is far more usual there."""
    target, source = reading.language, reading.other
    if word in source.function_words:
        return word not in target.function_words
    here, there = zipf(word, target.code) or 0.0, zipf(word, source.code) or 0.0
    few = kept(word, target.code, source.code).written <= WRITTEN
    return there >= LISTED and there - here >= LEANING and few and word not in target.function_words
