"""Files that are cut off, nested beyond measure, or links in a circle: told in a line, and what is whole is read."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from mtaudit.case import Document
from mtaudit.errors import ReportError, UsageError
from mtaudit.model import Skipped
from mtaudit.reading import read_inputs, read_pairs
from mtaudit.reports import load
from tests.reading.samples import ATOM

RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Kabar</title>
<item><guid>satu</guid><title>Satu</title><description>Presiden tiba di Jakarta pada hari Senin.</description></item>
<item><guid>dua</guid><title>Dua</title><description>Menteri tiba di Jakarta pada hari Selasa.</description></item>
</channel></rss>
"""
CSV = (
    'id,text,original\n1,"Presiden tiba, kata dia.","The president arrived, he said."\n'
    '2,"Menteri pergi, kata dia.","The minister left."\n'
)


def items(path: Path) -> tuple[list[str], list[Skipped]]:
    """Ids of the articles of a file, and what was skipped."""
    found = list(read_inputs([str(path)]))
    skipped = [item for item in found if isinstance(item, Skipped)]
    assert not any("internal fault" in item.reason for item in skipped)
    rest = [item for item in found if not isinstance(item, Skipped)]
    return [(item if isinstance(item, Document) else item.translation).id for item in rest], skipped


def first(text: str, end: str) -> str:
    """`text` up to `end` and with it."""
    return text[: text.index(end) + len(end)]


@pytest.mark.parametrize(
    ("cut", "ids"),
    [
        (first(RSS, "tiba di Jakarta pada hari Selasa"), ["satu"]),
        (first(RSS, "<guid>dua"), ["satu"]),
        (first(RSS, "</item>"), ["satu"]),
        (first(RSS, "Presiden tiba"), []),
        (first(RSS, "Selasa.</description></item>"), ["satu", "dua"]),
        (first(ATOM.decode(), "<title>Judul"), ["tag:1"]),
        (first(ATOM.decode(), "“Tig"), []),
    ],
)
def test_a_feed_that_is_cut_off_is_told(tmp_path: Path, cut: str, ids: list[str]) -> None:
    """Its whole items are read; half an article is none, for it would be held to lack the rest."""
    (tmp_path / "feed.xml").write_text(cut, encoding="utf-8")
    found, skipped = items(tmp_path / "feed.xml")
    assert found == ids
    (told,) = skipped
    assert "ends in the middle" in told.reason


def test_a_whole_feed_is_not_called_cut_off(tmp_path: Path) -> None:
    """With whatever stands behind its end."""
    for number, text in enumerate((RSS, ATOM.decode(), f"{RSS}\n<!-- 0.2 s -->\n", RSS.replace("</rss>", "</rss >"))):
        (tmp_path / f"{number}.xml").write_text(text, encoding="utf-8")
        found, skipped = items(tmp_path / f"{number}.xml")
        assert (len(found), skipped) == (2, [])


@pytest.mark.parametrize(
    "cut",
    [CSV[:-3], first(CSV, '"Menteri pe'), first(CSV, '2,"Menteri pergi, kata dia."'), first(CSV, "\n2,")],
)
def test_a_table_that_is_cut_off_is_told(tmp_path: Path, cut: str) -> None:
    """In a field that is never closed, or before its last fields; the rows before are read."""
    for name in ("rows.csv", "rows.tsv") if cut != CSV[:-3] else ("rows.csv",):  # marks in TSV may be text
        text = cut if name.endswith("csv") else cut.replace('",', '"\t').replace("1,", "1\t").replace("2,", "2\t")
        text = text if name.endswith("csv") else text.replace("id,text,original", "id\ttext\toriginal")
        (tmp_path / name).write_text(text, encoding="utf-8")
        found, skipped = items(tmp_path / name)
        assert found == ["1"]
        (told,) = skipped
        assert told.input.endswith(f"{name}:3")
        assert "ends in the middle of this row" in told.reason


