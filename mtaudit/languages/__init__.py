"""The languages mtaudit knows. A new target language is one file here, a line in `LANGUAGES` and its tables."""

from __future__ import annotations

from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.languages.interface import Language

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, INDONESIAN)}
SOURCE = ENGLISH  # what articles are translated from
TARGET = INDONESIAN  # what they are translated into

__all__ = ["LANGUAGES", "SOURCE", "TARGET", "Language"]
