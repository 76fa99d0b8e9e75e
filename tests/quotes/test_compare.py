"""Quotations that were left out, merged, split, or whose marks stand around too much or too little."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mtaudit.case import Case
from mtaudit.quotes.judge import judge

MakeCase = Callable[..., Case]

ENGLISH = """The clinic in Marsh Lane reopened on Tuesday.
"The roof was rotten and the walls were damp," said Nora Pell, the nurse.
Neighbours brought tools and paint.
"My patients waited outside in the rain for three months," she added."""
INDONESIAN = """Klinik di Marsh Lane dibuka kembali pada hari Selasa.
"Atapnya busuk dan dindingnya lembap," kata Nora Pell, perawat itu.
Para tetangga membawa peralatan dan cat.
"Pasien saya menunggu di luar di tengah hujan selama tiga bulan," tambahnya."""


@pytest.mark.parametrize("line", [1, 3])
def test_an_omitted_quotation(case: MakeCase, line: int) -> None:
    """It is dropped, has no place, and its neighbour keeps its own rendering."""
    lines = INDONESIAN.splitlines()
    left = "\n".join([*lines[:line], "Klinik itu kecil.", *lines[line + 1 :]])
    verdicts = {(v.original or "")[:3]: v for v in judge(case(left, ENGLISH))}
    gone, kept = ("The", "My ") if line == 1 else ("My ", "The")
    assert (verdicts[gone].content, verdicts[gone].start) == ("dropped", None)
    assert (verdicts[kept].marks, verdicts[kept].content) == ("ok", "faithful")


def test_marks_lost_without_the_attribution(case: MakeCase) -> None:
    """Where only the marks are gone, the rendering is what was said, and not who said it."""
    plain = INDONESIAN.replace('"Atapnya', "Atapnya").replace('lembap,"', "lembap,")
    lost = next(v for v in judge(case(plain, ENGLISH)) if v.marks == "lost")
    assert lost.found == "Atapnya busuk dan dindingnya lembap"


def test_a_comma_left_over_is_no_part_of_what_was_said(case: MakeCase) -> None:
    """The rendering begins with its first word."""
    (lost,) = judge(
        case(
            ", atapnya busuk dan dindingnya lembap, kata Budi.", '"The roof was rotten and the walls damp," said Budi.'
        )
    )
    assert (lost.marks, lost.found) == ("lost", "atapnya busuk dan dindingnya lembap")


def test_a_quotation_behind_the_end_of_the_translation_is_not_looked_for_in_all_of_it(case: MakeCase) -> None:
    """Where the translation stops early, a like sentence far above is no rendering of what was said at the end."""
    above = "The river rose.\nPeople left.\nThe roof of the school was rotten and its walls damp.\nHelp came.\n"
    below = 'Rain fell.\nSnow fell.\nShops closed.\n"The roof was rotten and the walls were damp," said Budi.'
    here = "Sungai itu meluap.\nWarga mengungsi.\nAtap sekolah busuk dan dindingnya lembap.\nBantuan datang."
    (verdict,) = judge(case(here, above + below))
    assert (verdict.content, verdict.found) == ("dropped", None)


def test_verdicts_do_not_hang_on_other_paragraphs(case: MakeCase) -> None:
    """An edit elsewhere in the document changes nothing for a quotation."""
    before = judge(case(INDONESIAN, ENGLISH))
    after = judge(case(INDONESIAN.replace("peralatan dan cat", "kue dan kopi"), ENGLISH))
    assert [(v.original, v.marks, v.content) for v in before] == [(v.original, v.marks, v.content) for v in after]


@pytest.mark.parametrize(
    ("english", "indonesian", "marks"),
    [
        (  # two became one, the prose between them was swallowed
            '"The bridge was weak," said Anna Holt. The city ignored two reports. "We warned them," she added.',
            '"Jembatan itu lemah, kata Anna Holt. Kota itu mengabaikan dua laporan. Kami memperingatkan mereka," '
            "tambahnya.",
            {"moved"},
        ),
        (  # two became one, nothing else came in
            '"The bridge was weak," said Anna Holt. "We warned them for years."',
            '"Jembatan itu lemah. Kami telah memperingatkan mereka selama bertahun-tahun," kata Anna Holt.',
            {"ok"},
        ),
        (  # one became two
            '"The bridge was weak. We warned them for years," said Anna Holt.',
            '"Jembatan itu lemah," kata Anna Holt. "Kami telah memperingatkan mereka selama bertahun-tahun."',
            {"ok"},
        ),
        (  # words were pulled in
            'The minister said the plan was "a trap" for small farmers.',
            'Menteri mengatakan "rencana itu adalah jebakan bagi petani kecil".',
            {"moved"},
        ),
        (  # the greater part was left outside
            'The minister said the plan was "a trap for small farmers in the north".',
            'Menteri mengatakan rencana itu adalah "jebakan" bagi petani kecil di utara.',
            {"moved"},
        ),
    ],
)
def test_merged_split_and_moved(case: MakeCase, english: str, indonesian: str, marks: set[str]) -> None:
    """Merging and splitting are no faults; other words between the marks are."""
    assert {v.marks for v in judge(case(indonesian, english))} == marks


def test_a_number_inside(case: MakeCase) -> None:
    """Another number, or years for degrees, is another statement."""
    english = '"We lost 45 houses with temperatures in the 90s," the mayor said.'
    right = '"Kami kehilangan 45 rumah dengan suhu 90-an derajat," kata wali kota.'
    wrong = '"Kami kehilangan 54 rumah dengan suhu 90-an derajat," kata wali kota.'
    (good,), (bad,) = judge(case(right, english)), judge(case(wrong, english))
    assert good.content in ("faithful", "minor")
    assert bad.content == "major"
    assert bad.note is not None
    assert "54" in bad.note


def test_a_label_is_no_part_of_what_was_said(case: MakeCase) -> None:
    """In a transcript line whose opening mark is lost, the quotation begins behind the speaker's label."""
    (verdict,) = judge(case('Pria: Benda apa itu?"', 'Man: "What is that thing?"'))
    assert (verdict.found, verdict.marks) == ("Benda apa itu?", "unbalanced")


