"""Fetching feeds and pages over http(s), within bounds."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.errors import InputError
from mtaudit.reading.interface import Source


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """Bounds of a fetch."""

    timeout: float = 30.0


def fetch_source(url: str, options: FetchOptions) -> Source:
    """Fetch `url`."""
    raise InputError(url, "not fetched: fetching is not built yet, save it to a file and name that")
