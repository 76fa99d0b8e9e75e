"""Two names that changed places around a verb: who did it to whom.

Told only where each name stands once on either side, the second is the object of the original's verb (no preposition
before it), and the translation has the two the other way round about a verb in the active form, in one clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtaudit.evidence.interface import Word
from mtaudit.languages.interface import Language
from mtaudit.polarity.quantities import Span
from mtaudit.polarity.sides import Sides, clause, low

SHORTEST = 5  # letters of a verb with its prefix


def swapped(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Stretches of the original and of the translation, from the first name to the second."""
    target, source = sides.languages
    names = [
        (s, t)
        for s, t in zip(*sides.anchors, strict=True)
        if _name(sides.there[s], source) and _name(sides.here[t], target) and _once(sides, s, t)
    ]
    for (a, b), (c, d) in pairwise(names):
        if d < b and c - a > 1 and _object(sides, a, c) and _active(sides, d, b):
            first, last = sides.there[a], sides.there[c]
            yield (first.start, last.end), (sides.here[d].start, sides.here[b].end)


def _object(sides: Sides, a: int, c: int) -> bool:
    """Whether the name at `c` may be the object of a verb whose subject is the one at `a`."""
    source, between = sides.languages[1], [low(w) for w in sides.there[a + 1 : c]]
    last = between[-1] in source.function_words - source.names.articles
    return clause(sides.texts[1], sides.there[a], sides.there[c]) and not last and not _linking(source) & set(between)


def _active(sides: Sides, d: int, b: int) -> bool:
    """Whether an active verb follows right behind the name at `d`, and nothing between the two is passive."""
    target, between = sides.languages[0], sides.here[d + 1 : b]
    if not between or not clause(sides.texts[0], sides.here[d], sides.here[b]):
        return False
    verb = between[0].text
    return (
        verb.startswith(target.speech.actives)
        and len(verb) >= SHORTEST
        and not any(low(w).startswith(target.speech.passives) or low(w) in _linking(target) for w in between)
    )


def _name(word: Word, language: Language) -> bool:
    return word.text[:1].isupper() and len(word.text) > 2 and low(word) not in language.names.not_names


def _once(sides: Sides, s: int, t: int) -> bool:
    here, there = sides.here[t].key, sides.there[s].key
    return sum(w.key == here for w in sides.here) == 1 and sum(w.key == there for w in sides.there) == 1


def _linking(language: Language) -> frozenset[str]:
    """Words that begin another clause, join names, or name an agent."""
    speech, names = language.speech, language.names
    return speech.that | speech.agents | names.conjunctions
