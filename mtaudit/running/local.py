"""The articles of a run over the processes of this machine; results come in order, whatever the number of jobs."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW = 64  # articles below which starting processes costs more than it saves
_shared: Any = None


def jobs_for(requested: int, count: int) -> int:
    """Number of processes: what was asked for, else all processors from `_FEW` articles on."""
    if requested > 0:
        return min(requested, max(1, count))
    return min(os.cpu_count() or 1, count) if count >= _FEW else 1


def run(function: Callable[[Item, Any], Result], items: Sequence[Item], shared: object, jobs: int) -> Iterator[Result]:
    """`function(item, shared)` of each item, in order. `shared` goes to each process once."""
    if jobs <= 1:
        for item in items:
            yield function(item, shared)
        return
    context = multiprocessing.get_context("spawn")  # fork would copy the decoder's threads
    with ProcessPoolExecutor(jobs, context, initializer=_receive, initargs=(shared,)) as pool:
        yield from pool.map(_Call(function), items, chunksize=max(1, min(16, len(items) // (4 * jobs))))


def _receive(shared: object) -> None:
    global _shared
    _shared = shared


class _Call:
    """A picklable `function(item, shared)` with the process's own `shared`."""

    def __init__(self, function: Callable[[Any, Any], Any]) -> None:
        self._function = function

    def __call__(self, item: Any) -> Any:
        return self._function(item, _shared)
