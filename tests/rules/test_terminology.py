"""Terminology: the glossary is kept, and one thing has one name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mtaudit.case import Case, GlossaryEntry
from mtaudit.model import Finding
from mtaudit.rules.registry import run
from mtaudit.rules.terminology import RULES

MakeCase = Callable[..., Case]
CEASEFIRE = GlossaryEntry("ceasefire", ("gencatan senjata",), ("berhenti api",), "TERM")


def audit(case: Case) -> tuple[Finding, ...]:
    return run(case, [rule() for rule in RULES])


def test_accepted_form_passes_with_clitics_and_blanks(case: MakeCase) -> None:
    """`gencatan senjatanya` is the accepted form."""
    laid = case("Gencatan senjatanya bertahan.", "The ceasefires hold.", glossary=(CEASEFIRE,))
    assert audit(laid) == ()


def test_forbidden_form_is_major_and_told_once(case: MakeCase) -> None:
    """The forbidden form is marked at every place; it isn't reported as missing too."""
    laid = case(
        "Berhenti api itu ada.\nLalu berhenti api lagi.", "The ceasefire is.\nA ceasefire.", glossary=(CEASEFIRE,)
    )
    (found,) = audit(laid)
    assert (found.rule, found.severity, found.text, found.suggestion) == (
        "TRM601",
        "major",
        "Berhenti api",
        "gencatan senjata",
    )
    assert len(found.places) == 1


def test_forbidden_form_counts_without_an_original(case: MakeCase) -> None:
    """The Indonesian alone tells; there is no stretch of an original to show."""
    (found,) = audit(case("Berhenti api itu ada.", glossary=(CEASEFIRE,)))
    assert (found.rule, found.original) == ("TRM601", None)


def test_the_original_shows_the_term_as_it_stands_there(case: MakeCase) -> None:
    """With its capital and its plural, not as the glossary has it."""
    english = "Ceasefires hold."
    for indonesian in ("Berhenti api bertahan.", "Penghentian perang bertahan."):
        (found,) = audit(case(indonesian, english, glossary=(CEASEFIRE,)))
        assert found.original == "Ceasefires"


def test_missing_form_is_minor(case: MakeCase) -> None:
    """The sentence whose original has the term is marked."""
    laid = case(
        "Mereka pergi.\nPenghentian perang itu bertahan.", "They left.\nThe ceasefire holds.", glossary=(CEASEFIRE,)
    )
    (found,) = audit(laid)
    assert (found.rule, found.severity, found.text) == ("TRM602", "minor", "Penghentian perang itu bertahan.")


def test_an_entry_without_an_accepted_form_only_forbids(case: MakeCase) -> None:
    """Any other rendering will do."""
    row = replace(CEASEFIRE, accepted=())
    assert audit(case("Penghentian perang itu bertahan.", "The ceasefire holds.", glossary=(row,))) == ()
    (found,) = audit(case("Berhenti api itu bertahan.", "The ceasefire holds.", glossary=(row,)))
    assert found.rule == "TRM601"


def test_names_of_the_glossary_are_left_to_the_names(case: MakeCase) -> None:
    """Only TERM entries are terms."""
    laid = case("Dia pergi ke sana.", "He went to Foo.", glossary=(replace(CEASEFIRE, name="Foo", type="LOC"),))
    assert audit(laid) == ()


def test_inconsistent_term(case: MakeCase) -> None:
    """One term in two renderings is one minor finding, at the rarer one, with the others as further places."""
    laid = case(
        "Mereka menandatangani perjanjian damai.\nKesepakatan damai itu bertahan.\nPerjanjian damai ditolak.",
        "They signed the peace agreement.\nThe peace agreement holds.\nA peace agreement was rejected.",
    )
    (found,) = audit(laid)
    assert (found.rule, found.severity, found.text, found.suggestion) == (
        "TRM603",
        "minor",
        "Kesepakatan damai",
        "perjanjian damai",
    )
    assert len(found.places) == 2
