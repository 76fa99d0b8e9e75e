"""Verdicts on quotations: marks, content and speakers, with an original, with another report, and with none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtaudit.case import Case, Document
from mtaudit.originals.align import align
from mtaudit.originals.choose import OriginalIndex
from mtaudit.originals.roles import own_sentences
from mtaudit.quotes.judge import judge

MakeCase = Callable[..., Case]
TRAP = 'The minister called the offer "a trap" on Sunday.'


@pytest.mark.parametrize(
    ("translation", "marks"),
    [
        ('Menteri menyebut tawaran itu "jebakan" pada hari Minggu.', "ok"),
        ("Menteri menyebut tawaran itu “jebakan” pada hari Minggu.", "ok"),
        ("Menteri menyebut tawaran itu &quot;jebakan&quot; pada hari Minggu.", "escaped"),
        ("Menteri menyebut tawaran itu jebakan pada hari Minggu.", "lost"),
        ('Menteri menyebut tawaran itu "jebakan pada hari Minggu.', "unbalanced"),
        ("Menteri menyebut tawaran itu ” jebakan “ pada hari Minggu.", "unbalanced"),
    ],
)
def test_marks(case: MakeCase, translation: str, marks: str) -> None:
    """Any glyph will do; code, loss, a missing mark and reversed marks are told apart."""
    (verdict,) = judge(case(translation, TRAP))
    assert (verdict.original, verdict.marks) == ("a trap", marks)
    assert verdict.start is not None
    assert translation[verdict.start : verdict.end] == verdict.found


def test_marks_around_other_words(case: MakeCase) -> None:
    """Where the words that render the quotation stand beside the marks, the marks have moved."""
    (verdict,) = judge(case('Di kota itu tidak ada daerah "meskipun" lagi.', 'There are no "rough areas" in the city.'))
    assert verdict.marks == "moved"


def test_a_half_quotation_may_stay_half(case: MakeCase) -> None:
    """A quotation that goes on outside the text has one mark on both sides, and that is right."""
    (verdict,) = judge(
        case('Semuanya harus dikembalikan," kata peneliti itu.', 'It has to be put back," the researcher said.')
    )
    assert verdict.marks == "ok"


def test_two_quotations_one_of_them_lost(case: MakeCase) -> None:
    """The quotation that is left keeps its own partner; the other one is lost and dropped."""
    english = 'He built the first "whole-body" scanner, which he called the "Indomitable".'
    verdicts = judge(case("Ia membangun pemindai pertama, yang disebutnya “Indomitable”.", english))
    assert [(v.original, v.marks, v.content) for v in verdicts] == [
        ("Indomitable", "ok", "faithful"),
        ("whole-body", "lost", "dropped"),
    ]
    assert verdicts[1].start is None
    assert verdicts[1].found is None


def test_a_quotation_split_in_two_is_no_fault(case: MakeCase) -> None:
    """Where the attribution moved into the middle, both halves together render the quotation."""
    english = '"We came to the capital by train and we will leave the capital by bus," the teacher said.'
    indonesian = (
        '"Kami datang ke ibu kota dengan kereta," kata guru itu, "dan kami akan meninggalkan ibu kota dengan bus."'
    )
    (verdict,) = judge(case(indonesian, english))
    assert (verdict.marks, verdict.content) == ("ok", "faithful")
    assert verdict.found is not None
    assert verdict.found.endswith("dengan bus.")


@pytest.mark.parametrize(
    ("english", "indonesian", "told"),
    [
        ("We do not want this war", "Kami ingin perang ini", "“not want”"),
        (
            "There are few places better equipped for this",
            "Ada beberapa tempat yang lebih siap untuk ini",
            "“few places”",
        ),
        ("The damage was invisible from the street", "Kerusakan itu terlihat dari jalan", "“invisible”"),
        ("The party will win the election", "Partai itu akan kalah dalam pemilihan", "“win”"),
        ("It is a path to nowhere", "Itu adalah jalan menuju ke mana-mana", "“nowhere”"),
        ("The ladder is unsafe", "Tangga itu aman", "“unsafe”"),
        ("The crack was invisible", "Retakan itu bisa dilihat", "“invisible”"),
        ("The storm will hit the east coast", "Badai akan menghantam pantai barat", "“east”"),
        ("I was never afraid of the sea", "Saya takut pada laut", "“never afraid”"),
    ],
)
def test_the_opposite(case: MakeCase, english: str, indonesian: str, told: str) -> None:
    """A statement turned into its opposite is seen, and the note says by which word."""
    (verdict,) = judge(case(f'"{indonesian}," kata Rubio.', f'"{english}," Rubio said.'))
    assert verdict.content == "major"
    assert verdict.note is not None
    assert verdict.note.startswith("inverted")
    assert told in verdict.note


@pytest.mark.parametrize(
    ("english", "indonesian", "told"),
    [
        ("We must leave the harbour now", "Kami mungkin meninggalkan pelabuhan sekarang", "“must”"),
        ("The ferry may sail tonight", "Feri itu harus berlayar malam ini", "“may”"),
        ("The ferry may sail tonight", "Feri itu dapat berlayar malam ini", None),
        ("They must pay and may appeal", "Mereka harus membayar dan boleh mengajukan banding", None),
        ("Guests must not smoke", "Para tamu tidak boleh merokok", None),
    ],
)
def test_what_must_be_and_what_may_be(case: MakeCase, english: str, indonesian: str, told: str | None) -> None:
    """Duty and possibility are not the same; must not is tidak boleh."""
    (verdict,) = judge(case(f'"{indonesian}," kata Rubio.', f'"{english}," Rubio said.'))
    assert (verdict.content == "major") is (told is not None)
    assert told is None or told in (verdict.note or "")


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("We do not want this war", "Kami tidak menginginkan perang ini"),
        ("The last few days were hard", "Beberapa hari terakhir terasa sulit"),
        ("The damage was invisible from the street", "Kerusakan itu tidak terlihat dari jalan"),
        ("They failed to win the election", "Mereka gagal memenangkan pemilihan"),
        ("We will go nowhere without them", "Kami tidak akan pergi ke mana-mana tanpa mereka"),
        ("Nothing happened to me", "Tidak ada yang terjadi pada saya"),
        ("We are no longer afraid", "Kami tidak lagi takut"),
        ("She was cosmonaut No. 11", "Ia kosmonaut nomor 11"),
        ("The bridge is not safe", "Jembatan itu berbahaya"),
        ("I will never forget that night", "Saya akan selalu mengingat malam itu"),
        ("I could not agree more", "Saya sangat setuju"),
        ("Few believed the mayor", "Tidak banyak yang percaya kepada wali kota"),
        ("We do not have much money", "Uang kami sedikit"),
        ("They pay much less", "Mereka membayar sedikit"),
        ("Many did not know", "Tidak ada yang sedikit pun tahu"),
        ("Some people know", "Semua orang tahu"),
        ("Don't", "Jangan"),
        ("Isn't it a lovely house?", "Rumah yang indah, bukan?"),
        ("She is an invaluable friend", "Dia teman yang sangat berharga"),
        ("The vase is priceless", "Vas itu tak ternilai harganya"),
        ("He is too weak to stand", "Dia begitu lemah sehingga tidak bisa berdiri"),
        ("The crack is sometimes visible, sometimes invisible", "Retakan itu kadang bisa dilihat"),
    ],
)
def test_right_translations_pass(case: MakeCase, english: str, indonesian: str) -> None:
    """The same words rendered rightly are no contradiction."""
    (verdict,) = judge(case(f'"{indonesian}," kata Rubio.', f'"{english}," Rubio said.'))
    assert verdict.marks == "ok"
    assert verdict.content in ("faithful", "minor"), verdict.note


def test_a_sentence_of_the_quotation_is_gone(case: MakeCase) -> None:
    """Half of what was said is missing: major, and the note quotes the missing sentence."""
    english = '"I am excited about the final rounds of these events. I am here to win this match," he said.'
    (verdict,) = judge(case('"Saya senang dengan babak final acara-acara ini," katanya.', english))
    assert verdict.content == "major"
    assert verdict.note is not None
    assert "I am here to win" in verdict.note


def test_a_number_of_the_quotation_is_gone(case: MakeCase) -> None:
    """How many there were is part of what was said."""
    (verdict,) = judge(case('"Kami kehilangan pasukan kami," kata Rubio.', '"We lost 15 of our troops," Rubio said.'))
    assert (verdict.content, verdict.note) == ("major", "changed: “15” is missing")


def test_a_number_that_stands_outside_the_marks_is_not_gone(case: MakeCase) -> None:
    text = "“Kami kehilangan pasukan kami,” kata Rubio tentang 15 orang itu."
    (verdict,) = judge(case(text, '"We lost 15 of our troops," Rubio said.'))
    assert verdict.note is None


def test_what_is_turned_round_beside_a_quotation_is_none_of_its(case: MakeCase) -> None:
    english = 'We do not want this war.\n"We are ready," Rubio said.'
    (verdict,) = judge(case("Kami ingin perang ini.\n“Kami siap,” kata Rubio.", english))
    assert (verdict.content, verdict.note) == ("faithful", None)


@pytest.mark.parametrize(
    ("english", "indonesian", "told"),
    [
        ("We will pay the farmers", "Kami akan akan membayar petani", "“akan” comes twice"),
        ("We love Duran Duran", "Kami cinta Duran Duran", None),
    ],
)
def test_a_word_that_comes_twice(case: MakeCase, english: str, indonesian: str, told: str | None) -> None:
    """A word twice in a row is a slip of the machine, unless it is a name like that."""
    (verdict,) = judge(case(f"“{indonesian},” kata Rubio.", f'"{english}," Rubio said.'))
    assert verdict.note == (told and f"changed: {told}")


def test_a_foreign_name_spelt_wrong_beside_other_words(case: MakeCase) -> None:
    """Which word is which is told by the letters, whatever stands before it on either side."""
    (verdict,) = judge(case("Mereka memainkan “Rigoletto Nesun”.", 'They played "Fidelio Nessun".'))
    assert verdict.note == "changed: “Nessun” is spelt “Nesun”"


def test_words_without_marks_are_told_up_to_their_attribution(case: MakeCase) -> None:
    """A word of speech that nothing closes (`dengan kata lain`) is no attribution."""
    english = '"In other words, we will win this match and the next ones in the capital," Rubio said.'
    plain = "Dengan kata lain, kami akan memenangkan pertandingan ini dan yang berikutnya di ibu kota"
    (verdict,) = judge(case(f"{plain}, kata Rubio.", english))
    assert (verdict.marks, verdict.found) == ("lost", plain)


def test_words_of_the_quotation_are_gone(case: MakeCase) -> None:
    """What has no counterpart is named, and nothing is made up to stand for it."""
    (verdict,) = judge(case("“Dia dan mereka,” kata Rubio.", '"Stubborn, greedy and cruel," Rubio said.'))
    assert verdict.note == "changed: nothing seems to stand for “stubborn”, “greedy”"


def test_english_left_inside(case: MakeCase) -> None:
    """Ordinary English words left standing are damage; names and titles are not."""
    english = 'They built "prominent landmarks" near the town.'
    (left,) = judge(case('Mereka membangun "bangunan prominent" di dekat kota.', english))
    assert left.content == "major"
    (title,) = judge(
        case('Ia tampil dalam "Designated Survivor" di televisi.', 'He was in "Designated Survivor" on TV.')
    )
    assert title.content == "faithful"


def test_a_quotation_of_a_text_that_is_not_there(case: MakeCase) -> None:
    """An empty translation lost it."""
    (verdict,) = judge(case("", '"We are ready," he said.'))
    assert (verdict.marks, verdict.content) == ("lost", "dropped")


def _own(made: Case) -> Case:
    """The same with the original's own sentences alone, aligned by their words."""
    assert made.source is not None
    own = own_sentences(made.source)
    return replace(made, original_sentences=own, links=align(made.sentences, own, ()))


