"""Fetching over HTTP from a real server on loopback: what comes through, and what each kind of bad server gets told."""

import socket
from pathlib import Path

import pytest

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.model import Skipped
from mtaudit.reading import FetchOptions, http, read_inputs
from mtaudit.reading.addresses import is_public, public_addresses
from mtaudit.reading.fetch import fetch_source
from mtaudit.reading.state import State
from tests.reading.conftest import CERTIFICATE, FEED, Server

HERE = FetchOptions(allow_private=True, timeout=20)
HASTY = FetchOptions(allow_private=True, timeout=0.5)


@pytest.mark.parametrize("path", ["feed.xml", "misnamed", "packed", "file.xml.gz", "chunked", "moved"])
def test_feeds_come_through_whatever_way_they_are_sent(server: Server, path: str) -> None:
    """Compressed, chunked, redirected, or called HTML by the server: the items are the same."""
    items = [i for i in read_inputs([f"{server.url}/{path}"], fetch=HERE) if isinstance(i, Document)]
    assert [(i.id, i.title, i.url) for i in items] == [
        ("g-1", "Judul satu", "https://news.test/1"),
        ("g-2", "Judul dua", "https://news.test/2"),
    ]
    assert items[0].text == "Judul satu\nIsi satu."
    assert items[0].input == f"{server.url}/{path}"
    assert items[0].published == "2025-08-20T03:00:00+00:00"


def test_the_charset_of_the_header_is_used(server: Server) -> None:
    """A page in Windows-1252 keeps its marks and accents."""
    (page,) = read_inputs([f"{server.url}/page"], fetch=HERE)
    assert isinstance(page, Document)
    assert page.text == "Judul\n“Isi” dengan é."


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("loop", "more than 5 redirects"),
        ("to_file", "only http and https"),
        ("to?ftp://127.0.0.1/x", "only http and https"),
        ("to?http://[", "cannot be found|cannot be fetched|no address"),
        ("large", "larger than"),
        ("short", "cannot be fetched"),
        ("bomb", "when decompressed"),
        ("brotli", "encoding 'br'"),
        ("garbage", "cannot be fetched"),
        ("hangup", "cannot be fetched"),
        ("missing", "404"),
        ("busy", "503.*try again later"),
        ("endless", "larger than"),
    ],
)
def test_what_is_out_of_bounds_is_refused_with_a_reason(server: Server, path: str, reason: str) -> None:
    """Redirect loops, other schemes, large, cut and endless bodies, gzip bombs, garbage, error pages."""
    options = FetchOptions(allow_private=True, timeout=20, max_bytes=1_000_000)
    with pytest.raises(InputError, match=reason) as caught:
        fetch_source(f"{server.url}/{path}", options)
    assert caught.value.input == f"{server.url}/{path}"


@pytest.mark.parametrize("path", ["trickle", "slow_headers", "silent"])
def test_slow_servers_are_left_after_the_time_allowed(server: Server, path: str) -> None:
    """Also where each single read is quick, and where the headers never end."""
    with pytest.raises(InputError, match=r"not there after 0\.5 s"):
        fetch_source(f"{server.url}/{path}", HASTY)


