"""Adequacy rules: omissions, additions, other languages, junk, broken-off sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest

from mtaudit.adequacy.missing import gathered
from mtaudit.case import Case, Document, Link
from mtaudit.languages.sentences import split
from mtaudit.model import EntityVerdict, Finding, Place
from mtaudit.originals.align import align
from mtaudit.rules.adequacy import RULES
from mtaudit.rules.registry import run
from tests.originals.articles import BANK, ELEPHANT, FERRY, document, english, indonesian

from .conftest import lay_out

MakeCase = Callable[..., Case]
ENGLISH = (
    "The minister resigned on Monday.\n"
    "Thousands of farmers had blocked the roads to the capital for weeks.\n"
    "His party welcomed the decision."
)
INDONESIAN = (
    "Menteri itu mengundurkan diri pada hari Senin.\n"
    "Ribuan petani memblokir jalan menuju ibu kota selama berminggu-minggu.\n"
    "Partainya menyambut baik keputusan itu."
)


def audit(case: Case) -> tuple[Finding, ...]:
    return run(case, [rule() for rule in RULES])


def test_faithful_translation_has_no_finding(case: MakeCase) -> None:
    """Sentence by sentence the same content: nothing to say."""
    assert audit(case(INDONESIAN, ENGLISH)) == ()


def test_omitted_sentence_has_no_place(case: MakeCase) -> None:
    """A sentence that is missing stands nowhere in the translation; the original is shown."""
    first, _, third = INDONESIAN.split("\n")
    (found,) = audit(case(f"{first}\n\n{third}", ENGLISH))
    assert (found.rule, found.severity, found.start, found.end, found.text) == ("ADQ401", "major", None, None, None)
    assert found.original == ENGLISH.split("\n")[1]
    assert found.anchor == len(first), "behind the sentence that stands for the one before"


def test_an_omitted_beginning_belongs_before_the_first_sentence(case: MakeCase) -> None:
    """Behind a headline that nothing stands for there is the first sentence that something does."""
    _, second, third = INDONESIAN.split("\n")
    laid = case(f"\n{second}\n{third}", ENGLISH)
    (found,) = audit(replace(laid, links=(Link((), (0,), 0.0), Link((0,), (1,), 0.9), Link((1,), (2,), 0.9))))
    assert (found.rule, found.anchor, laid.text[found.anchor :]) == ("ADQ401", 1, f"{second}\n{third}")


def test_lone_sentence_between_poor_links_is_not_blamed(case: MakeCase) -> None:
    """Where the alignment around is a guess, a gap in it proves nothing."""
    first, _, third = INDONESIAN.split("\n")
    laid = case(f"{first}\n\n{third}", ENGLISH)
    assert audit(replace(laid, links=tuple(replace(link, score=0.1) for link in laid.links))) == ()


def test_omitted_passage_shows_what_is_missing(case: MakeCase) -> None:
    """A sentence cut short is one finding: the lost words as they stand, and the place behind what stands for the words
    before them."""
    english = "The minister resigned on Monday after weeks of protests over rising food prices in the capital."
    text = "Menteri itu mundur pada hari Senin."
    (found,) = audit(case(text, english))
    assert (found.rule, found.severity, found.start, found.end) == ("ADQ402", "major", None, None)
    assert found.original == "after weeks of protests over rising food prices in the capital"
    assert found.message == f"Nothing stands for “{found.original}”."
    assert found.anchor == len(text) - 1


@pytest.mark.parametrize(
    ("clause", "held"),
    [
        ("after weeks of protests over rising food prices in Bandung", ", with a name"),
        ("after 17 weeks of protests over rising food prices", ", with a number"),
        ("after weeks of protests that nobody had foreseen in the capital", ", with a negation"),
        ("after weeks of protests over prices, farmers in the capital said", ", with an attribution"),
        ("after 17 weeks of protests over prices in Bandung", ", with a name and a number"),
    ],
)
def test_what_a_missing_clause_holds_is_told(case: MakeCase, clause: str, held: str) -> None:
    """A name, a number, a negation, who said it."""
    (found,) = audit(case("Menteri itu mundur pada hari Senin.", f"The minister resigned on Monday {clause}."))
    assert (found.rule, found.severity) == ("ADQ402", "major")
    assert found.message.endswith(f"”{held}.")


def test_a_body_that_stands_there_by_its_acronym_is_no_omission(case: MakeCase) -> None:
    """The Attorney General's Office, Kejagung: the judge of names has found it, so nothing is missing."""
    english, name = "The Attorney General's Office seized the assets.", "The Attorney General's Office"
    laid = case("Kejagung menyita aset itu.", english)
    assert [found.rule for found in audit(laid)] == ["ADQ402"]
    places = (Place(0, 8),)
    entity = EntityVerdict(name, "ORG", "localised", "Kejagung", 0, 8, confidence=0.95, places=places)
    assert audit(replace(laid, entities=(entity,))) == ()
    elsewhere = msgspec.structs.replace(entity, places=(Place(30, 38),))
    assert [found.rule for found in audit(replace(laid, entities=(elsewhere,)))] == ["ADQ402"]