FRENCH = "« Nous sommes tous prêts pour la grande fête de la ville », dit-il avec les autres."


def test_a_quotation_in_a_third_language_of_the_original(case: MakeCase) -> None:
    """Its sentence is none of the original's own; where the translation quotes it all the same, it is found."""
    text = "Kota itu menunggu. “Nous sommes tous prêts pour la grande fête de la ville,” katanya."
    made = _own(case(text, f"{FRENCH}\nThe town waited."))
    assert [s.text for s in made.original_sentences] == ["The town waited."]
    (verdict,) = judge(made)
    assert verdict.marks == "ok"
    assert (verdict.found or "").startswith("Nous sommes tous")


def test_a_sentence_in_front_does_not_stand_for_a_quotation_in_a_third_language(case: MakeCase) -> None:
    """It ends before the quotation begins, and what renders it is no rendering of what was said."""
    text = "Kota itu menunggu. Kita semua siap untuk pesta besar kota itu, katanya."
    (verdict,) = judge(_own(case(text, f"The town waited.\n{FRENCH}")))
    assert (verdict.marks, verdict.content, verdict.found) == ("lost", "dropped", None)


def test_speakers_on_both_sides(case: MakeCase) -> None:
    """Each verdict says who speaks in the translation and in the original; a pronoun is led back to its name."""
    english = '"We won," Tom Duxbury, the manager, said.\n"It was hard," he added.'
    indonesian = '"Kami menang," kata Tom Duxbury, manajer itu.\n"Itu sulit," tambahnya.'
    verdicts = judge(case(indonesian, english))
    assert [(v.speaker, v.original_speaker) for v in verdicts] == [("Tom Duxbury", "Tom Duxbury")] * 2


