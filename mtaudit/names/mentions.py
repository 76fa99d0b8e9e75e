"""The names of an original that are judged: those that the finder found, and stretches that it may have cut wrongly.

A stretch is a run of capitalised words, titles and sentence openers off. It counts only where it turns out to be
damaged and no name inside it is: then the finder has missed it or has found half of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mtaudit.model import EntityType
from mtaudit.names import find
from mtaudit.names.mention import Mention
from mtaudit.names.runs import amount, bare, joined
from mtaudit.names.tables import Tables
from mtaudit.names.tokens import Token, words
from mtaudit.text import Reading

_TYPED: dict[str, EntityType] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}


def found(reading: Reading, known: Tables, ner: str | None = None) -> tuple[Mention, ...]:
    """The finder's names, acronyms of the tables (WHO), and names of the user's glossary wherever they stand."""
    text = reading.text
    scales = known.source.numbers.heat_scales  # Fahrenheit counts degrees: the rules on numbers judge it
    found = [m for m in find.names(reading, ner) if not _language(m.text, known) and m.text.lower() not in scales]
    taken = {i for m in found for i in range(m.start, m.end)}
    run = words(reading)
    for i, token in enumerate(run):
        if not (token.capital and token.mixed) or amount(run, i, known.source):
            continue
        word = bare(token.text, known.source)
        acronym = word.isupper() and len(word) > 1 and not token.shouting and token.start not in taken
        if acronym and any(word in e.accepted for e in known.gazetteer.entries(word)):
            found.append(Mention(token.start, token.start + len(word), word, _kind(word, token.start, {}, known), 0.5))
    found = _with_possessives(text, run, found, known)
    for entry in sorted(known.gazetteer.given, key=lambda e: len(e.name)):  # the longest has the last word
        for match in re.finditer(rf"(?<!\w){re.escape(entry.name)}(?!\w)", text):
            start, end = match.span()
            found = [m for m in found if not (m.start < end and start < m.end)]
            found.append(Mention(start, end, match.group(), _TYPED.get(entry.type, "MISC"), 1.0))
    return tuple(sorted(found, key=lambda m: m.start))


def _with_possessives(text: str, run: Sequence[Token], found: list[Mention], known: Tables) -> list[Mention]:
    """With names of the tables that have a possessive inside, which the finder parts: Attorney General's Office."""
    for i, token in enumerate(run[:-1]):
        if bare(token.text, known.source) == token.text:
            continue
        for start in (run[k].start for k in range(i, max(-1, i - 3), -1)):
            entries = known.gazetteer.entries(text[start : run[i + 1].end])
            if entries:
                end = run[i + 1].end
                found = [m for m in found if not (m.start < end and start < m.end)]
                found.append(Mention(start, end, text[start:end], _TYPED.get(entries[0].type, "MISC"), 1.0))
                break
    return found


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
    for run in _runs(words(reading), known):
        start = run[0].start
        end = run[-1].start + len(bare(run[-1].text, known.source))
        if (start, end) not in taken:
            shadows.append(Mention(start, end, text[start:end], _kind(text[start:end], start, kinds, known), 0.5))
    return tuple(shadows)


def _kind(name: str, start: int, kinds: dict[int, EntityType], known: Tables) -> EntityType:
    for entry in known.gazetteer.entries(name):
        if entry.type in _TYPED:
            return _TYPED[entry.type]
    return kinds.get(start, "PER" if " " not in name else "MISC")


def _runs(words: Sequence[Token], known: Tables) -> list[list[Token]]:
    """Runs of words with capitals, particles between them included."""
    particles = known.source.names.particles
    runs: list[list[Token]] = []
    run: list[Token] = []
    for i, token in enumerate(words):
        capital = (token.capital or token.mixed) and not amount(words, i, known.source)
        small = token.text in particles or (token.text.isdigit() and len(token.text) < 4)
        if run and (capital or small) and joined(run[-1], token, known.source):
            run.append(token)
        else:
            runs.append(run)
            run = [token] if capital else []
    runs.append(run)
    return [r for r in (_trimmed(r, known) for r in runs if not any(t.headline for t in r)) if r]


def _trimmed(run: list[Token], known: Tables) -> list[Token]:
    """Without titles and sentence openers; empty where one word is left that is plainly no name."""
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
    if len(run) != 1:
        return run
    low = run[0].text.lower()
    cases = known.casing.cases(low)
    plain = run[0].starts and cases.source_small > cases.source_capital
    no_name = len(low) < 2 or _language(low, known) or low in names.adjectives or known.head(low)
    return [] if plain or no_name else run
