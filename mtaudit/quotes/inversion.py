"""Statements turned round: a negation gone or come, few become some, an opposite, an un- gone."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.languages.interface import Language
from mtaudit.quotes import signals
from mtaudit.quotes.affinity import Affinity
from mtaudit.quotes.signals import Texts
from mtaudit.quotes.standing import LEAST_IDF
from mtaudit.quotes.words import Token, tokens

OPPOSITE = 0.5  # how surely a word must translate the opposite, and at most how surely anything the word itself
HINT = 0.1  # and what may hint that a word of the translation stands for the denied one: luar biasa, unusual
HARDLY = 0.3  # how surely a word must be translatable, or stand for what a prefix denies behind a "can"
SURE_AT_ALL = 0.35
AFFIRMED = 0.8  # how surely a denied word of the translation must stand for one that the original affirms
CONTRARY = {  # senses of the quantity tables that contradict each other, as (in the original, in the translation)
    *(("few", other) for other in ("some", "many", "all")),
    *(("many", other) for other in ("few", "none")),
    *(("all", other) for other in ("few", "none")),
    *(("none", other) for other in ("some", "many", "all")),
}
LONG = 6  # letters of a word in which a prefix may be one
SCOPE = 6  # words behind a negator among which the first content word is what it denies
LONGEST_FLIP = 40  # words of a quotation in which a changed quantity is still the same quantity


def inversion(texts: Texts, affinity: Affinity) -> str | None:
    """What is turned into its opposite, in words; None where nothing is seen to be."""
    source, target = affinity.pair.languages
    there, here = texts.there, texts.here
    denied = signals.negators(there, source)
    if denied and not signals.negated(here, target, weak=True) and len(here) > 1:
        stated = [n for n in denied if not _asked(texts.source, n)]
        lost = affirmed_now(there, here, stated, affinity)
        if lost:
            return f"the negation is lost: {shown(lost.text)} has no counterpart"
    come = None if denied else denied_now(texts, affinity)
    if come:
        return f"{shown(come)} is not in the original"
    wanted = signals.senses(texts.there, source.senses.quantities) if len(there) <= LONGEST_FLIP else {}
    given = signals.senses(texts.here, target.senses.quantities)
    for one in sorted(set(wanted) - set(given)):
        for other in sorted(set(given) - set(wanted)):
            if one == "none":
                continue  # nobody, nothing: they are negators, and have been looked at
            if {one, other} == {"few", "many"} and (denied or signals.negated(here, target)):
                continue  # few: tidak banyak; not much: sedikit
            if (one, other) == ("many", "few") and "less" in signals.senses(texts.there, source.senses.comparatives):
                continue  # much less
            if (one, other) in CONTRARY:
                if other == "none" and denied:
                    continue
                return f"{shown(wanted[one])} has become {shown(given[other])}"
    words = {t.key for t in there}
    scope = {t.key for n in denied for t in there[there.index(n) + 1 : there.index(n) + 1 + SCOPE]}
    weak = signals.negated(here, target, weak=True)
    for word in sorted(words - scope):  # not safe: berbahaya
        best = max((affinity.of(t.key, affinity.base(word)) for t in here), default=0.0)
        if best > SURE_AT_ALL:
            continue
        for other in _opposites(affinity, word):
            if other in {affinity.base(w) for w in words} or weak:
                continue
            for token in here:
                if affinity.of(token.key, other) >= max(OPPOSITE, best + 0.2) and not _shares(
                    affinity, token.key, words
                ):
                    return f"{shown(word)} has become {shown(token.text)}"
    return None if weak else _unprefixed(there, here, words - scope, affinity)


def _asked(text: str, token: Token) -> bool:
    """Whether the word stands in a question: “Isn't that great?” denies nothing."""
    after = next((c for c in text[token.end :] if c in ".!?…"), "")
    return after == "?"


