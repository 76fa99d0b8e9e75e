"""What one side has and the other lacks: omissions, additions, one in the place of the other, what was moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mtaudit.adequacy import evidence
from mtaudit.adequacy.evidence import Span
from mtaudit.case import Case, Link
from mtaudit.originals.lexicon import load
from mtaudit.surface.furniture import site_lines
from mtaudit.text import Stretches

# Thresholds: none of them flags more than one in 200 of the human translations in NTREX-128 (docs/adequacy.md).
# Shares are of the original's length, measured where a translation is USUAL times as long, else in proportion.
USUAL = 1.1
LOST = ((3, 0.55), (4, 0.7), (5, 0.8), (7, 0.95))  # content words in a row that nothing stands for, in a translation
# shorter than this share of its original
ADDED_WORDS = 8  # the same on the translation's side ...
LONG = 1.25  # ... where it is longer than this
FAR = 2  # sentences of the original over which a passage must have moved; less is a translator's way


@dataclass(frozen=True, slots=True)
class Gap:
    """A place `at` (index of a link) where a side lacks something; spans of the translation's and the original's text.

    `target` None: omitted, `source` None: added, both: one stands in the place of the other. `whole` is False where
    the sentence as such has a counterpart and a passage of it has none; then `around` is the whole sentence.
    """

    at: int
    target: Span | None
    source: Span | None
    whole: bool
    around: Span | None = None
    words: int = 0  # content words of a passage


def gaps(case: Case) -> tuple[Gap, ...]:
    """All gaps of a case in the order of its links; an omission and an addition side by side are one."""
    return case.once(_gaps)


def _gaps(case: Case) -> tuple[Gap, ...]:
    omitted = sorted([*_omitted(case), *_omitted_passages(case)], key=_at)
    added = sorted([*_added(case), *_added_passages(case)], key=_at)
    found: list[Gap] = []
    full = case.once(evidence.full_links)
    free = {at: list(group)[::-1] for at, group in groupby(added, key=_at)}
    places = list(free)  # of what is added, in order, until a partner is found
    for gap in omitted:
        # nothing between the two but sentences that have no counterpart either
        before, after = bisect_left(full, gap.at), bisect_right(full, gap.at)
        least = full[before - 1] if before else 0
        most = full[after] if after < len(full) else len(case.links)
        place = bisect_left(places, least)
        if place == len(places) or places[place] > most:
            found.append(gap)
            continue
        partner = free[places[place]].pop()
        if not free[partner.at]:
            del places[place]
        found.append(Gap(partner.at, partner.target, gap.source, gap.whole and partner.whole))
    rest = [gap for at in places for gap in reversed(free[at])]
    return tuple(sorted([*found, *rest], key=_at))


def _at(gap: Gap) -> int:
    return gap.at


def _omitted(case: Case) -> Iterator[Gap]:
    furniture = evidence.furniture_of_original(case)
    for at, link in enumerate(case.links):
        if link.target or not evidence.trusted(case, at):
            continue
        for row in link.source:
            sentence = case.original_sentences[row]
            if not furniture.touch(sentence.start, sentence.start + 1) and not evidence.carried_nearby(
                case, at, sentence.text
            ):
                yield Gap(at, None, (sentence.start, sentence.end), True)


def _omitted_passages(case: Case) -> Iterator[Gap]:
    for at, _, target, source, cover in evidence.pairs(case):
        here, there = target[1] - target[0], source[1] - source[0]
        if any(cover.lost.words >= n and here < r * _longer(case) * there for n, r in LOST):
            span = source[0] + cover.lost.start, source[0] + cover.lost.end
            yield Gap(at, None, span, False, target, cover.lost.words)


def _longer(case: Case) -> float:
    """How much longer translations of the case's pair are than where the shares were measured."""
    return case.pair.length / USUAL


def _added(case: Case) -> Iterator[Gap]:
    lexicon = load(case.pair)
    site = Stretches((x.start, x.end) for x in site_lines(case.target))
    for at, link in enumerate(case.links):
        if link.source or not evidence.trusted(case, at):
            continue
        for row in link.target:
            sentence = case.sentences[row]
            told = site.touch(sentence.start, sentence.start + 1) or evidence.excused(case, row)
            enough = len(lexicon.target_terms(sentence.text)) >= evidence.LONE_WORDS
            if not told and enough and not evidence.stands_in_original(case, at, row):
                yield Gap(at, (sentence.start, sentence.end), None, True)


def _added_passages(case: Case) -> Iterator[Gap]:
    for at, link, target, source, cover in evidence.pairs(case):
        long = target[1] - target[0] > LONG * _longer(case) * (source[1] - source[0])
        if cover.added.words >= ADDED_WORDS and long and len(link.target) == 1:
            span = target[0] + cover.added.start, target[0] + cover.added.end
            yield Gap(at, span, None, False, source, cover.added.words)


def moved(case: Case) -> Iterator[tuple[Span, Span]]:
    """Passages that the original has elsewhere, as (in the translation, in the original); one for a block."""
    block: list[Link] = []
    gone = sorted(s for link in case.links if link.moved for s in link.source)
    before = -1  # the last sentence of the original before the block
    for link in (*case.links, Link((), (), 0.0)):
        if link.moved and (not block or link.source[0] == block[-1].source[-1] + 1):
            block.append(link)
            continue
        if block and _distance(block, before, gone) >= FAR:
            yield (
                (case.sentences[block[0].target[0]].start, case.sentences[block[-1].target[-1]].end),
                (
                    case.original_sentences[block[0].source[0]].start,
                    case.original_sentences[block[-1].source[-1]].end,
                ),
            )
        block = [link] if link.moved else []
        if not link.moved and link.source:
            before = link.source[-1]


def _distance(block: Sequence[Link], before: int, gone: Sequence[int]) -> int:
    """How many sentences of the original lie between a moved block and the place where its translation stands; those
    that are `gone` themselves, in order, aside."""
    first, last = block[0].source[0], block[-1].source[-1]
    start, end = (last + 1, before + 1) if last <= before else (before + 1, first)
    return max(0, end - start) - max(0, bisect_left(gone, end) - bisect_left(gone, start))
