"""Findings on quotations: the exact place, what a copy editor would say, and how much it weighs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mtaudit.case import Case
from mtaudit.model import EntityVerdict, Finding, QuoteVerdict
from mtaudit.names.cluster import NameIndex
from mtaudit.names.judge import judge as names_of
from mtaudit.quotes.judge import judge
from mtaudit.rules.quotes import RULES
from mtaudit.rules.registry import all_rules, run

MakeCase = Callable[..., Case]


def audit(case: Case, entities: tuple[EntityVerdict, ...] = ()) -> dict[str, Finding]:
    judged = case.judged(entities, judge(case))
    return {f.rule: f for f in run(judged, [rule() for rule in RULES])}


@pytest.mark.parametrize(
    ("code", "severity", "english", "indonesian", "place"),
    [
        ("QUO201", "major", 'It is the "settled law of the land" now.', "Itu hukum tanah yang mapan sekarang.", None),
        ("QUO202", "minor", '"Hello," she said.', "&quot;Halo,&quot; katanya.", "&quot;"),
        ("QUO202", "minor", '"Hello," she said.', "''Halo,'' katanya.", "''"),
        ("QUO203", "minor", '"We won," he said.', '"Kami menang, katanya.', '"Kami menang, katanya.'),
        ("QUO204", "minor", '"We won," Rubio said.', "“Kami menang, “kata Rubio.", "“Kami menang, “"),
        (
            "QUO205",
            "minor",
            'There are no "rough areas" in the city.',
            'Tidak ada daerah "meskipun" di kota.',
            "meskipun",
        ),
        ("QUO211", "critical", '"We do not want war," he said.', '"Kami ingin perang," katanya.', "Kami ingin perang,"),
        ("QUO201", "major", '"We are ready," she said.', "Kami siap, katanya.", None),
        (
            "QUO208",
            "major",
            "Smith said he was tired of the debate.",
            '"Saya lelah dengan perdebatan ini," kata Smith.',
            '"Saya lelah dengan perdebatan ini,"',
        ),
        (
            "QUO213",
            "major",
            '"We will rebuild the schools and we will pay the teachers," she said.',
            '"Kami akan membangun kembali sekolah," katanya.',
            "Kami akan membangun kembali sekolah,",
        ),
        (
            "QUO214",
            "minor",
            'They are "prominent landmarks" now.',
            'Itu "bangunan prominent" kini.',
            "bangunan prominent",
        ),
    ],
)
def test_with_an_original(
    case: MakeCase, code: str, severity: str, english: str, indonesian: str, place: str | None
) -> None:
    """Each fault is found at its place with its weight; short quotations weigh less."""
    found = audit(case(indonesian, english))
    assert code in found, sorted(found)
    assert found[code].severity == severity
    assert found[code].message
    if place is not None:
        assert found[code].text == place


@pytest.mark.parametrize(
    ("english", "indonesian", "code", "told"),
    [
        ("“Ö” is a letter.", "“Õ” adalah huruf.", "QUO212", "“Ö” has become “Õ”"),
        ("He wrote “Gingrich”.", "Ia menulis “Gingrisch”.", "QUO212", "“Gingrich” is spelt “Gingrisch”"),
        (
            "They said “we will come tomorrow morning, and then the whole village council will discuss the broken "
            "bridge near the old harbour”.",
            "Mereka bilang “kami akan datang besok pagi”.",
            "QUO213",
            "nothing stands for “discuss the broken bridge",
        ),
    ],
)
def test_what_has_become_of_it_is_said(case: MakeCase, english: str, indonesian: str, code: str, told: str) -> None:
    """A letter, a name in a short quotation, and the half of a sentence that is gone."""
    assert told in audit(case(indonesian, english))[code].message


def test_a_mark_that_the_original_lacks_is_told(case: MakeCase) -> None:
    """The quotation goes on outside the text there, and begins and ends here."""
    found = audit(case('"Semuanya harus kembali," kata peneliti.', 'It has to be put back," the researcher said.'))
    assert found["QUO203"].message == "The marks of this quotation are not those of the original."


def test_a_quotation_that_breaks_off_is_left_to_what_the_original_tells(case: MakeCase) -> None:
    text = "“Kami tidak akan menyerah, dan kami dan” terus berjuang, katanya."
    assert "QUO207" in audit(case(text, "He said they would not give up."))
    assert audit(case(text, '"We will not give up, and we will go on fighting," he said.')) == {}


def test_a_quotation_turned_round_is_told_once(case: MakeCase) -> None:
    """As a quotation; outside of one it is a statement of the paper's own."""
    quoted = case('"Kami ingin perang ini," kata Rubio.', '"We do not want this war," Rubio said.')
    plain = case("Kami ingin perang ini.", "We do not want this war.")
    rules = list(all_rules().values())
    told = [[f.rule for f in run(one.judged((), judge(one)), rules)] for one in (quoted, plain)]
    assert told == [["QUO211"], ["ADQ412"]]