def _unprefixed(
    there: Sequence[Token],
    here: Sequence[Token],
    words: set[str],
    affinity: Affinity,
) -> str | None:
    """A word without its negative prefix, where the translation denies nothing: unsafe -> aman."""
    source, target = affinity.pair.languages
    others = {t.key for t in there}
    for word in sorted(words - source.negation.only_seemingly):
        for rest in _without_prefix(word, affinity, HARDLY):
            if rest in {affinity.base(w) for w in others}:
                continue
            able = [None, *(t.key in target.senses.modals.get("can", ()) for t in here)]  # invisible: dapat dilihat
            found = [
                t
                for t, can in zip(here, able, strict=False)
                if affinity.of(t.key, rest) >= (HARDLY if can else OPPOSITE)
            ]
            apart = [t for t in here if t not in found and affinity.of(t.key, affinity.base(word)) > HINT]
            if len(found) == 1 and not apart and not _shares(affinity, found[0].key, others - {word}):
                return f"{shown(word)} has become {shown(found[0].text)}"
    return None


def affirmed_now(
    there: Sequence[Token], here: Sequence[Token], denied: Sequence[Token], affinity: Affinity
) -> Token | None:
    """A negator of the original whose word stands in the translation, which denies nothing; None where none does.

    A translator may say it without a negation (`not safe`: `berbahaya`), and some phrases deny nothing (`no less than`,
    `couldn't agree more`): then the denied word isn't there, or the phrase is in the language's table.
    """
    source = affinity.pair.source
    for negator in denied:
        at = there.index(negator)
        around = " ".join(t.text.lower().replace("’", "'") for t in there[max(0, at - 3) : at + 5])
        if any(f" {phrase} " in f" {around} " for phrase in source.negation.exceptions):
            continue
        for token in there[at + 1 : at + 1 + SCOPE]:
            key = token.key
            if key in source.function_words or affinity.lexicon.source_weight(key) < 1:
                continue
            if any(affinity.of(t.key, affinity.base(key)) >= OPPOSITE for t in here):
                return negator
            break
    return None


def denied_now(texts: Texts, affinity: Affinity) -> str | None:
    """A negator of the translation, with the word it denies, where the original plainly affirms that word.

    Nothing is said where the original denies anything, in or around the quotation, where the denied word renders one
    with a negative prefix, or where a word of the original seems lost: the negation may stand for it.
    """
    source, target = affinity.pair.languages
    there, here = texts.there, texts.here
    if signals.negated([*there, *tokens(texts.source_around)], source, weak=True):
        return None
    if any(
        t.key in source.negation.denials or affinity.base(t.key) in source.negation.denials or _prefixed(t.key, source)
        for t in there
    ):
        return None
    found = signals.negators(here, target)
    if len(found) != 1 or any(odds > 0 for _, odds in signals.stood(texts, affinity).lost):
        return None
    at = here.index(found[0])
    for token in here[at + 1 : at + 3]:
        if affinity.lexicon.target_weight(token.key) < LEAST_IDF:
            continue  # tidak akan membahayakan
        affirmed = [t.key for t in there if affinity.of(token.key, affinity.base(t.key)) >= AFFIRMED]
        if affirmed and not any(word.startswith(source.negation.prefixes) for word in affirmed):
            return texts.target[found[0].start : token.end]
        return None
    return None


def _prefixed(word: str, language: Language) -> bool:
    """Whether a word looks as if a negative prefix or suffix were in it."""
    ends = bool(language.negation.suffixes) and word.endswith(language.negation.suffixes)
    return len(word) > LONG and (ends or word.startswith(language.negation.prefixes))


def _opposites(affinity: Affinity, word: str) -> list[str]:
    """Source keys that contradict `word`: by the table, and what is left of it without un- or in-."""
    key = affinity.base(word)
    found = []
    for a, b in affinity.pair.source.senses.opposites:
        if key == affinity.base(a):
            found.append(affinity.base(b))
        elif key == affinity.base(b):
            found.append(affinity.base(a))
    return [*found, *_without_prefix(word, affinity)]


def _without_prefix(word: str, affinity: Affinity, least: float = OPPOSITE) -> list[str]:
    """What is left of a word without un- or in-, where that is a word of its own."""
    language = affinity.pair.source
    if word in language.negation.only_seemingly:
        return []
    rests = [word[len(prefix) :] for prefix in language.negation.prefixes if word.startswith(prefix)]
    return [affinity.base(rest) for rest in rests if len(rest) > 3 and affinity.translatable(rest) >= least]


def _shares(affinity: Affinity, word: str, source_words: set[str]) -> bool:
    """Whether `word` stands for one of the original's own words anyway."""
    return any(affinity.of(word, affinity.base(w)) >= OPPOSITE for w in source_words)


def shown(text: str) -> str:
    """Words of a text as messages quote them."""
    return f"“{text}”"
