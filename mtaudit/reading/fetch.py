"""Fetching feeds and pages over http(s): the bounds, and what is kept between runs. The wire is in `http.py`."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import Protocol

from mtaudit.errors import InputError
from mtaudit.reading.decode import gunzip
from mtaudit.reading.files import plain_name
from mtaudit.reading.interface import Source

_PATH = re.compile(r"[^:]+://[^/?#]*([^?#]*)")


@dataclass(frozen=True, slots=True)
class Response:
    """A body as it was sent (decompressed) with what is needed to ask again whether it has changed."""

    url: str  # after redirects
    body: bytes
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class ResponseStore(Protocol):
    """Where responses are kept between runs (`state.State` is one)."""

    def response(self, url: str) -> Response | None:
        """What `url` gave the last time."""

    def keep_response(self, url: str, response: Response) -> None:
        """Keep what `url` gave."""


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """Bounds of a fetch; the defaults fit news feeds.

    `timeout` in seconds, for the whole fetch, redirects included; `connect_timeout` for each connection. `max_bytes`
    counts before and after decompression. `allow_private` lets it talk to loopback, private and link-local addresses.
    With a `store`, an unchanged feed is not sent again (ETag, Last-Modified).
    """

    timeout: float = 30.0
    connect_timeout: float = 10.0
    max_bytes: int = 20 * 1024 * 1024
    max_redirects: int = 5
    allow_private: bool = False
    store: ResponseStore | None = None


def fetch_source(url: str, options: FetchOptions) -> Source:
    """What `url` holds now. Raises InputError, with the mend, where it cannot be had within the bounds."""
    response = fetch(url, options)
    path = _PATH.match(response.url)
    name = plain_name(path.group(1)) if path else ""
    data = gunzip(response.body, url, options.max_bytes)
    return Source(url, data, name=name, charset=response.charset, media_type=response.media_type)


def fetch(url: str, options: FetchOptions) -> Response:
    """GET `url`, redirects followed. Raises InputError as `fetch_source` does."""
    from mtaudit.reading import http  # urllib3 and TLS are loaded when something is fetched, not before

    deadline = time.monotonic() + options.timeout
    stored = options.store.response(url) if options.store else None
    current = url
    for _ in range(options.max_redirects + 1):
        known = stored if stored is not None and stored.url == current else None
        answer = http.get(url, current, known, options, deadline)
        if isinstance(answer, Response):
            if options.store is not None and answer is not known:
                options.store.keep_response(url, answer)
            return answer
        current = answer
    raise InputError(url, f"more than {options.max_redirects} redirects: name the address where it ends")
