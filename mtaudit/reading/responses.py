"""What a server gave, where it is kept between runs, and the bounds within which it may be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol


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
    counts before and after decompression. `allow_private` lets it talk to loopback, private and link-local addresses,
    "named" only to those of the host that was named, not to where it redirects.
    With a `store`, an unchanged feed is not sent again (ETag, Last-Modified).
    """

    timeout: float = 30.0
    connect_timeout: float = 10.0
    max_bytes: int = 20 * 1024 * 1024
    max_redirects: int = 5
    allow_private: bool | Literal["named"] = False
    store: ResponseStore | None = None
