"""The noise floor of an article: how freely it is translated where nothing is quoted.

A good human translation keeps fewer words of the list than a poor machine, which goes word by word (measured on 200
sentences: 0.25 of the content not found for human news translations, 0.15 to 0.2 for six systems, the worst of them
lowest). What a quotation lacks is therefore held against what the rest of its article lacks; and an article that
leaves English standing elsewhere is likelier to have damaged its quotations too.
"""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.case import Case
from mtaudit.quotes.affinity import Affinity
from mtaudit.quotes.signals import Texts, leftovers, uncovered

USUAL_FREE, USUAL_LEFT = 0.18, 0.06  # of the sentences of six systems and of human translations, as measured
SHRINK = 4.0  # sentences that the usual values count for: a short article says little about its translator


@dataclass(frozen=True, slots=True)
class Floor:
    """Per alignment bead: place of its translation, share of content not found (0..1), English words left (0 or 1)."""

    beads: tuple[tuple[int, int, float, float], ...]

    def without(self, start: int, end: int) -> dict[str, float]:
        """Signals of the article apart from the beads that touch `text[start:end]`; 0 where nothing else is there."""
        rest = [(free, left) for a, b, free, left in self.beads if b <= start or end <= a]
        n = len(rest)
        free = (sum(f for f, _ in rest) + SHRINK * USUAL_FREE) / (n + SHRINK)
        left = (sum(x for _, x in rest) + SHRINK * USUAL_LEFT) / (n + SHRINK)
        return {"floor_free": free - USUAL_FREE, "floor_left": left - USUAL_LEFT}


def floor(case: Case, affinity: Affinity) -> Floor:
    """Measured over all beads of the case that have both sides."""
    beads = []
    for link in case.links:
        if not link.source or not link.target:
            continue
        target = [case.sentences[i] for i in link.target]
        texts = Texts(" ".join(case.original_sentences[i].text for i in link.source), " ".join(s.text for s in target))
        lost, new = uncovered(texts, affinity, case.source_language, case.target_language)
        lexicon = affinity.lexicon
        whole = sum(lexicon.source_terms(texts.source).values()), sum(lexicon.target_terms(texts.target).values())
        if min(whole) < 8:  # a heading of two words
            continue
        free = (sum(lost.values()) / whole[0] + sum(new.values()) / whole[1]) / 2
        left = bool(leftovers(texts, affinity, case.source_language, case.target_language))
        beads.append((min(s.start for s in target), max(s.end for s in target), min(1.0, free), float(left)))
    return Floor(tuple(beads))
