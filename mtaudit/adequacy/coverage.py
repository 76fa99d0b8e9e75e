"""How much of aligned sentences the other side carries, and the longest stretch that nothing stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mtaudit.case import Case
from mtaudit.evidence.gather import evidence
from mtaudit.evidence.interface import Word
from mtaudit.evidence.lexical import aligned

_CARRIED = 0.35  # strength of a match from which a word counts as carried
_CONTENT = 1.0  # weight from which a word is content: words in less than one of twenty sentences


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of content words that the other side doesn't carry: `words` of them; offsets from the link's start."""

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


def coverage(case: Case, at: int) -> Coverage:
    """How both sides of link number `at` cover each other; it must have both."""
    matched, link, found = aligned(case, at), case.links[at], evidence(case)
    assert matched is not None
    there = [word for row in link.source for word in found.source[row]]
    here = [word for row in link.target for word in found.target[row]]
    lost, last = _longest(there, case.original_sentences[link.source[0]].start)
    added, _ = _longest(here, case.sentences[link.target[0]].start)
    return Coverage(
        matched.source_share,
        matched.target_share,
        len(matched.source),
        len(matched.target),
        lost,
        added,
        tail_lost=last,
    )


def _longest(words: Iterable[Word], origin: int) -> tuple[Stretch, bool]:
    """The longest run of content words that are not carried, and whether it, or one of three words, ends the text."""
    best = run = Stretch(0, 0, 0)
    for word in words:
        if (word.weight or 0.0) < _CONTENT:
            continue
        start, end = word.start - origin, word.end - origin
        if (word.carried or 0.0) >= _CARRIED:
            run = Stretch(end, end, 0)
        else:
            run = Stretch(run.start if run.words else start, end, run.words + 1)
        if run.words > best.words:
            best = run
    return best, run.words >= 3
