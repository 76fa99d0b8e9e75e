"""Where a text names somebody or something.

Stretches of capitalised words (`runs`) are cut into names with a type (`spans`: the tagger's opinion and the rules of
capitals); possessives are left out, and a name that the document repeats is given one type throughout.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from mtaudit.languages.interface import Language
from mtaudit.model import EntityType
from mtaudit.names import lexical, tokens
from mtaudit.names.mention import Mention
from mtaudit.names.runs import amount, bare, hopeless, proven, runs
from mtaudit.names.spans import Span, spans
from mtaudit.names.tokens import Token
from mtaudit.text import Reading

LONGEST_SYLLABLE = 6  # letters of a name's part after a hyphen that is written small
SHORTEST_NAME = 3  # longer words before the hyphen are followed by common words, too: Trump-era
_SURNAME = 3.0  # how many places of a surname a place of the full name outweighs


def find(text: str, language: Language, ner: str | None = None) -> tuple[Mention, ...]:
    """The names in `text` (a document or a sentence), in order, not overlapping.

    Titles, possessives and clitics are left out of the mention; nationality adjectives, weekdays, months, languages
    and bare job titles are no names unless they are part of a larger one. `ner` names another tagger, as `--ner` does:
    then its names are taken.
    """
    return names(Reading(text, language, language), ner)


def names(reading: Reading, ner: str | None = None) -> tuple[Mention, ...]:
    """The names in a text, as `find` gives them, found once."""
    return reading.once(_found, ner)


def _found(reading: Reading, ner: str | None) -> tuple[Mention, ...]:
    text, language = reading.text, reading.language
    if ner:
        from mtaudit.names import plugins

        return plugins.loaded(ner)(text, language)
    words = tokens.words(reading)
    seen = proven(words, language)
    found = [
        _mention(text, words, span, language)
        for first, last in runs(words, language)
        if not hopeless(words, first, last, seen, language)
        for span in spans(text, words, first, last, seen, language)
        if not text.startswith("$", words[span.last].end)  # US$ 5
        and not (span.first == span.last and amount(words, span.first, language))
    ]
    return _agreed(found)


def _mention(text: str, words: Sequence[Token], span: Span, language: Language) -> Mention:
    first, last = words[span.first], words[span.last]
    start, end = first.start, last.start + len(bare(last.text, language))
    if span.last + 1 < len(words):
        end = _syllable(last, words[span.last + 1], end, language)
    if span.first and first.gap == " ":
        article = words[span.first - 1]
        if article.text[0].isupper() and article.text.lower() in language.names.articles:
            start = start if article.starts or article.headline else article.start
    if text.startswith(".", end) and span.last > span.first and last.text.lower() in language.stops.abbreviations:
        end += 1  # HK Management Inc.
    return Mention(start, end, text[start:end], span.type, round(span.certain, 3))


def _syllable(before: Token, after: Token, end: int, language: Language) -> int:
    """Where the name ends with the syllable behind a hyphen: Ban Ki-moon."""
    low = after.text
    part = after.gap == "-" and low.isalpha() and low.islower() and len(low) <= LONGEST_SYLLABLE
    if not part or low in language.function_words or f"-{low}" in language.names.suffixes:
        return end
    return end if lexical.common(low, language) and len(before.text) > SHORTEST_NAME else after.end


def _agreed(found: list[Mention]) -> tuple[Mention, ...]:
    """The same mentions, each name with the type that its places together speak for.

    A person's full name speaks for the surname as well.
    """
    votes: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    for mention in found:
        low = mention.text.lower()
        votes[low][mention.type] += mention.confidence
        if mention.type == "PER" and " " in low:
            votes[low.rsplit(" ", 1)[1]]["PER"] += _SURNAME * mention.confidence
    agreed = []
    for m in found:
        types = votes[m.text.lower()]
        kind = m.type if len(types) == 1 else max(types, key=lambda t: (types[t], t))
        agreed.append(m if kind == m.type else Mention(m.start, m.end, m.text, kind, m.confidence))
    return tuple(agreed)
