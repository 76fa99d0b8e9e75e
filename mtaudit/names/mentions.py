"""The names of an original that are judged: those that the finder found, and stretches that it may have cut wrongly.

A stretch is a run of capitalised words, titles and sentence openers off. It counts only where it turns out to be
damaged and no name inside it is: then the finder has missed it or has found half of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cache

from mtaudit.model import EntityType
from mtaudit.names import find, lexical
from mtaudit.names.mention import Mention
from mtaudit.names.runs import amount, bare, joined
from mtaudit.names.tables import Tables
from mtaudit.names.tokens import Token, words
from mtaudit.text import Reading

_SMALL_WORD = re.compile(r" ([a-z]{4,}(?:ae|us|is|um|ii))\b")  # Latin endings
_QUOTED = re.compile(r"(?<=[\"“”])[^\W\d_]{5,}(?=[\"“”])")  # a title of one word, in quotation marks
_TYPED: dict[str, EntityType] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}


def found(reading: Reading, known: Tables, ner: str | None = None) -> tuple[Mention, ...]:
    """The finder's names, a species' second word included, and those of the user's glossary wherever they stand."""
    text = reading.text
    scales = known.source.numbers.heat_scales  # Fahrenheit counts degrees: the rules on numbers judge it
    names = (m for m in find.names(reading, ner) if not _language(m.text, known) and m.text.lower() not in scales)
    found = [_typed(_longer(part, text, known), known) for m in names for part in _apart(m, known)]
    run = words(reading)
    found = _with_possessives(text, run, found, known)
    found += _missed(run, found, known)
    for entry in known.gazetteer.given:
        for match in re.finditer(rf"(?<!\w){re.escape(entry.name)}(?!\w)", text):
            start, end = match.span()
            found = [m for m in found if not (m.start < end and start < m.end)]
            found.append(Mention(start, end, match.group(), _TYPED.get(entry.type, "MISC"), 1.0))
    return tuple(sorted(found, key=lambda m: m.start))


@cache
def _possessive(genitive: tuple[str, ...]) -> re.Pattern[str]:
    """Capitalised words with a genitive among them."""
    endings = "|".join(map(re.escape, genitive))
    return re.compile(rf"(?:[A-Z][\w.]*\s){{0,3}}[A-Z]\w*['’](?:{endings})?(?:\s[A-Z]\w*){{1,3}}")


def _with_possessives(text: str, run: Sequence[Token], found: list[Mention], known: Tables) -> list[Mention]:
    """Names of the tables with a possessive inside, which the finder parts: St. Peter's Square."""
    for match in _possessive(known.source.names.genitive).finditer(text):
        low = bisect_left(run, match.start(), key=lambda t: t.start)
        words = run[low : bisect_left(run, match.end(), key=lambda t: t.start)]
        for first, last in ((a, b) for a in words for b in reversed(words) if a.start < b.start):
            name = text[first.start : last.end]
            entries = known.gazetteer.entries(name)
            if entries and ("'" in name or "’" in name):
                found = [m for m in found if not (m.start < last.end and first.start < m.end)]
                found.append(Mention(first.start, last.end, name, _TYPED.get(entries[0].type, "MISC"), 1.0))
                break
    return found


def _missed(run: Sequence[Token], found: Sequence[Mention], known: Tables) -> list[Mention]:
    """Acronyms of the tables (WHO), and ordinary words that only a name can be where they stand: the singer Prince."""
    taken = {i for m in found for i in range(m.start, m.end)}
    missed = []
    for i, token in enumerate(run):
        if token.start in taken or token.shouting or not (token.capital or token.text.isupper()):
            continue
        word = bare(token.text, known.source)
        if not word.isalpha() or len(word) < 2:
            continue
        acronym = word.isupper() and any(word in e.accepted for e in known.gazetteer.entries(word))
        if acronym or (known.ordinary(word) and _borne(run, i, known)):
            end = token.start + len(word)
            missed.append(Mention(token.start, end, word, _kind(word, token.start, {}, known), 0.5))
    return missed


def _borne(run: Sequence[Token], i: int, known: Tables) -> bool:
    """Whether a single capitalised word stands beside the word for what bears it: Time magazine, the band Queen."""
    token, names = run[i], known.source.names
    if token.starts or token.headline or token.text.isupper() or token.text.lower() in names.adjectives:
        return False
    before = run[i - 1] if i and joined(run[i - 1], token, known.source) else None
    after = run[i + 1] if i + 1 < len(run) and joined(token, run[i + 1], known.source) else None
    if any(other is not None and other.capital for other in (before, after)):
        return False
    return any(other is not None and other.text in names.bearers for other in (before, after))