def test_a_mark_is_set_where_the_quoted_sentences_end(case: MakeCase) -> None:
    """As many sentences as the original quotes, not all of the line."""
    laid = case("Ia bilang “kami siap. Kami datang. Dan pulang.", "He said “we are ready. We come.” And home.")
    assert audit(laid)["QUO203"].suggestion == "“kami siap. Kami datang.” Dan pulang."


def test_what_is_quoted_next_door_is_no_invented_speech(case: MakeCase) -> None:
    """A quotation that the original has in the sentence before, a term in marks, and reported speech stay."""
    right = (
        (
            "“We are tired,” Anna Reed said.\nShe agreed with him about the long day.",
            "“Kami lelah,” kata Anna Reed.\n“Saya setuju soal hari yang panjang itu,” kata Anna Reed.",
        ),
        ("They call it the great house of the north.", 'Mereka menyebutnya "rumah besar di utara itu".'),
        ("Smith said he was tired.", "Smith berkata bahwa dia lelah."),
    )
    for english, indonesian in right:
        assert "QUO208" not in audit(case(indonesian, english))


def test_a_speaker_changed_is_critical_and_told_once(case: MakeCase) -> None:
    """The name that stands in the wrong place is the same fault."""
    english = 'Anna Reed met Tom Hale.\n"We will wait," said Anna Reed.\n"The court is slow," said Tom Hale.'
    indonesian = (
        'Anna Reed bertemu Tom Hale.\n"Kami akan menunggu," kata Tom Hale.\n"Pengadilan lambat," kata Tom Hale.'
    )
    laid = case(indonesian, english)
    entities = names_of(laid, NameIndex())
    judged = laid.judged(entities, judge(laid.judged(entities, ())))
    found = run(judged, list(all_rules().values()))
    wrong = [f for f in found if f.category in ("quote", "entity")]
    assert [(f.rule, f.severity) for f in wrong] == [("QUO222", "critical")]


def test_words_that_stand_in_another_original(case: MakeCase) -> None:
    """A quotation that was found in another article of the run says in which."""
    english, indonesian = "We do not want war", "Kami ingin perang"
    note = "inverted: a negation is gone"
    verdict = QuoteVerdict(english, indonesian, "ok", "major", 1, 18, original_document="wsj.txt", note=note)
    laid = case("“Kami ingin perang,” katanya.").judged((), (verdict,))
    (found,) = [f for f in run(laid, [rule() for rule in RULES]) if f.rule == "QUO211"]
    assert found.message.endswith("(The words stand in wsj.txt.)")


def test_a_mark_typed_twice_counts_in_one_sentence_too(case: MakeCase) -> None:
    """A missing mark may be the fault of whoever cut the sentence out; a doubled one is not."""
    found = audit(case("““Kami menang,” kata Budi."))["QUO203"]
    assert (found.message, found.suggestion) == ("A quotation mark is typed twice.", "“Kami menang,”")
    assert "QUO203" in audit(case("“Kami menang, kata Budi. Ia pulang."))
    assert "QUO203" not in audit(case("“Kami menang, kata Budi."))


def test_a_missing_quotation(case: MakeCase) -> None:
    """A quotation that nothing stands for has no place, and the message quotes it."""
    english = 'It was published in May. He called it "a sad and lonely decision without any use" then.'
    found = audit(case("Itu diterbitkan pada bulan Mei.", english))["QUO213"]
    assert (found.start, found.severity) == (None, "major")
    assert "a sad and lonely decision" in found.message