def test_without_an_original(case: MakeCase) -> None:
    """The Indonesian alone tells of marks and speakers; its content stays unverified."""
    first, second = judge(case("“Kami siap,” kata Budi. Ia menyebutnya ” jebakan “ belaka."))
    assert (first.marks, first.content, first.speaker, first.original) == ("ok", "unverified", "Budi", None)
    assert second.marks == "unbalanced"


REPORT = (
    "Anna Harlow opened the congress in Leeds.\n"
    '"Talking about safer bridges without the engineers is a dream and a road to ruin," Harlow said.\n'
    'The mayor, Peter Cole, called the plan "wonderful".'
)


def test_part_of_a_quotation_in_another_report(case: MakeCase) -> None:
    """A short quotation is held against the stretch of a longer one by the same speaker, in whichever report it is."""
    pool = OriginalIndex([Document("leeds", "leeds", REPORT, language="en")])
    (verdict,) = judge(case("Anna Harlow menggambarkan rencana itu sebagai “jalan menuju kehancuran”."), pool)
    assert verdict.original_document == "leeds"
    assert verdict.original is not None
    assert "road to ruin" in verdict.original
    assert (verdict.speaker, verdict.original_speaker) == ("Anna Harlow", "Harlow")


@pytest.mark.parametrize(
    "translation",
    [
        "Peter Cole menggambarkan rencana itu sebagai “jalan menuju kehancuran”.",  # another speaker
        "Anna Harlow menyebutnya “indah”.",  # one word
        "Anna Harlow menyebut tetangganya “sangat ramah dan sopan”.",  # something else
        "Rencana “jalan tol baru” itu ditunda.",  # scare quotes, nobody speaks
    ],
)
def test_nothing_is_forced_onto_another_report(case: MakeCase, translation: str) -> None:
    """Scare quotes, single words, other speakers and other statements are held against nothing."""
    pool = OriginalIndex([Document("leeds", "leeds", REPORT, language="en")])
    (verdict,) = judge(case(translation), pool)
    assert (verdict.original, verdict.original_document, verdict.content) == (None, None, "unverified")


