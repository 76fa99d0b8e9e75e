"""The noise floor of a translator: how freely it translates, and how untidily, where nothing is quoted.

A good human translation keeps fewer words of the list than a poor machine, which goes word by word (measured on 200
sentences: 0.25 of the content not found for human news translations, 0.15 to 0.2 for six systems, the worst of them
lowest). What a quotation lacks is therefore held against what the rest of its article lacks, or, where the run names
the systems, the rest of all that this system translated. And a translator that leaves English standing elsewhere, or
falls short of well-made translations in all the run, is likelier to have damaged its quotations too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.case import Case, Link, Passage, Translator
from mtaudit.evidence.affinity import Affinity
from mtaudit.quotes.signals import Texts, leftovers, uncovered
from mtaudit.quotes.words import of_sentences

USUAL_FREE, USUAL_LEFT = 0.18, 0.06  # of the sentences of six systems and of human translations, as measured
SHRINK = 4.0  # passages that the usual values count for: a short article says little about its translator
PER_SHORTFALL = 10.0  # chrF points: from the best system to the worst


@dataclass(frozen=True, slots=True)
class Floor:
    """The passages of one article, and what is known of its translator, this article included."""

    passages: Sequence[Passage]
    translator: Translator

    def without(self, start: int, end: int) -> dict[str, float]:
        """Signals of all that the translator did apart from the passages that touch `text[start:end]`.

        Shares beyond the usual ones, and shortfall in tens of chrF points; 0 where nothing else is there.
        """
        own = [p for p in self.passages if p.start < end and start < p.end]
        known = self.translator
        n = known.passages - len(own) + SHRINK
        free = (known.free - sum(p.free for p in own) + SHRINK * USUAL_FREE) / n
        left = (known.left - sum(p.left for p in own) + SHRINK * USUAL_LEFT) / n
        return {
            "floor_free": free - USUAL_FREE,
            "floor_left": left - USUAL_LEFT,
            "translator": known.shortfall / PER_SHORTFALL,
        }


def floor(case: Case) -> Floor:
    """The noise floor of a case whose passages are known; the article's own where nothing is known of the run."""
    own = case.passages
    alone = Translator(0.0, len(own), sum(p.free for p in own), sum(p.left for p in own))
    return Floor(own, case.translator or alone)


def aligned(case: Case, link: Link) -> Texts:
    """The sentences of a link that has both sides; in its original there must be one."""
    source = " ".join(case.original_sentences[i].text for i in link.source)
    target = " ".join(case.sentences[i].text for i in link.target)
    assert case.source is not None
    words = of_sentences(case.source, link.source, source), of_sentences(case.target, link.target, target)
    return Texts(source, target, words=words)


def passages(case: Case, affinity: Affinity) -> tuple[Passage, ...]:
    """How freely each aligned passage that has both sides is translated; headings of two words left out."""
    found = []
    for link in case.links:
        if not link.source or not link.target:
            continue
        target = [case.sentences[i] for i in link.target]
        texts = aligned(case, link)
        lost, new = uncovered(texts, affinity)
        lexicon = affinity.lexicon
        whole = sum(lexicon.source_terms(texts.source).values()), sum(lexicon.target_terms(texts.target).values())
        if min(whole) < 8:
            continue
        free = (sum(lost.values()) / whole[0] + sum(new.values()) / whole[1]) / 2
        left = bool(leftovers(texts, affinity))
        found.append(Passage(min(s.start for s in target), max(s.end for s in target), min(1.0, free), left))
    return tuple(found)
