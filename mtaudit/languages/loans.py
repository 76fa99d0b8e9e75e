"""Which words of one language human translators keep in another: what tells a loan from a word left untranslated.

data/loans.<target>-<source>.tsv.xz (made by tools/lexicon/loans.py) says in its first line which languages (`#`, then
ISO 639-1 codes, the translation's first); then a word a line with the four counts of `Kept`.
"""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Kept(NamedTuple):
    """What was counted of a word in small letters, in pairs of sentences."""

    original: int = 0  # the original has it; people translated
    kept: int = 0  # the translation has it as well
    written: int = 0  # people's translations have it
    elsewhere: int = 0  # machines' translations, interfaces and manuals have it


@cache
def load(target: str, source: str) -> dict[str, str] | None:
    """Word -> its counts as the table has them; None where there is no table for the two languages."""
    path = files("mtaudit") / "data" / f"loans.{target}-{source}.tsv.xz"
    if not path.is_file():
        return None
    _, *lines = lzma.decompress(path.read_bytes()).decode("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


def kept(word: str, target: str, source: str) -> Kept:
    """The counts of a word (lower case); zeros for what is not listed, or where there is no table."""
    row = (load(target, source) or {}).get(word)
    return Kept() if row is None else Kept(*map(int, row.split("\t")))
