"""What tables say of a single word, whatever text it stands in: how it is usually written, what it usually names."""

from __future__ import annotations

import lzma
from functools import lru_cache
from importlib import resources
from typing import cast

from mtaudit.languages import ENGLISH_INDONESIAN, casing
from mtaudit.languages.casing import Case
from mtaudit.languages.interface import Language
from mtaudit.model import EntityType
from mtaudit.names import gazetteer
from mtaudit.names.spelling import fold

FIRST_NAMES = frozenset("2367")  # digits of `lists` for words in the list of first names
TYPES = ("PER", "ORG", "LOC", "MISC")  # column order of ner.words.tsv.xz


@lru_cache(maxsize=1)
def _types() -> dict[str, str]:
    """word -> digits of the two-column table in data/."""
    text = lzma.decompress((resources.files("mtaudit") / "data" / "ner.words.tsv.xz").read_bytes()).decode()
    return dict(line.split("\t") for line in text.splitlines())


def case(low: str, language: Language) -> Case:
    """How the word (given in lower case) is written in running text of the language."""
    return casing.case(low, language.code)


def common(low: str, language: Language) -> bool:
    """A word that is written small more often than not: as part of a name it means something."""
    small, capital = case(low, language)
    return small > capital or (small == capital and small > 0)


def name_digits(low: str) -> str | None:
    """How often the word stands in names of each of `TYPES`, as four digits like those of `Case`; None: never."""
    digits = _types().get(low, "0000")[:4]
    return digits if digits != "0000" else None


def lists(low: str) -> str:
    """In which lists the word stands, as the digit of a sum: surnames 1, first names 2, cities and regions 4."""
    return _types().get(low, "00000")[4:5] or "0"


@lru_cache(maxsize=20_000)
def gazetteer_type(name: str) -> EntityType | None:
    """The type of a name that the gazetteer has, in either language; None where it has none or several.

    A surname counts as a person's where nothing else is called so. Acronyms are not looked up by their letters alone:
    Ma is not MA.
    """
    tables = gazetteer.load(ENGLISH_INDONESIAN)  # the world's names, whatever pair is audited
    found = {
        entry.type
        for entry in tables.known(name)
        if name.isupper() or not all(f.isupper() for f in entry.accepted if tables.key(f) == tables.key(name))
    }
    if not found and " " not in name and not name.isupper() and fold(name) in tables.surnames:
        found = {"PER"}
    kind = found.pop() if len(found) == 1 else None
    return cast(EntityType, kind) if kind in TYPES else None
