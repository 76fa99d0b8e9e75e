"""Which English text belongs to a translation: the whole original, a report that carries passages of it, or none.

No translation is held against every original. The sentences of the pool stand in an inverted index (word -> sentences);
each translated sentence votes for the texts that hold the sentences nearest to it, and only the few texts with most
votes are compared closely.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mtaudit.case import Document, Sentence
from mtaudit.languages import LANGUAGES, SOURCE
from mtaudit.languages.sentences import split
from mtaudit.originals.grid import grid
from mtaudit.originals.lexicon import LOOKS_LIKE, Lexicon, load, looks

# Measured on made-up articles (benchmarks/originals.py --dev) and the human translations (without --dev).
CANDIDATES = 6  # texts compared closely
NEAR = 0.35  # likeness from which a sentence counts as carried
FULL = 0.5  # share of the translation's weight that must be carried
PASSAGE = 0.5  # likeness from which a single sentence is a passage
PASSAGES = 2  # passages that make a partial original
COMMON = 0.2  # words in more than this share of the pool's sentences find nothing


@dataclass(frozen=True, slots=True)
class Choice:
    """The text that belongs to a translation; `similarity` 0..1 is given for the best candidate even where none does."""

    document: Document | None
    kind: Literal["full", "partial"] | None
    similarity: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the pool and its likeness 0..1 to what was asked for."""

    document: Document
    sentence: Sentence
    score: float


class OriginalIndex:
    """The pool of originals, ready to be asked. Reading and indexing happen at the first question."""

    def __init__(self, documents: Sequence[Document], lexicon: Lexicon | None = None) -> None:
        self.documents = tuple(documents)
        self._given = lexicon
        self._built = False

    def _build(self) -> None:
        """Sentences of all documents, one after the other, and the sentences of each word as (numbers, weights)."""
        if self._built:
            return
        self._lexicon = lexicon = self._given or load()
        self._sentences: list[Sentence] = []
        self._owner: list[int] = []
        first = []
        for number, document in enumerate(self.documents):
            found = split(document.text, LANGUAGES.get(document.language, SOURCE))
            first.append(len(self._sentences))
            self._sentences += found
            self._owner += [number] * len(found)
        self._first = np.array([*first, len(self._sentences)])
        postings: dict[str, list[int]] = {}
        weights: dict[str, float] = {}
        totals = np.zeros(len(self._sentences), np.float32)
        for i, sentence in enumerate(self._sentences):
            terms = lexicon.source_terms(sentence.text)
            totals[i] = sum(terms.values())
            for word, weight in terms.items():
                postings.setdefault(word, []).append(i)
                weights[word] = weight
        most = max(20, COMMON * len(self._sentences))
        self._postings = {word: np.array(at, np.int32) for word, at in postings.items() if len(at) <= most}
        self._weights, self._totals = weights, totals
        self._alike: dict[str, list[str]] = {}
        for word in sorted(self._postings):
            for look in (looks(word).beginning, looks(word).consonants):
                if look:
                    self._alike.setdefault(look, []).append(word)
        self._built = True

    def _scores(self, text: str, back: str | None) -> NDArray[np.float32]:
        """Likeness 0..1 of every sentence of the pool to one translated sentence; near enough to choose candidates."""
        if back:
            terms = self._lexicon.source_terms(back)
            pairs = {word: {word: 1.0} for word in terms}
        else:
            terms = self._lexicon.target_terms(text)
            pairs = {word: self._strengths(word) for word in terms}
        mass = np.zeros(len(self._sentences), np.float32)
        for word, weight in terms.items():
            for key, strength in pairs[word].items():
                at = self._postings.get(key)
                if at is not None:
                    mass[at] += strength * (weight + self._weights[key])
        return np.minimum(mass / np.maximum(self._totals + sum(terms.values()), 1e-6), 1.0)

    def _strengths(self, word: str) -> dict[str, float]:
        strengths = self._lexicon.strengths(word)
        if self._lexicon.knows(word) or any(key in self._postings for key in strengths):
            return strengths
        alike = {
            key for look in (looks(word).beginning, looks(word).consonants) for key in self._alike.get(look or "", ())
        }
        return dict.fromkeys(sorted(alike), LOOKS_LIKE)

    def choose(
        self,
        document: Document,
        target_sentences: Sequence[Sentence],
        back_translations: Sequence[str | None] = (),
        leave_out: Collection[str] = (),
    ) -> Choice:
        """The text of the pool that `document` was translated from, or that carries passages of it; never forced.

        `back_translations` has a text or None for each sentence, or is empty. Documents with an id in `leave_out` are
        passed over.
        """
        self._build()
        texts = [sentence.text for sentence in target_sentences]
        backs = list(back_translations) or [None] * len(texts)
        if not texts or not self._sentences:
            return Choice(None, None, 0.0)
        best = Choice(None, None, 0.0)
        rank = 0
        weights = np.array([len(text) for text in texts], np.float64)
        weights /= weights.sum()
        for number in self._candidates(texts, backs, weights, leave_out):
            sentences = self._sentences[self._first[number] : self._first[number + 1]]
            near = self._near(texts, [s.text for s in sentences], backs)
            similarity = float(weights @ near)
            carried = float(weights @ (near >= NEAR))
            passages = int((near >= PASSAGE).sum())
            kind: Literal["full", "partial"] | None = None
            if carried >= FULL:
                kind = "full"
            elif passages >= PASSAGES:
                kind = "partial"
            order = ("full", "partial", None).index(kind)
            if best.document is None and kind is None:
                best = Choice(None, None, max(best.similarity, round(similarity, 4)))
            elif best.document is None or (order, -similarity) < (rank, -best.similarity):
                best, rank = Choice(self.documents[number], kind, round(similarity, 4)), order
        return best

    def _candidates(
        self,
        texts: Sequence[str],
        backs: Sequence[str | None],
        weights: NDArray[np.float64],
        leave_out: Collection[str],
    ) -> list[int]:
        """Numbers of the documents with most votes, most first."""
        votes = np.zeros(len(self.documents))
        filled = np.flatnonzero(np.diff(self._first))
        for text, back, weight in zip(texts, backs, weights, strict=True):
            scores = self._scores(text, back)
            votes[filled] += weight * np.maximum.reduceat(scores, self._first[filled]) ** 2
        votes[[i for i, document in enumerate(self.documents) if document.id in leave_out]] = 0.0
        order = np.argsort(-votes, kind="stable")[:CANDIDATES]
        return [int(number) for number in order if votes[number] > 0]

    def _near(self, texts: list[str], sentences: list[str], backs: list[str | None]) -> NDArray[np.float64]:
        """Likeness of each translated sentence to its best counterpart: one sentence or two, alone or with a neighbour."""
        alike = grid(self._lexicon, texts, sentences, backs)
        near = alike.one_one.max(axis=1)
        if alike.one_two.size:
            near = np.maximum(near, alike.one_two.max(axis=1))
        if alike.two_one.size:
            two = alike.two_one.max(axis=1)
            near[:-1] = np.maximum(near[:-1], two)
            near[1:] = np.maximum(near[1:], two)
        return near.astype(np.float64)

    def passages(self, text: str, back: str | None = None, limit: int = 5) -> list[Passage]:
        """The `limit` sentences of the whole pool nearest to one translated sentence or quotation, nearest first."""
        self._build()
        if not self._sentences or limit < 1:
            return []
        scores = self._scores(text, back)
        order = np.argsort(-scores, kind="stable")[:limit]
        return [
            Passage(self.documents[self._owner[i]], self._sentences[i], round(float(scores[i]), 4))
            for i in order
            if scores[i] > 0
        ]
