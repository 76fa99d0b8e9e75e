"""Fits the models that tell statements turned round, and reads their figures on pairs that were left out.

usage: python tools/polarity/fit.py DEV.tsv TRAIN.tsv.xz GOLD WORKDIR [--out mtaudit/data/polarity.en-id.json.xz]

DEV.tsv and TRAIN.tsv.xz hold human pairs (`id <tab> en <tab> tag`), those of DEV unseen by the bundled translators.
GOLD is the folder of the labelled sets; its human translations are never fitted on. WORKDIR keeps translations and
rows.

Printed: of pairs turned round (`made.py`) the share that is told, and the alarms per 1,000 human pairs, at several
thresholds, by four folds over whole pairs; and each alarm on human pairs, to be read: some are really turned round.
Needs lightgbm.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import msgspec
import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools" / "reader")]

from gold import HUMAN, Article  # noqa: E402  (tools/reader)
from made import Kind, Made, made  # noqa: E402
from models import in_our_format  # noqa: E402  (tools/reader)
from table import cases  # noqa: E402  (tools/reader)

from mtaudit.evidence.affinity import load as load_affinity  # noqa: E402
from mtaudit.languages import ENGLISH_INDONESIAN as PAIR  # noqa: E402
from mtaudit.polarity import negations, opposites, relations  # noqa: E402
from mtaudit.polarity.judge import PolarityModel  # noqa: E402
from mtaudit.polarity.sides import Sides, of_link, of_texts  # noqa: E402

NEWS = frozenset({"globalvoices", "panl-int", "panl-eco", "panl-spo", "panl-sci", "tico19", "pud"})  # none of class C
SCANNED = 24_000  # pairs of TRAIN in which candidates are looked for
MORE = {"negation added": 900, "negation lost": 300}  # further ones made of TRAIN
FOLDS = 4
WITHOUT = 0.5  # weight of copies without what translators say
TOLD: dict[Kind, float] = {"opposite": 0.95, "negation lost": 0.9, "negation added": 0.97}
SHOWN = (0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99)
TREES = {
    "n_estimators": 200, "learning_rate": 0.05, "max_depth": 4, "num_leaves": 15, "min_child_samples": 20,
    "reg_lambda": 5.0, "colsample_bytree": 0.4, "random_state": 0, "deterministic": True, "n_jobs": 2, "verbose": -1,
}  # fmt: skip
# Signals of which more can only speak for it that something is turned round (1), or against it (-1); the trees keep to
# that. What is made is less natural than what translators write: how likely they find the words is no signal.
BOUND = {
    "opposites": dict.fromkeys(
        "listed opposed reading opposed_readings beside second_stands back_has_opposite".split(), 1
    )
    | dict.fromkeys(
        """met meant onward back best_met affinity_source affinity_target apart second_has second_chosen back_has
        doubted""".split(),
        -1,
    ),
    "negations": dict.fromkeys("onward back second_stands".split(), 1)
    | dict.fromkeys("negator_met negator_met_best opposite_here given_negator apart".split(), -1),
}
NAMES = {"opposites": opposites.NAMES, "negations": negations.NAMES}
TRANSLATORS = {"opposites": opposites.TRANSLATORS, "negations": negations.TRANSLATORS}


@dataclass(frozen=True)
class Rows:
    """One row a candidate. `signals`: rows x NAMES; `words`: the two words; `pair`: number of the human pair."""

    signals: NDArray[np.float64]
    kind: NDArray[np.str_]
    pair: NDArray[np.int_]
    text: NDArray[np.int_]  # number of the text among those of its set
    words: NDArray[np.str_]

    def taken(self, of: NDArray[np.bool_]) -> Rows:
        return Rows(*(getattr(self, name)[of] for name in self.__dataclass_fields__))


@dataclass(frozen=True)
class Text:
    indonesian: str
    english: str
    pair: int
    wanted: Made | None = None


def tsv(path: Path) -> list[tuple[str, str]]:
    """(Indonesian, English) of the pairs of news sources."""
    content = path.read_bytes()
    text = (lzma.decompress(content) if path.suffix == ".xz" else content).decode("utf-8")
    rows = [line.split("\t") for line in text.rstrip("\n").split("\n")]
    return [(r[0], r[1]) for r in rows if r[2] in NEWS]


def texts(dev: Path, train: Path, gold: Path) -> dict[str, list[Text]]:
    """The sets: human pairs, pairs turned round, and human pairs that are never fitted on."""
    chance = random.Random(1)
    pairs, more = tsv(dev), tsv(train)
    chance.shuffle(more)
    more = more[:SCANNED]
    known = relations.load(PAIR)
    assert known is not None
    hard = [
        Text(indonesian, english, -1 - number)
        for number, (indonesian, english) in enumerate(more)
        if (sides := of_texts(indonesian, english, (PAIR.target, PAIR.source), known))
        and any(opposites.candidates(sides))
    ]
    turned = [Text(m.indonesian, m.english, m.pair, m) for m in made(pairs, 5)]
    left = dict(MORE)
    for m in made(more, 6):
        if left.get(m.kind, 0):
            left[m.kind] -= 1
            turned.append(Text(m.indonesian, m.english, -1 - m.pair, m))
    lines = (json.loads(line) for line in (gold / "ntrex-human.jsonl").read_text("utf-8").splitlines())
    news = [pair for row in lines for pair in zip(row["id"], row["en"], strict=True)]
    flores = (json.loads(line) for line in (gold / "flores-dev.jsonl").read_text("utf-8").splitlines())
    apart = [*news, *((row["ref"], row["en"]) for row in flores if row.get("ref"))]
    return {
        "human": [Text(*pair, n) for n, pair in enumerate(pairs)] + hard,
        "made": turned,
        "apart": [Text(*pair, n) for n, pair in enumerate(apart)],
    }


def rows_of(name: str, own: Sequence[Text], workdir: Path) -> dict[str, Rows]:
    """The candidates of a set, kept in `workdir`."""
    paths = {model: workdir / f"{name}-{model}.npz" for model in NAMES}
    if not all(path.exists() for path in paths.values()):
        for model, found in _measured(own, workdir).items():
            np.savez_compressed(paths[model], **{n: getattr(found, n) for n in Rows.__dataclass_fields__})
    loaded = {}
    for model, path in paths.items():
        with np.load(path) as saved:
            loaded[model] = Rows(**{n: saved[n] for n in Rows.__dataclass_fields__})
    return loaded


def _measured(own: Sequence[Text], workdir: Path) -> dict[str, Rows]:
    found: dict[str, list[tuple]] = {model: [] for model in NAMES}
    known, step = relations.load(PAIR), 200
    for first in range(0, len(own), step):
        batch = own[first : first + step]
        articles = [Article(HUMAN, (n,), (t.indonesian,), (t.english,)) for n, t in enumerate(batch)]
        for number, (text, case) in enumerate(zip(batch, cases(articles, workdir), strict=True)):
            for at in range(len(case.links)):
                sides = of_link(case, at, known)
                for model, signals, kind, words in _candidates(sides) if sides else ():
                    if _wanted(text.wanted, kind, words):
                        found[model].append((signals, kind, text.pair, first + number, words))
            case.forget()
        print(f"{min(first + step, len(own))} of {len(own)}", end="\r", file=sys.stderr, flush=True)
    return {model: Rows(*map(np.array, zip(*rows, strict=True))) for model, rows in found.items()}


def _candidates(sides: Sides) -> Iterator[tuple[str, tuple[float, ...], Kind, tuple[str, str]]]:
    pairs = list(opposites.candidates(sides))
    for pair in pairs:
        words = sides.there[pair.s].text, sides.here[pair.t].text
        yield "opposites", opposites.signals(sides, pair, pairs, load_affinity(PAIR)), "opposite", words
    denied = list(negations.candidates(sides))
    for pair in denied:
        words = sides.there[pair.s].text, sides.here[pair.t].text
        kind: Kind = "negation lost" if pair.lost else "negation added"
        yield "negations", negations.signals(sides, pair, denied), kind, words


def _wanted(wanted: Made | None, kind: Kind, words: tuple[str, str]) -> bool:
    """Whether a candidate is what was made; all of a human pair are wanted."""
    if wanted is None:
        return True
    same = (wanted.source.lower(), wanted.target.lower()) == (words[0].lower(), words[1].lower())
    return kind == wanted.kind and (kind != "opposite" or same)


def fit(human: Rows, turned: Rows, of: str) -> lightgbm.LGBMClassifier:
    """Trees of model `of` from the rows and copies of them without what translators say."""
    names, translators, bound = NAMES[of], TRANSLATORS[of], BOUND[of]
    matrix = np.concatenate([human.signals, turned.signals])
    labels = np.concatenate([np.zeros(len(human.kind)), np.ones(len(turned.kind))])
    copy = matrix.copy()
    copy[:, [i for i, name in enumerate(names) if name in translators]] = np.nan
    weights = np.concatenate([np.ones(len(labels)), np.full(len(labels), WITHOUT)])
    model = lightgbm.LGBMClassifier(**TREES, monotone_constraints=[bound.get(name, 0) for name in names])
    return model.fit(np.concatenate([matrix, copy]), np.concatenate([labels, labels]), sample_weight=weights)


def held_out(sets: dict[str, Rows], of: str) -> dict[str, NDArray[np.float64]]:
    """The probability of each row by models that have not seen its pair."""
    found = {name: np.zeros(len(rows.kind)) for name, rows in sets.items()}
    for fold in range(FOLDS):
        train = [sets[name].taken(sets[name].pair % FOLDS != fold) for name in ("human", "made")]
        model = fit(*train, of)
        for name, rows in sets.items():
            unseen = np.ones(len(rows.kind), bool) if name == "apart" else rows.pair % FOLDS == fold
            if unseen.any():
                p = model.predict_proba(rows.signals[unseen])[:, 1]
                found[name][unseen] = found[name][unseen] + p / FOLDS if name == "apart" else p
    return found


def report(kind: Kind, sets: dict[str, Rows], p: dict[str, NDArray[np.float64]], own: dict[str, list[Text]]) -> None:
    tried = sum(t.wanted is not None and t.wanted.kind == kind and t.pair >= 0 for t in own["made"])
    people = sum(t.pair >= 0 for t in own["human"]), len(own["apart"])

    def told(name: str, threshold: float, keep: Callable[[Rows], NDArray[np.bool_]]) -> int:
        rows = sets[name]
        return len(set(rows.text[(rows.kind == kind) & (p[name] >= threshold) & keep(rows)].tolist()))

    print(f"\n{kind}: {tried} made of {people[0]} human pairs; {people[1]} further human pairs")
    print("| told from | of those made | alarms per 1,000 human pairs, left out | never fitted on |")
    print("| --- | --- | --- | --- |")
    for threshold in SHOWN:
        real = told("made", threshold, lambda rows: rows.pair >= 0) / tried
        alarms = told("human", threshold, lambda rows: rows.pair >= 0), told("apart", threshold, lambda r: r.pair >= 0)
        per = [1000 * n / of for n, of in zip(alarms, people, strict=True)]
        print(f"| {threshold} | {real:.2f} | {per[0]:.1f} ({alarms[0]}) | {per[1]:.1f} ({alarms[1]}) |")
    for name in ("human", "apart"):
        rows = sets[name]
        at = np.flatnonzero((rows.kind == kind) & (p[name] >= TOLD[kind]) & (rows.pair >= 0))
        for i in at[np.argsort(-p[name][at])]:
            text = own[name][rows.text[i]]
            print(f"  {name} {p[name][i]:.3f} {' / '.join(rows.words[i])}\n    {text.english}\n    {text.indonesian}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("dev", "train", "gold", "workdir"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    args.workdir.mkdir(parents=True, exist_ok=True)
    own = texts(args.dev, args.train, args.gold)
    measured = {name: rows_of(name, those, args.workdir) for name, those in own.items()}
    trees = {}
    for model, names in NAMES.items():
        sets = {name: rows[model] for name, rows in measured.items()}
        p = held_out(sets, model)
        kinds: tuple[Kind, ...] = ("opposite",) if model == "opposites" else ("negation lost", "negation added")
        for kind in kinds:
            report(kind, sets, p, own)
        trees[model] = in_our_format(fit(sets["human"], sets["made"], model), names, 1.0, 0.0)
    if args.out:
        fitted = PolarityModel(trees["opposites"], trees["negations"], TOLD)
        args.out.write_bytes(lzma.compress(msgspec.json.encode(fitted), preset=9))


if __name__ == "__main__":
    main()
