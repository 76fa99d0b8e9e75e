"""From the tagger's word-by-word opinion to names: which words, where they are cut, of which type.

The tagger is good at what a name is and of which type, the capitals are good at where it begins and ends: inside a
sentence a capitalised word that no table explains is part of a name unless the tagger is sure that it isn't, and
names don't end between two such words unless it is sure of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mtaudit.languages.interface import Language
from mtaudit.model import EntityType
from mtaudit.names import lexical, tagger
from mtaudit.names.features import features
from mtaudit.names.runs import bare, candidate
from mtaudit.names.tagger import TYPES, Tag
from mtaudit.names.tokens import Token

_PROVEN = (
    0.05  # probability of being a name from which a word counts as part of one, where its capital proves something
)
_FREE = 0.5  # ... where it doesn't: a sentence's first word, a headline
_CUT = 0.85  # probability of a new name beginning from which two neighbours are parted
_PARTED = 0.5  # ... where the tagger has them of different types
_FIGURES = 0.5  # ... what figures in a name add for MISC (Il-76)
_LISTED = 0.5  # ... what a list of surnames or cities adds for a word that the tagger doesn't know
_PLAIN = 0.3  # ... what no list takes from such a word's being an organisation, unless it is an acronym
_HEAD = 0.8  # what a telling word (Ministry, River, Cup) adds to the probability of its type
_LONGEST = 12  # words of a name in the gazetteer
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
    words: Sequence[Token],
    first: int,
    last: int,
    proven: Mapping[str, int],
    language: Language,
) -> Iterator[Span]:
    """The names in one stretch of the words of `text`: itself where the gazetteer has it, or what the tagger sees."""
    opens = first + (words[first].starts and words[first].text.lower() in language.names.articles)
    if 0 < last - opens < _LONGEST:
        listed = lexical.gazetteer_type(_text(text, words, opens, last, language))
        if listed is not None:
            while listed == "PER" and opens < last and words[opens].text.lower() in language.names.titles:
                opens += 1
            yield Span(opens, last, listed, 1.0)
            return
    model = tagger.load(language.code)
    rows = features(words, first, last, proven, language)
    tags = model.tag(rows) if model else [tagger.UNTOLD] * len(rows)
    inside = [_inside(words[first + n], tags[n], proven, language) for n in range(len(tags))]
    n = 0
    while n < len(tags):
        if not inside[n] or not candidate(words[first + n]):
            n += 1
            continue
        m = n
        while (step := _next(words, first, m, tags, inside)) is not None:
            m = step
        span = _shaped(text, words, first + n, first + m, tags[n : m + 1], language)
        if span is not None:
            yield span
        n = m + 1


def _text(text: str, words: Sequence[Token], first: int, last: int, language: Language) -> str:
    """The stretch as it stands, without a possessive at its end."""
    return text[words[first].start : words[last].start + len(bare(words[last].text, language))]


def _inside(token: Token, tag: Tag, proven: Mapping[str, int], language: Language) -> bool:
    """Whether the word is part of a name, by the tagger's opinion and by what its capital proves."""
    low = bare(token.text, language).lower()
    if tag.label != "O" or not candidate(token) or explained(low, language):
        return tag.label != "O"
    free = (token.headline or token.starts) and proven.get(low, 0) <= 0
    return 1 - tag.outside >= (_FREE if free else _PROVEN)


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


def _next(words: Sequence[Token], first: int, m: int, tags: list[Tag], inside: list[bool]) -> int | None:
    """The word of the stretch that continues the name which has reached `m`, or None where the name ends."""
    after = k = m + 1
    while k < len(tags) and not candidate(
        words[first + k]
    ):  # small words only as the tagger wants them, and never last
        if words[first + k].gap == "-" and words[first + k].text.isdigit():
            return k  # Il-76
        if not tags[k].label.startswith("I-"):
            return None
        k += 1
    if k == len(tags) or not inside[k] or (k > after and not tags[k].label.startswith("I-")):
        return None
    here, there = tags[m], tags[k]
    if there.label.startswith("I-") and here.label != "O":
        return k
    parted = here.types.index(max(here.types)) != there.types.index(max(there.types))
    return None if there.begins >= (_PARTED if parted else _CUT) else k


def _shaped(
    text: str,
    words: Sequence[Token],
    first: int,
    last: int,
    tags: list[Tag],
    language: Language,
) -> Span | None:
    """The span without titles before it, typed; None where nothing is left."""
    names = language.names
    lows = [bare(words[k].text, language).lower() for k in range(first, last + 1)]
    weights = _weights(text, words, first, last, lows, tags, language)
    kind = max(TYPES, key=lambda t: weights[t])
    while first < last and kind == "PER" and words[first].text.lower() in names.titles:
        first, lows, tags = first + 1, lows[1:], tags[1:]
    while first < last < len(words) - 1 and lows[-1] in names.titles and candidate(words[last + 1]):
        last, lows, tags = last - 1, lows[:-1], tags[:-1]  # of the person whose name follows
    if (first == last and len(lows[0]) == 1) or all(low in names.not_names or low in names.adjectives for low in lows):
        return None
    certain = max(
        max(1 - t.outside for t in tags) if last > first else 0.0,
        min(1 - t.outside for t in tags),
    )
    return Span(first, last, kind, certain)


def _weights(
    text: str, words: Sequence[Token], first: int, last: int, lows: list[str], tags: list[Tag], language: Language
) -> dict[EntityType, float]:
    """How much speaks for each type: the tagger's opinion, telling words, the gazetteer, lists, the word before."""
    names = language.names
    weights: dict[EntityType, float] = {t: sum(tag.types[i] for tag in tags) / len(tags) for i, t in enumerate(TYPES)}
    tables: tuple[tuple[EntityType, frozenset[str]], ...] = (
        ("ORG", names.organisation_words),
        ("LOC", names.place_words),
        ("MISC", names.thing_words),
    )
    ends = (lows[-1],) if names.heads_last else (lows[0], lows[-1])
    telling = next((t for end in ends for t, table in tables if end in table), None)
    if telling is not None and (last > first or telling == "MISC"):
        weights[telling] += _HEAD if last > first else _HEAD / 2
    known = lexical.gazetteer_type(_text(text, words, first, last, language)) if last - first < _LONGEST else None
    if known is not None:
        weights[known] += _KNOWN
    elif telling is None and any(c.isdigit() for low in lows for c in low):
        weights["MISC"] += _FIGURES
    elif first == last and lexical.name_digits(lows[0]) is None:
        listed = int(lexical.lists(lows[0]))
        if listed == 4:
            weights["LOC"] += _LISTED
        elif listed and listed < 4:
            weights["PER"] += _LISTED
        elif not words[first].mixed:
            weights["ORG"] -= _PLAIN
    before = words[first - 1].text.lower() if first and words[first].gap in (" ", ". ") else ""
    if before in names.titles and weights["PER"] > 0.1:
        weights["PER"] += 1.0
    return weights
