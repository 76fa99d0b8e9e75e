"""What the words of two sentences may stand for in each other, by the translation table that is shipped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mtaudit.evidence.translation_table import TranslationTable, Words, load, read
from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.languages.interface import Inflection
from mtaudit.originals.lexicon import load as load_lexicon
from mtaudit.originals.words import words

TINY = [
    *("#source", "hospital\t32\t10\thospitals", "house\t40\t5\t"),
    *("#target", "rumah\t40\t5\t\t2\t20", "sakit\t24\t50\t\t1\t8"),
    *("#phrases", "1\t2\t1\t0\t90\t80"),
]


@pytest.fixture(scope="module")
def table() -> TranslationTable:
    found = load(ENGLISH_INDONESIAN)
    assert found is not None
    return found


def cut(target: str, source: str) -> tuple[list[str], list[str]]:
    lexicon = load_lexicon(ENGLISH_INDONESIAN)
    return words(target), [lexicon.key(word) for word in words(source)]


def of(table: TranslationTable, target: str, source: str, word: str, field: str, side: int = 0) -> float:
    """The value that `word` of one side (0: the translation) has in one field."""
    sides = cut(target, source)
    key = word if side == 0 else load_lexicon(ENGLISH_INDONESIAN).key(word.lower())
    values = getattr(table.compare(*sides)[side], field)
    return float(values[sides[side].index(key)])


@pytest.mark.parametrize(
    ("translation", "wrong", "original"),
    [
        ("Polisi menangkap tiga tersangka kemarin.", "tersangka>tertawa", "Police arrested three suspects yesterday."),
        ("Perusahaan itu kehabisan uang.", "kehabisan>menanam", "The company ran out of money."),
        ("Harga minyak naik tajam tahun ini.", "minyak>malam", "Oil prices rose sharply this year."),
        ("Dia dibawa ke rumah sakit.", "rumah>sekolah", "He was taken to hospital."),
        ("Menteri itu bertanggung jawab atas anggaran.", "jawab>tanya", "The minister is responsible for the budget."),
        ("Hujan lebat menyebabkan banjir.", "banjir>kebakaran", "Heavy rain caused floods."),
        ("Para ilmuwan menemukan planet baru.", "menemukan>menjual", "Scientists discovered a new planet."),
        ("Pemilihan akan diadakan pada bulan Mei.", "pemilihan>pernikahan", "The election will be held in May."),
        ("Anak-anak bermain di pantai.", "pantai>pasar", "Children played on the beach."),
        ("Dia mengajar matematika di sekolah.", "mengajar>membeli", "She taught mathematics at the school."),
        ("Pasukan mundur dari kota itu.", "mundur>makan", "Troops withdrew from the city."),
        ("Bank menaikkan suku bunga.", "bunga>pohon", "The bank raised interest rates."),
    ],
)
def test_the_right_word_is_likelier_than_another(
    table: TranslationTable, translation: str, wrong: str, original: str
) -> None:
    """By two nats at least, and more of what it may stand for is there."""
    right, _, other = wrong.partition(">")
    damaged = translation.lower().replace(right, other)
    for field, apart in (("expected", 2.0), ("meant", 0.2)):
        better, worse = (of(table, text, original, w, field) for text, w in ((translation, right), (damaged, other)))
        assert better > worse + apart


def test_a_phrase_stands_for_what_its_words_alone_do_not(table: TranslationTable) -> None:
    """A house is no hospital, but a sick house is; and the hospital is told."""
    whole, half = "Dia dibawa ke rumah sakit itu.", "Dia dibawa ke rumah itu."
    original = "He was taken to the hospital."
    assert of(table, whole, original, "rumah", "usual") > 2 * of(table, half, original, "rumah", "usual")
    assert of(table, whole, original, "hospital", "meant", side=1) > of(
        table, half, original, "hospital", "meant", side=1
    )


def test_forms_of_a_word_are_one(table: TranslationTable) -> None:
    """With affixes, with a clitic, irregular in English."""
    for here, there, rows in (("serang", "diserang", table.target), ("taught", "teach", table.source)):
        assert rows.row(here) == rows.row(there)
    lone = of(table, "Mereka menyerang kota.", "They attacked the city.", "menyerang", "expected")
    assert of(table, "Mereka diserang.", "They were attacked.", "diserang", "expected") == pytest.approx(lone)


def test_stems_have_back_the_letter_that_a_prefix_swallowed() -> None:
    """And lose one prefix with up to two suffixes; the word itself is none of its stems."""
    stems = ENGLISH_INDONESIAN.target.inflection.stems
    assert {"sapu", "sapunya", "menyapu"} <= stems("menyapunya")
    assert "serang" in stems("diseranglah")
    assert "serang" not in stems("serang")


def test_a_name_stands_for_itself(table: TranslationTable) -> None:
    """Where the table has never seen it, more surely than a word that has translations."""
    target, source = "Kata Xqzwrt, air itu kotor.", "Xqzwrt said the water was dirty."
    assert of(table, target, source, "xqzwrt", "expected") > np.log(0.8)
    assert of(table, target.replace("Xqzwrt", "Xqzwr"), source, "xqzwr", "expected") < -5


def test_a_word_that_was_left_out_is_not_meant(table: TranslationTable) -> None:
    original = "The minister resigned on Monday after violent protests."
    translation = "Menteri itu mengundurkan diri pada hari Senin."
    kept, lost = (
        [of(table, translation, original, word, "meant", side=1) for word in group.split()]
        for group in ("minister Monday", "violent protests")
    )
    assert min(kept) > max(lost) + 0.3


def test_near_a_wrong_word_something_is_unmet(table: TranslationTable) -> None:
    """What the wrong word stands in the place of, but not at the other end of the sentence."""
    original = "Heavy rain caused floods in the north of the island yesterday."
    right, wrong = (f"Hujan lebat menyebabkan {word} di utara pulau itu kemarin." for word in ("banjir", "pesta"))
    assert of(table, wrong, original, "pesta", "unmet") > of(table, right, original, "banjir", "unmet") + 0.3
    assert of(table, wrong, original, "kemarin", "unmet") == of(table, right, original, "kemarin", "unmet")


def test_small_words_stand_for_nothing_more_often(table: TranslationTable) -> None:
    _, source = table.compare(*cut("Rumah sakit itu.", "The hospital."))
    assert source.nothing[0] > source.nothing[1] + 0.2


def test_each_word_has_a_value_in_each_field(table: TranslationTable) -> None:
    """Also where a side is empty; shares lie between 0 and 1."""
    for target, source in ((["rumah", "rumah"], ["hous"]), ([], ["hous"]), (["rumah"], []), ([], [])):
        for words_, found in zip((target, source), table.compare(target, source), strict=True):
            for field in Words.__slots__:
                values = getattr(found, field)
                assert values.shape == (len(words_),)
                assert np.isfinite(values).all()
                assert field in ("expected", "frequency") or ((values >= 0) & (values <= 1)).all()


def test_a_table_is_read_as_it_was_written() -> None:
    """Amounts, forms, links in steps, phrases; a word is found through its stem, with half the trust."""
    tiny = read(TINY, Inflection(affixes=(("", "nya"),)))
    here, there = tiny.compare(["rumah"], ["house"])
    assert here.meant[0] == pytest.approx(2**5 / 4 / 31.5)
    assert here.expected[0] == pytest.approx(np.log(2**5 / 4 / 31.5 + 0.003))
    assert (here.nothing[0], there.nothing[0]) == (0.05, 0.05)
    assert tiny.compare(["rumahnya"], ["house"])[0].meant[0] == pytest.approx(here.meant[0] / 2)
    phrase, _ = tiny.compare(["rumah", "sakit"], ["hospitals"])
    assert phrase.meant.tolist() == [0.9, 0.9]
    assert tiny.compare(["sakit", "rumah"], ["hospitals"])[0].meant[1] == 0


def test_a_pair_without_a_table_has_none(tmp_path: Path) -> None:
    english, indonesian = ENGLISH_INDONESIAN.languages
    assert load(LanguagePair(english, indonesian, data=tmp_path)) is None


def test_what_a_word_is_translated_by_and_what_is_translated_like_it(table: TranslationTable) -> None:
    """Both ways through the table, and words of the source that share translations."""
    key = load_lexicon(ENGLISH_INDONESIAN).key
    sick, ill = (table.source.row(key(word)).number for word in ("sick", "ill"))
    sakit = table.target.row("sakit").number
    onward, back = next((a, b) for row, a, b in table.translations(sick) if row == sakit)
    assert 0 < back <= 1
    assert onward == pytest.approx(table.readings("sakit")[sick], rel=0.05)
    assert table.synonyms(sick)[ill] > table.synonyms(sick).get(table.source.row(key("house")).number, 0.0)
    assert dict(table.target.forms())["sakit"] == sakit
    assert table.readings("zantrux") == {}
