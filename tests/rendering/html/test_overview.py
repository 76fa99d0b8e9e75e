"""The first screen: what documents are grouped by."""

from __future__ import annotations

import msgspec
import pytest

from mtaudit.rendering.html.overview import source_of
from tests.rendering import building


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ("https://kabar.example/a", "kabar.example"),
        ("berita/a.html", "berita"),
        ("a.html", "."),
        ("http://[x/a.html", "http:/[x"),  # looks like an address and is none
    ],
)
def test_a_source_is_a_site_or_a_folder(given: str, source: str) -> None:
    assert source_of(msgspec.structs.replace(building.clean(), input=given)) == source
