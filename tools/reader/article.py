"""From the words of an article to its serious faults per 100 words, and back to how likely each word is faulty."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from gold import HUMAN, SIZE, SYSTEMS, Gold
from models import Aim
from numpy.typing import NDArray
from report import auc
from sklearn.linear_model import LogisticRegression
from table import ALL, Table

from mtaudit.reader.article import doubtful, together
from mtaudit.reader.models import SMALLEST, Company, Estimator

BAD, FINE = 3.0, 1.0  # serious faults per 100 words of a bad article, and of a fine one, at least and at most
RUNS = ((250, 400), (400, 880))  # sentences that are audited in one run: what is known of a system is known from these
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Articles:
    """Read articles by (system, run, block), with the rows of their words; all others have a value an article."""

    keys: list[tuple[int, int, int]]
    rows: list[list[int]]
    own: Floats  # doubtful words per 100
    believed: Floats  # the same in the light of the system's other texts in the run
    usual: float


def articles(words: Table, p_serious: Floats) -> Articles:
    """`p_serious`: of words in articles left out, before any company counts; human versions are a system as well."""
    rows: defaultdict[tuple[int, int, int], list[int]] = defaultdict(list)
    read = words.labelled | (words.system == ALL.index(HUMAN))
    for i in np.flatnonzero(read & ~np.isnan(p_serious)):
        run = next((k for k, (first, last) in enumerate(RUNS) if first <= words.sentence[i] < last), None)
        if run is not None:
            rows[int(words.system[i]), run, int(words.sentence[i]) // SIZE].append(int(i))
    keys = sorted(rows)
    usual = doubtful(p_serious[words.labelled & ~np.isnan(p_serious)])
    own = np.array([doubtful(p_serious[rows[key]]) for key in keys])
    size = np.array([len(rows[key]) for key in keys])
    group = np.array([key[0] * len(RUNS) + key[1] for key in keys])
    believed = np.zeros(len(keys))
    for number in np.unique(group):
        mine = group == number
        pooled, total = np.average(own[mine], weights=size[mine]), int(size[mine].sum())
        believed[mine] = [
            together(value, n, pooled, total, usual) for value, n in zip(own[mine], size[mine].tolist(), strict=True)
        ]
    return Articles(keys, [rows[key] for key in keys], own, believed, round(usual, 3))


def fit_company(words: Table, found: Articles, p: Floats, aim: Aim) -> Company:
    """How company counts, fitted on read machine translations in articles left out."""
    doubt = _doubt(found, len(p))
    labels, weights = aim.labels(words)
    bounded = p.clip(SMALLEST, 1 - SMALLEST)
    given = np.column_stack([np.log(bounded / (1 - bounded)), np.log(doubt + 0.5)])
    fitted = ~np.isnan(given).any(1) & words.labelled & (weights > 0)
    model = LogisticRegression(C=1e6).fit(given[fitted], labels[fitted], sample_weight=weights[fitted])
    slope, weight, offset = (round(float(value), 4) for value in (*model.coef_[0], model.intercept_[0]))
    return Company(slope, weight, offset)


def in_company(found: Articles, p: Floats, company: Company) -> Floats:
    """The probabilities in the light of the text and its system's others; NaN for words of no article."""
    return np.array(
        [
            company.probability(value, doubt)
            for value, doubt in zip(p.tolist(), _doubt(found, len(p)).tolist(), strict=True)
        ]
    )


def _doubt(found: Articles, number: int) -> Floats:
    doubt = np.full(number, np.nan)
    for rows, value in zip(found.rows, found.believed, strict=True):
        doubt[rows] = value
    return doubt


def fit_estimate(words: Table, gold: Gold, found: Articles, alone: bool) -> tuple[Estimator, list[str]]:
    """The line from doubtful words to faults, and what it is worth."""
    machine = [i for i, key in enumerate(found.keys) if key[0] < len(SYSTEMS)]
    seen = np.array([_serious(words, gold, found, i, alone) for i in machine])
    weak = np.array([found.keys[i][0] < 3 for i in machine])
    lines = []
    for name, values in (("by itself", found.own), ("with its system's others", found.believed)):
        x = values[machine]
        order = [(x[i] - x[j]) * (seen[i] - seen[j]) for i in range(len(x)) for j in range(i) if seen[i] != seen[j]]
        lines.append(
            f"  articles, each {name}: bad against fine AUC {auc(x[seen <= FINE], x[seen >= BAD]):.2f} (weak systems "
            f"{auc(x[weak & (seen <= FINE)], x[weak & (seen >= BAD)]):.2f}), "
            f"rank correlation {np.sign(order).mean():.2f}"
        )
    x = found.believed[machine]
    slope, level = np.polyfit(x, seen, 1)
    expected = np.maximum(level + slope * x, 0.05)
    low, high = np.quantile((seen - expected) / np.sqrt(expected), [0.05, 0.95])
    lines.append(f"  estimate {level:.2f} + {slope:.2f} x doubtful words; 90 % within {low:.2f} and {high:.2f} roots")
    return Estimator(*(round(float(value), 3) for value in (level, slope, low, high))), lines


def _serious(words: Table, gold: Gold, found: Articles, number: int, alone: bool) -> float:
    """Serious faults per 100 words."""
    system, _, block = found.keys[number]
    faults = [
        fault
        for sentence in range(block * SIZE, block * SIZE + SIZE)
        for fault in gold.faults.get((sentence, SYSTEMS[system]), ())
        if fault.severity > 1 and (fault.alone or not alone)
    ]
    return 100 * len(faults) / len(found.rows[number])
