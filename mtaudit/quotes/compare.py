"""Which quotation of the translation stands for which of the original.

Quotations are paired in order (monotone alignment, Needleman & Wunsch 1970) by place inside the aligned sentences,
shared content words and length. One that finds no partner is looked for inside a longer quotation (two merged into
one), then as plain words (its marks are lost).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from mtaudit.quotes.quotation import Quotation
from mtaudit.quotes.rendering import rendering
from mtaudit.quotes.sides import Sides, carried, coverage
from mtaudit.text import Stretches, cut

Row = tuple[int, list[float]]  # the first target of which it has a cell, and the cells
Block = tuple[tuple[int, int], tuple[int, int]]  # of the sources and of the targets, first and behind the last

# Weights of the signals that two quotations belong together, and the least sum that pairs them (chosen by reading
# the pairs of the 123 aligned documents; the verdicts hardly move for 0.2 .. 0.4).
PLACE, SHARED, LENGTH = 0.3, 0.5, 0.2
LEAST = 0.3
LEAST_FAR = 0.4  # shared content words of a pair that the sentence alignment does not bring together
AFAR = 400  # code points beside the aligned stretch in which a quotation may stand
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
    held = Stretches((targets[k].outer_start, targets[k].outer_end) for k in taken)
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
    taken = set(partner.values())
    beside: dict[int, set[int]] = {}  # index of a target -> the sources of which it may render a further piece
    for i, main in partner.items():
        for k in (main - 1, main + 1):
            beside.setdefault(k, set()).add(i)
    for k in (k for k in range(len(targets)) if k not in taken):
        for i in sorted(beside.get(k, ())):
            start, end = sides.window(sources[i].start, sources[i].end)
            near = abs(k - partner[i]) == 1 + len(found.get(i, ())) and start <= targets[k].start < end
            if near and carried(sides.lexicon, targets[k].text, sources[i].text) >= MERGED:
                found.setdefault(i, []).append(k)
                for further in (-1 - len(found[i]), 1 + len(found[i])):
                    beside.setdefault(partner[i] + further, set()).add(i)
                break
    return found


def _aligned(sides: Sides, sources: tuple[Quotation, ...], targets: tuple[Quotation, ...]) -> dict[int, int]:
    """Index of source -> index of target: the monotone pairing with the highest sum of scores."""
    starts, reach = [t.start for t in targets], list(accumulate((t.end for t in targets), max))
    scores: list[dict[int, float]] = []  # of each source by target, those of pairs
    for source in sources:
        start, end = sides.window(source.start, source.end)
        near = range(bisect_right(reach, start - AFAR), bisect_left(starts, end + AFAR))
        own = {k: _score(sides, source, targets[k], start, end) for k in near}
        scores.append({k: score for k, score in own.items() if score >= LEAST})
    found = _chain(scores, len(targets))
    taken = set(found.values())
    left = [(score, -a, -b) for a, own in enumerate(scores) for b, score in own.items() if score >= 2 * LEAST]
    for _, a, b in sorted(left, reverse=True):  # what changed places inside a sentence
        if -a not in found and -b not in taken:
            found[-a] = -b
            taken.add(-b)
    return found


def _chain(scores: Sequence[Mapping[int, float]], m: int) -> dict[int, int]:
    """Index of source -> index of target, both rising, with the highest sum of `scores`; `m`: number of targets.

    Of all cells only those are filled that stand in a block of sources and targets that pair with one another. Of
    chains with the same sum the one is taken that going back from the last cell finds: a pair before a source left out,
    that before a target left out.
    """
    rows = [i for i, own in enumerate(scores) if own]
    columns = sorted({k for own in scores for k in own})
    number = {k: c for c, k in enumerate(columns)}
    pairs = [{number[k]: score for k, score in scores[i].items()} for i in rows]
    alone = [k + 1 < after for k, after in zip(columns, [*columns[1:], m], strict=False)]  # a target without pairs next
    base, tables = 0.0, []
    for block in _blocks(pairs):
        tables.append((block, _filled(pairs, block, base)))
        base = tables[-1][1][-1][1][-1]
    found: dict[int, int] = {}
    past = False  # whether targets behind the block are still to be left out
    for ((first, after), (left, right)), best in reversed(tables):
        i, k, past = after - first, right - left, past or alone[right - 1]
        while True:
            while past and i and _as_above(best, i, k):
                i -= 1
            if not (i and k):
                break
            score = pairs[first + i - 1].get(left + k - 1)
            if score is not None and _cell(best[i], k) == _cell(best[i - 1], k - 1) + score:
                found[rows[first + i - 1]] = columns[left + k - 1]
                i, k = i - 1, k - 1
                past = k > 0 and alone[left + k - 1]
            elif _as_above(best, i, k):
                i, past = i - 1, False
            else:
                k -= 1
                past = k > 0 and alone[left + k - 1]
        past = k > 0
    return found


def _blocks(pairs: Sequence[Mapping[int, float]]) -> Iterator[Block]:
    """Parts of both sides, in order, with no pair from one into another; together they are all of both."""
    lows = list(accumulate((min(own) for own in reversed(pairs)), min))[::-1]  # of each source and those behind it
    first, left, most = 0, 0, 0
    for i, own in enumerate(pairs, 1):
        most = max(most, max(own) + 1)
        if i == len(pairs) or most <= lows[i]:
            yield (first, i), (left, most)
            first, left = i, most


def _filled(pairs: Sequence[Mapping[int, float]], block: Block, base: float) -> list[Row]:
    """The highest sums up to each source and target of a block, `base` before it.

    A row has the cells from the first target on that a later source may pair with, up to the last one that has paired:
    those before are as in the row above, those behind as its last.
    """
    (first, after), (left, _) = block
    lows = list(accumulate((min(own) - left for own in reversed(pairs[first:after])), min))[::-1]
    rows: list[Row] = [(0, [base])]
    most = 0
    for low, own in zip(lows, pairs[first:after], strict=True):
        above = rows[-1]
        most = max(most, max(own) - left + 1)
        cells = [_cell(above, low)]
        for k in range(low + 1, most + 1):
            score = own.get(left + k - 1)
            with_pair = -1.0 if score is None else _cell(above, k - 1) + score
            cells.append(max(_cell(above, k), cells[-1], with_pair))
        rows.append((low, cells))
    return rows


def _cell(row: Row, k: int) -> float:
    """The sum up to target `k` of a row, which must not stand before its first."""
    low, cells = row
    return cells[min(k - low, len(cells) - 1)]


def _as_above(rows: Sequence[Row], i: int, k: int) -> bool:
    """Whether source `i` adds nothing to the highest sum up to target `k`."""
    return k < rows[i][0] or _cell(rows[i], k) == _cell(rows[i - 1], k)


def _score(sides: Sides, source: Quotation, target: Quotation, start: int, end: int) -> float:
    """How surely two quotations belong together; `start`, `end`: the stretch aligned to the original's."""
    near = target.start < end and start < target.end
    if not near and not (start - AFAR < target.end and target.start < end + AFAR):
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
