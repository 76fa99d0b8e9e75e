"""Articles -> a table of features, a row a word, made by the program's own way of gathering evidence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gold import HUMAN, SYSTEMS, WEAK, Article, Gold
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mtaudit import pipeline  # noqa: E402
from mtaudit.case import Case, Document  # noqa: E402
from mtaudit.evidence.second import forms  # noqa: E402
from mtaudit.evidence.translations import back_translate, with_forced_scores, with_second_translations  # noqa: E402
from mtaudit.languages import ENGLISH_INDONESIAN as PAIR  # noqa: E402
from mtaudit.originals.choose import OriginalIndex  # noqa: E402
from mtaudit.originals.words import words  # noqa: E402
from mtaudit.pipeline import Translation  # noqa: E402
from mtaudit.reader.features import features, written  # noqa: E402
from mtaudit.translation import models  # noqa: E402
from mtaudit.translation.cache import CachedModel  # noqa: E402

ALL = (*SYSTEMS, HUMAN)


@dataclass(frozen=True)
class Table:
    """One row a word. `features`: rows x reader.features.NAMES. All others have a value a row."""

    features: NDArray[np.float64]
    article: NDArray[np.int_]  # number of its article
    sentence: NDArray[np.int_]
    system: NDArray[np.int_]  # number in ALL
    start: NDArray[np.int_]  # in the sentence
    end: NDArray[np.int_]
    severity: NDArray[np.int_]  # of the worst fault it is part of: 0 none, 1 minor, 2 major, 3 critical
    severity_alone: NDArray[np.int_]  # of the worst one that is visible without the original
    labelled: NDArray[np.bool_]  # whether its sentence was read
    agrees: NDArray[np.bool_]  # whether the reference or one of two good systems has the word in any form

    def save(self, path: Path) -> None:
        np.savez_compressed(path, **{name: getattr(self, name) for name in self.__dataclass_fields__})

    @classmethod
    def load(cls, path: Path) -> Table:
        with np.load(path) as saved:
            return cls(**{name: saved[name] for name in cls.__dataclass_fields__})


def cases(articles: Sequence[Article], cache: Path) -> list[Case]:
    """The articles with all evidence, as an audit gathers it; translations are kept in `cache`."""
    back = CachedModel(models.translation_model(None, "id", "en"), cache)
    forward = CachedModel(models.second_translators((), "en", "id")[0], cache)
    given = [
        Translation(
            Document(f"{article.system}/{number}", "", article.text),
            Document(f"original/{number}", "", "\n".join(article.english)),
            paired=True,
        )
        for number, article in enumerate(articles)
    ]
    begun = back_translate([pipeline.begin(translation, PAIR) for translation in given], back)
    index = OriginalIndex([], pair=PAIR)
    matched = [pipeline.with_original(case, own, index) for case, own in zip(begun, given, strict=True)]
    return with_forced_scores(with_second_translations(matched, [forward]), back, forward)


def table(gold: Gold | None, articles: Sequence[Article], cache: Path) -> Table:
    """Features and labels of every word; without `gold`, human translations of which nothing is labelled."""
    rows, matrices = [], []
    vouching: dict[int, list[frozenset[str]]] = {}
    for number, (article, case) in enumerate(zip(articles, cases(articles, cache), strict=True)):
        places = list(article.places())
        kept = []
        for at, word in enumerate(written(case)):
            place = next((p for p in places if p[1] <= word.start < p[2]), None)
            if place is None:
                continue
            kept.append(at)
            sentence, start, end = place[0], word.start - place[1], word.end - place[1]
            faults = gold.faults.get((sentence, article.system), []) if gold else []
            own = [fault for fault in faults if fault.start < end and start < fault.end]
            if gold and sentence not in vouching:
                texts = [gold.version(sentence, system) for system in (HUMAN, "google", "microsoft")]
                vouching[sentence] = [frozenset().union(*(forms(w, PAIR.target) for w in words(t))) for t in texts]
            rows.append(
                (
                    number,
                    sentence,
                    ALL.index(article.system),
                    start,
                    end,
                    max((fault.severity for fault in own), default=0),
                    max((fault.severity for fault in own if fault.alone), default=0),
                    bool(gold) and (sentence, article.system) in gold.labelled,
                    all(
                        any(not forms(part.key, PAIR.target).isdisjoint(text) for text in vouching.get(sentence, ()))
                        for part in word.parts
                    ),
                )
            )
        matrices.append(features(case)[kept])
        case.forget()
    columns = np.array(rows, int).T
    return Table(np.concatenate(matrices), *columns[:7], columns[7].astype(bool), columns[8].astype(bool))


__all__ = ["ALL", "WEAK", "Table", "cases", "table"]
