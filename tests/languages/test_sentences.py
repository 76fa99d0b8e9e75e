"""Where sentences end in Indonesian and English news, with offsets that hold."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.languages import ENGLISH, INDONESIAN
from mtaudit.languages.sentences import split


def texts(text: str, language: object = INDONESIAN) -> list[str]:
    return [s.text for s in split(text, language)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        "Menurut Ir. Soekarno, kita siap.",
        "Kantornya di Jl. Sudirman No. 5 Jakarta.",
        "PT Telkom Tbk. membukukan laba.",
        "Dr. Hj. Siti Aminah hadir.",
        "Lihat hal. 27 buku itu.",
        "J. K. Rowling hadir di London.",
        "Ia lahir pada 12 Des. 1990 di Bandung.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(sentence: str) -> None:
    """One sentence stays one."""
    assert texts(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Itu suatu hal. Ia pergi.", ["Itu suatu hal.", "Ia pergi."]),
        ("Ia datang dari AS. Dia pulang.", ["Ia datang dari AS.", "Dia pulang."]),
        ("“Ya,” katanya. “Kami siap.” Lalu ia pergi.", ["“Ya,” katanya.", "“Kami siap.”", "Lalu ia pergi."]),
        ("Judul tanpa titik\nKalimat pertama. Kedua!", ["Judul tanpa titik", "Kalimat pertama.", "Kedua!"]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    """Words that look like abbreviations, closing marks and line ends."""
    assert texts(text) == expected


def test_a_clock_time_ends_an_english_sentence() -> None:
    """'p.m.' before a function word ends a sentence; 'U.S.' before a name does not."""
    assert texts("He left at 5 p.m. The U.S. Army came.", ENGLISH) == ["He left at 5 p.m.", "The U.S. Army came."]


@given(st.text(alphabet=st.sampled_from("aB. ,!?\n\"“”'…kata Dr.5\u00e9\U0001f600\t"), max_size=200))
def test_offsets_hold_whatever_the_text(text: str) -> None:
    """Each sentence is exactly its stretch, they don't overlap, and no letter or digit is lost."""
    found = split(text, INDONESIAN)
    assert all(text[s.start : s.end] == s.text and s.text == s.text.strip() for s in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert sum(c.isalnum() for s in found for c in s.text) == sum(c.isalnum() for c in text)
