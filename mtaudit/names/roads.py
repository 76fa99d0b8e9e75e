"""By which road a name was damaged: slips of letters, stray subword pieces, or passing through another script.

Each road is a table of rewritings with costs. The cost of a road is that of the cheapest way to get from the one
spelling to the other by its rewritings (anything else costs `OTHER` a letter). The tables follow how the scripts write
foreign names: Arabic has no p, v, o, e and writes no short vowels; Cyrillic has one letter for x and for ch/kh and none
for h, w and th; Japanese has no l, v, th and puts a vowel after each consonant.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.names.spelling import fold

OTHER = 1.0  # a letter changed, added or lost that the road doesn't explain
VOWELS = "aeiouy"


@dataclass(frozen=True, slots=True)
class Road:
    """`steps`: (letters in the name, letters in what was found, cost); `script`: whether it is another writing."""

    name: str
    steps: tuple[tuple[str, str, float], ...] = ()
    script: bool = False
    piece: float = 0.0  # cost of a stray piece of two to four letters put in
    tail: float = 0.0  # cost of losing the end
    prior: float = 0.0  # added to the cost: how unusual the road is


def _table(*groups: tuple[float, str]) -> tuple[tuple[str, str, float], ...]:
    """`"p>b v>f,w"` -> steps of one cost; `0` stands for nothing."""
    steps = []
    for cost, text in groups:
        for rule in text.split():
            left, right = rule.split(">")
            for to in right.split(","):
                steps.append((left.replace("0", ""), to.replace("0", ""), cost))
    return tuple(steps)


def _swaps(letters: str, cost: float) -> tuple[tuple[str, str, float], ...]:
    return tuple((a, b, cost) for a in letters for b in letters if a != b)


def _singles(left: bool, cost: float) -> tuple[tuple[str, str, float], ...]:
    return tuple((c, "", cost) if left else ("", c, cost) for c in "abcdefghijklmnopqrstuvwxyz")


_DOUBLED = tuple((c + c, c, 0.25) for c in "bcdfghjklmnpqrstvwxz")
_ARABIC_VOWELS = (
    *_swaps("aeiouy", 0.25),
    *((v, "", 0.3) for v in VOWELS),
    *(("", v, 0.35) for v in VOWELS),
    *_DOUBLED,
    *((b, a, c) for a, b, c in _DOUBLED),
)

ROADS: tuple[Road, ...] = (
    Road("letters dropped", _singles(True, 0.45)),
    Road("letters doubled", tuple((c, c + c, 0.3) for c in "abcdefghijklmnopqrstuvwxyz")),
    Road("letters swapped", tuple((a + b, b + a, 0.4) for a in "abcdefghijklmnopqrstuvwxyz" for b in
                                  "abcdefghijklmnopqrstuvwxyz" if a != b)),
    Road("letters changed", tuple((a, b, 0.55) for a in "abcdefghijklmnopqrstuvwxyz" for b in
                                  "abcdefghijklmnopqrstuvwxyz" if a != b)),
    Road("stray subword piece", (), piece=0.45),
    Road("cut short", (), tail=0.5),
    Road(
        "Arabic script",
        _table(
            (0.15, "p>b v>f,w w>f g>j,gh,k,q c>k ck>k ph>f th>t ff>f,v ee>i oo>u ou>u ey>i gg>j j>g x>ks ch>sh,tsh"),
            (0.2, "off>ov,of,auf,uf,ouf ow>u v>u w>u tk>t sch>sh tz>ts qu>kw u>w wi>whi,wai gn>n c>s y>i"),
            (0.4, "f>v w>wh j>h n>m z>s s>z"),
        ) + _ARABIC_VOWELS,
        script=True,
        prior=0.3,
    ),
    Road(
        "Cyrillic script",
        _table(
            (0.15, "h>g w>v x>ks th>t,f ck>k c>k,s y>i,j,iy,y j>dzh,dzh,y e>ye,ie ch>kh qu>kv ff>f gh>g ou>u oo>u"),
            (0.2, "off>ov v>w ph>f kh>h a>ya u>yu sch>sh ee>i ea>i,e o>a"),
        ) + _DOUBLED,
        script=True,
        prior=0.35,
    ),
    Road(
        "Japanese script",
        _table(
            (0.15, "l>r r>l v>b th>s,z si>shi ti>chi tu>tsu f>h,fu c>k,s x>kusu hu>fu er>a or>a ar>a w>u"),
            (0.2, "0>u 0>o 0>i"),
        ) + _DOUBLED,
        script=True,
        prior=0.4,
    ),
)  # fmt: skip


SCRIPTS = frozenset(r.name for r in ROADS if r.script)


def _cost(name: str, found: str, road: Road) -> float:
    """Cheapest way from `name` to `found` by the road's steps."""
    n, m = len(name), len(found)
    far = math.inf
    best = [[far] * (m + 1) for _ in range(n + 1)]
    best[0][0] = 0.0
    steps: dict[str, list[tuple[str, float]]] = {}
    for left, right, cost in road.steps:
        steps.setdefault(left, []).append((right, cost))
    for i in range(n + 1):
        for j in range(m + 1):
            here = best[i][j]

            def reach(x: int, y: int, cost: float, here: float = here) -> None:
                if x <= n and y <= m and here + cost < best[x][y]:
                    best[x][y] = here + cost

            if i < n and j < m:
                reach(i + 1, j + 1, 0.0 if name[i] == found[j] else OTHER)
            reach(i + 1, j, OTHER)
            reach(i, j + 1, OTHER)
            for size in range(min(3, n - i) + 1):
                for right, cost in steps.get(name[i : i + size], ()):
                    if (size or right) and found.startswith(right, j):
                        reach(i + size, j + len(right), cost)
            if road.piece:
                for size in (2, 3, 4):
                    reach(i, j + size, road.piece)
                    if size < 4 and i < n:  # the piece takes a letter's place: Piquet -> Pienquet keeps it, Feliencia
                        reach(i + 1, j + size, road.piece + 0.2)
            if road.tail and j == m and 0 < n - i <= n / 2:
                reach(n, m, road.tail)
    return best[n][m]


@lru_cache(maxsize=20_000)
def costs(original: str, found: str) -> tuple[tuple[str, float], ...]:
    """(road, cost) for all roads, cheapest first; words of the two are taken side by side."""
    left, right = original.split(), found.split()
    if len(left) != len(right):
        left, right = [original], [found]
    pairs = [(fold(a), fold(b)) for a, b in zip(left, right, strict=True) if fold(a) != fold(b)]
    table = [(road.name, road.prior + sum(_cost(a, b, road) for a, b in pairs)) for road in ROADS]
    return tuple(sorted(table, key=lambda item: (item[1], item[0])))


def road(original: str, *found: str) -> str:
    """The road that best explains how `original` became all of `found`; "none" where the letters are the same."""
    total: dict[str, float] = {}
    for form in found:
        if fold(original) != fold(form):
            for name, cost in costs(original, form):
                total[name] = total.get(name, 0.0) + cost
    return min(total, key=lambda name: (total[name], name), default="none")
