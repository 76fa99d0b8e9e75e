"""Where something missing belongs in the translation, and whether the article as a whole was shortened."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from mtaudit.adequacy import evidence
from mtaudit.adequacy.evidence import Span
from mtaudit.adequacy.gaps import Gap, gaps
from mtaudit.case import Case, Link
from mtaudit.model import Finding
from mtaudit.originals.align import FLOOR
from mtaudit.places import occurrences
from mtaudit.text import Stretches

# Human translations carry 0.96 of their original or more, and are 0.88 as long or more as translations usually are (38
# articles of NTREX-128, 99 times ten sentences of FLORES dev); the worst of the systems' 0.86 and 0.82. An article of
# less than SHORTENED lacks what no translator of the whole leaves out, by slip or style.
SHORTENED = 0.75
LEAST = 3  # passages that are told one by one where no more are missing


@dataclass(frozen=True, slots=True)
class Shortened:
    """A translation of a part of its original: `share` of it (0..1, by letters).

    `gone`: spans of the original's sentences that nothing stands for, in order; `longest` is the first of their longest
    run, in link number `at`.
    """

    share: float
    gone: tuple[Span, ...]
    longest: Span | None
    at: int | None


def belongs_at(case: Case, at: int) -> int:
    """The offset in the translation, between two sentences, where that of link number `at` belongs, which has none.

    Behind the sentence that stands for what comes before it in the original; before the one that stands for what comes
    after it where that is the first; 0 where nothing tells.
    """
    first, last = case.links[at].source[0], case.links[at].source[-1]
    placed = case.once(_placed)
    before = bisect_left(placed, first, key=_last)
    if before:
        return case.sentences[placed[before - 1].target[-1]].end
    after = bisect_right(placed, last, key=_first)
    return case.sentences[placed[after].target[0]].start if after < len(placed) else 0


def _placed(case: Case) -> tuple[Link, ...]:
    """The links that say where things belong, in the order of the original."""
    return tuple(sorted((x for x in case.links if x.target and x.source and not x.moved), key=_last))


def _first(link: Link) -> int:
    return link.source[0]


def _last(link: Link) -> int:
    return link.source[-1]


def omitted(case: Case) -> list[Gap]:
    """What is missing, and nothing stands in its place."""
    return [gap for gap in gaps(case) if gap.target is None]


def shortened(case: Case) -> Shortened | None:
    """What is left of an article that was shortened; None where it has its whole original, or lacks little of it."""
    return case.once(_shortened)


def _shortened(case: Case) -> Shortened | None:
    if case.kind != "full" or len(omitted(case)) < LEAST:
        return None
    site = evidence.furniture_of_original(case)
    counted = [not site.touch(s.start, s.start + 1) for s in case.original_sentences]
    letters = [len(s.text) if own else 0 for s, own in zip(case.original_sentences, counted, strict=True)]
    carried = sum(letters[row] for link in case.links if link.target and link.score >= FLOOR for row in link.source)
    here = sum(len(s.text) for s in case.sentences)
    whole = max(1, sum(letters))
    share = min(carried / whole, here / whole / case.pair.length)
    if share >= SHORTENED:
        return None
    gone = [row for link in case.links if not link.target for row in link.source if counted[row]]
    runs: list[list[int]] = []
    for row in sorted(gone):
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    longest = max(runs, key=lambda run: sum(letters[row] for row in run), default=None)
    at = case.link_of("source", longest[0]) if longest else None
    spans = {row: (case.original_sentences[row].start, case.original_sentences[row].end) for row in sorted(gone)}
    return Shortened(round(share, 2), tuple(spans.values()), spans[longest[0]] if longest else None, at)


def gathered(case: Case, finding: Finding) -> bool:
    """Whether a finding on a shortened article says no more than that: something of what was left out is missing, or a
    clause of a sentence that was cut short."""
    found = shortened(case)
    if found is None or finding.start is not None or case.original is None or not finding.original:
        return False
    if finding.original in case.once(_clauses):
        return True
    places = occurrences(case.original.text, finding.original)
    gone = case.once(_gone)
    return bool(places) and all(gone.touch(at, at + len(finding.original)) for at in places)


def _clauses(case: Case) -> frozenset[str]:
    """What is missing, as the original has it."""
    return frozenset(case.original.text[slice(*gap.source)] for gap in omitted(case) if gap.source and case.original)


def _gone(case: Case) -> Stretches:
    found = shortened(case)
    return Stretches(found.gone if found else ())