def test_a_free_rendering_without_marks_is_lost_marks_not_a_lost_quotation(case: MakeCase) -> None:
    """What stands before the attribution was said, however freely."""
    (verdict,) = judge(
        case(
            "Sekarang bukan saatnya saling tunjuk, kata Nora Pell.",
            '"Now is no time to point fingers," said Nora Pell.',
        )
    )
    assert (verdict.marks, verdict.found) == ("lost", "Sekarang bukan saatnya saling tunjuk")
    assert verdict.content != "dropped"


def test_marks_around_the_attribution_leave_what_was_said_alone(case: MakeCase) -> None:
    """The content is that of the words before them."""
    (verdict,) = judge(
        case("Perundingan telah gagal, “kata Nora Pell”. Ruangan itu sunyi.",
             "“The talks have failed,” said Nora Pell. The room was quiet.")
    )  # fmt: skip
    assert (verdict.marks, verdict.content) == ("moved", "faithful")


def test_quotations_that_change_places_inside_a_sentence_keep_their_own_rendering(case: MakeCase) -> None:
    """Each is held against what renders it, and both are faithful."""
    english = (
        '"It rained," said Pell, the nurse. "My patients waited outside in the cold street for three long months with '
        'their children," she said.'
    )
    turned = (
        '"Pasien saya menunggu di luar di jalan yang dingin selama tiga bulan yang panjang bersama anak-anak mereka," '
        'katanya. "Hujan turun," kata Pell, perawat itu.'
    )
    verdicts = {(v.original or "")[:2]: v for v in judge(case(turned, english))}
    assert verdicts["It"].found == "Hujan turun,"
    assert verdicts["My"].content == verdicts["It"].content == "faithful"
