"""What one side has and the other lacks: omissions, additions, one in the place of the other, what was moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.adequacy import evidence
from mtaudit.adequacy.evidence import Span
from mtaudit.case import Case, Link
from mtaudit.originals.lexicon import load
from mtaudit.surface.furniture import site_lines

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
    omitted = sorted([*_omitted(case), *_omitted_passages(case)], key=lambda gap: gap.at)
    added = sorted([*_added(case), *_added_passages(case)], key=lambda gap: gap.at)
    found: list[Gap] = []
    for gap in omitted:
        partner = next((other for other in added if _side_by_side(case.links, gap, other)), None)
        if partner is None:
            found.append(gap)
        else:
            added.remove(partner)
            found.append(Gap(partner.at, partner.target, gap.source, gap.whole and partner.whole))
    return tuple(sorted([*found, *added], key=lambda gap: gap.at))


def _side_by_side(links: Sequence[Link], one: Gap, other: Gap) -> bool:
    """Whether there is nothing between two gaps but sentences that have no counterpart either."""
    first, last = sorted((one.at, other.at))
    return all(not (link.target and link.source) for link in links[first + 1 : last])


def _omitted(case: Case) -> Iterator[Gap]:
    furniture = evidence.furniture_of_original(case)
    for at, link in enumerate(case.links):
        if link.target or not evidence.trusted(case.links, at):
            continue
        for row in link.source:
            sentence = case.original_sentences[row]
            if not any(a <= sentence.start < b for a, b in furniture) and not evidence.carried_nearby(
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
    site = [(x.start, x.end) for x in site_lines(case.target)]
    for at, link in enumerate(case.links):
        if link.source or not evidence.trusted(case.links, at):
            continue
        for row in link.target:
            sentence = case.sentences[row]
            told = any(a <= sentence.start < b for a, b in site) or evidence.excused(case, row)
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
    before = -1  # the last sentence of the original before the block
    for link in (*case.links, Link((), (), 0.0)):
        if link.moved and (not block or link.source[0] == block[-1].source[-1] + 1):
            block.append(link)
            continue
        if block and _distance(block, before, case.links) >= FAR:
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


def _distance(block: Sequence[Link], before: int, links: Sequence[Link]) -> int:
    """How many sentences of the original lie between a moved block and the place where its translation stands."""
    first, last = block[0].source[0], block[-1].source[-1]
    moved_away = {s for link in links if link.moved for s in link.source}
    between = range(last + 1, before + 1) if last <= before else range(before + 1, first)
    return sum(s not in moved_away for s in between)
