"""Reports to be shown, and the pseudo-language to show them in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mtaudit.interface import catalog
from mtaudit.model import Report
from mtaudit.reports import load
from tests.conftest import ROOT
from tests.interface.pseudo import pseudo


@pytest.fixture(scope="session")
def finished() -> Report:
    """What the program says of the samples."""
    return load(str(ROOT / "reports" / "samples.json"))


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """In the test every message of the program stands between ⟪ and ⟫."""
    monkeypatch.setattr(catalog, "catalog_of", lambda language: pseudo())
    with catalog.using("xx"):
        yield
