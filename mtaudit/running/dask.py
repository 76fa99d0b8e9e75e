"""The articles of a run over a Dask cluster: `--engine dask`, the extra `dask`.

Without `dask-scheduler` the cluster is one of worker processes on this machine. A scheduler's address spreads the work
over machines; its workers need mtaudit in the same version.

Whoever can talk to a Dask scheduler or worker can run anything there. So the cluster on this machine listens on
loopback and takes only who has its certificate, made for this run (TLS, `Security.temporary()`); with one job there is
no cluster, for even one within this process would listen. A scheduler on another machine is joined over TLS with the
certificates of Dask's own settings (`distributed.comm.tls`), or in the clear where `insecure` says so.
"""

from __future__ import annotations

import collections
import contextlib
import itertools
import logging
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any, TypeVar

from mtaudit.errors import UsageError
from mtaudit.faults import Fault
from mtaudit.running import local
from mtaudit.version import __version__

Item = TypeVar("Item")
Result = TypeVar("Result")

_BATCH = 16  # articles a task has at most
_WAITING = 4  # tasks handed over per worker thread, so that the scheduler never holds a whole large run
_ENCRYPTED = ("tls://", "wss://")
_NO_PAGES: dict[str, list[str]] = {
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}  # they ask for no certificate
_HERE = re.compile(
    r"inproc://[\w./-]+|((tcp|tls|ws|wss)://)?(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?/?", re.ASCII
)
_PATIENCE = 20  # seconds until a scheduler that does not answer is given up


class Cluster:
    """A Dask cluster, opened at the first `run` and closed with the `with` block it is used in.

    `scheduler` is an address such as tls://10.0.0.5:8786, whose workers are taken as they are; None starts workers on
    this machine. Raises UsageError where `distributed` is not installed, where `offline` forbids an address that leaves
    this machine, and where one would be joined without TLS though `insecure` does not allow it.
    """

    def __init__(self, scheduler: str | None = None, offline: bool = False, insecure: bool = False) -> None:
        if scheduler and not _is_here(scheduler):
            if offline:
                raise UsageError(
                    f"--offline: the Dask scheduler {scheduler} is not on this machine; leave one of them out"
                )
            if not scheduler.startswith(_ENCRYPTED) and not insecure:
                raise UsageError(
                    f"the Dask scheduler {scheduler} is on another machine and would be joined without TLS: give it as "
                    "tls://HOST:PORT, or say --insecure-scheduler"
                )
        try:
            import distributed
        except ImportError:
            raise UsageError("--engine dask needs `distributed`: pip install 'mtaudit[dask]'") from None
        self._distributed: Any = distributed
        self._security: Any = self._distributed.Security()
        if scheduler and scheduler.startswith(_ENCRYPTED) and not self._security.tls_ca_file:
            raise UsageError(
                f"the Dask scheduler {scheduler} needs TLS settings: name the certificates in Dask's own "
                "(DASK_DISTRIBUTED__COMM__TLS__CA_FILE, ...__TLS__CLIENT__CERT, ...__TLS__CLIENT__KEY)"
            )
        self._scheduler = scheduler
        self._open = contextlib.ExitStack()
        self._client: Any = None

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client = None
        self._open.close()

    def run(
        self, function: Callable[[Item, Any], Result], items: Sequence[Item], shared: object, jobs: int
    ) -> Iterator[Result | Fault]:
        """`function(item, shared)` of each item, in order, as `local.Pool` gives it; `shared` goes to each worker once.

        `jobs` is the number of worker processes on this machine (one: the work stays in this process); a scheduler's
        workers are all used. Raises UsageError where the scheduler can't be reached, has no workers, or has workers of
        another version.
        """
        if self._client is None and not self._scheduler and jobs <= 1:
            yield from local.here(function, items, shared)
            return
        client = self._client or self._start(jobs)
        held = client.scatter(shared, broadcast=True, hash=False)
        threads = sum(client.nthreads().values())
        size = max(1, min(_BATCH, len(items) // (4 * threads)))
        batches = (list(items[start : start + size]) for start in range(0, len(items), size))
        waiting: collections.deque[Any] = collections.deque()
        for batch in itertools.chain(batches, itertools.repeat(None)):
            if batch is not None:
                waiting.append(client.submit(_each, function, batch, held, pure=False))
                if len(waiting) < _WAITING * threads:
                    continue
            if not waiting:
                return
            yield from waiting.popleft().result()

    def _start(self, jobs: int) -> Any:
        logging.getLogger("distributed").setLevel(logging.ERROR)  # standard error is for troubles
        self._client = self._connected() if self._scheduler else self._own(jobs)
        self._check(self._client.run(_version))
        return self._client

    def _connected(self) -> Any:
        try:
            client = self._distributed.Client(
                self._scheduler, timeout=_PATIENCE, set_as_default=False, security=self._security
            )
        except (OSError, ValueError, TypeError, TimeoutError) as error:
            reason = str(error).partition("\n")[0] or type(error).__name__
            raise UsageError(f"dask-scheduler {self._scheduler}: no answer ({reason}); is it running?") from error
        return self._open.enter_context(client)

    def _own(self, jobs: int) -> Any:
        import dask

        try:
            security = self._distributed.Security.temporary()
        except ImportError:
            raise UsageError("--engine dask needs `cryptography`: pip install 'mtaudit[dask]'") from None
        self._open.enter_context(dask.config.set(_NO_PAGES))
        scratch = self._open.enter_context(tempfile.TemporaryDirectory(prefix="mtaudit-dask-"))  # 0700
        cluster = self._distributed.LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            host="tls://127.0.0.1",
            protocol="tls://",
            security=security,
            local_directory=scratch,
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
            silence_logs=logging.ERROR,
            memory_limit=0,  # as much as a process of `--engine local` may take
        )
        self._open.enter_context(cluster)
        return self._open.enter_context(self._distributed.Client(cluster, set_as_default=False))

    def _check(self, workers: dict[str, str]) -> None:
        if not workers:
            raise UsageError(
                f"dask-scheduler {self._scheduler}: it has no workers; start some: dask worker {self._scheduler}"
            )
        others = sorted(set(workers.values()) - {__version__})
        if others:
            raise UsageError(
                f"dask-scheduler {self._scheduler}: its workers have mtaudit {', '.join(others)}, here it is "
                f"{__version__}; install the same version on all"
            )


def _version() -> str:
    return __version__


def _each(function: Callable[[Any, Any], Any], batch: list[Any], shared: Any) -> list[Any]:
    return [function(item, shared) for item in batch]


def _is_here(scheduler: str) -> bool:
    """Whether an address stays on this machine (inproc, localhost, 127.0.0.0/8, ::1)."""
    return _HERE.fullmatch(scheduler) is not None
