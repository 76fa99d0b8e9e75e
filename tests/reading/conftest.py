"""A real HTTP server on loopback, well-behaved and otherwise."""

import gzip
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

CERTIFICATE = Path(__file__).parent / "public.test.pem"  # made with openssl, valid for a hundred years

FEED = (
    b'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Kabar</title>\n'
    b"<item><title>Judul satu</title>\n<guid>g-1</guid><link>https://news.test/1</link>\n"
    b"<pubDate>Wed, 20 Aug 2025 10:00:00 +0700</pubDate>"
    b"<description>&lt;p&gt;Isi satu.&lt;/p&gt;</description></item>\n"
    b"<item><title>Judul dua</title>\n<guid>g-2</guid><link>https://news.test/2</link>\n"
    b"<description>Isi dua.</description></item></channel></rss>\n"
)


class Handler(BaseHTTPRequestHandler):
    """One path a kind of server."""

    protocol_version = "HTTP/1.1"
    stop: threading.Event
    requests: list[tuple[str, dict[str, str]]]

    def log_message(self, format: str, *args: object) -> None:
        pass

    def answer(self, body: bytes, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self.requests.append((self.path, dict(self.headers)))
        try:
            getattr(self, "get_" + self.path.strip("/").split("/")[0].split("?")[0].replace(".", "_"))()
        except OSError:
            self.close_connection = True

    def get_feed_xml(self) -> None:
        if self.headers.get("If-None-Match") == '"v1"':
            self.answer(b"", 304)
        else:
            self.answer(FEED, Content_Type="application/rss+xml", ETag='"v1"')

    def get_misnamed(self) -> None:
        self.answer(FEED, Content_Type="text/html; charset=utf-8")

    def get_page(self) -> None:
        text = "<html><body><h1>Judul</h1><p>“Isi” dengan é.</p></body></html>"
        self.answer(text.encode("cp1252"), Content_Type="text/html; charset=windows-1252")

    def get_packed(self) -> None:
        self.answer(gzip.compress(FEED), Content_Type="application/rss+xml", Content_Encoding="gzip")

    def get_file_xml_gz(self) -> None:
        self.answer(gzip.compress(FEED), Content_Type="application/gzip")

    def get_bomb(self) -> None:
        bomb = gzip.compress(b"\0" * 50_000_000)
        self.answer(bomb, Content_Type="text/plain", Content_Encoding="gzip")

    def get_brotli(self) -> None:
        self.answer(b"xx", Content_Type="text/plain", Content_Encoding="br")

    def get_chunked(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for start in range(0, len(FEED), 50):
            part = FEED[start : start + 50]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        self.wfile.write(b"0\r\n\r\n")

    def get_moved(self) -> None:
        self.answer(b"", 301, Location="/feed.xml")

    def get_loop(self) -> None:
        self.answer(b"", 302, Location="/loop")

    def get_to_file(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def get_to(self) -> None:
        self.answer(b"", 302, Location=self.path.split("?", 1)[1])

    def get_large(self) -> None:
        self.answer(b"x" * 10, length=10**9, Content_Type="text/plain")

    def get_short(self) -> None:
        self.answer(b"x" * 10, length=1000, Content_Type="text/plain")
        self.close_connection = True

    def get_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Connection", "close")
        self.end_headers()
        while not self.stop.is_set():
            self.wfile.write(b"lagi dan lagi\n" * 1000)

    def get_trickle(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Connection", "close")
        self.end_headers()
        while not self.stop.wait(0.05):
            self.wfile.write(b".")
        self.close_connection = True

    def get_slow_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.stop.wait(0.05):
            self.wfile.write(b".")
        self.close_connection = True

    def get_silent(self) -> None:
        self.stop.wait(30)
        self.close_connection = True

    def get_garbage(self) -> None:
        self.wfile.write(b"\x00\x01 this is no HTTP\r\n\r\n")
        self.close_connection = True

    def get_hangup(self) -> None:
        self.close_connection = True

    def get_missing(self) -> None:
        self.answer(b"", 404)

    def get_busy(self) -> None:
        self.answer(b"", 503)


class Server:
    """A server that is running: its address and what was asked of it."""

    def __init__(self, url: str, requests: list[tuple[str, dict[str, str]]]) -> None:
        self.url = url
        self.requests = requests


@pytest.fixture
def server() -> Iterator[Server]:
    """Over plain HTTP."""
    with serving() as running:
        yield running


@pytest.fixture
def tls_server() -> Iterator[Server]:
    """Over TLS, with a certificate for public.test that nobody trusts unless told to."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with serving(context) as running:
        yield running


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    stop = threading.Event()
    requests: list[tuple[str, dict[str, str]]] = []
    handler = type("Bound", (Handler,), {"stop": stop, "requests": requests})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        running.daemon_threads = True
        if tls is not None:
            running.socket = tls.wrap_socket(running.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield Server(f"{'https' if tls else 'http'}://127.0.0.1:{running.server_address[1]}", requests)
        finally:
            stop.set()
            running.shutdown()
            thread.join()
