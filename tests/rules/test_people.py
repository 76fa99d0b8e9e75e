"""Speech and people in an Indonesian article alone, case by case (people.tsv; what is missed: docs/quotes.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.quotes.judge import judge
from mtaudit.rules.registry import all_rules, run
from tests.rules.conftest import lay_out
from tests.surface.alone import Case, cases

CASES = cases(Path(__file__).with_name("people.tsv"))
RULES = [rule for code, rule in all_rules().items() if code.startswith(("QUO", "ENT", "SUR"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.text[:40]}")
def test_case(case: Case) -> None:
    """The fault is told at its place, and in a right sentence nothing."""
    laid = lay_out(case.text)
    found = run(laid.judged((), judge(laid)), RULES)
    if case.stretch is None:
        assert [(f.rule, f.text) for f in found] == []
        return
    start = case.text.lower().rindex(case.stretch.lower())
    end = start + len(case.stretch)
    spans = [span for f in found for span in ((f.start, f.end), *((p.start, p.end) for p in f.places))]
    assert any(a is not None and b is not None and a < end and start < b for a, b in spans)


def test_a_degree_that_nobody_bears_is_left_alone() -> None:
    """It is spoken of itself; behind `kata` somebody bears it."""
    assert not run(lay_out("Gelar Dr. kini dicabut."), RULES)
    assert [f.text for f in run(lay_out("Itu aman, kata Dr. pada hari Senin."), RULES)] == ["Dr."]


def test_beside_the_original_names_are_held_against_it() -> None:
    """No word is taken for a misread name where the original has what it is a translation of."""
    text, original = "Perang akan segera usai, kata Semak kepada wartawan.", "The war will end, Bush told reporters."
    codes = [{f.rule for f in run(lay_out(*texts), RULES)} for texts in ((text,), (text, original))]
    assert ["ENT122" in own for own in codes] == [True, False]


@pytest.mark.parametrize(
    ("original", "text", "told"),
    [
        ("Ms Harris thanked Tim Walz.", "Tuan Harris berterima kasih kepada Tim Walz.", ["Tuan Harris"]),
        ("Mrs. Karlsson left. Mr. Costello stayed.", "Bapak Karlsson pergi. Tn. Costello tetap.", ["Bapak Karlsson"]),
        ("Ms Karlsson left.\nMs Karlsson returned.", "Tuan Karlsson pergi.\nTuan Karlsson kembali.", ["Tuan Karlsson"]),
        ("Mr Widodo and Mrs Widodo left.", "Pak Widodo dan Ibu Widodo pergi.", []),
        ("Harris thanked Tim Walz.", "Ibu Harris berterima kasih kepada Tim Walz.", []),
    ],
)
def test_the_original_tells_the_sex(original: str, text: str, told: list[str]) -> None:
    """A word of respect for the other sex is one finding a person, with all its places."""
    laid = lay_out(text, original)
    found = [f for f in run(laid, RULES) if f.rule == "ENT123"]
    assert [f.text for f in found] == told
    assert all(f.severity == "major" and f.evidence == "original" for f in found)
    assert sum(1 + len(f.places) for f in found) == text.count("Tuan") + text.count("Bapak")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bapak Karlsson datang. Ibu Karlsson pulang. Bapak Karlsson tidur. Ibu Karlsson makan.", ["Ibu Karlsson"]),
        ("Bapak Karlsson datang. Ibu Karlsson pulang. Bapak Karlsson tidur.", []),  # once, she may be a spouse
        ("Bapak Rina Hart datang. Ibu Rina Hart pulang. Bapak Rina Hart tidur.", ["Ibu Rina Hart"]),
        ("Bapak Rina Hart datang. Ibu Rina Hart pulang.", []),  # neither is the usual one
        ("Bapak Rina Hart datang. Istrinya, Ibu Rina Hart, pulang. Bapak Rina Hart tidur.", []),
        ("Bapak Joko Hart datang. Ibu Rina Hart pulang. Bapak Joko Hart tidur.", []),
    ],
)
def test_one_person_keeps_one_word_of_respect(text: str, told: list[str]) -> None:
    """A name in full is one person; a surname alone may be two."""
    assert [f.text for f in run(lay_out(text), RULES) if f.rule == "ENT123"] == told
