"""Fit the reader: mtaudit/data/reader.<pair>.json.xz, with all figures that docs/reader.md quotes.

usage: python tools/reader/fit.py benchmarks/gold WORKDIR [--out FILE] [--pairs HUMAN.tsv]

Needs lightgbm and scikit-learn. WORKDIR keeps translations and tables: a second call takes a few minutes. --pairs:
human sentence pairs (`id <tab> en`), of which 2,000 are read for false alarms.

Fitted on hand labels (FAULTS.md), on human translations, and on weak systems' versions of unread sentences, where a
word counts as faulty when neither the reference nor google nor microsoft has any form of it. Every figure is of
sentences that the trees have not seen: blocks of 30 are left out in turn ("articles left out"), and, the harder
question, half of all blocks together with the system that is judged ("system left out"; only how much company counts
was fitted with all systems).
"""

from __future__ import annotations

import argparse
import lzma
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
from article import articles, fit_company, fit_estimate, in_company
from gold import GOOD, HUMAN, SYSTEMS, WEAK, Article, Gold, human_news, read
from missing import SourceTable, fit_missing, source_table
from models import Aim, Basis, Target, exported, fit, raw, trained_on
from numpy.typing import NDArray
from report import Rows, auc, is_human, per_1000, reliability, threshold_for, told
from sklearn.linear_model import LogisticRegression
from table import ALL, ROOT, Table, table

from mtaudit.reader.article import doubtful, together
from mtaudit.reader.features import NAMES
from mtaudit.reader.models import Reader, Thresholds, WordModel
from mtaudit.reader.trees import Trees

BLOCK, FOLDS = 30, 8  # sentences; folds over blocks
ARTICLES, SYSTEM = "articles left out", "system left out"
# The share of stretches that must be right on a fault, and how many there may be in 1,000 words of human text at most
LIMITS: dict[Basis, dict[Target, tuple[float, float]]] = {
    "original": {"serious": (0.7, 1.0), "fault": (0.64, 3.0)},
    "alone": {"serious": (0.65, 1.5), "fault": (0.6, 5.0)},
}
SURELY: dict[Basis, float] = {"original": 0.0, "alone": 0.6}  # p_fault of what is told as serious, at least
AIMS = [Aim(basis, target) for basis in ("original", "alone") for target in ("fault", "serious")]
Floats = NDArray[np.float64]


def articles_left_out(words: Table, aim: Aim) -> Floats:
    """Sums of trees that have not seen the block of the word; NaN for words that nobody read."""
    found = np.full(len(words.sentence), np.nan)
    fold = words.sentence // BLOCK % FOLDS
    asked = words.labelled | is_human(words)
    for number in range(FOLDS):
        out = fold == number
        found[out & asked] = raw(fit(words, trained_on(words, out), aim), words, out & asked, aim)
    return found


def system_left_out(words: Table, aim: Aim) -> Floats:
    """Sums of trees that have seen neither the system of the word nor its half of the blocks."""
    found = np.full(len(words.sentence), np.nan)
    half = words.sentence // BLOCK % 2
    for system in range(len(SYSTEMS)):
        for number in (0, 1):
            judged = words.labelled & (words.system == system) & (half == number)
            human = is_human(words) & (half == number) if system == 0 else np.zeros_like(judged)
            rows = trained_on(words, (half == number) | (words.system == system))
            found[judged | human] = raw(fit(words, rows, aim), words, judged | human, aim)
    return found


def calibrated(sums: Floats, words: Table, aim: Aim) -> tuple[float, float]:
    """Slope and offset of the logistic function (Platt 1999), from predictions for articles left out."""
    labels, weights = aim.labels(words)
    rows = ~np.isnan(sums) & (weights > 0)
    model = LogisticRegression(C=1e6).fit(sums[rows, None], labels[rows], sample_weight=weights[rows])
    return round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4)


