"""What can be measured about a quotation and its rendering: the signals that the content model weighs.

All signals are >= 0 and 0 where nothing is wrong; they need the bilingual word list and the language tables only.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from mtaudit.evidence.affinity import Affinity
from mtaudit.languages.interface import Language
from mtaudit.quotes.standing import Standing, standing
from mtaudit.quotes.words import Token, tokens

HEARD_OF = 8.5  # weight (nats of idf) below which the word list has seen a source word often enough to trust it
TRANSLATABLE = 0.25  # strength from which a source word has a translation of its own, so that leaving it is a fault
LEAST_TRUST = 0.5
SHORT = 3  # words up to which a quotation is a phrase, of which each missing word is a large share
RARE = 9.0  # divisor that brings idf to about 0..1
BRACKETED_LETTERS = re.compile(r"\[(\w{1,3})\]")  # con[c]essions: an editor's letter inside a word


@dataclass(frozen=True)
class Texts:
    """A quotation (`source`), its rendering (`target`) and the aligned sentences they stand in, both without them.

    `words` are those of `source` and of `target`, where they are known already.
    """

    source: str
    target: str
    source_around: str = ""
    target_around: str = ""
    words: tuple[Sequence[Token], Sequence[Token]] | None = None

    @cached_property
    def there(self) -> Sequence[Token]:
        """The words of the quotation."""
        return self.words[0] if self.words else tokens(self.source)

    @cached_property
    def said(self) -> Sequence[Token]:
        """The words of the quotation with an editor's letters in them: con[c]essions."""
        clean = BRACKETED_LETTERS.sub(r"\1", self.source)
        return self.there if clean == self.source else tokens(clean)

    @cached_property
    def here(self) -> Sequence[Token]:
        """The words of its rendering."""
        return self.words[1] if self.words else tokens(self.target)


def measure(texts: Texts, affinity: Affinity, whole: bool = True) -> dict[str, float]:
    """Signal -> value. `whole` is False where the rendering carries more than this quotation (merged ones)."""
    lost, _ = uncovered(texts, affinity)
    short = float(len(texts.there) <= SHORT)
    total = sum(affinity.lexicon.source_terms(texts.source).values())
    share = min(1.0, sum(lost.values()) / total) if total else 0.0
    return {
        "missing_short": share * short,
        "worst_missing": max(lost.values(), default=0.0) / RARE,
        "left_over": min(2.0, float(len(leftovers(texts, affinity)))),
        **_standing(stood(texts, affinity), whole),
    }


def stood(texts: Texts, affinity: Affinity) -> Standing:
    """The log-odds of every content word of both sides that nothing stands for it."""
    target = affinity.pair.target
    left = frozenset(t.key for t in leftovers(texts, affinity))
    denied = negated(texts.here, target, weak=True)
    return standing(texts.said, texts.here, affinity, left, denied)


def _standing(found: Standing, whole: bool) -> dict[str, float]:
    """The surest lost and added word, and how much of the smaller side seems changed (mean probability)."""
    lost, added = ([odds for _, odds in side] for side in (found.lost, found.added))
    share = [sum(1 / (1 + math.exp(-v)) for v in side) / max(1, len(side)) for side in (lost, added)]
    return {
        "word_lost": max(0.0, max(lost, default=-1.0) + 1) / 4,
        "word_added": max(0.0, max(added, default=-1.0) + 1) / 4 if whole else 0.0,
        "words_changed": min(share) if whole else 0.0,
    }