def test_added_sentence(case: MakeCase) -> None:
    """A sentence that no original backs is found where it stands."""
    made_up = "Cuaca di pegunungan utara diperkirakan cerah sepanjang akhir pekan depan."
    first, second, third = INDONESIAN.split("\n")
    a, b, c = ENGLISH.split("\n")
    (found,) = audit(case(f"{first}\n{made_up}\n{second}\n{third}", f"{a}\n\n{b}\n{c}"))
    assert (found.rule, found.text) == ("ADQ403", made_up)


def aligned(translation: str, original: str) -> Case:
    """A case whose sentences the aligner has laid side by side."""
    laid = lay_out(translation, original.replace("\n", " "))
    return replace(laid, links=align(laid.sentences, laid.original_sentences))


def test_a_sentence_in_the_place_of_another_is_one_finding() -> None:
    """What is missing and what stands there instead are told together, both by their words."""
    stray = "Harga minyak mentah dunia turun tajam pada perdagangan pagi di London."
    first, _, third = INDONESIAN.split("\n")
    (found,) = audit(aligned(f"{first} {stray} {third}", ENGLISH))
    assert (found.rule, found.text, found.original) == ("ADQ408", stray, ENGLISH.split("\n")[1])


FAR_NEWS = (
    ("A ferry with 214 passengers sank off Norway.", "Sebuah feri dengan 214 penumpang tenggelam di lepas Norwegia."),
    ("Divers will search for the missing.", "Para penyelam akan mencari orang yang hilang."),
    ("The shipping company was fined twice.", "Perusahaan pelayaran itu didenda dua kali."),
)


def test_a_moved_passage_is_one_minor_finding() -> None:
    """Neither omitted nor added: it stands elsewhere in the original, which is shown."""
    english = f"{ENGLISH} {' '.join(e for e, _ in FAR_NEWS)}".replace("\n", " ")
    indonesian = " ".join([*(i for _, i in FAR_NEWS), INDONESIAN.replace("\n", " ")])
    (found,) = audit(aligned(indonesian, english))
    assert (found.rule, found.severity) == ("ADQ410", "minor")
    pairs = [tuple(text.replace("\n", " ") for text in (ENGLISH, INDONESIAN))]
    pairs.append((" ".join(e for e, _ in FAR_NEWS), " ".join(i for _, i in FAR_NEWS)))
    assert (found.original, found.text) in pairs


def test_a_sentence_moved_past_one_other_is_no_finding() -> None:
    """Translators do that."""
    first, second, third = INDONESIAN.split("\n")
    assert audit(aligned(f"{second} {first} {third}", ENGLISH)) == ()


def test_what_is_lost_of_two_sentences_is_shown_as_it_stands() -> None:
    """A passage of the second that the translation has made one with the first."""
    english = (
        "The minister resigned on Monday.\n\nIt came after weeks of protests over rising food prices in the capital."
    )
    laid = lay_out("Menteri itu mundur pada hari Senin.", english.replace("\n\n", " "))
    laid = replace(
        laid,
        original=Document("o", "o", english, language="en"),
        original_sentences=split(english, laid.source_language),
        links=(Link((0,), (0, 1), 0.9),),
    )
    (found,) = audit(laid)
    assert (found.rule, found.original) == (
        "ADQ402",
        "came after weeks of protests over rising food prices in the capital",
    )


def test_site_furniture_is_not_an_added_sentence(case: MakeCase) -> None:
    """Read-more lines are another rule's."""
    first, second, third = INDONESIAN.split("\n")
    a, b, c = ENGLISH.split("\n")
    laid = case(f"{first}\nBaca juga: Lima fakta tentang petani di negara itu\n{second}\n{third}", f"{a}\n\n{b}\n{c}")
    assert audit(laid) == ()


