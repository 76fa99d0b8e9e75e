import time

import pytest

from mtaudit.originals.align import align

from .articles import BANK, ELEPHANT, FERRY, english, indonesian, sentences


def beads(links):
    return [(link.target, link.source) for link in links]


def each_once(links, n, m):
    """Every sentence of both sides is in exactly one link, and the links are in order."""
    assert [t for link in links for t in link.target] == list(range(n))
    assert [s for link in links for s in link.source] == list(range(m))
    assert all(0 <= link.score <= 1 for link in links)


def test_sentences_that_correspond_are_linked_one_to_one() -> None:
    links = align(sentences(indonesian(FERRY)), sentences(english(FERRY)))
    assert beads(links) == [((i,), (i,)) for i in range(len(FERRY))]
    assert all(link.score > 0.4 for link in links)


def test_an_omitted_sentence_stands_alone() -> None:
    target = indonesian(FERRY)
    del target[3]
    links = align(sentences(target), sentences(english(FERRY)))
    assert ((), (3,)) in beads(links)
    each_once(links, 5, 6)
    assert next(link.score for link in links if not link.target) == 0.0


def test_an_added_sentence_stands_alone() -> None:
    target = indonesian(FERRY)
    target.insert(2, indonesian(BANK)[1])
    links = align(sentences(target), sentences(english(FERRY)))
    assert ((2,), ()) in beads(links)
    each_once(links, 7, 6)


def test_two_sentences_run_into_one_are_linked_together() -> None:
    target = indonesian(FERRY)
    target[1:3] = [target[1].rstrip(".") + ", sedangkan " + target[2]]
    assert ((1,), (1, 2)) in beads(align(sentences(target), sentences(english(FERRY))))


def test_one_sentence_cut_in_two_is_linked_together() -> None:
    source = english(FERRY)
    source[1:3] = [source[1].rstrip(".") + ", and " + source[2]]
    assert ((1, 2), (1,)) in beads(align(sentences(indonesian(FERRY)), sentences(source)))


def test_either_side_may_be_empty() -> None:
    assert align([], []) == ()
    assert beads(align(sentences(indonesian(BANK)), [])) == [((i,), ()) for i in range(4)]
    assert beads(align([], sentences(english(BANK)))) == [((), (i,)) for i in range(4)]


def test_links_between_texts_that_have_nothing_in_common_say_so() -> None:
    """What is linked only because it stands in between has a score that says so."""
    links = align(sentences(indonesian(ELEPHANT)), sentences(english(BANK)))
    each_once(links, 3, 4)
    assert max(link.score for link in links) < 0.2


def moved(links):
    return [(link.target, link.source) for link in links if link.moved]


def test_swapped_halves_find_each_other() -> None:
    """The shorter half is what was moved; the links keep the translation's order, each sentence is in one."""
    target = indonesian(BANK) + indonesian(FERRY)
    source = english(FERRY) + english(BANK)
    links = align(sentences(target), sentences(source))
    assert beads(links) == [((i,), (i + 6,)) for i in range(4)] + [((i + 4,), (i,)) for i in range(6)]
    assert moved(links) == beads(links)[:4]


def test_a_paragraph_taken_from_the_middle_to_the_end_is_moved_as_a_whole() -> None:
    target = indonesian(FERRY) + indonesian(ELEPHANT)
    source = english(FERRY)[:2] + english(ELEPHANT) + english(FERRY)[2:]
    links = align(sentences(target), sentences(source))
    assert moved(links) == [((6 + i,), (2 + i,)) for i in range(3)]
    assert all(both for link in beads(links) for both in link)


def test_what_a_moved_paragraph_parts_is_not_joined_over_it() -> None:
    """The halves of a sentence before and after it are no neighbours: one finds the whole, the other stands alone."""
    halves = ("Tim penyelamat mengangkat 190 orang dari air.", "Airnya sangat dingin, kata penjaga pantai.")
    ferry = indonesian(FERRY)
    target = [ferry[0], halves[0], *indonesian(ELEPHANT), halves[1], *ferry[2:]]
    links = align(sentences(target), sentences(english(FERRY) + english(ELEPHANT)))
    assert moved(links) == [((2 + i,), (6 + i,)) for i in range(3)]
    assert {((1,), (1,)), ((5,), ())} <= set(beads(links))


