"""Whatever stands in a report, which may be a stranger's: nothing of it drives a terminal or turns what is read."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mtaudit.compare import compare, compare_systems
from mtaudit.model import Report
from mtaudit.rendering import registry
from mtaudit.rendering.comparison import render_comparison
from mtaudit.rendering.interface import GateView
from mtaudit.rendering.terminal import render_terminal
from tests.conftest import Run

EVIL = "\"'><x-evil>\x1b]0;x\x07\x9b2J\u202e\u2066\r\x00\u061c\n::error::x"
_OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")  # rich's colours and links
_BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def evil(full: Report) -> Report:
    """A report with EVIL in every string that may be any string."""
    tree = json.loads(full.to_json())

    def poison(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: poison(value) for key, value in node.items()}
        if isinstance(node, list):
            return [poison(value) for value in node]
        return node + EVIL if isinstance(node, str) else node

    made = poison(tree)
    made["schema_version"] = tree["schema_version"]
    while True:
        try:
            return Report.from_json(json.dumps(made).encode())
        except msgspec.ValidationError as error:  # a word of a closed list
            path = re.findall(r"\.(\w+)|\[(\d+)\]|\[(\.\.\.)\]", re.search(r"`\$(.*)`", str(error))[1])  # type: ignore[index]
            mend(made, tree, [name or (int(n) if n else None) for name, n, _ in path])


def mend(node: Any, old: Any, path: list[Any]) -> None:
    """Put back what stood at a path, or in all members of a container where the path says so."""
    step, *rest = path
    keys = [step] if step is not None else list(node) if isinstance(node, dict) else range(len(node))
    for key in keys:
        if rest:
            mend(node[key], old[key], rest)
        else:
            node[key] = old[key]


@pytest.mark.parametrize("name", registry.names())
def test_no_format_carries_escapes_or_bidi_controls(evil: Report, name: str) -> None:
    """All of them may be printed to a terminal with --format."""
    gate = GateView(False, {document.id: (EVIL,) for document in evil.documents})
    text = registry.by_name(name).render(evil, gate)
    assert "error" in text or name == "wmt-tags"
    assert not _BAD.search(text)
    if name in ("html", "junit", "markdown"):
        assert "<x-evil" not in text
    if name == "github":
        assert not [line for line in text.splitlines() if line.startswith("::error::")]


@pytest.mark.parametrize("style", ["full", "concise"])
def test_the_coloured_report_has_no_codes_but_its_own(evil: Report, style: Any) -> None:
    """Colours and links are rich's; no text passes as one."""
    coloured = render_terminal(evil, width=100, color="always", style=style)
    assert "\x1b[" in coloured
    bare = _OURS.sub("", coloured)
    assert not _BAD.search(bare)
    assert "]0;x" in bare


def test_a_comparison_of_strangers_reports_is_harmless(evil: Report) -> None:
    """On the terminal, with colours and without, as JSON and as Markdown."""
    made = compare(evil, evil, names=(EVIL, EVIL))
    for format_ in ("terminal", "json", "markdown"):
        assert not _BAD.search(render_comparison(made, format_))  # type: ignore[arg-type]
    assert not _BAD.search(_OURS.sub("", render_comparison(made, color="always")))
    several = compare_systems([evil] * 3, [EVIL, f"{EVIL}2", f"{EVIL}3"])
    for format_ in ("terminal", "json", "markdown", "html"):
        assert not _BAD.search(render_comparison(several, format_))  # type: ignore[arg-type]
    assert not _BAD.search(_OURS.sub("", render_comparison(several, color="always")))


def test_json_says_the_same_as_before(full: Report) -> None:
    """Escapes in JSON are the same value."""
    assert json.loads(registry.by_name("json").render(full)) == json.loads(full.to_json())


@pytest.mark.parametrize(
    "arguments",
    [
        ["audit", "\x1b[2J\u202e.txt"],
        ["audit", "--config", "\x1b[2J\u202e.toml", "x"],
        ["audit", "--select", "\x1b[2J\u202e", "x"],
        ["audit", "--format", "\x1b[2J\u202e", "x"],
        ["audit", "-o", "\x1b[2J\u202e", "x"],
        ["report", "\x1b[2J\u202e.json"],
        ["backtranslate", "--model", "\x1b[2J\u202e"],
        ["models", "remove", "\x1b[2J\u202e"],
        ["models", "install", "\x1b[2J\u202e"],
        ["rules", "\x1b[2J\u202e"],
        ["\x1b[2J\u202e"],
        ["audit", "--\x1b[2J\u202e"],
        ["gate", "mine.txt"],
    ],
)
def test_no_message_does_either(mtaudit: Run, tmp_path: Path, arguments: list[str]) -> None:
    """Names of files, models and rules, keys of a config, in errors of every command, tracebacks too."""
    if arguments[0] == "gate":
        (tmp_path / "mtaudit.toml").write_text('"\\u001b[2J\\u202e" = 1\n')
    verbose = ["--verbose"] if arguments[0] in ("audit", "gate", "report") else []
    done = mtaudit(*arguments, *verbose)
    assert done.returncode == 2
    assert done.stderr
    assert not _BAD.search(done.stderr + done.stdout)


def test_translations_are_harmless_on_a_terminal_and_untouched_in_a_pipe(home: Path, tmp_path: Path) -> None:
    """What a model makes of a stranger's line may hold what the line held."""
    line = "Halo \x9b31m \u202e dunia.\n"
    (tmp_path / "in.txt").write_text(line, encoding="utf-8")
    program = [str(Path(sys.executable).with_name("mtaudit")), "backtranslate", "in.txt", "--no-cache"]
    piped = subprocess.run(program, cwd=tmp_path, capture_output=True, timeout=120, check=True).stdout.decode()
    ours, theirs = pty.openpty()
    with subprocess.Popen(program, cwd=tmp_path, stdout=theirs, stderr=subprocess.DEVNULL) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                block = os.read(ours, 1000)
            except OSError:
                break
            if not block:
                break
            shown += block
        process.wait()
    os.close(ours)
    text = shown.decode().replace("\r\n", "\n")
    assert not _BAD.search(text)
    assert len(text.splitlines()) == len(piped.splitlines()) == 1
