"""Why a stretch is doubtful, in an editor's words: what another translation has, what the original says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice, takewhile

from mtaudit.case import Case
from mtaudit.evidence.frequency import seen
from mtaudit.evidence.gather import evidence
from mtaudit.evidence.interface import Cut, Word
from mtaudit.evidence.second import forms
from mtaudit.evidence.words import cut_stretch
from mtaudit.originals.lexicon import Lexicon, load
from mtaudit.reader.features import written
from mtaudit.reader.stretches import Stretch

LONGEST = 6  # words that another translation may have in the place of a stretch, to be quoted
APART = 3  # words of the original that may lie between two that a stretch stands for
SURE = 0.5  # how surely a word must stand for one of the original
SURE_TO_MEND = 0.7  # and how surely if it is to be put there
MENDED = 3  # words of a mend at most


@dataclass(frozen=True, slots=True)
class Other:
    """What a second translation has in the place of a stretch.

    `alike`: all of its next best say the same. `exact`: it stands for just the stretch, not for words around it, too.
    """

    translator: str
    text: str
    alike: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks against a stretch. `original`: the words of the original it stands for, where they can be told."""

    others: tuple[Other, ...]
    original: str | None
    mend: str | None


def reason(case: Case, stretch: Stretch) -> Reason:
    """The evidence on a stretch that an editor can look at."""
    there = [word for i in case.source_of.get(stretch.row, ()) for word in evidence(case).source[i]]
    own = [part.key for word in written(case)[stretch.first : stretch.last + 1] for part in word.parts]
    found = _original(case, own, there)
    clear = bool(found)  # the stretch itself says what it stands for
    blocks = [
        [_block(case, stretch, text) for text in _hypotheses(case, k, stretch.row)] for k in range(len(case.again))
    ]
    if not found:
        found = _original(case, [word.key for said in blocks if said and said[0] for word in said[0].words], there)
    others = []
    for again, said in zip(case.again, blocks, strict=True):
        told = [block.narrowed(case, found) if block else None for block in said]
        first = told[0] if told else None
        if first is not None:
            alike = all(block is not None and block.text == first.text for block in told)
            others.append(Other(again.translator, first.text, alike, first.exact or (clear and first.narrow)))
    original = case.original.text[found[0].start : found[-1].end] if found and case.original else None
    return Reason(tuple(others), original, _mend(case, others, found))


@dataclass(frozen=True, slots=True)
class _Block:
    """Neighbouring words of a second translation that stand in the place of a stretch, or of it and its neighbours."""

    whole: str
    words: tuple[Cut, ...]
    exact: bool
    narrow: bool = False  # cut down to what stands for words of the original

    @property
    def text(self) -> str:
        return self.whole[self.words[0].start : self.words[-1].end]

    def narrowed(self, case: Case, found: Sequence[Word]) -> _Block:
        """What of it stands for the words that were `found` in the original; all of it where nothing does."""
        lexicon = load(case.pair)
        hits = [i for i, word in enumerate(self.words) if any(_stands(lexicon, word.key, other) for other in found)]
        if self.exact or not hits:
            return self
        return _Block(self.whole, self.words[hits[0] : hits[-1] + 1], False, True)


def _hypotheses(case: Case, number: int, row: int) -> list[str]:
    """The best translation of a sentence's original by one second translator, and the next best ones."""
    own = [case.again[number].hypotheses[i] for i in case.source_of.get(row, ())]
    count = min((1 + len(hypothesis.others) for hypothesis in own), default=0)
    return [" ".join((h.text, *h.others)[k] for h in own) for k in range(count)]


def _stem(word: str, case: Case) -> str:
    return min(forms(word, case.target_language), key=lambda form: (len(form), form))


def _block(case: Case, stretch: Stretch, text: str) -> _Block | None:
    """The words of a second translation in the place of a stretch; None where the two go apart too far."""
    words, at = written(case), stretch.first
    while at and words[at - 1].row == stretch.row:
        at -= 1
    mine = tuple(takewhile(lambda word: word.row == stretch.row, islice(words, at, None)))
    first, last = stretch.first - at, stretch.last - at
    theirs = cut_stretch(text, str)
    matcher = SequenceMatcher(
        None, [_stem(word.parts[0].key, case) for word in mine], [_stem(word.key, case) for word in theirs], False
    )
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "replace" and i1 <= first and last < i2:
            exact = (i1, i2) == (first, last + 1)
            return _Block(text, theirs[j1:j2], exact) if max(j2 - j1, i2 - i1) <= LONGEST else None
    return None


def _original(case: Case, keys: Sequence[str], there: Sequence[Word]) -> list[Word]:
    """Neighbouring words of the original that words of the target language may stand for; none where it isn't clear."""
    lexicon = load(case.pair)
    hits = [i for i, word in enumerate(there) if word.weight and any(_stands(lexicon, key, word) for key in keys)]
    groups = list(_close(hits))
    return list(there[groups[0][0] : groups[0][-1] + 1]) if len(groups) == 1 else []


def _stands(lexicon: Lexicon, key: str, word: Word, sure: float = SURE) -> bool:
    return lexicon.target_weight(key) > 0 and lexicon.strengths(key).get(word.key, 0.0) >= sure


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


def _mend(case: Case, others: Sequence[Other], found: Sequence[Word]) -> str | None:
    """What to put there: said alike by all second translators, in all that they offer, in words of the language that
    stand for words of the original."""
    texts = {other.text for other in others}
    if len(texts) != 1 or not found or not all(other.alike and other.exact for other in others):
        return None
    text = texts.pop()
    lexicon, words = load(case.pair), cut_stretch(text, str)
    known = all(seen(word.text, case.target_language.code) for word in words)
    copied = {word.key for word in words} & {word.text.lower() for word in found}
    sure = all(any(_stands(lexicon, word.key, other, SURE_TO_MEND) for other in found) for word in words)
    return text if known and sure and not copied and len(words) <= MENDED else None
