"""Readings: what is asked of a text twice is worked out once, in one case and over a whole audit."""

from __future__ import annotations

import pickle
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

import mtaudit
from mtaudit import pipeline, text
from mtaudit.case import OriginalAgain
from mtaudit.languages import identify, sentences
from mtaudit.languages.english import ENGLISH
from mtaudit.languages.indonesian import INDONESIAN
from mtaudit.names import scan
from mtaudit.names import tokens as names
from mtaudit.names.cluster import NameIndex
from mtaudit.numbers import parse
from mtaudit.originals.choose import OriginalIndex
from mtaudit.pipeline import Context
from mtaudit.quotes import attribute, find, words
from mtaudit.surface import foreign, furniture, repeats
from mtaudit.text import Line, Reading, between, cut, lines, third_language
from mtaudit.text import words as written
from mtaudit.translation.interface import Hypothesis
from tests.rules.conftest import lay_out

TRANSLATION = """\
Menteri itu tiba di Jakarta pada Senin pagi.
“Kami tidak akan pernah menerima rencana ini,” kata Maria Lopez kepada 35 wartawan.
Presiden Ukraina Volodymyr Zelinski menyebut tawaran itu “jebakan tanpa pintu”.
Badai itu menghancurkan 300 rumah di Pulau Negros, menurut Palang Merah."""
ORIGINAL = """\
The minister arrived in Jakarta on Monday morning.
“We will never accept this plan,” Maria Lopez told 35 reporters.
Ukraine's president, Volodymyr Zelensky, called the offer “a trap without a door”.
The storm destroyed 300 houses on the island of Negros, according to the Red Cross."""

OFF = {"back_translation": False, "second_translation": False}


def test_what_is_asked_twice_is_found_once() -> None:
    """Also by a later state of the case, but not of another text."""
    asked: list[str] = []

    def first_word(reading: Reading) -> str:
        asked.append(reading.text)
        return reading.text.split()[0]

    case = lay_out(TRANSLATION, ORIGINAL)
    judged = case.judged((), ())
    assert case.target.once(first_word) == judged.target.once(first_word) == "Menteri"
    assert judged.source is not None
    assert judged.source.once(first_word) == "The"
    assert asked == [TRANSLATION, ORIGINAL]
    other = replace(case, document=replace(case.document, text="Lain sekali."))
    assert other.target.once(first_word) == "Lain"


def test_every_second_translation_is_read_once() -> None:
    """Each translator's version of a sentence has a reading of its own, in the translation's language."""
    case = lay_out(TRANSLATION, ORIGINAL)
    lines = TRANSLATION.split("\n")
    first = OriginalAgain("first", tuple(Hypothesis(line, -0.1) for line in lines))
    other = OriginalAgain("other", tuple(Hypothesis(line, -0.1) for line in ("", *lines[1:])))
    case = replace(case, again=(first, other))
    reading = case.second(0, 2)
    assert reading is not None
    assert (reading.text, reading.language.code) == (lines[2], "id")
    assert case.judged((), ()).second(0, 2) is reading
    assert case.second(1, 2) is not reading
    assert case.second(1, 0) is None


def test_sentences_are_readings_of_their_own() -> None:
    """In the order of the text, with its languages."""
    case = lay_out(TRANSLATION, ORIGINAL)
    assert [part.text for part in case.target.parts] == TRANSLATION.split("\n")
    assert case.target.parts[0] is case.target.parts[0]
    assert {(part.language.code, part.other.code) for part in case.target.parts} == {("id", "en")}


def test_lines_and_their_language() -> None:
    """Empty lines are none; a line in a third language is told from those of either side."""
    found = lines(Reading("Kabar\r\n\n  Rašyti komentarą\n", INDONESIAN, ENGLISH))
    assert found == (Line(0, 5, "Kabar"), Line(8, 26, "  Rašyti komentarą"))
    assert [third_language(Reading(line.text, INDONESIAN, ENGLISH)) for line in found] == [False, True]
    assert not third_language(Reading("He said that it would be over soon.", INDONESIAN, ENGLISH))