def test_untranslated_sentence(case: MakeCase) -> None:
    """English in place of Indonesian is found with and without an original."""
    english = "He said that the talks would go on until the end of the year."
    text = f"Menteri itu pergi.\n{english}"
    assert [(f.rule, f.text) for f in audit(case(text))] == [("ADQ404", english)]
    assert [f.rule for f in audit(case(text, f"The minister left.\n{english}"))] == ["ADQ404"]


def test_an_untranslated_sentence_in_the_place_of_another_is_english_first(case: MakeCase) -> None:
    """That it shares nothing with its original is no second finding."""
    text = "He said that the talks would go on until the end of the year."
    other = "Voters in the northern province elected a new governor after a long and bitter campaign."
    assert "ADQ404" in [f.rule for f in audit(case(text, other))]
    assert "ADQ408" not in [f.rule for f in audit(case(text, other))]


def test_third_language(case: MakeCase) -> None:
    """Spanish is neither."""
    (found,) = audit(case("Ia pergi.\nElla se marchó muy temprano por la mañana sin decir nada."))
    assert found.rule == "ADQ405"


def test_subtitle_junk_of_the_original_is_excused(case: MakeCase) -> None:
    """A transcript of a speech has applause."""
    assert [f.rule for f in audit(case("Ia keluar. (tepuk tangan)"))] == ["ADQ406"]
    assert audit(case("Ia keluar. (tepuk tangan)", "He left. (applause)")) == ()


@pytest.mark.parametrize("english", [None, "They left the city because of the heavy floods that came in March."])
def test_sentence_that_breaks_off(case: MakeCase, english: str | None) -> None:
    """A sentence that ends in "because" is cut, whether an original tells or not."""
    assert "ADQ407" in [f.rule for f in audit(case("Mereka meninggalkan kota karena", english))]


def test_a_sentence_cut_short_without_a_stop_is_told_once(case: MakeCase) -> None:
    """It breaks off, and the finding says what is missing; no second finding says the same."""
    english = "The minister resigned on Monday after weeks of protests over rising food prices in the capital."
    (found,) = audit(case("Menteri itu mengundurkan diri pada hari Senin setelah", english))
    assert found.rule == "ADQ407"
    assert "rising food prices in the capital" in found.message


def test_headline_without_a_stop_is_whole(case: MakeCase) -> None:
    """Headlines end in no stop in either language."""
    assert audit(case("Menteri mundur setelah protes petani", "Minister resigns after farmers' protests")) == ()


def test_other_content_unless_the_back_translation_agrees(case: MakeCase) -> None:
    """A sentence about something else is found; a sound back-translation near the original clears it."""
    english = "Voters in the northern province elected a new governor after a long and bitter campaign."
    indonesian = "Harga minyak mentah dunia turun tajam akibat kelebihan pasokan dari negara-negara Teluk."
    (found,) = audit(case(indonesian, english))
    assert found.rule == "ADQ408"
    backed = case(indonesian, english, ["Voters elected a new governor in the northern province after a campaign."])
    assert audit(backed) == ()


def test_looping_back_translation_is_no_excuse_and_no_blame(case: MakeCase) -> None:
    """A round trip that loops neither clears a sentence nor stains one."""
    back = ["The minister the minister the minister the minister the minister resigned."]
    assert audit(case(INDONESIAN.split("\n")[0], ENGLISH.split("\n")[0], back)) == ()


def test_words_left_in_english(case: MakeCase) -> None:
    """All copied words of a sentence are one minor finding, but for those that are told without an original, too."""
    (found,) = audit(case("Harga datang from desa itu.", "The price came from that village."))
    assert (found.rule, found.severity, found.text) == ("ADQ409", "minor", "from")


@pytest.mark.parametrize(
    ("day", "severity"), [("Kamis", "major"), ("Rabu", "major"), ("Selasa", "minor"), ("Minggu", "minor")]
)
def test_another_weekday_is_minor_where_it_is_the_one_before_or_after(case: MakeCase, day: str, severity: str) -> None:
    """With the day that it should be; a newsroom's time zone shifts it by one, over the end of the week as well."""
    (found,) = audit(case(f"Menteri itu mengundurkan diri pada hari {day}.", "The minister resigned on Monday."))
    assert (found.rule, found.severity, found.text, found.suggestion) == ("ADQ411", severity, day, "Senin")


def test_an_inverted_statement_is_critical(case: MakeCase) -> None:
    """It is no finding where the back-translation still denies."""
    english, indonesian = "The court did not accept the appeal.", "Pengadilan menerima banding itu."
    for back in (None, ["The court accepted the appeal."]):
        (found,) = audit(case(indonesian, english, back))
        assert (found.rule, found.severity) == ("ADQ412", "critical")
        assert (found.original, found.text) == ("not accept", "menerima")
    assert audit(case(indonesian, english, ["The court did not accept the appeal."])) == ()


