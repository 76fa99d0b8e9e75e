"""Pairs of a word of the original and a word of the translation that usually means its opposite, in numbers.

A pair is looked at where hardly anything seems to stand for the original's word, the translation's word seems to stand
for nothing, and no negator by either makes up for it (`tidak jauh` for near).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import nan

from mtaudit.evidence.affinity import Affinity
from mtaudit.evidence.second import forms
from mtaudit.polarity.sides import Sides, low

READING = 0.1  # p(source | target) from which a word has that meaning
OPPOSED = 0.3  # how surely one must be opposed to the other
STANDS = 0.5  # share of a word's meanings, or of its translations, from which it is accounted for

NAMES = (
    "listed", "opposed", "alike", "reading", "best_reading", "opposed_readings", "met", "meant", "onward", "back",
    "best_met", "affinity_source", "affinity_target", "apart", "beside", "anchored",
    "second_has", "second_chosen", "second_stands", "back_has", "back_has_opposite",
    "doubted", "prefixed",
    "frequency_source", "frequency_target", "frequency_opposite", "nothing_source", "nothing_target",
    "rivals_source", "rivals_target", "length",
)  # fmt: skip
TRANSLATORS = frozenset(  # signals that need one of the translators
    "second_has second_chosen second_stands back_has back_has_opposite".split()
)


@dataclass(frozen=True, slots=True, order=True)
class Opposite:
    """Numbers of a source and a target word, and the row of the source word that the latter usually means."""

    s: int
    t: int
    row: int
    opposed: float  # 0..1
    odds: float  # p(that meaning | target word)


def candidates(sides: Sides) -> Iterator[Opposite]:
    """The pairs worth asking about."""
    relations, source = sides.relations, sides.languages[1]
    others = source.negation.negators.union(*source.senses.comparatives.values())  # looked at elsewhere
    present, (denied_here, denied_there) = set(sides.rows), sides.denied
    asked = [
        (s, opposites)
        for s, word in enumerate(sides.there)
        if sides.met[s] < STANDS and word.text[:1].islower() and low(word) not in others and not denied_there[s]
        if (opposites := relations.opposites(sides.rows[s]))
    ]
    if not asked:
        return
    for t, word in enumerate(sides.here):
        if sides.meant[t] >= STANDS or denied_here[t] or not word.key.isalpha():
            continue
        readings = {r: p for r, p in relations.table.readings(word.key).items() if p >= READING and r not in present}
        for s, opposites in asked:
            hits = [(p * o, r, o, p) for r, p in readings.items() if (o := opposites.get(r, 0.0)) >= OPPOSED]
            if hits:
                _, row, opposed, p = max(hits)
                yield Opposite(s, t, row, opposed, p)


def signals(sides: Sides, pair: Opposite, found: list[Opposite], affinity: Affinity) -> tuple[float, ...]:
    """What speaks for and against a pair of `found`, in the order of `NAMES`; NaN where nothing is known."""
    relations, s, t = sides.relations, pair.s, pair.t
    table, (onward, back) = relations.table, sides.odds
    word, stands, row = sides.there[s], sides.here[t], sides.rows[s]
    base, target = affinity.base(word.key), table.target.row(stands.key).number
    readings = table.readings(stands.key)
    prefixes = sides.languages[1].negation.prefixes
    own = forms(stands.key, sides.languages[0])
    return (
        float(relations.listed(row, pair.row)),
        pair.opposed,
        relations.alike(row, pair.row),
        pair.odds,
        max(readings.values()),
        sum(p for r, p in readings.items() if relations.opposites(row).get(r, 0.0) >= OPPOSED),
        float(sides.met[s]),
        float(sides.meant[t]),
        float(onward[t, s]),
        float(back[t, s]),
        float(back[:, s].max()),
        max(affinity.of(w.key, base) for w in sides.here),
        max(affinity.of(stands.key, affinity.base(w.key)) for w in sides.there),
        abs(sides.place(s) - t),
        float(sides.beside(s, t)),
        len(sides.anchors[0]) / len(sides.there),
        float(not own.isdisjoint(sides.second_forms)) if sides.seconds else nan,
        stands.chosen.any if stands.chosen else nan,
        nan if sides.second_odds is None else float(sides.second_odds[s]),
        float(row in sides.back_rows) if sides.backs else nan,
        float(pair.row in sides.back_rows) if sides.backs else nan,
        float(sides.doubted[t]),
        float(word.key.startswith(prefixes) != table.source.bases[pair.row].startswith(prefixes)),
        float(table.source.frequency[row]),
        float(table.target.frequency[target]),
        float(table.source.frequency[pair.row]),
        float(table.source.nothing[row]),
        float(table.target.nothing[target]),
        float(sum(p.s == s for p in found)),
        float(sum(p.t == t for p in found)),
        float(len(sides.there)),
    )
