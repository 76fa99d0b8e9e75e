"""A third language for the tests: a hundred words of Esperanto, and what the pipeline needs to know of them.

docs/languages.md adds it step by step; nothing of it is in the package.
"""

from __future__ import annotations

import lzma
from pathlib import Path

from mtaudit.languages import ENGLISH, Language, LanguagePair
from mtaudit.languages.interface import Clutter, Inflection, NameConventions, Negation, Numbers, Senses, Speech, Stops

ESPERANTO = Language(
    code="eo",
    name="Esperanto",
    function_words=frozenset(
        """la de kaj en al estas estis por ke ne kun sur li ŝi ĝi ili ni mi vi oni tiu kiu sed aŭ post antaŭ ĉar dum
        el pri per ĉiuj multaj pli ĉi siajn sian da tre jam nur""".split()
    ),
    stops=Stops(abbreviations=frozenset({"d-ro", "s-ro", "ekz"})),
    inflection=Inflection(
        plurals=("j", "jn"),
        affixes=(*(("", ending) for ending in ("n", "j", "jn", "as", "is", "os")), ("re", ""), ("mal", "")),
    ),
    numbers=Numbers(
        decimal=",",
        group=".",
        units={word: i for i, word in enumerate("nul unu du tri kvar kvin ses sep ok naŭ dek".split())},
        scales={"cent": 100, "mil": 1000, "miliono": 10**6, "milionoj": 10**6, "milionojn": 10**6},
        percent=frozenset({"%", "elcentoj", "elcentojn"}),
        weekdays={w: i + 1 for i, w in enumerate("lunde marde merkrede ĵaŭde vendrede sabate dimanĉe".split())},
        currencies={"eŭroj": "EUR", "eŭrojn": "EUR", "€": "EUR"},
    ),
    speech=Speech(
        verbs=frozenset("diris diras aldonis klarigis skribis".split()),
        after_quote=frozenset({"diris", "aldonis"}),
        pronouns=frozenset("li ŝi ili ni mi".split()),
        according_to=frozenset({"laŭ"}),
        that=frozenset({"ke"}),
        addressed=frozenset({"al"}),
    ),
    names=NameConventions(
        titles=frozenset("ministro prezidento urbestro sinjoro sinjorino".split()),
        connectors=frozenset({"de", "kaj", "la"}),
        conjunctions=frozenset({"kaj"}),
        articles=frozenset({"la"}),
        before_place=frozenset({"en", "al", "el"}),
    ),
    negation=Negation(negators=frozenset({"ne", "neniu", "nenio", "sen"}), prefixes=("mal",)),
    senses=Senses(modals={"must": frozenset({"devas"}), "may": frozenset({"povas"})}),
    clutter=Clutter(furniture=frozenset({"legu ankaŭ"})),
)

# English word, and the words that stand for it.
LEXICON = """minister ministro|harbor haveno|visit vizitis|rebuild rekonstruos|bridge ponto ponton|year jaro jare
say diris|mayor urbestro|city urbo urbon|cost kostis|million milionoj milionojn|euro eŭroj eŭrojn|police polico
people homoj|lose perdis|house domo domoj domojn|flood inundo|thank dankis|worker laboristoj laboristojn|port haveno
never neniam|again denove|fall falos|water akvo|rise leviĝis|night nokto nokte|school lernejo lernejoj|open malfermis
close fermis fermitaj|rain pluvo|week semajno semajnon|help helpo|come venis|army armeo|tent tendoj tendojn"""


def tables(folder: Path) -> Path:
    """Writes the pair's word list into `folder`, in the format of `originals/lexicon.py`; gives the folder back."""
    rows = [row.split() for line in LEXICON.splitlines() for row in line.split("|")]
    source = [row[0] for row in rows]
    target = [f"{word}\t70\t{i}:90" for i, row in enumerate(rows) for word in dict.fromkeys(row[1:])]
    known = {line.split("\t")[0]: line for line in target}
    common = [f"{word}\t10\t" for word in sorted(ESPERANTO.function_words)]
    lines = ["#suffixes\ts:3 ed:3 ing:3", "#source", *(f"{word}\t70" for word in source)]
    lines += ["the\t5", "of\t5", "in\t5", "was\t5", "#target", *known.values(), *common]
    (folder / "lexicon.eo-en.tsv.xz").write_bytes(lzma.compress("\n".join(lines).encode()))
    return folder


def pair(folder: Path) -> LanguagePair:
    """English originals, Esperanto translations, with the tables that `folder` gets."""
    return LanguagePair(ENGLISH, ESPERANTO, data=tables(folder), length=1.05)
