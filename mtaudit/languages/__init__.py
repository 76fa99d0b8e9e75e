"""The languages mtaudit knows, and the pairs: docs/languages.md says how to add one."""

from __future__ import annotations

from mtaudit.languages.english import ENGLISH
from mtaudit.languages.english_indonesian import ENGLISH_INDONESIAN
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.languages.interface import Language
from mtaudit.languages.pair import LanguagePair

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, INDONESIAN)}
PAIRS = (ENGLISH_INDONESIAN,)  # of originals and translations, the usual one first

__all__ = ["ENGLISH", "ENGLISH_INDONESIAN", "INDONESIAN", "LANGUAGES", "PAIRS", "Language", "LanguagePair"]
