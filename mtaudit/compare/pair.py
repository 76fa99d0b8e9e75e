"""Two reports side by side: two systems, or before and after. What got better, what got worse, and by how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import Literal

import msgspec
import numpy as np

from mtaudit.compare.significance import RESAMPLES, SEED, SIGNIFICANT, resampled, sure
from mtaudit.model import SEVERITIES, Area, DocumentReport, Finding, Report, Scores, Struct
from mtaudit.places import segment_of
from mtaudit.rules.registry import normalised

AREAS: tuple[Area, ...] = ("overall", "entity", "quote", "number", "adequacy", "surface")


class Side(Struct, frozen=True):
    """One of the two reports."""

    name: str
    signature: str
    documents: int
    systems: tuple[str, ...]


class Seen(Struct, frozen=True):
    """A finding with the sentence it stands in and that sentence's English, where there are any."""

    finding: Finding
    sentence: str | None
    english: str | None


class Still(Struct, frozen=True):
    """The same fault on both sides: the same fingerprint, or the same rule at the same English stretch."""

    before: Seen
    after: Seen


class DocumentChange(Struct, frozen=True):
    """One document that both reports have. `change` is after minus before, per area: above 0 is better.

    A change is None where either report could not judge the area.
    """

    id: str  # as in the second report
    id_before: str
    title: str | None
    before: Scores
    after: Scores
    change: Scores
    gone: tuple[Seen, ...]
    new: tuple[Seen, ...]
    still: tuple[Still, ...]


class Change(Struct, frozen=True):
    """Means over the `documents` for which both reports have the figure, and how sure the difference is.

    `low`..`high` is the 95 % interval of the mean difference; `wins` the share of resamples in which the second report
    is better (Koehn); all three, and `p_value`, are None where there are fewer than two documents.
    """

    name: str  # an area, a metric, or "findings" (critical and major ones per document: fewer is better)
    before: float
    after: float
    change: float
    low: float | None
    high: float | None
    wins: float | None
    p_value: float | None
    significant: bool
    documents: int


class FindingChanges(Struct, frozen=True):
    """How many findings are gone, new, and still there, over all documents."""

    gone: int
    new: int
    still: int


