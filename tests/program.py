"""The installed command, begun from a process that has its modules and tables loaded: a start costs no seconds then.

`python -m tests.program` is that process. For each command it forks, as `tools/kills.py` does; the child has the
folder, the environment and the standard streams that were asked for, runs the console script's function, flushes and
runs what is registered for the end. What depends on how Python starts (PYTHON*, the locale) is started in earnest.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import io
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

PROGRAM = Path(sys.executable).with_name("mtaudit")
_STARTS = ("PYTHON", "LC_", "LANG", "LD_", "OMP_")  # variables that are heeded when a process starts ...
_PATH = "PYTHONPATH"  # ... but for this, which is put in front of what is there
_WARM = {
    "id.txt": "Menteri tiba di Jakarta\n\nMenteri Luar Negeri Inggris tiba di Jakarta pada hari Senin untuk bertemu "
    "dengan Presiden Joko Widodo. “Kami tidak punya 20 kapal,” katanya kepada wartawan. Ini satu -satunya jalan.\n",
    "en.txt": "Minister arrives in Jakarta\n\nThe British foreign secretary arrived in Jakarta on Monday to meet "
    'President Joko Widodo. "We do not have 20 ships," he told reporters. This is the only way.\n',
}
_SECONDS = 300  # that a command may take


def started(
    arguments: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None, input: str | None = None, umask: int = -1
) -> subprocess.CompletedProcess[str]:
    """Start the installed command and wait for its end."""
    return subprocess.run(
        [PROGRAM, *arguments], cwd=cwd, env=env, input=input, umask=umask,
        capture_output=True, encoding="utf-8", timeout=_SECONDS,
    )  # fmt: skip


class Server:
    """The process that is forked; one command at a time."""

    def __init__(self) -> None:
        self._environment = dict(os.environ)
        self._said = tempfile.TemporaryFile("w+")  # noqa: SIM115 - as long as the process
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, str(theirs.fileno())],
                cwd=Path(__file__).resolve().parents[1],
                pass_fds=[theirs.fileno()],
                stderr=self._said,
                start_new_session=True,  # what a test sends to its own processes is not for this one
            )
        self._socket = ours

    def run(
        self, arguments: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None, input: str | None = None,
        umask: int = -1,
    ) -> subprocess.CompletedProcess[str]:  # fmt: skip
        """What `started` gives."""
        environment = dict(os.environ if env is None else env)
        if self._starts(environment):
            return started(arguments, cwd, environment, input, umask)
        with contextlib.ExitStack() as files:
            ends = [files.enter_context(_Pipe(into)) for into in (True, False, False)]
            self._ask(arguments, cwd, environment, [end.theirs for end in ends], umask)
            for end, data in zip(ends, ((input or "").encode(), None, None), strict=True):
                end.begin(data)
            code = self._code()
            for end in ends:
                end.thread.join()
        out, err = (end.read.decode("utf-8") for end in ends[1:])
        return subprocess.CompletedProcess([str(PROGRAM), *arguments], code, _lines(out), _lines(err))

    def on(self, terminal: int, arguments: Sequence[str], cwd: Path, env: Mapping[str, str]) -> tuple[int, bytes]:
        """The exit code, and what went to standard output, of a command whose standard error is a terminal."""
        with _Pipe(True) as given, _Pipe(False) as out:
            self._ask(arguments, cwd, env, [given.theirs, out.theirs, terminal], -1)
            given.begin(b"")
            out.begin(None)
            code = self._code()
            out.thread.join()
        return code, out.read

    def _ask(
        self, arguments: Sequence[str], cwd: Path, environment: Mapping[str, str], streams: Sequence[int], umask: int
    ) -> None:
        request = {"arguments": arguments, "cwd": str(cwd), "env": dict(environment), "umask": umask}
        asked = json.dumps(request).encode()
        try:
            socket.send_fds(self._socket, [len(asked).to_bytes(4, "big")], list(streams))
            self._socket.sendall(asked)
        except BrokenPipeError:
            self._ended()

    def _code(self) -> int:
        self._socket.settimeout(_SECONDS)
        answer = self._socket.recv(4)
        if not answer:
            self._ended()
        return int.from_bytes(answer, "big", signed=True)

    def _starts(self, environment: Mapping[str, str]) -> bool:
        """Whether a variable has changed that Python heeds when it starts."""
        return any(
            name.startswith(_STARTS) and name != _PATH and environment.get(name) != self._environment.get(name)
            for name in environment.keys() | self._environment.keys()
        )

    def _ended(self) -> NoReturn:
        code = self._process.wait(timeout=30)
        self._said.seek(0)
        raise RuntimeError(f"the process that commands are forked from ended with {code}: {self._said.read()}")

    def close(self) -> None:
        self._socket.close()
        self._process.wait(timeout=30)
        self._said.close()


class _Pipe:
    """A pipe to or from the command, served by a thread."""

    def __init__(self, into: bool) -> None:
        reading, writing = os.pipe()
        self.theirs, self._ours = (reading, writing) if into else (writing, reading)
        self._open = True
        self.read = b""

    def __enter__(self) -> _Pipe:
        return self

    def __exit__(self, *_: object) -> None:
        self.close_theirs()

    def close_theirs(self) -> None:
        if self._open:
            os.close(self.theirs)
            self._open = False

    def begin(self, data: bytes | None) -> None:
        """Let go of the command's end and serve ours."""
        self.close_theirs()
        self.thread = threading.Thread(target=self._take if data is None else self._give, args=(data,))
        self.thread.start()

    def _take(self, _: None) -> None:
        with open(self._ours, "rb") as stream:
            self.read = stream.read()

    def _give(self, data: bytes) -> None:
        with contextlib.suppress(BrokenPipeError), open(self._ours, "wb", buffering=0) as stream:
            left = memoryview(data)
            while left:
                left = left[stream.write(left) :]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _serve(asked: socket.socket) -> None:
    """Fork for each request; return in the child, with everything as it was asked for, or when nobody asks any more."""
    while True:
        head, descriptors, *_ = socket.recv_fds(asked, 4, 3)
        if not head:
            raise SystemExit(0)
        wanted = int.from_bytes(head, "big")
        data = b""
        while len(data) < wanted:
            data += asked.recv(wanted - len(data))
        request: dict[str, Any] = json.loads(data)
        child = os.fork()
        if not child:
            asked.close()
            _become(request, descriptors)
            return
        for descriptor in descriptors:
            os.close(descriptor)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        asked.sendall(code.to_bytes(4, "big", signed=True))


