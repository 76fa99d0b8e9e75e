"""Marks in files of the working folder: heeded where the caller says so, and by nobody else's word."""

from __future__ import annotations

import gzip
import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import Run

FAULTY = "Ini satu -satunya jalan bagi negara itu."
MARK = "<!-- mtaudit-ignore SUR501: our columnist's way -->\n"
GATE = ("gate", "--no-translation", "--quiet", "--fail-on", "minor")
ON = "--inline-suppressions"


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "a.md").write_text(f"{MARK}{FAULTY}\n\nMenteri tiba di Jakarta pada hari Senin.\n", encoding="utf-8")
    return "a.md"


def test_a_mark_counts_only_where_the_caller_says_so(mtaudit: Run, tmp_path: Path, article: str) -> None:
    """Option, or a config that is named: told with file, line, rule, reason and what it took out; a config that is
    merely found can't switch it on, and `--isolated` switches it off."""
    assert mtaudit(*GATE, article).returncode == 1
    done = mtaudit(*GATE, article, ON, "-o", "r.json")
    assert done.returncode == 0, done.stderr
    told = "1 finding does not count: inline suppression of SUR501 at a.md:1 (our columnist's way): a.md:2:5 SUR501"
    assert done.stderr == f"mtaudit: {told}\n"
    report = json.loads((tmp_path / "r.json").read_text())
    assert report["gate"]["taken_out"] == [told]
    assert report["gate"]["suppressed"] == report["documents"][0]["gate"]["suppressed"] == 1
    (taken,) = report["documents"][0]["taken_out"]
    assert (taken["at"], taken["rule"], taken["place"], taken["reason"]) == (
        "a.md:1", "SUR501", "2:5", "our columnist's way",
    )  # fmt: skip
    config = tmp_path / "mine.toml"
    config.write_text("inline-suppressions = true\n")
    assert mtaudit(*GATE, article, "--config", "mine.toml").returncode == 0
    assert mtaudit(*GATE, article, "--isolated").returncode == 1
    done = mtaudit(*GATE, article, "--isolated", ON)
    assert done.returncode == 1
    assert "--isolated heeds no marks" in done.stderr
    config.rename(tmp_path / "mtaudit.toml")
    done = mtaudit(*GATE, article)
    assert done.returncode == 2
    assert "mtaudit.toml: inline-suppressions lets the files that are judged" in done.stderr


def test_the_rest_of_a_fault_counts(mtaudit: Run, tmp_path: Path) -> None:
    """The same fault in three places is one finding; a mark before one of them leaves the others."""
    (tmp_path / "a.md").write_text(f"{FAULTY}\n\n{MARK}{FAULTY}\n\n{FAULTY}\n")
    done = mtaudit(*GATE, "a.md", ON, "--format", "json")
    (document,) = json.loads(done.stdout)["documents"]
    (finding,) = [f for f in document["findings"] if f["rule"] == "SUR501"]
    assert (finding["line"], [document["text"][p["start"] : p["end"]] for p in finding["places"]]) == (
        1,
        ["satu -satunya"],
    )
    assert [taken["place"] for taken in document["taken_out"]] == ["4:5"]
    assert document["text"][finding["start"] : finding["end"]] == finding["text"]
    first = (tmp_path / "a.md").read_text()
    (tmp_path / "a.md").write_text(MARK + first)
    done = mtaudit(*GATE, "a.md", ON, "--format", "concise")
    assert [line.split()[0] for line in done.stdout.splitlines() if "SUR501" in line] == ["a.md:7:5:"]


def test_every_format_of_ours_has_a_place_for_them(mtaudit: Run, tmp_path: Path) -> None:
    """One of two faults is taken out in each."""
    row = {"text": FAULTY, "mtaudit-ignore": "SUR501: x"}
    unit = "<source>This is the only way for that country.</source><target>{}</target>"
    files = {
        "a.html": f"<article><h1>Jalan</h1>{MARK}<p>{FAULTY}</p><p>{FAULTY} Menteri tiba.</p></article>",
        "a.jsonl": f"{json.dumps(row)}\n{json.dumps({'text': FAULTY})}\n",
        "a.csv": f"text,mtaudit-ignore\n{FAULTY},SUR501: x\n{FAULTY},\n",
        "a.xlf": '<xliff version="1.2"><file original="a" source-language="en" target-language="id"><body>'
        + f'<trans-unit id="1">{unit.format(FAULTY)}<note>mtaudit-ignore SUR501: x</note></trans-unit>'
        + f'<trans-unit id="2">{unit.format(FAULTY)}</trans-unit></body></file></xliff>',
        "a.tmx": '<tmx version="1.4"><header srclang="en"/><body><tu><note>mtaudit-ignore SUR501: x</note>'
        + f'<tuv xml:lang="en"><seg>It is the only way.</seg></tuv><tuv xml:lang="id"><seg>{FAULTY}</seg></tuv></tu>'
        + f'<tu><tuv xml:lang="en"><seg>The only way.</seg></tuv><tuv xml:lang="id"><seg>{FAULTY}</seg></tuv></tu>'
        + "</body></tmx>",
        "a.po": 'msgid ""\nmsgstr "Language: id\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'# mtaudit-ignore SUR501: x\nmsgid "The only way for that country."\nmsgstr "{FAULTY}"\n\n'
        f'msgid "This is the only way for it."\nmsgstr "{FAULTY}"\n',
    }  # fmt: skip
    lines = {"a.html": 1, "a.jsonl": 1, "a.csv": 2, "a.xlf": 1, "a.tmx": 1, "a.po": 4}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        done = mtaudit(*GATE, name, ON, "--select", "SUR501", "--allow-mismatch", "--format", "json")
        documents = json.loads(done.stdout)["documents"]
        taken = [t["at"] for d in documents for t in d.get("taken_out", ()) if t["by"] != "select"]
        assert taken == [f"{name}:{lines[name]}"]
        assert sum(len(d["findings"]) for d in documents) == 1, name
        assert done.returncode == 1


