"""Words and phrases that stand twice in a row."""

import pytest

from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.surface.repeats import loop, repeats
from mtaudit.text import Reading


def read(text: str) -> Reading:
    return Reading(text, INDONESIAN, ENGLISH)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ia pergi pergi lagi.", [("pergi", 2, False)]),
        ("Ia pergi, pergi; pergi lagi.", [("pergi", 3, True)]),
        ("di Kota Tua di kota tua itu", [("di Kota Tua", 2, False)]),
        ("satu dua, satu dua, satu dua tiga", [("satu dua", 3, True)]),
        ("a b c d e f g h a b c d e f g h", [("a b c d e f g h", 2, False)]),
        ("Ia pergi. Pergi ke mana?", []),
        ("12 12 dan 3, 3", []),
        ("langkah-langkah itu", []),
        ("", []),
    ],
)
def test_units_that_stand_again_behind_themselves(text: str, expected: list[tuple[str, int, bool]]) -> None:
    """Letter case and one comma or semicolon between are no hindrance; stops, figures and reduplications are."""
    assert [(r.unit, r.times, r.comma) for r in repeats(read(text))] == expected


def test_the_longest_stretch_is_told_once() -> None:
    """Four copies of a phrase of two are not also two copies of a phrase of four."""
    (found,) = repeats(read("Ia berkata satu dua satu dua satu dua satu dua dan pergi."))
    assert (found.unit, found.times, found.words) == ("satu dua", 4, 2)
    assert (found.start, found.end) == (11, 46)


def test_letters_that_go_on_and_on_are_a_loop() -> None:
    """A decoder that got stuck inside a word, not a laugh of two syllables."""
    assert loop(read("Ia berkata hahahahahahahaha dan pergi.")) == (11, 27)
    assert loop(read("Ia berkata haha dan pergi.")) is None
    assert loop(read("Gooooooool, seru mereka.")) is None
    assert loop(read("Nomor 000000000000 itu palsu.")) is None