def test_back_translations_are_taken_along(case: MakeCase) -> None:
    """The verdict carries the back-translation of its sentence and its likeness to the original."""
    made = case('"Kami menang," kata Rubio.', '"We won," Rubio said.', ('"We won," said Rubio.',))
    (verdict,) = judge(made)
    assert verdict.back_translation == '"We won," said Rubio.'
    assert verdict.similarity == 1.0


def test_the_same_verdicts_every_time(case: MakeCase) -> None:
    """Nothing depends on the order of sets or on what was judged before."""
    made = case('"Kami menang," kata Rubio. "Mereka kalah."', '"We won," Rubio said. "They lost."')
    assert judge(made) == judge(made)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(['"', "“", "”", "'", "&quot;", " kata ", "Budi ", "menang", ". ", "\n", ",", "not "]),
        max_size=30,
    )
)
def test_no_text_makes_judging_fail(case: MakeCase, pieces: list[str]) -> None:
    """Whatever the marks do, every verdict has exact places."""
    text = "".join(pieces) + " akhir."
    for verdict in (*judge(case(text)), *judge(case(text, "".join(reversed(pieces)) + " end."))):
        if verdict.start is not None:
            assert text[verdict.start : verdict.end] == verdict.found


@pytest.mark.parametrize(
    ("english", "indonesian", "inverted"),
    [
        ("This plan endangers the river", "Rencana ini tidak membahayakan sungai itu", True),
        ("We will support the farmers", "Kami tidak akan mendukung para petani", True),
        ("We believe in the government of this country", "Kami tidak percaya kepada pemerintah itu", True),
        ("The defeat was inevitable", "Kekalahan itu tak terelakkan", False),
        ("The rooms were uncomfortable", "Kamar-kamarnya tidak nyaman", False),
        ("They refused to pay the fine", "Mereka tidak mau membayar denda", False),
        ("He lacks experience", "Dia tidak memiliki pengalaman", False),
        ("It is a lovely house", "Rumah ini indah, bukan?", False),
    ],
)
def test_a_negation_that_came_in(case: MakeCase, english: str, indonesian: str, inverted: bool) -> None:
    """A plain statement denied is the opposite; where a word of the original may hold the negation, nothing is said."""
    (verdict,) = judge(case(f'"{indonesian}," kata Rubio.', f'"{english}," Rubio said.'))
    assert (verdict.note or "").startswith("inverted") == inverted, verdict.note


