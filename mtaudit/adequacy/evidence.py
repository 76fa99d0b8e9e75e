"""What an adequacy rule asks of a case: pairs of sentences with their coverage, and what excuses a gap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from mtaudit.adequacy.coverage import Coverage, coverage
from mtaudit.case import Case, Link
from mtaudit.evidence.back_translation import agreement
from mtaudit.evidence.lexical import match
from mtaudit.originals.lexicon import load
from mtaudit.surface.foreign import untranslated
from mtaudit.surface.furniture import site_lines
from mtaudit.text import Stretches, words

NEIGHBOUR = 0.3  # likeness of the links beside a lone sentence from which the alignment can be trusted
AGREES = 0.25  # share of the original's content that a back-translation must have to speak for the translation
LONE_WORDS = 4  # content words from which a lone sentence counts

Span = tuple[int, int]  # start and end in the document's text


def pairs(case: Case) -> tuple[tuple[int, Link, Span, Span, Coverage], ...]:
    """Links with both sides: index, link, what they span of either text, how both cover each other."""
    return case.once(_paired)


def _paired(case: Case) -> tuple[tuple[int, Link, Span, Span, Coverage], ...]:
    return tuple(_pairs(case))


def _pairs(case: Case) -> Iterator[tuple[int, Link, Span, Span, Coverage]]:
    if case.kind != "full" or case.original is None:
        return
    for at, link in enumerate(case.links):
        if link.target and link.source:
            yield at, link, span(case, link), source_span(case, link), coverage(case, at)


def span(case: Case, link: Link) -> Span:
    """From the first translated sentence of a link to its last."""
    return case.sentences[link.target[0]].start, case.sentences[link.target[-1]].end


def source_span(case: Case, link: Link) -> Span:
    """From the first sentence of the original in a link to its last."""
    return case.original_sentences[link.source[0]].start, case.original_sentences[link.source[-1]].end


def original_of(case: Case, row: int) -> str | None:
    """The exact stretch of the original that stands for translated sentence `row`, or None."""
    rows = case.source_of.get(row, ())
    if not rows or case.original is None:
        return None
    return case.original.text[case.original_sentences[rows[0]].start : case.original_sentences[rows[-1]].end]


def trusted(case: Case, at: int) -> bool:
    """Whether the nearest links with two sides, before and after, are good enough to say that one side is empty."""
    full = case.once(full_links)
    before, after = bisect_left(full, at), bisect_right(full, at)
    known = [case.links[i].score for i in (*full[before - 1 : before], *full[after : after + 1])]
    return bool(known) and min(known) >= NEIGHBOUR


def full_links(case: Case) -> tuple[int, ...]:
    """Numbers of the links that have both sides, in order."""
    return tuple(at for at, link in enumerate(case.links) if link.target and link.source)


def carried_nearby(case: Case, at: int, text: str) -> bool:
    """Whether the sentences around carry the content after all, or it has too little to tell."""
    lexicon = load(case.pair)
    if len(lexicon.source_terms(text)) < LONE_WORDS:
        return True
    rows = [i for link in case.links[max(0, at - 2) : at + 3] for i in link.target]
    near = " ".join(case.sentences[i].text for i in rows)
    return match(lexicon, near, text).source_share >= 0.6


def stands_in_original(case: Case, at: int, row: int) -> bool:
    """Whether the original around carries the content of a lone sentence."""
    lexicon = load(case.pair)
    rows = [i for link in case.links[max(0, at - 2) : at + 3] for i in link.source]
    near = " ".join(case.original_sentences[i].text for i in rows)
    return match(lexicon, case.sentences[row].text, near).target_share >= 0.6


def excused(case: Case, row: int) -> bool:
    """Sentences that other rules tell of."""
    return untranslated(case.target.parts[row])


def furniture_of_original(case: Case) -> Stretches:
    """Lines of the original that belong to its site and need no translation."""
    return Stretches((x.start, x.end) for x in site_lines(case.source)) if case.source else Stretches(())


def hangs(case: Case, row: int) -> bool:
    """Whether sentence `row` has four words or more and ends, without a stop, in a word that can't end one."""
    sentence = case.target.parts[row]
    found, last = words(sentence, "runs"), sentence.text.rstrip()[-1]
    return len(found) >= 4 and last.isalnum() and found[-1].low in case.target_language.stops.cannot_end


def back_translation_agrees(case: Case, link: Link, source: str) -> bool:
    """Whether a sound back-translation shares words with the original: then only the word list is at a loss."""
    shared = agreement(case, link, load(case.pair).source_terms(source))
    return shared is not None and shared >= AGREES
