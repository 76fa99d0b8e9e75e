"""Fit the content model of quotations: mtaudit/data/quote_content.json.

usage: python tools/quotes/fit.py LABELLED [--human HUMAN] [--out FILE] [--show]

LABELLED and HUMAN name sets by folder and file prefix (gold/flores-dev: .jsonl and .quotes.jsonl; gold/ntrex-human).
Logistic regression with a Gaussian prior around PRIOR (maximum a posteriori, Newton's method); cross-validated by
blocks of ten sentences and by article, so that nothing is in both parts, and by system. Every labelled sentence comes
three times: in a run with all others of its system, alone, and within its block as an article, because the noise floor
and what is known of its translator (quotes/floor.py) differ. All signals of `signals.measure` and `Floor.without` are
fitted: one that turns out to be worth nothing is taken out of the code. The threshold `major` has the best
cross-validated F1, averaged over the thresholds around it (the noise floor moves with the subject, so a peak is no
place to stand on), among those that call at most `--human-alarms` of the human quotations damaged.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from cases import human, labelled  # noqa: E402

from mtaudit.case import Case  # noqa: E402
from mtaudit.estimation.translators import with_translators  # noqa: E402
from mtaudit.pipeline import measured  # noqa: E402
from mtaudit.quotes import compare, content, judge, signals  # noqa: E402
from mtaudit.quotes.floor import floor  # noqa: E402
from mtaudit.quotes.sides import Sides  # noqa: E402

# What is known without any label: sign and rough size per unit of a signal that the labels hardly show.
PRIOR = {"left_over": 1.5}
BLOCK = 10  # sentences that make an article, for the signals of the noise floor
STRENGTH = 3.0  # precision of the prior, on signals scaled to unit variance
HUMAN_WEIGHT = 1.0  # of a human quotation, against a third for each of the three times that a labelled one comes
AROUND = 5  # hundredths on either side of a threshold over which its F1 is averaged
FOLDS = 20
HUMAN_ALARMS = 0.005  # largest share of human quotations that may be called major; their marks cost 1.3 % already
DAMAGED = ("major", "dropped")

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """One quotation: its group (never split by a fold), label, signals, and what the rules before the model say."""

    group: str
    system: str
    damaged: bool
    label: str
    measured: dict[str, float]
    certain: bool
    text: str


def letters(text: str | None) -> str:
    return "".join(c.lower() for c in text or "" if c.isalnum())


def rows_of(case: Case) -> list[tuple[str, Row]]:
    """(original quotation, row without its label) of a case."""
    roads = judge.affinity(case.pair)
    assert case.original
    sides = Sides(case, roads.lexicon)
    noise = floor(case)
    found = []
    group, _, system = case.document.id.partition("/")
    for pair in compare.pair(sides):
        if pair.source is None:
            continue
        if pair.start is None:
            found.append((pair.source.text, Row(group, system or "human", False, "", {}, True, pair.source.text)))
            continue
        texts = judge.texts_of(sides, pair)
        measured = signals.measure(texts, roads, not pair.merged)
        measured |= noise.without(pair.start, pair.end or pair.start)
        certain = content.certain(texts, roads) is not None
        found.append((pair.source.text, Row(group, system or "human", False, "", measured, certain, texts.source)))
    return found


def labelled_rows(gold: str, sentences: int = 1, together: bool = False) -> list[Row]:
    """Labelled quotations, in articles of `sentences` sentences that follow each other.

    `together`: all articles of a system are known as one translator's, as in a run that names its systems.
    """
    told = list(labelled(gold, sentences))
    cases = [measured(case) for case, _ in told]
    if not together:
        cases = [replace(case, document=replace(case.document, system=None)) for case in cases]
    found = []
    for case, (_, wanted) in zip(with_translators(cases), told, strict=True):
        here = rows_of(case)
        for label in wanted:
            text = letters(label["quote"])
            near = [(q, r) for q, r in here if letters(q) and (letters(q) in text or text in letters(q))]
            if near:
                row = max(near, key=lambda p: len(p[0]))[1]
                found.append(replace(row, damaged=label["content"] in DAMAGED, label=label["content"]))
    return found


def human_rows(gold: str) -> list[Row]:
    """All quotations of human translations, none of them damaged."""
    cases = with_translators([measured(case) for case in human(gold)])
    return [row for case in cases for _, row in rows_of(case)]


def fit(x: Array, y: Array, weights: Array, prior: Array, strength: float) -> Array:
    """Coefficients and intercept (last) that maximise the posterior; Newton's method."""
    n, d = x.shape
    a = np.hstack([x, np.ones((n, 1))])
    centre, precision = np.append(prior, 0.0), np.append(np.full(d, strength), 1e-3)
    b = np.zeros(d + 1)

    def loss(at: Array) -> float:
        z = a @ at
        return float((weights * (np.logaddexp(0, z) - y * z)).sum() + (precision * (at - centre) ** 2).sum() / 2)

    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(a @ b, -30, 30)))
        gradient = a.T @ (weights * (p - y)) + precision * (b - centre)
        hessian = (a.T * (weights * p * (1 - p))) @ a + np.diag(precision)
        step = np.linalg.solve(hessian, gradient)
        while loss(b - step) > loss(b) and np.abs(step).max() > 1e-9:
            step = step / 2
        b = b - step
        if np.abs(step).max() < 1e-9:
            break
    return b


