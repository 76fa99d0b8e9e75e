"""What the reader sees of every word of a translation: named features made of the evidence on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import nan

import numpy as np
from numpy.typing import NDArray

from mtaudit.case import Case
from mtaudit.evidence.gather import evidence
from mtaudit.evidence.interface import Word
from mtaudit.originals.lexicon import Lexicon, load
from mtaudit.reader.columns import mean_of, shifted, window

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Written:
    """A word as written at `text[start:end]` of the document, or of its original, with the evidence on its parts."""

    start: int
    end: int
    text: str
    row: int  # its sentence
    parts: tuple[Word, ...]


def written(case: Case) -> tuple[Written, ...]:
    """The words of a translation in order; the parts of `anak-anak` are one."""
    return case.once(_written)


def _written(case: Case) -> tuple[Written, ...]:
    return whole(case.text, evidence(case).target)


def whole(text: str, sentences: Sequence[Sequence[Word]]) -> tuple[Written, ...]:
    """The words of `text` as written, in order; `sentences`: the evidence on their parts."""
    return tuple(
        Written(start, end, text[start:end], row, tuple(parts))
        for row, words in enumerate(sentences)
        for (start, end), parts in groupby(words, key=lambda word: (word.start, word.end))
    )


def _least(of: Callable[[Word], float | None]) -> Callable[[Written], float]:
    """The least value over the parts of a word, NaN where there is none."""

    def value(word: Written) -> float:
        if len(word.parts) == 1:
            own = of(word.parts[0])
            return nan if own is None else own
        return min((v for part in word.parts if (v := of(part)) is not None), default=nan)

    return value


def _most(of: Callable[[Word], float | None]) -> Callable[[Written], float]:
    """The greatest value over the parts of a word, NaN where there is none."""

    def value(word: Written) -> float:
        return max((v for part in word.parts if (v := of(part)) is not None), default=nan)

    return value


# Of the word itself
OWN: dict[str, Callable[[Written], float]] = {
    "weight": _least(lambda w: w.weight),
    "carried": _least(lambda w: w.carried),
    "comes_back": _least(lambda w: w.comes_back),
    "here": _least(lambda w: w.commonness.here if w.commonness else None),
    "there": _least(lambda w: w.commonness.there if w.commonness else None),
    "zipf_here": _least(lambda w: w.commonness.zipf_here if w.commonness else None),
    "zipf_there": _least(lambda w: w.commonness.zipf_there if w.commonness else None),
    "fit_before": _least(lambda w: w.fit.before if w.fit else None),
    "fit_after": _least(lambda w: w.fit.after if w.fit else None),
    "given_original": _least(lambda w: w.given_other.total if w.given_other else None),
    "given_original_worst": _least(lambda w: w.given_other.worst if w.given_other else None),
    "alone": _least(lambda w: w.alone.total if w.alone else None),
    "alone_worst": _least(lambda w: w.alone.worst if w.alone else None),
    "given_back": _least(lambda w: w.given_back.total if w.given_back else None),
    "given_back_worst": _least(lambda w: w.given_back.worst if w.given_back else None),
    "chosen_first": _least(lambda w: w.chosen.first if w.chosen else None),
    "chosen_any": _least(lambda w: w.chosen.any if w.chosen else None),
    "expected": _least(lambda w: w.meaning.expected if w.meaning else None),
    "usual": _least(lambda w: w.meaning.usual if w.meaning else None),
    "meant": _least(lambda w: w.meaning.meant if w.meaning else None),
    "unmet": _most(lambda w: w.meaning.unmet if w.meaning else None),
    "capital": lambda w: float(w.text[0].isupper()),
    "digits": lambda w: float(any(c.isdigit() for c in w.text)),
    "letters": lambda w: float(len(w.text)),
    "hyphen": lambda w: float("-" in w.text),
}
NEIGHBOURS = (
    "given_original",
    "alone",
    "given_back",
    "chosen_first",
    "here",
    "expected",
    "meant",
)  # asked of them, too
MEANS = ("given_original", "alone", "given_back", "chosen_any", "carried", "here", "expected", "meant")  # of a sentence
OF_DOCUMENT = "given_original_document"
GAPS = {  # one feature minus another
    "original_over_alone": ("given_original", "alone"),
    "back_over_alone": ("given_back", "alone"),
}
WINDOW = ("given_original", "original_over_alone", "given_back", "alone")  # mean over the word and two on either side
OF_SENTENCE = ("first", "back_score", "length", "original", "original_least", "worse_than_second")
NEAR = ("source_near",)
NAMES = (
    *OWN,
    "copied",
    *(f"{name}_before" for name in NEIGHBOURS),
    *(f"{name}_after" for name in NEIGHBOURS),
    *(f"{name}_sentence" for name in MEANS),
    OF_DOCUMENT,
    *GAPS,
    *(f"{name}_window" for name in WINDOW),
    *OF_SENTENCE,
    *NEAR,
)
# What begins so can't be told without an original, or is not asked beside one
BESIDE = (
    "given_original", "original", "chosen", "carried", "copied", "source", "worse", "length", "expected", "usual",
    "meant", "unmet",
)  # fmt: skip
INSTEAD = ("given_back", "back_over")
ORIGINAL = tuple(name for name in NAMES if not name.startswith(INSTEAD))
ALONE = tuple(name for name in NAMES if not name.startswith(BESIDE))


def features(case: Case) -> Matrix:
    """words x len(NAMES), in the order of `written`; NaN where nothing can be said."""
    words = written(case)
    own = {name: np.array([of(word) for word in words], float) for name, of in OWN.items()}
    rows = np.array([word.row for word in words], int)
    columns = dict(own)
    columns["copied"] = _copied(case, words)
    for name in NEIGHBOURS:
        columns[f"{name}_before"] = shifted(own[name], rows, 1)
        columns[f"{name}_after"] = shifted(own[name], rows, -1)
    for name in MEANS:
        columns[f"{name}_sentence"] = mean_of(own[name], rows)
    # People translate more freely than machines: words that nobody expects mean less among many of their kind.
    columns[OF_DOCUMENT] = mean_of(own["given_original"], np.zeros_like(rows))
    for name, (one, other) in GAPS.items():
        columns[name] = own[one] - own[other]
    for name in WINDOW:
        columns[f"{name}_window"] = window(columns[name], rows)
    columns |= _of_sentence(case, rows, own["given_original"])
    columns |= _near(case, words)
    return np.column_stack([columns[name] for name in NAMES]) if words else np.zeros((0, len(NAMES)))


def _copied(case: Case, words: Sequence[Written]) -> Matrix:
    if not case.links:
        return np.full(len(words), nan)
    there: dict[int, set[str]] = {}
    for row, sources in case.source_of.items():
        there[row] = {part.text.lower() for i in sources for part in evidence(case).source[i]}
    return np.array([float(word.text.lower() in there[word.row]) if there.get(word.row) else nan for word in words])


def _near(case: Case, words: Sequence[Written]) -> dict[str, Matrix]:
    """How likely the original is, given the translation, around the place that a word stands for, judged by the words
    around it that the word list knows."""
    near = np.full(len(words), nan)
    lexicon = load(case.pair)
    by_row: dict[int, list[int]] = {}
    for i, word in enumerate(words):
        by_row.setdefault(word.row, []).append(i)
    for row, own in by_row.items():
        there = [w for i in case.source_of.get(row, ()) for w in evidence(case).source[i]]
        given = np.array([w.given_other.total if w.given_other else nan for w in there])
        if np.isnan(given).all():
            continue
        apart = np.arange(len(there)) - _projected([words[i] for i in own], there, lexicon)[:, None]
        weights = np.exp(-0.5 * (apart / 1.5) ** 2)
        near[own] = np.nansum(weights * given, axis=1) / weights.sum(axis=1)
    return {"source_near": near}


def standing_for(words: Sequence[Written], there: Sequence[Word], lexicon: Lexicon) -> dict[int, int]:
    """Number of a word of the translation -> number of the word of the original that it stands for, by the word list
    and by place; of those words that the list knows."""
    scale = len(there) / max(1, len(words))
    found: dict[int, int] = {}
    for i, word in enumerate(words):
        strengths: dict[str, float] = {}
        for part in word.parts:
            strengths |= lexicon.strengths(part.key)
        hits = [(abs(k - i * scale) - 8 * strengths[w.key], k) for k, w in enumerate(there) if w.key in strengths]
        if hits and (word.parts[0].weight or 0) > 0:
            found[i] = min(hits)[1]
    return found


def _projected(words: Sequence[Written], there: Sequence[Word], lexicon: Lexicon) -> Matrix:
    """For each word, where among the words of the original it stands."""
    anchors = standing_for(words, there, lexicon)
    known = sorted(anchors)
    if not known:
        return np.arange(len(words), dtype=float) * (len(there) / max(1, len(words)))
    return np.asarray(np.interp(np.arange(len(words)), known, [anchors[i] for i in known]), float)


def _of_sentence(case: Case, rows: NDArray[np.int_], given: Matrix) -> dict[str, Matrix]:
    first = np.array([float(i == 0 or rows[i] != rows[i - 1]) for i in range(len(rows))])
    number = len(case.sentences)
    scores = np.array([nan if s is None else s for s in case.back_translation_scores], float)
    length, mean, least, worse = (np.full(number, nan) for _ in range(4))
    source = evidence(case).source
    for row in range(number):
        at = case.link_of("target", row)
        texts = case.linked(at) if at is not None else None
        if at is None or texts is None:
            continue
        length[row] = np.log(len(texts[0]) / len(texts[1]) / case.pair.length)
        own = [w for i in case.links[at].source for w in source[i] if w.given_other]
        if own:
            values = [w.given_other.total for w in own if w.given_other]
            mean[row], least[row] = float(np.mean(values)), min(values)
        score = case.forced.translation[at] if case.forced.translation else None
        if case.again and score is not None:
            own_scores = [case.again[0].hypotheses[i].score for i in case.links[at].source]
            worse[row] = score.mean - sum(own_scores) / len(own_scores)
    return {
        "first": first,
        "back_score": scores[rows],
        "length": length[rows],
        "original": mean[rows],
        "original_least": least[rows],
        "worse_than_second": worse[rows],
    }
