"""Standard streams that can fail without taking the run with them.

A reader that went away (`mtaudit ... | head`) is no fault and changes no exit code; a full disk behind `> report.txt`
is told in one line, when everything else is done.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import select
import sys
from collections.abc import Iterator
from typing import TextIO

from mtaudit.interface import _

_NOBODY_READS = (errno.EPIPE, errno.ECONNRESET, errno.ESHUTDOWN)


class Outlet(io.RawIOBase):
    """A file descriptor to write to, None where it was closed from the start. It raises nothing: after a trouble, what
    is written goes nowhere."""

    def __init__(self, descriptor: int, closed: bool = False) -> None:
        self._descriptor = descriptor
        self.trouble: OSError | None = None
        self._never = closed

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return not self._never and os.isatty(self._descriptor)

    def write(self, data: object) -> int:
        chunk = memoryview(data)  # type: ignore[arg-type]
        while self.trouble is None:
            try:
                if self._never:
                    raise OSError(errno.EBADF, os.strerror(errno.EBADF))
                return os.write(self._descriptor, chunk)
            except BlockingIOError:  # somebody else made the pipe non-blocking
                select.select((), (self._descriptor,), ())
            except OSError as error:
                self.trouble = error
        return len(chunk)


@contextlib.contextmanager
def kept() -> Iterator[None]:
    """In the block the standard streams are there and raise nothing."""
    closed = [_reserve(descriptor) for descriptor in (0, 1, 2)]
    if sys.stdin is None or closed[0]:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - as long as the process
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _made(sys.stdout, 1, closed[1]), _made(sys.stderr, 2, closed[2])
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(ValueError):  # closed by somebody
                stream.flush()
        sys.stdout, sys.stderr = before


def lost() -> str:
    """Why what was written to standard output did not get there: "" where it did, or where nobody wants it."""
    trouble = _trouble()
    if trouble is None or trouble.errno in _NOBODY_READS:
        return ""
    return _("standard output can't be written ({reason})").format(reason=trouble.strerror or trouble)


def delivered() -> bool:
    """Whether all that was written to standard output got there."""
    return _trouble() is None


def _trouble() -> OSError | None:
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    if not isinstance(raw, Outlet):
        return None
    sys.stdout.flush()
    return raw.trouble


def _reserve(descriptor: int) -> bool:
    """Whether a descriptor is closed; /dev/null stands there then, so that no other file gets its number."""
    try:
        os.fstat(descriptor)
        return False
    except OSError:
        os.open(os.devnull, os.O_RDWR)  # the lowest that is free
        return True


def _made(stream: TextIO | None, descriptor: int, closed: bool) -> TextIO:
    if stream is not None and not isinstance(stream, io.TextIOWrapper):
        return stream  # somebody's own
    line_buffering = stream is not None and (stream.line_buffering or stream.write_through)
    return io.TextIOWrapper(
        io.BufferedWriter(Outlet(descriptor, closed)),
        encoding=stream.encoding if stream is not None else "utf-8",
        errors="replace",
        line_buffering=line_buffering,
    )
