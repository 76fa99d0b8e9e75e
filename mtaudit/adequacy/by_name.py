"""Stretches of an original that stand in the translation under another name: KPK for the Corruption Commission."""

from __future__ import annotations

import re

from mtaudit.case import Case
from mtaudit.text import between


def stands_by_name(case: Case, start: int, end: int) -> bool:
    """Whether most words of `original.text[start:end]` are those of names that the aligned sentences have in a form of
    their own."""
    rows = [i for i, sentence in enumerate(case.original_sentences) if sentence.start <= start < sentence.end]
    at = case.link_of("source", rows[0]) if rows else None
    if case.source is None or at is None or not case.links[at].target:
        return False
    aligned = case.links[at].target
    first, last = case.sentences[aligned[0]].start, case.sentences[aligned[-1]].end
    spans = [
        match.span()
        for entity in case.entities
        if entity.status == "localised" and entity.original and any(first <= p.start < last for p in entity.places)
        for match in re.finditer(re.escape(entity.original), case.source.text)
    ]
    small = case.source_language.function_words
    own = [word for word in between(case.source, "runs", start, end) if word.low not in small]
    named = [word for word in own if any(a <= word.start and word.end <= b for a, b in spans)]
    return 2 * len(named) > len(own)
