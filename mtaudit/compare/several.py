"""Three systems or more: a table of them, which differences are sure, and the documents in which they differ most."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Literal

import msgspec
import numpy as np

from mtaudit.compare.pair import AREAS, Seen, Side, match_documents, seen, serious, side
from mtaudit.compare.significance import RESAMPLES, SEED, SIGNIFICANT, Figures, holm, interval, resampled, sure
from mtaudit.model import SEVERITIES, DocumentReport, FindingCounts, Report, Scores, Struct

_A_PAIR = 100  # resamples for each pair of systems at least: else no p-value is small enough for the correction


class Mean(Struct, frozen=True):
    """A system's mean of a measure with its 95 % interval (None where there are fewer than two documents).

    `best`: none is better, and some are worse; `surely_worse`: it is worse than the best.
    """

    mean: float
    low: float | None
    high: float | None
    best: bool
    surely_worse: bool


class PairOfSystems(Struct, frozen=True):
    """Two systems in one measure. `change` is the second's mean minus the first's; `low`..`high` its 95 % interval.

    `wins`: share of the resamples in which the second is better; `adjusted`: the p-value after Holm's correction for
    all pairs of this measure, by which `significant` goes. All are None where there are fewer than two documents.
    """

    first: str
    second: str
    change: float
    low: float | None
    high: float | None
    wins: float | None
    p_value: float | None
    adjusted: float | None
    significant: bool


class Measure(Struct, frozen=True):
    """One measure over the `documents` for which all systems have it; `means` in the order of the systems."""

    name: str  # an area, a metric, or "findings" (critical and major ones per document)
    fewer_is_better: bool
    documents: int
    means: tuple[Mean, ...]
    pairs: tuple[PairOfSystems, ...]


class SystemDocument(Struct, frozen=True):
    """What one system made of a document."""

    id: str
    scores: Scores
    findings: FindingCounts
    seen: tuple[Seen, ...]  # worst first


class Standing(Struct, frozen=True):
    """One document that all systems have. `spread`: the best overall score minus the worst; None without two."""

    id: str  # as in the first report
    title: str | None
    spread: float | None
    systems: tuple[SystemDocument, ...]


class Systems(Struct, frozen=True):
    """What `mtaudit compare` finds of three reports or more, in the order in which they were given.

    Documents are ordered from the one in which the systems differ most. `only` has of each system the documents that
    not all have. `measures` has none that no document has of all systems.
    """

    schema_version: Literal["2"]
    systems: tuple[Side, ...]
    measures: tuple[Measure, ...]
    documents: tuple[Standing, ...]
    only: tuple[tuple[str, ...], ...]
    correction: Literal["Holm"]
    resamples: int
    seed: int

    @property
    def ranked(self) -> tuple[int, ...]:
        """The places of the systems, the best first: by the first measure, which is the overall score where there is
        one."""
        if not self.measures:
            return tuple(range(len(self.systems)))
        first = self.measures[0]
        sign = 1 if first.fewer_is_better else -1
        return tuple(sorted(range(len(self.systems)), key=lambda i: (sign * first.means[i].mean, i)))

    def to_json(self) -> str:
        """The comparison as JSON text, indented by two, ending in a newline."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2).decode() + "\n"