@pytest.mark.parametrize(
    ("code", "indonesian", "place"),
    [
        ("QUO202", "Ia berkata &quot;halo&quot; kepada kami.", "&quot;"),
        ("QUO204", "Ia menuduh Eropa” merusak “kemajuan. Lalu ia pergi.", "” merusak “"),
        ("QUO214", "“[Ukraine is] tidak tertarik pada perdamaian,” kata Lavrov.", "[Ukraine is]"),
        ("QUO221", "Pada hari Minggu mengatakan bahwa perang selesai.", "Pada hari Minggu mengatakan bahwa"),
        ("QUO221", "“Perang selesai,” kata pada hari Minggu.", "kata pada hari Minggu"),
        ("QUO221", "Kemarin mengatakan kepada radio Elshinta bahwa perang selesai.", None),
        ("QUO221", "“Perang selesai,” mengatakan kepada wartawan.", "mengatakan kepada"),
        ("QUO221", "Budi pulang. “Perang selesai,” mengatakan pada hari Senin.", "mengatakan pada hari Senin"),
        ("QUO221", "“Perang selesai,” kata kepada wartawan.", "kata kepada"),
        ("QUO223", "“Eropa siap,” katanya, menurut apa yang dikatakannya.", "menurut apa yang dikatakannya"),
        ("QUO223", "“Eropa siap,” katanya, kata Budi Santoso.", "kata Budi Santoso"),
        ("QUO223", "“Eropa siap,” kata Budi Santoso, kata dia.", "kata dia"),
        ("QUO223", "“Eropa siap,” kata Budi Santoso, katanya.", "katanya"),
        ("QUO223", "“Eropa siap,” katanya, seperti yang dikatakannya.", "seperti yang dikatakannya"),
        ("QUO223", "Pasal 5 NATO mengatakan, “kami siap,” kata Pasal 5 NATO.", "kata Pasal 5 NATO"),
        ("QUO224", "“Semuanya lumpuh tanpa informasi, kata Nugroho.\n“Kami menunggu,” kata Budi.", "kata Nugroho"),
        ("QUO225", "“Kami siap,” kata Budi pada hari Minggu. CNN.", "CNN."),
        ("QUO225", "“Kami siap,” kata Budi. Kepada Reuters.", "Kepada Reuters."),
    ],
)
def test_without_an_original(case: MakeCase, code: str, indonesian: str, place: str | None) -> None:
    """What the Indonesian shows by itself is found without any original."""
    found = audit(case(indonesian))
    assert code in found, sorted(found)
    if place is not None:
        assert (found[code].text or "").rstrip(".") == place.rstrip(".")
    assert found[code].evidence == "translation"


def test_a_mark_that_closes_nothing_for_many_lines(case: MakeCase) -> None:
    """A quotation may run over lines, but not over half an article: then its closing mark is missing."""
    assert "QUO203" not in audit(case("“Kami siap.\n" + "Ia pergi.\n" * 3 + "Budi pulang,” katanya."))
    assert (
        audit(case("“Kami siap.\n" + "Ia pergi.\n" * 13 + "Budi pulang,” katanya."))["QUO203"].text == "Budi pulang,”"
    )


@pytest.mark.parametrize(
    "indonesian",
    [
        "“Kami siap,” kata Lavrov di Moskow. “Kami menunggu.”",
        "“Satu begini.\n“Dua begitu,” kata Budi.",
        "Pada hari Minggu, Rubio mengatakan bahwa perang selesai.",
        "“Eropa siap,” katanya, menurut Associated Press.",
        "Ia mengatakan bahwa “kami siap” dan pergi ke kantor CNN.",
        "Dikatakan bahwa perang selesai. Begitulah.",
        "Kemarin dikatakan kepada radio Elshinta bahwa perang selesai.",
        "Kemarin ia mengatakan kepada radio Elshinta bahwa perang selesai.",
        "Harian “Pikiran Kita” mengatakan kepada pembacanya bahwa perang selesai.",
        "“Pikiran Kita” mengatakan kepada pembacanya bahwa perang selesai.",
        "Budi, dalam pidato “Perang selesai,” mengatakan kepada wartawan bahwa ia pulang.",
        "Budi berdiri. “Perang selesai,” kata dia kepada wartawan.",
        "Budi berdiri. “Perang selesai,” ujarnya.",
        "Jum'at itu tingginya 5'10\" dan musiknya tahun '90s.",
        "Rubio mengatakan, “Kami siap.” Lalu ia pergi. Selesai.",
        "“[Presiden] tidak tertarik,” kata Lavrov.",
        "“Eropa siap,” kata Budi Santoso, kata Ani.",
        "“Eropa siap,” kata Budi Santoso, menurut orang yang lain di sana sini.",
        "Budi Santoso mengatakan, “Eropa siap,” kata kepada wartawan.",
        "Budi Santoso mengatakan, “Eropa siap,” kata hari Senin.",
        "“Eropa siap,” kata; Budi pergi.",
        "“Eropa siap,” kata Budi. AFP/AP.",
        "Ia senang. Reuters.",
        "Saat menjelaskan rencana itu, Budi tersenyum.",
    ],
)
def test_good_indonesian_is_left_alone(case: MakeCase, indonesian: str) -> None:
    """Right quotations and attributions give no finding."""
    assert audit(case(indonesian)) == {}


