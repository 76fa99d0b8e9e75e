"""What an editor is told of names."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from mtaudit.case import GlossaryEntry
from mtaudit.model import Finding
from mtaudit.names.cluster import NameIndex
from mtaudit.names.judge import judge
from mtaudit.rules.names import RULES
from mtaudit.rules.registry import run
from tests.names.cases import case


def findings(indonesian: str, english: str | None = None, glossary: Iterable[GlossaryEntry] = ()) -> dict[str, Finding]:
    """The findings of the names family on one document, by rule."""
    one = case(indonesian, english, glossary=glossary)
    judged = one.judged(judge(one, NameIndex.build([one], [], tuple(glossary))), ())
    return {f.rule: f for f in run(judged, [rule() for rule in RULES])}


def test_a_damaged_name_is_one_finding_with_all_its_places() -> None:
    """Two damaged spellings of one person are one thing to mend."""
    text = "Pittenman berbicara lebih dulu. Menurut Pitten, esnya tebal."
    found = findings(text, "Pittman spoke first. According to Pittman, the ice is thick.")
    assert set(found) == {"ENT101"}
    one = found["ENT101"]
    assert (one.severity, one.original, one.suggestion, one.evidence) == ("major", "Pittman", "Pittman", "original")
    assert [text[p.start : p.end] for p in one.places] == ["Pitten"]
    assert "Pittenman" in one.message


def test_the_script_that_a_name_passed_through_is_named() -> None:
    """An editor learns by which way the text came where several names agree on it; one slip says nothing."""
    indonesian = "Presiden Voludimir Zelinski, Mikhayl Korbatsyov dan Ursula von der Layen tiba."
    english = "President Volodymyr Zelenskyy, Mikhail Gorbachev and Ursula von der Leyen arrived."
    assert "Arabic" in findings(indonesian, english)["ENT101"].message
    one = findings("Presiden Voludimir Zelinski tiba.", "President Volodymyr Zelenskyy arrived.")
    assert "Arabic" not in one["ENT101"].message


def test_a_dateline_in_capitals_is_no_fault() -> None:
    """It opens its paragraph; in the middle of a sentence capitals are one."""
    english = "NAIROBI - The minister left Nairobi."
    assert "ENT107" not in findings("NAIROBI - Menteri itu meninggalkan Nairobi.", english)
    assert "ENT107" in findings(
        "Menteri tiba di Kyiv. Ia meninggalkan KYIV.", "The minister came to Kyiv. He left Kyiv."
    )


def test_a_name_of_common_words_and_a_half_translated_one() -> None:
    """The first names nothing any more, the second is half there."""
    english = "Depositors queued outside Northern Rock on Friday."
    assert findings("Para nasabah mengantre di luar Batu Utara pada hari Jumat.", english)["ENT102"].severity == "major"
    half = findings("Para nasabah mengantre di luar Rock Utara pada hari Jumat.", english)
    assert set(half) == {"ENT108"}
    assert half["ENT108"].severity == "major", "a bank that nobody can look up"


def test_an_english_country_in_an_indonesian_sentence_is_minor() -> None:
    """The Indonesian name is offered."""
    left = findings("Dia lahir di New Zealand.", "He was born in New Zealand.")["ENT104"]
    assert (left.severity, left.suggestion) == ("minor", "Selandia Baru")


def test_another_country_in_the_place_of_the_right_one_is_worse_than_a_slip() -> None:
    """The sentence reads well and is false."""
    found = findings("Pasukan meninggalkan Iran pada hari Senin.", "Troops left Iraq on Monday.")
    assert set(found) == {"ENT106"}
    assert found["ENT106"].severity in {"major", "critical"}
    assert found["ENT106"].suggestion == "Irak"


def test_spellings_that_no_original_settles_are_put_together() -> None:
    """One finding, the likely form, and the others named."""
    text = "Marek Simenov tiba di Moskow. Menurut Symenof, pembicaraan baik. Komentar Symenov ditunggu. Simenov pergi."
    found = findings(text)["ENT105"]
    assert found.suggestion == "Simenov"
    assert {text[found.start : found.end], *(text[p.start : p.end] for p in found.places)} == {"Symenof", "Symenov"}


def test_a_shouted_name_beside_its_usual_form() -> None:
    """KYIV beside Kyiv, but no acronym and no headline."""
    text = "Pembicaraan dengan KYIV berlanjut pada hari Senin. Delegasi dari Kyiv menunggu jawaban."
    assert findings(text)["ENT107"].suggestion == "Kyiv"
    assert "ENT107" not in findings("PEMBICARAAN DENGAN KYIV BERLANJUT\nDelegasi dari Kyiv menunggu. NATO dan Nato.")


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("KYIV - Talks with Kyiv went on.", True),
        ("KYIV, Ukraine (AP) — Talks with Kyiv went on.", True),
        ("Antara News, KYIV - Talks with Kyiv went on.", True),
        ("TALKS IN KYIV\nTalks with Kyiv went on.", True),
        ("Talks with Kyiv went on at KYIVSTAR.", True),
        ("Talks with KYIV went on.", False),
        ("Talks with Kyiv and, the poster reads, KYIV - went on.", False),
    ],
)
def test_capitals_of_the_original_excuse_only_in_running_text(english: str, told: bool) -> None:
    """A dateline, a headline or a part of another word says nothing of how the paper writes a name."""
    text = "Pembicaraan dengan KYIV berlanjut pada hari Senin. Delegasi dari Kyiv menunggu jawaban."
    assert ("ENT107" in findings(text, english)) is told


@pytest.mark.parametrize(
    "opening",
    [
        "KYIV - Delegasi dari Kyiv menunggu.",
        "ANTARA, KYIV (AP) — Delegasi dari Kyiv menunggu.",
        "TIBA DI KYIV\nDari Kyiv.",
    ],
)
def test_capitals_of_datelines_and_short_headlines_are_no_fault(opening: str) -> None:
    """However few words they have."""
    assert "ENT107" not in findings(opening)


def test_a_person_whom_the_original_does_not_know() -> None:
    """Added names are found; a title that the translator spelled out is none."""
    english = "The minister said on Monday that talks would go on."
    assert "ENT109" in findings(
        "Menteri Angela Merkel mengatakan pada hari Senin bahwa perundingan berlanjut.", english
    )
    assert not findings("Menteri Luar Negeri mengatakan pada hari Senin bahwa perundingan berlanjut.", english)


def test_a_person_whom_the_original_knows_by_a_like_name_is_not_added() -> None:
    """Elsewhere in the article, in another spelling: that is no other person."""
    text = "Menteri Angela Merkel mengatakan pada hari Senin bahwa perundingan berlanjut.\n{} meninggalkan Berlin."
    english = "The minister said on Monday that talks would go on.\n{} left Berlin."
    assert "ENT109" in findings(text.format("Hofmann"), english.format("Hofmann"))
    assert "ENT109" not in findings(text.format("Merkley"), english.format("Merkley"))


INTRODUCED = (
    "Evangelos Kalousis denied the charge on Monday. The ship had left the port at night. Kalousis was not there."
)


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Kalousis membantah tuduhan itu.", "Evangelos Kalousis denied the charge."),
        (
            "Kalousis membantah tuduhan itu pada hari Senin. Kapal itu telah meninggalkan pelabuhan pada malam hari. "
            "Evangelos Kalousis tidak ada di sana.",
            INTRODUCED,
        ),
        (
            "Kapal itu karam di dekat pulau. Menurut Kalousis, kapal itu rusak.",
            "The ship sank near the island. According to Evangelos Petros Kalousis, the ship was damaged.",
        ),
        ("Kaptennya, Kalousis, membantah tuduhan itu.", "Its captain, Evangelos Kalousis, denied the charge."),
        (
            "Kalousis membantah tuduhan\nPada hari Selasa Kalousis kembali ke Athena dengan kapal.",
            "Kalousis denies the charge\nOn Tuesday Evangelos Kalousis returned to Athens by ship.",
        ),
    ],
)
def test_a_first_name_lost_at_the_introduction(indonesian: str, english: str) -> None:
    """Minor: the reader asks who that is, even if the full name comes later; a middle name makes no difference.

    After a headline with the surname alone in both languages, the original names him in full, the translation never.
    """
    found = findings(indonesian, english)["ENT110"]
    assert (found.severity, found.text) == ("minor", "Kalousis")
    assert found.suggestion == found.original


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        (
            "Evangelos Kalousis membantah tuduhan itu pada hari Senin. Kapal itu telah meninggalkan pelabuhan pada "
            "malam hari. Kalousis tidak ada di sana.",
            INTRODUCED,
        ),
        ("E. Kalousis membantah tuduhan itu.", "Evangelos Kalousis denied the charge."),
        ("Evangelos dan istrinya, Maria Kalousis, tiba.", "Evangelos Kalousis and his wife Maria Kalousis arrived."),
        (
            "Kalousis membantah tuduhan\nEvangelos Kalousis mengatakan kapal itu rusak pada hari Senin.",
            "Kalousis denies the charge\nEvangelos Kalousis said that the ship was damaged on Monday.",
        ),
        ("The Kalousis memuat beritanya.", "The Kalousis carried the news."),
    ],
)
def test_a_person_who_is_introduced_is_left_alone(indonesian: str, english: str) -> None:
    """With initials, with the first name apart, or after a headline that has the surname alone in both languages."""
    assert "ENT110" not in findings(indonesian, english)


def test_words_that_no_table_has_for_a_name_are_nobody_added() -> None:
    """Only a first name and a surname that are known as such are a person; others may be a damaged word."""
    assert "ENT109" not in findings("Kemarin Brzyxl Kwontz tinggal.", "People stayed yesterday by train.")


def test_a_word_in_capitals_that_is_no_name_is_left_alone() -> None:
    """Emphasis, not the shouted name of something."""
    assert findings("Ia MERDEKA sekarang. Merdeka itu indah, ujarnya.", "He is free now. That is fine, he said.") == {}


def test_the_glossary_forbids_a_form_with_or_without_an_original() -> None:
    """The newsroom's own decision is a matter of terminology."""
    row = GlossaryEntry("Kyiv", ("Kyiv",), ("Kiev",), "LOC")
    for english in (None, "He lives in Kyiv now."):
        found = findings("Dia sekarang tinggal di Kiev.", english, [row])
        assert found["ENT111"].category == "terminology"
        assert found["ENT111"].suggestion == "Kyiv"


