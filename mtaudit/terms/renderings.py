"""By which words a recurring term of the original is rendered, sentence by sentence.

A term here is two content words in lower case next to each other that stand in two or more aligned sentences: single
words have too many fair translations to be held to one. What counts as a rendering is two words next to each other
that the bilingual word list knows as translations; terms rendered by anything else are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mtaudit import text
from mtaudit.case import Case
from mtaudit.originals.lexicon import Lexicon, load
from mtaudit.originals.words import words
from mtaudit.surface.spacing import shared_stem
from mtaudit.text import Reading, Word

OCCURRENCES = 2  # aligned sentences in which a term must stand
CONTENT = 1.5  # weight (Lexicon.source_terms) from which a word can be part of a term
STRONG = 0.5  # strength of a match from which a word is taken for the translation


@dataclass(frozen=True, slots=True)
class Rendering:
    """The words that stand for a term in one or more places."""

    text: str
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term and its different renderings, the most frequent first."""

    original: str
    renderings: tuple[Rendering, ...]


def inconsistent(case: Case) -> Iterator[Term]:
    """Terms with two or more renderings that differ in a word (not only in its affixes), in order of the terms."""
    if case.kind != "full" or case.source is None:
        return
    lexicon = load(case.pair)
    occurrences: dict[tuple[str, ...], list[int]] = {}
    spelled: dict[tuple[str, ...], str] = {}
    for at, link in enumerate(case.links):
        if len(link.source) != 1 or len(link.target) != 1:
            continue
        for key, written in _candidates(lexicon, case.source.parts[link.source[0]]):
            occurrences.setdefault(key, []).append(at)
            spelled.setdefault(key, written)
    for key, links in occurrences.items():
        if len(set(links)) < OCCURRENCES:
            continue
        found: list[tuple[Word, ...]] = []
        for at in sorted(set(links)):
            row = case.links[at].target[0]
            rendering = _rendering(lexicon, case.target.parts[row], key)
            if rendering:
                start = case.sentences[row].start
                found.append(tuple(Word(w.start + start, w.end + start, w.text) for w in rendering))
        groups = _groups(found)
        if len(groups) > 1:
            groups.sort(key=lambda g: (-len(g), g[0][0].start))
            yield Term(spelled[key], tuple(_as_rendering(case.text, group) for group in groups))


def _candidates(lexicon: Lexicon, sentence: Reading) -> Iterator[tuple[tuple[str, ...], str]]:
    """Pairs of neighbouring lower-case content words, as keys of the word list, with their spelling."""
    terms = lexicon.source_terms(sentence.text)
    for first, second in pairwise(text.words(sentence, "letters")):
        if sentence.text[first.end : second.start] != " " or not (first.text.islower() and second.text.islower()):
            continue
        keys = tuple(lexicon.key(w) for word in (first, second) for w in words(word.text))
        if len(keys) == 2 and all(terms.get(k, 0.0) >= CONTENT for k in keys):
            yield keys, sentence.text[first.start : second.end]


def _rendering(lexicon: Lexicon, sentence: Reading, key: tuple[str, ...]) -> tuple[Word, ...]:
    """The target words that stand for each word of a term, if they are found next to each other; else nothing."""
    for pair in pairwise(text.words(sentence, "letters")):
        if sentence.text[pair[0].end : pair[1].start] != " ":
            continue
        strengths = [lexicon.strengths(word) for token in pair for word in words(token.text)[:1]]
        if len(strengths) < 2:
            continue
        straight = min(strengths[0].get(key[0], 0.0), strengths[1].get(key[1], 0.0))
        turned = min(strengths[0].get(key[1], 0.0), strengths[1].get(key[0], 0.0))
        if max(straight, turned) >= STRONG:
            return pair
    return ()


def _groups(found: list[tuple[Word, ...]]) -> list[list[tuple[Word, ...]]]:
    """Renderings put together that share their stems."""
    groups: list[list[tuple[Word, ...]]] = []
    for rendering in found:
        for group in groups:
            if all(any(shared_stem(w.text, v.text) for v in group[0]) for w in rendering):
                group.append(rendering)
                break
        else:
            groups.append([rendering])
    return groups


def _as_rendering(text: str, group: list[tuple[Word, ...]]) -> Rendering:
    places = tuple((r[0].start, r[-1].end) for r in group)
    return Rendering(text[places[0][0] : places[0][1]], places)
