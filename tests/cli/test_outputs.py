"""Nothing that a command reads is written over, and one file that can't be written does not lose the others."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mtaudit import pipeline
from mtaudit.cli import main
from tests.rendering.building import full_report

ARTICLE = (
    "Menteri tiba di Jakarta\n\nMenteri Luar Negeri tiba di Jakarta pada hari Senin untuk bertemu dengan Presiden.\n"
)
ENGLISH = "Minister arrives in Jakarta\n\nThe foreign minister arrived in Jakarta on Monday to meet the president.\n"
QUICK = ("--no-translation", "--quiet")
Place = Callable[[str, str], None]


@pytest.fixture
def place(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with all that a run may read, under several names."""
    monkeypatch.chdir(tmp_path)
    files = {
        "a.txt": ARTICLE,
        "en.txt": ENGLISH,
        "pool/en.md": ENGLISH,
        "masuk/satu.md": ARTICLE,
        "pairs.jsonl": json.dumps({"id": "1", "translation_path": "t.txt", "original_path": "o.txt"}) + "\n",
        "t.txt": ARTICLE,
        "o.txt": ENGLISH,
        "names.csv": "name,accepted\nGeneva,Jenewa\n",
        "own.toml": "back-translation = false\n",
        "report.json": full_report().to_json(),
        "baseline.json": '{"version": 1, "findings": []}',
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "link.json").symlink_to("a.txt")
    os.link(tmp_path / "a.txt", tmp_path / "hard.json")
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("call", "what"),
    [
        ("audit a.txt -o json:a.txt", "an input (a.txt)"),
        ("audit a.txt -o json:./masuk/../a.txt", "an input (a.txt)"),
        ("audit a.txt -o link.json", "an input (a.txt)"),
        ("audit a.txt -o hard.json", "an input (a.txt)"),
        ("audit *.txt -o json:t.txt", "an input (t.txt)"),
        ("audit masuk -o masuk/satu.md", "an input (masuk/satu.md)"),
        ("gate a.txt -o json:a.txt", "an input (a.txt)"),
        ("gate report.json -o report.json", "an input (report.json)"),
        ("audit a.txt --original en.txt -o json:en.txt", "an original (en.txt)"),
        ("audit a.txt --original pool -o pool/en.md", "an original (pool/en.md)"),
        ("audit --pairs pairs.jsonl -o pairs.jsonl", "the file of --pairs (pairs.jsonl)"),
        ("audit --pairs pairs.jsonl -o json:t.txt", "a file that --pairs names (t.txt)"),
        ("audit --pairs pairs.jsonl -o json:o.txt", "a file that --pairs names (o.txt)"),
        ("audit a.txt --names names.csv -o names.csv", "a glossary (names.csv)"),
        ("audit a.txt --config own.toml -o json:own.toml", "the config (own.toml)"),
        ("gate a.txt --baseline baseline.json -o baseline.json", "the baseline (baseline.json)"),
        ("audit a.txt --state s.db -o json:s.db", "the state file (s.db)"),
        ("audit a.txt -o json:folder", "a folder"),
        ("audit a.txt -o r.json -o ./r.json", "-o r.json writes the same file"),
        ("audit a.txt -o r.json -o html:r.json", "-o r.json writes the same file"),
        ("report report.json -o report.json", "the report that is read (report.json)"),
        ("compare report.json report.json -o report.json", "a report that is compared (report.json)"),
        ("baseline write a.txt --baseline a.txt", "an input (a.txt)"),
        ("baseline write a.txt --baseline link.json", "an input (a.txt)"),
        ("baseline write masuk --baseline masuk/satu.md", "an input (masuk/satu.md)"),
        ("baseline write a.txt --baseline folder", "a folder"),
        ("baseline prune a.txt --baseline hard.json", "an input (a.txt)"),
    ],
)
def test_it_is_refused_before_work_starts(
    place: Path, call: str, what: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By whatever name; exit 2, one line, no byte changed, nothing read."""

    def never(*_: object) -> None:
        raise AssertionError("work has started")

    monkeypatch.setattr(pipeline, "begin", never)
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    assert main(call.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert what in line
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before


def test_standard_input_counts_as_an_input(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`mtaudit audit - -o json:a.txt < a.txt`."""
    kept = os.dup(0)
    try:
        with open("a.txt", "rb") as stream:
            os.dup2(stream.fileno(), 0)
        assert main(["audit", "-", *QUICK, "-o", "json:a.txt"]) == 2
    finally:
        os.dup2(kept, 0)
        os.close(kept)
    assert "standard input" in capsys.readouterr().err
    assert (place / "a.txt").read_text() == ARTICLE


def test_reports_in_the_folder_that_is_audited_are_written_again(place: Path) -> None:
    """They are no articles; a part of an earlier run is in nobody's way."""
    call = [
        "audit",
        "masuk",
        *QUICK,
        "-o",
        "masuk/r.json",
        "-o",
        "masuk/r.html",
        "-o",
        "masuk/r.jsonl",
        "-o",
        "masuk/x.md",
    ]
    assert main(call) == 0
    (place / "masuk" / "r.jsonl.part").write_text("{")
    assert main(call) == 0
    assert sorted(path.name for path in (place / "masuk").iterdir()) == [
        "r.html", "r.json", "r.jsonl", "satu.md", "x.md"
    ]  # fmt: skip


@pytest.mark.parametrize("first", ["a.txt/r.json", "a.txt/r.jsonl"])
def test_the_first_that_cannot_be_written_does_not_lose_the_others(
    place: Path, first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files and the printed report are there; exit 2 says that one is missing."""
    code = main(["audit", "t.txt", "--no-translation", "-o", first, "-o", "r.json", "-o", "r.jsonl"])
    out, err = capsys.readouterr()
    assert code == 2
    assert "Menteri tiba di Jakarta" in out
    assert err.startswith("mtaudit: can't write ")
    assert json.loads((place / "r.json").read_text())["summary"]["documents"] == 1
    assert len((place / "r.jsonl").read_text().splitlines()) == 1


@pytest.mark.parametrize("command", ["write", "prune"])
@pytest.mark.parametrize("inputs", [("missing.txt",), ("*.nothing",), ("folder",), ("en.txt",)])
def test_a_baseline_of_nothing_is_not_written(
    place: Path, command: str, inputs: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing file, an unmatched glob, an empty folder, English alone: the old one stays, and exit 2 says so."""
    entry = {"fingerprint": "f", "rule": "SUR501", "document": "x.txt", "text": "t", "message": "m", "input": "x.txt"}
    (place / "b.json").write_text(json.dumps({"version": 1, "findings": [entry]}))
    before = (place / "b.json").read_bytes()
    assert main(["baseline", command, *inputs, "--baseline", "b.json", *QUICK]) == 2
    assert "nothing was audited: b.json is left as it was" in capsys.readouterr().err
    assert (place / "b.json").read_bytes() == before


def test_a_baseline_of_a_part_is_not_written(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where --since leaves articles out nothing can be told of theirs."""
    (place / "feed.jsonl").write_text(
        json.dumps({"text": ARTICLE, "published": "2026-11-01"})
        + "\n"
        + json.dumps({"text": ARTICLE, "published": "2026-01-01"})
    )
    assert main(["baseline", "write", "feed.jsonl", "--since", "2026-06-01", "--baseline", "b.json", *QUICK]) == 2
    assert "left as it was" in capsys.readouterr().err
    assert not (place / "b.json").exists()


def test_standard_input_is_bounded(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No more is read than --max-bytes allows; files too."""

    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            assert 0 <= size <= 5001
            self.taken += size
            return b"x" * size

    endless = Endless()
    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": endless}))
    (place / "large.txt").write_text(ARTICLE * 100)
    assert main(["audit", "-", "large.txt", "t.txt", *QUICK, "--max-bytes", "5000", "-o", "r.json"]) == 2
    report = json.loads((place / "r.json").read_text())
    assert [d["id"] for d in report["documents"]] == ["t.txt"]
    assert [s["input"] for s in report["skipped"]] == ["-", "large.txt"]
    assert all(s["reason"].startswith("larger than 0.005 MB") for s in report["skipped"])
    assert endless.taken == 5001
    assert main(["backtranslate", "--max-bytes", "5000"]) == 2
    assert "larger than" in capsys.readouterr().err