CHINA = GlossaryEntry("China", ("Cina", "Republik Rakyat Tiongkok"), ("Tiongkok",), "LOC")
KYIV = GlossaryEntry("Kyiv", ("Kyiv",), ("Kiev", "Kijev"), "LOC")
CLUB = GlossaryEntry("Dynamo Kyiv", ("Dinamo Kiev",), (), "ORG")


@pytest.mark.parametrize(
    ("indonesian", "english", "row"),
    [
        ("Ia pergi ke Republik Rakyat Tiongkok.", "He went to China.", [CHINA]),
        ("Ia bermain untuk Dinamo Kiev di Kyiv.", "He plays for Dynamo Kyiv in Kyiv.", [KYIV, CLUB]),
        ("Ia bermain untuk Dinamo Kiev.", "He plays for Dynamo Kyiv.", [CLUB, KYIV]),
        ("Ia memuji Dinamo Kievnya.", "He praised his Dynamo Kyiv.", [KYIV, CLUB]),
    ],
)
def test_a_forbidden_form_inside_an_accepted_one_is_none(
    indonesian: str, english: str, row: list[GlossaryEntry]
) -> None:
    """With the original and without it."""
    assert findings(indonesian, english, row) == {}
    assert "ENT111" not in findings(indonesian, None, row)


