"""Where the articles of a run are looked at: on the processes of this machine or on a Dask cluster."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from mtaudit.config import Settings
from mtaudit.running import local


class Run(Protocol):
    """`function(item, shared)` of each item, in order; `jobs` is the number of processes on this machine."""

    def __call__(
        self, function: Callable[[Any, Any], Any], items: Sequence[Any], shared: object, jobs: int
    ) -> Iterator[Any]: ...


@contextlib.contextmanager
def engine(settings: Settings) -> Iterator[Run]:
    """The engine that the settings name. Raises UsageError where it needs an extra that is not installed."""
    if settings.engine == "local":
        with local.Pool() as pool:
            yield pool.run
        return
    from mtaudit.running.dask import Cluster

    with Cluster(settings.dask_scheduler, settings.offline, settings.insecure_scheduler) as cluster:
        yield cluster.run
