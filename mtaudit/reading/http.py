"""One GET over http(s), bounded in time and size and in whom it talks to; urllib3 does the talking.

The host is resolved once per hop, every address it has is checked, and the connection goes to that very address (the
name travels in `Host` and TLS alone), so that a name cannot turn private between check and connection. Proxies named in
the environment are not used, for they would undo this.
"""

from __future__ import annotations

import importlib.metadata
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from email.message import Message
from http.client import HTTPException
from urllib.parse import urljoin

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Url, parse_url

from mtaudit.errors import InputError
from mtaudit.reading.addresses import public_addresses
from mtaudit.reading.decode import gunzip
from mtaudit.reading.responses import FetchOptions, Response

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.8"


def get(url: str, current: str, known: Response | None, options: FetchOptions, deadline: float) -> Response | str:
    """The response of one hop, or the address that it redirects to. `url` is what the user named, for messages."""
    target = _parsed(url, current)
    addresses = public_addresses(url, target.host or "", _port(target), _may_be_private(url, target, options))
    try:
        with _connected(target, addresses, options, deadline) as connection:
            headers = {"Host": target.netloc or "", "User-Agent": _agent(), "Accept": _ACCEPT}
            headers["Accept-Encoding"] = "gzip"
            if known is not None and known.etag:
                headers["If-None-Match"] = known.etag
            if known is not None and known.last_modified:
                headers["If-Modified-Since"] = known.last_modified
            connection.request("GET", target.request_uri, headers=headers, preload_content=False, decode_content=False)
            with closing(connection.getresponse()) as answer:
                return _answered(url, current, known, answer, options, deadline)
    except (HTTPError, HTTPException, OSError, ValueError, AttributeError) as error:
        if time.monotonic() >= deadline:
            reason = f"not there after {options.timeout:g} s: try later, or allow more time"
        else:
            reason = f"cannot be fetched ({_brief(error)}): check address and network"
        raise InputError(url, reason) from error


def _answered(
    url: str, current: str, known: Response | None, answer: BaseHTTPResponse, options: FetchOptions, deadline: float
) -> Response | str:
    """What an answer amounts to: a response, or the address that it redirects to."""
    if answer.status in _REDIRECTS and answer.headers.get("Location"):
        return urljoin(current, answer.headers["Location"])
    if answer.status == 304 and known is not None:
        return known
    if answer.status != 200:
        raise InputError(url, f"the server says {answer.status} {answer.reason or ''}".rstrip() + _mend(answer))
    body = _body(url, answer, options.max_bytes)
    if time.monotonic() >= deadline:  # cut off by the watchdog, which looks like the end of the stream
        raise TimeoutError
    return _response(url, current, answer, body, options.max_bytes)


def _parsed(url: str, current: str) -> Url:
    try:
        target = parse_url(current)
        _port(target)
    except (LocationParseError, ValueError) as error:
        raise InputError(url, f"no address that can be read ({current!r}): check it") from error
    if target.scheme not in ("http", "https") or not target.host:
        raise InputError(url, f"{target.scheme or 'no scheme'}: only http and https are fetched")
    if target.auth is not None:
        shown = url.replace(f"{target.auth}@", "", 1)
        raise InputError(shown, "user and password in an address are not sent: fetch it yourself and pass it by `-`")
    return target


def _may_be_private(url: str, target: Url, options: FetchOptions) -> bool:
    """Whether this hop may go to a private address: with "named" only to host and port of the address named."""
    if options.allow_private == "named":
        named = _parsed(url, url)
        return (named.host, _port(named)) == (target.host, _port(target))
    return bool(options.allow_private)


def _port(target: Url) -> int:
    return target.port or (443 if target.scheme == "https" else 80)


@contextmanager
def _connected(target: Url, addresses: list[str], options: FetchOptions, deadline: float) -> Iterator[HTTPConnection]:
    """A connection to the first of `addresses` that takes it; cut off at `deadline`, whatever it is doing then."""
    connection, errors = None, list[Exception]()
    for address in addresses:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        candidate = _connection(target, address, min(options.connect_timeout, left))
        watchdog = threading.Timer(left, _cut, (candidate,))
        watchdog.daemon = True
        watchdog.start()
        try:
            candidate.connect()
        except (HTTPError, OSError) as error:
            watchdog.cancel()
            candidate.close()
            errors.append(error)
            continue
        connection = candidate
        break
    if connection is None:
        raise errors[-1] if errors else OSError("no address")
    held = connection.sock
    watchdog.args = (connection, held)
    try:
        held.settimeout(max(0.001, deadline - time.monotonic()))
        yield connection
    finally:
        watchdog.cancel()
        connection.close()
        held.close()


def _connection(target: Url, address: str, timeout: float) -> HTTPConnection:
    host = (target.host or "").strip("[]")
    if target.scheme == "http":
        return HTTPConnection(address, _port(target), timeout=timeout)
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())  # beside the system's, for machines that have none
    return HTTPSConnection(
        address, _port(target), timeout=timeout, ssl_context=context, server_hostname=host, assert_hostname=host
    )


def _cut(connection: HTTPConnection, held: socket.socket | None = None) -> None:
    """End whatever is going on over a connection; the thread that waits for it sees the end of the stream."""
    sock = held or getattr(connection, "sock", None)
    if sock is not None:
        with suppress(OSError):  # closed by now
            socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _body(url: str, answer: BaseHTTPResponse, limit: int) -> bytes:
    """The bytes as sent. Raises InputError where they are more than `limit`, HTTPError where fewer than announced."""
    too_large = f"larger than {limit / 1048576:g} MB: save it to a file and name that"
    length = answer.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > limit:
        raise InputError(url, too_large)
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(65536):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise InputError(url, too_large)
    return b"".join(parts)


def _response(url: str, current: str, answer: BaseHTTPResponse, body: bytes, limit: int) -> Response:
    encoding = answer.headers.get("Content-Encoding", "").strip().lower()
    if encoding in ("gzip", "x-gzip"):
        body = gunzip(body, url, limit)
    elif encoding not in ("", "identity"):
        raise InputError(
            url, f"sent with the encoding {encoding!r}, though gzip alone was asked for: save it to a file"
        )
    told = Message()
    told["Content-Type"] = answer.headers.get("Content-Type", "application/octet-stream")
    return Response(
        url=current,
        body=body,
        media_type=told.get_content_type(),
        charset=told.get_content_charset(),
        etag=answer.headers.get("ETag"),
        last_modified=answer.headers.get("Last-Modified"),
    )


def _mend(answer: BaseHTTPResponse) -> str:
    if answer.status in (401, 403):
        return ": it wants credentials; fetch it yourself and pass it by `-`"
    if answer.status == 429 or answer.status >= 500:
        return ": try again later"
    return ": check the address"


def _brief(error: BaseException) -> str:
    """The error's own words: those of the system where it comes from there, else without object addresses."""
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, OSError) and inner.strerror:
            return inner.strerror
        inner = inner.__cause__ or inner.__context__
    text = str(error).split(": ", 1)[-1] if ">: " in str(error) or "object at 0x" in str(error) else str(error)
    return text.split("\n")[0] or type(error).__name__


def _agent() -> str:
    try:
        return f"mtaudit/{importlib.metadata.version('mtaudit')}"
    except importlib.metadata.PackageNotFoundError:  # run from a checkout
        return "mtaudit"