def figures(y: NDArray[np.bool_], told: NDArray[np.bool_]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    tp, fp, fn = (y & told).sum(), (~y & told).sum(), (y & ~told).sum()
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return float(p), float(r), float(2 * p * r / max(1e-9, p + r))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("labelled")
    parser.add_argument("--human")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--human-alarms", type=float, default=HUMAN_ALARMS)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    runs = labelled_rows(args.labelled, together=True)
    alone = labelled_rows(args.labelled)
    blocks = labelled_rows(args.labelled, BLOCK)
    people = human_rows(args.human) if args.human else []
    parts = {"in_runs": runs, "alone": alone, "in_articles_of_ten": blocks}
    rows = [*runs, *alone, *blocks, *people]
    names = list(max((row.measured for row in rows), key=len))  # a quotation that is gone has none
    x = np.array([[row.measured.get(name, 0.0) for name in names] for row in rows])
    y = np.array([row.damaged for row in rows])
    certain = np.array([row.certain for row in rows])
    weights = np.array([1 / len(parts)] * (len(rows) - len(people)) + [HUMAN_WEIGHT] * len(people))
    modelled = ~certain  # what the rules decide is not the model's to explain
    scale = x.std(axis=0) + 1e-9
    scale[x.std(axis=0) < 1e-6] = 1.0
    prior = np.array([PRIOR.get(name, 0.0) for name in names]) * scale

    def held_out_by(groups: NDArray[np.str_]) -> Array:
        """Each row's probability from a model that has seen none of its group."""
        order = sorted(set(groups))
        np.random.default_rng(0).shuffle(order)
        found = np.zeros(len(rows))
        for k in range(min(FOLDS, len(order))):
            test = np.isin(groups, order[k::FOLDS])
            train = ~test & modelled
            b = fit(x[train] / scale, y[train].astype(float), weights[train], prior, STRENGTH)
            found[test] = 1 / (1 + np.exp(-(x[test] / scale @ b[:-1] + b[-1])))
        found[certain] = 1.0
        return found

    single = len(runs) + len(alone)
    blocked = [str(int(row.group) // BLOCK) if i < single else row.group for i, row in enumerate(rows)]
    held_out = held_out_by(np.array(blocked))
    by_system = held_out_by(np.array([row.group if row.system == "human" else row.system for row in rows]))
    at = np.cumsum([0, *map(len, parts.values())])
    where = {name: slice(at[i], at[i + 1]) for i, name in enumerate(parts)}
    theirs = slice(at[-1], None)
    thresholds = np.arange(0.08, 0.9, 0.01)
    told = np.zeros(len(thresholds))
    for i, threshold in enumerate(thresholds):
        damaged = held_out >= threshold
        p, r, f = np.mean([figures(y[of], damaged[of]) for of in where.values()], axis=0)
        alarms = damaged[theirs].mean() if people else 0.0
        told[i] = f if alarms <= args.human_alarms else 0.0
        if args.show:
            print(f"{threshold:.2f} P {p:.2f} R {r:.2f} F1 {f:.3f}; {alarms:.3f} of human quotations")
    smooth = [told[max(0, i - AROUND) : i + AROUND + 1].mean() for i in range(len(told))]
    major = round(float(thresholds[int(np.argmax(smooth))]), 2)
    mine, labels = where["in_runs"], runs
    faithful = np.array([row.label != "faithful" for row in labels])
    minor = max((figures(faithful, held_out[mine] >= t)[2], -t) for t in np.arange(0.1, major, 0.01))[1] * -1
    b = fit(x[modelled] / scale, y[modelled].astype(float), weights[modelled], prior, STRENGTH)
    coefficients = {n: round(float(v), 4) for n, v in zip(names, b[:-1] / scale, strict=True)}

    def shown(probability: Array, of: Any) -> dict[str, float]:
        named = ("precision", "recall", "f1")
        return {n: round(v, 3) for n, v in zip(named, figures(y[of], probability[of] >= major), strict=True)}

    report = {
        "intercept": round(float(b[-1]), 4),
        "coefficients": coefficients,
        "thresholds": {"minor": round(float(minor), 2), "major": round(major, 2)},
        "cross_validated": {
            "quotations": len(labels), "human_quotations": len(people),
            "human_alarms": round(float((held_out[theirs] >= major).mean()), 4) if people else None,
            **{name: shown(held_out, of) for name, of in where.items()},
            "by_system_left_out": {name: shown(by_system, of) for name, of in where.items()},
            "of_each_system_in_runs": {
                s: [round(v, 2) for v in figures(y[mine][of], (held_out[mine] >= major)[of])]
                for s in sorted({row.system for row in labels})
                for of in [np.array([row.system == s for row in labels])]
            },
        },
    }  # fmt: skip
    print(json.dumps(report, indent=1))
    if args.out:
        args.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
