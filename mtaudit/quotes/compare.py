"""Which quotation of the translation stands for which of the original.

Quotations are paired in order (monotone alignment, Needleman & Wunsch 1970) by place inside the aligned sentences,
shared content words and length. One that finds no partner is looked for inside a longer quotation (two merged into
one), then as plain words (its marks are lost).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mtaudit.quotes.quotation import Quotation
from mtaudit.quotes.rendering import rendering
from mtaudit.quotes.sides import Sides, carried, coverage
from mtaudit.text import cut

# Weights of the signals that two quotations belong together, and the least sum that pairs them (chosen by reading
# the pairs of the 123 aligned documents; the verdicts hardly move for 0.2 .. 0.4).
PLACE, SHARED, LENGTH = 0.3, 0.5, 0.2
LEAST = 0.3
LEAST_FAR = 0.4  # shared content words of a pair that the sentence alignment does not bring together
MERGED = 0.5  # share of a quotation's content found inside a neighbour's rendering


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
    lengths = sorted(len(cut(quotation.text, "chunks")) for quotation in (source, target))
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
    return len(cut(source.text, "chunks")) > 1 and coverage(sides.lexicon, source.text, target.text) >= MERGED
