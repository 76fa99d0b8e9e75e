"""Trees answer as they are written down, whatever is missing."""

from __future__ import annotations

from math import exp, nan

import numpy as np
import pytest

from mtaudit.reader.models import Company, Estimator
from mtaudit.reader.trees import Trees

# age <= 10: (rare <= 3: -1, else 2), else 4 whatever else is known; a second tree always says 0.5
TREES = Trees(
    features=("age", "rare"),
    feature=((0, 1, 0), (1, 1, 1)),
    threshold=((10.0, 3.0, 0.0), (0.0, 0.0, 0.0)),
    missing_low=((True, False, True), (True, True, True)),
    value=((-1.0, 2.0, 4.0, 4.0), (0.5, 0.5, 0.5, 0.5)),
    slope=2.0,
    offset=1.0,
)


def logistic(total: float) -> float:
    return 1 / (1 + exp(-(2 * total + 1)))


@pytest.mark.parametrize(
    ("rare", "age", "total"),
    [(3, 10, -0.5), (3.1, 10, 2.5), (0, 10.5, 4.5), (nan, 5, 2.5), (1, nan, -0.5), (nan, nan, 2.5)],
)
def test_a_word_goes_down_each_tree(rare: float, age: float, total: float) -> None:
    """At most the threshold is low; a feature that is missing goes where the tree says; columns are found by name."""
    (p,) = TREES.probability(("rare", "other", "age"), np.array([[rare, 7.0, age]]))
    assert p == pytest.approx(logistic(total))


def test_a_feature_that_is_not_there_is_an_error() -> None:
    """A model is never asked with other columns than it was fitted with."""
    with pytest.raises(ValueError, match="rare"):
        TREES.probability(("age",), np.array([[1.0]]))


def test_no_words_have_no_probabilities() -> None:
    """An empty text is no error."""
    assert len(TREES.probability(("age", "rare"), np.zeros((0, 2)))) == 0


def test_a_doubt_weighs_more_among_many() -> None:
    """The same word is likelier wrong in a text full of doubtful words; without that weight nothing changes."""
    company = Company(slope=1.0, weight=0.6, offset=0.0)
    assert company.probability(0.4, 5.0) > company.probability(0.4, 0.5) == pytest.approx(0.4)
    assert Company(1.0, 0.0, 0.0).probability(0.4, 5.0) == pytest.approx(0.4)


def test_an_estimate_lies_within_its_interval_and_is_never_negative() -> None:
    """Also where the line would lead below nothing."""
    estimator = Estimator(level=-1.0, slope=1.5, low=-1.5, high=2.3)
    for doubtful in (0.0, 0.5, 2.0, 6.0):
        found = estimator.estimate(doubtful)
        assert 0 <= found.low <= found.serious_per_100_words <= found.high
    assert estimator.estimate(2.0).serious_per_100_words == 2.0
