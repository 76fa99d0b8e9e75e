"""Things that stand twice: words, phrases, paragraphs; and sentences that run in a circle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.text import Reading, Word, cut, words

_BETWEEN = frozenset({",", ";"})  # marks that may stand between the copies of a repetition
LEAST_WORDS = 4  # of a sentence that stands twice
MOST_SHOUTED = 5  # times that people say a word in a row, commas between
LONGEST = 8  # words of a unit that may stand several times
_SITE = re.compile(r"(?<!\s)\s+[|–—-]\s+[^|–—\n]{2,30}$")  # the site's name behind a headline: ` | Kabar Pagi`
_LONG_CHAIN = re.compile(r"(\w{1,6}?)\1{5,}")


@dataclass(frozen=True, slots=True)
class Repeat:
    """`unit` stands `times` times in a row from `start` to `end`; `comma` where marks stand between."""

    start: int
    end: int
    unit: str
    times: int
    words: int  # in the unit
    comma: bool


def _recurring(keys: Sequence[str]) -> dict[int, set[int]]:
    """Size -> where a unit of that many words can begin: its first word stands again behind it, or behind a mark."""
    found: dict[int, set[int]] = {}
    seen: dict[str, list[int]] = {}
    for here, key in enumerate(keys):
        places = seen.setdefault(key, [])
        for before in reversed(places):
            size = here - before
            if size > LONGEST + 1:
                break
            if size <= LONGEST:
                found.setdefault(size, set()).add(before)
            if size > 1 and keys[here - 1] in _BETWEEN:
                found.setdefault(size - 1, set()).add(before)
        places.append(here)
    return found


def repeats(reading: Reading) -> tuple[Repeat, ...]:
    """Units of one to eight words that stand two or more times in a row, longest stretch first, none overlapping.

    One comma, semicolon or conjunction-free blank may stand between the copies; other marks end a repetition.
    """
    return reading.once(_repeats)


def _repeats(reading: Reading) -> tuple[Repeat, ...]:
    tokens = words(reading, "written")
    keys = [t.low for t in tokens]
    found: list[Repeat] = []
    for size, starts in sorted(_recurring(keys).items()):
        done = 0  # up to here a repetition of this size is told
        for at in sorted(starts):
            if at < done:
                continue
            unit = keys[at : at + size]
            if not all(key[0].isalnum() for key in (unit[0], unit[-1])) or not any(k.isalpha() for k in unit):
                continue
            times, here, comma = 1, at + size, False
            while True:
                skip = 1 if here < len(tokens) and keys[here] in _BETWEEN else 0
                if keys[here + skip : here + skip + size] != unit:
                    break
                comma = comma or bool(skip)
                times, here = times + 1, here + skip + size
            if times > 1:
                start, end = tokens[at].start, tokens[here - 1].end
                found.append(Repeat(start, end, reading.text[start : tokens[at + size - 1].end], times, size, comma))
                done = here
    kept: list[Repeat] = []
    for repeat in sorted(found, key=lambda r: (r.start - r.end, r.words, r.start)):
        if all(repeat.end <= other.start or repeat.start >= other.end for other in kept):
            kept.append(repeat)
    return tuple(sorted(kept, key=lambda r: r.start))


def loop(reading: Reading) -> tuple[int, int] | None:
    """The stretch of a sentence that runs in a circle, or None.

    A unit four or more times in a row (three or more for units of two words on), a phrase of four words three times
    anywhere in one sentence, or a syllable six times inside a word of twelve letters or more.
    """
    return reading.once(_loop)


def _loop(reading: Reading) -> tuple[int, int] | None:
    for repeat in repeats(reading):
        if repeat.comma and repeat.words == 1 and repeat.times <= MOST_SHOUTED:
            continue
        if repeat.times >= (4 if repeat.words == 1 else 3):
            return repeat.start, repeat.end
    tokens = [t for t in words(reading, "written") if t.text[0].isalnum()]
    grams: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(tokens) - 3):
        grams.setdefault(tuple(t.low for t in tokens[i : i + 4]), []).append(i)
    circles = [places for places in grams.values() if len(places) >= 3 and not _listed(reading.text, tokens, places)]
    circles = [] if any(len(p) >= 3 and _listed(reading.text, tokens, p) for p in grams.values()) else circles
    if circles and sum(map(len, circles)) * 4 >= 0.3 * len(tokens):
        first, last = min(p[0] for p in circles), max(p[-1] for p in circles)
        return tokens[first].start, tokens[last + 3].end
    for match in _LONG_CHAIN.finditer(reading.text):
        if match.end() - match.start() >= 12 and any(c.isalpha() for c in match.group()):
            return match.start(), match.end()
    return None


def _listed(text: str, tokens: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether clauses begin alike, a mark before each, and go on differently: people list things so."""
    begins = all(re.search(r"(?:^|[,;:\"“”])\s*(?:\w+\s+)?$", text[: tokens[at].start]) for at in places)
    after = [tokens[at + 4].low for at in places if at + 4 < len(tokens)]
    return begins and len(set(after)) > 1


def circularity(reading: Reading) -> float:
    """Share of a text's words that are further copies of a three-word phrase seen before (0..1)."""
    keys = [t.low for t in words(reading, "written") if t.text[0].isalnum()]
    if len(keys) < 6:
        return 0.0
    grams = Counter(tuple(keys[i : i + 3]) for i in range(len(keys) - 2))
    return sum(n - 1 for n in grams.values()) / (len(keys) - 2)


def standing_twice(reading: Reading) -> tuple[tuple[int, int], ...]:
    """(first, later) indices of sentences with the same words, case and marks aside, of `LEAST_WORDS` words or more."""
    return reading.once(_standing_twice)


def headline_again(reading: Reading) -> int | None:
    """The line, of the three below it, on which the headline stands again though it is short or has its site's name.

    None where `standing_twice` says so, or where there is none.
    """
    return reading.once(_headline_again)


def _headline_again(reading: Reading) -> int | None:
    if not reading.sentences:
        return None
    first, told = reading.sentences[0], {later for before, later in standing_twice(reading) if before == 0}
    bare, whole = _SITE.sub("", first.text), [word.low for word in cut(first.text, "runs")]
    key = [word.low for word in cut(bare, "runs")]
    for row, sentence in enumerate(reading.sentences[1:4], 1):
        own = [word.low for word in cut(sentence.text, "runs")]
        alone = sum(s.paragraph == sentence.paragraph for s in reading.sentences) == 1
        again = own == whole or (len(key) >= LEAST_WORDS and own == key)
        if row not in told and alone and len(own) > 1 and again and sentence.paragraph != first.paragraph:
            return row
    return None


def _standing_twice(reading: Reading) -> tuple[tuple[int, int], ...]:
    seen: dict[tuple[str, ...], int] = {}
    found: list[tuple[int, int]] = []
    for i, sentence in enumerate(reading.parts):
        key = tuple(word.low for word in words(sentence, "runs"))
        if len(key) < LEAST_WORDS:
            continue
        if key in seen:
            found.append((seen[key], i))
        seen.setdefault(key, i)
    return tuple(found)