@pytest.mark.parametrize(("start", "end"), [(0, 43), (2, 43), (0, 12), (9, 31), (22, 22), (24, 43)])
def test_the_words_of_a_stretch_are_those_of_the_text(start: int, end: int) -> None:
    """Also where an end of the stretch stands inside a word: that word is cut there."""
    reading = Reading("“Anak-anak kami,” kata J. O'Brien (3,5 km).", INDONESIAN, ENGLISH)
    assert len(reading.text) == 43
    for kind in ("chunks", "pieces", "spelled", "hyphened", "written", "named"):
        alone = [(start + word.start, start + word.end, word.text) for word in cut(reading.text[start:end], kind)]
        assert [(word.start, word.end, word.text) for word in between(reading, kind, start, end)] == alone
    assert [word.text for word in written(reading, "named")][4:8] == ["”", "kata", "J.", "O'Brien"]


def test_what_was_found_stays_in_its_process() -> None:
    """A case that goes to a worker carries its texts, not what was found in them."""
    case = lay_out(TRANSLATION, ORIGINAL)
    before = len(pickle.dumps(case))
    assert len(find.quotations(case.target).outer) == 2
    names.words(case.target)
    assert len(pickle.dumps(case)) == before
    again = pickle.loads(pickle.dumps(case))
    assert find.quotations(again.target) == find.quotations(case.target)


def test_a_judged_case_keeps_no_words() -> None:
    """A run of a million articles holds the texts, not all that was found in them."""
    case = lay_out(TRANSLATION, ORIGINAL)
    reading = case.target
    report = pipeline.judge(case, Context(OriginalIndex(()), NameIndex()))
    assert report.entities
    assert case.target is not reading


def counted(functions: list[Callable[..., Any]], run: Callable[[], object]) -> Counter[tuple[str, str]]:
    """(function, text it was given) -> how often it was called while `run` ran."""
    codes: dict[CodeType, str] = {f.__code__: f"{f.__module__}.{f.__name__}" for f in functions}
    calls: Counter[tuple[str, str]] = Counter()

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in codes:
            given = frame.f_locals
            asked = f"{codes[frame.f_code]} {given.get('kind', '')}".strip()
            calls[asked, given["text"] if "text" in given else given["reading"].text] += 1

    sys.setprofile(look)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("original", [ORIGINAL, None], ids=["against its original", "alone"])
def test_an_audit_reads_each_text_once(tmp_path: Path, original: str | None) -> None:
    """Sentences, words, numbers, quotations with speakers, capitalised words, furniture: once for each text."""
    (tmp_path / "t.txt").write_text(TRANSLATION, encoding="utf-8")
    (tmp_path / "o.txt").write_text(original or "", encoding="utf-8")
    functions: list[Callable[..., Any]] = [
        sentences.split, identify.is_foreign, text._lines, text._words,
        names.tokens, words.tokens, parse.numbers, find.find, attribute._beside, attribute._speakers, scan._runs,
        furniture._found, foreign._foreign_runs, repeats._repeats,
    ]  # fmt: skip

    def run() -> None:
        originals = [str(tmp_path / "o.txt")] if original else []
        (document,) = mtaudit.audit(tmp_path / "t.txt", originals=originals, **OFF).documents
        assert (document.original is not None) == (original is not None)
        assert any("Zelinski" in (e.found or "") for e in document.entities)

    calls = counted(functions, run)
    texts = {TRANSLATION, ORIGINAL, *TRANSLATION.split("\n"), *ORIGINAL.split("\n")}
    asked = {(function, text): n for (function, text), n in calls.items() if text in texts}
    assert {text for _, text in asked} >= ({TRANSLATION, ORIGINAL} if original else {TRANSLATION})
    assert [key for key, n in asked.items() if n > 1] == []
