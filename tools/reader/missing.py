"""Words of the original that nothing stands for: a table of them, trees, and what these are worth.

Labels: a word inside the English of a labelled omission is missing, every other word of a read sentence and of the
originals of human translations is there; those inside the English of another fault weigh little, since nobody asked
whether anything stands for them. Every figure is of sentences that the trees have not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import lightgbm
import numpy as np
from gold import HUMAN, Article, Gold
from models import TREES, WITHOUT, in_our_format
from numpy.typing import NDArray
from report import auc
from sklearn.linear_model import LogisticRegression
from table import ALL, cases

from mtaudit.case import Case
from mtaudit.reader.missing import NAMES, missing_features, source_words
from mtaudit.reader.models import Missing

BLOCK, FOLDS = 30, 8  # as in fit.py
OTHER = 0.3  # weight of words inside the English of other faults
NUMBER = 150  # trees: there are some hundred missing words
LEAST, FEWEST = 0.7, 10  # share of the told stretches that must lie in a fault, and how many stand behind it
MOST = 0.6  # of them per 1,000 words of originals of human translations
# What a user can switch off, by the features that go with it
SWITCHED_OFF = (("comes_back", "given_translation"),)
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class SourceTable:
    """One row a word of an original. `features`: rows x reader.missing.NAMES."""

    features: Floats
    article: NDArray[np.int_]
    sentence: NDArray[np.int_]
    system: NDArray[np.int_]  # number in table.ALL
    linked: NDArray[np.bool_]  # whether its sentence has a translation
    missing: NDArray[np.int_]  # severity of the omission that it is part of: 0 none, 1 minor, 2 major, 3 critical
    faulty: NDArray[np.int_]  # the same of another fault
    labelled: NDArray[np.bool_]

    def save(self, path: Path) -> None:
        np.savez_compressed(path, **{name: getattr(self, name) for name in self.__dataclass_fields__})

    @classmethod
    def load(cls, path: Path) -> SourceTable:
        with np.load(path) as saved:
            return cls(**{name: saved[name] for name in cls.__dataclass_fields__})


def source_table(gold: Gold | None, articles: Sequence[Article], cache: Path) -> SourceTable:
    """Features and labels of every word of the originals of read versions and of human ones."""
    rows, matrices = [], []
    for number, (article, case) in enumerate(zip(articles, cases(articles, cache), strict=True)):
        at, places = 0, []
        for sentence, line in zip(article.sentences, article.english, strict=True):
            places.append((sentence, at, line))
            at += len(line) + 1
        kept = []
        for index, word in enumerate(source_words(case)):
            place = next((p for p in places if p[1] <= word.start < p[1] + len(p[2])), None)
            if place is None:
                continue
            sentence, first, line = place
            faults = gold.faults.get((sentence, article.system), ()) if gold else ()
            mine = [f for f in faults if _inside(word.start - first, word.end - first, f.english, line)]
            kept.append(index)
            rows.append(
                (
                    number,
                    sentence,
                    ALL.index(article.system),
                    case.link_of("source", word.row) is not None and bool(_target(case, word.row)),
                    max((f.severity for f in mine if f.kind == "omission"), default=0),
                    max((f.severity for f in mine if f.kind != "omission"), default=0),
                    bool(gold) and (sentence, article.system) in gold.labelled,
                )
            )
        matrices.append(missing_features(case)[kept])
        case.forget()
    columns = np.array(rows, int).T
    return SourceTable(
        np.concatenate(matrices), *columns[:3], columns[3].astype(bool), *columns[4:6], columns[6].astype(bool)
    )


def _target(case: Case, row: int) -> tuple[int, ...]:
    return case.links[case.link_of("source", row)].target


def _inside(start: int, end: int, english: str, line: str) -> bool:
    at = line.find(english) if english else -1
    return at >= 0 and at < end and start < at + len(english)


def fit_missing(table: SourceTable, outside: dict[str, SourceTable]) -> Missing:
    """The model, and its figures in articles left out."""
    human = table.system == ALL.index(HUMAN)
    usable = table.labelled | human
    labels = (table.missing > 0).astype(int)
    weights = np.where((table.faulty > 0) & (labels == 0), OTHER, 1.0)
    fold = table.sentence // BLOCK % FOLDS
    sums = np.full(len(labels), np.nan)
    for number in range(FOLDS):
        out = usable & (fold == number)
        sums[out] = _fit(table, usable & ~out, labels, weights).predict(table.features[out], raw_score=True)
    platt = LogisticRegression(C=1e6).fit(sums[usable, None], labels[usable], sample_weight=weights[usable])
    slope, offset = round(float(platt.coef_[0, 0]), 4), round(float(platt.intercept_[0]), 4)
    p = 1 / (1 + np.exp(-(slope * sums + offset)))
    inside = table.labelled & table.linked  # what is missing as a whole sentence the alignment tells
    sound = inside & (labels == 0) & (table.faulty == 0)
    print(
        f"\nmissing words: {int((table.labelled & (labels > 0)).sum())} of them, "
        f"{int((inside & (labels > 0)).sum())} in sentences that have a translation; there word AUC "
        f"{auc(p[sound], p[inside & (labels > 0)]):.3f}, against words of originals of human translations "
        f"{auc(p[human & table.linked], p[inside & (labels > 0)]):.3f}"
    )
    whole = in_our_format(_fit(table, usable, labels, weights), NAMES, slope, offset)
    threshold = _threshold(table, p, inside, human)
    for name, other in outside.items():
        told = (whole.probability(NAMES, other.features) >= threshold) & other.linked
        print(f"  never seen: {name} {1000 * len(_runs(other, told)) / len(told):.2f} stretches per 1,000 words")
    return Missing(whole, threshold)


def _fit(table: SourceTable, rows: NDArray[np.bool_], labels: NDArray, weights: Floats) -> lightgbm.LGBMClassifier:
    """Trees from the given rows, and from copies of them that lack what a user can switch off."""
    matrix, y, w = [table.features[rows]], [labels[rows]], [weights[rows]]
    for first, without in enumerate(SWITCHED_OFF):
        part = slice(first, None, len(SWITCHED_OFF) + 1)
        copy = table.features[rows][part].copy()
        copy[:, [i for i, name in enumerate(NAMES) if name.startswith(without)]] = np.nan
        matrix.append(copy)
        y.append(labels[rows][part])
        w.append(weights[rows][part] * WITHOUT)
    model = lightgbm.LGBMClassifier(**{**TREES, "n_estimators": NUMBER})
    return model.fit(np.concatenate(matrix), np.concatenate(y), sample_weight=np.concatenate(w))


def _runs(table: SourceTable, told: NDArray[np.bool_]) -> list[list[int]]:
    """Neighbouring told words of one sentence of an article."""
    hits = np.flatnonzero(told)
    keys = [(int(i) - n, int(table.article[i]), int(table.sentence[i])) for n, i in enumerate(hits)]
    return [[int(i) for _, i in own] for _, own in groupby(zip(keys, hits, strict=True), key=lambda item: item[0])]


def _threshold(table: SourceTable, p: Floats, inside: NDArray[np.bool_], human: NDArray[np.bool_]) -> float:
    """The least probability (in twentieths) from which on `LEAST` of the told stretches lie in a fault, and `MOST` at
    most are told in 1,000 words of human text; prints all."""
    best = 1.0
    wanted = _runs(table, inside & (table.missing > 0))
    for twentieths in range(18, 1, -1):
        least = twentieths / 20
        runs = _runs(table, inside & (p >= least))
        missing = sum(bool((table.missing[run] > 0).any()) for run in runs)
        right = sum(bool(((table.missing[run] > 0) | (table.faulty[run] > 0)).any()) for run in runs)
        found = sum(bool((p[run] >= least).any()) for run in wanted)
        alarms = 1000 * len(_runs(table, human & table.linked & (p >= least))) / max(1, int(human.sum()))
        print(
            f"  p_missing ≥ {least:.2f}: {len(runs)} stretches, {missing / max(1, len(runs)):.2f} on an omission, "
            f"{right / max(1, len(runs)):.2f} on a fault; found {found} of {len(wanted)} omissions; originals of "
            f"human translations {alarms:.2f} per 1,000 words"
        )
        if len(runs) >= FEWEST and right / len(runs) >= LEAST and alarms <= MOST:
            best = least
    return best
