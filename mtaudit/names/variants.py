"""Two accepted spellings of one known name side by side in a text: Kolombia and Kolumbia, Prancis and Perancis."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from mtaudit.case import Case
from mtaudit.model import EntityType, EntityVerdict, Place
from mtaudit.names import scan
from mtaudit.names.gazetteer import Entry
from mtaudit.names.spelling import fold, nearness
from mtaudit.names.tables import Tables

NEAR = 0.8  # least likeness of two spellings of one word; Tiongkok and China are two names
SHORTEST = 5  # letters
SURE = 0.6  # both are right, but not in one text
_TYPES: dict[str, EntityType] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def verdicts(case: Case, known: Tables) -> list[EntityVerdict]:
    """Unverified verdicts on the spelling that the text or else the table prefers less; by place."""
    spelled: dict[str, list[scan.Written]] = defaultdict(list)
    for run in scan.runs_of(case.target):
        for word in run.words:
            spelled[fold(word.text)].append(word)
    same: dict[Entry, list[str]] = defaultdict(list)  # the words that stand for one known name and no other
    for k in sorted(k for k in spelled if len(k) >= SHORTEST):
        entries = known.gazetteer.known(spelled[k][0].text)
        if len(entries) == 1 and entries[0].forms:
            same[entries[0]].append(k)
    found = []
    for entry, written in same.items():
        for k, other in combinations(written, 2):
            if other[0] != k[0] or k + known.source.inflection.plural == other or nearness(k, other) < NEAR:
                continue
            order = [fold(f) for f in entry.accepted]
            good, bad = sorted((k, other), key=lambda f: (-len(spelled[f]), order.index(f)))
            if bad == fold(entry.name) and not known.gazetteer.keeps(entry):
                continue
            if case.original is not None and bad in fold(case.original.text):
                continue
            places = tuple(Place(w.start, w.end) for w in spelled[bad])
            found.append(
                EntityVerdict(
                    original=None,
                    type=_TYPES.get(entry.type, "MISC"),
                    status="unverified",
                    found=spelled[bad][0].text,
                    start=places[0].start,
                    end=places[0].end,
                    variants=(spelled[good][0].text,),
                    confidence=SURE,
                    places=places,
                    suggestion=spelled[good][0].text,
                    evidence=(f"The same name in this text: “{spelled[good][0].text}”",),
                )
            )
    return sorted(found, key=lambda v: v.start or 0)
