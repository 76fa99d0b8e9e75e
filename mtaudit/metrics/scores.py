"""Scores of a document and of a run: which metric over which rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

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


def of_document(case: Case, wanted: Sequence[MetricName]) -> dict[MetricName, float]:
    """The wanted metrics of one case; those are left out for which it has no rows."""
    hypotheses, references = case_rows(case)
    found: dict[MetricName, float] = {}
    for name in wanted:
        if name in lexical.LEXICAL and hypotheses:
            found[name] = lexical.corpus_score(name, hypotheses, references)[0]
        elif name == "comet" and case.comet:
            found[name] = comet.mean([segment.score for segment in case.comet])
    return found


def of_run(
    cases: Sequence[Case], wanted: Sequence[MetricName], confidence: bool
) -> tuple[dict[MetricName, float], dict[MetricName, Interval]]:
    """The wanted metrics over the sentences of all cases with a whole original, with intervals where `confidence`.

    COMET of a reference-free model is over all cases where none has one.
    """
    hypotheses, references = _rows(cases)
    scored = [case for case in cases if case.comet]
    whole = [case for case in scored if case.kind == "full"] or scored
    segments = [segment.score for case in whole for segment in case.comet]
    metrics: dict[MetricName, float] = {}
    intervals: dict[MetricName, Interval] = {}
    for name in wanted:
        if name in lexical.LEXICAL and hypotheses:
            metrics[name] = lexical.corpus_score(name, hypotheses, references)[0]
            if confidence:
                intervals[name] = lexical.interval(name, hypotheses, references)
        elif name == "comet" and segments:
            metrics[name] = comet.mean(segments)
            if confidence:
                intervals[name] = comet.interval(segments)
    return metrics, intervals


def signatures(cases: Sequence[Case], wanted: Sequence[MetricName]) -> dict[MetricName, str]:
    """sacrebleu's signature of each wanted metric that it makes; empty where nothing was back-translated."""
    if not any(_rows(cases)[0]):
        return {}
    return {name: lexical.corpus_score(name, ["a"], ["a"])[1] for name in wanted if name in lexical.LEXICAL}


def _rows(cases: Sequence[Case]) -> tuple[list[str], list[str]]:
    hypotheses: list[str] = []
    references: list[str] = []
    for case in cases:
        own, reference = case_rows(case)
        hypotheses += own
        references += reference
    return hypotheses, references
