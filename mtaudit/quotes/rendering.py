"""The plain words that stand for a quotation whose marks are lost."""

from __future__ import annotations

from itertools import pairwise

from mtaudit.originals.lexicon import Lexicon
from mtaudit.quotes.marks import LINE_BREAKS
from mtaudit.quotes.quotation import Quotation, stripped
from mtaudit.quotes.sides import Sides
from mtaudit.quotes.words import Token, tokens
from mtaudit.text import Stretches

RENDERED = 0.3  # share of a quotation's content that plain words must carry to stand for it
RENDERED_AFAR = 0.5  # ... where its own sentence is aligned to nothing
SAID_BESIDE = 0.2  # what a word counts for that the sentences say outside the quotation as well
WHOLE = 0.75  # a quotation of that share of its sentences is rendered by the whole of them
MOST = 0.5  # ... and one of that share is what an attribution stands behind
LONGER = 2.0  # how many times as long, or short, as the quotation its rendering may be
EDGES = ' ,"“”„«»'  # what a rendering neither begins nor ends with


def rendering(sides: Sides, source: Quotation, taken: Stretches) -> tuple[int, int] | None:
    """The plain words that stand for a quotation whose marks are lost, or None where nothing does.

    `taken` is where quotations stand that render others. Words of one line only are taken where the quotation stands
    on one; for a sentence that nothing is aligned to (it was left out) only what carries most of it.
    """
    start, end = sides.window(source.start, source.end)
    if (start, end) == (0, len(sides.case.text)) and len(sides.case.sentences) > 3:
        return None
    terms = sides.lexicon.source_terms(source.text)
    least = (RENDERED if sides.aligned(source) else RENDERED_AFAR) * sum(terms.values())
    around = sides.lexicon.source_terms(sides.around(source))
    own = {key: weight * (SAID_BESIDE if key in around else 1.0) for key, weight in terms.items()}
    first, last = sides.source_window(source.start, source.end)
    share = len(source.text) / max(1, last - first)
    whole = share >= WHOLE and sides.aligned(source)
    found: tuple[float, int, int] | None = None
    for left, right in _free(sides.case.text, start, end, taken, any(b in source.text for b in LINE_BREAKS)):
        here = tokens(sides.case.text[left:right])
        if not own or not here:
            continue
        value, begin, stop = _densest(_gains(sides.lexicon, here, own))
        stretch = left + here[begin].start, left + here[stop].end
        if value >= least and (found is None or value > found[0]):
            found = (value, *(_said(sides, left, right) if whole else stretch))
    if found or share < MOST or not sides.aligned(source):
        return found[1:] if found else None
    return _attributed(sides, source, _free(sides.case.text, start, end, taken, False))


def _attributed(sides: Sides, source: Quotation, stretches: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The words before an attribution, where one stands behind them as in the original: freely put, but said."""
    for left, right in stretches:
        start, end = _said(sides, left, right)
        behind = sides.case.text[end:right].strip(EDGES + ".!?")
        if behind and 1 / LONGER <= (end - start) / len(source.text) <= LONGER:
            return start, end
    return None


def _free(text: str, start: int, end: int, taken: Stretches, many: bool) -> list[tuple[int, int]]:
    """The lines of `text[start:end]` (all as one where it may be `many`), or what `taken` leaves of them."""
    cuts = {start, end, *(place for span in taken.near(start, end) for place in span)}
    for i in range(start, end):
        if text[i] in LINE_BREAKS and not many:
            cuts |= {i, i + 1}
    places = sorted(c for c in cuts if start <= c <= end)
    spans = [stripped(text, a, b) for a, b in pairwise(places)]
    return [(a, b) for a, b in spans if a < b and not taken.touch(a, a + 1)]


def _densest(gains: list[float]) -> tuple[float, int, int]:
    """Sum, first and last index of the stretch with the highest sum (Kadane)."""
    best, run, begin, span = 0.0, 0.0, 0, (0, 0)
    for i, gain in enumerate(gains):
        if run <= 0:
            run, begin = 0.0, i
        run += gain
        if run > best:
            best, span = run, (begin, i)
    return best, *span


def _said(sides: Sides, start: int, end: int) -> tuple[int, int]:
    """`start`, `end` without the attribution that follows (`..., kata Budi`) and without orphan marks at either end."""
    speech = sides.case.target_language.speech
    text = sides.case.text
    for token in tokens(text[start:end]):
        if token.text.lower() in speech.after_quote | set(speech.fused):
            before = text[start : start + token.start].rstrip()
            if before.endswith((",", ".", "!", "?", '"', "”")) and len(before) > 1:
                end = start + len(before)
                break
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return start, end


def _gains(lexicon: Lexicon, here: list[Token], terms: dict[str, float]) -> list[float]:
    strengths: dict[str, float] = {}
    for word, key, strength in lexicon.matches(sorted({t.key for t in here}), terms):
        strengths[word] = max(strengths.get(word, 0.0), strength * terms[key])
    return [strengths.get(t.key, 0.0) - (1.2 if lexicon.target_weight(t.key) > 0 else 0.3) for t in here]
