"""Which content words of a sentence the other side carries, and the longest stretch that nothing stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.originals.lexicon import Lexicon
from mtaudit.originals.words import words

_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*")
_CARRIED = 0.35  # strength of a match from which a word counts as carried
_CONTENT = 1.0  # weight from which a word is content: words in less than one of twenty sentences


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of content words that the other side doesn't carry: `words` of them; offsets in the text."""

    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """`original`: share of the original's content that the translation carries; `translation`: the other way, 0..1."""

    original: float
    translation: float
    original_terms: int
    translation_terms: int
    lost: Stretch
    added: Stretch
    tail_lost: bool  # the last words of the original are among the lost ones


@lru_cache(maxsize=4096)  # every rule of the family looks at the same sentences
def coverage(lexicon: Lexicon, translation: str, original: str) -> Coverage:
    """How a translated stretch and its original cover each other, by the bilingual word list."""
    target, source = lexicon.target_terms(translation), lexicon.source_terms(original)
    carried: dict[str, float] = {}
    covered: dict[str, float] = {}
    for word, key, strength in lexicon.matches(target, source):
        carried[word] = max(carried.get(word, 0.0), strength)
        covered[key] = max(covered.get(key, 0.0), strength)
    lost, last = _longest(original, source, covered, lexicon.key)
    added, _ = _longest(translation, target, carried, lambda word: word)
    return Coverage(
        _share(source, covered), _share(target, carried), len(source), len(target), lost, added, tail_lost=last
    )


def _share(terms: dict[str, float], found: dict[str, float]) -> float:
    total = sum(terms.values())
    return sum(terms[w] * s for w, s in found.items()) / total if total else 1.0


def _longest(
    text: str, terms: dict[str, float], found: dict[str, float], key: Callable[[str], str]
) -> tuple[Stretch, bool]:
    """The longest run of content words not in `found`, and whether it, or one of three words, ends the text."""
    best = run = Stretch(0, 0, 0)
    for match in _TOKEN.finditer(text):
        for word in words(match.group()):
            weight = terms.get(key(word), 0.0)
            if weight < _CONTENT:
                continue
            if found.get(key(word), 0.0) >= _CARRIED:
                run = Stretch(match.end(), match.end(), 0)
            else:
                run = Stretch(run.start if run.words else match.start(), match.end(), run.words + 1)
            if run.words > best.words:
                best = run
    return best, run.words >= 3
