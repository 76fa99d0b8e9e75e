"""Which language a text is in: function words for the languages mtaudit knows, a general identifier for the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from mtaudit.languages.interface import Language
from mtaudit.languages.neighbours import neighbour
from mtaudit.languages.regional import regional
from mtaudit.languages.zipf import zipf

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH = 0.12  # share of function words above which running text is in that language; news has .30 to .45
_MARGIN = 15.0  # nats by which another language must win before a short line is called foreign
_HEADLINE = 4  # words of the shortest headline whose language can be told
_LETTERS = 0.5  # confidence in a known language that letters alone tell
_CLEARLY = 1.0  # by which a word's Zipf values must differ


@dataclass(frozen=True, slots=True)
class Identified:
    """ISO 639-1 code ("" where nothing can be said) and a confidence 0..1."""

    code: str
    confidence: float


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


_OLD_CODES = {"in": "id", "iw": "he", "ji": "yi", "jw": "jv"}  # withdrawn from ISO 639, and still in use


def of_tag(tag: str) -> str:
    """The language of a tag as files declare them (`id-ID`, `in`, `en_GB`): ISO 639-1, "" for none."""
    code = tag.replace("_", "-").partition("-")[0].lower()
    return _OLD_CODES.get(code, code)


def named(code: str) -> str:
    """A language's English name with its code: `Malay (ms)`; the code alone where it has none."""
    from babel import Locale

    name = Locale("en").languages.get(code)
    return f"{name} ({code})" if name else code


@cache
def _general() -> _Identifier:
    """py3langid's languages; loaded at first use (a second)."""
    from py3langid import langid

    identifier: _Identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    return identifier


def identify(text: str, known: Sequence[Language]) -> Identified:
    """The language of a text. A known language wins by its function words, unless words of a neighbour's abound (Malay
    for Indonesian); others are named by words of their own (Sundanese, Tetum), or by letter statistics."""
    found = _identified(text, known)
    if found.confidence <= _LETTERS or found.code not in {language.code for language in known}:
        own = regional(text)
        if own:
            return Identified(*own)
    near = neighbour(text, found.code)
    return Identified(*near) if near else found


def _identified(text: str, known: Sequence[Language]) -> Identified:
    words = [w.lower() for w in _WORD.findall(text)]
    if not words:
        return Identified("", 0.0)
    shares = sorted(
        ((sum(w in language.function_words for w in words) / len(words), language.code) for language in known),
        reverse=True,
    )
    best, code = shares[0]
    rival = shares[1][0] if len(shares) > 1 else 0.0
    if best >= _ENOUGH and best > 1.5 * rival:
        return Identified(code, round(min(1.0, (best - rival) / 0.3), 2))
    ranked = _general().rank(text)
    top = ranked[0][0]
    codes = {language.code for language in known}
    top = next((language.code for language in known if top in language.lookalikes), top)
    if top in codes:
        return Identified(top, _LETTERS)
    if len(words) < 8 and best > 0:
        return Identified(code, 0.3)
    others = [score for other, score in ranked if other in codes | _lookalikes(known)]
    margin = ranked[0][1] - max(others) if others else 0.0
    if len(words) < 8 and margin < _MARGIN:
        return Identified("", 0.0)
    return Identified(top, 0.8 if margin > 2 * _MARGIN else 0.4)


def headed(text: str, language: Language, other: Language) -> bool:
    """Whether the first line of a text is a headline in `language`, beyond doubt, not in `other`.

    Of its words, four at least, six in ten are far more usual in `language` and one at most in `other`; names are in
    neither. False where there are no lists of frequencies.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    found = [w.lower() for w in _WORD.findall(first)]
    leads = [(zipf(w, language.code) or 0.0) - (zipf(w, other.code) or 0.0) for w in found]
    here, there = sum(lead >= _CLEARLY for lead in leads), sum(lead <= -_CLEARLY for lead in leads)
    return len(found) >= _HEADLINE and here >= 0.6 * len(found) and there <= 1


def _lookalikes(known: Sequence[Language]) -> set[str]:
    return {code for language in known for code in language.lookalikes}


def is_foreign(text: str, known: Sequence[Language]) -> bool:
    """True for a line or sentence that is in none of the known languages: furniture of a site in a third one.

    Lines of names alone ("Lea Smith, Reuters") are not: what decides is a clear lead of another language together
    with the absence of every known function word.
    """
    written = _WORD.findall(text)
    words = [w.lower() for w in written]
    if len(words) < 2 or any(w in language.function_words for w in words for language in known):
        return False
    if len(words) < 4 and text.isascii():
        return False
    ranked = _general().rank(text)
    codes = {language.code for language in known} | _lookalikes(known)
    if ranked[0][0] in codes:
        return False
    ours = max((score for code, score in ranked if code in codes), default=float("-inf"))
    small = sum(w[:1].islower() for w in written)  # a line of capitals is a name: "São Paulo"
    return ranked[0][1] - ours > _MARGIN and (small >= len(words) / 2 or (small > 0 and not text.isascii()))
