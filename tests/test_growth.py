"""Four times the input costs at most eight times as much, in every function: hostile shapes of text, rows and runs."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from mtaudit.case import Case, Document
from mtaudit.languages import ENGLISH, ENGLISH_INDONESIAN, INDONESIAN
from mtaudit.languages.identify import identify, is_foreign
from mtaudit.languages.sentences import split
from mtaudit.model import Finding
from mtaudit.names import find as names
from mtaudit.names import scan, tokens, window
from mtaudit.names.cluster import NameIndex
from mtaudit.numbers import notation
from mtaudit.numbers.compare import differences
from mtaudit.numbers.parse import numbers
from mtaudit.originals.align import align, unit_by_unit
from mtaudit.originals.choose import OriginalIndex
from mtaudit.originals.lexicon import load as lexicon
from mtaudit.persons import bearers
from mtaudit.pipeline import Context, Translation, begin, judge, with_original
from mtaudit.quotes import attribute, compare, nobody, speech, unmarked
from mtaudit.quotes.find import quotations
from mtaudit.quotes.judge import judge as judge_quotes
from mtaudit.quotes.sides import Sides
from mtaudit.reading.identity import Ids
from mtaudit.rules.merging import merged
from mtaudit.surface import accepted, encoding, fields, foreign, furniture, left_in, repeats, spacing, wire
from mtaudit.text import Reading
from tests.growth import counted, grown

SAID = "Presiden mengatakan bahwa pemerintah akan menaikkan harga bahan bakar minggu depan. "
TOLD = "The president said that the government would raise the price of fuel next week. "


def name(size: int, number: int) -> str:
    """A name that no table has: another one for each number and size of the input, as words are remembered."""
    syllables = ["ba", "ri", "to", "mu", "ka", "sel", "dor", "wan", "ti", "ni", "gar", "pu"]
    return "".join(random.Random(f"{size} {number}").choices(syllables, k=4)).capitalize()


TEXTS: dict[str, tuple[int, Callable[[int], str]]] = {  # what it is -> a size, and the text of that size
    "sentences in a line": (
        20,
        lambda n: "".join(f"Menteri {name(n, i)} datang ke Jakarta hari ini. " for i in range(n)),
    ),
    "lines": (20, lambda n: "\n".join(f"Menteri {name(n, i)} datang ke Jakarta hari ini." for i in range(n))),
    "opening marks in a row": (200, lambda n: SAID + "“" * n),
    "opening marks with blanks": (200, lambda n: SAID + "“ " * n),
    "straight marks in a row": (200, lambda n: SAID + '"' * n),
    "single marks in a row": (200, lambda n: SAID + "'" * n),
    "closing marks with commas": (200, lambda n: SAID + ",” " * n),
    "opening marks in prose": (20, lambda n: f"“{SAID}" * n),
    "nested marks": (40, lambda n: SAID + "“ia" * n + "” " * n),
    "quotations by pronoun": (20, lambda n: "Budi Santoso datang. " + f"“{SAID.strip()}” katanya. " * n),
    "quotations by name": (20, lambda n: "".join(f"“{SAID.strip()}” kata {name(n, i)} Santoso. " for i in range(n))),
    "blanks": (400, lambda n: SAID + "kata" + " " * n + "Budi. " + SAID),
    "blank lines": (400, lambda n: SAID + "\n " * n + SAID),
    "letters in a word": (400, lambda n: SAID + "a" * n + ". " + SAID),
    "figures in a row": (400, lambda n: SAID + "7" * n + ". " + SAID),
    "initials": (100, lambda n: SAID + "A. " * n + SAID),
    "stops": (200, lambda n: SAID + "! " * n + SAID),
    "numbers in a sentence": (40, lambda n: "Ada " + ", ".join(f"{i * 7 + 10000}" for i in range(n)) + " orang. "),
    "percentages in a sentence": (
        40,
        lambda n: "Naik " + ", ".join(f"{i * 7 + 10000} persen" for i in range(n)) + ". ",
    ),
    "names in a row": (60, lambda n: SAID + " ".join(name(n, i) for i in range(n)) + ". "),
    "one word again and again": (100, lambda n: SAID + "datang " * n + ". "),
    "two words again and again": (50, lambda n: SAID + "datang pergi " * n + ". "),
    "bylines": (
        40,
        lambda n: f"{SAID}\n" + "\n".join(f"Oleh {name(n, i)} {name(n, i + 1)}" for i in range(n)) + f"\n{SAID}",
    ),
    "lists of links": (
        40,
        lambda n: f"{SAID}\n" + "\n".join(f"Baca juga: {name(n, i)}" for i in range(n)) + f"\n{SAID}",
    ),
    "fields": (30, lambda n: SAID + " ".join(f"{{x{i}}} https://a.example/{i}" for i in range(n))),
    "words left in English": (30, lambda n: "".join(f"Ia mengatakan the shelter {name(n, i)} itu. " for i in range(n))),
}

STEPS: tuple[Callable[[Reading], object], ...] = (
    lambda reading: split(reading.text, reading.language),
    lambda reading: identify(reading.text, (INDONESIAN, ENGLISH)),
    lambda reading: is_foreign(reading.text, (INDONESIAN, ENGLISH)),
    quotations,
    attribute.speakers,
    attribute.named_outright,
    unmarked.unmarked,
    lambda reading: list(unmarked.torn(reading)),
    lambda reading: list(nobody.without_speaker(reading)),
    lambda reading: list(nobody.unattributed(reading)),
    lambda reading: list(nobody.unattributed_plain(reading)),
    lambda reading: list(speech.twice_attributed(reading)),
    furniture.site_lines,
    lambda reading: list(furniture.stray_names(reading)),
    wire.around,
    lambda reading: accepted.accepted(reading, 0, 1),
    left_in.left_in,
    foreign.foreign_runs,
    fields.fields,
    lambda reading: numbers(reading.text, reading.language),
    lambda reading: list(notation.foreign_notation(reading)),
    names.names,
    tokens.words,
    window.words_of,
    scan.runs_of,
    bearers.two_sexes,
    lambda reading: list(bearers.bearerless(reading)),
    repeats.repeats,
    repeats.loop,
    repeats.circularity,
    repeats.standing_twice,
    lambda reading: spacing.hyphen_gaps(reading.text, reading.language),
    lambda reading: list(spacing.joined_sentences(reading.text, reading.language)),
    lambda reading: list(spacing.loose_punctuation(reading.text, reading.language)),
    lambda reading: list(spacing.small_starts(reading.text, reading.language)),
    lambda reading: list(spacing.unruly(reading.text, reading.language)),
    lambda reading: list(encoding.entities(reading.text)),
)


def read(text: str) -> Reading:
    return Reading(text, INDONESIAN, ENGLISH, split(text, INDONESIAN))


def held(size: int, work: Callable[[int], Callable[[], object]]) -> dict[str, tuple[int, int]]:
    """The functions that grow too fast; `work(n)` makes ready what is to be counted for an input of size `n`."""
    work(4 * size + 1)()  # tables are read, and patterns made, before anything is counted
    return grown(counted(work(size)), counted(work(4 * size)))


@pytest.mark.parametrize("what", TEXTS)
def test_reading_a_text(what: str) -> None:
    size, text = TEXTS[what]

    def work(n: int) -> Callable[[], object]:
        reading = read(text(n))
        return lambda: [step(reading) for step in STEPS]

    assert held(size, work) == {}


def paired(texts: tuple[str, str]) -> Case:
    """A translation and its original, aligned."""
    translation, original = (Document(str(i), str(i), text, language="id") for i, text in enumerate(texts))
    row = Translation(translation, original, paired=True)
    return with_original(begin(row), row, OriginalIndex(()))


PAIRS: dict[str, tuple[int, Callable[[int], tuple[str, str]]]] = {
    "sentences": (3, lambda n: (SAID * n, TOLD * n)),
    "quotations": (
        7,
        lambda n: (
            "\n".join(f"“Kami akan datang ke {name(n, i)} minggu depan. {SAID * 3}” kata Budi." for i in range(n)),
            "\n".join(f"“We will come to {name(n, i)} next week. {TOLD * 3}” said Budi." for i in range(n)),
        ),
    ),
    "numbers": (
        3,
        lambda n: (
            " ".join(f"Ada {i * 3 + 40} orang dan {i + 11} persen." for i in range(n)),
            " ".join(f"There are {i * 3 + 41} people and {i + 11} percent." for i in range(n)),
        ),
    ),
}


@pytest.mark.parametrize("what", PAIRS)
def test_judging_a_translation_beside_its_original(what: str) -> None:
    size, texts = PAIRS[what]

    def work(n: int) -> Callable[[], object]:
        case = paired(texts(n))
        return lambda: judge(case, Context(OriginalIndex(()), NameIndex()))

    assert held(size, work) == {}


def test_quotations_beside_their_originals() -> None:
    def work(n: int) -> Callable[[], object]:
        case = paired(PAIRS["quotations"][1](n))
        sides = Sides(case, lexicon(ENGLISH_INDONESIAN))
        return lambda: (compare.pair(sides), judge_quotes(case))

    assert held(6, work) == {}


@pytest.mark.parametrize(("behind", "by"), [("", 0), (" persen", 1), (" kilometer", 1)])
def test_numbers_of_a_sentence_beside_those_of_another(behind: str, by: int) -> None:
    def work(n: int) -> Callable[[], object]:
        rows = [numbers(", ".join(f"{i * 7 + 10000 + k}{behind}" for i in range(n)), INDONESIAN) for k in (0, by)]
        return lambda: differences([(rows[0], rows[1])])

    assert held(30, work) == {}


def test_findings_made_one() -> None:
    def work(n: int) -> Callable[[], object]:
        made = [
            Finding("SUR520", "surface", "minor", f"word {i}", 40 * i, 40 * i + 9, "x" * 9, confidence=0.5)
            for i in range(n)
        ]
        return lambda: merged(made)

    assert held(100, work) == {}


def test_rows_of_one_id() -> None:
    def work(n: int) -> Callable[[], object]:
        ids = Ids()
        return lambda: [ids.give("row") for _ in range(n)]

    assert held(400, work) == {}


def test_units_of_a_bilingual_file() -> None:
    def work(n: int) -> Callable[[], object]:
        here, there = (
            split("\n".join(f"{text} {name(-n, i)}" for i in range(n)), INDONESIAN) for text in ("Ini", "This")
        )
        return lambda: unit_by_unit(here, there, (None,) * len(here))

    assert held(25, work) == {}


def test_names_of_a_run() -> None:
    def work(n: int) -> Callable[[], object]:
        cases = [
            begin(Translation(Document(str(i), "x", f"Menteri {name(n, i)} {name(n, -i - 1)} datang.", language="id")))
            for i in range(n)
        ]
        return lambda: NameIndex.build(cases, (), ())

    assert held(15, work) == {}


def test_sentences_of_an_article_are_aligned() -> None:
    def work(n: int) -> Callable[[], object]:
        here, there = split(SAID * n, INDONESIAN), split(TOLD * n, ENGLISH)
        return lambda: align(here, there)

    assert held(15, work) == {}
