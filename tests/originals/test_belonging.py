"""Its own original is told from other articles and from other reports of the same event."""

from __future__ import annotations

import pytest

from mtaudit.case import Document
from mtaudit.originals.belonging import WHOLE, belonging
from mtaudit.originals.choose import OriginalIndex

from .articles import BANK, ELEPHANT, FERRY, cut, document, english, indonesian

# The same event told by somebody else: the facts in other words and another order, two sentences as they are.
RIVAL = [
    "Divers looked for 24 missing people on Wednesday after a Norwegian ferry went down with 214 on board.",
    FERRY[3][0],
    "Smoke had come from below deck; Lars Hovland, who was in command, has been questioned by the police.",
    "It was the worst accident of its kind in the country for thirty years.",
    "Helicopters and fishing boats saved most of the passengers, 190 in all.",
    FERRY[4][0],
    "The owner had been punished before because its ships were not safe.",
    "Unions demanded that the minister of transport should step down.",
]


def measure(texts: list[str], originals: list[str]) -> float:
    return belonging(cut(document("t", texts, "id")), cut(document("o", originals)))


@pytest.mark.parametrize("article", [FERRY, BANK, ELEPHANT])
def test_its_own_original_belongs_to_a_translation_whole_or_shortened(article) -> None:
    """What the translation leaves out doesn't count against it."""
    texts = indonesian(article)
    assert measure(texts, english(article)) >= WHOLE + 0.1
    assert measure(texts[:2], english(article)) >= WHOLE + 0.1


def test_a_translation_with_something_added_keeps_its_original() -> None:
    assert measure([*indonesian(FERRY), indonesian(BANK)[0]], english(FERRY)) >= WHOLE


def test_another_article_does_not_belong() -> None:
    assert measure(indonesian(FERRY), english(BANK)) < 0.1


def test_another_report_of_the_same_event_is_not_the_whole_original() -> None:
    """Though it has the names, the numbers and two sentences; it carries passages of it."""
    assert measure(indonesian(FERRY), RIVAL) < WHOLE - 0.05
    other = document("rival", RIVAL)
    sentences = cut(document("t", indonesian(FERRY), "id"))
    for found in (OriginalIndex([other]).choose(sentences), OriginalIndex([other]).given(0, sentences)):
        assert (found.document, found.kind) == (other, "partial")
    assert OriginalIndex([other, document("ferry", english(FERRY))]).choose(sentences).kind == "full"


def test_a_ticker_with_all_its_sentences_is_not_the_whole_original() -> None:
    """Each stands in it twice, the latest first: as likely passages of it as the text that was translated."""
    lines = english(FERRY)
    ticker = document("ticker", [lines[i] for i in (5, 4, 5, 3, 4, 2, 3, 1, 2, 0, 1, 0)])
    found = OriginalIndex([ticker]).choose(cut(document("t", indonesian(FERRY), "id")))
    assert (found.document, found.kind) == (ticker, "partial")


def test_back_translations_speak_where_nobody_knows_the_words() -> None:
    texts = ["Zzyx qqrt wvvk mmnp.", "Kkjh ppoi lqwe zzxc.", "Hhgt rrew yyui bbnm.", "Vvcx ttre ggfd llkj."]
    sentences, source = cut(document("t", texts, "id")), cut(document("o", english(BANK)))
    assert belonging(sentences, source) == 0
    assert belonging(sentences, source, english(BANK)) >= WHOLE


def test_a_given_original_without_text_is_like_nothing() -> None:
    sentences = cut(document("t", indonesian(FERRY), "id"))
    index = OriginalIndex([Document("nothing", "nothing.txt", "", language="en"), document("bank", english(BANK))])
    assert (index.given(0, sentences).similarity, index.given(1, ()).similarity) == (0.0, 0.0)


def test_nothing_belongs_to_nothing() -> None:
    assert belonging((), cut(document("o", english(BANK)))) == 0
    assert belonging(cut(document("t", indonesian(BANK), "id")), ()) == 0


def test_a_given_original_is_taken_as_it_is_where_the_texts_are_short() -> None:
    """A headline doesn't tell; its likeness is measured all the same."""
    sentences = cut(document("t", indonesian(FERRY)[:1], "id"))
    found = OriginalIndex([document("bank", english(BANK))]).given(0, sentences)
    assert found.kind == "full"
    assert found.similarity < 0.2