def test_what_a_moved_paragraph_of_the_original_parts_is_not_joined_over_it() -> None:
    halves = ("Rescue teams pulled 190 people from the water.", "It was freezing, the coast guard said.")
    ferry = english(FERRY)
    source = [ferry[0], halves[0], *english(ELEPHANT), halves[1], *ferry[2:]]
    links = align(sentences(indonesian(FERRY) + indonesian(ELEPHANT)), sentences(source))
    assert moved(links) == [((6 + i,), (2 + i,)) for i in range(3)]
    assert {((1,), (1,)), ((), (5,))} <= set(beads(links))


def test_two_sentences_that_changed_places_over_others_are_both_linked() -> None:
    source = [english(BANK)[0], *english(FERRY), english(BANK)[3]]
    target = [indonesian(BANK)[3], indonesian(BANK)[0]]
    links = align(sentences(target), sentences(source))
    assert sorted(bead for bead in beads(links) if all(bead)) == [((0,), (7,)), ((1,), (0,))]
    assert sorted(s for link in links for s in link.source) == list(range(8))


def test_what_was_replaced_is_not_taken_for_moved() -> None:
    target = [*indonesian(FERRY)[:2], *indonesian(BANK)[:1], *indonesian(FERRY)[3:], *indonesian(BANK)[2:]]
    source = [*english(FERRY), *english(ELEPHANT)]
    assert moved(align(sentences(target), sentences(source))) == []


def test_a_short_translation_of_a_long_original_finds_its_place() -> None:
    source = english(BANK) * 30 + english(ELEPHANT) + english(BANK) * 30
    links = align(sentences(indonesian(ELEPHANT)), sentences(source))
    each_once(links, 3, 243)
    assert [bead for bead in beads(links) if bead[0]] == [((i,), (120 + i,)) for i in range(3)]


def test_back_translations_help_where_the_words_are_unknown() -> None:
    target = sentences(["Zzyx qqrt wvvk mmnp.", "Kkjh ppoi lqwe zzxc."])
    source = sentences(["The mayor opened the bridge.", "Nobody was hurt in the crash."])
    linked = align(target, source, ["The mayor opened a bridge.", "Nobody was injured in the crash."])
    assert beads(linked) == [((0,), (0,)), ((1,), (1,))]
    assert linked[0].score > align(target, source)[0].score


def test_a_missing_back_translation_falls_back_to_the_words() -> None:
    target, source = sentences(indonesian(BANK)), sentences(english(BANK))
    assert beads(align(target, source, [english(BANK)[0], None, "", None])) == [((i,), (i,)) for i in range(4)]


def test_back_translations_must_be_as_many_as_sentences() -> None:
    with pytest.raises(ValueError, match="1 back-translations for 4 sentences"):
        align(sentences(indonesian(BANK)), sentences(english(BANK)), ["one"])


def test_sentences_without_words_do_no_harm() -> None:
    target = [*indonesian(BANK)[:2], "***", *indonesian(BANK)[2:]]
    links = align(sentences(target), sentences(english(BANK)))
    each_once(links, 5, 4)
    assert {((0,), (0,)), ((1,), (1,)), ((3,), (2,)), ((4,), (3,))} <= set(beads(links))


def test_long_texts_take_seconds_at_most() -> None:
    """500 sentences on either side: well under a second on one core, ten times that is allowed here."""
    target = (indonesian(FERRY) + indonesian(BANK)) * 50
    source = (english(FERRY) + english(BANK)) * 50
    began = time.perf_counter()
    links = align(sentences(target), sentences(source))
    assert time.perf_counter() - began < 10
    assert beads(links) == [((i,), (i,)) for i in range(500)]
