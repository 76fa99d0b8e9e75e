"""Sentences of many origins -> a row of signals for each name that the decision is asked about, with labels."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools" / "reader")]

from gold import HUMAN, SYSTEMS, Article, human_news, read  # noqa: E402  (tools/reader)
from made import SOUND, made  # noqa: E402
from table import cases  # noqa: E402

from mtaudit.case import Case  # noqa: E402
from mtaudit.languages import ENGLISH_INDONESIAN as PAIR  # noqa: E402
from mtaudit.model import DAMAGED_NAME  # noqa: E402
from mtaudit.names import decision, judge  # noqa: E402
from mtaudit.names.signals import NAMES, signals  # noqa: E402
from mtaudit.names.tables import tables  # noqa: E402

MADE = "made"
UNASKED = np.full(len(NAMES), nan)
LABELLED = ("flores-dev", "flores-more")  # sets in which every name was looked at
SETS = (*LABELLED, "faults", "news", "pairs", MADE)
Labels = dict[tuple[int, str], dict[str, str]]


@dataclass(frozen=True)
class Rows:
    """One row a name. `signals`: rows x signals.NAMES; others a value a row."""

    signals: NDArray[np.float64]
    sure: NDArray[np.float64]  # 1 damaged, 0 not, where that is certain by definition; nan where the trees are asked
    damaged: NDArray[np.bool_]
    weight: NDArray[np.float64]  # 0 where the labels don't tell
    sentence: NDArray[np.int_]
    system: NDArray[np.str_]
    name: NDArray[np.str_]
    start: NDArray[np.int_]  # in the original
    end: NDArray[np.int_]
    stretch: NDArray[np.bool_]
    words: int  # of all texts of the set together

    def save(self, path: Path) -> None:
        np.savez_compressed(path, **{name: getattr(self, name) for name in self.__dataclass_fields__})

    @classmethod
    def load(cls, path: Path) -> Rows:
        with np.load(path) as saved:
            found = {name: saved[name] for name in cls.__dataclass_fields__}
        return cls(**{**found, "words": int(found["words"])})


def same(one: str, other: str) -> bool:
    """Whether half of the words of the shorter name stand in the other, as the labels are compared elsewhere."""
    x, y = _words(one), _words(other)
    return bool(x and y) and len(x & y) / min(len(x), len(y)) >= 0.5


def _words(text: str) -> set[str]:
    return {w.strip(".,;:'\"()").lower() for w in text.replace("-", " ").split()} - {"the", "of", "and", ""}


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def labels(gold: Path, name: str) -> Labels:
    found: Labels = defaultdict(dict)
    for row in lines(gold / f"{name}.entities.jsonl"):
        found[row["sent"], row["system"]][row["entity"]] = row["status"]
    return found


def rows_of(name: str, gold: Path, workdir: Path, pairs: Path, human: Path) -> Rows:
    """A set's rows, kept in `workdir` once they are made."""
    path = workdir / f"{name}.npz"
    if not path.exists():
        articles, told = set_of(name, gold, pairs, human)
        cache = workdir / f"cache-{name}"
        cache.mkdir(exist_ok=True)
        rows_from(articles, told, cases(articles, cache)).save(path)
    return Rows.load(path)


class Told:
    """What the labels of a set say of a name: damaged or not, and how much that is worth."""

    def __call__(self, article: Article, name: str, found: str | None) -> tuple[bool, float]:
        return False, 1.0


class Named(Told):
    def __init__(self, own: Labels) -> None:
        self._own = own

    def __call__(self, article: Article, name: str, found: str | None) -> tuple[bool, float]:
        of = self._own.get((article.sentences[0], article.system), {})
        return any(same(entity, name) and status in DAMAGED_NAME for entity, status in of.items()), 1.0


