"""Points for what no single finding says: how far a whole text falls short of well-made translations.

A linear model over the measures, fitted by tools/estimation/fit.py on how six systems' versions of the same documents
differ in chrF against human references that the audit never sees, and turned into points by a softplus, so that a
good text loses few points and none is ever better than perfect. Weights, bounds, shape and cross-validated figures
are in data/estimate.json; docs/scoring.md shows them.
"""

from __future__ import annotations

import json
import math
from dataclasses import fields
from functools import cache
from typing import Any

from mtaudit.case import Case, Measures
from mtaudit.estimation.counts import load
from mtaudit.estimation.measure import measure
from mtaudit.languages.pair import LanguagePair
from mtaudit.model import Penalty

HALF = 100  # words of a text whose measures are believed by half
LEAST = 0.5  # points below which a text counts as well made: nothing is lost
WORTH_TELLING = 0.05  # points below which a measure is no row of its own
NAMES = tuple(field.name for field in fields(Measures))


@cache
def model(pair: LanguagePair) -> dict[str, Any] | None:
    """Weights in chrF points per unit, bounds and norms of the measures, and the shape of the softplus.

    None for a pair that has none: its norms would be those of another language.
    """
    content = pair.read("estimate.json")
    if content is None:
        return None
    found: dict[str, Any] = json.loads(content)
    return found


def shortfalls(measures: Measures, pair: LanguagePair) -> dict[str, float]:
    """By measure: chrF points that the text is estimated to be worse (or, negative, better) than a usual human one.

    Empty where the pair has no model.
    """
    own = (model(pair) or {"measures": {}})["measures"]
    found = {}
    for name in NAMES:
        value = getattr(measures, name)
        if value is not None and name in own:
            of = own[name]
            found[name] = of["weight"] * (of["norm"] - min(max(value, of["low"]), of["high"]))
    return found


def believed(words: int) -> float:
    """How much the measures of a text of so many words say, 0 to 1."""
    return words**2 / (words**2 + HALF**2)


def points(shortfall: float, words: int, shape: dict[str, float]) -> float:
    """Points lost for a shortfall in chrF points; a few words say little of a text, so short ones lose little.

    `shape` is that of the model's softplus.
    """
    x = (shortfall + shape["centre"]) / shape["softness"]
    softplus = x if x > 30 else math.log1p(math.exp(x))
    return float(believed(words) * min(shape["most"], shape["per_chrf"] * shape["softness"] * softplus))


def measures_of(case: Case) -> Measures | None:
    """The measures of a case's text; None where the language has no counts or the text no words."""
    counts = load(case.target_language.code)
    return measure(case.target, case.source if case.kind == "full" else None, counts) if counts else None


def estimate(case: Case) -> tuple[Penalty, ...]:
    """Points a measured text as a whole loses, shared out among what falls short; none if hardly worth saying."""
    fitted = model(case.pair)
    if case.measures is None or fitted is None:
        return ()
    own = fitted["measures"]
    lost = shortfalls(case.measures, case.pair)
    total = points(sum(lost.values()), case.document.words, fitted["points"])
    if total < LEAST:
        return ()
    # Against the best that human translations reach, not against their mean: something is always left to say.
    below = {name: max(0.0, value - own[name]["best"]) for name, value in lost.items()}
    most = max(below, key=lambda name: below[name])
    whole = sum(below.values()) or 1.0
    told = {name: value for name, value in below.items() if name == most or total * value / whole >= WORTH_TELLING}
    whole = sum(told.values()) or 1.0
    shares = {name: value / whole for name, value in told.items()} if told[most] else {most: 1.0}
    rows = [Penalty("estimate", name, "minor", 0, round(total * share, 2)) for name, share in shares.items()]
    return tuple(sorted((row for row in rows if row.points > 0), key=lambda row: (-row.points, row.rule)))
