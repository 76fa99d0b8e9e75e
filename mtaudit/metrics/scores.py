"""Scores of a document and of a run: which metric over which rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from msgspec import Struct

from mtaudit.case import Case, SegmentScore
from mtaudit.metrics import comet, lexical
from mtaudit.metrics.rows import case_rows, comet_rows
from mtaudit.model import Interval, MetricName


def with_comet(
    cases: Sequence[Case], scorer: comet.Comet, progress: Callable[[str, int], Callable[[int], None]]
) -> list[Case]:
    """COMET of every segment; `progress(name, total)` opens a phase and gives what counts the segments done."""
    rows = [comet_rows(case, scorer.references) for case in cases]
    advance = progress("scoring with COMET", sum(map(len, rows)))
    result = scorer.score([row for own in rows for _, row in own], advance)
    scores, tokens = iter(result.scores), iter(result.tokens)
    done = []
    for case, own in zip(cases, rows, strict=True):
        note = comet.cut_note([next(tokens) for _ in own], scorer.limit)
        segments = tuple(SegmentScore(target, round(next(scores), 4)) for target, _ in own)
        done.append(replace(case, comet=segments, notes=(*case.notes, note) if note else case.notes))
    return done


class Scored(Struct, frozen=True, array_like=True):
    """What the scores of a run need of a document. `counted`: by metric, what sacrebleu counts of its segments, added
    up, or segment by segment for intervals; `comet`: of each segment; `whole`: has a whole original; `told`: something
    was back-translated."""

    counted: dict[MetricName, tuple[tuple[int | float, ...], ...]] = {}
    comet: tuple[float, ...] = ()
    whole: bool = False
    told: bool = False


def scored(case: Case, wanted: tuple[MetricName, ...], confidence: bool) -> Scored:
    """What is counted on one case, once; `confidence`: segment by segment."""
    counted = {name: case.once(_counted, name) for name in wanted if name in lexical.LEXICAL}
    if not confidence:
        counted = {name: (tuple(map(sum, zip(*rows, strict=True))),) for name, rows in counted.items() if rows}
    comet = tuple(segment.score for segment in case.comet)
    told = any(case_rows(case)[0])
    return Scored({name: rows for name, rows in counted.items() if rows}, comet, case.kind == "full", told)


def _counted(case: Case, name: MetricName) -> tuple[tuple[int | float, ...], ...]:
    hypotheses, references = case_rows(case)
    return tuple(map(tuple, lexical.statistics(name, hypotheses, references))) if hypotheses else ()


def of_document(case: Case, wanted: Sequence[MetricName]) -> dict[MetricName, float]:
    """The wanted metrics of one case; those are left out for which it has no rows."""
    found: dict[MetricName, float] = {}
    for name in wanted:
        if name in lexical.LEXICAL and (counted := case.once(_counted, name)):
            found[name] = lexical.score(name, counted)
        elif name == "comet" and case.comet:
            found[name] = comet.mean([segment.score for segment in case.comet])
    return found


def of_run(
    documents: Sequence[Scored], wanted: Sequence[MetricName], confidence: bool
) -> tuple[dict[MetricName, float], dict[MetricName, Interval]]:
    """The wanted metrics over the sentences of all documents with a whole original, with intervals where `confidence`.

    COMET of a reference-free model is over all documents where none has one.
    """
    compared = [document for document in documents if document.comet]
    whole = [document for document in compared if document.whole] or compared
    segments = [score for document in whole for score in document.comet]
    metrics: dict[MetricName, float] = {}
    intervals: dict[MetricName, Interval] = {}
    for name in wanted:
        counted = [row for document in documents for row in document.counted.get(name, ())]
        if counted:
            metrics[name] = lexical.score(name, counted)
            if confidence:
                intervals[name] = lexical.interval(name, counted)
        elif name == "comet" and segments:
            metrics[name] = comet.mean(segments)
            if confidence:
                intervals[name] = comet.interval(segments)
    return metrics, intervals


def signatures(documents: Sequence[Scored], wanted: Sequence[MetricName]) -> dict[MetricName, str]:
    """sacrebleu's signature of each wanted metric that it makes; empty where nothing was back-translated."""
    if not any(document.told for document in documents):
        return {}
    return {name: lexical.corpus_score(name, ["a"], ["a"])[1] for name in wanted if name in lexical.LEXICAL}
