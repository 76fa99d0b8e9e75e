"""Names of inputs for CI services."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.rendering.paths import relative, uri


def test_paths_below_the_working_folder_become_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CI services want paths from the repository's root."""
    monkeypatch.chdir(tmp_path)
    assert relative(str(tmp_path / "news" / "a.txt")) == "news/a.txt"
    assert relative("./news/a.txt") == "news/a.txt"
    assert relative("/elsewhere/a.txt") == "/elsewhere/a.txt"


def test_urls_and_standard_input_have_names_too() -> None:
    """Neither is a path."""
    assert relative("https://example.org/a?b=c") == "https://example.org/a?b=c"
    assert relative("-") == "stdin"


def test_uris_are_encoded() -> None:
    """RFC 3986."""
    assert uri("berita baru/50%.txt") == "berita%20baru/50%25.txt"
    assert uri("/elsewhere/é.txt") == "file:///elsewhere/%C3%A9.txt"
    assert uri("https://example.org/a?b=c&d=e") == "https://example.org/a?b=c&d=e"