@pytest.mark.parametrize(
    ("english", "indonesian", "suggestion"),
    [
        ("Rain fell. “We lost,” said Moss.", "Hujan turun. Kami kalah,” kata Moss.", "Hujan turun. “Kami kalah,”"),
        (
            "Rain fell. “We lost. We go home,” said Moss.",
            "Hujan turun. Kami kalah. Kami pulang,” kata Moss.",
            "Hujan turun. “Kami kalah. Kami pulang,”",
        ),
        (
            "“We lost,” said Moss. Rain fell.",
            "“Kami kalah, kata Moss. Hujan turun.",
            "“Kami kalah,” kata Moss. Hujan turun.",
        ),
        ("Moss said: “We lost today.”", "Moss berkata: Kami kalah hari ini.”", "Moss berkata: “Kami kalah hari ini.”"),
        ("“We lost,” said Moss. Rain fell.", "“Kami kalah,” kata Moss. Hujan turun. “", "Hujan turun."),
        ("“We lost,” said Moss. Rain fell.", "“Kami kalah,” kata Moss. Hujan turun.”", "Hujan turun."),
        (None, "“Kami kalah,” kata Moss. Hujan turun. “", "Hujan turun."),
        ("Man: “What is it now?” Rain fell.", "Pria: Apa lagi sekarang?” Hujan turun.", "“Apa lagi sekarang?”"),
        (None, "Hujan turun. Kami kalah,” kata Moss.", None),
    ],
)
def test_a_mark_is_mended_without_quoting_the_narrator(
    case: MakeCase, english: str | None, indonesian: str, suggestion: str | None
) -> None:
    """A missing mark is set where the original has it, a left-over one is deleted; where neither is sure, no mend."""
    found = audit(case(indonesian, english) if english else case(indonesian))
    assert found["QUO203"].suggestion == suggestion
    assert "QUO204" not in found


def test_another_speaker(case: MakeCase) -> None:
    """Where both names are known from the article and differ, the finding names the right one."""
    names = tuple(EntityVerdict(name, "PER", "preserved", name, None, None) for name in ("Rubio", "Lavrov"))
    found = audit(case('"Kami menang," kata Lavrov.', '"We won," said Rubio.'), names)["QUO222"]
    assert (found.text, found.suggestion, found.severity) == ("kata Lavrov.", "Rubio", "critical")
    assert "QUO222" not in audit(case('"Kami menang," kata Lavrov.', '"We won," said Rubio.'), names[:1])


LEEDS = "Ruth Lamming met Harold Moss. {} it was “a very long winter”. They went home."
GARUT = "Ruth Lamming bertemu Harold Moss. {} itu “musim dingin yang sangat panjang”. Mereka pulang."


@pytest.mark.parametrize(
    ("english", "indonesian", "told"),
    [
        ("According to Ruth Lamming,", "Menurut Harold Moss,", True),
        ("According to Dr. Ruth Lamming of Hull,", "Menurut Dr. Harold Moss dari Hull,", True),
        ("Ruth Lamming said that", "Harold Moss mengatakan bahwa", True),
        ("According to Ruth Lamming,", "Harold Moss mengatakan bahwa", True),
        ("According to Ruth Lamming,", "Menurut Ruth Lamming,", False),
        ("According to Ruth Lamming,", "Menurut Rut Laming,", False),
        ("According to Lamming,", "Menurut Moss,", False),
        ("Ruth Lamming said Harold Moss believed", "Harold Moss mengatakan bahwa", False),
        ("Ruth Lamming told Harold Moss that", "Ruth Lamming mengatakan kepada Harold Moss bahwa", False),
        ("According to Mr. Lamming's wife Ann Bright,", "Menurut istri Tuan Lamming,", False),
        ("She said that", "Menurut Harold Moss,", False),
        ("Ruth Lamming and Harold Moss said that", "Harold Moss dan Ruth Lamming mengatakan bahwa", False),
        ("Ruth Lamming said that Harold Moss believed", "Harold Moss yakin, kata Ruth Lamming, bahwa", False),
    ],
)
def test_another_speaker_in_front(case: MakeCase, english: str, indonesian: str, told: bool) -> None:
    """In front of a quotation only two full names that have nothing in common are told."""
    found = audit(case(GARUT.format(indonesian), LEEDS.format(english)))
    assert ("QUO222" in found) is told, sorted(found)


