"""Single words of the original that were copied into the translation although the target language has its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from mtaudit.languages.pair import LanguagePair
from mtaudit.originals.lexicon import load
from mtaudit.surface.spacing import NOT_PROSE
from mtaudit.text import Reading, Word, words

# Weights as `Lexicon.source_terms` gives them. Measured on NTREX-128 and FLORES dev references: one word in 800
# sentences of human translations (docs/adequacy.md).
RARE = 7.0  # source words rarer than this are as likely loanwords, species, terms of art
UNSEEN = 8.9  # from this weight on, a word never stood in Indonesian text
LEAD = 4.5  # or stood there a hundred times more seldom than in the source language
KNOWN = 0.35  # probability from which a translation shows that the language has a word of its own
SHORTEST = 4

_JOINED = "'’.-_"  # what joins letters to the word before
_OPEN, _CLOSE = re.compile(r"[\"“‘'«(][^\"”’'»)]*$"), re.compile(r"^[^\"“‘'«(]*[\"”’'»)]")


@dataclass(frozen=True, slots=True)
class Leftover:
    """A copied word; offsets in the translated text; `own` is what the target language would say, where sure."""

    start: int
    end: int
    text: str
    own: str | None


def leftovers(translation: Reading, originals: Sequence[Reading], pair: LanguagePair) -> Iterator[Leftover]:
    """Common words of an original, one or more sentences, that stand unchanged in a sentence of its translation.

    Names, quoted and bracketed words aside.
    """
    lexicon = load(pair)
    text = NOT_PROSE.sub(lambda m: " " * len(m.group()), translation.text)
    plain = {word for original in originals for word in original.once(_small)}
    plain.update(word.low for word in originals[0].once(_first))
    found = [w for w in words(translation, "pieces") if text[w.start : w.end] == w.text]  # not in an address
    for copied in found:
        word, low = copied.text, copied.low
        if low not in plain or len(low) < SHORTEST or not _alone(text, copied):
            continue
        if word[0].isupper() and not _begins(text, copied, found):
            continue
        if _OPEN.search(text[max(0, copied.start - 60) : copied.start]) and _CLOSE.search(text[copied.end :][:60]):
            continue
        here, there = lexicon.source_terms(low), lexicon.target_terms(low)
        weight, own_weight = max(here.values(), default=0.0), max(there.values(), default=0.0)
        if not 0 < weight <= RARE or not (own_weight >= UNSEEN or own_weight - weight >= LEAD):
            continue
        own = [pair for pair in _own_words(pair).get(lexicon.key(low), ()) if pair[1] != low]
        if own:
            yield Leftover(copied.start, copied.end, word, _sure(own))


def own_word(word: str, pair: LanguagePair) -> str | None:
    """What the target language would say for a word of the source language (lower case), where sure."""
    own = [row for row in _own_words(pair).get(load(pair).key(word), ()) if row[1] != word]
    return _sure(own) if own else None


def _small(original: Reading) -> frozenset[str]:
    return frozenset(word.text for word in words(original, "pieces") if word.text.islower())


def _first(original: Reading) -> tuple[Word, ...]:
    """The word that an original begins with, marks aside; none where it begins with figures."""
    begin = tuple(word for word in words(original, "pieces") if not word.mark)[:1]
    return tuple(word for word in begin if not word.text.isdecimal())


def _alone(text: str, word: Word) -> bool:
    """Whether no letter, figure or hyphen is written onto a word, nor an apostrophe or full stop before it."""
    before, after = text[word.start - 1 : word.start], text[word.end : word.end + 1]
    return not (before.isalnum() or before in tuple(_JOINED)) and not (after.isalnum() or after in ("-", "_"))


def _begins(text: str, word: Word, found: Sequence[Word]) -> bool:
    """Whether a capitalised word owes its capital to the beginning of the sentence; names have several."""
    following = next((w for w in found if w.start >= word.end), None)
    named = following is not None and text[word.end : following.start].isspace() and following.text[0].isupper()
    return not text[: word.start].strip(" \"“‘'") and not named


def _sure(own: list[tuple[float, str]]) -> str | None:
    return own[0][1] if own[0][0] >= 0.6 else None


@cache
def _own_words(pair: LanguagePair) -> dict[str, tuple[tuple[float, str], ...]]:
    """Key of a source word -> (probability, target word) of its likeliest translations, commoner ones first."""
    lexicon = load(pair)
    found: dict[str, list[tuple[float, float, str]]] = {}
    for word, translations in lexicon.entries():
        for other, p in translations:
            if p >= KNOWN:
                weight = lexicon.target_weight(word)
                found.setdefault(lexicon.key(other), []).append((weight, p, word))
    return {key: tuple((p, word) for _, p, word in sorted(rows)) for key, rows in found.items()}
