"""How near two spellings of a name are: by letters, by sound, and whether the difference is one that editors accept."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, Indel, JaroWinkler

from mtaudit.languages.pair import LanguagePair, Spelling

# Letters that Unicode does not decompose into a base letter and an accent.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ŋ": "ng"}
)
LONGEST_PIECE = 4  # letters that a name may have got in one piece
_NOT_ALNUM = re.compile(r"[\W_]+")

# Classes of sounds that scripts and ears confuse, most of them merged in Arabic, Japanese or Cyrillic renderings.
_SOUNDS = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"sch|tsch|tch|ch|sh|sy|zh|cz|sz|dj|dz|ts|tz"), "s"),
    (re.compile(r"ph|wh|gh(?=t|$)|ff|vv"), "f"),
    (re.compile(r"th|dh"), "t"),
    (re.compile(r"kh|ck|cq|qu|gh|ng(?=$)"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"[bp]"), "p"),
    (re.compile(r"[fvw]"), "f"),
    (re.compile(r"[cgkq]"), "k"),
    (re.compile(r"[dt]"), "t"),
    (re.compile(r"[jsz]"), "s"),
)
_SILENT = re.compile(r"[aeiouyh]+")
_DOUBLE = re.compile(r"(.)\1+")
_DOUBLE_CONSONANT = re.compile(r"([^aeiou])\1+")

# Romanisations of one sound that newsrooms use side by side (Zelensky/Zelenskyy, Sergei/Sergey, Ayatollah/Ayatullah,
# Mohammed/Muhammad): both spellings rewritten to one form; equal forms are no damage.
_ROMANISATIONS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"sk(?:yy|iy|ij|ii|yi|y|i|yj)$", "ski"),
        (r"(?<=[^aeiou])(?:iy|yy|ij|ii|y|i|ie)$", "i"),
        (r"(?:ey|ei|ay|ai|aj|ej)$", "ei"),
        (r"^(?:y|j|i)e", "e"),
        (r"ks|x", "ks"),
        (r"sy|sh", "sh"),
        (r"dz|dh|zh", "d"),
        (r"ou|oo", "u"),
        (r"ee|ii", "i"),
        (r"aa", "a"),
        (r"q|ck", "k"),
        (r"^mo?h?u?h?[ao]m+[ae]d$", "muhamad"),
        (r"^(?:abdul|abd[ae]l)", "abdul"),
        (r"ollah|ullah|ulla$", "ulah"),
    )
)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Letters and digits alone, lower-case, accents off: `Barça's` -> `barcas`, `Il-76` -> `il76`."""
    if text.isascii():
        return _NOT_ALNUM.sub("", text.lower())
    low = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _NOT_ALNUM.sub("", "".join(c for c in low if not unicodedata.combining(c)))


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The consonants of one word as sound classes, in order, doubled ones once: Zelenskyy, Zelenski -> `slnsk`.

    A vowel at the beginning stands as `a`, so that `Obama` and `Bama` differ. Empty for a word without letters.
    """
    sounds = fold(word)
    begins = sounds[:1] in {"a", "e", "i", "o", "u"}
    for pattern, to in _SOUNDS:
        sounds = pattern.sub(to, sounds)
    sounds = _DOUBLE.sub(r"\1", _SILENT.sub("", sounds))
    return ("a" + sounds) if begins else sounds


def _rewritten(word: str, table: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, to in table:
        word = pattern.sub(to, word)
    return _DOUBLE.sub(r"\1", word)


@lru_cache(maxsize=100_000)
def romanised(word: str) -> str:
    """One spelling for all accepted romanisations of a name; see `_ROMANISATIONS`."""
    return _rewritten_once(fold(word))


def _rewritten_once(word: str) -> str:
    for pattern, to in _ROMANISATIONS:
        word = pattern.sub(to, word)
    return word


def romanisations(one: str, other: str) -> bool:
    """Whether two spellings are accepted romanisations of one name (letters doubled or not must agree)."""
    return romanised(one) == romanised(other)


class Loans:
    """How the target language of a pair respells words of the source language; remembers what it has worked out."""

    def __init__(self, loans: Spelling, respellings: Spelling) -> None:
        self._loans = tuple((re.compile(pattern), to) for pattern, to in loans)
        self._respellings = tuple((re.compile(pattern), to) for pattern, to in respellings)
        self.borrowed = lru_cache(maxsize=100_000)(self._borrowed)
        self.respelled = lru_cache(maxsize=100_000)(self._respelled)

    def _borrowed(self, word: str) -> str:
        """One form for a word and for the word borrowed from it: presiden, president."""
        return _rewritten(fold(word), self._loans)

    def _respelled(self, word: str, freely: bool = False) -> str:
        """One form for a place's name and the way the target language may spell it: c/k, ch/k, ph/f; nothing else.

        `freely`: also y/i and doubled letters.
        """
        word = fold(word)
        for pattern, to in self._respellings:
            word = pattern.sub(to, word)
        return _DOUBLE_CONSONANT.sub(r"\1", word.replace("y", "i")) if freely else word

    def cognates(self, source: str, target: str) -> bool:
        """Whether the two are spelled as a word and its loan: Pacific/Pasifik, President/Presiden."""
        one, other = self.borrowed(source), self.borrowed(target)
        if one == other:
            return len(one) > 1
        return min(len(one), len(other)) > 3 and OSA.distance(one, other, score_cutoff=1) <= 1 and one[:2] == other[:2]


@cache
def loans(pair: LanguagePair) -> Loans:
    """The respellings of a pair, made once a process."""
    return Loans(pair.loans, pair.respellings)


@lru_cache(maxsize=100_000)
def nearness(one: str, other: str) -> float:
    """How likely the second is a damaged spelling of the first, 0..1, letters and sounds together; symmetric.

    The mean of the better of Jaro-Winkler and indel similarity and of the likeness of the skeletons, raised where one
    contains the other with only a few letters more.
    """
    a, b = fold(one), fold(other)
    if a == b:
        return 1.0
    letters = max(JaroWinkler.similarity(a, b), Indel.normalized_similarity(a, b))
    x, y = skeleton(one), skeleton(other)
    sound = OSA.normalized_similarity(x, y) if x and y else 0.0
    score = 0.55 * letters + 0.45 * sound
    short, long = sorted((a, b), key=len)
    if inserted_piece(short, long) and len(short) >= 2:
        score = max(score, 0.93 - 0.1 * (len(long) - len(short)) / len(short))
    return min(score, 0.99)


def inserted_piece(short: str, long: str) -> str:
    """The letters by which `long` is longer, where they stand in one short piece; else the empty string."""
    extra = len(long) - len(short)
    if not 0 < extra <= LONGEST_PIECE:
        return ""
    for i in range(len(short), -1, -1):
        if long[:i] == short[:i] and long[i + extra :] == short[i:]:
            return long[i : i + extra]
    return ""