def logistic(sums: Floats, slope: float, offset: float) -> Floats:
    return np.asarray(1 / (1 + np.exp(-(slope * sums + offset))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "mtaudit" / "data" / "reader.en-id.json.xz")
    parser.add_argument("--pairs", type=Path)
    options = parser.parse_args()
    options.workdir.mkdir(parents=True, exist_ok=True)
    gold = read(options.gold)
    words = _kept(options.workdir / "words.npz", lambda: table(gold, gold.articles(), options.workdir))
    outside = {
        "human news (NTREX)": _kept(
            options.workdir / "news.npz",
            lambda: table(None, human_news(options.gold / "ntrex-human.jsonl"), options.workdir),
        )
    }
    if options.pairs:
        outside["human pairs of many kinds"] = _kept(
            options.workdir / "pairs.npz", lambda: table(None, _pairs(options.pairs), options.workdir)
        )
    systems = {name: words.labelled & np.isin(words.system, [ALL.index(s) for s in own])
               for name, own in (("weak", WEAK), ("good", GOOD), ("all", SYSTEMS))}  # fmt: skip
    human = is_human(words) & np.isin(words.sentence, words.sentence[words.labelled])
    models: dict[Aim, Trees] = {}
    unseen: dict[tuple[Aim, str], Floats] = {}
    for aim in AIMS:
        sums = articles_left_out(words, aim)
        slope, offset = calibrated(sums, words, aim)
        unseen[aim, ARTICLES] = logistic(sums, slope, offset)
        unseen[aim, SYSTEM] = logistic(system_left_out(words, aim), slope, offset)
        whole = fit(words, trained_on(words, np.zeros(len(words.sentence), bool)), aim)
        models[aim] = exported(whole, aim, slope, offset)
        _print_aim(aim, words, systems, human, unseen)
    pairs = {}
    for basis in ("original", "alone"):
        pairs[basis] = _whole(basis, words, gold, models, unseen, systems, human, outside)
    originals = {
        name: _kept(
            options.workdir / f"originals-{name}.npz",
            lambda gold=gold, articles=articles: source_table(gold, articles, options.workdir),
            SourceTable,
        )
        for name, gold, articles in _originals(gold, options)
    }
    missing = fit_missing(originals.pop("gold"), originals)
    data = msgspec.json.encode(Reader(pairs["original"], pairs["alone"], missing))
    options.out.write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))
    print(f"\n{options.out}: {options.out.stat().st_size / 1e3:.0f} kB")


