"""Words that lost their negative prefix: unsafe that became `aman`, invisible `dapat dilihat`.

The table of word translations aligns `aman` to unsafe itself (`tidak aman`): nothing seems to be missing. Told by the
word list where the translation denies nothing, one word stands for what is left without the prefix, and no other word
may stand for the whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.evidence.affinity import Affinity
from mtaudit.polarity.quantities import Span
from mtaudit.polarity.sides import Sides, low

STANDS = 0.5  # affinity from which a word stands for another
HARDLY = 0.3  # and from which it does behind a word that says "can"
HINT = 0.1  # affinity that hints that a word stands for the whole one: luar biasa, unusual
LONGEST_LEFT = 3  # letters of what is left that are too few for a word


def lost(sides: Sides, affinity: Affinity) -> Iterator[tuple[Span, Span]]:
    """The word of the original and the word of the translation that lacks its negation."""
    target, source = sides.languages
    if any(sides.denying(True, t) for t in range(len(sides.here))):
        return
    can = [False, *(low(w) in target.senses.modals.get("can", ()) for w in sides.here)]
    for s, word in enumerate(sides.there):
        if low(word) in source.negation.only_seemingly or sides.denied[1][s] or not word.text[:1].islower():
            continue
        others = {affinity.base(w.key) for k, w in enumerate(sides.there) if k != s}
        for rest in _rests(low(word), sides, affinity):
            if rest in others:
                continue
            found = [t for t, w in enumerate(sides.here) if affinity.of(w.key, rest) >= (HARDLY if can[t] else STANDS)]
            apart = any(
                affinity.of(w.key, affinity.base(word.key)) > HINT for t, w in enumerate(sides.here) if t not in found
            )
            own = found and any(affinity.of(sides.here[found[0]].key, other) >= STANDS for other in others)
            if len(found) == 1 and not apart and not own:
                stands = sides.here[found[0]]
                yield (word.start, word.end), (stands.start, stands.end)
                break


def _rests(word: str, sides: Sides, affinity: Affinity) -> list[str]:
    """What is left of a word without un- or in-, where that is a word of its own."""
    prefixes = sides.languages[1].negation.prefixes
    rests = [word[len(prefix) :] for prefix in prefixes if word.startswith(prefix)]
    return [affinity.base(rest) for rest in rests if len(rest) > LONGEST_LEFT and affinity.translatable(rest) >= HARDLY]
