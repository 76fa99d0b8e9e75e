"""Fit the weights of lost and added words: mtaudit/data/quote_words.json.

usage: python tools/quotes/words.py PAIRS.tsv [--out FILE] [--most N]

PAIRS: `Indonesian <tab> English` lines of human translations (further columns are ignored). In each pair the rendering
of one word, chosen among those that surely have one, is replaced by a random word of the same text: that word is lost,
the random one added; all others count as right, whatever a free translator did with them. Logistic regression, both
classes of equal weight, L2. No label of a quotation is used.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from fit import fit  # noqa: E402

from mtaudit.evidence.affinity import load as affinity  # noqa: E402
from mtaudit.languages import ENGLISH_INDONESIAN  # noqa: E402
from mtaudit.quotes.standing import FEATURES, LEAST_IDF, features, sides  # noqa: E402
from mtaudit.quotes.words import tokens  # noqa: E402

SURE, PART = 0.6, 0.25  # strength of a rendering that is replaced, and of the words that go with it


def read(path: Path, most: int) -> list[tuple[str, str]]:
    """The first `most` pairs."""
    lines = path.read_text(encoding="utf-8").splitlines()[:most]
    return [(row[0], row[1]) for row in (line.split("\t") for line in lines)]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--most", type=int, default=1500)
    args = parser.parse_args()
    roads, rng = affinity(ENGLISH_INDONESIAN), random.Random(1)
    pairs = read(args.pairs, args.most)
    words = [t.key for target, _ in pairs for t in tokens(target)]
    words = [w for w in words if roads.lexicon.target_terms(w).get(w, 0.0) >= LEAST_IDF]
    rows: dict[str, list[np.ndarray]] = {"lost": [], "added": []}
    wrong: dict[str, list[bool]] = {"lost": [], "added": []}
    for target, source in pairs:
        there, here, strength, likeness = sides(tokens(source), tokens(target), roads)
        if not strength.size:
            continue
        measured = {"lost": features(there, here, strength, likeness),
                    "added": features(here, there, strength.T, likeness.T)}  # fmt: skip
        for name, side in (("lost", there), ("added", here)):
            for k in np.flatnonzero(side.idf >= LEAST_IDF):
                rows[name].append(measured[name][k])
                wrong[name].append(False)
        sure = [k for k in np.flatnonzero(there.idf >= LEAST_IDF) if strength[:, k].max() >= SURE]
        if sure:
            k = rng.choice(sure)
            kept = [w for w, s in zip(here.words, strength[:, k], strict=True) if s < PART]
            there, here, strength, likeness = sides(tokens(source), tokens(" ".join([*kept, rng.choice(words)])), roads)
            rows["lost"].append(features(there, here, strength, likeness)[k])
            rows["added"].append(features(here, there, strength.T, likeness.T)[-1])
            wrong["lost"].append(True)
            wrong["added"].append(True)
    report: dict[str, object] = {}
    for name, found in rows.items():
        x, y = np.array(found), np.array(wrong[name])
        weight = np.where(y, (~y).sum() / y.sum(), 1.0)
        b = fit(x, y.astype(float), weight, np.zeros(FEATURES), 1.0)
        told = x @ b[:-1] + b[-1]
        print(name, f"{y.sum()} of {len(y)}; above 0: {(told[y] > 0).mean():.3f} of the wrong, "
              f"{(told[~y] > 0).mean():.3f} of the others")  # fmt: skip
        report[name] = [round(float(v), 3) for v in b]
    text = json.dumps(report, indent=1)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
