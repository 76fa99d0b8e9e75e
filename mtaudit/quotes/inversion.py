"""Statements turned round: a negation gone or come, few become some, an opposite, an un- gone."""

from __future__ import annotations

from mtaudit.languages.interface import Language
from mtaudit.quotes import signals
from mtaudit.quotes.affinity import Affinity
from mtaudit.quotes.signals import Texts
from mtaudit.quotes.standing import LEAST_IDF
from mtaudit.quotes.words import tokens

OPPOSITE = 0.5  # how surely a word must translate the opposite, and at most how surely anything the word itself
SURE_AT_ALL = 0.35
AFFIRMED = 0.8  # how surely a denied word of the translation must stand for one that the original affirms
CONTRARY = {  # senses of the quantity tables that contradict each other, as (in the original, in the translation)
    *(("few", other) for other in ("some", "many", "all")),
    *(("many", other) for other in ("few", "none")),
    *(("all", other) for other in ("few", "none")),
    *(("none", other) for other in ("some", "many", "all")),
}
LONGEST_FLIP = 40  # words of a quotation in which a changed quantity is still the same quantity


def inversion(texts: Texts, affinity: Affinity, source: Language, target: Language) -> str | None:
    """What is turned into its opposite, in words; None where nothing is seen to be."""
    there, here = tokens(texts.source), tokens(texts.target)
    denied = signals.negators(there, source)
    if denied and not signals.negated(here, target, weak=True) and len(here) > 1:
        return f"the negation is lost: {shown(denied[0].text)} has no counterpart"
    come = None if denied else denied_now(texts, affinity, source, target)
    if come:
        return f"{shown(come)} is not in the original"
    wanted = signals.senses(texts.source, source.quantities) if len(there) <= LONGEST_FLIP else {}
    given = signals.senses(texts.target, target.quantities)
    for one in sorted(set(wanted) - set(given)):
        for other in sorted(set(given) - set(wanted)):
            denies = "none" in (one, other) or "all" in (one, other)
            if (one, other) in CONTRARY and not (denies and signals.negated(here, target) and one == "none"):
                if other == "none" and denied:
                    continue
                return f"{shown(wanted[one])} has become {shown(given[other])}"
    words = {t.key for t in there}
    weak = signals.negated(here, target, weak=True)
    for word in sorted(words):
        best = max((affinity.of(t.key, affinity.base(word)) for t in here), default=0.0)
        if best > SURE_AT_ALL:
            continue
        for other in _opposites(affinity, word, source):
            if other in {affinity.base(w) for w in words} or weak:
                continue
            for token in here:
                if affinity.of(token.key, other) >= max(OPPOSITE, best + 0.2) and not _shares(
                    affinity, token.key, words
                ):
                    return f"{shown(word)} has become {shown(token.text)}"
    return None


def denied_now(texts: Texts, affinity: Affinity, source: Language, target: Language) -> str | None:
    """A negator of the translation, with the word it denies, where the original plainly affirms that word.

    Nothing is said where the original denies anything, in or around the quotation, where the denied word renders one
    with a negative prefix, or where a word of the original seems lost: the negation may stand for it.
    """
    there, here = tokens(texts.source), tokens(texts.target)
    if signals.negated([*there, *tokens(texts.source_around)], source, weak=True):
        return None
    found = signals.negators(here, target)
    if len(found) != 1 or any(odds > 0 for _, odds in signals.stood(texts, affinity, source, target).lost):
        return None
    at = here.index(found[0])
    for token in here[at + 1 : at + 3]:
        if affinity.lexicon.target_terms(token.key).get(token.key, 0.0) < LEAST_IDF:
            continue  # tidak akan membahayakan
        affirmed = [t.key for t in there if affinity.of(token.key, affinity.base(t.key)) >= AFFIRMED]
        if affirmed and not any(word.startswith(source.negative_prefixes) for word in affirmed):
            return texts.target[found[0].start : token.end]
        return None
    return None


def _opposites(affinity: Affinity, word: str, language: Language) -> list[str]:
    """Source keys that contradict `word`: by the table, and what is left of it without un- or in-."""
    key = affinity.base(word)
    found = []
    for a, b in language.opposites:
        if key == affinity.base(a):
            found.append(affinity.base(b))
        elif key == affinity.base(b):
            found.append(affinity.base(a))
    for prefix in language.negative_prefixes:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) > 4 and affinity.translatable(rest) >= OPPOSITE:
            found.append(affinity.base(rest))
    return found


def _shares(affinity: Affinity, word: str, source_words: set[str]) -> bool:
    """Whether `word` stands for one of the original's own words anyway."""
    return any(affinity.of(word, affinity.base(w)) >= OPPOSITE for w in source_words)


def shown(text: str) -> str:
    """Words of a text as messages quote them."""
    return f"“{text}”"
