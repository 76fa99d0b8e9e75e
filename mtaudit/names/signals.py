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
from mtaudit.model import EntityType
from mtaudit.names.mention import Mention
from mtaudit.names.spelling import nearness, skeleton
from mtaudit.names.trace import Trace
from mtaudit.names.window import Window, Word

TYPES: tuple[EntityType, ...] = ("PER", "ORG", "LOC", "MISC")

# Name -> what it says. The groups are what an editor is told about (`reasons.py`).
NAMES: tuple[str, ...] = (
    # the name itself
    *(f"type_{kind.lower()}" for kind in TYPES), "words", "letters", "acronym", "digits", "certain", "stretch", "opens",
    "ordinary", "head", "listed", "usual_small", "usual_capital",
    # how its words stand there
    "whole", "form", "keeps", "same", "accepted", "translated", "near", "lost", "lost_foreign", "lost_named",
    # spelling of what is near
    "near_like", "near_letters", "near_sound", "near_known", "near_word", "near_another", "near_last", "near_first",
    # spelling of what is accepted for it
    "accepted_like", "accepted_last", "accepted_ordinary", "accepted_seen", "accepted_kept",
    # what was translated
    "translated_word", "translated_capital", "translated_head", "translated_likely", "translated_foreign",
    # the place
    "order", "gap", "odd_inside", "odd_before", "odd_behind", "capital", "repeated", "span_words",
    "seen", "seen_capital", "seen_there",
    # names that nothing explains
    "strangers", "stranger_like", "stranger_known", "stranger_type", "stranger_word", "stranger_apart",
    # other translations
    "second_same", "second_span", "chosen", "chosen_any", "back_same", "back_like",
    # likelihoods
    "name_given", "name_worst", "name_second", "name_over_second",
    "there_given", "there_worst", "there_alone", "there_over_alone", "there_back",
    # the sentence
    "sentence_carried", "sentence_given", "sentence_words",
)  # fmt: skip


def signals(mention: Mention, stretch: bool, trace: Trace, window: Window, case: Case) -> NDArray[np.float64]:
    """One row, in the order of `NAMES`."""
    found: dict[str, float] = {}
    _itself(found, mention, stretch, trace, window)
    _standing(found, trace, window)
    _spelling(found, trace, window)
    _accepted(found, trace, window)
    _meanings(found, trace, window)
    _place(found, trace, window)
    _strangers(found, mention, trace, window)
    _others(found, trace, window)
    _likelihoods(found, trace, window, case)
    return np.array([found.get(name, nan) for name in NAMES])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else nan


def _itself(found: dict[str, float], mention: Mention, stretch: bool, trace: Trace, window: Window) -> None:
    tables = window.tables
    for kind in TYPES:
        found[f"type_{kind.lower()}"] = mention.type == kind
    content = trace.content
    words = [p.word for p in content]
    found["words"] = len(content)
    found["letters"] = sum(len(w.key) for w in words)
    found["acronym"] = _mean([w.text.isupper() and len(w.text) > 1 for w in words])
    found["digits"] = any(c.isdigit() for w in words for c in w.key)
    found["certain"] = mention.confidence
    found["stretch"] = stretch
    found["opens"] = words[0].starts
    found["ordinary"] = _mean([tables.ordinary(w.text) for w in words])
    found["head"] = _mean([tables.head(w.text) for w in words])
    found["listed"] = bool(trace.entries)
    cases = [tables.casing.cases(w.key) for w in words]
    found["usual_small"] = min(c.source_small for c in cases)
    found["usual_capital"] = max(c.source_capital for c in cases)


def _standing(found: dict[str, float], trace: Trace, window: Window) -> None:
    tables = window.tables
    content = trace.content
    found["whole"] = trace.whole == "same"
    found["form"] = trace.whole == "form"
    found["keeps"] = float(all(tables.gazetteer.keeps(e) for e in trace.entries)) if trace.entries else nan
    for kind in ("same", "accepted", "translated", "near", "lost"):
        found[kind] = _mean([p.kind == kind for p in content])
    lost = [p.word for p in content if p.kind == "lost"]
    found["lost_foreign"] = sum(not tables.ordinary(w.text) and not tables.head(w.text) for w in lost) / len(content)
    found["lost_named"] = sum(tables.casing.name(w.key) for w in lost) / len(content)


def _spelling(found: dict[str, float], trace: Trace, window: Window) -> None:
    tables = window.tables
    near = [(p.word, window.target[p.places[0]]) for p in trace.content if p.kind == "near"]
    if not near:
        return
    one, other = min(near, key=lambda pair: nearness(pair[0].key, pair[1].key))
    found["near_like"] = nearness(one.key, other.key)
    found["near_letters"] = max(OSA.distance(a.key, b.key) / max(len(a.key), len(b.key)) for a, b in near)
    found["near_sound"] = float(skeleton(one.key) == skeleton(other.key))
    found["near_known"] = any(tables.casing.known(b.key) or bool(tables.gazetteer.known(b.text)) for _, b in near)
    found["near_word"] = any(tables.casing.target_word(b.key) for _, b in near)
    found["near_another"] = any(tables.another(a.text, b.text) for a, b in near)
    found["near_last"] = float(one.key[:-1] == other.key or one.key == other.key[:-1])
    found["near_first"] = float(one.key[:2] == other.key[:2])


