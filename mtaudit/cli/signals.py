"""Ctrl-C, SIGTERM and SIGHUP end the program within two seconds, its children too, with one line and no traceback.

The main thread unwinds. Where it can't, because a decoder is at work, another thread ends the process; what is on disk
is whole either way.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from types import FrameType

_GRACE = 1.0  # seconds to unwind in
_HEEDED = ("SIGINT", "SIGTERM", "SIGHUP")
_SHOW_CURSOR = b"\x1b[?25h"
_line = "mtaudit: interrupted; with --resume the next run goes on from here"  # said by whichever thread is first
_untold = threading.Lock()  # held by the thread that says the line: it is said once


class Interrupted(BaseException):
    """Raised in the main thread by the signal `number`. No `except Exception` and no library holds it up."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def code(self) -> int:
        """The exit code, as shells have it: 130 for Ctrl-C, 143 for SIGTERM."""
        return 128 + self.number


@contextlib.contextmanager
def heeded() -> Iterator[None]:
    """In the block signals end the program; those that the caller had ignored (nohup) stay ignored."""
    numbers = [number for name in _HEEDED if (number := getattr(signal, name, None)) is not None]
    ours = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    here, there = socket.socketpair()
    there.setblocking(False)
    threading.Thread(target=_watch, args=(here, frozenset(ours)), daemon=True, name="signals").start()
    before = signal.set_wakeup_fd(there.fileno(), warn_on_full_buffer=False)
    handlers = {number: signal.signal(number, _raise) for number in ours}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            if signal.getsignal(number) is _raise:
                signal.signal(number, handler)
        signal.set_wakeup_fd(before)
        there.close()


def word(message: str) -> None:
    """What is said of an interrupted run from now on, in the language of the interface: other threads know none."""
    global _line
    _line = f"mtaudit: {message}"


def tell() -> None:
    """Say that the run was interrupted."""
    if _untold.acquire(blocking=False):
        print(_line, file=sys.stderr, flush=True)


def _raise(number: int, frame: FrameType | None) -> None:
    for name in _HEEDED:  # once is enough
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    sys.unraisablehook = lambda _: None  # where the signal hits a destructor there is nobody to tell
    threading.excepthook = lambda _: None
    end_children()
    raise Interrupted(number)


def end_children() -> None:
    """End the processes that multiprocessing started here."""
    started = sys.modules.get("multiprocessing")
    if started is not None:
        with contextlib.suppress(Exception):
            for child in started.active_children():
                child.kill()


def _watch(wakeups: socket.socket, ours: frozenset[int]) -> None:
    """End the process where the main thread does not within the time given."""
    while numbers := wakeups.recv(64):
        caught = next((number for number in numbers if number in ours), None)
        if caught is not None:
            time.sleep(_GRACE)
            end_children()
            with contextlib.suppress(OSError):
                if os.isatty(2):
                    os.write(2, _SHOW_CURSOR)
                if _untold.acquire(blocking=False):
                    os.write(2, f"{_line}\n".encode())
            os._exit(Interrupted(caught).code)
