"""What stands in another language, or in no language, by right: brands, addresses, units, loans, quoted phrases."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from mtaudit.languages.casing import case as written_as
from mtaudit.languages.interface import Language
from mtaudit.languages.loans import kept
from mtaudit.languages.zipf import zipf
from mtaudit.surface.foreign import untranslated
from mtaudit.surface.spacing import NOT_PROSE
from mtaudit.text import Reading, Word, between, words

Span = tuple[int, int]

KNOWN = 3.0  # Zipf value from which a word is surely one of its language
RARER = 1.0  # Zipf values by which a word may be rarer here than in the language it was borrowed from
LISTED = 2.5  # below it lists of frequencies end
OFTEN = 0.25  # share of pairs in which translators keep a loan
SELDOM = 2  # pairs up to which people have hardly written a word

# iPhone, GoTo, kumparanNEWS; what is longer is glued together.
_CAMEL = re.compile(r"(?<![\w@#])(?=[^\W\d_]{3,16}(?!\w))[^\W\d_]*(?:[a-z][A-Z]|[A-Z]{2,}[a-z]{3})[^\W\d_]*(?!\w)")
_CODE = re.compile(r"`[^`\n]+`|(?<!\w)\w+(?:[.\\_][a-z\d]\w*)+(?!\w)|(?<!\w)[^\W\d_]+\d\w*")  # config.json, bnpb_id
_TRAIL = re.compile(
    r"(?m)^[^\n.>›»/|]{2,40}(?:(?: [>›»|] | ?[›»] ?| / )[^\n.>›»/|]{2,40}){2,}$"
)  # Home > News > Elections
# What opens text in quotation marks, brackets, or in Markdown's italics -> what closes it, on one line.
_OPENS = re.compile(r"[“\"‘«(\[]|(?<!\w)['_]|(?<![\w*])\*")
_CLOSES = {
    opening: (re.compile(rf"[{re.escape(stops)}\n]"), re.compile(closing))
    for opening, stops, closing in (
        ("“", "”", "”"),
        ('"', '"', '"'),
        ("‘", "’", "’"),
        ("«", "»", "»"),
        ("(", "()", r"\)"),
        ("[", "]", r"\]"),
        ("'", "'", r"'(?!\w)"),
        ("*", "*", r"\*(?![\w*])"),
        ("_", "_", r"_(?!\w)"),
    )
}
_SIGNED = re.compile(r"(?m)^[^\n]+\n+[—–-] ?[^\n]*@\w[^\n]*")  # a post, and its writer's handle on the next line


def accepted(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch of the text lies in what is no fault though it is not in the text's language."""
    spans = reading.once(_accepted)
    at = bisect_right(spans, (start, len(reading.text))) - 1
    return at >= 0 and end <= spans[at][1]


def borrowed(word: str, language: Language, other: Language) -> bool:
    """Whether a word of the other language is hardly rarer in this one, by the lists of frequencies: `genius`."""
    here, there = zipf(word, language.code) or 0.0, zipf(word, other.code) or 0.0
    return here >= KNOWN and 0 < there <= here + RARER


def _accepted(reading: Reading) -> tuple[Span, ...]:
    """Spans in order, those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted([*_forms(reading), *_marked(reading), *_other_tongues(reading), *_loans(reading)]):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def _forms(reading: Reading) -> Iterator[Span]:
    for pattern in (NOT_PROSE, _CAMEL, _CODE, _SIGNED, _TRAIL):
        yield from (m.span() for m in pattern.finditer(reading.text))


def _marked(reading: Reading) -> Iterator[Span]:
    """Foreign phrases, titles, posts and lyrics between marks; a quotation in the text's language is none."""
    for span in _between_marks(reading.text):
        inside = between(reading, "spelled", *span)
        if inside and 2 * sum(native(word, reading) for word in inside) < len(inside):
            yield span


def _between_marks(text: str) -> Iterator[Span]:
    """What stands between marks, from left to right, the marks included; something must stand between them."""
    done = 0
    ahead: dict[
        str, int
    ] = {}  # opening mark -> the first place, from the last one asked for on, where its stretch ends
    for opening in _OPENS.finditer(text):
        start, (stops, closing) = opening.start(), _CLOSES[opening.group()]
        if start < done:
            continue
        if ahead.get(opening.group(), -1) <= start:
            found = stops.search(text, start + 1)
            ahead[opening.group()] = found.start() if found else len(text)
        end = ahead[opening.group()]
        if end > start + 1 and closing.match(text, end):
            done = end + 1
            yield start, done


def _other_tongues(reading: Reading) -> Iterator[Span]:
    """Sentences that are neither in the text's language nor in the original's: a proverb in a third one."""
    for sentence, part in zip(reading.sentences, reading.parts, strict=True):
        found = words(part, "spelled")
        own = sum(native(word, reading) for word in found)
        if len(found) > 2 and 3 * own < len(found) and not untranslated(part):
            other = sum(written_as(w.low, reading.other.code).small > SELDOM for w in found)
            if 2 * other < len(found) and not all(w.text[0].isupper() for w in found):
                yield sentence.start, sentence.end


def _loans(reading: Reading) -> Iterator[Span]:
    abbreviations = reading.language.stops.abbreviations
    for word in words(reading, "hyphened"):
        stop = reading.text[word.end : word.end + 1] == "."
        parts = [part for part in word.low.split("-") if len(part) > 1]
        if word.low in abbreviations and (stop or not zipf(word.low, reading.other.code)):
            yield word.start, word.end + stop
        elif word.text.islower() and parts and all(loan(part, reading.language, reading.other) for part in parts):
            yield word.start, word.end


def loan(word: str, target: Language, source: Language) -> bool:
    """Whether a word of the source language (lower case) is one that people write in the target language as it is.

    Translators keep it, or both languages' lists have it alike often and no translator ever had to render it.
    """
    here, there = zipf(word, target.code) or 0.0, zipf(word, source.code) or 0.0
    if there < LISTED or word in target.function_words or word in source.function_words:
        return False
    seen = kept(word, target.code, source.code)
    if seen.kept >= SELDOM:
        return seen.kept >= OFTEN * seen.original and 2 * seen.kept >= seen.written
    return seen.original <= SELDOM and seen.written <= SELDOM and here >= max(KNOWN, there - 0.3)


def native(word: Word, reading: Reading) -> bool:
    """Whether a word is surely one of the text's language, and not rather one of the original's."""
    if word.low in reading.language.function_words:
        return True
    here, there = zipf(word.low, reading.language.code) or 0.0, zipf(word.low, reading.other.code) or 0.0
    return here > there and here >= LISTED