def _accepted(found: dict[str, float], trace: Trace, window: Window) -> None:
    tables = window.tables
    pairs = [(p.word, window.target[p.places[0]]) for p in trace.content if p.kind == "accepted"]
    if not pairs:
        return
    found["accepted_like"] = min(nearness(a.key, b.key) for a, b in pairs)
    found["accepted_last"] = any(a.key[:-1] == b.key or a.key == b.key[:-1] for a, b in pairs)
    found["accepted_ordinary"] = _mean([tables.ordinary(a.text) for a, _ in pairs])
    found["accepted_seen"] = min(_seen(b.key, window) for _, b in pairs)
    kept = [tables.casing.cases(a.key) for a, _ in pairs]
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
    found["translated_capital"] = _mean([any(window.target[i].capital for i in p.places) for p in parts])
    found["translated_head"] = _mean([tables.head(p.word.text) or tables.direction(p.word.text) for p in parts])
    found["translated_likely"] = min(
        max((_likely(window.target[i].key, p.word.key, window) for i in p.places), default=0.0) for p in parts
    )
    found["translated_foreign"] = _mean(
        [tables.casing.name(p.word.key) and not tables.ordinary(p.word.text) for p in parts]
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
    first, last = trace.span
    own = {i for p in trace.content for i in p.places}
    inside = range(first, last + 1)
    firsts = [next(i for i in p.places if i in inside) for p in trace.content if any(i in inside for i in p.places)]
    found["order"] = float(firsts == sorted(firsts))
    found["gap"] = sum(i not in own for i in inside)
    found["odd_inside"] = sum(not window.explained(i) and i not in own for i in inside)
    found["odd_before"] = _odd(first - 1, first - 1, window)
    found["odd_behind"] = _odd(last + 1, last, window)
    found["capital"] = _mean([window.target[i].capital for i in inside])
    found["repeated"] = max(
        (window.target_keys[p.word.key] - window.source_keys[p.word.key] for p in trace.content), default=0
    )
    found["span_words"] = last - first + 1
    same = {i for p in trace.content if p.kind == "same" for i in p.places}
    other = [window.target[i] for i in inside if i not in same]
    if other:
        found["seen"] = min(_seen(w.key, window) for w in other)
        found["seen_capital"] = min(window.tables.casing.cases(w.key).target_capital for w in other)
        there = [window.tables.casing.cases(w.key) for w in other]
        found["seen_there"] = max(max(c.source_small, c.source_capital) for c in there)


def _odd(i: int, before: int, window: Window) -> float:
    """0 where the word at `i` is explained or none is joined there, 1 where nothing explains it, 2 with a capital."""
    if not 0 <= i < len(window.target) or not 0 <= before < len(window.target) or not window.joined(before):
        return 0.0
    word = window.target[i]
    low = word.text.lower()
    if window.explained(i) or low in window.tables.target.function_words or len(word.key) < 3:
        return 0.0
    return 2.0 if word.capital else 1.0


def _strangers(found: dict[str, float], mention: Mention, trace: Trace, window: Window) -> None:
    tables = window.tables
    own = set(range(trace.span[0], trace.span[1] + 1)) if trace.span else set()
    strangers = [i for i in window.strange if i not in own]
    found["strangers"] = len(strangers)
    lost = [p for p in trace.content if p.kind == "lost"]
    if not strangers or not lost:
        return
    words = [window.target[i] for i in strangers]
    found["stranger_like"] = max(nearness(p.word.key, w.key) for p in lost for w in words)
    entries = [e for run in window.strange_runs for e in tables.gazetteer.known(window.text(run))]
    found["stranger_known"] = any(tables.casing.name(w.key) for w in words) or bool(entries)
    found["stranger_type"] = any(e.type == mention.type for e in entries)
    found["stranger_word"] = any(tables.casing.target_word(w.key) for w in words)
    at = lost[0].at / max(1, len(window.source))
    found["stranger_apart"] = min(abs(i / max(1, len(window.target)) - at) for i in strangers)


def _others(found: dict[str, float], trace: Trace, window: Window) -> None:
    keys = [p.word.key for p in trace.content]
    if window.second is not None:
        second = window.second
        found["second_same"] = _mean([k in second for k in keys])
        if trace.span:
            there = [window.target[i].key for i in range(trace.span[0], trace.span[1] + 1)]
            found["second_span"] = _mean([k in second for k in there])
    if window.back is not None:
        back = window.back
        found["back_same"] = _mean([k in back for k in keys])
        found["back_like"] = _mean([max((nearness(k, b) for b in sorted(back)), default=0.0) for k in keys])


def _likelihoods(found: dict[str, float], trace: Trace, window: Window, case: Case) -> None:
    name = [e for p in trace.content for e in _heard(p.word, case, source=True)]
    given = [e.given_other for e in name if e.given_other]
    found["name_given"] = _mean([g.total for g in given])
    found["name_worst"] = min((g.worst for g in given), default=nan)
    found["name_second"] = _mean([e.given_second.total for e in name if e.given_second])
    found["name_over_second"] = min(
        (e.given_other.total - e.given_second.total for e in name if e.given_other and e.given_second), default=nan
    )
    if trace.span:
        words = window.target[trace.span[0] : trace.span[1] + 1]
        there = [e for w in words for e in _heard(w, case, source=False)]
        found["there_given"] = _mean([e.given_other.total for e in there if e.given_other])
        found["there_worst"] = min((e.given_other.total for e in there if e.given_other), default=nan)
        found["there_alone"] = min((e.alone.total for e in there if e.alone), default=nan)
        found["there_over_alone"] = min(
            (e.given_other.total - e.alone.total for e in there if e.given_other and e.alone), default=nan
        )
        found["there_back"] = min((e.given_back.total for e in there if e.given_back), default=nan)
        found["chosen"] = _mean([e.chosen.first for e in there if e.chosen])
        found["chosen_any"] = _mean([e.chosen.any for e in there if e.chosen])
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
