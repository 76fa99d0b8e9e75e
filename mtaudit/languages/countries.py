"""Names of countries that are one word, out of the table that English and Indonesian share."""

from __future__ import annotations

from functools import cache

from mtaudit.languages.pair import PACKAGE


@cache
def one_word() -> frozenset[str]:
    """Lower-case names in either language: a translation has some of them in the other's form."""
    lines = (PACKAGE / "countries.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(name.lower() for line in lines for name in line.split("\t") if " " not in name)
