"""A sentence and its translation as statements: which words say something, and which of them may be denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mtaudit.languages.interface import Language
from mtaudit.quotes.affinity import Affinity
from mtaudit.quotes.words import Token

Kind = Literal["negation lost", "negation added", "opposite", "quantity", "comparison"]

SURE = 0.5  # affinity from which a word stands for another
HARDLY = 0.35  # and up to which it doesn't
NEAR = 5  # words before a word, and AFTER behind it, in which something may deny it
AFTER = 2
LONG = 6  # letters of a word that more is left of than its ending
_STOPS = ',;:.!?…—–()"“”'


@dataclass(frozen=True, slots=True)
class Inversion:
    """What was turned round: stretches (start, end) of the original and of the translation."""

    kind: Kind
    source: tuple[int, int]
    target: tuple[int, int]


@dataclass(frozen=True)
class Side:
    """A text with its words; `denying`: indices of all words that deny something, if only in part.

    `prefixed`: indices of those that begin like a word that does: unknown, united.
    """

    text: str
    words: Sequence[Token]
    language: Language
    denying: frozenset[int]
    prefixed: frozenset[int]

    def clause(self, i: int, k: int) -> bool:
        """Whether no punctuation stands between words `i` and `k`."""
        first, last = sorted((i, k))
        return not any(c in _STOPS for c in self.text[self.words[first].end : self.words[last].start])

    def content(self, i: int) -> bool:
        """Whether word `i` says something of its own."""
        word = self.words[i].text.lower().replace("’", "'")
        return word not in self.language.light and word.isalpha() and len(word) > 2

    def denied(self, i: int, but: int | None = None) -> bool:
        """Whether something near word `i`, apart from word `but`, may deny it."""
        return any(i - NEAR <= k <= i + AFTER and k != but for k in self.denying)


def side_of(text: str, words: Sequence[Token], language: Language, affinity: Affinity) -> Side:
    weak = language.negation.denying
    bases = affinity.denials if language.inflection.irregular else language.negation.denials
    found = {
        i
        for i, token in enumerate(words)
        if (word := token.text.lower().replace("’", "'")) in weak
        or affinity.base(word) in bases
        or any(_without(word, prefix, affinity) for prefix in language.negation.prefixes)
        or (word.endswith(language.negation.suffixes) and len(word) > LONG and bool(language.negation.suffixes))
    }
    prefixed = {
        i for i, t in enumerate(words) if len(t.text) > 5 and t.text.lower().startswith(language.negation.prefixes)
    }
    return Side(text, words, language, frozenset(found), frozenset(prefixed))


def _without(word: str, prefix: str, affinity: Affinity) -> bool:
    """Whether a word of its own is left of `word` without `prefix`: unable, not united."""
    rest = word.removeprefix(prefix)
    return rest != word and len(rest) > 3 and affinity.translatable(rest) >= HARDLY


def stands_for(word: Token, other: Token, affinity: Affinity) -> float:
    return affinity.of(word.key, affinity.base(other.key))
