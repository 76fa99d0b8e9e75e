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
from mtaudit.names import lexical, tagger, titles
from mtaudit.names.features import features
from mtaudit.names.runs import bare, candidate, hyphened
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
_DRAWN = 0.02  # capitalised inside a sentence beside a name
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
    inside = [_inside(words, first + n, tags[n], proven, language) for n in range(len(tags))]
    _draw(words, first, tags, inside, language)
    person = _person(text, words, first, last, language)
    n = 0
    while n < person - first:
        if not inside[n] or not candidate(words[first + n]):
            n += 1
            continue
        m = n
        while m + 1 < person - first and (step := _next(words, first, m, tags, inside, language)) is not None:
            m = step
        for start, end in _pieces(text, words, first + n, first + m, language):
            span = _shaped(text, words, start, end, tags[start - first : end - first + 1], language)
            if span is not None:
                yield span
        n = m + 1
    if person <= last:
        yield Span(person, last, "PER", 1.0)


def _person(text: str, words: Sequence[Token], first: int, last: int, language: Language) -> int:
    """Where the name of a person whom the gazetteer knows begins, at the end of the stretch; else after its end."""
    for i in range(max(first + 1, last - _LONGEST), last):
        if candidate(words[i]) and lexical.gazetteer_type(_text(text, words, i, last, language)) == "PER":
            return i
    return last + 1


def _pieces(text: str, words: Sequence[Token], first: int, last: int, language: Language) -> Iterator[tuple[int, int]]:
    """First and last word of the names in what the tagger takes for one: a title may part them."""
    title = titles.inner(text, words, first, last, language)
    if title is None:
        if titles.trailing(words, first, last, language):
            last -= 1
        for k in range(first + 1, last + 1):
            if words[k].gap == " & " and _listed(text, words, first, k - 1, k, last, language):
                yield first, k - 1
                yield k, last
                return
        yield first, last
        return
    yield first, title - 1
    yield title + 1, last


def _listed(text: str, words: Sequence[Token], a: int, b: int, c: int, d: int, language: Language) -> bool:
    """Whether the words on either side of an ampersand are known names of their own: Qatar Airways & Emirates."""
    known = [lexical.gazetteer_type(_text(text, words, *span, language)) is not None for span in ((a, b), (c, d))]
    return all(known) and lexical.gazetteer_type(_text(text, words, a, d, language)) is None


def _draw(words: Sequence[Token], first: int, tags: list[Tag], inside: list[bool], language: Language) -> None:
    """Let names draw in the capitalised words beside them: "Layanan Penelitian" beside "Lembah Rift"."""
    for n in (*range(1, len(tags)), *range(len(tags) - 2, -1, -1)):
        token = words[first + n]
        beside = n and inside[n - 1] and candidate(words[first + n - 1])
        before = n + 1 < len(tags) and inside[n + 1] and candidate(words[first + n + 1]) and tags[n + 1].begins < _CUT
        if (
            (beside or before)
            and token.capital
            and not (inside[n] or token.starts or token.headline)
            and 1 - tags[n].outside >= _DRAWN
            and not explained(bare(token.text, language).lower(), language)
        ):
            inside[n] = True


def _text(text: str, words: Sequence[Token], first: int, last: int, language: Language) -> str:
    """The stretch as it stands, without a possessive at its end."""
    return text[words[first].start : words[last].start + len(bare(words[last].text, language))]


def _inside(words: Sequence[Token], k: int, tag: Tag, proven: Mapping[str, int], language: Language) -> bool:
    """Whether the word `k` is part of a name, by the tagger's opinion and by what its capital proves."""
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
    for prefix, suffix in language.inflection.affixes:
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


def _next(
    words: Sequence[Token], first: int, m: int, tags: list[Tag], inside: list[bool], language: Language
) -> int | None:
    """The word of the stretch that continues the name which has reached `m`, or None where the name ends."""
    after = m + 1
    if words[first + after].gap == "-" and words[first + after].text.isdigit():
        return after  # Il-76
    if not inside[after] and not hyphened(words, first + after):
        return None
    if not candidate(words[first + after]):  # small words only as the tagger wants them, and never last
        k = after
        while k < len(tags) and not candidate(words[first + k]):
            if not tags[k].label.startswith("I-") and not hyphened(words, first + k):
                return None
            k += 1
        if k == len(tags) or _listing(words, first + after, first + k, language):
            return None
        return k if tags[k].label.startswith("I-") or hyphened(words, first + k - 1) else None
    if tags[after].label.startswith("I-") and tags[m].label != "O":
        return after
    if tags[after].begins >= _CUT:
        return None
    here, there = tags[m].types, tags[after].types
    if tags[after].begins >= _PARTED and here.index(max(here)) != there.index(max(there)):
        return None
    return after


def _listing(words: Sequence[Token], small: int, after: int, language: Language) -> bool:
    """ "and" between two names, not inside one (Food and Drug Administration): what follows is no common word."""
    if words[small].text.lower() not in language.names.conjunctions:
        return False
    low = bare(words[after].text, language).lower()
    return low in language.names.articles or not lexical.common(low, language)


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
