"""The languages of a report are called by their names, told from the codes in it."""

from __future__ import annotations

import msgspec
import pytest

from mtaudit.model import Report
from mtaudit.rendering import by_name
from mtaudit.rendering.spoken import spoken

from . import building

FORMATS = ("html", "markdown", "terminal", "github")


def report(language: str) -> Report:
    """An article with its original and one without, both in `language`; messages are the rules' and say nothing."""
    made = []
    for document in (building.envoy(), building.without_original()):
        findings = tuple(msgspec.structs.replace(f, message="wrong") for f in document.findings)
        made.append(msgspec.structs.replace(document, language=language, findings=findings))
    return building.report(made)


@pytest.mark.parametrize("name", FORMATS)
def test_a_language_of_no_known_pair_is_not_called_by_anothers_name(name: str) -> None:
    """Headings, labels and the attributes that say which language a stretch is in."""
    text = by_name(name).render(report("eo"))
    assert "Indonesian" not in text
    assert "English" not in text
    assert 'lang="id"' not in text


def test_the_known_pair_is_called_by_its_names() -> None:
    """The page says in which columns which language stands, for readers and for screen readers."""
    text = by_name("html").render(report("id"))
    assert "<span>Indonesian</span>" in text
    assert "<span>English original</span>" in text
    assert '<p class="id" lang="id"' in text
    assert 'lang="eo"' in by_name("html").render(report("eo"))


def test_a_report_that_tells_no_language_is_of_the_usual_pair() -> None:
    """As reports of before, and documents that nobody identified."""
    assert spoken("") == spoken("id")


def test_no_back_translation_is_spoken_of_where_there_was_none() -> None:
    """In the terminal as in HTML."""
    document = building.without_original()
    alone = tuple(msgspec.structs.replace(segment, back_translation=None) for segment in document.segments)
    bare = msgspec.structs.replace(document, segments=alone)
    for made, said in ((document, "and its back-translation"), (bare, "alone")):
        report = building.report((made,))
        for shown in (by_name("terminal").render(report), by_name("html").render(report)):
            assert f"judged by the Indonesian {said}" in " ".join(shown.split())
