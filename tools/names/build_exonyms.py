"""CLDR (through Babel) and iso-codes (through pycountry) -> mtaudit/data/exonyms.tsv: Indonesian names of the world's
territories, cities, languages and currencies.

usage: python tools/names/build_exonyms.py EXONYMS.tsv COUNTRIES.tsv

Columns: English, Indonesian (further accepted forms after `|`), type (LOC; LANG for languages, CUR for currencies).
Cities are the exemplar cities of CLDR's time zones. Only rows where the two differ are kept. The second file has the
English and Indonesian names of all territories for which CLDR lists an official language.

From pycountry's Indonesian catalogues come the official names of states, former states and the provinces and regions of
states; languages and currencies do not, because many of theirs are misprinted or cut (Durham Maroko, Afrika for
Afrikaans), and CLDR has them.
Needs the packages `babel` and `pycountry`.
"""

from __future__ import annotations

import gettext
import re
import sys
from importlib.metadata import version
from pathlib import Path

import pycountry
from babel import Locale, __version__
from babel.languages import get_official_languages

SKIP = re.compile(r"[(,;:]|Pseudo|Unknown|Bagian |unknown|\d{4}")
CATALOGUES = ("iso3166-1", "iso3166-2", "iso3166-3")
REFUSED = {  # slips of the catalogues
    "Christ Church", "Constantine", "Landskapet Åland", "Republic of Finland", "US Miscellaneous Pacific Islands",
    "Villa Clara", "Christmas Island", "Norfolk Island", "Neutral Zone",
}  # fmt: skip


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
    for code, name in sorted(english.currencies.items()):
        add(name, indonesian.currencies.get(code, ""), "CUR")
    for catalogue in CATALOGUES:
        found = gettext.translation(catalogue, pycountry.LOCALES_DIR, languages=["id"])
        for name, form in sorted((k, v) for k, v in found._catalog.items() if isinstance(k, str) and " " in k):
            if name not in REFUSED:
                add(re.sub("^the ", "", name), form, "LOC")
                if catalogue == "iso3166-2" and (name, "LOC") in rows and name not in rows[name, "LOC"]:
                    rows[name, "LOC"].append(name)  # East Sussex: regions keep their names, too
    sources = f"CLDR by way of Babel {__version__}, iso-codes by way of pycountry {version('pycountry')}"
    lines = [f"# {sources}: English, Indonesian, type\n"]
    lines += [f"{name}\t{'|'.join(forms)}\t{kind}\n" for (name, kind), forms in sorted(rows.items())]
    Path(sys.argv[1]).write_text("".join(lines), encoding="utf-8")
    countries = sorted(
        (english.territories[code], indonesian.territories[code])
        for code in english.territories
        if len(code) == 2
        and code.isalpha()
        and get_official_languages(code, de_facto=True)
        and code in indonesian.territories
    )
    Path(sys.argv[2]).write_text("".join(f"{a}\t{b}\n" for a, b in countries), encoding="utf-8")
    print(f"{len(rows)} exonyms, {len(countries)} countries")


if __name__ == "__main__":
    main()
