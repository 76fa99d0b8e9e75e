"""What was audited before is known by id and content, and survives the run."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mtaudit.case import Document
from mtaudit.errors import UsageError
from mtaudit.model import Skipped
from mtaudit.reading import Pair
from mtaudit.reading.responses import Response
from mtaudit.reading.state import State, only_new, parse_since, published_since

ARTICLE = Document("g-1", "feed.xml", "Judul\nIsi.", title="Judul", published="2025-08-20T03:00:00+00:00")


def test_unchanged_articles_are_left_out_and_changed_ones_are_not(tmp_path: Path) -> None:
    """Across two openings of the file; another id, another text, another title and another feed are new."""
    with State(tmp_path / "s.db") as state:
        assert list(only_new([ARTICLE], state)) == [ARTICLE]
        state.remember(ARTICLE)
    others = [
        replace(ARTICLE, id="g-2"),
        replace(ARTICLE, text="Judul\nIsi baru."),
        replace(ARTICLE, title="Lain"),
        replace(ARTICLE, input="other.xml"),
        Skipped("x", "broken"),
        Pair(ARTICLE, Document("o", "o", "Original")),
    ]
    with State(tmp_path / "s.db") as state:
        assert list(only_new([ARTICLE, *others], state)) == others
        assert list(only_new([Pair(ARTICLE)], state)) == []


def test_a_changed_article_is_known_in_its_new_form_only(tmp_path: Path) -> None:
    """Going back to the old text is a change, too."""
    changed = replace(ARTICLE, text="Isi baru.")
    with State(tmp_path / "s.db") as state:
        state.remember(ARTICLE)
        state.remember(changed)
        assert state.is_unchanged(changed)
        assert not state.is_unchanged(ARTICLE)


def test_what_was_read_but_not_remembered_is_new_again(tmp_path: Path) -> None:
    """A run that was killed before the audit loses nothing."""
    with State(tmp_path / "s.db") as state:
        list(only_new([ARTICLE], state))
    with State(tmp_path / "s.db") as state:
        assert list(only_new([ARTICLE], state)) == [ARTICLE]


def test_responses_are_kept_while_they_can_be_asked_for_again(tmp_path: Path) -> None:
    """With ETag or date; a later response without either takes their place."""
    with State(tmp_path / "s.db") as state:
        response = Response("https://x.test/b", b"\0body", "text/html", "utf-8", '"v1"', None)
        state.keep_response("https://x.test/a", response)
    with State(tmp_path / "s.db") as state:
        assert state.response("https://x.test/a") == response
        state.keep_response("https://x.test/a", replace(response, etag=None))
        assert state.response("https://x.test/a") is None


def test_files_of_another_kind_are_refused(tmp_path: Path) -> None:
    """Text, another program's database, a newer version: nothing is overwritten."""
    text = tmp_path / "notes.txt"
    text.write_text("not a database, but long enough to be looked at as one " * 20)
    with pytest.raises(UsageError, match="name another"):
        State(text)
    assert text.read_text().startswith("not a database")
    for statement in ("create table t (x)", "pragma user_version = 99"):
        path = tmp_path / f"{len(statement)}.db"
        other = sqlite3.connect(path)
        other.execute(statement)
        other.commit()
        other.close()
        with pytest.raises(UsageError, match="another"):
            State(path)


def test_since_leaves_out_what_is_older_and_keeps_what_has_no_date() -> None:
    """Dates of feeds (RFC 2822) and pages (ISO 8601) alike."""
    old = replace(ARTICLE, id="old", published="Tue, 19 Aug 2025 23:59:00 +0700")
    local = replace(ARTICLE, id="local", published="2025-08-20T00:30:00")
    items = [
        old,
        local,
        ARTICLE,
        replace(ARTICLE, id="none", published=None),
        replace(ARTICLE, id="odd", published="soon"),
    ]
    kept = list(published_since([*items, Skipped("x", "y")], parse_since("2025-08-20")))
    assert [getattr(i, "id", None) for i in kept] == ["local", "g-1", "none", "odd", None]


def test_since_takes_dates_and_moments() -> None:
    """UTC unless a zone is given; anything else is an error that shows how to write it."""
    assert parse_since("2025-08-20") == datetime(2025, 8, 20, tzinfo=UTC)
    assert parse_since("2025-08-20T07:00+07:00") == datetime(2025, 8, 20, tzinfo=UTC)
    with pytest.raises(UsageError, match="2026-11-21"):
        parse_since("yesterday")
