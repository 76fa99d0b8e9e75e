"""The articles of a run over the processes of this machine; results come in order, whatever the number of jobs."""

from __future__ import annotations

import contextlib
import mmap
import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import reduction
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType, ModuleType, TracebackType
from typing import IO, Any, NamedTuple, TypeVar, cast

from mtaudit.faults import Fault

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW = 64  # articles below which starting processes costs more than it saves
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")

# In the processes of a pool: the file of what is shared, and what was loaded of it last
_handed: _Handed | None = None
_loaded: tuple[_Place, object] | None = None


def jobs_for(requested: int, count: int) -> int:
    """Number of processes: what was asked for, else all processors from `_FEW` articles on."""
    if requested > 0:
        return min(requested, max(1, count))
    return min(os.cpu_count() or 1, count) if count >= _FEW else 1


class Pool:
    """The processes of a run. They start when a step first needs several and stay until the `with` block ends, so that
    each loads the program and its tables once; and, however this process ends, they end with it."""

    def __init__(self) -> None:
        self._open = contextlib.ExitStack()
        self._executor: ProcessPoolExecutor | None = None
        self._file: IO[bytes] | None = None
        self._jobs = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close(wait=error is None)

    def run(
        self, function: Callable[[Item, Any], Result], items: Sequence[Item], shared: object, jobs: int
    ) -> Iterator[Result | Fault]:
        """`function(item, shared)` of each item, in order. `shared` goes to each process once.

        Where a process dies, killed for its memory or by a crash of a library, the rest goes on in new ones; an item at
        which it dies twice gives a `Fault`.
        """
        if jobs <= 1:
            yield from here(function, items, shared)
            return
        done, blamed, chunk = 0, -1, max(1, min(16, len(items) // (4 * jobs)))
        while done < len(items):
            part = items[done : done + 1] if blamed == done else items[done:]
            try:
                results = self._mapped(function, part, shared, jobs, chunk)
                with contextlib.closing(results):  # what nobody waits for any more is not begun
                    for result in results:
                        yield result
                        done += 1
            except BrokenProcessPool:
                self._close(wait=False)
                if blamed == done:
                    yield Fault("its process died: out of memory, or a crash")
                    done += 1
                else:
                    blamed, chunk = done, 1

    def _mapped(
        self, function: Callable[[Any, Any], Any], items: Sequence[Any], shared: object, jobs: int, chunk: int
    ) -> Generator[Any, None, None]:
        if self._executor is None or self._jobs < jobs:
            self._close(wait=True)
            self._executor = self._started(jobs)
        call = _Call(function, None if shared is None else self._put(shared))
        with _undisturbed(), _without_main():
            results = self._executor.map(call, items, chunksize=chunk)
        return cast("Generator[Any, None, None]", results)  # so it is; closed, it cancels what has not begun

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")  # fork would copy the decoder's threads
        theirs, ours = context.Pipe(duplex=False)
        self._open.callback(theirs.close)
        self._open.callback(ours.close)
        self._file = self._open.enter_context(_file())
        self._jobs = jobs
        return ProcessPoolExecutor(jobs, context, initializer=_receive, initargs=(_Handed(self._file), theirs))

    def _put(self, shared: object) -> _Place:
        assert self._file is not None
        start = self._file.seek(0, os.SEEK_END)
        pickle.dump(shared, self._file, pickle.HIGHEST_PROTOCOL)
        self._file.flush()
        return _Place(start, self._file.tell())

    def _close(self, *, wait: bool) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=wait, cancel_futures=not wait)  # nobody waits for what is still at work
            self._executor = None
        self._open.close()


def here(function: Callable[[Item, Any], Result], items: Sequence[Item], shared: object) -> Iterator[Result]:
    """`function(item, shared)` of each item, in this process."""
    for item in items:
        yield function(item, shared)


class _Place(NamedTuple):
    """Where in the file of a pool something lies, pickled."""

    start: int
    end: int


@contextlib.contextmanager
def _file() -> Iterator[IO[bytes]]:
    """A file for what processes share, pickled once for all of them and not sent through the pipe by which they start.
    It has no name where descriptors can be passed on; elsewhere (Windows) it has one."""
    if hasattr(reduction, "DupFd"):
        with tempfile.TemporaryFile() as unnamed:
            yield unnamed
    else:
        with tempfile.TemporaryDirectory(prefix="mtaudit-") as folder, open(Path(folder, "shared"), "w+b") as named:
            yield named


class _Handed:
    """A file as a new process gets it: its descriptor, or its name."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file: int | str = file.fileno() if hasattr(reduction, "DupFd") else file.name

    def __getstate__(self) -> object:
        return self._file if isinstance(self._file, str) else reduction.DupFd(self._file)

    def __setstate__(self, handed: Any) -> None:
        self._file = handed if isinstance(handed, str) else handed.detach()

    def load(self, place: _Place) -> object:
        """What lies there."""
        with (
            open(self._file, "rb", closefd=isinstance(self._file, str)) as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
            memoryview(data) as view,
            view[slice(*place)] as own,
        ):
            return pickle.loads(own)


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """While processes start, signals wait: one that is cut off from its parent then would complain.

    SIGINT is kept from the new processes, for a terminal sends it to all of them: the parent ends them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[tuple[int, FrameType | None]] = []
    names = [number for name in _SIGNALS if (number := getattr(signal, name, None)) is not None]
    handlers = {number: handler for number in names if callable(handler := signal.getsignal(number))}
    for number in handlers:
        signal.signal(number, lambda number, frame: waiting.append((number, frame)))
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if hasattr(signal, "pthread_sigmask") else set()
    try:
        yield
    finally:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        if waiting:
            handlers[waiting[0][0]](*waiting[0])


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """While processes start, the main module is an empty one: else each of them would run the caller's script, for what
    it defines, and a script without `if __name__ == "__main__"` would start an audit in each."""
    own = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = own


def _receive(file: _Handed, life: Connection) -> None:
    global _handed
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(life,), daemon=True).start()
    _handed = file


def _end_with(life: Connection) -> None:
    """End this process when the other end of the pipe is closed, be it by the death of its holder."""
    with contextlib.suppress(EOFError, OSError):
        life.recv_bytes()
    os._exit(1)


class _Call:
    """A picklable `function(item, shared)`, with what lies at `place` as `shared`."""

    def __init__(self, function: Callable[[Any, Any], Any], place: _Place | None) -> None:
        self._function = function
        self._place = place

    def __call__(self, item: Any) -> Any:
        global _loaded
        if self._place is None:
            return self._function(item, None)
        if _loaded is None or _loaded[0] != self._place:
            assert _handed is not None
            _loaded = None  # what was shared before may go first
            _loaded = self._place, _handed.load(self._place)
        return self._function(item, _loaded[1])
