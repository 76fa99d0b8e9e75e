"""The same words in another report: a quotation of the translation found among those of the English documents.

Only what is surely the same is taken: the same speaker by name, and nearly all content words of the short quotation
in one stretch of the longer one; or, without a speaker, a quotation of some length that is carried almost whole.
One word in quotation marks is never looked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.case import Document
from mtaudit.evidence.affinity import Affinity
from mtaudit.languages.pair import LanguagePair
from mtaudit.quotes.attribute import speakers
from mtaudit.quotes.find import quotations
from mtaudit.quotes.person import same_speaker
from mtaudit.quotes.words import Token, tokens
from mtaudit.text import Reading

LEAST_WORDS = 3  # of a quotation that is looked for
LEAST_CONTENT = 5.0  # weight (nats of idf) of its content words
SAME_SPEAKER, NO_SPEAKER = 0.6, 0.75  # share of the content that must be there
LONG = 8  # words of a quotation that may be found without its speaker
LEAST_PAIRS = 2  # content words that must find a partner
FIRM = 0.5  # how surely a word stands for another to count as a partner
PER_WORD = 0.02  # what a further word in the stretch must add to its share
SLACK = 2  # words that the stretch may run over beside those that were matched


@dataclass(frozen=True, slots=True)
class Report:
    """An English document with its quotations and who says them."""

    document: str
    text: str
    quotations: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """The stretch of an English quotation that says the same; `share` 0..1 of the content found there."""

    document: str
    text: str
    speaker: str | None
    share: float


def reports(documents: Sequence[Document], pair: LanguagePair) -> tuple[Report, ...]:
    """The quotations of each document in the source language."""
    return tuple(_report(document, pair) for document in documents)


_CACHE: dict[tuple[str, int, str], Report] = {}


def _report(document: Document, pair: LanguagePair) -> Report:
    key = (document.id, hash(document.text), pair.source.code)
    if key not in _CACHE:
        reading = Reading(document.text, *pair.languages)
        told = zip(quotations(reading).outer, speakers(reading), strict=True)
        pairs = tuple((q.text, s.name if s else None) for q, s in told)
        _CACHE[key] = Report(document.id, document.text, pairs)
    return _CACHE[key]


def best(text: str, speaker: str | None, found: Sequence[Report], affinity: Affinity) -> Hit | None:
    """The English stretch that `text`, said by `speaker`, renders; None where nothing is surely the same."""
    words = tokens(text)
    weights = {t.key: affinity.lexicon.target_weight(t.key) for t in words}
    if len(words) < LEAST_WORDS or sum(weights.values()) < LEAST_CONTENT:
        return None
    hits = []
    for report in found:
        for quoted, said_by in report.quotations:
            same = speaker is not None and said_by is not None and same_speaker(speaker, said_by)
            if speaker and said_by and not same:
                continue
            if not same and len(words) < LONG:
                continue
            hit = _stretch(words, weights, quoted, affinity)
            if hit and hit[1] >= (SAME_SPEAKER if same else NO_SPEAKER):
                hits.append(Hit(report.document, hit[0], said_by, hit[1]))
    return max(hits, key=lambda h: (h.share, -len(h.text), h.document), default=None)


def _stretch(
    words: list[Token], weights: dict[str, float], quoted: str, affinity: Affinity
) -> tuple[str, float] | None:
    """The part of `quoted` that carries most of `words`, about as long as they are, and the share it carries."""
    there = tokens(quoted)
    keys = [affinity.base(t.key) for t in there]
    source = affinity.pair.source
    articles = source.names.articles | source.numbers.articles  # taken along: “a path” for “path”
    grid = []
    for word in words:
        partners = affinity.partners(word.key)
        grid.append([max(affinity.of(word.key, key), partners.get(key, 0.0)) for key in keys])
    total = sum(weights[w.key] for w in words)
    longest = len(words) + max(SLACK, len(words) // 2)
    found: tuple[str, float] | None = None
    highest = 0.0
    for first in range(len(there)):
        for last in range(first, min(len(there), first + longest)):
            rows = [max(row[first : last + 1]) for row in grid]
            share = sum(weights[w.key] * s for w, s in zip(words, rows, strict=True)) / total
            firm = {w.key for w, s in zip(words, rows, strict=True) if s >= FIRM and weights[w.key] > 1}
            value = share - PER_WORD * (last - first)
            if len(firm) >= LEAST_PAIRS and (found is None or value > highest + 1e-9):
                highest = value
                opened = there[first - 1] if first and there[first - 1].key in articles else there[first]
                found = quoted[opened.start : there[last].end], share
    return found
