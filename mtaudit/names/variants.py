"""Two accepted spellings of one known name side by side in a text: Kolombia and Kolumbia, Prancis and Perancis."""

from __future__ import annotations

from collections import defaultdict

from mtaudit.case import Case
from mtaudit.model import EntityType, EntityVerdict, Place
from mtaudit.names import scan
from mtaudit.names.spelling import fold, nearness, same_letters
from mtaudit.names.window import Tables

NEAR = 0.8  # least likeness of two spellings of one word; Tiongkok and China are two names
SHORTEST = 5  # letters
SURE = 0.6  # both are right, but not in one text
_TYPES: dict[str, EntityType] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def verdicts(case: Case, known: Tables) -> list[EntityVerdict]:
    """Unverified verdicts on the spelling that the text or else the table prefers less; by place."""
    spelled: dict[str, list[scan.Written]] = defaultdict(list)
    for run in scan.runs(case.text, known.target):
        for word in run.words:
            spelled[fold(word.text)].append(word)
    entries = {k: known.gazetteer.known(words[0].text) for k, words in spelled.items() if len(k) >= SHORTEST}
    found = []
    for k in sorted(entries):
        for other in sorted(entries):
            if other <= k or other[0] != k[0] or nearness(k, other) < NEAR or len(entries[k]) != 1:
                continue
            (entry,) = entries[k]
            if entries[other] != [entry] or k + "s" == other or not entry.forms:
                continue
            order = [fold(f) for f in entry.accepted]
            good, bad = sorted((k, other), key=lambda f: (-len(spelled[f]), order.index(f)))
            if bad == fold(entry.name) and not entry.keeps:  # the English form, most often inside an English name
                continue
            if same_letters(good, bad) or (case.original is not None and bad in fold(case.original.text)):
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
                )
            )
    return sorted(found, key=lambda v: v.start or 0)
