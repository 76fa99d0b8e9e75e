"""The reports that all formats are tested on."""

from __future__ import annotations

import pytest

from mtaudit.model import Report

from . import building


@pytest.fixture(scope="session")
def full() -> Report:
    """Every status, hostile text, documents without an original, skipped inputs."""
    return building.full_report()


@pytest.fixture(scope="session")
def nothing() -> Report:
    """A report without any document."""
    return building.report(())


@pytest.fixture(scope="session")
def envoy() -> Report:
    """One article with its whole original."""
    return building.report((building.envoy(),))


@pytest.fixture(params=["full", "nothing", "envoy", "alone", "clean", "skipped"])
def any_report(request: pytest.FixtureRequest) -> Report:
    """Each kind of report in turn."""
    from mtaudit.model import Skipped

    made = {
        "full": building.full_report,
        "nothing": lambda: building.report(()),
        "envoy": lambda: building.report((building.envoy(),)),
        "alone": lambda: building.report((building.without_original(),)),
        "clean": lambda: building.report((building.clean(),)),
        "skipped": lambda: building.report((), (Skipped("a.txt", "the file is empty"),)),
    }
    return made[request.param]()
