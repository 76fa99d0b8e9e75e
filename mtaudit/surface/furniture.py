"""Lines that belong to the site and not to the article: labels, bylines of robots, link spam, read-more lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from mtaudit.languages.sentences import Sentence
from mtaudit.text import Line, Reading, Stretches, Word, between, cut, lines, words

_NAME_WORD = re.compile(r"[A-Z][\w'’&.-]*|&")

_TAGS = re.compile(r"(?:#\w+[ ,]*){2,}")

LONGEST_NOTICE = 20  # words
LONGEST_BYLINE = 12
PROSE = 8  # words of a line that is prose of the article

Kind = Literal["section", "furniture", "headline", "spam"]


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A line of the text that is no prose of the article."""

    start: int
    end: int
    kind: Kind


def site_lines(reading: Reading) -> tuple[SiteLine, ...]:
    """Section labels, furniture phrases at the start of a short line and the headlines listed below them, spam."""
    return reading.once(_found)


def on_site(reading: Reading, start: int | None, end: int | None) -> bool:
    """Whether a stretch lies on a line of the site, which is no part of the article; False without a place."""
    return start is not None and end is not None and reading.once(_stretches).hold(start, end)


def _stretches(reading: Reading) -> Stretches:
    return Stretches((line.start, line.end) for line in site_lines(reading))


def _found(reading: Reading) -> tuple[SiteLine, ...]:
    found = {line.start: line for line in (*_inner_bylines(reading), *_site_lines(reading))}
    return tuple(found[start] for start in sorted(found))


def _inner_bylines(reading: Reading) -> Iterator[SiteLine]:
    """Lines of writers and dates between prose; before the article and behind it they belong to it."""
    clutters = (reading.language.clutter, reading.other.clutter)
    bylines = [cut(phrase, "runs") for side in clutters for phrase in sorted(side.bylines)]
    stamps = [cut(phrase, "runs") for side in clutters for phrase in sorted(side.stamps)]
    languages = (reading.language, reading.other)
    small = frozenset().union(
        *(side.names.conjunctions | side.clutter.credits | side.names.particles for side in languages)
    )
    months = frozenset(month for side in languages for month in side.numbers.months)
    times = frozenset(word for side in languages for word in side.speech.time_words | side.names.not_names)
    own = lines(reading)
    prose = [i for i, line in enumerate(own) if is_prose(reading, line)]
    for line in own[prose[0] + 1 : prose[-1]] if prose else ():
        found = between(reading, "runs", line.start, line.end)
        if not 1 < len(found) <= LONGEST_BYLINE or line.text.rstrip()[-1] in ".!?":
            continue
        named = any(all_names(behind(found, phrase), small) for phrase in bylines)
        dated = any(dates(behind(found, phrase), months | times) for phrase in stamps)
        if named or dated:
            yield SiteLine(line.start, line.end, "furniture")


def is_prose(reading: Reading, line: Line) -> bool:
    """Whether a line is a sentence of an article: enough words, and a mark that ends one."""
    return len(between(reading, "runs", line.start, line.end)) >= PROSE and line.text.rstrip()[-1] in '.!?…"”’'


def all_names(rest: Sequence[Word], small: frozenset[str]) -> bool:
    """Whether words are names, and small words that stand between them."""
    return bool(rest) and rest[0].text[0].isupper() and all(w.text[0].isupper() or w.low in small for w in rest)


def dates(rest: Sequence[Word], allowed: frozenset[str]) -> bool:
    """Whether words are figures and those of dates."""
    return any(w.text.isdigit() for w in rest) and all(w.text.isdigit() or w.low in allowed for w in rest)


def behind(found: Sequence[Word], phrase: Sequence[Word]) -> Sequence[Word]:
    """The words behind a phrase that a line begins with; none where it doesn't."""
    begins = [word.low for word in found[: len(phrase)]] == [word.low for word in phrase]
    return found[len(phrase) :] if begins else ()


