"""Whether a text reads like a machine's translation: of real texts, in all reports for people, and never a verdict."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest

from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.model import Estimate, Penalty, Report
from mtaudit.reader import likeness
from mtaudit.reader.article import unfound
from mtaudit.rendering.html import HtmlRenderer
from mtaudit.rendering.markdown import MarkdownRenderer
from mtaudit.rendering.terminal import render_terminal
from tests.conftest import ROOT, Run
from tests.rendering import building
from tests.rules.conftest import lay_out

MACHINES = ("sky-news-nato-style-guarantees.id.txt", "cnbc-article-5-protection.id.txt")
TOLD = "reads like machine translation: 87 %; this says nothing of its quality"


def sample(name: str) -> str:
    return (ROOT / "samples" / name).read_text(encoding="utf-8")


def probability(text: str) -> float | None:
    model = likeness.load(ENGLISH_INDONESIAN)
    assert model is not None
    return model.probability(likeness.sentences_of(text.splitlines()))


@pytest.fixture(scope="module")
def people() -> list[str]:
    """News that people translated, which the model has never seen."""
    lines = (ROOT / "benchmarks" / "gold" / "ntrex-human.jsonl").read_text(encoding="utf-8").splitlines()
    return ["\n".join(json.loads(line)["id"]) for line in lines]


def test_a_machines_text_reads_more_like_one_than_peoples(people: list[str]) -> None:
    """Samples from the web against the middle one of 41 translations by people, most of which it takes for people's."""
    values = sorted(probability(text) or 0 for text in people)
    usual = values[len(values) // 2]
    assert usual < 0.5
    assert all((probability(sample(name)) or 0) > max(usual, 0.5) for name in MACHINES)


def test_an_audit_tells_it_of_texts_that_are_long_enough(mtaudit: Run) -> None:
    """The rest of the estimate is there all the same; an English text is no translation."""
    short = " ".join(sample(MACHINES[0]).split()[:25])
    for text, told in ((sample(MACHINES[0]), True), (short, False)):
        done = mtaudit("audit", "-", "--no-translation", "--format", "json", input=text)
        (document,) = Report.from_json(done.stdout).documents
        assert document.estimate is not None
        assert (document.estimate.reads_like_machine is not None) == told


def test_only_the_article_counts() -> None:
    """Lines of the site and sentences in a third language make no difference; of an English text nothing is said."""
    head, body = sample("ap-nato-russia-talks.id.txt").split("\n", 1)
    more = "Das ist für alle Menschen hier ein sehr schöner Tag gewesen.\nBaca juga: Lima fakta yang belum Anda ketahui"
    article, around = lay_out(f"{head}\n{body}"), lay_out(f"{head}\n{more}\n{body}")
    told = likeness.reads_like_machine(article)
    assert told is not None
    assert likeness.reads_like_machine(around) == told
    english = replace(article, document=replace(article.document, language="en"))
    assert likeness.reads_like_machine(english) is None


def test_nothing_is_lost_by_it() -> None:
    """The points that the estimate takes are the same whoever seems to have written the text."""
    points = {unfound(Estimate(4.0, 2.0, 6.0, p), [], 300, False) for p in (None, 0.01, 0.99)}
    ((penalty,),) = points
    assert isinstance(penalty, Penalty)


@pytest.mark.parametrize(
    "render", [render_terminal, MarkdownRenderer().render, HtmlRenderer().render], ids=["terminal", "markdown", "html"]
)
def test_reports_for_people_say_so_and_that_it_is_no_verdict(render: Callable[[Report], str]) -> None:
    """In the same words; not a word where nothing tells."""
    for value in (0.87, None):
        estimate = Estimate(1.5, 0.5, 2.5, value)
        report = building.report([msgspec.structs.replace(building.envoy(), estimate=estimate)])
        assert (TOLD in render(report)) == (value is not None)
