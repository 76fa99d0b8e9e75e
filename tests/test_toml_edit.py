"""Keys set in a TOML file that people wrote."""

from __future__ import annotations

import pytest

from mtaudit.errors import UsageError
from mtaudit.toml_edit import with_keys

VALUES = {"serious": 0.6, "fault": 0.3}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "[reader]\nserious = 0.6\nfault = 0.3\n"),
        ("jobs = 2", "jobs = 2\n\n[reader]\nserious = 0.6\nfault = 0.3\n"),
        ("[ reader ] # ours\n", "[ reader ] # ours\nserious = 0.6\nfault = 0.3\n"),
        (
            "[reader]\n# seen in May\nfault=0.5 # low\nserious = 1\n\n[gate]\nmax-major = 1\n",
            "[reader]\n# seen in May\nfault=0.3 # low\nserious = 0.6\n\n[gate]\nmax-major = 1\n",
        ),
        ("[gate]\r\nmax-major = 1\r\n", "[gate]\r\nmax-major = 1\r\n\n[reader]\nserious = 0.6\nfault = 0.3\n"),
    ],
)
def test_what_is_there_stays(old: str, new: str) -> None:
    """Comments, order and other tables; keys are changed where they stand."""
    assert with_keys(old, "reader", VALUES) == new
    assert with_keys(new, "reader", VALUES) == new


def test_a_key_can_go() -> None:
    """None takes it out; a table that isn't there isn't made for that."""
    assert (
        with_keys("[reader]\nserious = 0.5\n", "reader", {"serious": None, "fault": 0.3}) == "[reader]\nfault = 0.3\n"
    )
    assert with_keys("jobs = 2\n", "reader", {"serious": None, "fault": None}) == "jobs = 2\n"


def test_a_table_inside_others() -> None:
    """As in pyproject.toml."""
    old = "[tool.mtaudit]\njobs = 2\n"
    assert (
        with_keys(old, "tool.mtaudit.reader", VALUES) == old + "\n[tool.mtaudit.reader]\nserious = 0.6\nfault = 0.3\n"
    )


@pytest.mark.parametrize(
    "old", ["reader = { serious = 0.5 }\n", "reader.serious = 0.5\n", '[reader]\nx = """\nfault = 1\n"""\n']
)
def test_another_spelling_is_told(old: str) -> None:
    """Rather than spoil the file: one line with what to write."""
    with pytest.raises(UsageError, match=r"write there: serious = 0.6, fault = 0.3"):
        with_keys(old, "reader", VALUES)
