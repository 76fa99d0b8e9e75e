"""BLEU, chrF++ and TER through sacrebleu: the figures and signatures are those of its command line."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from typing import Any

from mtaudit.model import Interval, MetricName

Statistics = Sequence[Sequence[float]]  # by segment, what a metric counts of it

LEXICAL: tuple[MetricName, ...] = ("bleu", "chrf", "ter")
_RESAMPLES = 1000  # as sacrebleu's --confidence-n
_SEED = 12345  # as sacrebleu's SACREBLEU_SEED


@cache
def _metric(name: MetricName) -> Any:
    import sacrebleu.metrics as sacre

    makers: dict[str, Any] = {
        "bleu": getattr(sacre, "BLEU"),  # noqa: B009 - not in the module's __all__
        "chrf": lambda: getattr(sacre, "CHRF")(word_order=2),  # noqa: B009
        "ter": getattr(sacre, "TER"),  # noqa: B009
    }
    return makers[name]()


def corpus_score(name: MetricName, hypotheses: Sequence[str], references: Sequence[str]) -> tuple[float, str]:
    """Corpus score over aligned segments and sacrebleu's signature. Raises KeyError for another metric's name."""
    metric = _metric(name)
    score = metric.corpus_score(list(hypotheses), [list(references)]).score
    return round(float(score), 2), str(metric.get_signature())


def statistics(name: MetricName, hypotheses: Sequence[str], references: Sequence[str]) -> Statistics:
    """What a metric counts of each segment, a row of figures a segment; rows are added up for those of several."""
    found: Statistics = _metric(name)._extract_corpus_statistics(list(hypotheses), [list(references)])
    return found


def score(name: MetricName, counted: Statistics) -> float:
    """The corpus score over segments, or sums of them, that were counted: as `corpus_score` gives it."""
    return round(float(_metric(name)._aggregate_and_compute(counted).score), 2)


def interval(name: MetricName, counted: Statistics) -> Interval:
    """95 % bootstrap interval over segments (Koehn 2004), 1,000 resamples, fixed seed."""
    metric = _metric(name)
    rng = random.Random(_SEED)
    rows = range(len(counted))
    drawn = sorted(
        float(metric._aggregate_and_compute([counted[i] for i in rng.choices(rows, k=len(rows))]).score)
        for _ in range(_RESAMPLES)
    )
    tail = int(_RESAMPLES * 0.025)
    return Interval(round(drawn[tail], 2), round(drawn[-tail - 1], 2))
