"""CLDR (through Babel) -> mtaudit/data/exonyms.tsv: what Indonesian calls territories, cities and languages.

usage: python tools/names/build_exonyms.py EXONYMS.tsv COUNTRIES.tsv

Columns: English, Indonesian (further accepted forms after `|`), type (LOC, or LANG for languages). Cities are the
exemplar cities of CLDR's time zones. Only rows where the two differ are kept. The second file has the English and
Indonesian names of all territories for which CLDR lists an official language.
Needs the package `babel`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from babel import Locale, __version__
from babel.languages import get_official_languages

SKIP = re.compile(r"[(,;:]|Pseudo|Unknown|Bagian ")


def main() -> None:
    english, indonesian = Locale("en"), Locale("id")
    rows: dict[tuple[str, str], list[str]] = {}

    def add(left: str, right: str, kind: str) -> None:
        if left and right and left != right and not SKIP.search(left) and not SKIP.search(right):
            forms = rows.setdefault((left, kind), [])
            if right not in forms:
                forms.append(right)

    for code, name in sorted(english.territories.items()):
        add(name, indonesian.territories.get(code, ""), "LOC")
    for code, zone in sorted(indonesian._data["time_zones"].items()):
        other = english._data["time_zones"].get(code, {}).get("city")
        add(other or code.rsplit("/", 1)[-1].replace("_", " "), zone.get("city", ""), "LOC")
    for code, name in sorted(english.languages.items()):
        add(name, indonesian.languages.get(code, ""), "LANG")
    lines = [f"# CLDR by way of Babel {__version__}: English, Indonesian, type\n"]
    lines += [f"{name}\t{'|'.join(forms)}\t{kind}\n" for (name, kind), forms in sorted(rows.items())]
    Path(sys.argv[1]).write_text("".join(lines), encoding="utf-8")
    countries = sorted(
        (english.territories[code], indonesian.territories[code])
        for code in english.territories
        if len(code) == 2 and code.isalpha() and get_official_languages(code) and code in indonesian.territories
    )
    Path(sys.argv[2]).write_text("".join(f"{a}\t{b}\n" for a, b in countries), encoding="utf-8")
    print(f"{len(rows)} exonyms, {len(countries)} countries")


if __name__ == "__main__":
    main()
