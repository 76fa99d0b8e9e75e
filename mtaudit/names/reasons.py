"""Why a name was judged as it was: the evidence that weighed most, in words for an editor.

What a piece of evidence weighs is by how much the probability changes when its signals are what they usually are where
a name is sound.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isnan

import numpy as np
from numpy.typing import NDArray

from mtaudit.names import signals
from mtaudit.names.decision import NameModel, instead
from mtaudit.names.trace import Trace
from mtaudit.names.window import Window

TOLD = 3  # pieces of evidence that are told of a name
UNLIKELY, LIKELY = -7.0, -2.5  # log-probabilities of a word that a translator would hardly write, and would
CAME_THROUGH = 0.35  # share of the sentence's other words below which hardly anything came through
Floats = NDArray[np.float64]
Say = Callable[[Trace, Window, dict[str, float]], str | None]


def _missing(trace: Trace, window: Window, row: dict[str, float]) -> str | None:
    lost = [p.word.text for p in trace.content if p.kind == "lost"]
    return f"Nothing in the translation stands for {_quoted(lost)}" if lost else None


def _spelling(trace: Trace, window: Window, row: dict[str, float]) -> str | None:
    near = next((p for p in trace.content if p.kind == "near"), None)
    if near is None:
        return None
    return f"“{window.target[near.places[0]].text}” is nearly “{near.word.text}”, and no other word explains it"


def _meaning(trace: Trace, window: Window, row: dict[str, float]) -> str | None:
    parts = [p for p in trace.content if p.kind == "translated"]
    if not parts:
        return None
    pairs = [f"“{window.target[p.places[0]].text}” is a word for “{p.word.text}”" for p in parts[:2]]
    return " and ".join(pairs)


def _accepted(trace: Trace, window: Window, row: dict[str, float]) -> str | None:
    part = next((p for p in trace.content if p.kind == "accepted"), None)
    return f"“{window.target[part.places[0]].text}” is a usual spelling of “{part.word.text}”" if part else None


def _order(trace: Trace, window: Window, row: dict[str, float]) -> str | None:
    return "Its words stand in another order" if row["order"] == 0 else None


def _strangers(trace: Trace, window: Window, row: dict[str, float]) -> str | None:
    run = instead(trace, window) if row["lost"] else None
    return f"The original does not have “{window.text(run)}”" if run else None


def _second(trace: Trace, window: Window, row: dict[str, float]) -> str | None:
    if window.second is None:
        return None
    kept = [
        p.word.text for p in trace.content if p.kind in {"near", "lost", "translated"} and p.word.key in window.second
    ]
    return f"Another translation keeps {_quoted(kept)}" if kept else None


def _likely(trace: Trace, window: Window, row: dict[str, float]) -> str | None:
    if isnan(row["name_worst"]):
        return None
    if row["name_worst"] < UNLIKELY:
        return f"What stands there does not lead a translator back to “{trace.text}”"
    return f"What stands there leads a translator back to “{trace.text}”" if row["name_worst"] > LIKELY else None


def _there(trace: Trace, window: Window, row: dict[str, float]) -> str | None:
    if isnan(row["there_worst"]) or trace.span is None:
        return None
    found = window.text(trace.span)
    if row["there_worst"] < UNLIKELY:
        return f"A translator of the original would hardly write “{found}”"
    return f"A translator of the original would write “{found}”, too" if row["there_worst"] > LIKELY else None


def _around(trace: Trace, window: Window, row: dict[str, float]) -> str | None:
    return "Hardly anything of the sentence around it came through" if row["sentence_carried"] < CAME_THROUGH else None


def _quoted(words: Sequence[str]) -> str:
    return " and ".join(f"“{word}”" for word in words[:3])


# The first letters of the signals that belong together -> what is said of them
GROUPS: tuple[tuple[tuple[str, ...], Say], ...] = (
    (("near",), _spelling),
    (("lost",), _missing),
    (("translated",), _meaning),
    (("accepted", "same"), _accepted),
    (("order", "seen"), _order),
    (("stranger",), _strangers),
    (("second",), _second),
    (("name_",), _likely),
    (("there_",), _there),
    (("sentence",), _around),
)


def reasons(rows: Floats, traces: Sequence[tuple[Trace, Window]], model: NameModel) -> list[tuple[str, ...]]:
    """For each row of signals its `TOLD` weightiest pieces of evidence that have words, the weightiest first."""
    if not len(rows):
        return []
    usual = np.array([np.nan if value is None else value for value in model.usual])
    every = [rows]
    for prefixes, _ in GROUPS:
        other = rows.copy()
        columns = [i for i, name in enumerate(signals.NAMES) if name.startswith(prefixes)]
        other[:, columns] = usual[columns]
        every.append(other)
    found, *without = np.split(model.trees.probability(signals.NAMES, np.concatenate(every)), len(every))
    weights = [np.abs(found - other) for other in without]
    told = []
    for at, (trace, window) in enumerate(traces):
        row = dict(zip(signals.NAMES, rows[at].tolist(), strict=True))
        order = sorted(range(len(GROUPS)), key=lambda g: (-weights[g][at], g))
        said = [text for g in order if (text := GROUPS[g][1](trace, window, row)) is not None]
        told.append(tuple(said[:TOLD]))
    return told