def uncovered(texts: Texts, affinity: Affinity) -> tuple[dict[str, float], dict[str, float]]:
    """Content words that the other text does not carry: word of the original -> weight lost, of the translation too.

    Weights are nats of idf times the share that is not carried. Contractions (haven't) carry no content, and a word
    left in the source language stands for nothing.
    """
    source, target = affinity.pair.languages
    left = {t.key for t in leftovers(texts, affinity)}
    lexicon = affinity.lexicon
    there = {t.key: affinity.base(t.key) for t in texts.said if "'" not in t.text and "’" not in t.text}
    here = dict.fromkeys(t.key for t in texts.here if t.key not in left)
    wanted = {w: lexicon.source_weight(w) for w in there}
    given = {w: lexicon.target_weight(w) for w in here}
    denied = negated(texts.here, target, weak=True)
    of_keys, of_words = affinity.best(here, there.values())

    def carried(word: str) -> float:
        best = of_keys.get(there[word], 0.0)
        for prefix in source.negation.prefixes if denied else ():  # uncomfortable: tidak nyaman
            base = affinity.base(word[len(prefix) :]) if word.startswith(prefix) else ""
            if len(base) > 3:
                best = max(best, *(affinity.of(h, base) for h in here), 0.0)
        return best

    lost = {
        w: weight * _trust(affinity.translatable(w)) * (1 - carried(w)) for w, weight in wanted.items() if weight >= 1
    }
    new = {
        w: weight * (1.0 if affinity.knows(w) else LEAST_TRUST) * (1 - of_words.get(w, 0.0))
        for w, weight in given.items()
        if weight >= 1
    }
    return lost, new


def _trust(translatable: float) -> float:
    """How much the absence of a word's translations says: little where the list knows none for sure."""
    return LEAST_TRUST + (1 - LEAST_TRUST) * min(1.0, 2 * translatable)


def leftovers(texts: Texts, affinity: Affinity) -> list[Token]:
    """Words of the translation that are the original's own, neither names, titles, terms nor loans.

    A quotation all of whose content words have capitals is a title and may stay as it is.
    """
    source, target = affinity.pair.languages
    there, here = texts.there, texts.here
    content = [t for t in there if t.key not in source.function_words and t.key.isalpha()]
    if content and all(t.text[:1].isupper() for t in content):
        return []
    own = {t.key for t in there}
    names = {t.key for i, t in enumerate(there) if starts_inside(texts.source, there, i) and t.text[:1].isupper()}
    found = []
    for token in here:
        key = token.key
        strange = not affinity.knows(key) and not token.text[:1].isupper()
        foreign = strange and (
            key in source.function_words
            or (bool(source.inflection.endings) and key.endswith(source.inflection.endings))
        )
        if (
            (key not in own and not foreign)
            or key in names
            or key in target.function_words
            or not key.isalpha()
            or len(key) < 2
        ):
            continue
        known = affinity.lexicon.source_weight(key) < HEARD_OF
        ordinary = foreign or key in source.function_words or (known and affinity.translatable(key) >= TRANSLATABLE)
        if ordinary and not affinity.loan(key):
            found.append(token)
    return found


def starts_inside(text: str, found: Sequence[Token], i: int) -> bool:
    """Whether word `i` stands inside a sentence, so that its capital means something."""
    return i > 0 and not any(c in ".!?…:" for c in text[found[i - 1].end : found[i].start])


def negators(found: Sequence[Token], language: Language, weak: bool = False) -> list[Token]:
    """Words that deny something, in order; `weak` ones (only, hardly) instead or as well. Not the No. of No. 11."""
    table = (
        language.negation.negators | language.negation.weak
        if weak
        else language.negation.negators - language.negation.weak
    )
    return [
        t
        for t, after in zip_longest(found, found[1:])
        if t.text.lower().replace("’", "'") in table and not (after and after.text.isdigit() and len(t.text) < 3)
    ]


def negated(found: Sequence[Token], language: Language, weak: bool = False) -> bool:
    """Whether the text denies something."""
    return bool(negators(found, language, weak))


def senses(found: Sequence[Token], table: dict[str, frozenset[str]]) -> dict[str, str]:
    """Senses of a language table (few, many; must, may) that words express -> the words that express them."""
    text = f" {' '.join(t.text.lower() for t in found)} "
    told: dict[str, str] = {}
    for words, sense in sorted(((w, s) for s, ws in table.items() for w in ws), key=lambda p: (-len(p[0]), p)):
        needle = f" {' '.join(words.replace('-', ' ').split())} "
        if needle in text:
            told.setdefault(sense, words)
            text = text.replace(needle, "  ")
    return told