def _become(request: Mapping[str, Any], descriptors: Sequence[int]) -> None:
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding=stream.encoding, errors=stream.errors, closefd=False)  # noqa: SIM115
        for number, mode, stream in ((0, "r", sys.stdin), (1, "w", sys.stdout), (2, "w", sys.stderr))
    )
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    if request["umask"] >= 0:
        os.umask(request["umask"])
    sys.argv = [str(PROGRAM), *request["arguments"]]
    before, path = sys.path[:], request["env"].get(_PATH, "")
    sys.path[:0] = [part for part in path.split(os.pathsep) if part and part not in before]
    if sys.path != before:  # what is planted there
        sys.modules.pop("sitecustomize", None)
        with contextlib.suppress(ModuleNotFoundError):
            importlib.import_module("sitecustomize")


def _warm() -> None:
    """Load what a command loads: modules, tables, formats; no decoder, which has threads."""
    from mtaudit import notices
    from mtaudit.cli import COMMANDS, cli, main

    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        os.environ["HOME"] = folder
        for name, text in _WARM.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        for name in COMMANDS:
            cli.get_command(None, name)  # type: ignore[arg-type]
        outputs = [part for name in ("r.json", "r.html", "r.md") for part in ("-o", f"{folder}/{name}")]
        code = main(["audit", f"{folder}/id.txt", f"{folder}/en.txt", "--no-translation", "-q", "--isolated", *outputs])
    if code:
        raise SystemExit(f"the first audit ends with {code}")
    notices._told.clear()


def _end(code: int) -> NoReturn:
    """End as Python does, but for taking the tables apart, which takes as long as loading them."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as requests:
        _warm()
        gc.collect()
        gc.freeze()
        _serve(requests)
    from mtaudit.cli import run

    try:
        run()
    except SystemExit as stop:
        _end(stop.code if isinstance(stop.code, int) else 1)
