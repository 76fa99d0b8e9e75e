"""The heat map as data of each sentence."""

from __future__ import annotations

import re

import pytest

from mtaudit.harmless import harmless
from mtaudit.model import MissingWord, Original, WordFault
from mtaudit.rendering.html import HtmlRenderer
from mtaudit.rendering.html.heat import Heat

from .. import building

TEXT = "satu dua tiga\nempat 𝟝\u202e enam"


def told(*rows: tuple[str, float, float]) -> list[str]:
    """The attributes of both sentences for words with these probabilities."""
    words = tuple(WordFault(TEXT.index(w), TEXT.index(w) + len(w), p, q) for w, p, q in rows)
    document = building.document("a", TEXT, word_faults=words)
    return [Heat(document).attribute(segment) for segment in document.segments]


@pytest.mark.parametrize(
    ("p_fault", "p_serious", "letter"),
    [
        (0.1, 0.0, "a"),
        (0.29, 0.0, "a"),
        (0.3, 0.0, "b"),
        (0.5, 0.49, "c"),
        (0.5, 0.5, "C"),
        (0.75, 0, "d"),
        (1, 1, "D"),
    ],
)
def test_a_probability_becomes_a_letter(p_fault: float, p_serious: float, letter: str) -> None:
    """Four grades; a capital where a serious fault is more likely than not."""
    assert told(("dua", p_fault, p_serious)) == [f' data-heat="5.3{letter}"', ""]


def test_what_is_below_the_first_grade_is_not_there() -> None:
    """Nor is anything of a sentence without a shade."""
    assert told(("satu", 0.09, 0.0), ("dua", 0.0, 0.0)) == ["", ""]


def test_neighbours_of_one_shade_are_one_run() -> None:
    """A word between them that is known to be sound parts them, and so does the end of the sentence."""
    assert told(("satu", 0.2, 0.1), ("dua", 0.25, 0.1), ("tiga", 0.2, 0.1), ("empat", 0.2, 0.1)) == [
        ' data-heat="0.13a"',
        ' data-heat="0.5a"',
    ]
    assert told(("satu", 0.2, 0.1), ("dua", 0.05, 0.0), ("tiga", 0.4, 0.1)) == [' data-heat="0.4a5.4b"', ""]
    assert told(("satu", 0.2, 0.1), ("dua", 0.4, 0.0)) == [' data-heat="0.4a3b"', ""]


def test_places_are_those_of_the_text_as_a_script_sees_it() -> None:
    """A character outside the basic plane is two units, a direction override is as long as what is shown for it."""
    assert told(("𝟝\u202e", 0.8, 0.0), ("enam", 0.8, 0.6))[1] == ' data-heat="6.10d4D"'


@pytest.mark.parametrize("word", [(-3, 2), (20, 400), (3, 3), (9, 2), (0, 26), (2, 9)])
def test_a_report_of_others_may_say_anything(word: tuple[int, int]) -> None:
    """Places outside the text, across sentences, turned round, across one another: runs stay in their sentence."""
    words = (WordFault(*word, 0.9, 0.9), WordFault(5, 8, 0.4, 0.1))
    document = building.document("a", TEXT, word_faults=words)
    for segment in document.segments:
        runs = re.findall(r"(?:(\d+)\.)?(\d+)[a-dA-D]", Heat(document).attribute(segment))
        length = sum(int(gap or 1) + int(run) for gap, run in runs)
        assert length <= len(harmless(segment.text).encode("utf-16-le")) // 2


def test_words_of_the_original_are_shaded_where_the_report_shows_them() -> None:
    """A line end inside what belongs to one sentence is a blank there; what stands between is left out."""
    english = "One two.\nThree\n four five. Six\U0001d7dd seven."
    rows = [("satu dua tiga", None, "One two. Three four five."), ("empat 𝟝\u202e enam", None, "Six\U0001d7dd seven.")]
    missing = tuple(
        MissingWord(english.index(w), english.index(w) + len(w), p)
        for w, p in (("two", 0.09), ("four", 0.3), ("five", 0.3), ("seven", 0.9))
    )
    document = building.document(
        "a",
        TEXT,
        original=Original("o", "full", 0.9, english),
        segments=building.segments(TEXT, rows),
        missing_words=missing,
    )
    heat = Heat(document)
    assert [heat.original_attribute(s) for s in document.segments] == [' data-heat="15.9b"', ' data-heat="6.5d"']
    assert 'class="orig" data-heat="15.9b"' in HtmlRenderer().render(building.report([document]))


def test_an_original_that_the_report_shows_otherwise_has_no_shades() -> None:
    """A report of others may say anything."""
    document = building.document(
        "a",
        TEXT,
        original=Original("o", "full", 0.9, "One two."),
        segments=building.segments(TEXT, [("satu dua tiga", None, "Two one.")]),
        missing_words=(MissingWord(0, 3, 0.9), MissingWord(90, 93, 0.9)),
    )
    assert Heat(document).original_attribute(document.segments[0]) == ""


def test_a_page_without_probabilities_has_no_switch() -> None:
    """Neither button nor legend nor data."""
    page = HtmlRenderer().render(building.report([building.document("a", TEXT)]))
    assert 'id="heat"' not in page
    assert 'id="heat-legend"' not in page
    assert "data-heat=" not in page
    heated = HtmlRenderer().render(building.report([building.envoy()]))
    assert heated.count('id="heat"') == heated.count('id="heat-legend"') == 1
    assert heated.count("data-heat=") == len(building.envoy().segments) + 1