@pytest.mark.parametrize(
    ("indonesian", "english", "stretches"),
    [
        ("Ia pergi ke Republik Rakyat Tiongkok. Tiongkok besar.", "He went to China. China is large.", ["Tiongkok"]),
        ("Ia tinggal di Kievnya sendiri.", "He lives in his own Kyiv.", ["Kievnya"]),
        ("Ia tinggal di Kiev.", "He lives in the capital.", ["Kiev"]),
        ("Ia tinggal di Kyiv. Ia suka Kiev.", "He lives in Kyiv. He likes the city.", ["Kiev"]),
        ("Ia tinggal di Kiev, bukan di Kijev.", "He lives in Kyiv, not in Kyiv.", ["Kiev", "Kijev"]),
    ],
)
def test_a_forbidden_form_is_one_finding_with_all_its_places(
    indonesian: str, english: str, stretches: list[str]
) -> None:
    """With the original, whether that has the name there or not, and without it; nothing else is told of it."""
    for right in (english, None):
        found = findings(indonesian, right, [CHINA, KYIV, CLUB])
        assert set(found) == {"ENT111"}
        one = found["ENT111"]
        spans = [(one.start or 0, one.end or 0), *((p.start, p.end) for p in one.places)]
        assert [indonesian[a:b] for a, b in spans] == stretches


