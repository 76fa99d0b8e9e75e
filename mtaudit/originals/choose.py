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

from mtaudit.case import Document
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.languages.sentences import Sentence, split
from mtaudit.originals.align import PART_FLOOR
from mtaudit.originals.belonging import LEAST_WORDS, WHOLE, belonging, long_enough, words_of
from mtaudit.originals.grid import grid
from mtaudit.originals.lexicon import LOOKS_LIKE, Lexicon, Terms, by_looks, load, looks

# Measured with benchmarks/originals.py, on made-up articles (--dev) and on the human news translations, without
# back-translations and with perfect ones. Its own original carries 0.65 of a translation or more; so may another report
# of the same event, which `belonging` tells from it. The best two passages of such a report reach 0.62 and 0.49.
CANDIDATES = 6  # texts compared closely
NEAR = 0.40  # likeness from which a sentence counts as carried
FULL = 0.60  # share of the translation (by letters) that must be carried ...
ALONE = 0.60  # ... and the likeness of one sentence where no second one is carried
PASSAGE = 0.55  # likeness from which a sentence is a passage; two of them make a partial original ...
LONE = 0.65  # ... or one as near as this
WEIGHTY = 20.0  # weight of words (nats of idf) below which a sentence (`Yes, he said.`) is no passage
PROOF = 50.0  # weight that all passages must have together; short sentences find their like by chance in a large pool
NOISE = 0.15  # likeness that any two sentences may have; no vote
COMMON = 0.2  # words in more than this share of the pool's sentences find nothing


Kind = Literal["full", "partial"]


@dataclass(frozen=True, slots=True)
class Choice:
    """The text that belongs to a translation, and its sentences.

    `similarity` 0..1 is the best candidate's, even where none belongs: the mean likeness of the sentences, by their
    letters, to the nearest of that text.
    """

    document: Document | None
    kind: Kind | None
    similarity: float
    sentences: tuple[Sentence, ...] = ()


