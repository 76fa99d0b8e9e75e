"""Where a feed breaks a text off, nobody faults the translator for the break; what stands before it is judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mtaudit.case import Case
from mtaudit.quotes.judge import judge
from mtaudit.rules.registry import run, selected

MakeCase = Callable[..., Case]

OPEN = '"Kami sudah tiga kali mengundang mereka berunding, tetapi sampai malam ini belum ada…'
BEFORE = "Wali kota membatalkan rencana pasar terapung setelah para pedagang menolak pindah."


def codes(case: Case, teaser: bool) -> list[str]:
    case = replace(case, document=replace(case.document, teaser=teaser))
    case = case.judged((), judge(case))
    return [f.rule for f in run(case, selected(["QUO203", "ADQ401", "ADQ402", "ADQ407", "ADQ413", "SUR513"]))]


@pytest.mark.parametrize(
    ("translation", "original", "faults"),
    [
        (f"{BEFORE}\n{OPEN}", None, ["QUO203"]),
        (f"{BEFORE}\nPara pedagang pergi dari tepi sungai karena", None, ["ADQ407"]),
        (
            f"{BEFORE}\n",
            "The mayor cancelled the plan for a floating market after the traders refused to move.\n"
            "The boats will be sold to a fishing cooperative in the neighbouring district next month.",
            ["ADQ401"],
        ),
    ],
)
def test_the_break_is_no_fault(case: MakeCase, translation: str, original: str | None, faults: list[str]) -> None:
    """An unclosed quotation, a torn sentence, what is missing behind them; all three are faults of a whole text."""
    made = case(translation, original)
    assert codes(made, teaser=False) == faults
    assert codes(made, teaser=True) == []


def test_what_stands_before_the_break_is_judged(case: MakeCase) -> None:
    """An unclosed quotation in the middle of a teaser is the translator's."""
    middle = '"Kami siap, kata wali kota kepada para wartawan di balai kota pada hari Senin.'
    assert codes(case(f"{middle}\n{BEFORE}\nPara pedagang mengatakan bahwa…"), teaser=True) == ["QUO203"]
