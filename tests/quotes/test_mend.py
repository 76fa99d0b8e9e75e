"""Where the mark that is missing belongs: how the mend of an unclosed quotation is made."""

from __future__ import annotations

from dataclasses import replace

from mtaudit.quotes.find import quotations
from mtaudit.quotes.mend import mended
from tests.quotes.conftest import lay_out

UNCLOSED = '"Atapnya busuk. Dindingnya lembap. Kata Pell ia pergi.'
ENGLISH = "The roof was rotten. The walls were damp."


def test_the_quotation_of_another_report_says_how_many_sentences_it_has() -> None:
    """Without an original of the article the text of the quotation alone tells where the mark belongs; else nobody
    knows."""
    case = lay_out(UNCLOSED)
    (quotation,) = quotations(case.target).outer
    assert mended(case, quotation, ENGLISH) == "“Atapnya busuk. Dindingnya lembap.” Kata Pell ia pergi."
    assert mended(case, quotation, None) is None


def test_a_quotation_outside_the_sentences_of_the_original_counts_by_itself() -> None:
    """Sentences of an original that are in a third language are none; a quotation may stand among them."""
    case = replace(lay_out(UNCLOSED, f'"{ENGLISH}"'), original_sentences=(), links=())
    (quotation,) = quotations(case.target).outer
    assert mended(case, quotation, ENGLISH) == "“Atapnya busuk. Dindingnya lembap.” Kata Pell ia pergi."
