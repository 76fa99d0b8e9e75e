"""`--state`, `--new-only`, `--since` through the installed command, with feeds from a file and from a server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import Run

OPTIONS = ("--no-translation", "--state", "state.sqlite3", "--new-only", "--format", "json")


def feed(**bodies: str) -> str:
    """A JSON Feed; the names of the items are their ids. Item `lama` is of August, the others of November."""
    items = [
        {
            "id": name,
            "title": f"Presiden tiba di kota {name}",
            "content_text": body,
            "date_published": "2026-08-01T10:00:00Z" if name == "lama" else "2026-11-20T10:00:00Z",
        }
        for name, body in bodies.items()
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Kabar", "items": items})


BODY = "Menteri Luar Negeri tiba di Jakarta pada hari Senin untuk bertemu dengan Presiden dan para wartawan. "


def audited(done: object) -> list[str]:
    """The ids of the documents in a JSON report on standard output."""
    return [d["id"] for d in json.loads(done.stdout)["documents"]]  # type: ignore[attr-defined]


def test_what_was_audited_and_has_not_changed_is_left_out(mtaudit: Run, tmp_path: Path) -> None:
    """All at first, then only the changed and the new; without --new-only all again."""
    path = tmp_path / "feed.json"
    path.write_text(feed(satu=BODY, dua=BODY * 2))
    assert audited(mtaudit("audit", "feed.json", *OPTIONS)) == ["satu", "dua"]
    assert audited(mtaudit("audit", "feed.json", *OPTIONS)) == []
    path.write_text(feed(satu=BODY, dua=BODY * 3, tiga=BODY))
    assert audited(mtaudit("audit", "feed.json", *OPTIONS)) == ["dua", "tiga"]
    everything = mtaudit("audit", "feed.json", "--no-translation", "--state", "state.sqlite3", "--format", "json")
    assert audited(everything) == ["satu", "dua", "tiga"]


def test_the_gate_looks_at_what_is_new(mtaudit: Run, tmp_path: Path) -> None:
    """A faulty article fails the gate once; --explain tells how many were left out."""
    (tmp_path / "feed.json").write_text(feed(satu=BODY, dua=f"{BODY}Ini satu -satunya jalan bagi negara -negara itu."))
    gate = ("gate", "feed.json", *OPTIONS, "--fail-on", "minor", "--explain")
    first = mtaudit(*gate)
    assert (first.returncode, audited(first)) == (1, ["satu", "dua"])
    second = mtaudit(*gate)
    assert (second.returncode, audited(second)) == (0, [])
    assert "2 articles were left out" in second.stderr


def test_nothing_is_noted_when_the_report_could_not_be_written(mtaudit: Run, tmp_path: Path) -> None:
    """A report that nobody got is no report: the next run audits the same articles again."""
    (tmp_path / "feed.json").write_text(feed(satu=BODY))
    (tmp_path / "file").write_text("")
    assert mtaudit("audit", "feed.json", *OPTIONS, "-o", "file/report.json").returncode == 2
    assert audited(mtaudit("audit", "feed.json", *OPTIONS)) == ["satu"]


def test_since_leaves_out_older_articles(mtaudit: Run, tmp_path: Path) -> None:
    """By the date of the article; what was left out is not noted as audited."""
    (tmp_path / "feed.json").write_text(feed(lama=BODY, baru=BODY))
    assert audited(mtaudit("audit", "feed.json", *OPTIONS, "--since", "2026-11-01")) == ["baru"]
    assert audited(mtaudit("audit", "feed.json", *OPTIONS)) == ["lama"]
    without_state = mtaudit("audit", "feed.json", "--no-translation", "--since", "2026-12-01", "--format", "json")
    assert audited(without_state) == []


@pytest.mark.parametrize(
    "options",
    [("--new-only",), ("--since", "yesterday"), ("--state", "feed.json"), ("--state", "no/such/folder/state.db")],
)
def test_wrong_use_is_one_line(mtaudit: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    """--new-only without a state file, a date that is none, a state file that is something else."""
    (tmp_path / "feed.json").write_text(feed(satu=BODY))
    done = mtaudit("audit", "feed.json", "--no-translation", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_originals_are_never_left_out(mtaudit: Run, tmp_path: Path) -> None:
    """English among the inputs serves a new translation, even if it was there the last time."""
    (tmp_path / "en.txt").write_text(
        "The foreign minister arrived in Jakarta on Monday to meet the president and reporters. The visit lasts two "
        "days, officials said."
    )
    article = tmp_path / "id.txt"
    article.write_text(f"{BODY} Kunjungan itu berlangsung dua hari, kata para pejabat.")
    assert audited(mtaudit("audit", "en.txt", "id.txt", *OPTIONS)) == ["id.txt"]
    article.write_text(f"{BODY} Kunjungan itu berlangsung selama dua hari, kata para pejabat.")
    (document,) = json.loads(mtaudit("audit", "en.txt", "id.txt", *OPTIONS).stdout)["documents"]
    assert document["original"]["id"] == "en.txt"


class FeedServer(BaseHTTPRequestHandler):
    """Serves `body` with its ETag, and 304 to whoever has it already."""

    body = b""
    answers: list[int]

    def do_GET(self) -> None:
        tag = f'"{hash(self.body):x}"'
        status = 304 if self.headers.get("If-None-Match") == tag else 200
        self.answers.append(status)
        sent = self.body if status == 200 else b""
        self.send_response(status)
        self.send_header("ETag", tag)
        self.send_header("Content-Type", "application/feed+json")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def served() -> Iterator[tuple[str, type[FeedServer]]]:
    """The address of a feed on loopback, and the handler whose `body` it serves."""
    handler = type("Bound", (FeedServer,), {"answers": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/feed.json", handler
        finally:
            server.shutdown()
            thread.join()


def test_a_feed_is_asked_for_conditionally(mtaudit: Run, tmp_path: Path, served: tuple[str, type[FeedServer]]) -> None:
    """An unchanged feed is not sent again, and still read whole; a changed one gives what changed."""
    url, server = served
    (tmp_path / "mtaudit.toml").write_text("[feeds]\nallow-private = true\n")
    server.body = feed(satu=BODY, dua=BODY * 2).encode()
    assert audited(mtaudit("audit", url, *OPTIONS)) == ["satu", "dua"]
    assert audited(mtaudit("audit", url, *OPTIONS)) == []
    known = mtaudit("audit", url, "--no-translation", "--state", "state.sqlite3", "--format", "json")
    assert audited(known) == ["satu", "dua"]
    server.body = feed(satu=BODY, dua=BODY).encode()
    assert audited(mtaudit("audit", url, *OPTIONS)) == ["dua"]
    assert server.answers == [200, 304, 304, 200]