CLINIC = """Marta Oyelaran runs the clinic.
"We treated four hundred patients," she told the BBC.
"Money will come in spring," said Paul Grinham, the treasurer.
"Nobody will be turned away," he added."""
KLINIK = """Marta Oyelaran menjalankan klinik itu.
"Kami merawat empat ratus pasien," katanya kepada BBC.
"Uang akan datang pada musim semi," kata Paul Grinham, bendahara.
"Tidak ada yang akan ditolak," tambahnya."""
BOTH = tuple(EntityVerdict(name, "PER", "preserved", name, None, None) for name in ("Marta Oyelaran", "Paul Grinham"))


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("katanya kepada BBC", "kata Paul Grinham kepada BBC", "QUO222", "kata Paul Grinham"),
        ("tambahnya", "tambah Marta Oyelaran", "QUO222", "tambah Marta Oyelaran."),
        ("kata Paul Grinham, bendahara", "kata pada hari Senin", "QUO221", "kata pada hari Senin"),
        ('semi," kata Paul Grinham, bendahara.', 'semi."', "QUO221", '"Uang akan datang pada musim semi."'),
        (
            '"Uang akan datang pada musim semi," kata Paul Grinham, bendahara.\n',
            "Bendahara itu pulang.\n",
            "QUO222",
            "tambahnya.",
        ),
    ],
)
def test_speakers_behind_pronouns(case: MakeCase, old: str, new: str, code: str, place: str) -> None:
    """`she told`, `katanya` are led back to the last person named; a speaker lost or changed is told at its place."""
    assert old in KLINIK
    found = audit(case(KLINIK.replace(old, new), CLINIC), BOTH)
    assert found[code].text == place


def test_a_wrong_name_behind_several_pronouns_is_told_once(case: MakeCase) -> None:
    """What follows goes on under the wrong name."""
    more = '\n"We have enough beds," she added.', '\n"Kami punya cukup tempat tidur," tambahnya.'
    wrong = KLINIK.replace(
        '"Uang akan datang pada musim semi," kata Paul Grinham, bendahara.\n', "Bendahara itu pulang.\n"
    )
    laid = case(wrong + more[1], CLINIC + more[0].replace("she", "he"))
    judged = laid.judged(BOTH, judge(laid))
    assert [f.text for f in run(judged, [rule() for rule in RULES]) if f.rule == "QUO222"] == ["tambahnya."]


def test_a_pronoun_of_the_original_that_may_mean_either_changes_no_speaker(case: MakeCase) -> None:
    """Of two women in one sentence the translator may have taken the other; with one alone it is told."""
    women = tuple(EntityVerdict(name, "PER", "preserved", name, None, None) for name in ("Anna Brown", "Mary Stone"))
    both = 'Anna Brown met {} on Monday. "We will go now," she said.'
    hers = 'Anna Brown bertemu {} pada hari Senin. "Kami akan pergi sekarang," kata Mary Stone.'
    found = audit(case(hers.format("Mary Stone"), both.format("Mary Stone")), women)
    assert "QUO222" not in found
    found = audit(case(hers.format("wartawan"), both.format("reporters")), women)
    assert found["QUO222"].text == "kata Mary Stone."


def test_right_speakers_are_left_alone(case: MakeCase) -> None:
    """The same speakers behind the same pronouns give no finding."""
    assert audit(case(KLINIK, CLINIC), BOTH) == {}


def test_merged_quotations_are_told_once(case: MakeCase) -> None:
    """Two quotations that became one with the prose between them are one finding that names both."""
    english = '"The bridge was weak," said Holt. The city ignored two reports. "We warned them," she added.'
    indonesian = '"Jembatan itu lemah, kata Holt. Kota itu mengabaikan dua laporan. Kami memperingatkan mereka."'
    judged = case(indonesian, english)
    moved = [f for f in run(judged.judged((), judge(judged)), [rule() for rule in RULES]) if f.rule == "QUO205"]
    assert len(moved) == 1
    assert "bridge" in moved[0].message
    assert "warned" in moved[0].message


def test_every_rule_explains_itself() -> None:
    """Code, name, reason and an example stand in every rule, for its page."""
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)
    for rule in RULES:
        assert rule.code.startswith("QUO2")
        assert rule.does().endswith((".", "`", "”"))
        assert all((rule.name, rule.why, *rule.example))
