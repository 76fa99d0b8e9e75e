"""Words denied on one side and affirmed on the other, in numbers.

A pair is looked at where a word of the original surely stands for a word of the translation, a negator stands by one of
them, and none by the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import nan

from mtaudit.evidence.interface import Word
from mtaudit.languages.interface import Language
from mtaudit.polarity.opposites import READING
from mtaudit.polarity.sides import Sides, clause, low, prefixed
from mtaudit.text import Reading
from mtaudit.text import words as cut

REACH = 4  # words behind a negator in which a word that it denies stands
STANDS = 0.04  # p(source | target) * p(target | source) from which two words stand for each other
FAR = 9.0  # words apart that are as far as any

NAMES = (
    "lost", "onward", "back", "distance", "first",
    "negators_there", "negators_here", "negators_back", "negators_second", "back_surplus", "second_surplus",
    "denying_there", "denying_here", "denying_apart", "negator_met", "negator_met_best",
    "opposite_here", "prefixed_there", "prefixed",
    "given_negator", "source_given_negator",
    "back_has", "second_stands", "apart", "weight_source", "weight_target", "length", "capital", "rivals",
)  # fmt: skip
TRANSLATORS = frozenset(  # signals that need one of the translators
    """negators_back negators_second back_surplus second_surplus given_negator source_given_negator
    back_has second_stands""".split()
)


@dataclass(frozen=True, slots=True)
class Negation:
    """Source word `s` stands for target word `t`; negator `n` is the original's where it was `lost`."""

    lost: bool
    n: int
    s: int
    t: int


def candidates(sides: Sides) -> Iterator[Negation]:
    """For each negator the nearest word behind it that is denied on that side only."""
    here, there = sides.negators
    asks = "?" in sides.texts[1][sides.there[0].start : sides.there[-1].end + 2]
    if asks or (not here and not there):
        return  # Isn't that great? denies nothing
    joint = sides.odds[0] * sides.odds[1]
    for lost, own, other in ((True, there, here), (False, here, there)):
        denied = sides.denied[not lost]
        for n in own:
            side, text = (sides.here, sides.there)[lost], sides.texts[lost]
            doubled = any(0 < abs(n - k) <= REACH and clause(text, side[n], side[k]) for k in own)
            if doubled or _phrase(side, n, sides.languages[lost]):
                continue  # can't afford not to
            for k in _scope(sides, lost, n):
                odds = joint[:, k] if lost else joint[k]
                m = int(odds.argmax())
                if odds[m] >= STANDS and not denied[m] and not _excused(sides, lost, m) and m not in other:
                    yield Negation(True, n, k, m) if lost else Negation(False, n, m, k)
                    break
                if lost and _turned(sides, k):
                    break  # never forget: selalu mengingat


def _turned(sides: Sides, s: int) -> bool:
    """Whether some word of the translation usually means the opposite of source word `s`."""
    opposites, readings = sides.relations.opposites(sides.rows[s]), sides.relations.table.readings
    return bool(opposites) and any(
        p >= READING and r in opposites for word in sides.here for r, p in readings(word.key).items()
    )


def _excused(sides: Sides, lost: bool, m: int) -> bool:
    """Whether a word near word `m` of the other side denies it in part, or by its sense: refused to pay, sedikit."""
    side, text = (sides.there, sides.here)[lost], sides.texts[not lost]
    near = range(max(0, m - REACH), min(len(side), m + REACH + 1))
    return any(k != m and sides.denying(lost, k) and clause(text, side[k], side[m]) for k in near)


def _scope(sides: Sides, lost: bool, n: int) -> Iterator[int]:
    """The content words behind a negator, nearest first, up to the end of its clause."""
    side, text, language = (sides.here, sides.there)[lost], sides.texts[lost], sides.languages[lost]
    for k in range(n + 1, min(len(side), n + 1 + REACH)):
        if not clause(text, side[n], side[k]) or prefixed(side[k], language):
            return  # not illegal: the two take each other away
        if _content(side[k], language):
            yield k


def _content(word: Word, language: Language) -> bool:
    return low(word) not in language.light and word.text.isalpha() and len(word.text) > 2


def _phrase(side: Sequence[Word], n: int, language: Language) -> bool:
    """Whether a negator belongs to a phrase that denies nothing: `not only`, `tidak lain`."""
    around = " ".join(low(w) for w in side[max(0, n - 2) : n + 3])
    return any(f" {phrase} " in f" {around} " for phrase in language.negation.exceptions)


def counted(readings: Sequence[Reading], language: Language) -> float:
    """How many negators texts have; NaN without one."""
    if not readings:
        return nan
    negators = language.negation.negators
    return float(sum(w.low.replace("’", "'") in negators for r in readings for w in cut(r, "letters")))


def signals(sides: Sides, pair: Negation, found: list[Negation]) -> tuple[float, ...]:
    """What speaks for and against a pair of `found`, in the order of `NAMES`; NaN where nothing is known."""
    lost, n, s, t = pair.lost, pair.n, pair.s, pair.t
    target, source = sides.languages
    (onward, back), relations = sides.odds, sides.relations
    side, k = (sides.there, s) if lost else (sides.here, t)
    here, there = sides.negators
    denying_here = [i for i in range(len(sides.here)) if sides.denying(True, i)]
    denying_there = [i for i in range(len(sides.there)) if sides.denying(False, i)]
    apart = [abs(i - t) for i in denying_here] if lost else [abs(i - s) for i in denying_there]
    negators_back, negators_second = counted(sides.backs, source), counted(sides.seconds, target)
    opposites = relations.opposites(sides.rows[s])
    opposed = [
        p * opposites[r]
        for w in (sides.here if opposites else ())
        for r, p in relations.table.readings(w.key).items()
        if p >= READING and r in opposites
    ]
    word, stands, mine = sides.there[s], sides.here[t], sides.there[n] if lost else None
    told = None if lost else sides.here[n].given_other
    return (
        float(lost),
        float(onward[t, s]),
        float(back[t, s]),
        float(k - n),
        float(not any(_content(side[i], sides.languages[lost]) for i in range(n + 1, k))),
        float(len(there)),
        float(len(here)),
        negators_back,
        negators_second,
        negators_back - len(here),
        negators_second - len(there),
        float(len(denying_there)),
        float(len(denying_here)),
        min(FAR, *apart, FAR),
        float(sides.met[n] if lost else sides.meant[n]),
        float(back[:, n].max() if lost else onward[n].max()),
        max(opposed, default=0.0),
        float(any(prefixed(w, source) for w in sides.there)),
        float(prefixed(word, source)),
        told.total if told else nan,
        mine.given_other.total if mine and mine.given_other else nan,
        float(sides.rows[s] in sides.back_rows) if sides.backs else nan,
        nan if sides.second_odds is None else float(sides.second_odds[s]),
        abs(sides.place(s) - t),
        word.weight or 0.0,
        stands.weight or 0.0,
        float(len(sides.there)),
        float(word.text[:1].isupper()),
        float(len(found)),
    )
