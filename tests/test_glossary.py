"""The user's table of names: what it may look like, and what is said of one that can't be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit import glossary
from mtaudit.case import GlossaryEntry
from mtaudit.errors import UsageError

KYIV = GlossaryEntry("Kyiv", ("Kyiv", "Kyiw"), ("Kiev",), "LOC")


def written(folder: Path, text: str, name: str) -> list[str]:
    path = folder / name
    path.write_bytes(text.encode())
    return [str(path)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "name,accepted,forbidden,type\nKyiv,Kyiv|Kyiw,Kiev,LOC\n"),
        ("a.csv", "Name, Accepted, FORBIDDEN, Type\n\nKyiv, Kyiv | Kyiw, Kiev, loc\n"),
        ("a.csv", "name;accepted;forbidden;type\r\nKyiv;Kyiv|Kyiw;Kiev;LOC\r\n"),
        ("a.csv", "name\taccepted\tforbidden\ttype\nKyiv\tKyiv|Kyiw\tKiev\tLOC\n"),
        ("a.csv", '"name","accepted","forbidden","type",\n"Kyiv","Kyiv|\nKyiw","Kiev","LOC",\n'),
        ("a.tsv", "name\taccepted\tforbidden\ttype\nKyiv\tKyiv|Kyiw\tKiev\tLOC\n"),
        ("a.tsv", "name,accepted,forbidden,type\nKyiv,Kyiv|Kyiw,Kiev,LOC,,\n"),
        ("a.toml", '[[name]]\nname = "Kyiv"\naccepted = ["Kyiv", "Kyiw"]\nforbidden = "Kiev"\ntype = "LOC"\n'),
    ],
)
def test_one_table_in_many_dresses(tmp_path: Path, name: str, text: str) -> None:
    """Case and blanks of the header, the separator, blank lines and empty columns at the end make no difference."""
    assert glossary.read(written(tmp_path, text, name)) == (KYIV,)


def test_a_form_may_hold_the_separator(tmp_path: Path) -> None:
    """In quotation marks."""
    (entry,) = glossary.read(written(tmp_path, 'name, accepted\nWashington, "Washington, DC"\n', "a.csv"))
    assert entry.accepted == ("Washington, DC",)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "a.csv",
            "name,accepted\nWashington,Washington, DC\n",
            ("line 2", "3 fields", "header has 2", "quotation marks"),
        ),
        ("a.csv", "name,type\n\n\nKyiv,CITY\n", ("line 4", "'CITY'")),
        ("a.csv", 'name,accepted,type\nKyiv,"Kyiv|\nKyiw",LOC\nLviv,,CITY\n', ("line 4", "'CITY'")),
        ("a.csv", 'name,accepted\nOdesa,Odesa\n"Kyiv,Kyiv\nLviv,Lviv\n', ("line 3", "never closed")),
        ("a.csv", 'name,accepted\n"Kyiv,Kyiv\nLviv,"Lviv"\n', ("line 2", "never closed")),
        ("a.csv", "name,accepted,note\nKyiv,Kyiv,x\n", ("line 2", "'note'", "known: name")),
        ("a.csv", "name,name\nKyiv,Kyiv\n", ("line 1", "'name' twice")),
        ("a.csv", "name,,type\nKyiv,x,LOC\n", ("line 2", "'x'", "header")),
        ("a.csv", "Kyiv,Kiev\n", ("header", "'name'")),
        ("a.csv", "", ("header", "'name'")),
        ("a.csv", "name,accepted\n,Kyiv\n", ("line 2", "the name is empty")),
        (
            "a.csv",
            "name,accepted,forbidden\nKyiv,Kyiv,Kiev|KYIV\n",
            ("line 2", "'KYIV'", "both accepted and forbidden"),
        ),
        ("a.toml", 'name = ["Kyiv"]\n', ("name 1", "'Kyiv'", "[[name]]")),
        ("a.toml", "name = 5\n", ("[[name]]",)),
        ("a.toml", "[[name]]\nname = 5\n", ("name 1", "name has 5", 'name = "..."')),
        (
            "a.toml",
            '[[name]]\nname = "A"\n[[name]]\nname = "Kyiv"\naccepted = 7\n',
            ("name 2 ('Kyiv')", "accepted has 7"),
        ),
        ("a.toml", '[[name]]\nname = "Kyiv"\naccepted = ["a", ["b"]]\n', ("name 1", "['b']", 'accepted = ["..."')),
        ("a.toml", '[[name]]\nname = "Kyiv"\naccepted = [7, ["a"]]\n', ("name 1", "accepted has 7")),
        ("a.toml", '[[name]]\nname = "Kyiv"\ntype = ["LOC"]\n', ("name 1", "type has ['LOC']")),
        ("a.toml", '[[name]]\nname = "Kyiv"\nkind = "LOC"\n', ("name 1", "'kind'", "known: name")),
    ],
)
def test_what_is_wrong_is_told_in_one_line_with_its_place(
    tmp_path: Path, name: str, text: str, said: tuple[str, ...]
) -> None:
    """The file, the row by the line on which it begins, the fault and the mend."""
    with pytest.raises(UsageError) as error:
        glossary.read(written(tmp_path, text, name))
    message = str(error.value)
    assert message.startswith("--names ")
    assert "\n" not in message
    assert all(part in message for part in (name, *said)), message