class Faults(Told):
    """Names under a serious fault of kind "name" are damaged; under any other fault nobody knows."""

    def __init__(self, own: dict[tuple[int, str], list[dict]]) -> None:
        self._own = own

    def __call__(self, article: Article, name: str, found: str | None) -> tuple[bool, float]:
        weight = 1.0
        for fault in self._own.get((article.sentences[0], article.system), []):
            english, stretch = fault["en"], fault["stretch"]
            there = english and (english in name or name in english or same(english, name))
            here = stretch and found and (stretch in found or found in stretch)
            if there or here:
                if fault["kind"] == "name" and fault["severity"] != "minor":
                    return True, 1.0
                weight = 0.0
        return False, weight


class Made(Told):
    def __init__(self, own: Sequence[str]) -> None:
        self._own = own

    def __call__(self, article: Article, name: str, found: str | None) -> tuple[bool, float]:
        return self._own[article.sentences[0]] == name, 1.0


def set_of(name: str, gold: Path, pairs: Path, human: Path) -> tuple[list[Article], Told]:
    if name in LABELLED:
        own = labels(gold, name)
        numbers = [sentence for sentence, _ in own]
        own_rows = [r for r in lines(gold / f"{name}.jsonl") if min(numbers) <= r["sent"] <= max(numbers)]
        articles = [_one(s, r["sent"], r["hyp"][s], r["en"]) for r in own_rows for s in SYSTEMS]
        return articles + [_one(HUMAN, r["sent"], r["ref"], r["en"]) for r in own_rows], Named(own)
    if name == "faults":
        known = read(gold)
        faults: dict[tuple[int, str], list[dict]] = defaultdict(list)
        for part in ("faults-dev", "faults-more", "faults-good"):
            for row in lines(gold / f"{part}.faults.jsonl"):
                if not row.get("none"):
                    faults[row["sent"], row["system"]].append(row)
        asked = sorted(known.labelled) + [(n, HUMAN) for n in sorted({n for n, _ in known.labelled})]
        return [_one(s, n, known.version(n, s), known.rows[n]["en"]) for n, s in asked], Faults(faults)
    if name == "news":
        articles = human_news(gold / "ntrex-human.jsonl")
        every = [
            _one(HUMAN, 1000 * at + number, line, english)
            for at, article in enumerate(articles)
            for number, (line, english) in enumerate(zip(article.lines, article.english, strict=True))
        ]
        return every, Told()
    if name == "pairs":
        both = [line.split("\t")[:2] for line in human.read_text(encoding="utf-8").splitlines()]
        both = [pair for pair in both if len(pair[0].split()) >= 6][::3]
        return [_one(HUMAN, number, *pair) for number, pair in enumerate(both)], Told()
    sentences = list(made(pairs))
    articles = [_one(MADE, number, m.indonesian, m.english) for number, m in enumerate(sentences)]
    return articles, Made([m.name if m.kind != SOUND else "" for m in sentences])


def _one(system: str, sentence: int, line: str, english: str) -> Article:
    return Article(system, (sentence,), (line,), (english,))


def rows_from(articles: Sequence[Article], told: Told, audited: Sequence[Case]) -> Rows:
    """A row for each name of the articles' cases."""
    matrix, columns, words = [], [], 0
    for article, case in zip(articles, audited, strict=True):
        words += case.document.words
        for asked in judge.asked(case, tables(PAIR)):
            sure = decision.certain(asked.mention.type, asked.trace, asked.window)
            found = asked.window.text(asked.trace.span) if asked.trace.span else None
            damaged, weight = told(article, asked.mention.text, found)
            open_ = sure is None
            matrix.append(signals(asked.mention, asked.trace, asked.window, case) if open_ else UNASKED)
            at = asked.mention
            place = article.sentences[0], article.system
            certainly = nan if sure is None else float(sure.status in DAMAGED_NAME)
            columns.append((certainly, damaged, weight, *place, at.text, at.start, at.end, asked.stretch))
        case.forget()
    sure, damaged, weight, sentence, system, name, start, end, stretch = zip(*columns, strict=True)
    return Rows(
        np.array(matrix),
        np.array(sure, float),
        np.array(damaged, bool),
        np.array(weight, float),
        np.array(sentence, int),
        np.array(system),
        np.array(name),
        np.array(start, int),
        np.array(end, int),
        np.array(stretch, bool),
        words,
    )
