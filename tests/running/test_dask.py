"""`--engine dask` gives what `--engine local` gives."""

from __future__ import annotations

import sys

import distributed
import pytest

from mtaudit.errors import UsageError
from mtaudit.running import local
from mtaudit.running.dask import Cluster

NUMBERS = list(range(100))


def twice(number: int, shared: int) -> int:
    return 2 * number + shared


def fail(number: int, shared: int) -> int:
    raise ValueError(f"{number} is no article")


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_are_those_of_the_local_engine_in_order(jobs: int) -> None:
    """In this process and over two workers; one cluster serves several calls."""
    with Cluster() as cluster:
        assert list(cluster.run(twice, NUMBERS, 5, jobs)) == list(local.run(twice, NUMBERS, 5, 1))
        assert list(cluster.run(twice, NUMBERS[:3], 7, jobs)) == [7, 9, 11]
        assert list(cluster.run(twice, [], 7, jobs)) == []


def test_a_scheduler_is_joined_and_left_running() -> None:
    """Its workers do the work; the cluster outlives the run."""
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as running:
        for _ in range(2):
            with Cluster(running.scheduler_address) as cluster:
                assert list(cluster.run(twice, NUMBERS, 5, 8)) == [2 * n + 5 for n in NUMBERS]


def test_a_fault_in_an_article_is_that_fault() -> None:
    """No wrapping: the caller sees the exception that the local engine raises."""
    with Cluster() as cluster, pytest.raises(ValueError, match="0 is no article"):
        list(cluster.run(fail, [0], 5, 1))


def test_offline_stays_on_this_machine() -> None:
    """A scheduler elsewhere is refused before anything is opened; one here is not."""
    with pytest.raises(UsageError, match="--offline"):
        Cluster("tcp://192.0.2.7:8786", offline=True)
    with Cluster("tcp://127.0.0.1:8786", offline=True):
        pass


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that says what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'mtaudit\[dask\]'"):
        Cluster()
