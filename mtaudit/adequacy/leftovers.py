"""Single words of the original that were copied into the translation although the target language has its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mtaudit.languages.pair import LanguagePair
from mtaudit.originals.lexicon import load
from mtaudit.surface.spacing import NOT_PROSE

# Weights as `Lexicon.source_terms` gives them. Measured on NTREX-128 and FLORES dev references: one word in 800
# sentences of human translations (docs/adequacy.md).
RARE = 7.0  # source words rarer than this are as likely loanwords, species, terms of art
UNSEEN = 8.9  # from this weight on, a word never stood in Indonesian text
LEAD = 4.5  # or stood there a hundred times more seldom than in the source language
KNOWN = 0.35  # probability from which a translation shows that the language has a word of its own
SHORTEST = 4

_WORD = re.compile(r"(?<![\w'’.-])[^\W\d_]+(?![\w-])")
_OPEN, _CLOSE = re.compile(r"[\"“‘'«(][^\"”’'»)]*$"), re.compile(r"^[^\"“‘'«(]*[\"”’'»)]")


@dataclass(frozen=True, slots=True)
class Leftover:
    """A copied word; offsets in the translated text; `own` is what the target language would say, where sure."""

    start: int
    end: int
    text: str
    own: str | None


def leftovers(translation: str, original: str, pair: LanguagePair) -> Iterator[Leftover]:
    """Common words of `original` that stand unchanged in `translation`; names, quoted and bracketed words aside."""
    lexicon = load(pair)
    text = NOT_PROSE.sub(lambda m: " " * len(m.group()), translation)
    begin = re.match(r"\W*([^\W\d_]+)", original)
    plain = {w for w in re.findall(r"[^\W\d_]+", original) if w.islower()} | ({begin[1].lower()} if begin else set())
    for match in _WORD.finditer(text):
        word = match.group()
        low = word.lower()
        if low not in plain or len(low) < SHORTEST or (word[0].isupper() and not _begins(text, match)):
            continue
        if _OPEN.search(text[max(0, match.start() - 60) : match.start()]) and _CLOSE.search(text[match.end() :][:60]):
            continue
        here, there = lexicon.source_terms(low), lexicon.target_terms(low)
        weight, own_weight = max(here.values(), default=0.0), max(there.values(), default=0.0)
        if not 0 < weight <= RARE or not (own_weight >= UNSEEN or own_weight - weight >= LEAD):
            continue
        own = [pair for pair in _own_words(pair).get(lexicon.key(low), ()) if pair[1] != low]
        if own:
            yield Leftover(match.start(), match.end(), word, _sure(own))


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word owes its capital to the beginning of the sentence; names have several."""
    following = re.match(r"\s+([^\W\d_])", text[match.end() :])
    return not text[: match.start()].strip(" \"“‘'") and not (following and following[1].isupper())


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
