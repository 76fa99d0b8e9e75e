"""One fault, one finding: what several rules say of the same stretch is told once, the strongest reading first.

Two findings are one fault where their stretches are nearly the same; where one tells that a whole stretch is not the
original's (left untranslated, other content) and the other looks at something in it; where one tells that a passage is
missing and the other misses something of it; and where a quotation's content is wrong because of the very words that
the other finding is about.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mtaudit.model import SEVERITIES, Also, Finding
from mtaudit.rules.near import Near

ASPECT = 5  # letters of a code that tell what of a quotation is wrong: QUO20, QUO21, QUO22
ALIKE = 0.5  # share of the longer stretch that two findings must have in common
WHOLE = ("ADQ404", "ADQ405", "ADQ408")  # a whole sentence is something else: all in it follows
MISSING = ("ADQ401", "ADQ402", "ADQ407", "QUO213")  # a passage is missing, with all that it says
CONTENT = ("QUO211", "QUO212", "QUO214")  # a quotation's content, because of some of its words
SPEAKERS = ("QUO221", "QUO222")  # who says it is wrong, by a name that is wrong there
APART = ("SUR50", "SUR51")  # a slip of spelling or spacing is a fault of its own, whatever else is wrong there


def merged(findings: Sequence[Finding]) -> list[Finding]:
    """The findings in the order given, each fault once; `also` of one carries what the others say."""
    left = sorted(range(len(findings)), key=lambda i: (_rank(findings[i]), i))
    kept: dict[int, list[Finding]] = {}
    places = _Places()
    for i in left:
        finding = findings[i]
        for k in places.near(finding):
            if _one(findings[k], finding) or _one(finding, findings[k]):
                kept[k].append(finding)
                break
        else:
            kept[i] = []
            places.add(i, finding)
    return [_with(findings[i], kept[i]) for i in sorted(kept)]


class _Places:
    """The findings kept so far, by where they stand: only those near by can be on the fault of another."""

    def __init__(self) -> None:
        self._near: Near[tuple[int, int]] = Near()  # (how many were kept before, number of the finding)
        self._speaking: list[tuple[int, int]] = []  # that tell by what they say of the original, wherever they stand
        self._names: list[tuple[int, int]] = []
        self._missing: list[tuple[int, int]] = []  # that have no place
        self._count = 0

    def add(self, number: int, finding: Finding) -> None:
        """Keep finding `number` of those that are merged."""
        entry = self._count, number
        self._count += 1
        if finding.start is None or finding.end is None:
            self._missing.append(entry)
        else:
            self._near.add(finding.start, finding.end, entry)
        if finding.rule in (*MISSING, *SPEAKERS):
            self._speaking.append(entry)
        if finding.category == "entity":
            self._names.append(entry)

    def near(self, finding: Finding) -> list[int]:
        """Numbers of those that may be on the fault of `finding`, or the other way round, in the order they came."""
        found: set[tuple[int, int]] = set()
        if finding.start is not None and finding.end is not None:
            found = self._near.near(finding.start, finding.end)
        if finding.start is None or finding.category == "entity":
            found.update(self._speaking)
        if finding.rule in MISSING:
            found.update(self._missing)
        if finding.rule in SPEAKERS:
            found.update(self._names)
        return [number for _, number in sorted(found)]


def _rank(finding: Finding) -> tuple[int, int, bool, float]:
    """The gravest first, then what tells of a whole passage or a speaker, then what rests on more than the reader."""
    first = (*WHOLE, *MISSING, *SPEAKERS)
    place = first.index(finding.rule) if finding.rule in first else len(first)
    return SEVERITIES.index(finding.severity), place, finding.evidence == "reader", -finding.confidence


def _with(finding: Finding, others: Sequence[Finding]) -> Finding:
    if not others:
        return finding
    also = tuple(Also(other.rule, other.severity, other.message) for other in others)
    return msgspec.structs.replace(finding, also=also)


def _one(first: Finding, other: Finding) -> bool:
    """Whether `other` tells the fault that `first` tells, or a consequence of it."""
    if first.rule == other.rule or other.places or first.places:
        return False  # a habit, or one name in many places, is told as such
    if first.rule.startswith(APART) != other.rule.startswith(APART):
        return False
    if first.category == other.category == "quote" and first.rule[:ASPECT] != other.rule[:ASPECT]:
        return False  # marks, content and speaker are mended each by itself
    if _alike(first, other):
        return True
    if first.rule in WHOLE:
        return _inside(first, other)
    if first.rule in MISSING:
        return other.start is None and _said(first.original, other.original)
    if first.rule in SPEAKERS:
        return other.category == "entity" and (_inside(first, other) or _said(first.suggestion, other.original))
    if first.rule in CONTENT and _inside(first, other) and other.category in ("number", "adequacy"):
        return bool(
            (other.text and other.text in first.message) or (other.original and other.original in first.message)
        )
    return False


def _alike(first: Finding, other: Finding) -> bool:
    if first.start is None or first.end is None or other.start is None or other.end is None:
        return False
    common = min(first.end, other.end) - max(first.start, other.start)
    return common > 0 and common >= ALIKE * max(first.end - first.start, other.end - other.start)


def _inside(first: Finding, other: Finding) -> bool:
    if first.start is None or first.end is None or other.start is None or other.end is None:
        return False
    return first.start <= other.start and other.end <= first.end


def _said(passage: str | None, words: str | None) -> bool:
    return bool(passage and words and words in passage)
