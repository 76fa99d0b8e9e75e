"""What lowers a verdict is shown: how many findings, by what, where that stands and where they stand."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import Run

FAULTY = "Ini satu -satunya jalan bagi negara -negara itu.\n"  # SUR501 at 1:5 and 1:31
GATE = ("gate", "--no-translation", "--quiet", "--fail-on", "minor")
PLACES = "a.txt:1:5 SUR501, a.txt:1:30 SUR501"


@pytest.fixture(autouse=True)
def article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")


def test_each_cause_tells_what_it_took_out_and_where(mtaudit: Run, tmp_path: Path) -> None:
    """Ignored rules, rules not selected, suppressions and the baseline, of config, environment and command line."""
    assert mtaudit(*GATE, "a.txt").returncode == 1
    config = tmp_path / "mtaudit.toml"
    config.write_text("ignore = ['SUR501']\n")
    done = mtaudit(*GATE, "a.txt", "-o", "r.json", "-o", "r.md")
    assert done.returncode == 0
    told = f"2 findings do not count: rules left out by ignore, mtaudit.toml: {PLACES}"
    assert f"mtaudit: {told}\n" in done.stderr
    assert told.split(":")[0] in (tmp_path / "r.md").read_text()
    (document,) = json.loads((tmp_path / "r.json").read_text())["documents"]
    assert [(t["rule"], t["place"], t["by"]) for t in document["taken_out"]] == [
        ("SUR501", "1:5", "ignore"),
        ("SUR501", "1:30", "ignore"),
    ]
    config.unlink()
    again = mtaudit("gate", "r.json", "--quiet")
    assert f"rules left out by ignore: {PLACES}" in again.stderr
    done = mtaudit(*GATE, "a.txt", "--select", "ENT")
    assert f"rules left out by select, given on the command line: {PLACES}" in done.stderr
    config.write_text("[[suppress]]\nrule = 'SUR501'\nreason = 'our style'\ntext = 'satu -satunya'\n")
    done = mtaudit(*GATE, "a.txt")
    assert done.returncode == 1
    assert "1 finding does not count: suppression of SUR501 'satu -satunya' (our style), mtaudit.toml: " in done.stderr
    assert "a.txt:1:5 SUR501" in done.stderr
    assert (
        mtaudit("baseline", "write", "a.txt", "--no-translation", "--baseline", "b.json", "--isolated").returncode == 0
    )
    done = mtaudit(*GATE, "a.txt", "--baseline", "b.json", "--isolated")
    assert done.returncode == 0
    assert f"2 findings do not count: accepted in the baseline b.json: {PLACES}" in done.stderr
    assert mtaudit(*GATE, "a.txt", "--isolated").stderr == ""


def test_a_config_that_makes_the_gate_milder_is_told(mtaudit: Run, tmp_path: Path) -> None:
    """Its keys by name; stricter ones are nobody's business."""
    config = tmp_path / "mtaudit.toml"
    config.write_text(
        "back-translation = false\nnew-only = true\nresume = true\nstate = 's'\n"
        "[gate]\nprofile = 'advisory'\nmax-minor = 3\n[gate.sources.'x*']\nmax-minor = 9\n[reader]\nfault = 1\n"
    )
    done = mtaudit("gate", "a.txt", "--quiet", "--no-translation")
    keys = "back-translation, gate.profile, gate.sources, new-only, reader.fault, resume"
    assert done.stderr == f"mtaudit: mtaudit.toml sets what can make a verdict milder: {keys}\n"
    config.write_text(
        "back-translation = true\nresume = false\n[gate]\nprofile = 'strict'\nmax-major = 0\nmax-minor = 3\n"
    )
    assert mtaudit("gate", "a.txt", "--quiet", "--no-translation").stderr == ""


