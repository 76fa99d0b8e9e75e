"""What was moved elsewhere: sentences left over by the monotone pass, linked across its order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from mtaudit.case import Link
from mtaudit.originals.grid import Grid

# Measured on the human news translations of NTREX-128 (development part): 0.96 of all sentences are as near to their
# own original or nearer, 0.09 to any other sentence of the same article, were it left over.
WEAK = 0.2  # likeness below which a link rests on its place alone, and may be given up for a better one
IDLE = 0.5  # share of a sentence below which it has no part in a bead of 1-2 or 2-1
MOVED = 0.4  # likeness from which two sentences out of order belong together ...
BESIDE = 0.3  # ... or beside two that do, in the same order

Block = tuple[int, int]  # first row, and the one after the last
Trace = Callable[[Block, Block], Sequence[Link]]  # the monotone pass over a block of either side; whole-text indices


def moved(links: Sequence[Link], alike: Grid, trace: Trace) -> tuple[Link, ...]:
    """Links across the order of `links`, marked `moved`, between what those leave over on either side.

    Left over is also what stands in a link by its place alone. Whole blocks (a paragraph) go together, the likeliest
    pair of blocks first.
    """
    here, there = _loose(links, alike)
    together = {(t, s) for link in links for t in link.target for s in link.source}
    found: list[Link] = []
    while here and there:
        best: list[Link] = []
        for a in _blocks(here):
            for b in _blocks(there):
                if alike.one_one[slice(*a), slice(*b)].max() >= BESIDE:
                    accepted = _accepted(trace(a, b), together)
                    if sum(link.score for link in accepted) > sum(link.score for link in best):
                        best = accepted
        if not best:
            break
        found += best
        here -= {t for link in best for t in link.target}
        there -= {s for link in best for s in link.source}
    return tuple(found)


def _loose(links: Sequence[Link], alike: Grid) -> tuple[set[int], set[int]]:
    """Sentences of either side that no link really holds."""
    here: set[int] = set()
    there: set[int] = set()
    for link in links:
        if not (link.target and link.source) or link.score < WEAK:
            here |= set(link.target)
            there |= set(link.source)
        elif len(link.target) == 2 and len(link.source) == 1:
            here |= {t for t in link.target if alike.carried[t, link.source[0]] < IDLE}
        elif len(link.source) == 2 and len(link.target) == 1:
            there |= {s for s in link.source if alike.covered[s, link.target[0]] < IDLE}
    return here, there


def _blocks(rows: Iterable[int]) -> list[Block]:
    """Runs of consecutive rows."""
    runs = [[row for _, row in run] for _, run in groupby(enumerate(sorted(rows)), key=lambda p: p[1] - p[0])]
    return [(run[0], run[-1] + 1) for run in runs]


def _accepted(links: Sequence[Link], together: set[tuple[int, int]]) -> list[Link]:
    """The links of a block that are near enough, or stand beside such; those that were there before don't count."""
    new = [x for x in links if x.target and x.source and not {(t, s) for t in x.target for s in x.source} & together]
    sure = {i for i, x in enumerate(new) if x.score >= MOVED}
    reached = set(sure)
    for step in (1, -1):
        for i in sorted(sure, reverse=step < 0):
            while 0 <= i + step < len(new) and new[i + step].score >= BESIDE and _adjacent(new[i], new[i + step]):
                i += step
                reached.add(i)
    return [replace(new[i], moved=True) for i in sorted(reached)]


def _adjacent(a: Link, b: Link) -> bool:
    first, second = sorted((a, b), key=lambda link: link.target)
    return second.target[0] == first.target[-1] + 1 and second.source[0] == first.source[-1] + 1


def merged(links: Sequence[Link], others: Sequence[Link]) -> tuple[Link, ...]:
    """Both together in the order of the translation; `others` have two sides and share no sentence with `links`."""
    waiting = sorted(others, key=lambda link: link.target, reverse=True)
    found: list[Link] = []
    for link in links:
        while waiting and link.target and waiting[-1].target < link.target:
            found.append(waiting.pop())
        found.append(link)
    return (*found, *reversed(waiting))