def test_a_time_in_words_is_not_missing_where_it_stands_in_figures(case: MakeCase) -> None:
    """It is where the time is gone."""
    english = "The bomb went off at a quarter past six in the evening."
    assert audit(case("Bom meledak pukul 18.15.", english)) == ()
    (found,) = audit(case("Bom meledak.", english))
    assert (found.rule, found.start) == ("ADQ402", None)


def test_nothing_is_compared_with_a_partial_original(case: MakeCase) -> None:
    """Another report of the event doesn't tell what is missing."""
    laid = replace(case("Menteri itu mundur.", ENGLISH.split("\n")[1]), kind="partial", links=())
    assert audit(laid) == ()


def test_every_rule_finds_its_own_example(case: MakeCase) -> None:
    """The example on a rule's page is one."""
    for rule in RULES:
        english, indonesian = rule.example
        laid = case(indonesian, english)
        if rule.code in ("ADQ401", "ADQ403"):  # the aligner gives one sentence a partner and the other none
            both = (len(laid.sentences), len(laid.original_sentences))
            links = [Link((0,), (0,), 0.9)]
            links += [Link((1,), (), 0.0)] if both[0] > 1 else [Link((), (1,), 0.0)]
            laid = replace(laid, links=tuple(links))
        if rule.code in ("ADQ410", "ADQ413"):
            laid = aligned(indonesian, english)
        assert rule.code in [f.rule for f in audit(laid)], rule.code


LONG = (*FERRY, *BANK, *ELEPHANT)


def cut_to(left: int) -> Case:
    return aligned(" ".join(indonesian(LONG)[:left]), " ".join(english(LONG)))


def test_a_shortened_article_is_one_finding() -> None:
    """What share is left, how much is gone, where its longest passage belongs and how that begins."""
    laid = cut_to(5)
    (found,) = audit(laid)
    assert (found.rule, found.severity, found.start, found.anchor) == ("ADQ413", "major", None, len(laid.text))
    assert found.message == "The translation carries 39 % of its original: 8 of 13 sentences are missing."
    assert found.original == english(LONG)[5]


def test_an_article_of_which_every_sentence_is_cut_short_is_one_finding() -> None:
    """No sentence is missing as a whole, so the message counts none."""
    halves = list(zip(LONG[:-1:2], LONG[1::2], strict=True))
    original = "\n".join(f"{first.rstrip('.')}, while {second}" for (first, _), (second, _) in halves)
    (found,) = audit(lay_out("\n".join(first for (_, first), _ in halves), original))
    assert (found.rule, found.start, found.original) == ("ADQ413", None, None)
    assert found.message == "The translation carries 47 % of its original."


@pytest.mark.parametrize("gone", [(4, 9), (3, 7, 11)])
def test_a_few_missing_sentences_are_told_each(gone: tuple[int, ...]) -> None:
    """So much is left that nobody shortened it."""
    left = [text for i, text in enumerate(indonesian(LONG)) if i not in gone]
    found = audit(aligned(" ".join(left), " ".join(english(LONG))))
    assert [(f.rule, f.original) for f in found] == [("ADQ401", english(LONG)[i]) for i in gone]


def test_in_a_shortened_article_only_what_is_left_is_told_besides() -> None:
    """A name that was in a sentence left out isn't told; one lost from a sentence that is there is."""
    gone = Finding("X1", "entity", "major", "dropped", None, None, None, original="Ignacio Barrera")
    here = Finding("X2", "entity", "major", "dropped", None, None, None, original="Lars Hovland")
    assert gathered(cut_to(5), gone)
    assert not gathered(cut_to(5), here)
    assert not gathered(cut_to(13), gone)
    assert not gathered(cut_to(5), msgspec.structs.replace(here, original="nowhere to be found"))


def test_furniture_of_the_site_does_not_shorten_an_article() -> None:
    """Lines around the original that need no translation."""
    lines = [*english(FERRY)]
    site = [
        "Read more: Five facts about ferries",
        "Advertisement",
        "Sign up for our newsletter",
        "Share this article",
    ] * 3
    original = "\n".join([*lines, *site])
    laid = lay_out("\n".join(indonesian(FERRY)), "\n".join(lines))
    source = split(original, laid.source_language)
    laid = replace(
        laid, original=document("o", [original]), original_sentences=source, links=align(laid.sentences, source)
    )
    assert audit(laid) == ()