def _whole(
    basis: Basis, words: Table, gold: Gold, models: dict[Aim, Trees], unseen: dict[tuple[Aim, str], Floats],
    systems: dict[str, Rows], human: Rows, outside: dict[str, Table],
) -> WordModel:  # fmt: skip
    """What follows for words from the rest of their article, from which probability on they are told, and figures."""
    alone = basis == "alone"
    aims = {aim.target: aim for aim in AIMS if aim.basis == basis}
    company, limits = {}, {}
    p: dict[tuple[Target, str], Floats] = {}
    found = articles(words, unseen[aims["serious"], ARTICLES])
    apart = articles(words, unseen[aims["serious"], SYSTEM])
    for target, aim in aims.items():
        company[target] = fit_company(words, found, unseen[aim, ARTICLES], aim)
        for how, own in ((ARTICLES, found), (SYSTEM, apart)):
            p[target, how] = in_company(own, unseen[aim, how], company[target])
    for how in (ARTICLES, SYSTEM):
        p["serious", how] = np.where(p["fault", how] >= SURELY[basis], p["serious", how], 0 * p["serious", how])
    for target, (share, most) in LIMITS[basis].items():
        limits[target] = threshold_for(words, gold, p[target, ARTICLES], systems["all"], share, alone, human, most)
    estimator, lines = fit_estimate(words, gold, found, alone)
    print(f"\n{basis}: {limits}; {company}", *lines, sep="\n")
    for target, threshold in limits.items():
        for how in (ARTICLES, SYSTEM) if threshold is not None else ():
            values = p[target, how]
            for name, rows in systems.items():
                row = told(words, gold, values, threshold, rows & ~np.isnan(values), alone)
                print(
                    f"  {target:8}{how:18}{name:5}serious faults found {row.found}/{row.serious} {row.recall:.2f}, "
                    f"stretches right {row.right}/{row.stretches} {row.precision:.2f}, on a serious one "
                    f"{row.right_serious / max(1, row.stretches):.2f}"
                )
            alarms = per_1000(words, values, threshold, human & ~np.isnan(values))
            print(f"  {target:8}{how:18}FLORES references {alarms:.1f} per 1,000 words")
        for name, other in outside.items() if threshold is not None else ():
            p_serious, own = (models[aim].probability(NAMES, other.features) for aim in (aims["serious"], aims[target]))
            doubt = together(doubtful(p_serious), len(p_serious), doubtful(p_serious), len(p_serious), found.usual)
            values = np.array([company[target].probability(value, doubt) for value in own.tolist()])
            if target == "serious":
                p_fault = models[aims["fault"]].probability(NAMES, other.features).tolist()
                sure = np.array([company["fault"].probability(value, doubt) for value in p_fault])
                values = np.where(sure >= SURELY[basis], values, 0.0)
            alarms = per_1000(other, values, threshold, values >= 0)
            print(f"  {target:8}{'never seen':18}{name} {alarms:.1f} per 1,000 words")
    return WordModel(
        models[aims["fault"]],
        models[aims["serious"]],
        company["fault"],
        company["serious"],
        found.usual,
        Thresholds(limits["serious"], limits["fault"], SURELY[basis]),
        estimator,
    )


def _print_aim(aim: Aim, words: Table, systems: dict, human: NDArray[np.bool_], unseen: dict) -> None:
    labels, _ = aim.labels(words)
    severity = aim.severity(words)
    print(f"\n{aim.basis}, {aim.target}")
    for how in (ARTICLES, SYSTEM):
        p = unseen[aim, how]
        for name, rows in systems.items():
            own = rows & ~np.isnan(p)
            bad, right = p[own & (labels == 1)], p[own & (words.severity == 0)]
            print(f"  {how:18}{name:5} word AUC {auc(right, bad):.3f}, against human words "
                  f"{auc(p[human & ~np.isnan(p)], bad):.3f}")  # fmt: skip
    p = unseen[aim, ARTICLES]
    own = systems["all"] & ((severity > 0) | (words.severity == 0))
    print("  reliability " + ", ".join(
        f"{predicted:.2f} → {seen:.2f} ({number})"
        for predicted, seen, number in reliability(p[own], labels[own], [0, .02, .05, .1, .2, .3, .4, .5, .6, .7, 1.01])
    ))  # fmt: skip


def _kept(path: Path, make: object, kind: type = Table) -> Table:
    if not path.exists():
        make().save(path)
    return kind.load(path)


def _originals(gold: Gold, options: argparse.Namespace) -> Iterator[tuple[str, Gold | None, list[Article]]]:
    """Name, labels and articles whose originals are looked through for what is missing."""
    read = [a for a in gold.articles() if a.system == HUMAN or (a.sentences[0], a.system) in gold.labelled]
    yield "gold", gold, read
    yield "human news (NTREX)", None, human_news(options.gold / "ntrex-human.jsonl")
    if options.pairs:
        yield "human pairs of many kinds", None, _pairs(options.pairs)


def _pairs(path: Path, number: int = 2000, size: int = 5) -> list[Article]:
    """Every n-th of the pairs with six words or more, five to an article."""
    rows = [line.split("\t")[:2] for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if len(row[0].split()) >= 6]
    rows = rows[:: max(1, len(rows) // number)][:number]
    return [
        Article(HUMAN, tuple(range(at, at + len(own))), tuple(a for a, _ in own), tuple(b for _, b in own))
        for at in range(0, len(rows), size)
        for own in [rows[at : at + size]]
    ]


if __name__ == "__main__":
    main()
