"""Statements turned into their opposite: a negation lost or added, a few that became some, an opposite.

Human translators turn sentences round without changing what they say (`will not fail`: `akan berhasil`). So something
is told only where the very word that was denied, counted or compared stands in the translation: by the bilingual word
list, with nothing near it that could deny it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from mtaudit.languages.interface import Language
from mtaudit.quotes.affinity import Affinity
from mtaudit.quotes.inversion import CONTRARY
from mtaudit.quotes.signals import Texts, starts_inside
from mtaudit.quotes.words import Token

Kind = Literal["negation lost", "negation added", "opposite", "quantity", "comparison"]

SURE = 0.5  # affinity from which a word stands for another
HARDLY = 0.35  # and up to which it doesn't
REACH = 3  # words behind a negator, a quantity or a comparison in which the word that it belongs to stands
NEAR = 5  # words before a word, and AFTER behind it, in which something may deny it
AFTER = 2
LONG = 6  # letters of a word that more is left of than its ending
BESIDE = 3  # words on either side of a word in which its neighbours stand
OPPOSED = (  # senses of the polarity tables that contradict each other
    ("rise", "fall"),
    ("win", "lose"),
    ("accept", "reject"),
    ("buy", "sell"),
    ("open", "close"),
    ("begin", "end"),
    ("allow", "ban"),
    ("confirm", "deny"),
    ("strengthen", "weaken"),
    ("improve", "worsen"),
    ("arrest", "free"),
    ("guilty", "innocent"),
    ("join", "quit"),
    ("survive", "die"),
    ("ally", "enemy"),
    ("majority", "minority"),
)
_STOPS = ',;:.!?…—–()"“”'


@dataclass(frozen=True, slots=True)
class Inversion:
    """What was turned round: stretches (start, end) of the original and of the translation."""

    kind: Kind
    source: tuple[int, int]
    target: tuple[int, int]


@dataclass(frozen=True)
class _Side:
    """A text with its words; `denying`: indices of all words that deny something, if only in part.

    `prefixed`: indices of those that begin like a word that does: unknown, united.
    """

    text: str
    words: Sequence[Token]
    language: Language
    denying: frozenset[int]
    prefixed: frozenset[int]

    def clause(self, i: int, k: int) -> bool:
        """Whether no punctuation stands between words `i` and `k`."""
        first, last = sorted((i, k))
        return not any(c in _STOPS for c in self.text[self.words[first].end : self.words[last].start])

    def content(self, i: int) -> bool:
        """Whether word `i` says something of its own."""
        word = self.words[i].text.lower().replace("’", "'")
        return word not in self.language.light and word.isalpha() and len(word) > 2

    def denied(self, i: int, but: int | None = None) -> bool:
        """Whether something near word `i`, apart from word `but`, may deny it."""
        return any(i - NEAR <= k <= i + AFTER and k != but for k in self.denying)


def inversions(texts: Texts, affinity: Affinity) -> Iterator[Inversion]:
    """What a sentence and its translation say that contradicts each other."""
    there, here = affinity.pair.languages
    original = _side(texts.source, texts.there, there, affinity)
    translation = _side(texts.target, texts.here, here, affinity)
    if "?" in texts.source or not original.words or not translation.words:
        return
    yield from _lost(original, translation, affinity)
    yield from _added(original, translation, affinity)
    yield from _opposites(original, translation, affinity)
    yield from _quantities(original, translation, affinity)
    yield from _comparisons(original, translation, affinity)


def _side(text: str, words: Sequence[Token], language: Language, affinity: Affinity) -> _Side:
    weak = language.negation.denying
    bases = affinity.denials if language.inflection.irregular else language.negation.denials
    found = {
        i
        for i, token in enumerate(words)
        if (word := token.text.lower().replace("’", "'")) in weak
        or affinity.base(word) in bases
        or any(_without(word, prefix, affinity) for prefix in language.negation.prefixes)
        or (word.endswith(language.negation.suffixes) and len(word) > LONG and bool(language.negation.suffixes))
    }
    prefixed = {
        i for i, t in enumerate(words) if len(t.text) > 5 and t.text.lower().startswith(language.negation.prefixes)
    }
    return _Side(text, words, language, frozenset(found), frozenset(prefixed))


def _without(word: str, prefix: str, affinity: Affinity) -> bool:
    """Whether a word of its own is left of `word` without `prefix`: unable, not united."""
    rest = word.removeprefix(prefix)
    return rest != word and len(rest) > 3 and affinity.translatable(rest) >= HARDLY


def _stands_for(word: Token, other: Token, affinity: Affinity) -> float:
    return affinity.of(word.key, affinity.base(other.key))


def _renderings(word: Token, side: _Side, affinity: Affinity) -> list[int]:
    """The words of the translation that surely stand for `word`."""
    return [i for i, t in enumerate(side.words) if side.content(i) and _stands_for(t, word, affinity) >= SURE]


def _strict(side: _Side) -> list[int]:
    """The words that deny something whatever they stand by."""
    negators = side.language.negation.negators
    found = [i for i, token in enumerate(side.words) if token.text.lower().replace("’", "'") in negators]
    return [
        i for i in found if not (len(side.words[i].text) < 3 and side.words[i + 1 : i + 2] and _number(side, i + 1))
    ]


def _number(side: _Side, i: int) -> bool:
    return side.words[i].text.isdigit()  # the No. of No. 11


def _behind(side: _Side, i: int) -> int | None:
    """The word that a negator, quantity or comparison at `i` belongs to: the first content word behind it."""
    for k in range(i + 1, min(i + 1 + REACH, len(side.words))):
        if not side.clause(i, k):
            return None
        if side.content(k):
            return k
    return None


def _lost(original: _Side, translation: _Side, affinity: Affinity) -> Iterator[Inversion]:
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


def _everything(token: Token, language: Language, translation: _Side) -> tuple[int, int] | None:
    """Where `mana-mana` stands for nowhere, `apa-apa` for nothing: without a denial they say the opposite."""
    for sense, words in language.senses.indefinites.items():
        if token.text.lower() in words:
            forms = translation.language.senses.indefinites.get(sense, frozenset())
            for a, b in pairwise(translation.words):
                if a.key == b.key and a.key in forms and translation.text[a.end : b.start].strip() == "-":
                    return a.start, b.end
    return None


def _idiom(side: _Side, i: int) -> bool:
    """Whether the negator at `i` belongs to a phrase that denies nothing: not only, no later than, whether or not."""
    around = " ".join(t.text.lower() for t in side.words[max(0, i - 2) : i + 3])
    return any(f" {phrase} " in f" {around} " for phrase in side.language.negation.exceptions)


def _added(original: _Side, translation: _Side, affinity: Affinity) -> Iterator[Inversion]:
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
            k for k, t in enumerate(original.words) if original.content(k) and _stands_for(word, t, affinity) >= SURE
        ]
        keys = [affinity.base(original.words[k].key) for k in meant]
        if any(original.denied(k) or any(abs(k - n) <= NEAR for n in original.prefixed) for k in meant):
            continue
        if meant and not any(key in other for key in keys for other in denied):
            there = original.words[meant[0]]
            yield Inversion("negation added", (there.start, there.end), (translation.words[i].start, word.end))
            return


def _opposites(original: _Side, translation: _Side, affinity: Affinity) -> Iterator[Inversion]:
    """A word of one sense where the translation has only words of the contrary sense."""
    there, here = _senses(original, affinity), _senses(translation)
    for one, other in (*OPPOSED, *((b, a) for a, b in OPPOSED)):
        if len(there.get(one, ())) != 1 or other in there or one in here or other not in here:
            continue
        i = there[one][0]
        named = original.words[i].text[:1].isupper() and starts_inside(original.text, original.words, i)
        if named or original.denied(i, i):
            continue
        for k in here[other]:
            word = translation.words[k]
            meant = [t for n, t in enumerate(original.words) if n != i and _stands_for(word, t, affinity) >= HARDLY]
            if not meant and not translation.denied(k, k) and _beside(original, i, translation, k, affinity):
                token = original.words[i]
                yield Inversion("opposite", (token.start, token.end), (word.start, word.end))
                return


def _senses(side: _Side, affinity: Affinity | None = None) -> dict[str, list[int]]:
    """Senses of the polarity table -> indices of the words that have them; with `affinity` any form of a word."""
    found: dict[str, list[int]] = {}
    senses = affinity.polarity if affinity else side.language.senses.polar
    for i, token in enumerate(side.words):
        for sense in senses.get(affinity.base(token.key) if affinity else token.text.lower(), ()):
            found.setdefault(sense, []).append(i)
    return found


def _beside(original: _Side, i: int, translation: _Side, k: int, affinity: Affinity) -> bool:
    """Whether one of the two content words next to either word stands for one next to the other."""
    there = [n for n in range(max(0, i - BESIDE), i + BESIDE + 1) if n < len(original.words) and original.content(n)]
    here = [translation.words[n] for n in range(max(0, k - BESIDE), min(len(translation.words), k + BESIDE + 1))]
    return any(_stands_for(t, original.words[n], affinity) >= SURE for n in there if n != i for t in here)


def _counted(side: _Side) -> Iterator[tuple[str, int, int]]:
    """Quantities as (sense, index of the first word, index of the word counted)."""
    low = [t.text.lower() for t in side.words]
    counting = side.language.senses.counting
    i = 0
    while i < len(low):
        found = [
            (len(phrase), sense) for phrase, sense in counting.get(low[i], ()) if (*low[i : i + len(phrase)],) == phrase
        ]
        size, sense = max(found, default=(1, ""))
        last = i + size - 1
        following = last + 1
        if found and following < len(low) and len(low[following]) > 2 and side.clause(last, following):
            yield sense, i, following
        i += size


def _quantities(original: _Side, translation: _Side, affinity: Affinity) -> Iterator[Inversion]:
    given = list(_counted(translation))
    for sense, first, noun in _counted(original):
        if original.denied(noun) and sense != "few":
            continue
        for other, begin, counted in given:
            stands = _stands_for(translation.words[counted], original.words[noun], affinity)
            if (sense, other) in CONTRARY and stands >= SURE and not translation.denied(begin):
                yield Inversion(
                    "quantity",
                    (original.words[first].start, original.words[noun].end),
                    (translation.words[begin].start, translation.words[counted].end),
                )
                return


def _comparisons(original: _Side, translation: _Side, affinity: Affinity) -> Iterator[Inversion]:
    """Less important that has become more important, and the other way round."""
    there, here = original.language.senses.comparatives, translation.language.senses.comparatives
    for sense, other in (("less", "more"), ("more", "less")):
        for i, token in enumerate(original.words):
            following = _next(original, i)
            if token.text.lower() not in there.get(sense, ()) or following is None or original.denied(i, i):
                continue
            if any(
                t.text.lower() in there.get(other, ()) and _same(original, _next(original, k), following, affinity)
                for k, t in enumerate(original.words)
            ):
                continue  # more effective than this and less effective than that
            for k, word in enumerate(translation.words):
                behind = _next(translation, k)
                if word.text.lower() not in here.get(other, ()) or behind is None:
                    continue
                phrase = f"{word.text.lower()} {translation.words[behind].text.lower()}"
                if phrase in here.get(sense, ()) or _denied_before(translation, k):
                    continue
                if _stands_for(translation.words[behind], original.words[following], affinity) >= SURE:
                    yield Inversion(
                        "comparison",
                        (token.start, original.words[following].end),
                        (word.start, translation.words[behind].end),
                    )
                    return


def _next(side: _Side, i: int) -> int | None:
    return i + 1 if i + 1 < len(side.words) and side.content(i + 1) and side.clause(i, i + 1) else None


def _same(side: _Side, i: int | None, k: int, affinity: Affinity) -> bool:
    return i is not None and affinity.base(side.words[i].key) == affinity.base(side.words[k].key)


def _denied_before(side: _Side, i: int) -> bool:
    return any(i - NEAR <= k < i for k in side.denying)
