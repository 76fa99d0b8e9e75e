"""Fit what parts a machine's translation from a person's: mtaudit/data/likeness.<pair>.json.xz, and its figures.

usage: python tools/reader/likeness.py benchmarks/gold TRAIN.tsv.xz WORKDIR [--out FILE]

Needs scikit-learn. TRAIN: human sentence pairs (`id <tab> en <tab> source`), of which some hundred of each of SOURCES
are taken. Their English is translated by the bundled package, one half as it finds best, the other sampled, and kept
in WORKDIR. Every source has both a person's and a machine's version of the same sentences, so that topics tell nothing.

Every figure is of systems and sentences left out: a half of FLORES' blocks of 30 sentences together with the system
that is judged; sources of human pairs likewise, as a group. NTREX is never fitted on.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
from gold import HUMAN, SYSTEMS, Gold, human_news, read
from numpy.typing import NDArray
from report import auc
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from table import ROOT

from mtaudit.reader.likeness import Grams, Likeness, count, sentences_of
from mtaudit.translation import models

# Sources whose Indonesian people wrote, in groups that are left out together (data/SOURCES.md has their licences)
SOURCES = (
    ("globalvoices", "opensource-guide"), ("panl-int", "panl-eco", "panl-spo"), ("panl-sci", "pud"),
    ("smeru", "ausaid"), ("tico19", "nextstrain"), ("mozilla-www", "msdocs-ht"),
)  # fmt: skip
OWN = "own"  # what the bundled package makes of them
EACH = 300  # pairs a source
SHORTEST, LONGEST = 6, 40  # words of their English
SAMPLED = {"beam_size": 1, "sampling_topk": 10, "sampling_temperature": 0.8}
FITTED, JUDGED = (5, 15), (1, 2, 3, 5, 10, 20)  # sentences a text
BLOCK = 30
FEWEST = 8  # texts that have an n-gram
KEPT = 6000  # n-grams, by how much they weigh
STRENGTH = 0.07  # inverse of the ridge on the weights
LEAST = 0.75  # area under the curve, mean over systems left out, from which on it is said at all
Floats = NDArray[np.float64]
Gram = tuple[int, str]  # 0 a word, 1 a pair, 2 letters


@dataclass(frozen=True)
class Text:
    """Some sentences in one system's version, HUMAN or a machine's."""

    system: str
    source: str
    half: int  # of the sentences, by blocks
    size: int
    grams: dict[Gram, int]
    number: int  # of words and marks

    @property
    def machine(self) -> bool:
        return self.system != HUMAN


def text(lines: Iterable[str], system: str, source: str, half: int, size: int) -> Text:
    counts, number = count(sentences_of(lines))
    return Text(system, source, half, size, {(k, g): n for k, own in enumerate(counts) for g, n in own.items()}, number)


def flores(gold: Gold, sizes: Sequence[int]) -> list[Text]:
    numbers = sorted(gold.rows)
    return [
        text((gold.version(n, system) for n in block), system, "flores", block[0] // BLOCK % 2, size)
        for size in sizes
        for block in _cut(numbers, size)
        for system in (*SYSTEMS, HUMAN)
    ]


def pairs(rows: dict[str, list[tuple[str, str]]], sizes: Sequence[int]) -> list[Text]:
    """`rows`: source -> human and machine version of each sentence."""
    return [
        text((row[side] for row in block), (HUMAN, OWN)[side], source, 0, size)
        for source, own in rows.items()
        for size in sizes
        for block in _cut(own, size)
        for side in (0, 1)
    ]


def _cut(rows: Sequence, size: int) -> list[Sequence]:
    return [rows[at : at + size] for at in range(0, len(rows) - size + 1, size)]


def translated(train: Path, workdir: Path) -> dict[str, list[tuple[str, str]]]:
    """Source -> (human, machine) versions of its sentences, from WORKDIR/own.json once they have been made."""
    path = workdir / "own.json"
    if not path.exists():
        given = _given(train)
        flat = [row for own in given.values() for row in own]
        english = [row[1] for row in flat]
        done = list(zip((row[0] for row in flat), _own(english), strict=True))
        ends = np.cumsum([len(own) for own in given.values()])
        found = {s: done[end - len(own) : end] for (s, own), end in zip(given.items(), ends, strict=True)}
        path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return {source: [tuple(row) for row in own] for source, own in json.loads(path.read_text("utf-8")).items()}


def _given(train: Path) -> dict[str, list[tuple[str, str]]]:
    """Source -> (Indonesian, English), evenly from all it has, neighbours together."""
    every: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    wanted = {source for group in SOURCES for source in group}
    with lzma.open(train, "rt", encoding="utf-8") as lines:
        for line in lines:
            target, english, source = line.rstrip("\n").split("\t")
            if source in wanted and SHORTEST <= len(english.split()) <= LONGEST:
                every[source].append((target, english))
    found = {}
    for source, rows in sorted(every.items()):
        blocks = _cut(rows, max(FITTED))
        step = max(1, len(blocks) * max(FITTED) // EACH)
        found[source] = [row for block in blocks[::step] for row in block][:EACH]
    return found


def _own(english: Sequence[str]) -> list[str]:
    """What the bundled package makes of it: its best for every other sentence, else a sample."""
    import ctranslate2

    model = models.second_translators((), "en", "id")[0]
    best = dict(zip(english[::2], (h.text for h in model.translate(english[::2])), strict=True))
    ctranslate2.set_random_seed(1)
    tokenizer, prefix = model._package.tokenizer, model._package.target_prefix
    rest = sorted(set(english[1::2]) - best.keys())
    results = model._translator.translate_batch(
        [tokenizer.encode(line) for line in rest],
        target_prefix=[[prefix]] * len(rest) if prefix else None,
        max_batch_size=512, batch_type="tokens", replace_unknowns=True, **SAMPLED,
    )  # fmt: skip
    tokens = [result.hypotheses[0][1 if prefix else 0 :] for result in results]
    sampled = dict(zip(rest, (tokenizer.decode(own).strip() for own in tokens), strict=True))
    return [best.get(line) or sampled[line] for line in english]


@dataclass(frozen=True)
class Fitted:
    grams: list[Gram]
    weights: Floats
    level: float

    def sums(self, texts: Sequence[Text]) -> Floats:
        """The logits of the texts, before they are calibrated."""
        return self.level + np.asarray(matrix(texts, {gram: i for i, gram in enumerate(self.grams)}) @ self.weights)


def matrix(texts: Sequence[Text], vocabulary: dict[Gram, int]) -> csr_matrix:
    data, columns, ends = [], [], [0]
    for own in texts:
        root = math.sqrt(own.number)
        for gram, times in own.grams.items():
            at = vocabulary.get(gram)
            if at is not None:
                columns.append(at)
                data.append((1 + math.log(times)) / root)
        ends.append(len(columns))
    return csr_matrix((data, columns, ends), shape=(len(texts), len(vocabulary)))


def fit(texts: Sequence[Text]) -> Fitted:
    """Weights of the KEPT n-grams that weigh most among all that stand in FEWEST texts; every source and, in it, people
    and machines count alike."""
    seen = Counter(gram for own in texts for gram in own.grams)
    grams = [gram for gram, number in seen.items() if number >= FEWEST]
    rarity = np.log(len(texts) / np.array([seen[gram] for gram in grams]))
    labels = np.array([own.machine for own in texts], int)
    groups = Counter((own.source, own.machine) for own in texts)
    weights = np.array([len(texts) / len(groups) / groups[own.source, own.machine] for own in texts])
    for last in (False, True):
        given = matrix(texts, {gram: i for i, gram in enumerate(grams)}).multiply(rarity).tocsr()
        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=200).fit(given, labels, weights)
        if not last and len(grams) > KEPT:
            spread = np.sqrt(np.asarray(given.multiply(given).mean(axis=0)).ravel())
            best = np.sort(np.argsort(-np.abs(model.coef_[0]) * spread, kind="stable")[:KEPT])
            grams, rarity = [grams[i] for i in best], rarity[best]
    return Fitted(grams, model.coef_[0] * rarity, float(model.intercept_[0]))


def calibrated(sums: Floats, texts: Sequence[Text]) -> tuple[float, float, float]:
    """Slope, how much more it is for longer texts, offset; people and machines count alike at every length."""
    labels = np.array([own.machine for own in texts], int)
    longer = np.log(np.array([own.number for own in texts]) / 100)
    groups = Counter((own.size, own.machine) for own in texts)
    weights = np.array([len(texts) / len(groups) / groups[own.size, own.machine] for own in texts])
    model = LogisticRegression(C=1e6, max_iter=1000).fit(np.column_stack([sums, sums * longer]), labels, weights)
    slope, more = (round(float(value), 4) for value in model.coef_[0])
    return slope, more, round(float(model.intercept_[0]), 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("train", type=Path)
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "mtaudit" / "data" / "likeness.en-id.json.xz")
    options = parser.parse_args()
    options.workdir.mkdir(parents=True, exist_ok=True)
    gold = read(options.gold)
    own = translated(options.train, options.workdir)
    learnt = [*flores(gold, FITTED), *pairs(own, FITTED)]
    judged, sums = _left_out(learnt, flores(gold, JUDGED))
    line = calibrated(sums, judged)
    p = logistic(sums, judged, line)
    least = _print_systems(judged, p)
    _print_reliability(judged, p)
    _print_sources(learnt, pairs(own, (5,)), line)
    whole = fit(learnt)
    parts = [{g: round(float(w), 3) for (k, g), w in zip(whole.grams, whole.weights, strict=True) if k == kind}
             for kind in range(3)]  # fmt: skip
    model = Likeness(Grams(*parts), round(whole.level, 3), *line, least)
    news = [model.probability(sentences_of(a.lines[i : i + 5])) for a in human_news(options.gold / "ntrex-human.jsonl")
            for i in range(0, len(a.lines) - 4, 5)]  # fmt: skip
    told = np.array([value for value in news if value is not None])
    articles = [model.probability(sentences_of(a.lines)) for a in human_news(options.gold / "ntrex-human.jsonl")]
    articles = [value for value in articles if value is not None]
    print(f"human news (NTREX): mean {told.mean():.2f} of {len(told)} texts of five sentences, "
          f"{(told > 0.5).mean():.2f} of them above one half; {len(articles)} whole articles {np.mean(articles):.2f}"
          )  # fmt: skip
    options.out.write_bytes(lzma.compress(msgspec.json.encode(model), preset=9 | lzma.PRESET_EXTREME))
    print(f"{options.out}: {options.out.stat().st_size / 1e3:.0f} kB, {sum(map(len, parts))} n-grams, {line}, {least}")


def logistic(sums: Floats, texts: Sequence[Text], line: tuple[float, float, float]) -> Floats:
    longer = np.log(np.array([own.number for own in texts]) / 100)
    return np.asarray(1 / (1 + np.exp(-((line[0] + line[1] * longer) * sums + line[2]))))


def _left_out(learnt: Sequence[Text], asked: Sequence[Text]) -> tuple[list[Text], Floats]:
    """The sums of the asked texts, by models that have seen neither their half of the sentences nor their system;
    a person's version is asked once a system."""
    texts: list[Text] = []
    sums: list[float] = []
    for system in SYSTEMS:
        for half in (0, 1):
            rows = [t for t in learnt if t.system != system and not (t.source == "flores" and t.half == half)]
            mine = [t for t in asked if t.system in (system, HUMAN) and t.half == half]
            found = fit(rows)
            texts += mine
            sums += found.sums(mine).tolist()
    return texts, np.array(sums)


