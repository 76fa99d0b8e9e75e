"""Fit the quality estimate: mtaudit/data/estimate.json.

usage: python tools/estimation/fit.py LABELLED HUMAN [--out FILE]

LABELLED.jsonl has several systems' versions of the same sentences with a human reference (gold/flores-dev), HUMAN.jsonl
human translations (gold/ntrex-human). Ten sentences make a document. Ridge regression of chrF to the reference on the
measures, both as differences from the mean of the document's versions, so that what is hard about a document
doesn't count. Cross-validated by blocks of ten documents, and by leaving out a system: of two versions of a document
that differ by 3 chrF or more, how often does the better one score higher? The references are targets, never inputs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sacrebleu.metrics.chrf import CHRF

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mtaudit.estimation.counts import load  # noqa: E402
from mtaudit.estimation.estimate import HALF, NAMES  # noqa: E402
from mtaudit.estimation.measure import measure  # noqa: E402
from mtaudit.languages import ENGLISH, INDONESIAN, Language  # noqa: E402
from mtaudit.languages.sentences import Sentence  # noqa: E402
from mtaudit.text import Reading  # noqa: E402

Array = NDArray[np.float64]
LINES = 10  # sentences a document
APART = 3.0  # chrF between two versions from which one is better
RIDGE = 5.0  # on measures scaled to unit variance
# The softplus: points lost per chrF point below it, softness in chrF, and the points human translations may lose
# on average (they are to score 95 or more with findings taken off).
PER_CHRF, SOFTNESS, HUMAN_LOSS, MOST = 1.2, 2.0, 1.7, 20.0


@dataclass(frozen=True)
class Set:
    """x: documents x versions x measures; y: documents x versions, chrF; words: documents x versions."""

    x: Array
    y: Array
    words: Array


def reading(lines: Sequence[str], language: Language, other: Language) -> Reading:
    """Sentences, one a line, as a text."""
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    rows = (Sentence(at, at + len(line), line, n) for n, (at, line) in enumerate(zip(starts, lines, strict=True)))
    return Reading("\n".join(lines), language, other, tuple(rows))


def row(target: Sequence[str], source: Sequence[str]) -> tuple[list[float], int]:
    counts = load("id")
    assert counts is not None
    found = measure(reading(target, INDONESIAN, ENGLISH), reading(source, ENGLISH, INDONESIAN), counts)
    assert found is not None
    return [getattr(found, name) for name in NAMES], sum(len(line.split()) for line in target)


def labelled(path: Path) -> Set:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    systems = sorted(rows[0]["hyp"])
    x, y, words = [], [], []
    chrf = CHRF()
    for start in range(0, len(rows), LINES):
        group = rows[start : start + LINES]
        english, references = [r["en"] for r in group], [r["ref"] for r in group]
        versions = [*([r["hyp"][s] for r in group] for s in systems), references]
        measured = [row(v, english) for v in versions]
        x.append([m for m, _ in measured])
        words.append([n for _, n in measured])
        y.append([chrf.corpus_score(v, [references]).score for v in versions[:-1]])
    return Set(np.array(x), np.array(y), np.array(words, float))


def human(path: Path) -> tuple[Array, Array]:
    x, words = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        for start in range(0, len(article["id"]) - LINES // 2 + 1, LINES):
            values, number = row(article["id"][start : start + LINES], article["en"][start : start + LINES])
            x.append(values)
            words.append(number)
    return np.array(x), np.array(words, float)


def ridge(x: Array, y: Array) -> Array:
    """Weights per unit of each measure; x: documents x versions x measures, y: documents x versions."""
    own = (x - x.mean(1, keepdims=True)).reshape(-1, x.shape[-1])
    spread = own.std(0)
    own = own / spread
    target = (y - y.mean(1, keepdims=True)).ravel()
    weights: Array = np.linalg.solve(own.T @ own + RIDGE * np.eye(own.shape[1]), own.T @ target) / spread
    return weights


def agreement(scores: Array, y: Array, only: int | None = None) -> tuple[float, int]:
    """Share of pairs of versions ordered as by chrF, and their number; `only`: pairs with this version."""
    right = [
        0.5 if s[a] == s[b] else float((s[a] > s[b]) == (own[a] > own[b]))
        for s, own in zip(scores, y, strict=True)
        for a in range(len(own))
        for b in range(a + 1, len(own))
        if abs(own[a] - own[b]) >= APART and (only is None or only in (a, b))
    ]
    return float(np.mean(right)), len(right)


def softplus(shortfall: Array, words: Array, centre: float) -> Array:
    believed = words**2 / (words**2 + HALF**2)
    return believed * np.minimum(MOST, PER_CHRF * SOFTNESS * np.logaddexp(0, (shortfall + centre) / SOFTNESS))


def bisect(f: Callable[[float], float], wanted: float) -> float:
    low, high = -30.0, 30.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) < wanted else (low, middle)
    return low


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labelled", type=Path)
    parser.add_argument("human", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "mtaudit" / "data" / "estimate.json")
    options = parser.parse_args()
    data = labelled(options.labelled.with_suffix(".jsonl"))
    news, news_words = human(options.human.with_suffix(".jsonl"))
    systems, references = data.x[:, :-1], data.x[:, -1]
    everything = np.concatenate([data.x.reshape(-1, len(NAMES)), news])
    low, high = np.quantile(everything, [0.005, 0.995], axis=0)
    clipped = np.clip(systems, low, high)
    people = np.clip(np.concatenate([references, news]), low, high)
    norm = (np.clip(references, low, high).mean(0) + np.clip(news, low, high).mean(0)) / 2
    blocks = np.arange(len(clipped)) // 10
    crossed = np.zeros_like(data.y)
    for block in np.unique(blocks):
        held = blocks == block
        crossed[held] = clipped[held] @ ridge(clipped[~held], data.y[~held])
    apart, number = agreement(crossed, data.y)
    left_out = []
    for version in range(data.y.shape[1]):
        others = [v for v in range(data.y.shape[1]) if v != version]
        weights = ridge(clipped[:, others], data.y[:, others])
        left_out.append(agreement(clipped @ weights, data.y, version)[0])
    weights = ridge(clipped, data.y)
    best = np.quantile((norm - people) * weights, 0.1, axis=0)
    reference_loss = ((norm - np.clip(references, low, high)) * weights).sum(1)
    news_loss = ((norm - np.clip(news, low, high)) * weights).sum(1)

    def lost(centre: float) -> float:
        both = (
            softplus(reference_loss, data.words[:, -1], centre).mean() + softplus(news_loss, news_words, centre).mean()
        )
        return float(both / 2)

    centre = bisect(lost, HUMAN_LOSS)
    figures: dict[str, Any] = {
        "pairs": number,
        "cross_validated": round(apart, 3),
        "system_left_out": [round(float(v), 3) for v in left_out],
        "points_of_references": round(float(softplus(reference_loss, data.words[:, -1], centre).mean()), 2),
        "points_of_human_news": round(float(softplus(news_loss, news_words, centre).mean()), 2),
    }
    model = {
        "measures": {
            name: {
                "weight": round(float(weights[i]), 2), "norm": round(float(norm[i]), 4),
                "low": round(float(low[i]), 4), "high": round(float(high[i]), 4), "best": round(float(best[i]), 2),
            }
            for i, name in enumerate(NAMES)
        },
        "points": {"per_chrf": PER_CHRF, "softness": SOFTNESS, "centre": round(centre, 2), "most": MOST},
        "figures": figures,
    }  # fmt: skip
    options.out.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(model, indent=1))


if __name__ == "__main__":
    main()
