"""Which quotation of the translation stands for which of the original, and what became of its marks.

Quotations are paired in order (monotone alignment, Needleman & Wunsch 1970) by place inside the aligned sentences,
shared content words and length. One that finds no partner is looked for inside a longer quotation (two merged into
one), then as plain words (its marks are lost).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from mtaudit.case import Case, Sentence
from mtaudit.model import Marks
from mtaudit.originals.lexicon import Lexicon
from mtaudit.originals.words import words
from mtaudit.quotes.find import Quotations
from mtaudit.quotes.marks import LINE_BREAKS
from mtaudit.quotes.quotation import Quotation, stripped
from mtaudit.quotes.words import Token, tokens

# Weights of the signals that two quotations belong together, and the least sum that pairs them (chosen by reading
# the pairs of the 123 aligned documents; the verdicts hardly move for 0.2 .. 0.4).
PLACE, SHARED, LENGTH = 0.3, 0.5, 0.2
LEAST = 0.3
LEAST_FAR = 0.4  # shared content words of a pair that the sentence alignment does not bring together
MERGED = 0.5  # share of a quotation's content found inside a neighbour's rendering
RENDERED = 0.3  # share of a quotation's content that plain words must carry to stand for it
SAID_BESIDE = 0.2  # what a word counts for that the sentences say outside the quotation as well
RENDERED_AFAR = 0.5  # ... where its own sentence is aligned to nothing
WHOLE = 0.75  # a quotation of that share of its sentences is rendered by the whole of them
INSIDE = 0.2  # share of the content still between marks that moved
OUTSIDE, SURE = 0.5, 0.6  # share of its words that stand just outside, and how surely they translate them
NEIGHBOURS = 3  # words that count as just outside
EDGES = ' ,"“”„«»'  # what a rendering neither begins nor ends with


@dataclass(frozen=True, slots=True)
class Pair:
    """One quotation of the original (or None: only the translation has it) and what stands for it.

    `targets` are the quotations that render it, in order: usually one, several where it was split, none where the
    marks are lost; `start`/`end` delimit the rendering in the translation (both None: nothing renders it).
    `merged`: it shares its target with another one.
    """

    source: Quotation | None
    targets: tuple[Quotation, ...]
    start: int | None
    end: int | None
    merged: bool = False


@dataclass(frozen=True)
class Sides:
    """Both texts of a case with all that pairing asks of them again and again."""

    case: Case
    lexicon: Lexicon
    sources: Quotations
    targets: Quotations

    @property
    def original(self) -> str:
        return self.case.original.text if self.case.original else ""

    @cached_property
    def target_of(self) -> dict[int, tuple[int, ...]]:
        """Index of each sentence of the original -> indices of its translation."""
        return {s: link.target for link in self.case.links for s in link.source}

    def window(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the translation that is aligned to `original[start:end]`; all of it without alignment."""
        rows = _overlapping(self.case.original_sentences, start, end)
        hits = sorted({t for row in rows for t in self.target_of.get(row, ())})
        if not hits and rows and self.target_of:  # a sentence that was left out: between its neighbours
            before = [t for row in range(max(0, rows[0] - 2), rows[0]) for t in self.target_of.get(row, ())]
            after = [t for row in range(rows[-1] + 1, rows[-1] + 3) for t in self.target_of.get(row, ())]
            hits = sorted({*before[-1:], *after[:1]})
        if not hits:
            return 0, len(self.case.text)
        return self.case.sentences[hits[0]].start, self.case.sentences[hits[-1]].end

    def aligned(self, source: Quotation) -> bool:
        """Whether a sentence of the translation is aligned to one that holds the quotation."""
        rows = _overlapping(self.case.original_sentences, source.start, source.end)
        return any(self.target_of.get(row) for row in rows)

    def around(self, source: Quotation) -> str:
        """What the sentences of a quotation of the original say outside it."""
        first, last = self.source_window(source.start, source.end)
        return self.original[first : source.outer_start] + " " + self.original[source.outer_end : last]

    def source_window(self, start: int, end: int) -> tuple[int, int]:
        """The sentences of the original that `original[start:end]` touches."""
        rows = _overlapping(self.case.original_sentences, start, end)
        if not rows:
            return start, end
        return self.case.original_sentences[rows[0]].start, self.case.original_sentences[rows[-1]].end


