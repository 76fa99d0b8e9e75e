"""Fitting the reader's trees: rows, weights, what may be missing, and the way back into the program's format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import lightgbm
import numpy as np
from gold import HUMAN, WEAK
from numpy.typing import NDArray
from table import ALL, Table

from mtaudit.reader.features import ALONE, NAMES, ORIGINAL
from mtaudit.reader.trees import Trees

Target = Literal["fault", "serious"]
Basis = Literal["original", "alone"]
Rows = NDArray[np.bool_]
Floats = NDArray[np.float64]

MINOR = 0.3  # weight of a minor fault's words where serious ones are looked for: neither quite right nor wrong
AGREEMENT = 0.3  # weight of words whose label is that no good translation has them
WITHOUT = 0.6  # weight of copies, of every third row, from which a kind of evidence is taken away
DEPTH = 4
TREES = {
    "n_estimators": 200, "learning_rate": 0.045, "max_depth": DEPTH, "num_leaves": 15, "min_child_samples": 60,
    "reg_lambda": 5.0, "colsample_bytree": 0.5, "random_state": 0, "deterministic": True, "n_jobs": 2, "verbose": -1,
}  # fmt: skip


def _has(*parts: str) -> Callable[[str], bool]:
    return lambda name: any(part in name for part in parts)


# What a user can switch off or lack, by the features that go with it
OF_SECOND = ("chosen", "worse_than_second")
OF_BACK = ("given_back", "over_back", "back_over", "back_score", "comes_back")
OF_SCORES = ("given_original", "alone", "original", "source_near")
MISSING: dict[str, Callable[[str], bool]] = {
    "second translation": _has(*OF_SECOND),
    "back-translation": _has(*OF_BACK),
    "both": _has(*OF_SECOND, *OF_BACK, *OF_SCORES),
}
# Evidence of which more can only speak for a word (-1), or against it (1); the trees keep to it
FOR = (
    "given_original", "given_back", "original_over_alone", "chosen", "carried", "comes_back", "here", "zipf_here",
    "fit", "original_least", "source_near", "back_score", "worse_than_second", "expected", "usual", "meant",
)  # fmt: skip
AGAINST = ("there", "zipf_there", "unmet")


@dataclass(frozen=True, slots=True)
class Aim:
    """One of the four models."""

    basis: Basis
    target: Target

    @property
    def names(self) -> tuple[str, ...]:
        return ORIGINAL if self.basis == "original" else ALONE

    def severity(self, table: Table) -> NDArray[np.int_]:
        return table.severity if self.basis == "original" else table.severity_alone

    def labels(self, table: Table) -> tuple[NDArray[np.int_], Floats]:
        """1 for a word to be found, and the weight of each row."""
        severity = self.severity(table)
        labels = (severity >= (2 if self.target == "serious" else 1)).astype(int)
        weights = np.ones(len(severity))
        if self.target == "serious":
            weights[severity == 1] = MINOR
        weights[(severity == 0) & (table.severity > 0)] = 0.0  # nobody can see them alone
        weak = np.isin(table.system, [ALL.index(name) for name in WEAK])
        agreement = ~table.labelled & weak
        labels[agreement] = ~table.agrees[agreement]
        weights[agreement] = AGREEMENT
        return labels, weights


def constraint(name: str) -> int:
    if name.endswith("_document") or ("over_alone" in name and "back" in name):
        return 0
    if name.startswith(AGAINST):
        return 1
    return -1 if name.startswith(FOR) else 0


def fit(table: Table, rows: Rows, aim: Aim) -> lightgbm.LGBMClassifier:
    """Trees for one aim, from the given rows and copies of them that lack a kind of evidence."""
    labels, weights = aim.labels(table)
    columns = [NAMES.index(name) for name in aim.names]
    matrix, labels, weights = table.features[rows][:, columns], labels[rows], weights[rows]
    parts, given, weighed = [matrix], [labels], [weights]
    for first, without in enumerate(MISSING.values()):
        copy = matrix[first :: len(MISSING)].copy()
        copy[:, [i for i, name in enumerate(aim.names) if without(name)]] = np.nan
        parts.append(copy)
        given.append(labels[first :: len(MISSING)])
        weighed.append(weights[first :: len(MISSING)] * WITHOUT)
    model = lightgbm.LGBMClassifier(**TREES, monotone_constraints=[constraint(name) for name in aim.names])
    return model.fit(np.concatenate(parts), np.concatenate(given), sample_weight=np.concatenate(weighed))


def raw(model: lightgbm.LGBMClassifier, table: Table, rows: Rows, aim: Aim) -> Floats:
    """The sum of the trees for the given rows, before any logistic function."""
    columns = [NAMES.index(name) for name in aim.names]
    return np.asarray(model.predict(table.features[rows][:, columns], raw_score=True))


def exported(model: lightgbm.LGBMClassifier, aim: Aim, slope: float, offset: float) -> Trees:
    return in_our_format(model, aim.names, slope, offset)


def in_our_format(model: lightgbm.LGBMClassifier, names: tuple[str, ...], slope: float, offset: float) -> Trees:
    """The same trees in the program's format; the rest is LightGBM's documented dump."""
    feature, threshold, missing_low, value = [], [], [], []
    for tree in model.booster_.dump_model()["tree_info"]:
        inner = 2**DEPTH - 1
        nodes: list[tuple[int, float, bool]] = [(0, 0.0, True)] * inner
        leaves = [0.0] * (inner + 1)
        _unfold(tree["tree_structure"], 0, nodes, leaves)
        feature.append(tuple(node[0] for node in nodes))
        threshold.append(tuple(node[1] for node in nodes))
        missing_low.append(tuple(node[2] for node in nodes))
        value.append(tuple(round(leaf, 5) for leaf in leaves))
    return Trees(names, tuple(feature), tuple(threshold), tuple(missing_low), tuple(value), slope, offset)


def _unfold(node: dict, at: int, nodes: list[tuple[int, float, bool]], leaves: list[float]) -> None:
    """Write a tree into full tables; a leaf above the last level is said by all that would lie below it."""
    if at >= len(nodes):
        leaves[at - len(nodes)] = node["leaf_value"]
    elif "leaf_value" in node:
        for child in (2 * at + 1, 2 * at + 2):
            _unfold(node, child, nodes, leaves)
    else:
        if node["decision_type"] != "<=" or (node["missing_type"] not in ("NaN", "None")):
            raise ValueError(f"a node that the program can't read: {node['decision_type']}, {node['missing_type']}")
        nodes[at] = (node["split_feature"], node["threshold"], bool(node["default_left"]))
        _unfold(node["left_child"], 2 * at + 1, nodes, leaves)
        _unfold(node["right_child"], 2 * at + 2, nodes, leaves)


def trained_on(table: Table, left_out: Rows) -> Rows:
    """Rows that may be fitted on: read versions, weak systems' unread ones, human ones; none of `left_out`."""
    weak = np.isin(table.system, [ALL.index(name) for name in WEAK])
    human = table.system == ALL.index(HUMAN)
    return (table.labelled | weak | human) & ~left_out
