"""A text is cut into words in a few rooms; judges, measures and rules ask these."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROOMS = ("adequacy", "estimation", "evidence", "names", "numbers", "quotes", "reader", "rules", "surface", "terms")
# Rooms and files of these that cut texts into words, and why.
CUTTERS = {
    "estimation/counts.py": "tokens as the table of counts was made of them",
    "names/scan.py": "small words of four letters and more, told from the words that the reading keeps",
    "names/tokens.py": "words with shape and gap, as the tagger of names learnt them; kept by the reading",
    "numbers": "number words of a text whose addresses are blanked; the numbers are kept by the reading",
    "quotes/words.py": "words under their keys of the word list; kept by the reading",
}
# What is taken apart besides, as the program writes it: where, what, and why that is no text.
TAKEN_APART = (
    ("evidence/translation_table.py", ["row[3]"], "forms in a table"),
    ("names", ["form", "form.strip()", "alias", "e.name.lower()", "self.name"], "names and forms in a table"),
    ("names/right.py", ["(person.forms or (person.name,))[0]"], "a form in a table"),
    ("names", ["name", "mention.text", "first.text"], "a name that was found before"),
    (
        "names/mend.py",
        ["f", "tables.gazetteer.without_article(name)"],
        "a form in a table; a name that was found before",
    ),
    ("names/roads.py", ["text", "original", "found"], "rules in a table; two spellings of a name"),
    ("quotes/attribute.py", ["phrase"], "a phrase in a table"),
    ("quotes/person.py", ["name", "one", "other"], "the name of a speaker, found before"),
    ("quotes/signals.py", ["words.replace('-', ' ')"], "a phrase in a table"),
    ("rules/names.py", ["entity.suggestion or ''"], "a name to put there"),
    ("rules/quote_speakers.py", ["speaker", "name"], "the name of a speaker, found before"),
    ("rules/terminology.py", ["form.strip()"], "a form in a glossary"),
)
PROBE = "Tiga anak kecil pergi ke pasar baru."
FEWEST = 4  # words of the probe that a pattern finds which cuts texts into words
FUNCTIONS = frozenset("compile findall finditer fullmatch match search split sub".split())

Place = tuple[str, int, str]  # file, line, what is taken apart ("" where a pattern is made for later)


def cuts(package: Path) -> Iterator[Place]:
    """Where a text is cut: at blanks by `split`, or by a constant pattern that finds the words of a sentence."""
    for path in sorted(p for room in ROOMS for p in (package / room).rglob("*.py")):
        inside = path.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name("re"), attr=name), args=[ast.Constant(str(pattern)), *on]
                ):
                    if name in FUNCTIONS and finds_words(pattern, name):
                        yield inside, node.lineno, ast.unparse(on[0]) if on and name == "split" else ""
                case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="split")):
                    pass  # a list in the program
                case ast.Call(func=ast.Attribute(value=value, attr="split"), args=[] | [ast.Constant(" ")]):
                    yield inside, node.lineno, ast.unparse(value)


def finds_words(pattern: str, function: str) -> bool:
    found = re.split(pattern, PROBE) if function == "split" else [m.group() for m in re.finditer(pattern, PROBE)]
    return len(set(found) & set(re.findall(r"\w+", PROBE))) >= FEWEST


def allowed(place: Place) -> bool:
    path, _, what = place
    if any(path == where or path.startswith(where + "/") for where in CUTTERS):
        return True
    return any(what in those for where, those, _ in TAKEN_APART if path == where or path.startswith(where + "/"))


@pytest.fixture(scope="module")
def found() -> list[Place]:
    return list(cuts(ROOT / "mtaudit"))


def test_nobody_cuts_a_text_for_himself(found: list[Place]) -> None:
    """`mtaudit.text.words`, `between` and `cut` have the ways to cut a text."""
    assert [place for place in found if not allowed(place)] == []


def test_nothing_is_allowed_that_is_not_there(found: list[Place]) -> None:
    """An exception that nobody needs any more goes."""
    for room in CUTTERS:
        assert any(path == room or path.startswith(room + "/") for path, _, _ in found), room
    for where, those, _ in TAKEN_APART:
        here = {what for path, _, what in found if path == where or path.startswith(where + "/")}
        assert set(those) <= here, where


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ('_WORD = re.compile(r"[^\\W\\d_]+(?:[-\'’][^\\W\\d_]+)*")', True),
        ("found = sentence.text.lower().split()", True),
        ('for match in re.finditer(r"\\S+", text): pass', True),
        ('parts = re.split(r"[\\s-]+", case.text)', True),
        ('NAMES = "kata ujar".split()', False),
        ('key, value = row.split("\\t")', False),
        ('_HUMP = re.compile(r"[A-Z][a-z]+")', False),
        ('_MARK = re.compile(r"[.!?…]\\s+")', False),
    ],
)
def test_a_cut_is_seen(tmp_path: Path, line: str, seen: bool) -> None:
    """The look through the syntax tree finds what it is for, and lets tables and patterns of single words alone."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "judge.py").write_text(line + "\n", encoding="utf-8")
    places = list(cuts(tmp_path))
    assert bool(places) == seen
    assert not any(allowed(place) for place in places)
