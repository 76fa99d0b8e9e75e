"""How well spellings alone tell damage from localisation and from other names.

usage: python benchmarks/name_pairs.py [benchmarks/name_pairs.tsv] [--tables] [--show]

Rows are name, spelling, relation (same: a damaged spelling; localised: an accepted form; different: another name) and
source: hand-labelled machine translations, general knowledge, or composed after damage seen elsewhere. Without
`--tables` only names/spelling.py decides; with it the word tables and the gazetteer speak as they do in an audit.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.names.match import ANOTHER, UNKNOWN
from mtaudit.names.spelling import loans, nearness, romanisations
from mtaudit.names.tables import Tables, tables

RELATIONS = ("same", "localised", "different")


def by_spelling(name: str, spelling: str) -> str:
    """The relation that letters and sounds alone suggest."""
    own = loans(ENGLISH_INDONESIAN)
    alike = own.respelled(name) == own.respelled(spelling) or own.cognates(name, spelling)
    if alike or romanisations(name, spelling):
        return "localised"
    return "same" if nearness(name, spelling) >= UNKNOWN else "different"


def by_tables(name: str, spelling: str, known: Tables) -> str:
    """The relation that an audit would assume if the spelling stood where the name should."""
    if known.accepted(name, spelling) or known.translates(spelling, name):
        return "localised"
    if known.another(name, spelling) and nearness(name, spelling) >= ANOTHER:
        return "different"
    if known.casing.name(spelling) or known.gazetteer.known(spelling):
        return "different"
    return "same" if nearness(name, spelling) >= UNKNOWN else "different"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", nargs="?", type=Path, default=Path(__file__).with_name("name_pairs.tsv"))
    parser.add_argument("--tables", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    known = tables(ENGLISH_INDONESIAN)
    told: Counter[tuple[str, str]] = Counter()
    real: Counter[bool] = Counter()
    for line in options.pairs.read_text(encoding="utf-8").splitlines()[1:]:
        name, spelling, relation, source = line.split("\t")
        guess = by_tables(name, spelling, known) if options.tables else by_spelling(name, spelling)
        told[relation, guess] += 1
        if source.startswith("FLORES"):
            real[guess == relation] += 1
        if options.show and guess != relation:
            print(f"{name} / {spelling}: {relation}, taken for {guess} ({nearness(name, spelling):.2f}; {source})")
    for relation in RELATIONS:
        right, rows = told[relation, relation], sum(told[relation, g] for g in RELATIONS)
        guessed = sum(told[r, relation] for r in RELATIONS)
        print(f"{relation:10} {rows:4} rows, recall {right / rows:.2f}, precision {right / max(1, guessed):.2f}")
    print(
        f"right: {sum(told[r, r] for r in RELATIONS) / sum(told.values()):.2f} of {sum(told.values())} rows;", end=" "
    )
    print(f"{real[True] / sum(real.values()):.2f} of the {sum(real.values())} from labelled translations")


if __name__ == "__main__":
    main()
