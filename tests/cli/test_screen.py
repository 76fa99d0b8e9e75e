"""The terminal report as a terminal gets it: both streams, the window's width, TERM and NO_COLOR."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.program import PROGRAM

pty = pytest.importorskip("pty", reason="no terminals to draw on")

ARTICLE = (
    "Menteri tiba di Jakarta\n\nMenteri Luar Negeri Inggris tiba di Jakarta pada hari Senin untuk bertemu dengan "
    "Presiden. “Kami siap bekerja -kerja sama,” katanya  kepada kepada wartawan.\n"
)


def seen(folder: Path, *arguments: str, **environment: str) -> str:
    """All that a command writes to a terminal of 80 columns, standard output and standard error."""
    (folder / "artikel.txt").write_text(ARTICLE, encoding="utf-8")
    ours, theirs = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    environment = {**clean, "TERM": "xterm-256color", **environment}
    subprocess.run(["stty", "cols", "80"], stdin=theirs, check=True)
    with subprocess.Popen(
        [PROGRAM, *arguments], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        found = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            found += part
        process.wait()
    os.close(ours)
    return found.decode().replace("\r\n", "\n")


def test_a_dumb_terminal_gets_words_only(home: Path, tmp_path: Path) -> None:
    """No escape sequence, no carriage return, no line wider than the window; others get colours and links."""
    call = ("audit", "artikel.txt", "--no-translation")
    bare = seen(tmp_path, *call, TERM="dumb")
    assert "artikel.txt:3:" in bare
    assert not re.search(r"[\x1b\r\x08]", bare)
    assert max(map(cell_len, bare.splitlines())) <= 80
    rich = seen(tmp_path, *call)
    assert "\x1b]8;" in rich
    assert re.search(r"\x1b\[[\d;]*3\d", rich)
    quiet = seen(tmp_path, *call, NO_COLOR="1")
    assert "artikel.txt:3:" in quiet
    assert not re.search(r"\x1b\]8;|\x1b\[[\d;]*3\d", quiet)


@pytest.mark.parametrize("call", [("audit",), ("gate", "--fail-on", "major"), ("audit", "--format", "concise")])
def test_what_was_skipped_is_named_once(home: Path, tmp_path: Path, call: tuple[str, ...]) -> None:
    """On standard error; the report, which stands on the same screen, counts it."""
    text = seen(tmp_path, *call, "artikel.txt", "fehlt.txt", "--no-translation", TERM="dumb")
    assert text.count("fehlt.txt") == 1
    assert "1 skipped" in text
    assert text.endswith("mtaudit: skipped fehlt.txt: no such file: check the path\n")


def test_a_finished_report_names_what_was_skipped(home: Path, tmp_path: Path) -> None:
    """`report` says nothing on standard error, so it does it."""
    seen(tmp_path, "audit", "artikel.txt", "fehlt.txt", "--no-translation", "--quiet", "-o", "r.json")
    assert seen(tmp_path, "report", "r.json", TERM="dumb").count("fehlt.txt: skipped: no such file") == 1


def test_verbose_shows_all_evidence(home: Path, tmp_path: Path) -> None:
    """Of a finished report, too: the original of the sentence, whether there is room for it or not."""
    sentence = '"We are ready to work together," he told the reporters of many newspapers as well as of the radio.'
    (tmp_path / "article.en.txt").write_text(
        "Minister arrives in Jakarta\n\nThe British foreign secretary arrived in Jakarta on Monday to meet the "
        f"president. {sentence}\n"
    )
    call = ("audit", "artikel.txt", "--original", "article.en.txt", "--no-translation", "-o", "r.json")
    short = seen(tmp_path, *call, TERM="dumb")
    long = seen(tmp_path, "report", "r.json", "-v", TERM="dumb")
    assert f"English: {sentence}" not in " ".join(short.split())
    assert f"English: {sentence}" in " ".join(long.split())