def test_what_is_no_good_suppresses_nothing_and_is_told(mtaudit: Run, tmp_path: Path) -> None:
    """No reason, no such rule; one that had nothing to do is told as unused, and fails nothing."""
    (tmp_path / "a.md").write_text(f"<!-- mtaudit-ignore SUR501 -->\n<!-- mtaudit-ignore SUR999: x -->\n{FAULTY}\n")
    done = mtaudit(*GATE, "a.md", ON)
    assert done.returncode == 1
    assert "mtaudit: a.md:1: mtaudit-ignore SUR501 gives no reason" in done.stderr
    assert "mtaudit: a.md:2: mtaudit-ignore: no rule starts with 'SUR999'" in done.stderr
    (tmp_path / "b.md").write_text("<!-- mtaudit-ignore SUR501: x -->\nMenteri tiba di Jakarta pada hari Senin.\n")
    done = mtaudit(*GATE, "b.md", ON)
    assert done.returncode == 0
    assert "had nothing to do in this run: inline suppression of SUR501 at b.md:1" in done.stderr
    assert "nothing to do" not in mtaudit(*GATE, "b.md", ON, "--ignore", "SUR").stderr


def test_no_page_on_a_server_is_heeded(mtaudit: Run, tmp_path: Path, article: str) -> None:
    """An address is a stranger's, the caller's own switch or not, and no path."""
    page = f"<html><body><article><h1>Jalan</h1>{MARK}<p>{FAULTY}</p></article></body></html>"
    (tmp_path / "page.html").write_text(page)
    (tmp_path / "mine.toml").write_text("inline-suppressions = true\n[feeds]\nallow-private = true\n")
    assert mtaudit(*GATE, "page.html", "--config", "mine.toml").returncode == 0
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            address = f"http://127.0.0.1:{server.server_address[1]}/page.html"
            decoy = tmp_path / address  # a folder `http:` of the checkout, whose file the address names as well
            decoy.parent.mkdir(parents=True)
            decoy.write_text(page)
            assert mtaudit(*GATE, address, "--config", "mine.toml").returncode == 1
        finally:
            server.shutdown()
            thread.join()


def test_nothing_from_outside_is_heeded(mtaudit: Run, tmp_path: Path, article: str) -> None:
    """Standard input, an archive, a feed, a file elsewhere, a link that leads there, a finished report."""
    text = (tmp_path / article).read_text()
    assert mtaudit(*GATE, ON, "-", input=f"---\nx: y\n---\n{text}").returncode == 1
    (tmp_path / "a.md.gz").write_bytes(gzip.compress(text.encode()))
    assert mtaudit(*GATE, ON, "a.md.gz").returncode == 1
    item = {"id": "x", "content_html": f"{MARK}<p>{FAULTY}</p>", "mtaudit-ignore": "SUR501: x"}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Kabar",
        "items": [item],
        "mtaudit-ignore": "SUR501: x",
    }
    for name in ("feed.json", "feed.jsonl"):
        (tmp_path / name).write_text(json.dumps(feed))
        assert mtaudit(*GATE, ON, name).returncode == 1
    rss = f"<item><title>Jalan</title><description><![CDATA[{MARK}<p>{FAULTY}</p>]]></description></item>"
    (tmp_path / "feed.html").write_text(f'<rss version="2.0"><channel><title>Kabar</title>{MARK}{rss}</channel></rss>')
    assert mtaudit(*GATE, ON, "feed.html").returncode == 1
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "link.md").symlink_to(tmp_path / article)
    for name in ("../a.md", "link.md"):
        done = mtaudit(*GATE, ON, name, cwd=tmp_path / "work")
        assert done.returncode == 1
        assert f"{name}:1: mtaudit-ignore in a file that does not lie in the working folder" in done.stderr
    mtaudit("audit", article, "--no-translation", "--quiet", "-o", "r.json")
    done = mtaudit("gate", "r.json", ON)
    assert done.returncode == 2
    assert "r.json is a finished report" in done.stderr
