"""Why a stretch is doubtful, in an editor's words: what another translation has, what the original says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mtaudit.case import Case
from mtaudit.evidence.gather import evidence
from mtaudit.evidence.interface import Cut, Word
from mtaudit.evidence.second import forms
from mtaudit.evidence.words import cut
from mtaudit.originals.lexicon import Lexicon, load
from mtaudit.reader.features import written
from mtaudit.reader.stretches import Stretch

LONGEST = 6  # words that another translation may have in the place of a stretch, to be quoted
APART = 3  # words of the original that may lie between two that a stretch stands for
SURE = 0.5  # how surely a word of a second translation must stand for one of the original, to be a mend


@dataclass(frozen=True, slots=True)
class Other:
    """What a second translation has in the place of a stretch; `alike`: all of its next best say the same."""

    translator: str
    text: str
    alike: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks against a stretch. `original`: the words of the original it stands for, where they can be told."""

    others: tuple[Other, ...]
    original: str | None
    mend: str | None


def reason(case: Case, stretch: Stretch) -> Reason:
    """The evidence on a stretch that an editor can look at."""
    others, keys = [], []
    for number, again in enumerate(case.again):
        texts = _hypotheses(case, number, stretch.row)
        said = [_counterpart(case, stretch, text) for text in texts]
        if said and said[0]:
            start, end = said[0]
            text = texts[0][start:end]
            others.append(
                Other(
                    again.translator, text, all(s and t[s[0] : s[1]] == text for s, t in zip(said, texts, strict=True))
                )
            )
            keys += [word.key for word in cut(text, str)]
    there = [word for i in case.source_of.get(stretch.row, ()) for word in evidence(case).source[i]]
    found = _original(case, stretch, keys, there)
    original = case.original.text[found[0].start : found[-1].end] if found and case.original else None
    return Reason(tuple(others), original, _mend(case, others, found))


def _hypotheses(case: Case, number: int, row: int) -> list[str]:
    """The best translation of a sentence's original by one second translator, and the next best ones."""
    own = [case.again[number].hypotheses[i] for i in case.source_of.get(row, ())]
    count = min((1 + len(hypothesis.others) for hypothesis in own), default=0)
    return [" ".join((h.text, *h.others)[k] for h in own) for k in range(count)]


def _stem(word: str, case: Case) -> str:
    return min(forms(word, case.target_language), key=lambda form: (len(form), form))


def _counterpart(case: Case, stretch: Stretch, text: str) -> tuple[int, int] | None:
    """Where in a second translation the words stand that it has instead; None where the two go apart too far."""
    words = written(case)
    at = next(i for i, word in enumerate(words) if word.row == stretch.row)
    mine = [word for word in words[at:] if word.row == stretch.row]
    first, last = stretch.first - at, stretch.last - at
    theirs = cut(text, str)
    matcher = SequenceMatcher(
        None, [_stem(word.parts[0].key, case) for word in mine], [_stem(word.key, case) for word in theirs], False
    )
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "replace" and i1 <= first and last < i2:
            return (theirs[j1].start, theirs[j2 - 1].end) if max(j2 - j1, i2 - i1) <= LONGEST else None
    return None


def _original(case: Case, stretch: Stretch, keys: Sequence[str], there: Sequence[Word]) -> list[Word]:
    """Neighbouring words of the original that the stretch, or what others have for it, may stand for."""
    lexicon = load(case.pair)
    own = [part.key for word in written(case)[stretch.first : stretch.last + 1] for part in word.parts]
    for asked in (keys, own):
        hits = [i for i, word in enumerate(there) if word.weight and any(_stands(lexicon, k, word) for k in asked)]
        groups = list(_close(hits))
        if len(groups) == 1:
            return list(there[groups[0][0] : groups[0][-1] + 1])
    return []


def _stands(lexicon: Lexicon, key: str, word: Word) -> bool:
    return lexicon.target_weight(key) > 0 and lexicon.strengths(key).get(word.key, 0.0) >= SURE


def _close(places: Sequence[int]) -> Iterator[list[int]]:
    """Places in groups that lie close together."""
    group: list[int] = []
    for place in places:
        if group and place - group[-1] > APART:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _mend(case: Case, others: Sequence[Other], found: Sequence[Cut]) -> str | None:
    """What to put there: said alike by all second translators, in all that they offer, for words of the original."""
    texts = {other.text for other in others}
    if len(texts) != 1 or not all(other.alike for other in others) or not found:
        return None
    return texts.pop()
