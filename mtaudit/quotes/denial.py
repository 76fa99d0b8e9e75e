"""A negation that the translation lost, and one that it added."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtaudit.languages.interface import Language
from mtaudit.quotes.affinity import Affinity
from mtaudit.quotes.signals import starts_inside
from mtaudit.quotes.statement import NEAR, SURE, Inversion, Side, stands_for
from mtaudit.quotes.words import Token

REACH = 3  # words behind a negator in which the word that it belongs to stands


def lost(original: Side, translation: Side, affinity: Affinity) -> Iterator[Inversion]:
    strict = _strict(original)
    if len(_strict(translation)) >= len(strict):
        return
    copied = {token.text.lower() for token in translation.words}
    for i in strict:
        token = original.words[i]
        doubled = None if _strict(translation) else _everything(token, original.language, translation)
        if doubled is not None:
            yield Inversion("negation lost", (token.start, token.end), doubled)
            return
        named = token.text[:1].isupper() and starts_inside(original.text, original.words, i)
        if named or token.text.lower() in copied or _idiom(original, i):
            continue
        scope = _behind(original, i)
        if scope is None or scope in original.denying or any(abs(k - i) <= NEAR for k in original.denying - {i}):
            continue
        word = original.words[scope]
        if sum(affinity.base(t.key) == affinity.base(word.key) for t in original.words) > 1:
            continue  # said twice: which of them was denied?
        found = _renderings(word, translation, affinity)
        if found and not any(translation.denied(at) for at in found):
            here = translation.words[found[0]]
            yield Inversion("negation lost", (token.start, word.end), (here.start, here.end))
            return


def added(original: Side, translation: Side, affinity: Affinity) -> Iterator[Inversion]:
    if _strict(original):
        return
    denied = [original.words[k].key for k in original.denying | original.prefixed]
    weak = translation.language.negation.weak  # tanpa gejala: asymptomatic
    for i in (i for i in _strict(translation) if translation.words[i].text.lower() not in weak):
        scope = _behind(translation, i)
        if scope is None or _idiom(translation, i) or any(abs(k - i) <= NEAR for k in translation.denying - {i}):
            continue
        word = translation.words[scope]
        meant = [
            k for k, t in enumerate(original.words) if original.content(k) and stands_for(word, t, affinity) >= SURE
        ]
        keys = [affinity.base(original.words[k].key) for k in meant]
        if any(original.denied(k) or any(abs(k - n) <= NEAR for n in original.prefixed) for k in meant):
            continue
        if meant and not any(key in other for key in keys for other in denied):
            there = original.words[meant[0]]
            yield Inversion("negation added", (there.start, there.end), (translation.words[i].start, word.end))
            return


def _renderings(word: Token, side: Side, affinity: Affinity) -> list[int]:
    """The words of the translation that surely stand for `word`."""
    return [i for i, t in enumerate(side.words) if side.content(i) and stands_for(t, word, affinity) >= SURE]


def _strict(side: Side) -> list[int]:
    """The words that deny something whatever they stand by."""
    negators = side.language.negation.negators
    found = [i for i, token in enumerate(side.words) if token.text.lower().replace("’", "'") in negators]
    return [
        i for i in found if not (len(side.words[i].text) < 3 and side.words[i + 1 : i + 2] and _number(side, i + 1))
    ]


def _number(side: Side, i: int) -> bool:
    return side.words[i].text.isdigit()  # the No. of No. 11


def _behind(side: Side, i: int) -> int | None:
    """The word that a negator, quantity or comparison at `i` belongs to: the first content word behind it."""
    for k in range(i + 1, min(i + 1 + REACH, len(side.words))):
        if not side.clause(i, k):
            return None
        if side.content(k):
            return k
    return None


def _everything(token: Token, language: Language, translation: Side) -> tuple[int, int] | None:
    """Where `mana-mana` stands for nowhere, `apa-apa` for nothing: without a denial they say the opposite."""
    for sense, words in language.senses.indefinites.items():
        if token.text.lower() in words:
            forms = translation.language.senses.indefinites.get(sense, frozenset())
            for a, b in pairwise(translation.words):
                if a.key == b.key and a.key in forms and translation.text[a.end : b.start].strip() == "-":
                    return a.start, b.end
    return None


def _idiom(side: Side, i: int) -> bool:
    """Whether the negator at `i` belongs to a phrase that denies nothing: not only, no later than, whether or not."""
    around = " ".join(t.text.lower() for t in side.words[max(0, i - 2) : i + 3])
    return any(f" {phrase} " in f" {around} " for phrase in side.language.negation.exceptions)