def compare_systems(
    reports: Sequence[Report], names: Sequence[str], *, resamples: int = RESAMPLES, seed: int = SEED
) -> Systems:
    """Compare the reports of several systems, whose names differ; documents belong together as in `compare`.

    Many pairs get more resamples, so that the correction leaves any of them a chance.
    """
    first = reports[0].documents
    partners: list[dict[int, DocumentReport]] = [{id(d): d for d in first}]
    for report in reports[1:]:
        pairs, _, _ = match_documents(first, report.documents)
        partners.append({id(a): b for a, b in pairs})
    common = [d for d in first if all(id(d) in own for own in partners)]
    rows = [[own[id(d)] for own in partners] for d in common]
    resamples = max(resamples, _A_PAIR * len(reports) * (len(reports) - 1) // 2)
    columns: list[tuple[str, bool, list[list[float]]]] = []
    for area in AREAS:
        every = [[getattr(d.scores, area) for d in row] for row in rows]
        columns.append((area, False, [scores for scores in every if None not in scores]))
    columns.append(("findings", True, [[serious(d) for d in row] for row in rows]))
    for metric in sorted({m for row in rows for d in row for m in d.metrics}):
        known = [[d.metrics[metric] for d in row] for row in rows if all(metric in d.metrics for d in row)]
        columns.append((metric, metric == "ter", known))
    shared = [{id(row[n]) for row in rows} for n in range(len(reports))]
    return Systems(
        "2",
        tuple(side(name, report) for name, report in zip(names, reports, strict=True)),
        tuple(_measure(name, fewer, values, names, resamples, seed) for name, fewer, values in columns if values),
        tuple(sorted((_standing(row) for row in rows), key=lambda d: (d.spread is None, -(d.spread or 0.0), d.id))),
        tuple(
            tuple(d.id for d in report.documents if id(d) not in own)
            for report, own in zip(reports, shared, strict=True)
        ),
        "Holm",
        resamples,
        seed,
    )


def _measure(
    name: str, fewer: bool, values: Sequence[Sequence[float]], names: Sequence[str], resamples: int, seed: int
) -> Measure:
    columns: list[Figures] = [np.array(column, dtype=float) for column in zip(*values, strict=True)]
    means = [float(column.mean()) for column in columns]
    drawn = resampled(columns, resamples, seed) if len(values) > 1 else None
    pairs = [_pair(names, a, b, means, drawn, fewer) for a, b in combinations(range(len(columns)), 2)]
    if drawn is not None:
        adjusted = holm([pair.p_value or 0.0 for pair in pairs])
        pairs = [
            msgspec.structs.replace(pair, adjusted=round(p, 4), significant=p < SIGNIFICANT)
            for pair, p in zip(pairs, adjusted, strict=True)
        ]
    best = min(means) if fewer else max(means)
    leaders = {names[n] for n, mean in enumerate(means) if mean == best}
    tied = len(leaders) == len(names)
    losers = {
        ({pair.first, pair.second} - leaders).pop()
        for pair in pairs
        if pair.significant and len({pair.first, pair.second} & leaders) == 1
    }
    shown = []
    for n, mean in enumerate(means):
        low, high = (None, None) if drawn is None else (round(end, 4) for end in interval(drawn[n]))
        shown.append(Mean(round(mean, 4), low, high, names[n] in leaders and not tied, names[n] in losers))
    return Measure(name, fewer, len(values), tuple(shown), tuple(pairs))


def _pair(
    names: Sequence[str], a: int, b: int, means: Sequence[float], drawn: Sequence[Figures] | None, fewer: bool
) -> PairOfSystems:
    change = means[b] - means[a]
    if drawn is None:
        return PairOfSystems(names[a], names[b], round(change, 4), None, None, None, None, None, False)
    told = sure(drawn[b] - drawn[a], change, -1 if fewer else 1)
    low, high, wins, p_value = (round(figure, 4) for figure in (told.low, told.high, told.wins, told.p_value))
    return PairOfSystems(names[a], names[b], round(change, 4), low, high, wins, p_value, None, False)


def _standing(row: Sequence[DocumentReport]) -> Standing:
    known = [d.scores.overall for d in row if d.scores.overall is not None]
    spread = round(max(known) - min(known), 4) if len(known) > 1 else None
    title = next((d.title for d in row if d.title), None)
    return Standing(row[0].id, title, spread, tuple(_made(d) for d in row))


def _made(document: DocumentReport) -> SystemDocument:
    order = sorted(document.findings, key=lambda f: (SEVERITIES.index(f.severity), f.start is None, f.start or 0))
    counts = FindingCounts(**{s: sum(f.severity == s for f in order) for s in SEVERITIES})
    return SystemDocument(document.id, document.scores, counts, tuple(seen(document, f) for f in order))
