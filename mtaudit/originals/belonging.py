"""Whether a text is the whole original of a translation, or only one like it: another report on the same event.

Word likeness alone doesn't part the two: free human translations share as much with their originals as other reports
share of names and subject. So two things are asked of each sentence of the translation: how like it is to what the
alignment, which keeps the order, sets beside it; and by how much that is more than to any other sentence there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.languages.sentences import Sentence
from mtaudit.originals.align import align
from mtaudit.originals.grid import grid
from mtaudit.originals.lexicon import Lexicon, load

# Fitted on made-up articles of one subject each (sentences of the dev part of the parallel data that share rare words),
# whole, shortened and with additions, against the other half of the same subject with up to two fifths of the
# sentences carried over word for word; figures on other text in docs/inputs.md (benchmarks/belonging.py).
WHOLE = 0.33  # belonging from which a text is the whole original
MOVED = 0.5  # of a sentence that the original has elsewhere: a translator keeps the order, another writer doesn't
LEAST_WORDS = 50  # of either side, below which a given original is taken as it is
LEAST_SENTENCES = 3  # of a translation of fewer words that can be told


def belonging(
    target: Sequence[Sentence],
    source: Sequence[Sentence],
    back_translations: Sequence[str | None] = (),
    lexicon: Lexicon | None = None,
    pair: LanguagePair = ENGLISH_INDONESIAN,
) -> float:
    """How surely `source` is the original of `target`, about 0..1; `WHOLE` or more: it is.

    The mean over the letters of the translation of likeness (0..1) and of its lead over the next best (-1..1); what was
    moved counts by half. What of the original is missing in the translation doesn't count: a shortened translation has
    its whole original. 0 where a side is empty. `back_translations`: as `align` takes them.
    """
    if not target or not source:
        return 0.0
    words = lexicon or load(pair)
    there = [words.source_terms(sentence.text) for sentence in source]
    backs = [words.source_terms(text or "") for text in back_translations]
    alike = grid(words, [words.target_terms(sentence.text) for sentence in target], there, backs).one_one
    letters = np.array([float(len(sentence.text)) for sentence in target])
    total = 0.0
    for link in align(target, source, back_translations, words, pair):
        if link.target and link.source:
            elsewhere = np.delete(alike[list(link.target)], list(link.source), axis=1)
            lead = link.score - elsewhere.max(axis=1, initial=0.0)
            total += (MOVED if link.moved else 1.0) * float(letters[list(link.target)] @ (link.score + lead))
    return round(total / 2 / float(letters.sum()), 4)


def long_enough(target: Sequence[Sentence]) -> bool:
    """Whether a translation has enough words or sentences to tell its original from one like it."""
    return len(target) >= LEAST_SENTENCES or words_of(target) >= LEAST_WORDS


def words_of(sentences: Sequence[Sentence]) -> int:
    """White-space separated words with a letter or digit."""
    return sum(any(c.isalnum() for c in word) for s in sentences for word in s.text.split())
