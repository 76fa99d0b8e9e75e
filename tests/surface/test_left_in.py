"""What was left in the original's language is told without the original; what stands there by right is not."""

from __future__ import annotations

import pytest

from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.languages.loans import kept
from mtaudit.languages.sentences import split
from mtaudit.surface.accepted import accepted
from mtaudit.surface.left_in import LeftIn, left_in
from mtaudit.text import Reading
from tests.languages.esperanto import ESPERANTO


def reading(text: str) -> Reading:
    return Reading(text, INDONESIAN, ENGLISH, split(text, INDONESIAN))


def found(text: str) -> list[tuple[str, str, bool]]:
    return [(left.text, left.kind, left.rendered) for left in left_in(reading(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Petani menjual poetry dan madu di pasar.", ("poetry", "word", True)),  # translators always render it
        ("Sekolah itu mengajarkan trading saham.", ("trading", "word", False)),  # Indonesian papers write it, too
        ("Kayu itu dipahat dengan chisels tua.", ("chisels", "word", False)),  # a plural that no list has
        ("Mereka berlatih wilderness survival sejak kecil.", ("wilderness survival", "phrase", True)),
        ("Luckily, mereka selamat sampai di rumah.", ("Luckily", "word", False)),  # a capital from the sentence
        ("Ia dipuji karena truthfulness dan kerja keras.", ("truthfulness", "word", False)),
        ("Ia dipuji karena grumbliness dan kerja keras.", ("grumbliness", "word", False)),  # an ending of English
        ("The petani menjual beras.", ("The", "word", False)),
        ("Villagers flee homes after river floods\nWarga meninggalkan rumah.", None),
        ("Warga pulang.\nseveral hundred angry villagers stormed offices yesterday.\nMereka marah.", None),
    ],
)
def test_left_in(text: str, expected: tuple[str, str, bool] | None) -> None:
    """One finding a word or phrase; lines as a whole (expected None), a headline with capitals among them."""
    (left,) = found(text)
    assert left == expected if expected else left[1:] == ("line", True)


@pytest.mark.parametrize(
    "text",
    [
        "Startup fintech itu menawarkan e-wallet dan cashback secara online.",  # loans
        "Ia membaca tagar #poetrylover dari @truthfulness_id di www.wages.com.",  # addresses
        "Pengguna iPhone dan pembaca kumparanNEWS mengeluh.",
        "Mereka menyanyikan “poetry in motion” bersama-sama.",  # a title
        "Ekspor minyak sawit mentah (crude palm oil) naik.",  # a gloss
        "Ekspor crude palm oil CPO naik.",  # explained by its initials
        "Kelompok Friends of Burma Group bertemu di Jakarta.",  # a name
        "Angin bertiup dengan kecepatan 60 mph di pantai.",  # a unit
        "Beratnya 60 lbs saat ditimbang.",
        "Warga pulang.\n“several hundred angry villagers stormed offices yesterday”\nMereka marah.",  # a title
        "The Beatles tampil di Surabaya.",
        "Kapal itu mengangkut beras dan gula dari Surabaya ke Makassar.",
        "He said that the talks would go on until the end of the year.",  # another rule's
    ],
)
def test_what_stands_there_by_right(text: str) -> None:
    """Loans, names, titles, glosses, addresses and units are left alone."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "stretch", "is_accepted"),
    [
        ("Aplikasi GoTo dan WhatsApp mati.", "WhatsApp", True),
        ("Kabar itu dari bnpb_indonesia semalam.", "bnpb_indonesia", True),
        ("Semboyan “vox populi, vox Dei” dikutip.", "populi", True),
        ("Ing ngarsa sung tuladha, ing madya mangun karsa.", "sung", True),
        ("What a moment for everybody here!\n— Akademi (@akademi) 16 Februari", "moment", True),
        ("What a moment!\n— The Academy (@academy) February 16, 2016", "February", True),
        ("Buka file `pip install paket` itu.", "pip", True),
        ("Pemain itu, Budi dkk., menang.", "dkk", True),
        ("Fitur streaming itu gratis.", "streaming", True),
        ("“Kami mau wages yang adil,” kata mereka.", "wages", False),  # a quotation in Indonesian
        ("Warga menuntut wages yang adil.", "wages", False),
        ("Warga menuntut upah yang adil.", "upah", False),
        ("Stasiun MetroRailmemilikiduakelas itu tutup.", "MetroRailmemilikiduakelas", False),  # glued
        ("Patung dewa/deity itu hilang.", "deity", False),
    ],
)
def test_accepted(text: str, stretch: str, is_accepted: bool) -> None:
    """Forms, marked phrases, third languages, abbreviations and loans; a word in Indonesian speech is not."""
    at = text.index(stretch)
    assert accepted(reading(text), at, at + len(stretch)) is is_accepted


def test_where_nothing_was_counted_nothing_is_told() -> None:
    """A pair of languages without a table of loans has no such findings."""
    text = "Petani menjual poetry di pasar."
    assert left_in(Reading(text, INDONESIAN, ESPERANTO, split(text, INDONESIAN))) == ()


def test_counts_of_what_translators_keep() -> None:
    """A loan is kept by most translators, a word that has its own is not; a word never met has zeros."""
    online, government = kept("online", "id", "en"), kept("government", "id", "en")
    assert 3 * online.kept > online.original > 100
    assert government.original > 1000 > 100 * government.kept
    assert kept("qqqq", "id", "en") == kept("online", "eo", "en") == (0, 0, 0, 0)
    assert isinstance(left_in(reading("Petani menjual poetry."))[0], LeftIn)
