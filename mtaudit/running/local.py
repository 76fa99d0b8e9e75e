"""The articles of a run over the processes of this machine; results come in order, whatever the number of jobs."""

from __future__ import annotations

import contextlib
import mmap
import multiprocessing
import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import reduction
from multiprocessing.connection import Connection
from types import FrameType
from typing import IO, Any, TypeVar

from mtaudit.faults import Fault

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW = 64  # articles below which starting processes costs more than it saves
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_shared: Any = None


def jobs_for(requested: int, count: int) -> int:
    """Number of processes: what was asked for, else all processors from `_FEW` articles on."""
    if requested > 0:
        return min(requested, max(1, count))
    return min(os.cpu_count() or 1, count) if count >= _FEW else 1


def run(
    function: Callable[[Item, Any], Result], items: Sequence[Item], shared: object, jobs: int
) -> Iterator[Result | Fault]:
    """`function(item, shared)` of each item, in order. `shared` goes to each process once.

    Where a process dies, killed for its memory or by a crash of a library, the rest goes on in new ones; an item at
    which it dies twice gives a `Fault`.
    """
    if jobs <= 1:
        for item in items:
            yield function(item, shared)
        return
    done, blamed, chunk = 0, -1, max(1, min(16, len(items) // (4 * jobs)))
    while done < len(items):
        part = items[done : done + 1] if blamed == done else items[done:]
        try:
            with _pool(min(jobs, len(part)), shared) as pool:
                with _undisturbed():
                    results = pool.map(_Call(function), part, chunksize=chunk)
                for result in results:
                    yield result
                    done += 1
        except BrokenProcessPool:
            if blamed == done:
                yield Fault("its process died: out of memory, or a crash")
                done += 1
            else:
                blamed, chunk = done, 1


@contextlib.contextmanager
def _pool(jobs: int, shared: object) -> Iterator[ProcessPoolExecutor]:
    """Processes that end with the block, and, however this process ends, with it."""
    context = multiprocessing.get_context("spawn")  # fork would copy the decoder's threads
    theirs, ours = context.Pipe(duplex=False)
    with tempfile.TemporaryFile() as file:
        initial = (_Passed.on(shared, file), theirs)
        pool = ProcessPoolExecutor(jobs, context, initializer=_receive, initargs=initial)
        try:
            yield pool
            pool.shutdown()
        except BaseException:  # nobody waits for what is still at work
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        finally:
            ours.close()
            theirs.close()


class _Passed:
    """Something that goes to new processes in a file without a name, pickled once, and not through the pipe by which
    they start: a start takes no time then, and all of them load it at once."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @staticmethod
    def on(shared: object, file: IO[bytes]) -> object:
        """`shared` as it is to be given to `_receive`; as it is where descriptors can't be passed on (Windows)."""
        if not hasattr(reduction, "DupFd"):
            return shared
        pickle.dump(shared, file, pickle.HIGHEST_PROTOCOL)
        file.flush()
        return _Passed(file.fileno())

    def __getstate__(self) -> object:
        return reduction.DupFd(self._descriptor)

    def __setstate__(self, passed: Any) -> None:
        self._descriptor = passed.detach()

    def load(self) -> object:
        """What was passed."""
        with mmap.mmap(self._descriptor, 0, access=mmap.ACCESS_READ) as data:
            loaded: object = pickle.loads(data)
        os.close(self._descriptor)
        return loaded


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


def _receive(shared: object, life: Connection) -> None:
    global _shared
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(life,), daemon=True).start()
    _shared = shared.load() if isinstance(shared, _Passed) else shared


def _end_with(life: Connection) -> None:
    """End this process when the other end of the pipe is closed, be it by the death of its holder."""
    with contextlib.suppress(EOFError, OSError):
        life.recv_bytes()
    os._exit(1)


class _Call:
    """A picklable `function(item, shared)` with the process's own `shared`."""

    def __init__(self, function: Callable[[Any, Any], Any]) -> None:
        self._function = function

    def __call__(self, item: Any) -> Any:
        return self._function(item, _shared)