class Comparison(Struct, frozen=True):
    """What `mtaudit compare` finds.

    Documents are ordered from the one that got worst to the one that got best; last those that can't be compared.
    `changes` has no row for what was not judged on both sides in any document.
    """

    schema_version: Literal["2"]
    before: Side
    after: Side
    changes: tuple[Change, ...]
    findings: FindingChanges
    documents: tuple[DocumentChange, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    resamples: int
    seed: int

    def to_json(self) -> str:
        """The comparison as JSON text, indented by two, ending in a newline."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2).decode() + "\n"


def compare(
    before: Report,
    after: Report,
    *,
    names: tuple[str, str] = ("before", "after"),
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Comparison:
    """Compare two reports; documents belong together by id, else by file name, else by original."""
    pairs, only_before, only_after = match_documents(before.documents, after.documents)
    documents = tuple(_document(a, b) for a, b in pairs)
    rows: list[tuple[str, list[float], list[float], int]] = []
    for area in AREAS:
        each = [(getattr(a.scores, area), getattr(b.scores, area)) for a, b in pairs]
        known = [(x, y) for x, y in each if x is not None and y is not None]
        rows.append((area, [x for x, _ in known], [y for _, y in known], 1))
    rows.append(("findings", [serious(a) for a, _ in pairs], [serious(b) for _, b in pairs], -1))
    for metric in sorted({m for a, b in pairs for m in a.metrics.keys() & b.metrics.keys()}):
        both = [(a.metrics[metric], b.metrics[metric]) for a, b in pairs if metric in a.metrics and metric in b.metrics]
        rows.append((metric, [x for x, _ in both], [y for _, y in both], -1 if metric == "ter" else 1))
    return Comparison(
        "2",
        side(names[0], before),
        side(names[1], after),
        tuple(_change(name, x, y, better, resamples, seed) for name, x, y, better in rows if x),
        FindingChanges(
            sum(len(d.gone) for d in documents),
            sum(len(d.new) for d in documents),
            sum(len(d.still) for d in documents),
        ),
        tuple(sorted(documents, key=lambda d: (d.change.overall is None, d.change.overall or 0.0, d.id))),
        only_before,
        only_after,
        resamples,
        seed,
    )


def match_documents(
    before: Sequence[DocumentReport], after: Sequence[DocumentReport]
) -> tuple[list[tuple[DocumentReport, DocumentReport]], tuple[str, ...], tuple[str, ...]]:
    """Pairs in the order of `after`, then the ids that only one side has.

    Three passes: the same id; the same file name; the same whole original. The last two count only where the name or
    original occurs once on each side.
    """
    keys: tuple[Callable[[DocumentReport], str | None], ...] = (
        lambda d: d.id,
        lambda d: PurePath(d.input).name or None,
        lambda d: d.original.id if d.original and d.original.kind == "full" else None,
    )
    partner: dict[int, int] = {}  # place in `after` -> place in `before`
    for key in keys:
        left = _once((i, key(d)) for i, d in enumerate(before) if i not in partner.values())
        right = _once((i, key(d)) for i, d in enumerate(after) if i not in partner)
        partner |= {place: left[name] for name, place in right.items() if name in left}
    pairs = [(before[partner[i]], d) for i, d in enumerate(after) if i in partner]
    taken = set(partner.values())
    return (
        pairs,
        tuple(d.id for i, d in enumerate(before) if i not in taken),
        tuple(d.id for i, d in enumerate(after) if i not in partner),
    )


def _once(items: Iterable[tuple[int, str | None]]) -> dict[str, int]:
    """Keys that occur exactly once, with their place."""
    rows = [(key, place) for place, key in items if key is not None]
    counts = Counter(key for key, _ in rows)
    return {key: place for key, place in rows if counts[key] == 1}


def side(name: str, report: Report) -> Side:
    """What is told of a report."""
    systems = tuple(sorted({d.system for d in report.documents if d.system}))
    return Side(name, report.run.signature, len(report.documents), systems)


def serious(document: DocumentReport) -> float:
    """The number of critical and major findings."""
    return float(sum(f.severity != "minor" for f in document.findings))


def seen(document: DocumentReport, finding: Finding) -> Seen:
    """A finding with its sentence."""
    segment = segment_of(document, finding)
    return Seen(finding, segment.text if segment else None, segment.original if segment else None)


def _document(before: DocumentReport, after: DocumentReport) -> DocumentChange:
    gone, new = list(before.findings), list(after.findings)
    still: list[Still] = []
    for same in (_same_finding, _same_place):
        known: dict[tuple[str, ...], list[Finding]] = {}
        for finding in gone:
            if (key := same(finding)) is not None:
                known.setdefault(key, []).append(finding)
        for finding in list(new):
            key = same(finding)
            if key is not None and known.get(key):
                first = known[key].pop(0)
                gone.remove(first)
                new.remove(finding)
                still.append(Still(seen(before, first), seen(after, finding)))
    change = Scores(**{a: _difference(getattr(before.scores, a), getattr(after.scores, a)) for a in AREAS})
    still.sort(key=lambda s: (SEVERITIES.index(s.after.finding.severity), s.after.finding.fingerprint))
    return DocumentChange(
        after.id,
        before.id,
        after.title or before.title,
        before.scores,
        after.scores,
        change,
        tuple(seen(before, f) for f in gone),
        tuple(seen(after, f) for f in new),
        tuple(still),
    )


def _difference(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else round(after - before, 4)


def _same_finding(finding: Finding) -> tuple[str, ...] | None:
    """Rule and texts, which is the fingerprint without the document id: that may differ between the reports."""
    return finding.rule, normalised(finding.text or ""), normalised(finding.original or "")


def _same_place(finding: Finding) -> tuple[str, ...] | None:
    """The same rule at the same English stretch: another wrong spelling of the same name is still a wrong spelling."""
    return (finding.rule, normalised(finding.original)) if finding.original else None


def _change(name: str, before: list[float], after: list[float], better: int, resamples: int, seed: int) -> Change:
    x, y = np.array(before, dtype=float), np.array(after, dtype=float)
    difference = y - x
    observed = float(difference.mean())
    means = (round(float(x.mean()), 4), round(float(y.mean()), 4), round(observed, 4))
    if len(x) < 2:
        return Change(name, *means, None, None, None, None, False, len(x))
    told = sure(resampled([difference], resamples, seed)[0], observed, better)
    low, high, wins, p_value = (round(figure, 4) for figure in (told.low, told.high, told.wins, told.p_value))
    return Change(name, *means, low, high, wins, p_value, told.p_value < SIGNIFICANT, len(x))