def _overlapping(sentences: tuple[Sentence, ...], start: int, end: int) -> list[int]:
    first = max(0, bisect_right([s.start for s in sentences], start) - 1)
    found = []
    for i in range(first, len(sentences)):
        if sentences[i].start >= end:
            break
        if sentences[i].end > start:
            found.append(i)
    return found


def pair(sides: Sides) -> tuple[Pair, ...]:
    """Every quotation of both texts exactly once, those of the original first, in order; merged ones share a target."""
    sources, targets = sides.sources.outer, sides.targets.outer
    partner = _aligned(sides, sources, targets)
    parts = _parts(sides, sources, targets, partner)
    taken = set(partner.values()) | {k for more in parts.values() for k in more}
    found: list[Pair] = []
    for i, source in enumerate(sources):
        if i in partner:
            own = tuple(targets[k] for k in sorted((partner[i], *parts.get(i, ()))))
            found.append(Pair(source, own, own[0].start, own[-1].end))
            continue
        inside = next((t for t in _around(i, partner, targets) if _carries(sides, source, t)), None)
        if inside:
            found.append(Pair(source, (inside,), inside.start, inside.end, merged=True))
            continue
        held = tuple(targets[k] for k in sorted(taken))
        found.append(Pair(source, (), *(rendering(sides, source, held) or (None, None))))
    shared = {p.targets for p in found if p.merged}
    found = [replace(p, merged=True) if p.targets in shared else p for p in found]
    alone = [t for k, t in enumerate(targets) if k not in taken]
    return (*found, *(Pair(None, (t,), t.start, t.end) for t in alone))


def _parts(
    sides: Sides, sources: tuple[Quotation, ...], targets: tuple[Quotation, ...], partner: dict[int, int]
) -> dict[int, list[int]]:
    """Index of source -> further targets that render a piece of it: one quotation that was split."""
    found: dict[int, list[int]] = {}
    for k in (k for k in range(len(targets)) if k not in partner.values()):
        for i, main in sorted(partner.items()):
            start, end = sides.window(sources[i].start, sources[i].end)
            near = abs(k - main) == 1 + len(found.get(i, ())) and start <= targets[k].start < end
            if near and carried(sides.lexicon, targets[k].text, sources[i].text) >= MERGED:
                found.setdefault(i, []).append(k)
                break
    return found


def _aligned(sides: Sides, sources: tuple[Quotation, ...], targets: tuple[Quotation, ...]) -> dict[int, int]:
    """Index of source -> index of target: the monotone pairing with the highest sum of scores."""
    n, m = len(sources), len(targets)
    scores = [[_score(sides, s, t) for t in targets] for s in sources]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        for k in range(1, m + 1):
            score = scores[i - 1][k - 1]
            with_pair = best[i - 1][k - 1] + score if score >= LEAST else -1.0
            best[i][k] = max(best[i - 1][k], best[i][k - 1], with_pair)
    found: dict[int, int] = {}
    i, k = n, m
    while i and k:
        score = scores[i - 1][k - 1]
        if score >= LEAST and best[i][k] == best[i - 1][k - 1] + score:
            found[i - 1] = k - 1
            i, k = i - 1, k - 1
        elif best[i][k] == best[i - 1][k]:
            i -= 1
        else:
            k -= 1
    left = [(scores[a][b], -a, -b) for a in range(n) for b in range(m) if a not in found and b not in found.values()]
    for score, a, b in sorted(left, reverse=True):  # what changed places inside a sentence
        if score >= 2 * LEAST and -a not in found and -b not in found.values():
            found[-a] = -b
    return found


def _score(sides: Sides, source: Quotation, target: Quotation) -> float:
    start, end = sides.window(source.start, source.end)
    near = target.start < end and start < target.end
    if not near and not (start - 400 < target.end and target.start < end + 400):
        return 0.0
    shared = sides.lexicon.similarity(target.text, source.text)
    lengths = sorted((len(source.text.split()), len(target.text.split())))
    if not near:
        return PLACE * 0.2 + SHARED * shared + LENGTH * lengths[0] / lengths[1] if shared >= LEAST_FAR else 0.0
    first, last = sides.source_window(source.start, source.end)
    here = (source.start + source.end) / 2 - first
    there = (target.start + target.end) / 2 - start
    place = 1 - abs(here / max(1, last - first) - there / max(1, end - start))
    return PLACE * max(0.0, place) + SHARED * shared + LENGTH * lengths[0] / lengths[1]


