"""How well the overall score parts good articles from bad ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mtaudit.evaluation.bootstrap import Floats, value, weights
from mtaudit.evaluation.placed import Judged
from mtaudit.evaluation.result import ScoreFigures, Value
from mtaudit.model import DocumentReport

GOOD, BAD = 1.0, 3.0  # serious faults per 100 words: at most, at least
_BLOCK = 256  # rows of the table of pairs that are held at once


def score_figures(read: Sequence[Judged], human: Sequence[DocumentReport]) -> ScoreFigures:
    """Of documents with an overall score and with words."""
    judged = [j for j in read if j.document.scores.overall is not None and j.document.words]
    people = [d.scores.overall for d in human if d.scores.overall is not None]
    scores = np.array([j.document.scores.overall for j in judged], dtype=np.float64)
    density = np.array([100 * sum(f.serious for f in j.faults) / j.document.words for j in judged], dtype=np.float64)
    drawn = weights(len(judged))
    good, bad = density <= GOOD, density >= BAD
    both = np.concatenate([scores, np.array(people, dtype=np.float64)])
    of_people = np.arange(len(both)) >= len(scores)
    return ScoreFigures(
        int(good.sum()),
        int(bad.sum()),
        _auc(scores, bad, good, drawn),
        _rank_correlation(scores, density, drawn),
        _auc(both, ~of_people, of_people, weights(len(both))),
    )


def _auc(scores: Floats, low: NDArray[np.bool_], high: NDArray[np.bool_], drawn: Floats) -> Value:
    """How often a document of `high` scores more than one of `low`, a tie counting half; nan where one is empty."""
    difference = scores[high][:, None] - scores[low][None, :]
    wins = (difference > 0) + 0.5 * (difference == 0)
    if not wins.size:
        return Value(None)
    a, b = drawn[:, high], drawn[:, low]
    with np.errstate(invalid="ignore"):
        resampled = np.einsum("ri,ij,rj->r", a, wins, b, optimize=True) / (a.sum(axis=1) * b.sum(axis=1))
    return value(float(wins.mean()), resampled)


def _rank_correlation(scores: Floats, density: Floats, drawn: Floats) -> Value:
    """Pairs in the right order less those in the wrong one, of all that differ in density; a tie is neither."""
    right = pairs = 0.0
    right_drawn, pairs_drawn = np.zeros(len(drawn)), np.zeros(len(drawn))
    for at in range(0, len(scores), _BLOCK):
        rows = slice(at, at + _BLOCK)
        denser = np.sign(density[rows][:, None] - density[None, :])
        order = -np.sign(scores[rows][:, None] - scores[None, :]) * denser
        right, pairs = right + order.sum(), pairs + np.abs(denser).sum()
        own = drawn[:, rows].T
        right_drawn += ((order @ drawn.T) * own).sum(axis=0)
        pairs_drawn += ((np.abs(denser) @ drawn.T) * own).sum(axis=0)
    if not pairs:
        return Value(None)
    with np.errstate(invalid="ignore"):
        return value(right / pairs, right_drawn / pairs_drawn)