def _print_systems(judged: Sequence[Text], p: Floats) -> int:
    """Areas under curves by system and length; from which number of words on it is said."""
    size = np.array([own.size for own in judged])
    system = np.array([own.system for own in judged])
    number = np.array([own.number for own in judged])
    owner = np.repeat(np.arange(len(SYSTEMS)), len(judged) // len(SYSTEMS))  # which system was left out
    least = 0
    for own in sorted(set(size), reverse=True):
        areas = [auc(p[(owner == k) & (size == own) & (system == HUMAN)], p[(size == own) & (system == name)])
                 for k, name in enumerate(SYSTEMS)]  # fmt: skip
        people = p[(size == own) & (system == HUMAN)]
        words = int(np.median(number[size == own]))
        least = words if np.mean(areas) >= LEAST else least
        print(f"{own:2} sentences ({words} words and marks): AUC {np.mean(areas):.2f}, " + ", ".join(
            f"{name} {area:.2f}" for name, area in zip(SYSTEMS, areas, strict=True)
        ) + f"; mean human {people.mean():.2f}, machine {p[(size == own) & (system != HUMAN)].mean():.2f}, "
              f"Brier {_brier(p, judged, size == own):.3f}")  # fmt: skip
    return least


def _weights(texts: Sequence[Text], rows: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    seen = np.array([own.machine for own in texts], float)[rows]
    return seen, np.where(seen == 1, 0.5 / max(1, seen.sum()), 0.5 / max(1, (1 - seen).sum()))


def _brier(p: Floats, texts: Sequence[Text], rows: NDArray[np.bool_]) -> float:
    seen, weights = _weights(texts, rows)
    return float((weights * (p[rows] - seen) ** 2).sum())


def _print_reliability(texts: Sequence[Text], p: Floats) -> None:
    rows = np.array([own.size >= 5 for own in texts])
    seen, weights = _weights(texts, rows)
    own, edges = p[rows], [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]
    print("five sentences and more, predicted → seen (texts): " + ", ".join(
        f"{np.average(own[at], weights=weights[at]):.2f} → {np.average(seen[at], weights=weights[at]):.2f} ({at.sum()})"
        for low, high in pairwise(edges) for at in [(own >= low) & (own < high)] if at.any()
    ))  # fmt: skip


def _print_sources(learnt: Sequence[Text], asked: Sequence[Text], line: tuple[float, float, float]) -> None:
    for group in SOURCES:
        found = fit([own for own in learnt if own.source not in group])
        for source in group:
            mine = [own for own in asked if own.source == source]
            p = logistic(found.sums(mine), mine, line)
            people = np.array([not own.machine for own in mine])
            print(f"  source left out: {source:16} AUC {auc(p[people], p[~people]):.2f} against the bundled package, "
                  f"mean human {p[people].mean():.2f}, machine {p[~people].mean():.2f}, {people.sum()} texts"
                  )  # fmt: skip


if __name__ == "__main__":
    main()