def test_private_addresses_are_refused_unless_allowed(server: Server) -> None:
    """Before anything is sent; by number, by name, and in the disguises of numbers."""
    port = server.url.rsplit(":", 1)[1]
    for host in ("127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "[::ffff:127.0.0.1]"):
        (item,) = read_inputs([f"http://{host}:{port}/feed.xml"])
        assert isinstance(item, Skipped)
        assert "no public address" in item.reason, host
    assert server.requests == []


def call_loopback_public_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the name public.test stand for loopback, and nothing else for anything else."""

    def addresses(input: str, host: str, port: int, allow_private: bool) -> list[str]:
        return ["127.0.0.1"] if host == "public.test" else public_addresses(input, host, port, allow_private)

    monkeypatch.setattr(http, "public_addresses", addresses)


def test_tls_is_checked_against_the_name_not_the_address(tls_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate is refused unless it is trusted, and holds for its own name alone."""
    call_loopback_public_test(monkeypatch)
    port = tls_server.url.rsplit(":", 1)[1]
    with pytest.raises(InputError, match=r"cannot be fetched.*certificate"):
        fetch_source(f"https://public.test:{port}/feed.xml", FetchOptions())
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert fetch_source(f"https://public.test:{port}/feed.xml", FetchOptions()).data == FEED
    with pytest.raises(InputError, match=r"cannot be fetched.*match"):
        fetch_source(f"https://127.0.0.1:{port}/feed.xml", HERE)


def test_a_redirect_to_a_private_address_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each hop is checked, not only the address that the user named."""
    call_loopback_public_test(monkeypatch)
    port = server.url.rsplit(":", 1)[1]
    with pytest.raises(InputError, match="no public address"):
        fetch_source(f"http://public.test:{port}/to?{server.url}/feed.xml", FetchOptions())
    assert [path for path, _ in server.requests] == [f"/to?{server.url}/feed.xml"]
    assert server.requests[0][1]["Host"] == f"public.test:{port}"


def test_what_was_named_may_be_private_and_no_redirect_from_it(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """`allow_private="named"`: the host named, and other pages there, but nothing that another host leads to."""
    call_loopback_public_test(monkeypatch)
    port = server.url.rsplit(":", 1)[1]
    named = FetchOptions(allow_private="named")
    assert fetch_source(f"{server.url}/moved", named).data == FEED
    with pytest.raises(InputError, match="no public address"):
        fetch_source(f"http://public.test:{port}/to?{server.url}/feed.xml", named)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2a00:1450:4001:829::200e", True),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::5db8:d70e", True),
        ("fec0::1", False),  # site-local, deprecated by RFC 3879
        ("feff::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::", False),
        ("::93.184.215.14", False),  # IPv4-compatible, deprecated by RFC 4291
        ("64:ff9b:1::1", False),
        ("100::1", False),
        ("100:0:0:1::1", False),
        ("2001::1", False),  # Teredo
        ("2001:1::1", False),
        ("2001:2::1", False),
        ("2001:3::1", False),
        ("2001:4:112::1", False),
        ("2001:10::1", False),
        ("2001:20::1", False),
        ("2001:30::1", False),
        ("2001:db8::1", False),
        ("2002:5db8:d70e::1", False),  # 6to4
        ("2620:4f:8000::1", False),
        ("3fff::1", False),
        ("4000::1", False),
        ("5f00::1", False),
        ("192.0.0.8", False),
        ("192.0.0.9", False),
        ("192.0.0.170", False),
        ("192.0.2.1", False),
        ("192.31.196.1", False),
        ("192.52.193.1", False),
        ("192.88.99.1", False),
        ("192.175.48.1", False),
        ("198.18.0.1", False),
        ("198.51.100.1", False),
        ("203.0.113.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    """Loopback, private, link-local (clouds' metadata), shared, multicast, and IPv4 inside IPv6."""
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/x", "only http and https"),
        ("file://localhost/etc/passwd", "only http and https"),
        ("http://user:secret@example.org/", "user and password"),
        ("http://[::1", "no address"),
        ("http://example.org:99999/", "no address"),
        ("http://no-such-host.invalid/", "cannot be found"),
    ],
)
def test_addresses_that_are_never_fetched(url: str, reason: str) -> None:
    """Other schemes, credentials, nonsense, unknown hosts; a password is not repeated."""
    (item,) = read_inputs([url])
    assert isinstance(item, Skipped)
    assert reason in item.reason
    assert "secret" not in item.input + item.reason


def test_a_feed_that_has_not_changed_is_not_sent_again(server: Server, tmp_path: Path) -> None:
    """The second time the server says 304 and the items come from the state file."""
    url = f"{server.url}/feed.xml"
    seen = []
    for _ in range(2):
        with State(tmp_path / "state.db") as state:
            options = FetchOptions(allow_private=True, store=state)
            seen.append(list(read_inputs([url], fetch=options)))
    assert seen[0] == seen[1]
    assert len(seen[0]) == 2
    assert [headers.get("If-None-Match") for _, headers in server.requests] == [None, '"v1"']


def test_a_connection_that_nobody_answers_is_a_reason_not_an_error() -> None:
    """A closed port."""
    with pytest.raises(InputError, match="cannot be fetched"):
        fetch_source("http://127.0.0.1:1/", HERE)


def test_the_body_is_what_was_sent(server: Server) -> None:
    """Byte for byte."""
    assert fetch_source(f"{server.url}/feed.xml", HERE).data == FEED


def test_a_server_that_is_not_there_is_named_in_plain_words() -> None:
    """The system's own words, without the names of objects."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, but nobody listens
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/feed.xml"
        (item,) = read_inputs([url], fetch=FetchOptions(allow_private=True))
    assert item == Skipped(url, "cannot be fetched (Connection refused): check address and network")
