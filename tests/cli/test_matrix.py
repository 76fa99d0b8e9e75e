"""Exit codes and streams of every command, through the installed program.

0 fine, 1 the gate is not passed, 2 anything wrong; the report alone on standard output; on standard error one line for
each trouble, and progress only where it is a terminal.
"""

from __future__ import annotations

import json
import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from mtaudit.cli import COMMANDS
from mtaudit.rendering import registry
from mtaudit.reports import load
from tests.program import Server, started
from tests.rendering.building import word_faults

CLEAN = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana.\n"
FAULTY = "Ini satu -satunya jalan bagi negara -negara itu.\n"
Program = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, finished reports, and files that are none."""
    made = tmp_path_factory.mktemp("matrix")
    (made / "clean.txt").write_text(CLEAN)
    (made / "faulty.txt").write_text(FAULTY)
    (made / "en.txt").write_text("The president arrived in Jakarta on Monday and met the ministers at once.\n")
    (made / "no-report.json").write_text('{"schema_version": "99"}')
    (made / "no-baseline.json").write_text("[]")
    return made


@pytest.fixture(scope="module")
def program(installed: Server, folder: Path) -> Program:
    """Runs the command in the folder, at home nowhere else; `really` starts the installed one."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("MTAUDIT_", "XDG_", "ARGOS_"))}
    environment |= {"HOME": str(folder / "home"), "COLUMNS": "100", "MTAUDIT_BACK_TRANSLATION": "false"}

    def run(
        *arguments: str, more: dict[str, str] | None = None, really: bool = False, **options: Any
    ) -> subprocess.CompletedProcess[str]:
        begin = started if really else installed.run
        return begin(arguments, cwd=folder, env=environment | (more or {}), **options)

    for name in ("clean", "faulty"):
        assert run("audit", f"{name}.txt", "--quiet", "-o", f"{name}.json").returncode == 0
    return run


FINE = [
    ("audit", "faulty.txt"),
    ("audit", "faulty.txt", "en.txt", "--format", "concise"),
    ("gate", "clean.txt"),
    ("gate", "faulty.json", "--profile", "advisory"),
    ("compare", "clean.json", "faulty.json"),
    ("models", "list"),
    ("rules",),
    ("rules", "ent101"),
    ("report", "faulty.json"),
    ("calibrate", "faulty.json"),
    ("schema",),
    ("--help",),
    ("--version",),
    *[(name, "--help") for name in COMMANDS],
]


@pytest.mark.parametrize("arguments", FINE, ids=" ".join)
def test_what_goes_well_is_0_and_on_standard_output(program: Program, arguments: tuple[str, ...]) -> None:
    """Something on standard output, nothing on standard error; each command is started as a user starts it."""
    done = program(*arguments, really=True)
    assert (done.returncode, done.stderr.replace(NO_PACKAGE, "")) == (0, "")
    assert done.stdout.strip()


NO_PACKAGE = "no back-translation package: `mtaudit models install FILE`\n"  # of `models list` without the bundled one
SILENT = [
    (0, ("audit", "faulty.txt", "-q")),
    (0, ("gate", "clean.json", "-q")),
    (1, ("gate", "faulty.json", "-q", "--fail-on", "minor")),
    (1, ("gate", "faulty.json", "-q", "--max-rule", "SUR=0")),
    (0, ("compare", "clean.json", "faulty.json", "-q", "-o", "diff.md")),
    (0, ("report", "faulty.json", "-q", "-o", "again.html")),
    (0, ("report", "faulty.json", "-o", "again.md")),
    (0, ("baseline", "write", "faulty.json", "-q", "--baseline", "base.json")),
    (0, ("baseline", "prune", "faulty.json", "-q", "--baseline", "base.json")),
]


