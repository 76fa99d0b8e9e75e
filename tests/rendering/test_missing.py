"""What is missing is shown where it belongs, in every format that has places."""

from __future__ import annotations

import json
import re

import msgspec
import pytest

from mtaudit.model import Report, SecondTranslation
from mtaudit.rendering.registry import by_name
from tests.rendering.building import document, finding, report, segments

TEXT = "Menteri itu tiba pada Senin.\nIa pulang pada Rabu.\n"
ENGLISH = ("The minister arrived on Monday.", "He went home on Wednesday after talks in Rome.")
LINES = TEXT.splitlines()


@pytest.fixture
def missing() -> Report:
    """A sentence between the two, and a clause at the end of the second."""
    between, inside = len(LINES[0]), len(TEXT) - 2
    first = finding(TEXT, "ADQ401", "major", "A sentence is missing.", None, original="A band played.", anchor=between)
    lost = "after talks in Rome"
    second = finding(TEXT, "ADQ402", "major", "Nothing stands for it.", None, original=lost, anchor=inside)
    rows = [(line, None, english) for line, english in zip(LINES, ENGLISH, strict=True)]
    return report((document("a.txt", TEXT, findings=(first, second), segments=segments(TEXT, rows)),))


def test_the_page_draws_it_there(missing: Report) -> None:
    """Between the sentences and inside one; the English that is lost is marked in its own sentence."""
    page = by_name("html").render(missing)
    body = re.sub(r'<span class="f f-major gap"[^>]*>.*?</sup></span>', "[gap]", page)
    assert re.search(r'<p class="id"[^>]*>Menteri itu tiba pada Senin\.\[gap\]</p>', body)
    assert re.search(r'<p class="id"[^>]*>Ia pulang pada Rabu\[gap\]\.</p>', body)
    assert '<span class="f f-major">after talks in Rome</span>' in page


def test_texts_for_readers_show_the_words_around(missing: Report) -> None:
    """With the line and column of the place, which is known."""
    for name in ("terminal", "markdown"):
        text = by_name(name).render(missing)
        assert "pada Rabu⟦…⟧." in text.replace("*", "")
        assert "near" not in text
        assert "1:29" in text
        assert "2:20" in text


def test_a_missing_sentence_is_not_shown_beside_the_translations_of_its_neighbour(missing: Report) -> None:
    """What machines make of the sentence before it says nothing of it; of the clause it does."""
    (article,) = missing.documents
    again = (SecondTranslation("other", "Terjemahan lain."),)
    rows = tuple(msgspec.structs.replace(row, second_translations=again) for row in article.segments)
    findings = tuple(msgspec.structs.replace(f, evidence="original", category="adequacy") for f in article.findings)
    text = by_name("terminal").render(report((msgspec.structs.replace(article, segments=rows, findings=findings),)))
    assert text.count("Terjemahan lain") == 1
    assert text.index("ADQ402") < text.index("Terjemahan lain")


def test_formats_for_machines_have_the_place(missing: Report) -> None:
    region = json.loads(by_name("sarif").render(missing))["runs"][0]["results"][1]["locations"][0]
    assert region["physicalLocation"]["region"]["startColumn"] == 20
    assert "line=2,col=20" in by_name("github").render(missing)
    assert ".txt:2:20: ADQ402" in by_name("junit").render(missing)
    assert ".txt:2:20: ADQ402" in by_name("concise").render(missing)
    (_, second) = json.loads(by_name("json").render(missing))["documents"][0]["findings"]
    assert (second["start"], second["end"], second["anchor"]) == (None, None, len(TEXT) - 2)
