"""Numbers of a translation held against those of its original, by value, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from mtaudit.numbers import measures, moved
from mtaudit.numbers.mention import NumberMention
from mtaudit.numbers.values import Values

Change = Literal[
    "changed", "scale", "separators", "lost", "added", "currency", "measure", "decade", "year", "weekday", "moved"
]
_SHARES = {"fraction", "times", "percent"}  # what says how much of something, or how many times as much
_FIRST_YEAR = 1000  # of the decades whose century is written
_REACH = 20  # places by which a number of a long table may stand elsewhere than the one it replaces
_ROUNDED_PERCENT = 1  # points by which a part of a whole may be rounded: 33 percent for a third


Mentions = Sequence[NumberMention]
Counted = Callable[[int, NumberMention, NumberMention], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one number; `original` None: added, `translated` None: lost. `row` is the pair of sentences."""

    change: Change
    row: int
    original: NumberMention | None
    translated: NumberMention | None


def equal(a: NumberMention, b: NumberMention) -> bool:
    """Whether two mentions can be the same number: a reading in common, the same time of day, the same length."""
    if (a.kind == "weekday") != (b.kind == "weekday"):
        return False
    if (a.implied or b.implied) and not measures.alike(a, b):
        return False
    timely = (a.kind == "time") + (b.kind == "time")
    if timely == 2 and (a.local or b.local):
        return True
    if timely and a.clock is not None and b.clock is not None and _same_time(a, b):
        return True
    if timely == 2:
        return False
    comparable = not timely or "cardinal" in (a.kind, b.kind)
    if comparable and any(x == y for x in a.values for y in b.values):
        return True
    return _part(a, b) or measures.converted(a, b)


def _same_time(a: NumberMention, b: NumberMention) -> bool:
    assert a.clock is not None
    assert b.clock is not None
    return (a.clock - b.clock) % (1440 if a.half_day_known and b.half_day_known else 720) == 0


def _part(a: NumberMention, b: NumberMention) -> bool:
    """Whether a part of a whole is so many per cent, or the same part rounded: a third, 33 percent."""
    if "percent" not in (a.kind, b.kind):
        return False
    percent, other = (a, b) if a.kind == "percent" else (b, a)
    if any(x == y * 100 for x in percent.values for y in other.values):
        return True
    return other.kind == "fraction" and abs(percent.value - other.value * 100) <= _ROUNDED_PERCENT


def differences(rows: Sequence[tuple[Mentions, Mentions]], counted: Counted | None = None) -> list[Difference]:
    """Differences of (original, translated) mentions of sentences laid side by side.

    What one sentence lacks and a neighbour has is excused: numbers move over sentence boundaries. A number repeated in
    the original need not be repeated. Mentions that aren't sure can stand for others, and are never reported.
    `counted(row, a, b)` says how much of what stands before and behind `a` in the original stands by `b`, each 0..1;
    without it numbers that changed places are only told where words say which came first (from 5 to 4).
    """
    found: list[Difference] = []
    left: list[tuple[list[NumberMention], Values]] = []
    rows = [_taken_apart(*row) for row in rows]
    for row, (original, translated) in enumerate(rows):
        lost, added, matched = _match(original, translated)
        left.append((lost, Values(added)))
        found += [Difference(change, row, a, b) for a, b in matched if (change := _dress(a, b))]
        for (a, _), (_, b) in moved.exchanged(matched, partial(counted, row) if counted else None):
            found.append(Difference("moved", row, a, b))
    for here in range(len(rows)):
        for there in (here - 1, here + 1):
            if 0 <= there < len(rows):
                lost, others = left[here][0][:], left[there][1]
                left[here][0].clear()
                for mention in lost:
                    match = next(others.equal(mention, equal), None)
                    if match is None:
                        left[here][0].append(mention)
                    else:
                        others.take(match[1], match[0])
    for row, (lost, others) in enumerate(left):
        found += _pair(row, lost, others.left, rows[row])
    return found


def _taken_apart(original: Mentions, translated: Mentions) -> tuple[Mentions, Mentions]:
    """Both sides with `one in ten` as two numbers where the other side has no part of a whole to hold it against."""
    return _as_other(original, translated), _as_other(translated, original)


def _as_other(side: Mentions, other: Mentions) -> Mentions:
    if not any(m.parts for m in side):
        return side
    own, all_ = Values(m for m in side if not m.parts), Values(side)
    parts = [m for m in other if m.kind in ("fraction", "percent") and (m.parts or not own.have(m, equal))]
    free = any(m.kind == "fraction" and not all_.have(m, equal) for m in parts)
    there = Values(parts)
    found: list[NumberMention] = []
    for mention in side:
        kept = not mention.parts or free or there.have(mention, equal)
        found += [mention] if kept else mention.parts
    return found


def _match(
    original: Sequence[NumberMention], translated: Sequence[NumberMention]
) -> tuple[list[NumberMention], list[NumberMention], list[tuple[NumberMention, NumberMention]]]:
    """Mentions without an equal on either side, and the pairs: exact ones first, sure ones before unsure ones."""
    waiting, others = dict(enumerate(original)), Values(translated)
    matched: list[tuple[NumberMention, NumberMention]] = []
    for test in (_exact, equal):
        for number in sorted(waiting, key=lambda number: not waiting[number].sure):
            best = _best(waiting[number], others.equal(waiting[number], test))
            if best is not None:
                others.take(best[1], best[0])
                matched.append((waiting.pop(number), best[1]))
    lost, added = list(waiting.values()), others.left
    there = [pair for pair in matched if pair[0].kind == "date" != pair[1].kind and not pair[0].readings]
    here = [pair for pair in matched if pair[0].kind != "date" == pair[1].kind]
    if there and here:  # March 5 is not 3 Mei
        parted = {pair[0].start for pair in (*there, *here)}
        matched = [pair for pair in matched if pair[0].start not in parted]
        lost += [a for a, _ in (*there, *here)]
        added += [b for _, b in (*there, *here)]
    return lost, added, matched


