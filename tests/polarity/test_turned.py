"""Statements turned into their opposite are seen; those that only say the same in other words are not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mtaudit.languages import ENGLISH_INDONESIAN, LanguagePair
from mtaudit.polarity.judge import turned_texts


def found(english: str, indonesian: str, pair: LanguagePair = ENGLISH_INDONESIAN) -> list[tuple[str, str, str]]:
    """(kind, stretch of the original, stretch of the translation)."""
    told = turned_texts(english, indonesian, pair)
    return [(x.kind, english[slice(*x.source)], indonesian[slice(*x.target)]) for x in told]


@pytest.mark.parametrize(
    ("english", "indonesian", "kind", "source", "target"),
    [
        (
            "The court did not accept the appeal.",
            "Pengadilan menerima banding itu.",
            "negation lost",
            "not accept",
            "menerima",
        ),
        ("The road leads nowhere.", "Jalan itu menuju ke mana-mana.", "negation lost", "nowhere", "mana-mana"),
        ("It is a path to nowhere.", "Itu jalan ke mana -mana.", "negation lost", "nowhere", "mana -mana"),
        ("Iran attacked Iraq.", "Irak menyerang Iran.", "roles", "Iran attacked Iraq", "Irak menyerang Iran"),
        ("At least 12 people died.", "Paling banyak 12 orang tewas.", "quantity", "At least 12", "Paling banyak 12"),
        ("The ladder is unsafe.", "Tangga itu aman.", "opposite", "unsafe", "aman"),
        (
            "The company paid its workers.",
            "Perusahaan itu tidak membayar para pekerjanya.",
            "negation added",
            "paid",
            "tidak membayar",
        ),
        (
            "Shares of the bank rose sharply on Tuesday.",
            "Saham bank itu turun tajam pada Selasa.",
            "opposite",
            "rose",
            "turun",
        ),
        ("The party won the election.", "Partai itu kalah dalam pemilu.", "opposite", "won", "kalah"),
        ("Few studies exist.", "Ada banyak studi.", "quantity", "Few studies", "banyak studi"),
        (
            "Speed is less important here.",
            "Kecepatan lebih penting di sini.",
            "comparison",
            "less important",
            "lebih penting",
        ),
        (
            "Speed is less important here.",
            "Kecepatan lebih tinggi dan lebih penting di sini.",
            "comparison",
            "less important",
            "lebih penting",
        ),
        (
            "The price is unspecified in the contract.",
            "Harganya dispesifikasikan dalam kontrak.",
            "opposite",
            "unspecified",
            "dispesifikasikan",
        ),
        (
            "Those who did not believe the mayor did not believe the police.",
            "Mereka yang percaya wali kota percaya polisi.",
            "negation lost",
            "not believe",
            "percaya",
        ),
    ],
)
def test_opposites_are_found_with_both_stretches(
    english: str, indonesian: str, kind: str, source: str, target: str
) -> None:
    assert found(english, indonesian) == [(kind, source, target)]


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("The court did not accept the appeal.", "Pengadilan tidak menerima banding itu."),
        ("The court did not accept the appeal.", "Pengadilan menolak banding itu."),
        ("The team will not fail.", "Tim itu akan berhasil."),
        ("The report was not only long but wrong.", "Laporan itu panjang dan salah."),
        ("He refused to pay the workers.", "Dia tidak mau membayar para pekerja."),
        ("The animal source is unknown.", "Sumber hewan itu tidak diketahui."),
        ("Unlike alcohol, it works.", "Tidak seperti alkohol, itu bekerja."),
        ("A few people came.", "Beberapa orang datang."),
        ("At least 12 people died.", "Sedikitnya 12 orang tewas."),
        ("Iran attacked Iraq.", "Irak diserang Iran."),
        ("The mayor and Iran attacked Iraq.", "Wali kota dan Iran menyerang Irak."),
        ("The ladder is unsafe.", "Tangga itu tidak aman."),
        ("The ladder is unsafe.", "Tangga itu berbahaya."),
        ("The town is near the sea.", "Kota itu tidak jauh dari laut."),
        ("We can't afford not to act.", "Kita harus bertindak."),
        ("I will never forget that night.", "Saya akan selalu mengingat malam itu."),
        ("Few people came.", "Tidak banyak orang datang."),
        ("Shares rose and then fell.", "Saham naik lalu turun."),
        ("She fell in love.", "Dia jatuh cinta."),
        ("Ash is more effective than water but less effective than soap.", "Abu kurang efektif dibanding sabun."),
        ('They sang "Don\'t Stop Believing".', 'Mereka menyanyikan "Don\'t Stop Believing".'),
        ("No. 11 is the house.", "Nomor 11 adalah rumah itu."),
        ("Did he not come?", "Apakah dia datang?"),
        ("No, the court accepted the appeal.", "Pengadilan menerima banding itu."),
        ("Speed is less important here.", "Kecepatan tidak lebih penting di sini."),
    ],
)
def test_the_same_in_other_words_is_not(english: str, indonesian: str) -> None:
    assert found(english, indonesian) == []


def test_a_pair_without_a_fitted_model_is_judged_by_its_words(tmp_path: Path) -> None:
    """Quantities and prefixes are told by the tables; what only a model tells apart is not guessed."""
    for name in ("lexicon.id-en.tsv.xz", "translation_table.id-en.tsv.xz", "word_space.id-en.npz", "antonyms.en.tsv"):
        content = ENGLISH_INDONESIAN.read(name)
        assert content is not None
        (tmp_path / name).write_bytes(content)
    pair = replace(ENGLISH_INDONESIAN, data=tmp_path)
    told = [("quantity", "At least 12", "Paling banyak 12")]
    assert found("At least 12 people died.", "Paling banyak 12 orang tewas.", pair) == told
    assert found("The court did not accept the appeal.", "Pengadilan menerima banding itu.", pair) == []
