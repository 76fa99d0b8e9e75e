"""Kills runs at random moments and resumes them: nothing is lost, no file is half written, and what a resumed run
writes equals what an unbroken one does, byte for byte.

    python tools/kills.py [--kills 1000] [--writing 200] [--seed 1] [--minutes 60]

Each run is a process of its own, forked from one that has the program and its tables loaded, so that a moment is as
likely in the work as in the writing; SIGKILL, SIGTERM and SIGINT take turns. `--writing` of the kills come when a file
is just being written. Exit 1 where anything was lost; what was wrong stays in the folder that is named then.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from mtaudit.cli import main as warm  # noqa: E402
from mtaudit.cli import run  # noqa: E402
from tests.conftest import build_package  # noqa: E402

OUTPUTS = ("r.json", "r.jsonl", "r.html", "r.csv")
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
BETWEEN = 4  # kills before a run is left to finish, on average
_CLOCK = re.compile(rb'"started": ?"[^"]*",\s*"seconds": ?[0-9.]+|read on [0-9TZ:.-]+')
_LINES, _WIDTH = 3, 90  # of each article, in characters: a run should be short, that many can be killed
_TOLD = 50  # kills after which a line says how far it is


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("--kills", 1000), ("--writing", 200), ("--seed", 1), ("--minutes", 60)):
        parser.add_argument(name, type=int, default=default)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="mtaudit-kills-"))
    os.chdir(folder)
    os.environ["HOME"] = str(folder / "home")
    call = _set_up(folder)
    warm(["audit", "in", "--no-translation", "--quiet"])  # the tables, in this process; no threads of a decoder
    gc.freeze()
    os.environ["MTAUDIT_CACHE"] = str(folder / "whole")
    took = _whole(call)
    print(f"an unbroken run takes {took:.1f} s", flush=True)
    reference = {name: _content(Path(name)) for name in OUTPUTS}
    os.environ["MTAUDIT_CACHE"] = str(folder / "c")
    chance = random.Random(asked.seed)
    deadline = time.monotonic() + 60 * asked.minutes
    done = written = finished = 0
    while done < asked.kills and time.monotonic() < deadline:
        writing = written < asked.writing and chance.random() < 1.5 * asked.writing / asked.kills
        hit = _killed(call, chance, took, writing)
        done += hit
        written += hit and writing
        if hit and done % _TOLD == 0:
            print(f"{done} kills, {written} while files were written; {finished} runs resumed", flush=True)
        if trouble := _damaged(reference):
            print(f"kill {done}: {trouble}; see {folder}")
            return 1
        if chance.random() < 1 / BETWEEN:
            if _run(call) != 0:
                print(f"after kill {done}: the resumed run failed; see {folder}")
                return 1
            different = [name for name in OUTPUTS if _content(Path(name)) != reference[name]]
            left = [path.name for path in folder.glob("*.part")] + [path.name for path in (folder / "c").glob("run-*")]
            if different or left:
                print(f"after kill {done}: {different} differ from an unbroken run, {left} are left; see {folder}")
                return 1
            finished += 1
            _start_afresh(folder, chance)
    print(
        f"{done} kills, {written} while files were written; {finished} runs resumed, all equal to an unbroken one",
        flush=True,
    )
    shutil.rmtree(folder)
    return 0


def _set_up(folder: Path) -> list[str]:
    """Articles and a translation package; the command that audits them."""
    (folder / "home").mkdir()
    (folder / "in").mkdir()
    for number, path in enumerate(sorted((ROOT / "samples").glob("*.txt"))):
        whole = [line for line in path.read_text(encoding="utf-8").splitlines() if line]
        lines = [line[:_WIDTH].rpartition(" ")[0] for line in whole[1 : 1 + _LINES]]
        (folder / "in" / f"{number}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    package = build_package(folder)
    outputs = [part for name in OUTPUTS for part in ("-o", name)]
    models = ("--model", str(package), "--no-second-translation", "--jobs", "1", "--quiet")
    return ["audit", "in", *models, *outputs, "--resume"]


def _child(call: list[str]) -> int:
    """The id of a process that runs the command."""
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        os.setsid()
        sys.argv = ["mtaudit", *call]
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        run()
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    finally:
        os._exit(code)


def _run(call: list[str]) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(_child(call), 0)[1])


def _whole(call: list[str]) -> float:
    """Seconds that an unbroken run takes. Raises SystemExit where it fails."""
    begun = time.monotonic()
    code = _run(call)
    if code:
        raise SystemExit(f"the unbroken run ends with {code}")
    return time.monotonic() - begun


def _killed(call: list[str], chance: random.Random, took: float, writing: bool) -> bool:
    """Whether a run was killed before it ended by itself."""
    number = chance.choice(SIGNALS)
    moment = time.monotonic() + chance.uniform(0, 1.1 * took)
    due = _just_written() if writing else lambda: time.monotonic() >= moment
    child = _child(call)
    while not due():
        if os.waitpid(child, os.WNOHANG)[0]:
            return False
        time.sleep(0.0002 if writing else 0.002)
    if writing:
        time.sleep(chance.uniform(0, 0.003))
    os.kill(child, number)
    os.waitpid(child, 0)
    return True


def _just_written() -> Callable[[], bool]:
    """Tells when a file appears beside an output, or in the cache, that was not there."""

    def there() -> set[str]:
        return {e.name for e in os.scandir(".")} | ({e.name for e in os.scandir("c")} if os.path.isdir("c") else set())

    before = there()
    skip = random.Random(len(before)).randrange(6)  # not always the first

    def due() -> bool:
        return len(there() - before) > skip

    return due


def _damaged(reference: dict[str, bytes]) -> str:
    """What is wrong with the files as a kill left them; "" where nothing is."""
    for name in OUTPUTS:
        path = Path(name)
        if path.exists() and _content(path) != reference[name]:
            return f"{name} is neither absent nor whole"
    part = Path("r.jsonl.part")
    if part.exists():
        *whole, _ = part.read_bytes().split(b"\n")
        if not reference["r.jsonl"].startswith(b"".join(line + b"\n" for line in whole)):
            return "r.jsonl.part is not the beginning of r.jsonl"
        for line in whole:
            json.loads(line)
    return ""


def _start_afresh(folder: Path, chance: random.Random) -> None:
    """Take the outputs away, now and then the cache too."""
    for name in OUTPUTS:
        (folder / name).unlink()
    for path in folder.glob(".r.*.tmp"):  # of runs that SIGKILL ended
        path.unlink()
    if chance.random() < 0.5:
        shutil.rmtree(folder / "c")


def _content(path: Path) -> bytes:
    """A file without the moment at which its run began, and how long it took."""
    return _CLOCK.sub(b"", path.read_bytes())


if __name__ == "__main__":
    sys.exit(main())