def _best(mention: NumberMention, matches: Iterable[tuple[int, NumberMention]]) -> tuple[int, NumberMention] | None:
    """The likeliest of some equals, each with its number; the first of those that are as likely."""
    best, rank = None, (True, True, True)
    for match in matches:
        other = match[1]
        here = other.kind != mention.kind, bool(_dress(mention, other)), not other.sure
        if best is None or here < rank:
            best, rank = match, here
        if not any(rank):
            break
    return best


def _dress(a: NumberMention, b: NumberMention) -> Change | None:
    """Whether equal numbers count different things: another currency or unit, years for degrees."""
    if a.kind == b.kind == "decade" and a.years is False and b.years:
        return "decade"
    if a.kind == "decade" and a.value >= _FIRST_YEAR and b.kind == "year":
        return "year"
    if a.value != b.value:
        return None
    if a.currency and b.currency:
        return "currency" if a.currency != b.currency else None
    return "measure" if measures.another(a, b) else None


def _exact(a: NumberMention, b: NumberMention) -> bool:
    return a.value == b.value and "time" not in (a.kind, b.kind) and equal(a, b)


def _pair(
    row: int,
    lost: list[NumberMention],
    added: list[NumberMention],
    whole: tuple[Sequence[NumberMention], Sequence[NumberMention]],
) -> list[Difference]:
    """Leftovers of one row put together: what is nearest first."""
    found: list[Difference] = []
    hazy = [[m for m in side if m.kind == "vague"] for side in (lost, added)]
    if [len(side) for side in hazy] == [1, 1]:
        found.append(Difference("scale", row, hazy[0][0], hazy[1][0]))  # thousands: jutaan
    lost = [m for m in lost if m.weak or m.unit]
    added = [m for m in added if m.weak or m.unit]
    pairs = sorted(
        (
            (_distance(a, b), i, j)
            for i, a in enumerate(lost)
            for j, b in enumerate(added[max(0, i - _REACH) : i + _REACH], max(0, i - _REACH))
            if _replaces(a, b)
        ),
        key=lambda p: (p[0], abs(p[1] - p[2]), p[1]),
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, i, j in pairs:
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        found.append(Difference(_change(lost[i], added[j]), row, lost[i], added[j]))
    there, here = map(Values, whole) if len(used_a) < len(lost) or len(used_b) < len(added) else (Values(()),) * 2
    for i, mention in enumerate(lost):
        if i not in used_a and _alone(mention) and not here.have(mention, equal):
            found.append(Difference("lost", row, mention, None))
    for j, mention in enumerate(added):
        new = _alone(mention) and mention.kind != "date" and (mention.value > 2 or mention.kind == "percent")
        if j not in used_b and new and not there.have(mention, equal):
            found.append(Difference("added", row, None, mention))
    return found


def _replaces(a: NumberMention, b: NumberMention) -> bool:
    """Whether one can stand where the other should: months for months, codes for codes, a part for a part."""
    kinds = {a.kind, b.kind}
    if a.unit and b.unit and not (a.weak and b.weak):  # a year and a half: setahun
        return measures.alike(a, b) and not (a.implied and b.implied)
    if not (a.weak and b.weak):
        return False
    if kinds & {"fraction", "times"} or any(m.kind == "percent" and not m.sure for m in (a, b)):
        return kinds <= _SHARES or (kinds == {"fraction", "ordinal"} and _upside_down(a, b))
    if any(m.kind == "ordinal" and not m.sure for m in (a, b)):
        return a.kind == b.kind or (kinds == {"ordinal", "cardinal"} and not a.sure and not b.sure and a.value > 1)
    if a.kind != b.kind and any(m.kind in ("date", "weekday") or (m.kind == "time" and not m.sure) for m in (a, b)):
        return False
    return a.code == b.code and (a.sure or b.sure or a.kind == b.kind)


def _upside_down(a: NumberMention, b: NumberMention) -> bool:
    """Whether a part of a whole has become the place in a row: a fifth, kelima."""
    return a.value == 1 / b.value if a.value and b.value and max(a.value, b.value) > 2 else False  # 2: "both"


def _alone(mention: NumberMention) -> bool:
    return mention.sure and not mention.code


def _change(a: NumberMention, b: NumberMention) -> Change:
    if a.kind == "weekday":
        return "weekday"
    if b.otherwise is not None and b.otherwise in a.values:
        return "separators"
    if not a.value or not b.value:
        return "changed"
    ratio = max(a.value / b.value, b.value / a.value)
    power = ratio.denominator == 1 and str(ratio.numerator).strip("0") == "1"
    return "scale" if power and "time" not in (a.kind, b.kind) else "changed"


def _digits(mention: NumberMention) -> str:
    return "".join(c for c in mention.text if c.isdigit()).strip("0")


def _distance(a: NumberMention, b: NumberMention) -> float:
    """0 where only the scale differs; then by kind, unit and how many digits agree."""
    if _change(a, b) in ("scale", "separators"):
        return 0.0
    x, y = _digits(a), _digits(b)
    same = sum(p == q for p, q in zip(x, y, strict=False)) / max(len(x), len(y), 1)
    return 1.0 + (a.kind != b.kind) + (a.unit != b.unit) + (1 - same)