@pytest.mark.parametrize(("code", "arguments"), SILENT, ids=lambda v: " ".join(v) if isinstance(v, tuple) else str(v))
def test_quiet_is_silent(program: Program, folder: Path, code: int, arguments: tuple[str, ...]) -> None:
    """Files are written and the exit code is kept; both streams stay empty."""
    if arguments[:2] == ("baseline", "prune"):
        program("baseline", "write", "faulty.json", "-q", "--baseline", "base.json")
    done = program(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")
    assert "-o" not in arguments or (folder / arguments[-1]).stat().st_size


WRONG = [
    ("audit",),
    ("audit", "missing.txt", "-q"),
    ("audit", "clean.txt", "-o", "x.docx"),
    ("audit", "clean.txt", "-o", "clean.txt/x.json", "-q"),
    ("gate",),
    ("gate", "no-report.json"),
    ("gate", "clean.json", "--baseline", "no-baseline.json"),
    ("gate", "clean.json", "--min-score", "beauty=1"),
    ("gate", "clean.json", "--max-rule", "ENT=few"),
    ("gate", "clean.json", "--max-rule", "NOPE=1"),
    ("gate", "clean.json", "--profile", "lax"),
    ("gate", "clean.json", "--state", "state.sqlite3"),
    ("compare", "clean.json"),
    ("compare", "clean.json", "missing.json"),
    ("evaluate", "clean.json"),
    ("evaluate", "clean.json", "--labels", "missing.jsonl"),
    ("evaluate", "clean.json", "--labels", "faulty.txt", "--format", "xml"),
    ("calibrate", "clean.txt", "--labels", "missing.jsonl"),
    ("calibrate", "clean.json", "--labels", "missing.jsonl"),
    ("backtranslate", "missing.txt"),
    ("backtranslate", "clean.txt", "--model", "nowhere.argosmodel"),
    ("models", "install", "missing.argosmodel"),
    ("models", "remove", "nothing"),
    ("rules", "NOPE"),
    ("baseline", "write", "clean.json"),
    ("baseline", "prune", "clean.json", "--baseline", "missing.json"),
    ("report", "no-report.json"),
    ("report", "missing.json"),
    ("calibrate", "en.txt"),
    ("translate", "missing.txt"),
    ("translate", "clean.txt", "--model", "nowhere.argosmodel"),
    ("report", "clean.json", "--format", "wmt-tags"),
    ("no-such-command",),
    *[(name, "--no-such-option") for name in COMMANDS],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_what_is_wrong_is_2_and_one_line(program: Program, arguments: tuple[str, ...]) -> None:
    """The line names the program and ends the matter: no usage text, no traceback, nothing on standard output."""
    done = program(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("mtaudit: ")


@pytest.mark.parametrize("format_", [name for name in registry.names() if name != "terminal"])
def test_a_format_on_standard_output_changes_no_exit_code(program: Program, folder: Path, format_: str) -> None:
    """A gate that fails is 1 in every format, its explanation on standard error; what is JSON parses as a whole."""
    report = load(folder / "faulty.json")
    documents = tuple(replace(d, word_faults=word_faults(d.text)) for d in report.documents)
    (folder / "words.json").write_text(replace(report, documents=documents).to_json(word_faults=True))
    done = program("gate", "words.json", "--fail-on", "minor", "--format", format_, "--explain")
    assert done.returncode == 1
    assert done.stdout
    assert done.stderr.startswith("The gate is not passed")
    if format_ in ("json", "sarif", "gitlab"):
        json.loads(done.stdout)


def test_what_cannot_be_audited_is_2_after_the_rest(program: Program, folder: Path) -> None:
    """The report is whole, on standard output and in files; the input is named once; the verdict is still told."""
    done = program("gate", "faulty.txt", "missing.txt", "--fail-on", "minor", "-o", "rest.json", "--explain")
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["mtaudit: skipped missing.txt: no such file: check the path"]
    assert "not passed" in done.stdout
    assert "that is no verdict" in done.stdout
    report = json.loads((folder / "rest.json").read_text(encoding="utf-8"))
    assert (report["summary"]["documents"], len(report["skipped"])) == (1, 1)


def test_stale_and_unused_entries_are_told_on_standard_error(program: Program, folder: Path) -> None:
    """Baseline, suppressions, glossary: a line each kind, with `--quiet`, too; the exit code is that of the verdict."""
    (folder / "names.csv").write_text("name,accepted\nStrait of Malacca,Selat Malaka\nPresident,Presiden\n")
    (folder / "own.toml").write_text(
        "back-translation = false\n[[suppress]]\nrule = 'SUR'\ntext = 'satu -satunya'\nreason = 'house style'\n"
        "[[suppress]]\nrule = 'NUM'\nreason = 'old'\n"
    )
    (folder / "changing.txt").write_text(f"{CLEAN}Harga naik tajam.Pasar panik.\n")
    options = ("changing.txt", "--config", "own.toml", "--names", "names.csv", "--baseline", "own.json")
    assert program("baseline", "write", *options).stderr == "own.json: 1 finding accepted\n"
    (folder / "changing.txt").write_text(f"{CLEAN}{FAULTY}")
    done = program("gate", *options, "--quiet", "--fail-on", "minor", "-o", "own.report.json")
    taken, milder, stale, unused = done.stderr.splitlines()
    assert milder == "mtaudit: own.toml sets what can make a verdict milder: back-translation"
    assert (
        "1 finding does not count: suppression of SUR 'satu -satunya' (house style), own.toml: changing.txt:2:5"
        in taken
    )
    assert "baseline own.json: 1 entry matches nothing any more" in stale
    assert unused.endswith("glossary entry 'Strait of Malacca'; suppression of NUM")
    report = json.loads((folder / "own.report.json").read_text(encoding="utf-8"))
    assert report["summary"]["suppressed"] == 1
    assert any("house style" in note for note in report["documents"][0]["notes"])
    assert "satu -satunya" not in {f["text"] for f in report["documents"][0]["findings"]}


def test_lines_in_lines_out(program: Program, tiny_package: Path) -> None:
    """`backtranslate` keeps the number and order of lines, blank ones included, and is silent otherwise."""
    done = program("backtranslate", "-", "--model", str(tiny_package), input="Presiden tiba.\n\nMenteri tiba.\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.split("\n")) == 4
    assert done.stdout.split("\n")[1] == ""


def test_an_internal_fault_is_one_line_and_a_traceback_only_on_request(program: Program, tmp_path: Path) -> None:
    """Python starts with a fault planted in it; the exit code is 2, not that of a failed gate."""
    (tmp_path / "sitecustomize.py").write_text(
        "import mtaudit.gate\ndef judge(*a, **k):\n    raise RuntimeError('planted')\nmtaudit.gate.judge = judge\n"
    )
    done = program("gate", "clean.json", more={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "planted" in line
    assert "--verbose" in line
    told = program("gate", "clean.json", "--verbose", more={"PYTHONPATH": str(tmp_path)})
    assert told.returncode == 2
    assert "Traceback" in told.stderr


def test_progress_is_shown_to_a_terminal_only(installed: Server, program: Program, folder: Path) -> None:
    """With a terminal at standard error bars appear there, and none with --quiet; the report is the same bytes."""
    plain = program("audit", "clean.txt", "--format", "json")
    assert plain.stderr == ""
    shown = {}
    for options in ((), ("--quiet",)):
        ours, theirs = pty.openpty()
        environment = os.environ | {"HOME": str(folder / "home"), "TERM": "xterm", "COLUMNS": "100"}
        environment["MTAUDIT_BACK_TRANSLATION"] = "false"
        call = ["audit", "clean.txt", "--format", "json", *options]
        code, out = installed.on(theirs, call, folder, environment)
        os.close(theirs)
        seen = b""
        try:
            while part := os.read(ours, 65536):
                seen += part
        except OSError:  # the other end is closed: all has been read
            pass
        os.close(ours)
        assert code == 0
        assert json.loads(out)["documents"] == json.loads(plain.stdout)["documents"]
        shown[options] = seen.decode("utf-8")
    assert "judging" in shown[()]
    assert shown[("--quiet",)] == ""
