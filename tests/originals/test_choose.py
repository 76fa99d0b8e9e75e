import pickle

import pytest

from mtaudit.case import Document
from mtaudit.originals.choose import OriginalIndex

from .articles import BANK, ELEPHANT, FERRY, cut, document, english, indonesian

POOL = [document("ferry", english(FERRY)), document("bank", english(BANK)), document("elephant", english(ELEPHANT))]


def ask(index: OriginalIndex, texts: list[str], backs=()):
    translation = document("translation", texts, "id")
    return index.choose(cut(translation), backs)


@pytest.mark.parametrize(("name", "article"), [("ferry", FERRY), ("bank", BANK), ("elephant", ELEPHANT)])
def test_the_whole_original_is_found(name: str, article) -> None:
    found = ask(OriginalIndex(POOL), indonesian(article))
    assert found.document is not None
    assert (found.document.id, found.kind) == (name, "full")
    assert 0.5 < found.similarity <= 1


def test_no_original_is_forced_on_a_translation() -> None:
    found = ask(OriginalIndex(POOL[:2]), indonesian(ELEPHANT))
    assert (found.document, found.kind) == (None, None)
    assert found.similarity < 0.4


def test_the_order_of_the_pool_does_not_matter() -> None:
    assert ask(OriginalIndex(POOL), indonesian(BANK)) == ask(OriginalIndex(POOL[::-1]), indonesian(BANK))


def test_a_translation_that_lost_its_second_half_still_has_its_original() -> None:
    found = ask(OriginalIndex(POOL), indonesian(FERRY)[:3])
    assert found.document is POOL[0]
    assert found.kind == "full"


def test_swapped_paragraphs_still_have_their_original() -> None:
    texts = indonesian(FERRY)
    assert ask(OriginalIndex(POOL), texts[3:] + texts[:3]).kind == "full"


def test_a_text_that_carries_only_passages_is_partial() -> None:
    """Two of six sentences stand in another report."""
    other = document("digest", [*english(BANK), *english(FERRY)[2:4], *english(ELEPHANT)])
    found = ask(OriginalIndex([other]), indonesian(FERRY))
    assert (found.document, found.kind) == (other, "partial")


def test_the_whole_original_goes_before_one_with_passages() -> None:
    other = document("digest", [*english(BANK), *english(FERRY)[2:4]])
    found = ask(OriginalIndex([other, *POOL]), indonesian(FERRY))
    assert found.document is POOL[0]


def test_another_report_on_the_same_subject_is_no_original() -> None:
    other = document(
        "other ferry",
        [
            "Norway has ordered new inspections of passenger ferries.",
            "The ministry of transport published a list of 31 vessels.",
            "Unions had demanded stricter rules for years, a spokeswoman recalled.",
            "Parliament will debate the bill in spring.",
        ],
    )
    assert ask(OriginalIndex([other]), indonesian(FERRY)).document is None


def test_a_document_can_be_left_out() -> None:
    index = OriginalIndex(POOL)
    translation = document("translation", indonesian(BANK), "id")
    assert index.choose(cut(translation), leave_out={"bank"}).document is None
    assert index.choose(cut(translation)).document is POOL[1]


def test_empty_pools_texts_and_documents_are_no_trouble() -> None:
    nothing = Document("nothing", "nothing.txt", "", language="en")
    assert ask(OriginalIndex([]), indonesian(BANK)).document is None
    assert ask(OriginalIndex([nothing]), indonesian(BANK)).document is None
    assert ask(OriginalIndex([nothing, *POOL, nothing]), indonesian(BANK)).document is POOL[1]
    assert ask(OriginalIndex(POOL), []).document is None
    assert ask(OriginalIndex(POOL), ["***"]).document is None


def test_back_translations_find_the_original_of_words_nobody_knows() -> None:
    texts = ["Zzyx qqrt wvvk mmnp.", "Kkjh ppoi lqwe zzxc.", "Hhgt rrew yyui bbnm.", "Vvcx ttre ggfd llkj."]
    assert ask(OriginalIndex(POOL), texts).document is None
    assert ask(OriginalIndex(POOL), texts, english(BANK)).document is POOL[1]


def test_broken_back_translations_do_no_harm() -> None:
    backs = ["Login Sitemap (applause)"] * len(BANK)
    assert ask(OriginalIndex(POOL), indonesian(BANK), backs).document is POOL[1]


def test_an_index_can_go_to_another_process() -> None:
    index = OriginalIndex(POOL)
    index.prepare()
    there = pickle.loads(pickle.dumps(index))
    assert ask(there, indonesian(BANK)) == ask(index, indonesian(BANK))
