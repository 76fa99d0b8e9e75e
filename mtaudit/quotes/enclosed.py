"""What became of the marks of a quotation: right, escaped, lost, unbalanced, or around other words."""

from __future__ import annotations

from mtaudit.model import Marks
from mtaudit.originals.words import words
from mtaudit.quotes.compare import MERGED, Pair
from mtaudit.quotes.quotation import Quotation
from mtaudit.quotes.sides import Sides, coverage
from mtaudit.quotes.words import tokens

INSIDE = 0.2  # share of the content still between marks that moved
OUTSIDE, SURE = 0.5, 0.6  # share of its words that stand just outside, and how surely they translate them
NEIGHBOURS = 3  # words that count as just outside
LEAST_SURE = 0.25  # how surely a word between the marks belongs there
BESIDE = 3  # quotations on either side of one that may have been put between its marks
FEW = 2  # words that make a part of a quotation
PULLED, LEFT = (
    0.35,
    0.33,
)  # share of the words between the marks that belong outside; of the quotation that stands there


def marks(sides: Sides, pair: Pair) -> Marks:
    """What became of the marks of a pair that has a quotation in the original."""
    source = pair.source
    assert source is not None
    if not pair.targets:
        return "lost"
    first, last = pair.targets[0], pair.targets[-1]
    if any(t.escaped for t in pair.targets) and not source.escaped:
        return "escaped"
    if {"reversed", "doubled"} & ({*first.faults, *last.faults} - set(source.faults)):
        return "unbalanced"
    if not pair.merged:
        opened, closed = bool(first.opening) - bool(source.opening), bool(last.closing) - bool(source.closing)
        if opened < 0 or closed < 0 or ((opened > 0 or closed > 0) and not source.reopened):
            return "unbalanced"
        if _moved(sides, source, first) or _left_outside(sides, source, pair.targets):
            return "moved"
    if _pulled_in(sides, pair):
        return "moved"
    start, end = sides.window(source.start, source.end)
    if not sides.sources.stray and any(start <= mark.start < end for mark in sides.targets.stray):
        return "unbalanced"
    return "ok"


def _moved(sides: Sides, source: Quotation, target: Quotation) -> bool:
    """Whether the words that render the quotation stand beside the marks, and others between them."""
    lexicon = sides.lexicon
    if coverage(lexicon, source.text, target.text) > INSIDE:
        return False
    start, end = sides.window(source.start, source.end)
    before = tokens(sides.case.text[start : target.outer_start])[-NEIGHBOURS:]
    after = tokens(sides.case.text[target.outer_end : end])[:NEIGHBOURS]
    outside = " ".join(t.text for t in (*before, *after))
    terms = lexicon.source_terms(source.text)
    said_anyway = lexicon.source_terms(sides.around(source))
    own = [key for key in terms if key not in said_anyway]
    hits = {key for _, key, strength in lexicon.matches(words(outside), own) if strength >= SURE}
    return bool(terms) and len(hits) >= OUTSIDE * len(terms)


def _pulled_in(sides: Sides, pair: Pair) -> bool:
    """Whether a good part of what stands between the marks is what the original says outside them."""
    assert pair.source is not None
    lexicon = sides.lexicon
    inside = " ".join(t.text for t in pair.targets)
    at = sides.number_of[pair.source.outer_start]
    near = sides.sources.outer[max(0, at - BESIDE) : at + BESIDE + 1]
    held = [p for p in near if coverage(lexicon, p.text, inside) >= MERGED] or [pair.source]
    first, _ = sides.source_window(min(p.start for p in held), held[0].end)
    _, last = sides.source_window(held[-1].start, max(p.end for p in held))
    cuts = [first, *(c for p in held for c in (p.outer_start, p.outer_end)), last]
    outside = lexicon.source_terms(" ".join(sides.original[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True)))
    own = lexicon.source_terms(" ".join(p.text for p in held))
    terms = lexicon.target_terms(inside)
    stands = {w for w, _, strength in lexicon.matches(terms, own) if strength >= LEAST_SURE}
    foreign = {(w, key) for w, key, strength in lexicon.matches(terms, outside) if strength >= SURE and w not in stands}
    keys = {key for _, key in foreign}
    weight = sum(terms[w] for w in {w for w, _ in foreign})
    return len(keys) >= FEW and weight >= PULLED * sum(terms.values())


def _left_outside(sides: Sides, source: Quotation, targets: tuple[Quotation, ...]) -> bool:
    """Whether a good part of the quotation stands before or behind the marks."""
    lexicon = sides.lexicon
    start, end = sides.window(source.start, source.end)
    terms = lexicon.source_terms(source.text)
    beside = lexicon.source_terms(sides.around(source))
    inside = " ".join(t.text for t in targets)
    outside = sides.case.text[start : targets[0].outer_start] + " " + sides.case.text[targets[-1].outer_end : end]
    held = {key for _, key, strength in lexicon.matches(words(inside), terms) if strength >= LEAST_SURE}
    own = [key for key in terms if key not in held and key not in beside]
    gone = {key for _, key, strength in lexicon.matches(words(outside), own) if strength >= SURE}
    return len(gone) >= FEW and sum(terms[key] for key in gone) >= LEFT * sum(terms.values())
