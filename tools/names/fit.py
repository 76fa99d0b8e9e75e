"""Fit the decision on names: mtaudit/data/names.<pair>.json.xz, with the figures that docs/names.md quotes.

usage: python tools/names/fit.py benchmarks/gold WORKDIR --pairs TRAIN.id-en.tsv.xz --human DEV.id-en.tsv [--out FILE]
                                 [--ablate]

Needs lightgbm. WORKDIR keeps translations and tables. Fitted on the labelled names (GUIDE.md), on names under serious
faults (FAULTS.md), on human translations, in which no name counts as damaged, and on damage made by construction
(made.py), which weighs less. Every figure is of sentences that the trees have not seen: stretches of ten are left out
in turn ("sentences left out"), and half of all stretches together with the system that is judged ("system left out").
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import lightgbm
import msgspec
import numpy as np
from numpy.typing import NDArray
from rows import HUMAN, LABELLED, MADE, ROOT, SETS, SYSTEMS, Labels, Rows, labels, rows_of, same

from mtaudit.model import DAMAGED_NAME
from mtaudit.names.decision import NameModel
from mtaudit.names.reasons import GROUPS
from mtaudit.names.signals import NAMES
from mtaudit.reader.trees import Trees

STRETCH, FOLDS = 10, 8  # sentences; folds over stretches of them
DRAWS = 2000  # of the bootstrap
WEIGHT = {"flores-dev": 1.0, "flores-more": 1.0, "faults": 0.7, "news": 1.0, "pairs": 0.5, MADE: 0.1}
WITHOUT = 0.5  # weight of copies, of every third row, from which a kind of evidence is taken away
DEPTH = 4
TREES = {
    "n_estimators": 400, "learning_rate": 0.025, "max_depth": DEPTH, "num_leaves": 15, "min_child_samples": 20,
    "reg_lambda": 5.0, "colsample_bytree": 0.3, "subsample": 0.8, "subsample_freq": 1, "random_state": 0,
    "deterministic": True, "n_jobs": 1, "verbose": -1,
}  # fmt: skip
# What a user can switch off or lack, by the first letters of the signals that go with it
SECOND, BACK = ("second_",), ("there_alone",)
FORCED = ("name_", "there_", "sentence_given")
MISSING = (SECOND, (*BACK, *FORCED), (*SECOND, *BACK, *FORCED))


Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]


class Data:
    """All sets as one."""

    def __init__(self, sets: dict[str, Rows]) -> None:
        def joined(field: str) -> NDArray:
            return np.concatenate([getattr(rows, field) for rows in sets.values()])

        self.signals, self.damaged, self.name = joined("signals"), joined("damaged"), joined("name")
        self.sure = joined("sure")
        self.open = np.isnan(self.sure)
        self.sentence, self.system, self.stretch = joined("sentence"), joined("system"), joined("stretch")
        self.start, self.end = joined("start"), joined("end")
        self.set = np.concatenate([np.full(len(rows.damaged), name) for name, rows in sets.items()])
        self.weight = np.concatenate([rows.weight * WEIGHT[name] for name, rows in sets.items()])
        self.words = {name: rows.words for name, rows in sets.items()}

    def fit(self, rows: Mask, columns: Sequence[int]) -> lightgbm.LGBMClassifier:
        own = rows & self.open & (self.weight > 0)
        matrix, damaged, weight = self.signals[own], self.damaged[own], self.weight[own]
        parts, given, weighed = [matrix], [damaged], [weight]
        for first, without in enumerate(MISSING):
            copy = matrix[first :: len(MISSING)].copy()
            copy[:, [i for i, name in enumerate(NAMES) if name.startswith(without)]] = np.nan
            parts.append(copy)
            given.append(damaged[first :: len(MISSING)])
            weighed.append(weight[first :: len(MISSING)] * WITHOUT)
        model = lightgbm.LGBMClassifier(**TREES)
        return model.fit(
            np.concatenate(parts)[:, columns], np.concatenate(given), sample_weight=np.concatenate(weighed)
        )

    def predicted(self, model: lightgbm.LGBMClassifier, rows: Mask, columns: Sequence[int]) -> Floats:
        """What the trees say, or what is certain by definition."""
        said = np.asarray(model.predict_proba(self.signals[rows][:, columns])[:, 1])
        return np.where(self.open[rows], said, self.sure[rows])

    def sentences_left_out(self, columns: Sequence[int]) -> Floats:
        found = np.zeros(len(self.damaged))
        fold = self.sentence // STRETCH % FOLDS
        for number in range(FOLDS):
            out = (fold == number) & (self.set != MADE)
            found[out] = self.predicted(self.fit(~out, columns), out, columns)
        return found

    def system_left_out(self, columns: Sequence[int]) -> Floats:
        found = np.zeros(len(self.damaged))
        half = self.sentence // STRETCH % 2
        gold = np.isin(self.set, (*LABELLED, "faults"))
        for system in SYSTEMS:
            for number in (0, 1):
                judged = gold & (self.system == system) & (half == number)
                seen = ~(gold & (half == number)) & (self.system != system)
                found[judged] = self.predicted(self.fit(seen, columns), judged, columns)
        return found

    def told(self, p: Floats, threshold: float, name: str) -> dict[tuple[int, str], list[int]]:
        """(sentence, system) -> rows that are called damaged; of names that overlap the likeliest, stretches last."""
        found: dict[tuple[int, str], list[int]] = defaultdict(list)
        rows = np.flatnonzero((self.set == name) & (p >= threshold))
        for i in sorted(rows.tolist(), key=lambda i: (self.stretch[i], -p[i], i)):
            key = int(self.sentence[i]), str(self.system[i])
            if all(self.end[i] <= self.start[k] or self.end[k] <= self.start[i] for k in found[key]):
                found[key].append(i)
        return found


def held(data: Data, p: Floats, threshold: float, name: str, own: Labels) -> NDArray[np.int_]:
    """Right, false and missed damaged names of a labelled set, a row for each sentence between its first and last."""
    told = data.told(p, threshold, name)
    numbers = [sentence for sentence, _ in own]
    counts = {sentence: [0, 0, 0] for sentence in range(min(numbers), max(numbers) + 1)}
    for key in sorted({*own, *(k for k in told if k[1] != HUMAN)}):
        wrong = [entity for entity, status in own.get(key, {}).items() if status in DAMAGED_NAME]
        names = [str(data.name[i]) for i in told.get(key, [])]
        hits = sum(any(same(entity, found) for found in names) for entity in wrong)
        false = sum(not any(same(entity, found) for entity in wrong) for found in names)
        row = counts[key[0]]
        row[:] = row[0] + hits, row[1] + false, row[2] + len(wrong) - hits
    return np.array([counts[sentence] for sentence in sorted(counts)])


def rates(counts: NDArray[np.int_]) -> Floats:
    """Precision, recall and F1 from right, false and missed names, the last axis."""
    right, false, missed = np.moveaxis(np.asarray(counts, float), -1, 0)
    return np.stack(
        [right / (right + false), right / (right + missed), 2 * right / (2 * right + false + missed)], axis=-1
    )


def apart(counts: NDArray[np.int_], other: NDArray[np.int_]) -> list[tuple[float, float, float]]:
    """By how much the rates of `other` differ from those of `counts`, of the same sentences, each with the ends of its
    95 % interval: a paired bootstrap over the sentences (Efron & Tibshirani 1993)."""
    drawn = np.random.default_rng(0).integers(len(counts), size=(DRAWS, len(counts)))
    between = np.stack([rates(other[own].sum(axis=0)) - rates(counts[own].sum(axis=0)) for own in drawn])
    low, high = np.percentile(between, (2.5, 97.5), axis=0)
    seen = rates(other.sum(axis=0)) - rates(counts.sum(axis=0))
    return list(zip(seen.tolist(), low.tolist(), high.tolist(), strict=True))


def ablation(data: Data, own: dict[str, Labels], told: float) -> None:
    """What the rates become without each kind of evidence: a table for docs/names.md."""

    def counted(columns: Sequence[int]) -> tuple[NDArray[np.int_], float]:
        p = data.sentences_left_out(columns)
        alarms = sum(map(len, data.told(p, told, "news").values()))
        both = np.concatenate([held(data, p, told, name, own[name]) for name in LABELLED])
        return both, 1000 * alarms / data.words["news"]

    every = list(range(len(NAMES)))
    whole, alarms = counted(every)
    print("\n| without | F1 | precision | recall | alarms in news |\n| --- | --- | --- | --- | --- |")
    told_of = " | ".join(f"{rate:.2f}" for rate in rates(whole.sum(axis=0))[[2, 0, 1]])
    print(f"| (all evidence) | {told_of} | {alarms:.2f} |")
    for prefixes, _ in GROUPS:
        other, there = counted([i for i in every if not NAMES[i].startswith(prefixes)])
        cells = [f"{seen:+.2f} ({low:+.2f} to {high:+.2f})" for seen, low, high in apart(whole, other)]
        print(f"| {', '.join(prefixes)} | {cells[2]} | {cells[0]} | {cells[1]} | {there:.2f} |", flush=True)


def table(data: Data, p: Floats, own: dict[str, Labels], what: str) -> None:
    print(f"\n{what}")
    for threshold in (0.3, 0.4, 0.45, 0.5, 0.6):
        cells = []
        for name in LABELLED:
            right, false, missed = held(data, p, threshold, name, own[name]).sum(axis=0).tolist()
            share = right / max(1, right + false), right / max(1, right + missed)
            cells.append(f"{name} {share[0]:.2f} {share[1]:.2f} ({right} {false} {missed})")
        for name in ("news", "pairs"):
            alarms = sum(map(len, data.told(p, threshold, name).values()))
            cells.append(f"{name} {1000 * alarms / data.words[name]:.2f} per 1,000 words")
        human = sum(len(rows) for key, rows in data.told(p, threshold, "faults").items() if key[1] == HUMAN)
        print(f"  from {threshold}: " + "; ".join(cells) + f"; references {human}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--human", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ROOT / "mtaudit" / "data" / "names.en-id.json.xz")
    parser.add_argument("--told", type=float, default=0.45)
    parser.add_argument("--ablate", action="store_true", help="what each kind of evidence is worth")
    options = parser.parse_args()
    options.workdir.mkdir(parents=True, exist_ok=True)
    data = Data({name: rows_of(name, options.gold, options.workdir, options.pairs, options.human) for name in SETS})
    own = {name: labels(options.gold, name) for name in LABELLED}
    every = list(range(len(NAMES)))
    table(data, data.sentences_left_out(every), own, "sentences left out")
    table(data, data.system_left_out(every), own, "system left out, and half of the sentences")
    if options.ablate:
        ablation(data, own, options.told)
    model = data.fit(np.ones(len(data.damaged), bool), every)
    sound = np.nanmedian(np.where((data.damaged | ~data.open)[:, None], np.nan, data.signals), axis=0)
    usual = tuple(None if np.isnan(value) else round(float(value), 4) for value in sound)
    found = NameModel(in_our_format(model), options.told, usual)
    options.out.write_bytes(lzma.compress(msgspec.json.encode(found), preset=9 | lzma.PRESET_EXTREME))
    print(f"\n{options.out}: {options.out.stat().st_size / 1e3:.0f} kB")


def in_our_format(model: lightgbm.LGBMClassifier) -> Trees:
    from models import in_our_format

    return in_our_format(model, NAMES, 1.0, 0.0)


if __name__ == "__main__":
    main()