HARBOUR = (
    '"Closing the harbour before summer is a gamble with the future of every family," said Greta Moss on Friday.\n'
    '"It is a small price for a safe harbour and we should have paid it long ago," Alan Pike said.'
)


@pytest.mark.parametrize(
    ("translation", "carried"),
    [
        ("Alan Pike menyebutnya “harga kecil untuk pelabuhan yang aman”.", "a small price for a safe harbour"),
        ("Pike mengatakan bahwa “kita seharusnya membayarnya sejak lama”.", "should have paid it"),
        (
            "Moss mengatakan itu “adalah pertaruhan dengan masa depan setiap keluarga”.",
            "with the future of every family",
        ),
        ("Greta Moss menyebutnya “harga kecil untuk pelabuhan yang aman”.", None),  # another speaker's words
        ("Pike mengatakan “saya suka makan ikan di sini”.", None),  # something else
    ],
)
def test_the_right_stretch_of_a_longer_quotation(case: MakeCase, translation: str, carried: str | None) -> None:
    """The stretch that is carried is found in the speaker's own words, and nothing where it is not."""
    pool = OriginalIndex([Document("harbour", "harbour", HARBOUR, language="en")])
    (verdict,) = judge(case(translation), pool)
    assert carried in (verdict.original or "") if carried else verdict.original is None


def test_another_report_tells_what_is_turned_round(case: MakeCase) -> None:
    """The words that carry a quotation elsewhere show that it says the opposite here."""
    report = '"The talks in Leeds are a long path to nowhere," Anna Harlow said.'
    pool = OriginalIndex([Document("leeds", "leeds", report, language="en")])
    text = "Anna Harlow mengatakan bahwa pembicaraan itu adalah “jalan panjang menuju ke mana-mana”."
    (verdict,) = judge(case(text), pool)
    assert verdict.content == "major"
    assert verdict.note == "inverted: “nowhere” has become “mana-mana”"
