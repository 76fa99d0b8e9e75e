"""Which areas of a document could be judged at all: a score of 100 is a claim, and stands only where something was.

docs/scoring.md has the same as a table. What was found proves that something was judged, so an area with a finding
always keeps its score.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from mtaudit.model import Area, Basis, Cause, DocumentReport, EntityVerdict, Finding, NotChecked, QuoteVerdict
from mtaudit.scoring import AREA_OF, AREAS

LEAST_WORDS = 30  # of a text without an original that gets an overall score
_BESIDE: frozenset[Area] = frozenset({"number", "adequacy"})  # what nobody judges without the right original
CALLED: dict[Area, str] = {
    "overall": "overall",
    "entity": "names",
    "quote": "quotations",
    "number": "numbers",
    "adequacy": "adequacy",
    "surface": "surface",
}


class _Why(NamedTuple):
    cause: Cause
    reason: str


def not_checked(
    *,
    words: int,
    basis: Basis,
    entities: Sequence[EntityVerdict],
    quotes: Sequence[QuoteVerdict],
    numbers: bool,
    aligned: bool,
    mismatch: bool = False,
    findings: Sequence[Finding],
    ran: Collection[Area] = AREAS,
) -> tuple[NotChecked, ...]:
    """The areas that could not be judged, "overall" first.

    `numbers`: whether one of the texts at hand has a number. `aligned`: whether sentences stand beside those of a whole
    original. `mismatch`: whether one was given that does not look like it. `ran`: areas of which the settings let any
    rule run.
    """
    found = {AREA_OF[finding.category] for finding in findings}
    whole = basis == "original"
    texts = "either text" if whole else "the text"
    why: dict[Area, _Why | None] = {
        "entity": _names(whole, entities, mismatch),
        "quote": None if quotes else _Why("absent", f"no quotation in {texts}"),
        "number": _numbers(basis, numbers, texts, mismatch),
        "adequacy": _content(basis, aligned, mismatch),
        "surface": None if words else _Why("absent", "no words in the text"),
    }
    made = []
    if words < LEAST_WORDS and basis == "alone":
        made.append(NotChecked("overall", f"fewer than {LEAST_WORDS} words and no original", "too short"))
    for area in AREAS:
        known = why[area]
        if area not in ran:
            made.append(NotChecked(area, f"the settings leave out all rules on {CALLED[area]}", "rules off"))
        elif known is not None and (area not in found or (known is _MISMATCH and area in _BESIDE)):
            made.append(NotChecked(area, known.reason, known.cause))
    return tuple(made)


def again(document: DocumentReport, findings: Sequence[Finding]) -> tuple[NotChecked, ...]:
    """The same of a report that has only these findings left: an area may have been judged by what is gone."""
    before = {item.area: item for item in document.not_checked}
    now = not_checked(
        words=document.words,
        basis=document.basis,
        entities=document.entities,
        quotes=document.quotes,
        numbers=True,
        aligned=document.basis == "original",
        mismatch=document.mismatch is not None,
        findings=findings,
    )
    both = {item.area: item for item in now} | before
    order: tuple[Area, ...] = ("overall", *AREAS)
    return tuple(both[area] for area in order if area in both)


def _names(whole: bool, entities: Sequence[EntityVerdict], mismatch: bool) -> _Why | None:
    """Without a whole original a name counts as judged where another spelling, a table or the glossary told of it."""
    if not entities:
        return _Why("absent", f"no name in {'the original' if whole else 'the text'}")
    if any(e.status != "unverified" or e.variants or e.suggestion or e.road for e in entities):
        return None
    if mismatch:
        return _MISMATCH
    return _Why("no evidence", "no whole original and no other spelling to compare with")


def _numbers(basis: Basis, numbers: bool, texts: str, mismatch: bool) -> _Why | None:
    if not numbers:
        return _Why("absent", f"no number in {texts}")
    return None if basis == "original" else _without(basis, mismatch)


def _content(basis: Basis, aligned: bool, mismatch: bool) -> _Why | None:
    if basis != "original":
        return _without(basis, mismatch)
    return None if aligned else _Why("no evidence", "no sentence could be set beside one of the original")


_MISMATCH = _Why("mismatch", "what was given as the original does not look like it")


def _without(basis: Basis, mismatch: bool) -> _Why:
    if mismatch:
        return _MISMATCH
    known = "no original to compare with" if basis == "alone" else "only passages of the original are known"
    return _Why("no evidence", known)
