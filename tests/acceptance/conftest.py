"""The samples, audited once with the bundled back-translator."""

from __future__ import annotations

import pytest

import mtaudit
from mtaudit.model import DocumentReport, Report
from tests.conftest import SAMPLES


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report on samples/, with everything switched on."""
    return mtaudit.audit([str(SAMPLES)], cache=str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session")
def articles(samples: Report) -> dict[str, DocumentReport]:
    """File name's beginning ("cnbc", "sky", "ap") -> its report."""
    return {d.id.rpartition("/")[2].partition("-")[0]: d for d in samples.documents}
