"""Statements turned into their opposite: a negation lost or added, a few that became some, an opposite.

Human translators turn sentences round without changing what they say (`will not fail`: `akan berhasil`). So something
is told only where the very word that was denied, counted or compared stands in the translation: by the bilingual word
list, with nothing near it that could deny it.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.quotes.affinity import Affinity
from mtaudit.quotes.denial import added, lost
from mtaudit.quotes.inversion import CONTRARY
from mtaudit.quotes.signals import Texts, starts_inside
from mtaudit.quotes.statement import HARDLY, NEAR, SURE, Inversion, Side, side_of, stands_for

BESIDE = 3  # words on either side of a word in which its neighbours stand
OPPOSED = (  # senses of the polarity tables that contradict each other
    ("rise", "fall"),
    ("win", "lose"),
    ("accept", "reject"),
    ("buy", "sell"),
    ("open", "close"),
    ("begin", "end"),
    ("allow", "ban"),
    ("confirm", "deny"),
    ("strengthen", "weaken"),
    ("improve", "worsen"),
    ("arrest", "free"),
    ("guilty", "innocent"),
    ("join", "quit"),
    ("survive", "die"),
    ("ally", "enemy"),
    ("majority", "minority"),
)


def inversions(texts: Texts, affinity: Affinity) -> Iterator[Inversion]:
    """What a sentence and its translation say that contradicts each other."""
    there, here = affinity.pair.languages
    original = side_of(texts.source, texts.there, there, affinity)
    translation = side_of(texts.target, texts.here, here, affinity)
    if "?" in texts.source or not original.words or not translation.words:
        return
    yield from lost(original, translation, affinity)
    yield from added(original, translation, affinity)
    yield from _opposites(original, translation, affinity)
    yield from _quantities(original, translation, affinity)
    yield from _comparisons(original, translation, affinity)


def _opposites(original: Side, translation: Side, affinity: Affinity) -> Iterator[Inversion]:
    """A word of one sense where the translation has only words of the contrary sense."""
    there, here = _senses(original, affinity), _senses(translation)
    for one, other in (*OPPOSED, *((b, a) for a, b in OPPOSED)):
        if len(there.get(one, ())) != 1 or other in there or one in here or other not in here:
            continue
        i = there[one][0]
        named = original.words[i].text[:1].isupper() and starts_inside(original.text, original.words, i)
        if named or original.denied(i, i):
            continue
        for k in here[other]:
            word = translation.words[k]
            meant = [t for n, t in enumerate(original.words) if n != i and stands_for(word, t, affinity) >= HARDLY]
            if not meant and not translation.denied(k, k) and _beside(original, i, translation, k, affinity):
                token = original.words[i]
                yield Inversion("opposite", (token.start, token.end), (word.start, word.end))
                return


def _senses(side: Side, affinity: Affinity | None = None) -> dict[str, list[int]]:
    """Senses of the polarity table -> indices of the words that have them; with `affinity` any form of a word."""
    found: dict[str, list[int]] = {}
    senses = affinity.polarity if affinity else side.language.senses.polar
    for i, token in enumerate(side.words):
        for sense in senses.get(affinity.base(token.key) if affinity else token.text.lower(), ()):
            found.setdefault(sense, []).append(i)
    return found


def _beside(original: Side, i: int, translation: Side, k: int, affinity: Affinity) -> bool:
    """Whether one of the two content words next to either word stands for one next to the other."""
    there = [n for n in range(max(0, i - BESIDE), i + BESIDE + 1) if n < len(original.words) and original.content(n)]
    here = [translation.words[n] for n in range(max(0, k - BESIDE), min(len(translation.words), k + BESIDE + 1))]
    return any(stands_for(t, original.words[n], affinity) >= SURE for n in there if n != i for t in here)


def _counted(side: Side) -> Iterator[tuple[str, int, int]]:
    """Quantities as (sense, index of the first word, index of the word counted)."""
    low = [t.text.lower() for t in side.words]
    counting = side.language.senses.counting
    i = 0
    while i < len(low):
        found = [
            (len(phrase), sense) for phrase, sense in counting.get(low[i], ()) if (*low[i : i + len(phrase)],) == phrase
        ]
        size, sense = max(found, default=(1, ""))
        last = i + size - 1
        following = last + 1
        if found and following < len(low) and len(low[following]) > 2 and side.clause(last, following):
            yield sense, i, following
        i += size


def _quantities(original: Side, translation: Side, affinity: Affinity) -> Iterator[Inversion]:
    given = list(_counted(translation))
    for sense, first, noun in _counted(original):
        if original.denied(noun) and sense != "few":
            continue
        for other, begin, counted in given:
            stands = stands_for(translation.words[counted], original.words[noun], affinity)
            if (sense, other) in CONTRARY and stands >= SURE and not translation.denied(begin):
                yield Inversion(
                    "quantity",
                    (original.words[first].start, original.words[noun].end),
                    (translation.words[begin].start, translation.words[counted].end),
                )
                return


def _comparisons(original: Side, translation: Side, affinity: Affinity) -> Iterator[Inversion]:
    """Less important that has become more important, and the other way round."""
    there, here = original.language.senses.comparatives, translation.language.senses.comparatives
    for sense, other in (("less", "more"), ("more", "less")):
        for i, token in enumerate(original.words):
            following = _next(original, i)
            if token.text.lower() not in there.get(sense, ()) or following is None or original.denied(i, i):
                continue
            if any(
                t.text.lower() in there.get(other, ()) and _same(original, _next(original, k), following, affinity)
                for k, t in enumerate(original.words)
            ):
                continue  # more effective than this and less effective than that
            for k, word in enumerate(translation.words):
                behind = _next(translation, k)
                if word.text.lower() not in here.get(other, ()) or behind is None:
                    continue
                phrase = f"{word.text.lower()} {translation.words[behind].text.lower()}"
                if phrase in here.get(sense, ()) or _denied_before(translation, k):
                    continue
                if stands_for(translation.words[behind], original.words[following], affinity) >= SURE:
                    yield Inversion(
                        "comparison",
                        (token.start, original.words[following].end),
                        (word.start, translation.words[behind].end),
                    )
                    return


def _next(side: Side, i: int) -> int | None:
    return i + 1 if i + 1 < len(side.words) and side.content(i + 1) and side.clause(i, i + 1) else None


def _same(side: Side, i: int | None, k: int, affinity: Affinity) -> bool:
    return i is not None and affinity.base(side.words[i].key) == affinity.base(side.words[k].key)


def _denied_before(side: Side, i: int) -> bool:
    return any(i - NEAR <= k < i for k in side.denying)
