"""Names in a form that the user's glossary forbids: where they stand, and the verdicts on them.

A form is found whole, in either case, with a clitic of the language after it or none (“Kievnya”). Inside a longer form
that the glossary accepts it is none: “Tiongkok” in “Republik Rakyat Tiongkok”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtaudit.case import Case, GlossaryEntry
from mtaudit.languages.interface import Language
from mtaudit.model import EntityStatus, EntityType, EntityVerdict, Place
from mtaudit.names.gazetteer import Gazetteer
from mtaudit.names.mention import placed

ROAD = "forbidden form"
_RIGHT = frozenset({"preserved", "localised"})
_TYPES: dict[str, EntityType] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def verdicts(case: Case) -> list[EntityVerdict]:
    """One verdict for each entry of which forbidden forms stand in the translation, by place.

    `original` is the entry's name as the original has it, None where it hasn't.
    """
    found: dict[GlossaryEntry, list[Place]] = {}
    for entry, place in _forbidden(case):
        found.setdefault(entry, []).append(place)
    return [_verdict(case, entry, places) for entry, places in found.items()]


def settle(case: Case, judged: Sequence[EntityVerdict], known: Gazetteer) -> list[EntityVerdict]:
    """The verdicts on the original's names, with those on forbidden forms in the place of others on the same.

    A name that was found fault with for a form that the glossary accepts is right.
    """
    own = verdicts(case)
    settled: list[EntityVerdict] = []
    for verdict in judged:
        over = next((v for v in own if _takes_over(v, verdict, known)), None)
        if over is None:
            settled.append(_cleared(case, verdict, known))
        elif over not in settled:
            settled.append(over)
    return settled + [v for v in own if v not in settled]


def overlaps(case: Case, start: int, end: int) -> bool:
    """Whether a verdict on a forbidden form has its place on this stretch of the translation."""
    return any(p.start < end and start < p.end for v in case.entities if v.road == ROAD for p in v.places)


def _takes_over(own: EntityVerdict, other: EntityVerdict, known: Gazetteer) -> bool:
    """Whether `own` is on the same name, which isn't damaged elsewhere, or on all places of `other`."""
    same = own.original and other.original and known.key(own.original) == known.key(other.original)
    if same and (other.status in _RIGHT or not other.places):
        return True
    return bool(other.places) and all(any(_within(p, q) for q in own.places) for p in other.places)


def _verdict(case: Case, entry: GlossaryEntry, places: Sequence[Place]) -> EntityVerdict:
    spelled = list(dict.fromkeys(case.text[p.start : p.end] for p in places))
    original = case.original.text if case.kind == "full" and case.original is not None else ""
    there = _pattern(entry.name, case.source_language).search(original)
    return placed(
        case.text,
        places,
        _TYPES.get(entry.type, "MISC"),
        "mistranslated",
        1.0,
        original=there.group(1) if there else None,
        variants=tuple(spelled[1:]),
        road=ROAD,
        suggestion=(entry.accepted or (entry.name,))[0],
        evidence=tuple(f"Your glossary forbids “{form}”" for form in spelled),
    )


def _cleared(case: Case, verdict: EntityVerdict, known: Gazetteer) -> EntityVerdict:
    """A bad verdict on a form that the glossary accepts, or on a part of one, as a good one."""
    key = known.key(verdict.original or "")
    forms = [f for e in case.glossary if e.type != "TERM" and known.key(e.name) == key for f in e.accepted or (e.name,)]
    right = _standing(case, forms)
    accepted = verdict.places and all(any(_within(p, q) for q in right) for p in verdict.places)
    if verdict.status in _RIGHT or not accepted:
        return verdict
    found = case.text[right[0].start : right[0].end]
    status: EntityStatus = "preserved" if known.key(found) == key else "localised"
    evidence = (*verdict.evidence, f"Your glossary accepts “{found}”")
    return placed(case.text, right, verdict.type, status, 0.9, original=verdict.original, evidence=evidence)


def _forbidden(case: Case) -> Iterator[tuple[GlossaryEntry, Place]]:
    """Forbidden forms, by place: of those that overlap the longest, and of an entry that the original has."""
    accepted = _accepted(case)
    original = case.original.text if case.original is not None else ""
    found = []
    for entry in case.glossary:
        if entry.type == "TERM":
            continue  # terms are the terminology rules'
        meant = bool(_pattern(entry.name, case.source_language).search(original))
        for form in entry.forbidden:
            for place in _places(case.text, form, case.target_language):
                if not any(place != other and _within(place, other) for other in accepted):
                    found.append((place.start - place.end, not meant, entry, place))
    taken: list[tuple[GlossaryEntry, Place]] = []
    for _, _, entry, place in sorted(found, key=lambda f: f[:2]):
        if not any(place.start < p.end and p.start < place.end for _, p in taken):
            taken.append((entry, place))
    yield from sorted(taken, key=lambda t: t[1].start)


def _accepted(case: Case) -> list[Place]:
    """Where forms stand that any entry accepts, by place; its name is one of them unless it is forbidden."""
    forms = []
    for entry in case.glossary:
        bad = {form.casefold() for form in entry.forbidden}
        forms += [form for form in (*entry.accepted, entry.name) if form.casefold() not in bad]
    return _standing(case, forms)


def _standing(case: Case, forms: Sequence[str]) -> list[Place]:
    places = {p for form in forms for p in _places(case.text, form, case.target_language)}
    return sorted(places, key=lambda p: (p.start, -p.end))


def _within(place: Place, other: Place) -> bool:
    return other.start <= place.start and place.end <= other.end


def _places(text: str, form: str, language: Language) -> list[Place]:
    return [Place(*match.span()) for match in _pattern(form, language).finditer(text)] if form.strip() else []


def _pattern(form: str, language: Language) -> re.Pattern[str]:
    """A form as whole words (group 1), in either case, any blank or hyphen between, with a clitic after it."""
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", form.strip()))
    clitics = "|".join(re.escape(s) for s in sorted(language.names.suffixes, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({words})(?:{clitics})?(?!\w)", re.IGNORECASE)
