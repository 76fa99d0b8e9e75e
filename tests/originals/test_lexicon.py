import lzma
from importlib.resources import files

import pytest

from mtaudit.originals.lexicon import Lexicon, load, read
from mtaudit.originals.words import fold, words


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


@pytest.mark.parametrize(
    ("word", "source"),
    [("serangan", "attack"), ("Presiden", "president"), ("hiu", "shark"), ("jerman", "german"), ("anjing", "dog")],
)
def test_a_common_word_has_its_translation_first(lexicon: Lexicon, word: str, source: str) -> None:
    """Case does not matter; the likeliest translation comes first and all are probabilities."""
    found = lexicon.translations(word)
    assert next(iter(found)) == source
    assert all(0 < p <= 1 for p in found.values())
    assert len(found) <= 6


def test_a_word_with_clitic_or_affixes_is_found_through_its_stem() -> None:
    """What is found through a stem counts for less than what is listed."""
    lexicon = Lexicon({"gajah": (("elephant", 1.0),)}, {}, {}, affixes=(("", "nya"), ("di", ""), ("", "kan")))
    assert lexicon.translations("gajah") == {"elephant": 1.0}
    assert 0 < lexicon.translations("gajahnya")["elephant"] < 1
    assert "elephant" in lexicon.translations("digajahkan")


def test_an_unknown_word_has_no_translation(lexicon: Lexicon) -> None:
    assert lexicon.translations("Xqzwrtplk") == {}
    assert lexicon.translations("") == {}


def test_what_is_handed_out_is_a_copy(lexicon: Lexicon) -> None:
    lexicon.translations("hiu").clear()
    assert lexicon.translations("hiu")


def test_a_translation_is_more_alike_than_another_sentence(lexicon: Lexicon) -> None:
    right = lexicon.similarity("Hiu itu menyerang seorang anak di pantai.", "The shark attacked a child on the beach.")
    wrong = lexicon.similarity("Hiu itu menyerang seorang anak di pantai.", "The bank raised its interest rate again.")
    assert right > 0.6
    assert wrong < 0.2


def test_similarity_is_between_zero_and_one_and_zero_for_empty_text(lexicon: Lexicon) -> None:
    same = "Angela Merkel 2017 Berlin"
    assert lexicon.similarity(same, same) == pytest.approx(1.0)
    assert lexicon.similarity("", "The shark attacked.") == 0.0
    assert lexicon.similarity("Hiu menyerang.", "") == 0.0
    assert lexicon.similarity("", "") == 0.0


def test_numbers_are_the_same_whatever_their_separators(lexicon: Lexicon) -> None:
    """1.500.000 in Indonesian is 1,500,000 in English."""
    assert lexicon.similarity("1.500.000", "1,500,000") == pytest.approx(1.0)
    assert lexicon.similarity("1.500.000", "1,600,000") == 0.0


def test_a_name_spelled_a_little_differently_still_counts(lexicon: Lexicon) -> None:
    assert lexicon.similarity("Yevhenia Kravchenko", "Yevgenia Kravchenko") >= 0.5


def test_accents_and_case_do_not_matter(lexicon: Lexicon) -> None:
    assert lexicon.similarity("EMMANUEL MÉRAND", "Emmanuel Merand") == pytest.approx(1.0)


def test_without_a_word_list_names_and_numbers_still_count() -> None:
    assert Lexicon({}, {}, {}).similarity("Lars Hovland 214", "Captain Lars Hovland 214") > 0.7


def test_the_word_list_is_read_once(lexicon: Lexicon) -> None:
    assert load() is lexicon


def test_the_packaged_list_is_small() -> None:
    assert (files("mtaudit") / "data" / "lexicon.id-en.tsv.xz").stat().st_size < 1_500_000


def test_a_file_that_is_no_word_list_is_refused() -> None:
    with pytest.raises(ValueError, match="not a word list"):
        read(b"nonsense", ())
    with pytest.raises(ValueError, match="not a word list"):
        read(lzma.compress(b"nonsense\t1\n"), ())


def test_words_are_cut_alike_on_both_sides() -> None:
    """Reduplication comes once, compounds in their parts, the clitic after a hyphen apart."""
    assert words("Anak-anak itu, 10.000 orang; Trump-nya—Élysée’s") == [
        "anak",
        "itu",
        "10000",
        "orang",
        "trump",
        "nya",
        "elysee's",
    ]


def test_inflections_fold_to_one_key(lexicon: Lexicon) -> None:
    assert len({lexicon.key(word) for word in ("guarantee", "guarantees", "guaranteed", "guarantee's")}) == 1
    assert fold("dog", ()) == "dog"