def _typed(mention: Mention, known: Tables) -> Mention:
    """As a person's, whatever the finder took it for, where a first name and a name follow one another and no more."""
    parts = mention.text.split()
    if mention.type == "PER" or len(parts) != 2 or known.gazetteer.entries(mention.text):
        return mention
    first, last = (bare(part, known.source) for part in parts)
    particle = first.lower() in known.source.names.particles
    personal = lexical.lists(first.lower()) in lexical.FIRST_NAMES and not known.ordinary(first) and not particle
    plain = last.isupper() or known.ordinary(last) or known.head(last) or known.gazetteer.entries(first)
    return replace(mention, type="PER") if personal and not plain and last[:1].isupper() else mention


def _apart(mention: Mention, known: Tables) -> list[Mention]:
    """Two known names that the finder took for one: Save the Children and Human Rights Watch."""
    if known.gazetteer.entries(mention.text):
        return [mention]
    for word in sorted(known.source.names.conjunctions):
        for match in re.finditer(rf" {re.escape(word)} ", mention.text):
            one, two = mention.text[: match.start()], mention.text[match.end() :]
            if known.gazetteer.entries(one) and known.gazetteer.entries(two):
                first = replace(mention, end=mention.start + match.start(), text=one)
                second = replace(mention, start=mention.start + match.end(), text=two)
                return [replace(m, type=_kind(m.text, m.start, {m.start: m.type}, known)) for m in (first, second)]
    return [mention]


def _language(name: str, known: Tables) -> bool:
    """Whether the word is a language's name and nothing else."""
    entries = known.gazetteer.entries(name)
    return bool(entries) and all(e.type == "LANG" for e in entries)


def stretches(reading: Reading, mentions: Sequence[Mention], known: Tables) -> tuple[Mention, ...]:
    """Runs of capitalised words that are not among `mentions` as they stand."""
    text = reading.text
    taken = {(m.start, m.end) for m in mentions}
    kinds = {m.start: m.type for m in mentions}
    shadows = []
    titles = {match.start() for match in _QUOTED.finditer(text)}
    for run in _runs(words(reading), titles, known):
        start, end = run[0].start, run[-1].end
        for suffix in known.source.names.suffixes:
            if suffix[0] in "'’" and text[start:end].endswith(suffix):
                end -= len(suffix)
                break
        mention = _longer(
            Mention(start, end, text[start:end], _kind(text[start:end], start, kinds, known), 0.5), text, known
        )
        if (mention.start, mention.end) not in taken:
            shadows.append(mention)
    return tuple(shadows)


def _kind(name: str, start: int, kinds: dict[int, EntityType], known: Tables) -> EntityType:
    for entry in known.gazetteer.entries(name):
        if entry.type in _TYPED:
            return _TYPED[entry.type]
    return kinds.get(start, "PER" if " " not in name else "MISC")


def _longer(mention: Mention, text: str, known: Tables) -> Mention:
    """With the small word after it where neither language knows that: the second word of a species' name."""
    after = _SMALL_WORD.match(text, mention.end)
    if after is None or known.casing.known(after.group(1)):
        return mention
    return replace(mention, end=after.end(), text=text[mention.start : after.end()])


def _runs(words: Sequence[Token], titles: Set[int], known: Tables) -> list[list[Token]]:
    """Runs of words with capitals, particles between them included. `titles`: where words stand in quotation marks."""
    particles = known.source.names.particles
    runs: list[list[Token]] = []
    run: list[Token] = []
    for token in words:
        capital = token.capital or token.mixed
        small = token.text in particles or (token.text.isdigit() and len(token.text) < 4)
        if run and (capital or small) and joined(run[-1], token, known.source):
            run.append(token)
        else:
            runs.append(run)
            run = [token] if capital else []
    runs.append(run)
    return [r for r in (_trimmed(r, titles, known) for r in runs if not any(t.headline for t in r)) if r]


def _trimmed(run: list[Token], titles: Set[int], known: Tables) -> list[Token]:
    names, idle = known.source.names, known.idle
    while run and (
        bare(run[-1].text, known.source).lower() in known.never_last or (not run[-1].capital and run[-1].text.isdigit())
    ):
        run = run[:-1]
    while run and (
        run[0].text.lower() in idle
        or (len(run) > 1 and run[0].text.lower() in names.adjectives and run[1].text.lower() in idle)
        or (run[0].starts and len(run) > 1 and known.ordinary(run[0].text) and not known.direction(run[0].text))
    ):
        run = run[1:]
    if len(run) == 1:
        low = run[0].text.lower()
        if amount(run, 0, known.source):
            return []
        cases = known.casing.cases(low)
        plain = (run[0].starts or run[0].headline) and run[0].start not in titles
        if len(low) < 2 or _language(low, known) or low in names.adjectives or known.head(low):
            return []
        if plain and cases.source_small > cases.source_capital:
            return []
    return run
