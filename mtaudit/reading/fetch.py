"""Fetching feeds and pages over http(s), redirects followed, what has not changed taken from the store."""

from __future__ import annotations

import re
import time

from mtaudit.errors import InputError
from mtaudit.reading.decode import gunzip
from mtaudit.reading.files import plain_name
from mtaudit.reading.interface import Source
from mtaudit.reading.responses import FetchOptions, Response

_PATH = re.compile(r"[^:]+://[^/?#]*([^?#]*)")


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
