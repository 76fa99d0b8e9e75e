"""Languages of Indonesia and Timor-Leste that letter statistics don't know or mistake, told by words of their own.

data/regional.tsv (made by tools/lexicon/regional.py from the Universal Declaration of Human Rights): a language, and
words that stand in its Declaration and are not usual in Indonesian.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHARE = 0.05  # of such words; other news in these languages has .06 to .40, of 11,650 Indonesian texts 3 have more
_DISTINCT = 2  # of them: one may be a name, however often it comes
_LEAD = 2.0  # times the share of the next language
_UNSEEN = 0.01  # share that any language may have by accident


@cache
def _tables() -> dict[str, frozenset[str]]:
    text = (files("mtaudit") / "data" / "regional.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {code: frozenset(_plain(word) for word in words.split()) for code, words in rows}


def _plain(word: str) -> str:
    """In small letters without accents, which some write and others don't (Sundanese `éta`, `eta`)."""
    letters = unicodedata.normalize("NFD", word.lower().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def regional(text: str) -> tuple[str, float] | None:
    """ISO 639 code of the regional language that a text is in, and a probability 0..1; None where none is told."""
    words = [_plain(word) for word in _WORD.findall(text)]
    if not words:
        return None
    hits = {code: [word for word in words if word in own] for code, own in _tables().items()}
    best, code = max((len(found), code) for code, found in hits.items())
    rival = max(len(found) for other, found in hits.items() if other != code)
    if len(set(hits[code])) < _DISTINCT or best < _SHARE * len(words) or best < _LEAD * rival:
        return None
    return code, round(best / (best + rival + _UNSEEN * len(words)), 2)
