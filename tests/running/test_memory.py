"""State files from Python: noted when the report is returned."""

from __future__ import annotations

from pathlib import Path

import pytest

import mtaudit
from mtaudit.case import Document
from mtaudit.config import Settings
from mtaudit.errors import UsageError
from mtaudit.running.memory import Memory

TEXT = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana.\n"


def test_what_was_returned_is_not_audited_again(tmp_path: Path) -> None:
    """`mtaudit.audit(..., state=, new_only=True)` twice: one document, then none; a changed one again."""
    article, state = tmp_path / "a.txt", str(tmp_path / "state.sqlite3")

    def count() -> int:
        return len(mtaudit.audit([str(article)], back_translation=False, state=state, new_only=True).documents)

    article.write_text(TEXT)
    assert (count(), count()) == (1, 0)
    article.write_text(TEXT * 2)
    assert count() == 1


def test_nothing_is_noted_without_commit(tmp_path: Path) -> None:
    """A run that ends before its report is out leaves the state as it was, and counts what it left out."""
    settings = Settings(state=str(tmp_path / "state.sqlite3"), new_only=True)
    document = Document("a", "feed.xml", TEXT)
    for commit in (False, True):
        with Memory(settings) as memory:
            assert memory.wants(document)
            if commit:
                memory.commit()
    with Memory(settings) as memory:
        assert not memory.wants(document)
        assert memory.left_out == 1


def test_new_only_needs_a_state_file() -> None:
    """There is nothing to know what is new by."""
    with pytest.raises(UsageError, match="--state"):
        Memory(Settings(new_only=True))
