"""What speaks for and against a name having come through, as named numbers: the decision looks at no more.

Each is nan where nothing can be said (no second translation, no word that stands for the name). Likelihoods are
natural logarithms; shares are of the name's content words, 0..1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import nan

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from mtaudit.case import Case
from mtaudit.evidence.gather import evidence
from mtaudit.evidence.interface import Word as Evidence
from mtaudit.names.mention import Mention
from mtaudit.names.spelling import nearness, skeleton
from mtaudit.names.trace import Trace
from mtaudit.names.window import Window, Word

# Name -> what it says. The groups are what an editor is told about (`reasons.py`).
NAMES: tuple[str, ...] = (
    # the name itself
    "letters", "certain", "ordinary", "head", "listed", "usual_small", "usual_capital", "keeps",
    # how its words stand there
    "same", "accepted", "translated", "near", "lost",
    # spelling of what is near
    "near_like", "near_letters", "near_sound", "near_word",
    # spelling of what is accepted for it
    "accepted_like", "accepted_seen", "accepted_kept",
    # what was translated
    "translated_word", "translated_head", "translated_likely",
    # the place
    "order", "seen", "seen_capital", "seen_there",
    # names that nothing explains
    "strangers", "stranger_known", "stranger_apart",
    # other translations
    "second_same",
    # likelihoods
    "name_given", "name_worst", "there_given", "there_worst", "there_alone", "there_over_alone",
    # the sentence
    "sentence_carried", "sentence_given", "sentence_words",
)  # fmt: skip


def signals(mention: Mention, trace: Trace, window: Window, case: Case) -> NDArray[np.float64]:
    """One row, in the order of `NAMES`."""
    found: dict[str, float] = {}
    _itself(found, mention, trace, window)
    _spelling(found, trace, window)
    _accepted(found, trace, window)
    _meanings(found, trace, window)
    _place(found, trace, window)
    _strangers(found, trace, window)
    _likelihoods(found, trace, window, case)
    return np.array([found.get(name, nan) for name in NAMES])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else nan


def _itself(found: dict[str, float], mention: Mention, trace: Trace, window: Window) -> None:
    tables = window.tables
    words = [p.word for p in trace.content]
    found["letters"] = sum(len(w.key) for w in words)
    found["certain"] = mention.confidence
    found["ordinary"] = _mean([tables.ordinary(w.text) for w in words])
    found["head"] = _mean([tables.head(w.text) for w in words])
    found["listed"] = bool(trace.entries)
    found["keeps"] = float(all(tables.gazetteer.keeps(e) for e in trace.entries)) if trace.entries else nan
    cases = [tables.casing.cases(w.key) for w in words]
    found["usual_small"] = min(c.source_small for c in cases)
    found["usual_capital"] = max(c.source_capital for c in cases)
    for kind in ("same", "accepted", "translated", "near", "lost"):
        found[kind] = _mean([p.kind == kind for p in trace.content])
    if window.second is not None:
        found["second_same"] = _mean([w.key in window.second for w in words])


def _spelling(found: dict[str, float], trace: Trace, window: Window) -> None:
    near = [(p.word, window.target[p.places[0]]) for p in trace.content if p.kind == "near"]
    if not near:
        return
    one, other = min(near, key=lambda pair: nearness(pair[0].key, pair[1].key))
    found["near_like"] = nearness(one.key, other.key)
    found["near_letters"] = max(OSA.distance(a.key, b.key) / max(len(a.key), len(b.key)) for a, b in near)
    found["near_sound"] = float(skeleton(one.key) == skeleton(other.key))
    found["near_word"] = any(window.tables.casing.target_word(b.key) for _, b in near)


def _accepted(found: dict[str, float], trace: Trace, window: Window) -> None:
    pairs = [(p.word, window.target[p.places[0]]) for p in trace.content if p.kind == "accepted"]
    if not pairs:
        return
    found["accepted_like"] = min(nearness(a.key, b.key) for a, b in pairs)
    found["accepted_seen"] = min(_seen(b.key, window) for _, b in pairs)
    kept = [window.tables.casing.cases(a.key) for a, _ in pairs]
    found["accepted_kept"] = max(max(c.target_small, c.target_capital) for c in kept)


def _seen(key: str, window: Window) -> int:
    """How often text of the target language has a word: 0 never, n about 2**(n-1) times."""
    return max(max(c.target_small, c.target_capital) for c in map(window.tables.casing.cases, window.tables.bare(key)))


def _meanings(found: dict[str, float], trace: Trace, window: Window) -> None:
    tables = window.tables
    parts = [p for p in trace.content if p.kind == "translated"]
    if not parts:
        return
    found["translated_word"] = max(tables.casing.cases(p.word.key).source_small for p in parts)
    found["translated_head"] = _mean([tables.head(p.word.text) or tables.direction(p.word.text) for p in parts])
    found["translated_likely"] = min(
        max((_likely(window.target[i].key, p.word.key, window) for i in p.places), default=0.0) for p in parts
    )


def _likely(target: str, source: str, window: Window) -> float:
    lexicon = window.tables.lexicon
    wanted = lexicon.key(source)
    return max(
        (p for k in window.tables.bare(target) for e, p in lexicon.translations(k).items() if lexicon.key(e) == wanted),
        default=0.0,
    )


def _place(found: dict[str, float], trace: Trace, window: Window) -> None:
    if trace.span is None:
        return
    inside = range(trace.span[0], trace.span[1] + 1)
    firsts = [next(i for i in p.places if i in inside) for p in trace.content if any(i in inside for i in p.places)]
    found["order"] = float(firsts == sorted(firsts))
    same = {i for p in trace.content if p.kind == "same" for i in p.places}
    other = [window.target[i] for i in inside if i not in same]
    if other:
        found["seen"] = min(_seen(w.key, window) for w in other)
        cases = [window.tables.casing.cases(w.key) for w in other]
        found["seen_capital"] = min(c.target_capital for c in cases)
        found["seen_there"] = max(max(c.source_small, c.source_capital) for c in cases)


def _strangers(found: dict[str, float], trace: Trace, window: Window) -> None:
    own = range(trace.span[0], trace.span[1] + 1) if trace.span else range(0)
    strangers = [i for i in window.strange if i not in own]
    found["strangers"] = len(strangers)
    lost = [p for p in trace.content if p.kind == "lost"]
    if not strangers or not lost:
        return
    tables = window.tables
    found["stranger_known"] = any(tables.casing.name(window.target[i].key) for i in strangers) or any(
        tables.gazetteer.known(window.text(run)) for run in window.strange_runs
    )
    at = lost[0].at / max(1, len(window.source))
    found["stranger_apart"] = min(abs(i / max(1, len(window.target)) - at) for i in strangers)


def _likelihoods(found: dict[str, float], trace: Trace, window: Window, case: Case) -> None:
    name = [e for p in trace.content for e in _heard(p.word, case, source=True)]
    given = [e.given_other for e in name if e.given_other]
    found["name_given"] = _mean([g.total for g in given])
    found["name_worst"] = min((g.worst for g in given), default=nan)
    if trace.span:
        words = window.target[trace.span[0] : trace.span[1] + 1]
        there = [e for w in words for e in _heard(w, case, source=False)]
        found["there_given"] = _mean([e.given_other.total for e in there if e.given_other])
        found["there_worst"] = min((e.given_other.total for e in there if e.given_other), default=nan)
        found["there_alone"] = min((e.alone.total for e in there if e.alone), default=nan)
        found["there_over_alone"] = min(
            (e.given_other.total - e.alone.total for e in there if e.given_other and e.alone), default=nan
        )
    own = {p.at for p in trace.content}
    around = [e for i, w in enumerate(window.source) if i not in own for e in _heard(w, case, source=True)]
    carried = [e.carried for e in around if e.carried is not None and e.weight]
    found["sentence_carried"] = _mean(carried)
    found["sentence_given"] = _mean([e.given_other.total for e in around if e.given_other])
    found["sentence_words"] = len(window.source)


def _heard(word: Word, case: Case, *, source: bool) -> Sequence[Evidence]:
    """The evidence on a word of a window."""
    run = case.once(_sorted, source)
    first = bisect_left(run, word.end, key=lambda e: e.start)
    return [e for e in run[max(0, first - 4) : first] if e.start < word.end and word.start < e.end]


def _sorted(case: Case, source: bool) -> tuple[Evidence, ...]:
    both = evidence(case)
    return tuple(e for row in (both.source if source else both.target) for e in row)