def _site_lines(reading: Reading) -> Iterator[SiteLine]:
    language, other = reading.language, reading.other
    sections = language.clutter.sections | other.clutter.sections
    furniture = tuple(sorted(language.clutter.furniture | other.clutter.furniture))
    spam = sorted(language.clutter.spam)
    phrases = [p for side in (language, other) for p in sorted(side.clutter.notices)]
    notices = [frozenset(word.low for word in cut(phrase, "runs")) for phrase in phrases]
    counted = [
        re.compile(rf"\d+ {re.escape(p)}|{re.escape(p)} \d+")
        for side in (language, other)
        for p in sorted(side.clutter.counted)
    ]
    networks = language.clutter.networks | other.clutter.networks
    listing = False  # a "read more:" line opened a list of headlines
    for own in lines(reading):
        line = own.text
        found = between(reading, "hyphened", own.start, own.end)
        plain, count = " ".join(word.low for word in found), len(found)
        if not plain:
            continue
        if listing and count <= 14 and line.rstrip()[-1].isalnum():
            yield SiteLine(own.start, own.end, "headline")
            continue
        listing = False
        if _TAGS.fullmatch(line.strip()):
            yield SiteLine(own.start, own.end, "furniture")
            continue
        if count > 1 and all(word.low in networks for word in found):
            yield SiteLine(own.start, own.end, "furniture")
            continue
        if count <= LONGEST_NOTICE and _has_all(plain, notices):
            yield SiteLine(own.start, own.end, "furniture")
            continue
        if any(minutes.fullmatch(plain) for minutes in counted):
            yield SiteLine(own.start, own.end, "furniture")
            continue
        hits = [p for p in spam if p in plain and re.search(rf"\b{re.escape(p)}\b", plain)] if count <= 12 else []
        if plain in sections and line.strip()[-1].isalnum():
            yield SiteLine(own.start, own.end, "section")
        elif hits and line.rstrip()[-1] not in '.!?"”' and (len(hits) > 1 or count <= 8):
            yield SiteLine(own.start, own.end, "spam")
        elif count <= 14 and any(_is_label(line, plain, count, p) for p in furniture):
            yield SiteLine(own.start, own.end, "furniture")
            listing = line.rstrip()[-1] == ":"


def _has_all(plain: str, notices: Sequence[frozenset[str]]) -> bool:
    """Whether all words of a notice stand in a line, in whatever order."""
    here = {word.low for word in cut(plain, "runs")}
    return any(notice <= here for notice in notices)


def _is_label(line: str, plain: str, count: int, phrase: str) -> bool:
    """The phrase is the whole line, or opens it with a colon near: prose may begin with the same word."""
    if plain == phrase:
        return True
    if " " not in phrase:
        return ":" in line and bool(re.match(rf"{re.escape(phrase)} ?:", line.strip(), re.I))
    short = count <= phrase.count(" ") + 3 and line.rstrip()[-1] not in ".!?"
    return plain.startswith(phrase + " ") and (short or bool(re.match(r"[^:]{3,60}:(?:\s|$)", line.strip())))


def stray_names(reading: Reading) -> Iterator[Sentence]:
    """Sentences that are only the name of an organisation, left over from an attribution before them.

    All words are capitalised, at most four; an acronym or a word of media names among them, or the sentence before
    ends in an attribution (`..., kata Hartati. Kantor Berita.`).
    """
    source, target = reading.other, reading.language
    media = target.clutter.media | source.clutter.media
    small = target.names.small_inside | source.names.small_inside
    for row, (before, here) in enumerate(pairwise(reading.sentences)):
        if here.paragraph != before.paragraph or not here.text.endswith("."):
            continue
        bare = here.text.rstrip(".").strip()
        found = [w.text for w in between(reading.parts[row + 1], "chunks", 0, len(bare))]
        if not 1 <= len(found) <= 4 or not found[-1][0].isupper():
            continue
        if not all(w in small or _NAME_WORD.fullmatch(w) for w in found):
            continue
        if any(w.lower() in target.function_words for w in found):
            continue
        acronym = len(found) == 1 and len(bare) > 1 and bare.isupper()
        if acronym or any(w.lower() in media for w in found) or _attributes(reading.parts[row]):
            yield here


def _attributes(sentence: Reading) -> bool:
    speech = sentence.language.speech
    said = speech.verbs | speech.according_to | speech.fused.keys()
    return any(word.low in said for word in words(sentence, "hyphened")[-8:])