class OriginalIndex:
    """The pool of originals, ready to be asked. Reading and indexing happen at the first question."""

    def __init__(
        self,
        documents: Sequence[Document],
        lexicon: Lexicon | None = None,
        pair: LanguagePair = ENGLISH_INDONESIAN,
    ) -> None:
        self._documents = tuple(documents)
        self._given = lexicon
        self._pair = pair
        self._built = False

    @property
    def documents(self) -> tuple[Document, ...]:
        """The texts of the pool, in order."""
        return self._documents

    def only(self, documents: Sequence[Document]) -> OriginalIndex:
        """An index of these in the place of its own, of the same languages."""
        return OriginalIndex(documents, self._given, self._pair)

    def prepare(self) -> None:
        """Read and index the pool now, not at the first question; before the index goes to other processes, say."""
        if self._built:
            return
        # The sentences of all documents stand one after the other; `_first` says where each document's begin.
        self._lexicon = lexicon = self._given or load(self._pair)
        self._sentences: list[Sentence] = []
        first = []
        for document in self.documents:
            own = next((known for known in self._pair.languages if known.code == document.language), None)
            found = split(document.text, own or self._pair.source)
            first.append(len(self._sentences))
            self._sentences += found
        self._first = np.array([*first, len(self._sentences)])
        postings: dict[str, list[int]] = {}
        weights: dict[str, float] = {}
        totals = np.zeros(len(self._sentences))
        for i, sentence in enumerate(self._sentences):
            terms = lexicon.source_terms(sentence.text)
            totals[i] = sum(terms.values())
            for word, weight in terms.items():
                postings.setdefault(word, []).append(i)
                weights[word] = weight
        most = max(20, COMMON * len(self._sentences))
        self._postings = {word: np.array(at, np.int32) for word, at in postings.items() if len(at) <= most}
        self._weights, self._totals = weights, totals
        self._alike = by_looks(self._postings)
        self._built = True

    def _scores(self, terms: Terms, back: Terms) -> NDArray[np.floating]:
        """Likeness 0..1 of every sentence of the pool to one translated sentence; near enough to choose candidates.

        By the words of the translation or by those of its back-translation, whichever is nearer.
        """
        scores = self._likeness(terms, {word: self._strengths(word) for word in terms})
        if not back:
            return scores
        return np.asarray(np.maximum(scores, self._likeness(back, {word: {word: 1.0} for word in back})))

    def _likeness(self, terms: Terms, strengths: dict[str, dict[str, float]]) -> NDArray[np.floating]:
        carried, covered = np.zeros(len(self._sentences)), np.zeros(len(self._sentences))
        for word, weight in terms.items():
            for key, strength in strengths[word].items():
                at = self._postings.get(key)
                if at is not None:
                    carried[at] += strength * weight
                    covered[at] += strength * self._weights[key]
        total = max(sum(terms.values()), 1e-6)
        carried = np.minimum(carried, total)
        return np.asarray((carried + np.minimum(covered, self._totals)) / (total + self._totals))

    def _strengths(self, word: str) -> dict[str, float]:
        """Words of the pool that may stand for `word`."""
        strengths = self._lexicon.strengths(word)
        if self._lexicon.knows(word) or any(key in self._postings for key in strengths):
            return strengths
        look = looks(word)
        alike = {key for part in (look.beginning, look.consonants) if part for key in self._alike.get(part, ())}
        return dict.fromkeys(sorted(alike), LOOKS_LIKE)

    def choose(
        self,
        target_sentences: Sequence[Sentence],
        back_translations: Sequence[str | None] = (),
        leave_out: Collection[str] = (),
    ) -> Choice:
        """The text of the pool that these sentences were translated from, or that carries some of them; never forced.

        `back_translations` has a text or None for each sentence, or is empty. Documents with an id in `leave_out` are
        passed over.
        """
        self.prepare()
        if not target_sentences or not self._sentences:
            return Choice(None, None, 0.0)
        weights = np.array([float(len(sentence.text)) for sentence in target_sentences])
        weights /= weights.sum()
        terms = [self._lexicon.target_terms(sentence.text) for sentence in target_sentences]
        backs = [self._lexicon.source_terms(text or "") for text in back_translations] or [{} for _ in terms]
        mass = np.array([sum(words.values()) for words in terms])
        best = Choice(None, None, 0.0)
        rank = 0
        for number in self._candidates(terms, backs, weights, mass >= WEIGHTY, leave_out):
            near = self._near(terms, backs, number)
            similarity = float(weights @ near)
            kind = _kind(near, weights, mass)
            if kind == "full" and not self._whole(target_sentences, back_translations, number):
                kind = _partial(near, mass)
            order = ("full", "partial", None).index(kind)
            if best.document is None and kind is None:
                best = Choice(None, None, max(best.similarity, round(similarity, 4)))
            elif best.document is None or (order, -similarity) < (rank, -best.similarity):
                rank = order
                best = Choice(self.documents[number], kind, round(similarity, 4), self._own(number))
        return best

    def given(
        self, number: int, target_sentences: Sequence[Sentence], back_translations: Sequence[str | None] = ()
    ) -> Choice:
        """What document `number` of the pool is to a translation that it was given for, as `choose` would say it.

        It is the whole original where either text has fewer than 50 words, which don't tell.
        """
        self.prepare()
        source = self._own(number)
        weights = np.array([float(len(sentence.text)) for sentence in target_sentences])
        terms = [self._lexicon.target_terms(sentence.text) for sentence in target_sentences]
        backs = [self._lexicon.source_terms(text or "") for text in back_translations] or [{} for _ in terms]
        if not source or not target_sentences:
            return Choice(self.documents[number], "full", 0.0, source)
        near = self._near(terms, backs, number)
        similarity = round(float(weights @ near / weights.sum()), 4)
        short = min(words_of(target_sentences), words_of(source)) < LEAST_WORDS
        kind: Kind | None = "full"
        if not short and not self._whole(target_sentences, back_translations, number):
            kind = _partial(near, np.array([sum(words.values()) for words in terms]))
        if kind is None:
            return Choice(None, None, similarity)
        return Choice(self.documents[number], kind, similarity, source)

    def _whole(
        self, target_sentences: Sequence[Sentence], back_translations: Sequence[str | None], number: int
    ) -> bool:
        """Whether a text is not only like the original of a translation; true where that is too short to tell."""
        if not long_enough(target_sentences):
            return True
        own = self._own(number)
        return belonging(target_sentences, own, back_translations, self._lexicon, self._pair) >= WHOLE

    def _own(self, number: int) -> tuple[Sentence, ...]:
        """The sentences of a document of the pool."""
        return tuple(self._sentences[self._first[number] : self._first[number + 1]])

    def _candidates(
        self,
        terms: Sequence[Terms],
        backs: Sequence[Terms],
        weights: NDArray[np.floating],
        heavies: NDArray[np.bool_],
        leave_out: Collection[str],
    ) -> list[int]:
        """Numbers of the documents with most votes, then of those with the nearest single sentence."""
        votes, peaks = np.zeros(len(self.documents)), np.zeros(len(self.documents))
        filled = np.flatnonzero(np.diff(self._first))
        for words, back, weight, heavy in zip(terms, backs, weights, heavies, strict=True):
            scores = self._scores(words, back)
            nearest = np.maximum(np.maximum.reduceat(scores, self._first[filled]) - NOISE, 0)
            votes[filled] += weight * nearest**2
            if heavy:
                peaks[filled] = np.maximum(peaks[filled], nearest)
        if leave_out:
            votes[[i for i, document in enumerate(self.documents) if document.id in leave_out]] = 0.0
        peaks[votes == 0] = 0.0
        order = [*np.argsort(-votes, kind="stable")[:CANDIDATES], *np.argsort(-peaks, kind="stable")[:CANDIDATES]]
        return list(dict.fromkeys(int(number) for number in order if votes[number] > 0))

    def _near(self, terms: Sequence[Terms], backs: Sequence[Terms], number: int) -> NDArray[np.floating]:
        """Likeness of each translated sentence, alone or with a neighbour, to the best one or two of a document."""
        alike = grid(self._lexicon, terms, [self._lexicon.source_terms(s.text) for s in self._own(number)], backs)
        near = alike.one_one.max(axis=1)
        if alike.one_two.size:
            near = np.maximum(near, alike.one_two.max(axis=1))
        if alike.two_one.size:
            share = np.minimum(alike.carried[:-1], alike.carried[1:])  # both must have part in it
            two = np.where(share >= PART_FLOOR, alike.two_one, 0).max(axis=1)
            near[:-1] = np.maximum(near[:-1], two)
            near[1:] = np.maximum(near[1:], two)
        return np.asarray(near)