def test_a_name_left_in_english_is_not_accepted_by_its_own_row() -> None:
    """The accepted forms are; a row without any accepts its name."""
    row = GlossaryEntry("Rhodea Province", ("Provinsi Rodea",), (), "LOC")
    assert "ENT104" in findings("Ia lahir di Rhodea Province.", "He was born in Rhodea Province.", [row])
    assert findings("Ia lahir di Provinsi Rodea.", "He was born in Rhodea Province.", [row]) == {}
    kept = GlossaryEntry("Rhodea Province", (), (), "LOC")
    assert findings("Ia lahir di Rhodea Province.", "He was born in Rhodea Province.", [kept]) == {}


def test_a_forbidden_form_that_the_original_has_beside_the_right_one_is_told_once() -> None:
    """Both names of the original have the same places; of two forbidden forms that overlap the longer counts."""
    kyiv = GlossaryEntry("Kyiv", ("Kyiv",), ("Kiev", "Kiev Raya"), "LOC")
    english = "The mayor of Kyiv opened a new bridge over the river on Monday. Old maps of the town call it Kiev."
    indonesian = "Wali kota Kiev membuka jembatan baru di atas sungai itu pada hari Senin. Peta lama menyebutnya Kiev."
    one = case(indonesian, english, glossary=[kyiv])
    told = [(v.original, v.found, v.road) for v in judge(one, NameIndex.build([one], [], [kyiv]))]
    assert told == [("Kyiv", "Kiev", "forbidden form")]
    assert {f.text for f in findings("Kota Kiev Raya indah.", None, [kyiv]).values()} == {"Kiev Raya"}


def test_a_forbidden_form_in_capitals_has_no_forbidden_mend() -> None:
    """It is told as forbidden only, though the same form stands elsewhere in its usual case."""
    text = "Pembicaraan dengan KIEV berlanjut pada hari Senin. Delegasi dari Kiev menunggu jawaban."
    for english in (None, "Talks with Kyiv went on on Monday. The delegation from Kyiv awaits an answer."):
        found = findings(text, english, [KYIV])
        assert set(found) == {"ENT111"}
        assert found["ENT111"].suggestion == "Kyiv"


def test_a_good_translation_is_left_alone() -> None:
    """Exonyms, acronyms, word order, surnames: nothing to say."""
    english = (
        "German Chancellor Angela Merkel met Vladimir Putin in Moscow on Monday. Merkel said the European Union and "
        "the United Nations were ready. The Supreme Court in Washington was silent."
    )
    indonesian = (
        "Kanselir Jerman Angela Merkel bertemu Vladimir Putin di Moskow pada hari Senin. Merkel mengatakan Uni Eropa "
        "dan PBB siap. Mahkamah Agung di Washington diam."
    )
    assert findings(indonesian, english) == {}
    assert findings(indonesian) == {}


def test_every_rule_says_what_it_is_for() -> None:
    """Codes are unique and in the family's range; each has a page's worth of text."""
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.code.startswith("ENT1")
        assert rule.why
        assert rule.does().startswith("Finds ")
        assert len(rule.example) == 2


def test_another_known_name_that_shares_a_word_is_a_replacement() -> None:
    """One sea for another, one union for another; the right ones, and longer or shorter forms, are left alone."""
    english = "Ships met in the South China Sea, the European Union said."
    wrong = findings("Kapal-kapal bertemu di Laut China Timur, kata Uni Afrika.", english)
    assert wrong["ENT106"].severity in ("major", "critical")
    assert findings("Kapal-kapal bertemu di Laut China Selatan, kata Uni Eropa.", english) == {}
    assert findings("Ia berbicara dengan Korea Selatan.", "He spoke with Korea, the South Korean leader said.") == {}
