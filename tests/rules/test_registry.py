"""Which rules run, and what becomes of their findings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from mtaudit.case import Case, Document
from mtaudit.errors import UsageError
from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.model import Category, Finding, Severity
from mtaudit.rules.registry import Rule, all_rules, run, selected

CASE = Case(Document("d", "d.txt", "satu dua satu tiga"), (), (), (), ENGLISH_INDONESIAN)


class Words(Rule):
    """Finds words."""

    code = "TST901"
    name = "words"
    category: ClassVar[Category] = "surface"
    severity: ClassVar[Severity] = "minor"
    why = "It is a test."
    example = ("one", "satu")

    def __init__(self, *words: tuple[str, Severity]) -> None:
        self.words = words

    def check(self, case: Case) -> Iterator[Finding]:
        for word, severity in self.words:
            start = -1
            while (start := case.text.find(word, start + 1)) >= 0:
                yield Finding(self.code, self.category, severity, "here", start, start + len(word), word)


class More(Words):
    """Says more."""

    code = "TST902"


class Modest(Words):
    """Yields."""

    code = "TST903"
    yields_to = ("TST902",)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Installs a package with one rule of the code that it is called with."""

    def install(code: str) -> None:
        (tmp_path / "house_rules.py").write_text(
            "from mtaudit.rules.registry import Rule\n\n\n"
            f"class House(Rule):\n    code = {code!r}\n    name = 'house'\n    check = list\n"
        )
        about = tmp_path / "house_rules-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text("[mtaudit.rules]\nhouse = house_rules:House\n")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "house_rules", raising=False)
        all_rules.cache_clear()

    yield install
    monkeypatch.undo()
    sys.modules.pop("house_rules", None)
    all_rules.cache_clear()


def test_rules_of_another_package_are_rules_like_the_others(elsewhere: Callable[[str], None]) -> None:
    """Selected and left out by their codes."""
    elsewhere("HSE001")
    assert all_rules()["HSE001"].name == "house"
    assert [rule.code for rule in selected(["HSE"])] == ["HSE001"]


def test_a_rule_of_another_package_takes_no_code_that_is_there(elsewhere: Callable[[str], None]) -> None:
    """Two rules under one code could not be told apart in any report."""
    elsewhere("SUR501")
    with pytest.raises(UsageError, match="rule SUR501 of house_rules:House is there already"):
        all_rules()


def test_one_fault_in_several_places_is_one_finding() -> None:
    """The second place is listed with the first."""
    (found,) = run(CASE, [Words(("satu", "minor"))])
    assert (found.start, [p.start for p in found.places]) == (0, [9])


def test_the_worst_comes_first_then_the_place() -> None:
    """Severity before position."""
    found = run(CASE, [Words(("dua", "minor"), ("tiga", "critical"), ("satu", "minor"))])
    assert [f.text for f in found] == ["tiga", "satu", "dua"]


def test_fingerprints_do_not_depend_on_position() -> None:
    """The same word at another place of the same document has the same fingerprint; another document's differs."""
    moved = Case(Document("d", "d.txt", "nol satu"), (), (), (), ENGLISH_INDONESIAN)
    other = Case(Document("e", "e.txt", "nol satu"), (), (), (), ENGLISH_INDONESIAN)
    marks = [run(case, [Words(("satu", "minor"))])[0].fingerprint for case in (CASE, moved, other)]
    assert marks[0] == marks[1] != marks[2]


def test_a_general_rule_is_silent_where_a_special_one_speaks() -> None:
    """Only at the same stretch."""
    found = run(CASE, [More(("dua", "minor")), Modest(("dua", "minor"), ("tiga", "minor"))])
    assert [(f.rule, f.text) for f in found] == [("TST902", "dua"), ("TST903", "tiga")]


class Missing(Rule):
    """Tells a stretch of the original that the translation has nothing for."""

    code = "TST904"
    name = "missing"
    category: ClassVar[Category] = "surface"
    severity: ClassVar[Severity] = "major"
    why = "It is a test."
    example = ("one", "satu")

    def __init__(self, original: str) -> None:
        self.original = original

    def check(self, case: Case) -> Iterator[Finding]:
        yield Finding(self.code, self.category, self.severity, "missing", None, None, None, original=self.original)


class Last(Missing):
    """Has the last word, if any."""

    code = "TST905"
    yields_to_all: ClassVar[bool] = True


def test_what_is_missing_is_told_once() -> None:
    """By the rule that can say why, where its words are among those of the other."""
    sentence = "The old bridge fell."
    assert [f.rule for f in run(CASE, [Missing("old bridge"), Last(sentence)])] == ["TST904"]
    assert [f.rule for f in run(CASE, [Missing("a ferry"), Last(sentence)])] == ["TST904", "TST905"]


def test_rules_are_chosen_by_the_beginning_of_their_code() -> None:
    """A prefix selects a family; one that matches nothing is a usage error."""
    codes = {rule.code for rule in selected(["ENT", "QUO2"], ["ENT101"])}
    assert codes
    assert all(code.startswith(("ENT", "QUO2")) for code in codes)
    assert "ENT101" in all_rules()
    assert "ENT101" not in codes
    with pytest.raises(UsageError, match="XYZ"):
        selected(["XYZ"])
