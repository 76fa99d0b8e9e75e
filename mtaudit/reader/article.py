"""The whole text: how many serious faults it has per 100 words, estimated from the probabilities of its words.

What one article can't tell, a run of many can: a translator's texts are alike. Where texts name their `system`, the
doubtful words of each count together with those of all texts of that system in the run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from mtaudit.case import Case
from mtaudit.estimation.estimate import believed
from mtaudit.model import Estimate, Penalty, WordFault
from mtaudit.reader.models import PLACES, WordModel, load
from mtaudit.scoring import POINTS
from mtaudit.surface.furniture import site_lines

DOUBTFUL = 1 / 3  # p_serious at which a word counts as much as its probability; a likelier one counts for more, since
# the plain mean over all words follows style more than faults
POOLED = 0.7  # weight of all texts of a system taken together, against the text at hand
WHOLE = 80  # words of a text that says of itself what five sentences do; shorter ones say less
PRIOR = 1500  # words of a translator by which it is believed by half
LEAST_WORDS = 20  # of a text that is estimated
LEAST_POINTS = 0.05
BESIDE = (
    2.0  # points a fault beside an original: there the other measures tell versions apart as well, and with five six
)
# systems no longer stood in the order of COMET (benchmarks/gold_ranking.py)
UNFOUND = "expected"  # the `rule` of the penalty
LABELS = {UNFOUND: "serious faults expected that no finding tells"}
SPARED = 1.5  # serious faults per 100 words: the estimate says little below them, and fine articles are put there, too


def doubtful(p_serious: ArrayLike) -> float:
    """Doubtful words per 100: each word counts by its probability squared."""
    return 100 * float(np.mean(np.square(p_serious))) / DOUBTFUL


def together(own: float, size: int, pooled: float, words: int, usual: float) -> float:
    """Doubtful words per 100 that are believed of a text of `size` words: its `own`, and those of `words` words of its
    translator.

    The latter are shrunk towards what is `usual`, so that a short text alone says little; so is the former where the
    text has fewer than `WHOLE` words: in a line of fifteen one rare word is no bad article.
    """
    shrunk = (words * pooled + PRIOR * usual) / (words + PRIOR)
    heard = min(1.0, size / WHOLE)
    return POOLED * shrunk + (1 - POOLED) * (heard * own + (1 - heard) * shrunk)


def with_estimates(cases: Sequence[Case]) -> list[Case]:
    """The cases that the reader has read, with the estimate of each text, and the probabilities of its words in the
    light of all texts of its system; order kept."""
    read = [_of_the_article(case) for case in cases]
    own = [doubtful([word.p_serious for word in words]) if words else None for words in read]
    groups: defaultdict[str | int, list[tuple[float, int]]] = defaultdict(list)
    for at, (case, value) in enumerate(zip(cases, own, strict=True)):
        if value is not None:
            groups[_translator(case, at)].append((value, len(read[at])))
    done = []
    for at, (case, value) in enumerate(zip(cases, own, strict=True)):
        reader = load(case.pair)
        if reader is None or value is None:
            done.append(case)
            continue
        model = reader.of(bool(case.links))
        rows = groups[_translator(case, at)]
        words = sum(n for _, n in rows)
        believed = together(value, len(read[at]), sum(v * n for v, n in rows) / words, words, model.usual)
        enough = len(read[at]) >= LEAST_WORDS
        done.append(
            replace(
                case,
                word_faults=tuple(_in_company(word, model, believed) for word in case.word_faults),
                estimate=model.estimator.estimate(believed, case.reads_like_machine) if enough else None,
            )
        )
    return done


def _of_the_article(case: Case) -> list[WordFault]:
    """The words that are no furniture of the site."""
    lines = site_lines(case.target)
    starts = [line.start for line in lines]
    before = [bisect_right(starts, word.start) - 1 for word in case.word_faults]
    return [w for w, at in zip(case.word_faults, before, strict=True) if at < 0 or w.start >= lines[at].end]


def _in_company(word: WordFault, model: WordModel, believed: float) -> WordFault:
    fault = model.fault_in_company.probability(word.p_fault, believed)
    serious = model.serious_in_company.probability(word.p_serious, believed)
    return WordFault(word.start, word.end, round(fault, PLACES), round(min(serious, fault), PLACES))


def unfound(estimate: Estimate | None, penalties: Sequence[Penalty], words: int, beside: bool) -> tuple[Penalty, ...]:
    """Points for the serious faults that are expected of a text of so many words and that no finding tells.

    MQM's five for each beyond `SPARED`, `BESIDE` where it stands `beside` an original; what findings of major and
    critical severity cost is taken off. Short texts lose little: a few words say little of a text.
    """
    if estimate is None:
        return ()
    told = sum(penalty.points for penalty in penalties if penalty.severity != "minor")
    each = BESIDE if beside else POINTS["major"]
    lost = believed(words) * max(0.0, each * (estimate.serious_per_100_words - SPARED) - told)
    return (Penalty("estimate", UNFOUND, "minor", 0, round(lost, 2)),) if lost >= LEAST_POINTS else ()


def _translator(case: Case, at: int) -> str | int:
    """Texts with and without an original are counted apart: not the same model has read them."""
    system = case.document.system
    return f"{system}\0{bool(case.links)}" if system else at
