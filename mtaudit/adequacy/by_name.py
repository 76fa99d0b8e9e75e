"""Stretches of an original that stand in the translation under another name: KPK for the Corruption Commission."""

from __future__ import annotations

import re
from bisect import bisect_left

from mtaudit.case import Case
from mtaudit.text import Reading, Stretches, between, touched


def stands_by_name(case: Case, start: int, end: int) -> bool:
    """Whether most words of `original.text[start:end]` are those of names that the aligned sentences have in a form of
    their own."""
    rows = touched(case.original_sentences, start, start + 1)
    at = case.link_of("source", rows[0]) if rows else None
    if case.source is None or at is None or not case.links[at].target:
        return False
    aligned = case.links[at].target
    first, last = case.sentences[aligned[0]].start, case.sentences[aligned[-1]].end
    spelled = case.once(_localised)
    near = dict.fromkeys(name for _, name in spelled[bisect_left(spelled, (first,)) : bisect_left(spelled, (last,))])
    spans = [span for name in near for span in case.source.once(_places, name).near(start, end)]
    small = case.source_language.function_words
    own = [word for word in between(case.source, "runs", start, end) if word.low not in small]
    named = [word for word in own if any(a <= word.start and word.end <= b for a, b in spans)]
    return 2 * len(named) > len(own)


def _localised(case: Case) -> tuple[tuple[int, str], ...]:
    """Where names of the original stand in a form of the translation's own, in order, each with the original's."""
    good = [entity for entity in case.entities if entity.status == "localised"]
    return tuple(
        sorted((place.start, entity.original) for entity in good if entity.original for place in entity.places)
    )


def _places(reading: Reading, name: str) -> Stretches:
    return Stretches(match.span() for match in re.finditer(re.escape(name), reading.text))
