"""Back-translations: what a translated sentence says when it is led back, where the way back did not break."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.case import Case, Link
from mtaudit.evidence.interface import Cut, Side
from mtaudit.evidence.roundtrip import broken
from mtaudit.originals.lexicon import Lexicon, Terms, load
from mtaudit.text import Reading


def sound(case: Case, index: int) -> Reading | None:
    """The back-translation of sentence `index`; None where there is none, or it can't be used as evidence."""
    return case.once(_sound, index)


def _sound(case: Case, index: int) -> Reading | None:
    back = case.back(index)
    return None if broken(case.target.parts[index], back, case.back_translation_scores[index]) else back


def _terms(back: Reading, lexicon: Lexicon) -> Terms:
    return lexicon.source_terms(back.text)


def agreement(case: Case, link: Link, terms: Terms) -> float | None:
    """The share of `terms`, content words of the original, that one sound back-translation of a link has.

    That of the sentence that has most of them; None where no back-translation is sound.
    """
    shares = []
    for back in (sound(case, i) for i in link.target):
        if back:
            shared = terms.keys() & back.once(_terms, load(case.pair)).keys()
            shares.append(sum(terms[w] for w in sorted(shared)) / sum(terms.values()) if terms else 1.0)
    return max(shares, default=None)


class ComesBack:
    """1.0 where a word of the original, or what a word of the translation stands for, is in the back-translation."""

    label = "what comes back when it is translated back"

    def column(self, case: Case, side: Side, row: int, words: Sequence[Cut]) -> Sequence[float] | None:
        at = case.link_of("source", row) if side == "source" else None
        rows = (row,) if side == "target" else case.links[at].target if at is not None else ()
        backs = [back for back in (sound(case, i) for i in rows) if back]
        if not backs:
            return None
        lexicon = load(case.pair)
        found = {key for back in backs for key in back.once(_terms, lexicon)}
        if side == "source":
            return [float(word.key in found) for word in words]
        return [float(any(key in found for key in lexicon.strengths(word.key))) for word in words]