def _around(i: int, partner: dict[int, int], targets: tuple[Quotation, ...]) -> list[Quotation]:
    return [targets[partner[k]] for k in (i - 1, i + 1) if k in partner]


def _carries(sides: Sides, source: Quotation, target: Quotation) -> bool:
    """Whether `target`, the rendering of a neighbour, carries the content of `source` as well."""
    return len(source.text.split()) > 1 and coverage(sides.lexicon, source.text, target.text) >= MERGED


def coverage(lexicon: Lexicon, source: str, target: str) -> float:
    """Share of the content words of `source` (by idf) that words of `target` may stand for, 0..1."""
    terms = lexicon.source_terms(source)
    carried: dict[str, float] = {}
    for _, key, strength in lexicon.matches(words(target), terms):
        carried[key] = max(carried.get(key, 0.0), strength)
    return sum(terms[k] * s for k, s in carried.items()) / sum(terms.values()) if terms else 0.0


def carried(lexicon: Lexicon, target: str, source: str) -> float:
    """Share of the content words of `target` (by idf) that stand for words of `source`, 0..1."""
    terms = lexicon.target_terms(target)
    found: dict[str, float] = {}
    for word, _, strength in lexicon.matches(terms, lexicon.source_terms(source)):
        found[word] = max(found.get(word, 0.0), strength)
    return sum(terms[w] * s for w, s in found.items()) / sum(terms.values()) if terms else 0.0


def rendering(sides: Sides, source: Quotation, taken: tuple[Quotation, ...] = ()) -> tuple[int, int] | None:
    """The plain words that stand for a quotation whose marks are lost, or None where nothing does.

    `taken` are quotations that stand for others. Words of one line only are taken where the quotation stands on one;
    for a sentence that nothing is aligned to (it was left out) only what carries most of it.
    """
    start, end = sides.window(source.start, source.end)
    if (start, end) == (0, len(sides.case.text)) and len(sides.case.sentences) > 3:
        return None
    terms = sides.lexicon.source_terms(source.text)
    least = (RENDERED if sides.aligned(source) else RENDERED_AFAR) * sum(terms.values())
    around = sides.lexicon.source_terms(sides.around(source))
    own = {key: weight * (SAID_BESIDE if key in around else 1.0) for key, weight in terms.items()}
    first, last = sides.source_window(source.start, source.end)
    whole = len(source.text) >= WHOLE * (last - first) and sides.aligned(source)
    found: tuple[float, int, int] | None = None
    for left, right in _free(sides.case.text, start, end, taken, any(b in source.text for b in LINE_BREAKS)):
        here = tokens(sides.case.text[left:right])
        if not own or not here:
            continue
        value, begin, stop = _densest(_gains(sides.lexicon, here, own))
        stretch = left + here[begin].start, left + here[stop].end
        if value >= least and (found is None or value > found[0]):
            found = (value, *(_said(sides, left, right) if whole else stretch))
    return found[1:] if found else None


def _free(text: str, start: int, end: int, taken: tuple[Quotation, ...], many: bool) -> list[tuple[int, int]]:
    """The lines of `text[start:end]` (all as one where it may be `many`), or what `taken` leaves of them."""
    cuts = {start, end, *(q.outer_start for q in taken), *(q.outer_end for q in taken)}
    for i in range(start, end):
        if text[i] in LINE_BREAKS and not many:
            cuts |= {i, i + 1}
    places = sorted(c for c in cuts if start <= c <= end)
    spans = [stripped(text, a, b) for a, b in pairwise(places)]
    return [(a, b) for a, b in spans if a < b and not any(q.outer_start <= a < q.outer_end for q in taken)]


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
    return [strengths.get(t.key, 0.0) - (1.2 if t.key in lexicon.target_terms(t.key) else 0.3) for t in here]


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
        if _moved(sides, source, first):
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