class Asked(OriginalIndex):
    """The same index; notes whether it was asked for anything."""

    def __init__(self, index: OriginalIndex) -> None:
        self.__dict__.update(index.__dict__)
        self.asked = False

    @property
    def documents(self) -> tuple[Document, ...]:
        """As the index itself has them."""
        self.asked = True
        return self._documents

    def choose(
        self,
        target_sentences: Sequence[Sentence],
        back_translations: Sequence[str | None] = (),
        leave_out: Collection[str] = (),
    ) -> Choice:
        """As the index itself."""
        self.asked = True
        return super().choose(target_sentences, back_translations, leave_out)


def _kind(near: NDArray[np.floating], weights: NDArray[np.floating], mass: NDArray[np.floating]) -> Kind | None:
    """What a text is to a translation, from each sentence's likeness, share of the letters and weight of words."""
    carried = near >= NEAR
    if weights @ carried >= FULL and (carried.sum() > 1 or near.max() >= ALONE):
        return "full"
    return _partial(near, mass)


def _partial(near: NDArray[np.floating], mass: NDArray[np.floating]) -> Kind | None:
    """Whether a text carries passages of a translation."""
    passages = (mass >= WEIGHTY) & (near >= PASSAGE)
    if mass @ passages >= PROOF and (passages.sum() > 1 or (passages & (near >= LONE)).any()):
        return "partial"
    return None
