"""Quotation marks are read as a reader would read them, and nothing makes the reading fail."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.languages import ENGLISH, INDONESIAN
from mtaudit.quotes.find import find
from mtaudit.quotes.quotation import Quotation


def texts(text: str) -> list[str]:
    return [q.text for q in find(text, INDONESIAN).outer]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('"', '"'), ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("''", "''"), ("``", "''"),
        ("&quot;", "&quot;"), ("&#34;", "&#34;"), ("&ldquo;", "&rdquo;"), ("“", '"'), ("'", "'"), ("‘", "’"),
    ],
)  # fmt: skip
def test_every_pair_of_marks_is_read(opening: str, closing: str) -> None:
    """Glyphs, entities and mixtures of them all delimit the same quotation, and its offsets are exact."""
    text = f"Dia berkata, {opening}kami pergi besok{closing} kepada pers."
    (found,) = find(text, INDONESIAN).outer
    assert found.text == "kami pergi besok"
    assert text[found.start : found.end] == found.text
    assert text[found.outer_start : found.outer_end] == f"{opening}kami pergi besok{closing}"
    assert found.escaped == opening.startswith("&")


@pytest.mark.parametrize(
    "text",
    [
        "Tingginya 5'10\" dan beratnya 80 kg.",
        'Band itu merilis piringan hitam 7" dan 12" pada bulan Mei.',
        "Musik tahun '90s dan rock 'n' roll.",
        'He staged a coup d"état and won.',
        "The players' bus and Jum'at.",
        'The address was associated with Waters" office in town.',
    ],
)
def test_marks_that_quote_nothing(text: str) -> None:
    """Apostrophes, measures, decades and typing errors are no quotations."""
    assert texts(text) == []


def test_paragraphs_that_reopen() -> None:
    """A quotation left open at the end of its paragraph and opened again in the next makes two, the first reopened."""
    first, second, third = find("“Satu begini.\n“Dua begitu,” kata Budi. “Tiga.”", INDONESIAN).outer
    assert (first.text, first.closing, first.reopened) == ("Satu begini.", None, True)
    assert (second.text, second.reopened) == ("Dua begitu,", False)
    assert third.text == "Tiga."


def test_a_quotation_over_several_lines() -> None:
    """Where only the last line closes, the quotation runs over the lines between."""
    assert texts('Katanya: "Satu.\nDua.\nTiga," begitu.') == ["Satu.\nDua.\nTiga,"]


def test_reversed_marks() -> None:
    """A closing mark stuck to the speech verb, and a pair with the white space inside, are read and marked."""
    text = "“Tidak adil, “kata Budi di Bogor, sambil menuduh kota” merusak “” kemajuan “yang ada."
    found = find(text, INDONESIAN).outer
    assert [q.text for q in found] == ["Tidak adil,", "merusak", "kemajuan"]
    assert all("reversed" in q.faults for q in found)


def test_only_a_closing_mark() -> None:
    """A line that begins inside a quotation gives the stretch up to its closing mark."""
    (found,) = find('Semuanya harus dikembalikan," kata peneliti itu.', INDONESIAN).outer
    assert (found.text, found.opening) == ("Semuanya harus dikembalikan,", None)


def test_only_a_closing_mark_that_points_the_wrong_way() -> None:
    """A mark on the wrong side of the space before a speech verb closes what stands before it."""
    (found,) = find("Kami pergi besok, “kata Budi.", INDONESIAN).outer
    assert (found.text, found.opening, found.faults) == ("Kami pergi besok,", None, ("reversed",))


def test_a_wide_gap_behind_a_mark_is_no_end_of_its_line() -> None:
    """Columns set wide leave the opening mark far from its word; it still opens the quotation."""
    assert texts(f'Dia menyebutnya "{60 * " "}murah" kemarin.') == ["murah"]


def test_an_orphan_mark_at_the_end_of_a_sentence() -> None:
    """A mark left over at the end of a sentence, on the wrong side of the space, closes that sentence."""
    found = find("“Kami siap,” kata Budi. Ini pertama kalinya kami mendengar hal ini. “", INDONESIAN).outer
    assert [q.text for q in found] == ["Kami siap,", "Ini pertama kalinya kami mendengar hal ini."]
    assert found[1].opening is None
    assert "reversed" in found[1].faults


def test_unclosed_quotation_ends_with_its_line() -> None:
    """Without a closing mark anywhere the quotation goes to the end of its line, not into the next article."""
    first, second = find('Dia bilang "kami kalah telak\nParagraf lain dengan "kata" sendiri.', INDONESIAN).outer
    assert (first.text, first.closing) == ("kami kalah telak", None)
    assert second.text == "kata"


def test_nested_quotations_are_kept_apart() -> None:
    """Single marks inside double ones are inner quotations; the outer one keeps its whole text."""
    reading = find("\"I think 'ye' is a word,\" West said.", ENGLISH)
    assert [q.text for q in reading.outer] == ["I think 'ye' is a word,"]
    assert [q.text for q in reading.inner] == ["ye"]


def test_doubled_marks() -> None:
    """The same mark typed twice is a fault of the marks, not part of what was said."""
    (found,) = find('""Kami pergi"" kata Budi.', INDONESIAN).outer
    assert found.text == "Kami pergi"
    assert "doubled" in found.faults


def test_a_double_mark_closed_by_a_single_one() -> None:
    """A mixed pair at the end of a line is a pair."""
    (found,) = find("Katanya: “Saya berharap melihat topi besar’", INDONESIAN).outer
    assert found.text == "Saya berharap melihat topi besar"
    assert found.closing is not None


PIECES = [
    '"',
    "“",
    "”",
    "'",
    "‘",
    "’",
    "&quot;",
    "„",
    "«",
    "»",
    "''",
    "``",
    " ",
    "\n",
    "kata",
    "a",
    "5",
    ".",
    ",",
    ":",
    "s",
]


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_no_text_is_too_broken(text: str) -> None:
    """Whatever the text: no exception, exact offsets, quotations in order and apart, the same answer twice."""
    reading = find(text, INDONESIAN)
    for quotation in (*reading.outer, *reading.inner):
        assert text[quotation.start : quotation.end] == quotation.text
        assert quotation.text == quotation.text.strip() != ""
    ends = [(q.start, q.end) for q in reading.outer if not q.single]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
    assert find(text, INDONESIAN) == reading


def test_thousands_of_marks_are_read_in_one_go() -> None:
    """A page that is nothing but marks is read too, every one of its quotations."""
    found = find('"ya" ' * 4000, INDONESIAN).outer
    assert len(found) == 4000
    assert isinstance(found[0], Quotation)
