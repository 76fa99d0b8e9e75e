"""Names in company that they don't keep: a country's name for a surname, a country called a province."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.case import Case
from mtaudit.model import EntityVerdict, Place
from mtaudit.names.gazetteer import Entry
from mtaudit.names.tables import Tables
from mtaudit.names.window import Word, words_of

_TOLD = {"PER": "A country's name stands where a surname should", "LOC": "A country is called a part of one"}
SURE = 0.4  # such names do occur: an editor is asked, no more


def verdicts(case: Case, known: Tables) -> list[EntityVerdict]:
    """Unverified verdicts with `road` "another name"; by place."""
    run = words_of(case.target)
    found = []
    for i in range(1, len(run)):
        countries = _countries(run[i], known)
        if not countries:
            continue
        if _surname(run, i, known):
            found.append(_verdict(case, run[i - 1].start, run[i].end, "PER"))
        elif _province(run, i, known):
            found.append(_verdict(case, run[i - 1].start, run[i].end, "LOC"))
    return found


def _verdict(case: Case, start: int, end: int, kind: str) -> EntityVerdict:
    return EntityVerdict(
        original=None,
        type="PER" if kind == "PER" else "LOC",
        status="unverified",
        found=case.text[start:end],
        start=start,
        end=end,
        confidence=SURE,
        places=(Place(start, end),),
        road="another name",
        evidence=(_TOLD[kind],),
    )


def _countries(word: Word, known: Tables) -> list[Entry]:
    """The countries that the word names; none where it is a person's name as well (Jordan, Chad, Israel)."""
    if not word.proper or len(word.key) < 4 or not word.text[1:].islower():
        return []
    if word.key in known.gazetteer.surnames or word.key in known.gazetteer.first_names:
        return []
    return [e for e in known.gazetteer.known(word.text) if e.type == "LOC" and known.gazetteer.is_country(e)]


def _surname(run: Sequence[Word], i: int, known: Tables) -> bool:
    """A capitalised word that no language and no table knows stands right before the country, and no name after it."""
    before = run[i - 1]
    if run[i].start - before.end != 1 or not before.proper or len(before.key) < 4 or not before.text[1:].islower():
        return False
    if i + 1 < len(run) and run[i + 1].capital and run[i + 1].start - run[i].end == 1:
        return False
    if known.casing.known(before.key) or known.lexicon.knows(before.key) or known.gazetteer.known(before.text):
        return False
    return all(not known.casing.known(k) for k in known.bare(before.key))


def _province(run: Sequence[Word], i: int, known: Tables) -> bool:
    """`di provinsi Kenya` with nothing after it: countries have provinces but are none."""
    before = run[i - 1]
    if before.text.lower() not in known.target.names.divisions or run[i].start - before.end != 1:
        return False
    if i >= 2 and run[i - 2].key == before.key:  # provinsi-provinsi Kenya: all of them
        return False
    return i >= 2 and run[i - 2].text.lower() in known.target.names.before_place
