"""Whether a second translation is a witness of its own, or the audited text once more.

Many feeds are made with the very engine that translates the original a second time. What such an engine got wrong, it
gets wrong again: it would call every fault right.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import Indel

# Word-by-word likeness of two systems of different make to each other: docs/translation.md has the distribution.
NEARLY_EQUAL = 0.9


def likeness(pairs: Iterable[tuple[str, str]]) -> float:
    """How alike two versions of a text are, from passages side by side: 0 (no word in common) .. 1 (the same words).

    Twice the longest common subsequence of words, over the words of both, summed over the passages; capitals and marks
    at words' ends don't count. 0.0 where there is no word.
    """
    same = total = 0
    for left, right in pairs:
        a, b = _words(left), _words(right)
        total += len(a) + len(b)
        same += len(a) + len(b) - Indel.distance(a, b)
    return same / total if total else 0.0


def _words(text: str) -> list[str]:
    stripped = (word.strip(".,;:!?()[]\"'“”„‘’«»…–—-") for word in text.casefold().split())
    return [word for word in stripped if word]
