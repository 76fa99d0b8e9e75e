"""From the tagger's word-by-word opinion to names: which words, where they are cut, of which type.

The tagger is good at what a name is and of which type, the capitals are good at where it begins and ends: inside a
sentence a capitalised word that no table explains is part of a name unless the tagger is sure that it isn't, and
names don't end between two such words unless it is sure of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mtaudit.languages.interface import Language
from mtaudit.model import EntityType
from mtaudit.names import lexical, tagger
from mtaudit.names.features import features
from mtaudit.names.runs import bare, candidate
from mtaudit.names.tagger import TYPES, Tag
from mtaudit.names.tokens import Token

# Probabilities of being a name from which a word counts as part of one, by what its capital proves. Chosen on the
# English sentences of even number of the labelled FLORES dev set, checked on those of odd number.
_TELLING = 0.02  # capitalised inside a sentence, and seldom or never written small
_MIDDLE = 0.12  # capitalised inside a sentence, a word that is often written small
_PROVEN = 0.02  # not in the middle, but the document has it in the middle elsewhere
_UNSEEN = 0.1  # a sentence's first word that the corpora don't have, nor a word it could be an inflection of
_DERIVED = 0.9  # ... that they don't have either, but that looks like one
_FRESH = 0.25  # ... that is seldom written small
_START = 0.5  # any other first word, and every word of a headline
_CUT = 0.85  # probability of a new name beginning from which two neighbours are parted
_PARTED = 0.5  # ... where the tagger has them of different types
_HEAD = 0.8  # what a telling word (Ministry, River, Cup) adds to the probability of its type
_KNOWN = 1.0  # what the gazetteer adds to the probability of the type it gives the name


@dataclass(frozen=True, slots=True)
class Span:
    """Words `first` .. `last` name something of type `type`; `certain` is the probability that they do."""

    first: int
    last: int
    type: EntityType
    certain: float


def spans(
    text: str,
    words: list[Token],
    first: int,
    last: int,
    proven: Mapping[str, int],
    language: Language,
) -> Iterator[Span]:
    """The names in one stretch of the words of `text`."""
    tags = tagger.load(language.code).tag(features(words, first, last, proven, language))
    inside = [_inside(words, first + n, tags[n], proven, language) for n in range(len(tags))]
    n = 0
    while n < len(tags):
        if not inside[n] or not candidate(words[first + n]):
            n += 1
            continue
        m = n
        while m + 1 < len(tags) and (step := _next(words, first, m, tags, inside)) is not None:
            m = step
        span = _shaped(text, words, first + n, first + m, tags[n : m + 1], language)
        if span is not None:
            yield span
        n = m + 1


def _inside(words: list[Token], k: int, tag: Tag, proven: Mapping[str, int], language: Language) -> bool:
    token = words[k]
    low = bare(token.text, language).lower()
    likely = 1 - tag.outside
    free = (token.headline or token.starts) and proven.get(low, 0) <= 0  # its capital proves nothing
    if tag.label != "O":
        return not free or likely >= _DERIVED or token.headline or not _derived(low, language)
    if not candidate(token) or explained(low, language):
        return False
    small, capital = lexical.case(low, language)
    if token.headline or token.starts:
        if not free:
            return likely >= _PROVEN
        if token.headline:
            return likely >= _START
        if small == capital == 0:
            return likely >= (_DERIVED if _derived(low, language) else _UNSEEN)
        return likely >= (_FRESH if capital > small else _START)
    return likely >= (_TELLING if capital >= small else _MIDDLE)


def _derived(low: str, language: Language) -> bool:
    """A word that the corpora don't have, and that may be a common word with the language's prefixes and suffixes."""
    if any(lexical.case(low, language)):
        return False
    for prefix, suffix in language.affixes:
        if low.startswith(prefix) and low.endswith(suffix):
            stem = low[len(prefix) : len(low) - len(suffix)]
            if len(stem) > 2 and lexical.case(stem, language).small:
                return True
    return False


def explained(low: str, language: Language) -> bool:
    """Words that have a capital for another reason than being a name."""
    names = language.names
    return (
        low in names.not_names
        or low in names.adjectives
        or low in names.titles
        or low in names.offices
        or low in language.function_words
    )


def _next(words: list[Token], first: int, m: int, tags: list[Tag], inside: list[bool]) -> int | None:
    """The word of the stretch that continues the name which has reached `m`, or None where the name ends."""
    after = m + 1
    if not inside[after]:
        return None
    if not candidate(words[first + after]):  # small words only as the tagger wants them, and never last
        k = after
        while k < len(tags) and not candidate(words[first + k]):
            if not tags[k].label.startswith("I-"):
                return None
            k += 1
        return k if k < len(tags) and tags[k].label.startswith("I-") else None
    if tags[after].label.startswith("I-") and tags[m].label != "O":
        return after
    if tags[after].begins >= _CUT:
        return None
    here, there = tags[m].types, tags[after].types
    if tags[after].begins >= _PARTED and here.index(max(here)) != there.index(max(there)):
        return None
    return after


def _shaped(
    text: str,
    words: list[Token],
    first: int,
    last: int,
    tags: list[Tag],
    language: Language,
) -> Span | None:
    """The span without titles before it, typed; None where nothing is left."""
    names = language.names
    weights = dict(
        zip(
            TYPES,
            (sum(t.types[i] for t in tags) / len(tags) for i in range(len(TYPES))),
            strict=True,
        )
    )
    lows = [bare(words[k].text, language).lower() for k in range(first, last + 1)]
    heads = (
        ("ORG", names.organisation_words),
        ("LOC", names.place_words),
        ("MISC", names.thing_words),
    )
    telling = lows[0] if language.code == "id" else lows[-1]
    for head, table in heads:
        if telling in table and (last > first or head == "MISC"):
            weights[head] += _HEAD if last > first else _HEAD / 2
            break
    known = lexical.gazetteer_type(text[words[first].start : words[last].start + len(lows[-1])])
    if known is not None:
        weights[known] += _KNOWN
    before = words[first - 1].text.lower() if first and words[first].gap in (" ", ". ") else ""
    if before in names.titles:
        weights["PER"] += 1.0 if weights["PER"] > 0.1 else 0.0
    kind = max(TYPES, key=lambda t: weights[t])
    while first < last and kind == "PER" and words[first].text.lower() in names.titles:
        first, lows, tags = first + 1, lows[1:], tags[1:]
    if first == last and (len(lows[0]) == 1 or lows[0] in names.not_names or lows[0] in names.adjectives):
        return None
    certain = max(
        max(1 - t.outside for t in tags) if last > first else 0.0,
        min(1 - t.outside for t in tags),
    )
    return Span(first, last, kind, certain)
