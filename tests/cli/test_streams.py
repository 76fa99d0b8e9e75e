"""Standard streams that fail, and signals: the right exit code, one line, no traceback, no process left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import PROGRAM, Server

CLEAN = "Presiden tiba di Jakarta pada hari Senin dan langsung bertemu dengan para menteri di istana.\n"
FAULTY = "Ini satu -satunya jalan bagi negara -negara itu.\n"
INTERRUPTED = "mtaudit: interrupted; with --resume the next run goes on from here\n"
Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def reports(installed: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles and their reports: a gate on a report starts sooner, and its streams are the same."""
    folder = tmp_path_factory.mktemp("reports")
    for name, text in (("clean", CLEAN), ("faulty", FAULTY)):
        (folder / f"{name}.txt").write_text(text)
        done = installed.run(["audit", f"{name}.txt", "--no-translation", "-q", "-o", f"{name}.json"], cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def shell(home: Path, tmp_path: Path, reports: Path) -> Shell:
    """Runs a line of shell in such a folder; `$M` is the program. Python buffers as it usually does."""
    shutil.copytree(reports, tmp_path, dirs_exist_ok=True)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"} | {"M": str(PROGRAM)}

    def run(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", line], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
        )

    return run


GATE = "$M gate {} --fail-on minor"


@pytest.mark.parametrize(("article", "code"), [("clean.json", 0), ("faulty.json", 1)])
def test_a_reader_that_goes_away_changes_no_verdict(shell: Shell, article: str, code: int) -> None:
    """`| true` and a closed pipe behind `-o /dev/stdout`: passed stays passed, failed stays failed."""
    gate = GATE.format(article)
    done = shell(
        f"{gate} | true; a=${{PIPESTATUS[0]}}; {gate} -q -o json:/dev/stdout | true; echo $a ${{PIPESTATUS[0]}}"
    )
    assert done.stdout.split() == [str(code), str(code)]
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_full_disk_behind_standard_output_is_told(shell: Shell) -> None:
    """The report is lost, so exit 2, also where the gate is not passed; with --quiet there was nothing to lose."""
    done = shell(
        f"{GATE.format('faulty.json')} > /dev/full; echo $?; {GATE.format('clean.json')} -q > /dev/full; echo $?"
    )
    assert done.stdout.split() == ["2", "0"]
    assert done.stderr == "mtaudit: standard output can't be written (No space left on device)\n"


def test_streams_that_are_closed_from_the_start(shell: Shell) -> None:
    """Nothing that the program opens takes their numbers; what goes to standard error alone changes no exit code."""
    done = shell(f"{GATE.format('clean.json')} >&-; echo $?; {GATE.format('faulty.json')} 2>&- >r.txt; echo $?")
    assert done.stdout.split() == ["2", "1"]
    assert done.stderr == "mtaudit: standard output can't be written (Bad file descriptor)\n"
    done = shell("$M audit - --no-translation -q <&-; echo $?")
    assert (done.stdout, done.stderr) == ("2\n", "mtaudit: skipped -: empty: nothing to audit\n")
    done = shell("$M gate missing.txt --no-translation 2>/dev/full >/dev/null; echo $?")
    assert (done.stdout, done.stderr) == ("2\n", "")


def test_a_report_that_nobody_got_is_not_noted(shell: Shell, tmp_path: Path) -> None:
    """--new-only audits the article again after the disk was full."""
    call = "$M audit clean.txt --no-translation --state s.db --new-only"
    done = shell(f"{call} > /dev/full; {call} | true; {call} --format json")
    assert '"documents": 1,' in done.stdout


def children(process: int) -> list[int]:
    """The processes below one, by /proc."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found = [process]
    for known in found:
        found += [child for child, parent in parents.items() if parent == known]
    return found[1:]


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


SLOW = """
import mtaudit.pipeline as pipeline, os, time
judge = pipeline.judge
def slow(case, context):
    open("at-work", "a").close()
    if {busy}:
        time.sleep(60)
    return judge(case, context)
pipeline.judge = slow
"""
BUSY = "True"
DEAF = "__import__('hashlib').pbkdf2_hmac('sha256', b'a', b'b', 10**9)"  # at work in C, as the decoder is


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="children are looked for in /proc")
@pytest.mark.parametrize(
    ("number", "whom", "jobs", "busy"),
    [
        (signal.SIGTERM, "it", "2", BUSY),
        (signal.SIGINT, "all", "2", BUSY),
        (signal.SIGINT, "it", "1", BUSY),
        (signal.SIGTERM, "it", "1", DEAF),
        (signal.SIGKILL, "it", "2", BUSY),
    ],
    ids=["terminated", "ctrl-c", "interrupted", "terminated in C", "killed"],
)
def test_a_signal_ends_the_run_and_its_processes(
    home: Path, tmp_path: Path, number: signal.Signals, whom: str, jobs: str, busy: str
) -> None:
    """One line, no traceback, 128 and the signal's number; nothing half written; the processes that it started end."""
    for at in range(4):
        (tmp_path / f"{at}.txt").write_text(CLEAN * 2)
    (tmp_path / "sitecustomize.py").write_text(SLOW.format(busy=busy))
    path = os.pathsep.join(part for part in (str(tmp_path), os.environ.get("PYTHONPATH", "")) if part)
    process = subprocess.Popen(
        [str(PROGRAM), "audit", ".", "--no-translation", "--jobs", jobs, "-o", "r.json", "-o", "r.jsonl"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": path}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # who runs us may ignore it
    )  # fmt: skip
    try:
        while not (tmp_path / "at-work").exists():
            assert process.poll() is None, process.communicate()
            time.sleep(0.05)
        below = children(process.pid)
        assert len(below) >= int(jobs) or jobs == "1"
        (os.killpg if whom == "all" else os.kill)(process.pid, number)
        out, err = process.communicate(timeout=30)
        while any(map(alive, below)):
            time.sleep(0.05)
    finally:
        process.kill()
    assert out == ""
    if number == signal.SIGKILL:
        assert process.returncode == -signal.SIGKILL
    else:
        assert (process.returncode, err) == (128 + number, INTERRUPTED)
    assert not {path.name for path in tmp_path.iterdir()} & {"r.json", "r.jsonl"}