@pytest.fixture
def feed() -> Iterator[str]:
    """The address of a feed whose faulty items call themselves after files that leniency was meant for."""
    names = ("opinion/a.txt", "a.txt", "opinion/../x")
    items = [{"id": name, "content_text": FAULTY} for name in names]
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Kabar", "items": items}).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/feed+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/opinion/feed.json"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("way", ["address", "file", "stdin"])
def test_no_mark_from_outside_lowers_a_verdict(mtaudit: Run, tmp_path: Path, feed: str, way: str) -> None:
    """By calling itself so, an item gets neither another's suppression, nor its thresholds, nor its baseline."""
    (tmp_path / "opinion").mkdir()
    (tmp_path / "opinion" / "a.txt").write_text(FAULTY)
    (tmp_path / "mine.toml").write_text(
        "back-translation = false\nsecond-translation = false\n[feeds]\nallow-private = true\n"
        "[[suppress]]\nrule = 'SUR'\ndocument = 'opinion/*'\nreason = 'x'\n"
        "[gate]\nfail-on = 'minor'\n[gate.sources.'a.tx*']\nprofile = 'advisory'\nmax-minor = 99\n"
    )
    (tmp_path / "base.toml").write_text("back-translation = false\nsecond-translation = false\n")
    base = ("--config", "base.toml", "--baseline", "b.json")
    assert mtaudit("baseline", "write", "opinion/a.txt", "a.txt", *base).returncode == 0
    assert mtaudit("gate", "--config", "mine.toml", "opinion/a.txt", "a.txt").returncode == 0
    options = {}
    source = feed
    if way != "address":
        import urllib.request

        text = urllib.request.urlopen(feed).read().decode()
        (tmp_path / "feed.json").write_text(text)
        source = "feed.json" if way == "file" else "-"
        options = {"input": text} if way == "stdin" else {}
    done = mtaudit("gate", "--config", "mine.toml", "--format", "json", "--baseline", "b.json", source, **options)
    assert done.returncode == 1, done.stderr
    documents = json.loads(done.stdout)["documents"]
    assert [d["gate"]["passed"] for d in documents] == [False] * 3
    assert [d["gate"]["suppressed"] for d in documents] == [0] * 3
    assert [len(d["findings"]) for d in documents] == [2] * 3
    if way == "address":  # by the address that the caller named
        (tmp_path / "mine.toml").write_text(
            "back-translation = false\n[feeds]\nallow-private = true\n"
            "[[suppress]]\nrule = 'SUR'\ndocument = 'http://127.0.0.1*'\nreason = 'x'\n[gate]\nfail-on = 'minor'\n"
        )
        assert mtaudit("gate", "--config", "mine.toml", source).returncode == 0


MARKS = [
    "<!-- mtaudit: ignore -->{}",
    "<!-- mtaudit:disable SUR501 -->{}<!-- mtaudit:enable -->",
    "<!-- mtaudit-ignore SUR501: ours -->\n{}",
    "<!-- mtaudit-ignore-file SUR: ours -->{}",
    "{} # noqa: SUR501",
    '<div class="notranslate" translate="no" data-mtaudit="ignore">{}</div>',
    "<p hidden>{}</p><p>{}</p>",
    '<meta name="mtaudit" content="ignore"><p>{}</p>',
    '<p lang="en">{}</p>',
]


def test_no_mark_in_an_article_does(mtaudit: Run, tmp_path: Path) -> None:
    """What other checkers take for an order is text here."""
    names = []
    for number, mark in enumerate(MARKS):
        pages = {
            "html": f"<html><body><article>{mark.replace('{}', FAULTY.strip())}</article></body></html>",
            "md": mark.replace("{}", f"\n\n{FAULTY}\n"),
            "txt": mark.replace("{}", FAULTY.strip()),
        }
        for ending, text in pages.items():
            names.append(f"{number}.{ending}")
            (tmp_path / names[-1]).write_text(text + "\n", encoding="utf-8")
    done = mtaudit(*GATE, *names, "--format", "json")
    documents = json.loads(done.stdout)["documents"]
    assert [d["id"] for d in documents] == names
    assert [d["id"] for d in documents if d["gate"]["passed"] or not d["findings"]] == []


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_no_mark_on_a_unit_does(mtaudit: Run, tmp_path: Path, version: str) -> None:
    """XLIFF's `translate="no"` and its states are for copies of the source; what says something else is audited."""
    pair = f"<source>This is the only way for those countries.</source><target {{}}>{FAULTY}</target>"
    if version == "1.2":
        marks = [('translate="no"', ""), ("", 'state="new"'), ("", 'state="needs-translation"')]
        units = "".join(f'<trans-unit id="{n}" {u}>{pair.format(t)}</trans-unit>' for n, (u, t) in enumerate(marks))
        file = f'<file original="a" source-language="en" target-language="id"><body>{units}</body></file>'
        text = f'<xliff version="1.2">{file}</xliff>'
    else:
        unit = f'<unit id="u" translate="no"><segment>{pair.format("")}</segment></unit>'
        text = f'<xliff version="2.0" srcLang="en" trgLang="id"><file id="f">{unit}</file></xliff>'
    (tmp_path / "a.xlf").write_text(text, encoding="utf-8")
    done = mtaudit(*GATE, "a.xlf", "--format", "json", "--allow-mismatch")
    (document,) = json.loads(done.stdout)["documents"]
    assert document["text"].count("satu -satunya") == (3 if version == "1.2" else 1)
    assert document["gate"]["passed"] is False