def test_a_whole_table_is_not_called_cut_off(tmp_path: Path) -> None:
    """Without a line feed at its end, with marks inside fields, and with a short row before the last."""
    marks = 'id,text\n1,Presiden berkata "ya" di Jakarta\n2,"Dia berkata ""tidak"""'
    for number, text in enumerate((CSV, CSV[:-1], marks, "id,text,original\n1,Ya\n2,Tidak,No\n", "text\nYa\nTidak")):
        (tmp_path / f"{number}.csv").write_text(text, encoding="utf-8")
        found, skipped = items(tmp_path / f"{number}.csv")
        assert (len(found), skipped) == (2, [])


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, "[\n" * 100_000, "[" * 100_000 + "]" * 100_000, '[{"text":\n' * 50_000]
)
def test_deeply_nested_json_is_one_line(tmp_path: Path, text: str) -> None:
    """As an input of any ending, a feed, a pairs file, a report and a baseline."""
    for name in ("a.json", "a.jsonl", "a.txt"):
        (tmp_path / name).write_text(text)
        assert len(items(tmp_path / name)[1]) == (name != "a.txt" or not items(tmp_path / name)[0])
    assert len(list(read_pairs(str(tmp_path / "a.jsonl")))) == 1
    feed = '{"version": "https://jsonfeed.org/version/1.1", "items": ' + text
    (tmp_path / "feed.json").write_text(feed)
    assert len(items(tmp_path / "feed.json")[1]) == 1
    report = '{"schema_version": "2", "documents": ' + text
    (tmp_path / "report.json").write_text(report)
    with pytest.raises(ReportError) as caught:
        load(tmp_path / "report.json")
    assert "\n" not in str(caught.value)
    from mtaudit import baseline

    with pytest.raises(UsageError) as refused:
        baseline.read(tmp_path / "a.json")
    assert "\n" not in str(refused.value)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    """In a folder, in a glob with `**`, and as an input; each file once."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "artikel.txt").write_text("Presiden tiba di Jakarta pada hari Senin.\n")
    for name in ("satu", "dua", "tiga"):
        (inner / name).symlink_to(tmp_path)
        (tmp_path / name).symlink_to(inner)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "here.txt").symlink_to("there.txt")
    (tmp_path / "there.txt").symlink_to("here.txt")
    article = f"{tmp_path}/a/b/artikel.txt"
    for named in (str(tmp_path), f"{tmp_path}/**/*.txt", f"{tmp_path}/**", f"{tmp_path}/**/b/**/*.txt"):
        found = list(read_inputs([named]))
        ids = [item.id for item in found if isinstance(item, Document)]
        assert ids == [article], named
        skipped = [os.path.basename(item.input) for item in found if isinstance(item, Skipped)]
        assert len(skipped) == len(set(skipped)) <= 3
    assert [type(item) for item in read_inputs([f"{tmp_path}/self.txt"])] == [Skipped]


def test_globs_match_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`**` is this folder and those below, hidden ones not; relative patterns give relative paths."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "x/b.txt", "x/y/c.txt", ".h/d.txt", "x/y/e.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Presiden tiba di Jakarta pada hari Senin, kata {name}.\n")

    def ids(pattern: str) -> list[str]:
        return [item.id for item in read_inputs([pattern]) if isinstance(item, Document)]

    assert ids("**/*.txt") == ["a.txt", "x/b.txt", "x/y/c.txt"]
    assert ids("x/**/*.txt") == ["x/b.txt", "x/y/c.txt"]
    assert ids("x/**") == ["x/b.txt", "x/y/c.txt", "x/y/e.md"]
    assert ids("./**/c.txt") == ["x/y/c.txt"]


@pytest.mark.parametrize("way", ["standard input", "file"])
def test_a_large_input_takes_little_memory(tmp_path: Path, way: str) -> None:
    """800 MB are refused with less than 600 MB at hand."""
    program = (
        "import sys; from mtaudit.reading import read_inputs\n"
        "(item,) = read_inputs(sys.argv[1:], stdin=sys.stdin.buffer)\nprint(item.reason)"
    )
    large = tmp_path / "large.txt"
    large.touch()
    os.truncate(large, 800_000_000)
    done = subprocess.Popen(
        [sys.executable, "-c", program, "-" if way == "standard input" else str(large)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000)),
    )
    assert done.stdin is not None
    assert done.stdout is not None
    try:
        for _ in range(800 if way == "standard input" else 0):
            os.write(done.stdin.fileno(), b"Presiden.\n" * 100_000)
    except BrokenPipeError:
        pass
    done.stdin.close()
    with done.stdout:
        assert done.stdout.read().startswith(b"larger than 100 MB")
    assert done.wait(60) == 0
