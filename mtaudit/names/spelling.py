"""How near two spellings of a name are: by letters, by sound, and whether the difference is one that editors accept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA, Indel, JaroWinkler

# Letters that Unicode does not decompose into a base letter and an accent.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ŋ": "ng"}
)
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

# How Indonesian spells borrowed English words (Pedoman Umum Ejaan Bahasa Indonesia, chapter on loan words): both
# sides rewritten to one form, endings first.
_LOANS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?:isation|ization|isasi)$", "isasi"),
        (r"(?:ological|ologis|ologi|ology)$", "olog"),
        (r"(?:tion|sion|si|ssion|cion)$", "si"),
        (r"(?:ty|tas|te|tet|t)$", "t"),
        (r"(?:isms?|isme)$", "ism"),
        (r"(?:ists?|is)$", "is"),
        (r"(?:ical|ics|ic|ik|ika|ikal|is)$", "ik"),
        (r"(?:ogy|ogi|ogue|og)$", "og"),
        (r"(?:aries|ary|aris|er|ar|ir|ier|air)$", "er"),
        (r"(?:ance|ence|ency|ancy|ensi|ansi|ens|ans|ent|ant|en|an|ents|ants)$", "en"),
        (r"(?:phy|fi|phi)$", "fi"),
        (r"(?:ous|us|um)$", "us"),
        (r"(?:ians|ian|ia|ien|y|i|ie|ies|ya)$", "i"),
        (r"(?:ure|ur|uur)$", "ur"),
        (r"(?:ure|or|eur|ur)$", "or"),
        (r"s$", ""),
        (r"[aeo]$", ""),
        (r"ph", "f"),
        (r"sch|sh|sy", "s"),
        (r"th", "t"),
        (r"ch(?=[rlaou])", "k"),
        (r"ch", "c"),
        (r"cc(?=[ei])|xc|x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"ck|qu|cqu|q|cc|c", "k"),
        (r"kw|ku(?=[aei])", "k"),
        (r"ae|oe|ea|ee", "e"),
        (r"oo|ou|u", "u"),
        (r"y", "i"),
        (r"v|w", "f"),
        (r"z", "s"),
        (r"j", "y"),
    )
)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Letters and digits alone, lower-case, accents off: `Barça's` -> `barcas`, `Il-76` -> `il76`."""
    if text.isascii():
        return _NOT_ALNUM.sub("", text.lower())
    low = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _NOT_ALNUM.sub("", "".join(c for c in low if not unicodedata.combining(c)))


def same_letters(one: str, other: str) -> bool:
    """The same name but for case, accents, hyphens and spaces."""
    return fold(one) == fold(other)


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


_RESPELLINGS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ph", "f"),
        (r"ch(?=[raou])|ck|q|c(?![eiyh])", "k"),
        (r"c(?=[eiy])", "s"),
        (r"x", "ks"),
        (r"th", "t"),
    )
)


@lru_cache(maxsize=100_000)
def respelled(word: str, freely: bool = False) -> str:
    """One form for a place's name and the way Indonesian may spell it: c/k, ch/k, ph/f, x/ks, th/t; nothing else.

    `freely`: also y/i and doubled letters.
    """
    word = fold(word)
    for pattern, to in _RESPELLINGS:
        word = pattern.sub(to, word)
    return _DOUBLE_CONSONANT.sub(r"\1", word.replace("y", "i")) if freely else word


@lru_cache(maxsize=100_000)
def borrowed(word: str) -> str:
    """One form for an English word and for the Indonesian word borrowed from it; see `_LOANS`."""
    return _rewritten(fold(word), _LOANS)


def cognates(english: str, indonesian: str) -> bool:
    """Whether the two are spelled as an English word and its Indonesian loan: Pacific/Pasifik, President/Presiden."""
    one, other = borrowed(english), borrowed(indonesian)
    if one == other:
        return len(one) > 1
    return min(len(one), len(other)) > 3 and OSA.distance(one, other, score_cutoff=1) <= 1 and one[:2] == other[:2]


@lru_cache(maxsize=100_000)
def nearness(one: str, other: str) -> float:
    """How likely the second is a damaged spelling of the first, 0..1, letters and sounds together; symmetric.

    The mean of the better of Jaro-Winkler and indel similarity and of the likeness of the skeletons, raised where one
    contains the other with only a few letters more.
    """
    a, b = fold(one), fold(other)
    if not a or not b:
        return 0.0
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


def inserted_piece(short: str, long: str, most: int = 4) -> str:
    """The letters by which `long` is longer, where they stand in one piece of at most `most`; else the empty string."""
    extra = len(long) - len(short)
    if not 0 < extra <= most:
        return ""
    for i in range(len(short), -1, -1):
        if long[:i] == short[:i] and long[i + extra :] == short[i:]:
            return long[i : i + extra]
    return ""
