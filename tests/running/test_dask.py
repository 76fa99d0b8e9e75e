"""`--engine dask` gives what `--engine local` gives."""

from __future__ import annotations

import contextlib
import http.client
import sys
from pathlib import Path

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
        assert list(cluster.run(twice, NUMBERS, 5, jobs)) == list(local.here(twice, NUMBERS, 5))
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


@pytest.mark.parametrize(
    "address",
    [
        "tcp://192.0.2.7:8786", "192.0.2.7:8786", "ws://192.0.2.7:8786", "ucx://192.0.2.7:8786", "scheduler:8786",
        "tcp://127.0.0.1.example.org:8786", "tcp://localhost@example.org:8786", "tcp://127.0.0.1:8786@example.org",
        "tcp://127.1.example.org", "TLS://192.0.2.7:8786", "tcp://127.0.0.1\n.example.org",
    ],
)  # fmt: skip
def test_a_scheduler_elsewhere_is_joined_over_tls_or_by_choice(address: str) -> None:
    """Refused before anything is opened, whether the extra is there or not; --insecure-scheduler lets it be."""
    with pytest.raises(UsageError, match="--insecure-scheduler"):
        Cluster(address)
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    with Cluster(address, insecure=True):
        pass


def test_a_scheduler_over_tls_needs_certificates(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that names the settings; with a certificate it goes on."""
    dask = pytest.importorskip("dask", reason="the extra dask is not installed")
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    with pytest.raises(UsageError, match="CA_FILE"):
        Cluster("tls://192.0.2.7:8786")
    with dask.config.set({"distributed.comm.tls.ca-file": "/some/ca.pem"}), Cluster("tls://192.0.2.7:8786"):
        pass


def listening() -> set[str]:
    """The addresses at which this process and its children listen for TCP, in hexadecimal as the kernel has them."""
    found = set()
    for name in ("tcp", "tcp6"):
        for line in Path("/proc/net", name).read_text().splitlines()[1:]:
            _, local, _, state = line.split()[:4]
            if state == "0A":
                found.add(local)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_the_cluster_on_this_machine_is_closed_to_others() -> None:
    """One job listens nowhere; several on loopback, where who has no certificate is not let in."""
    distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")
    before = listening()
    with Cluster() as cluster:
        list(cluster.run(twice, NUMBERS[:2], 5, 1))
        assert listening() - before == set()
    with Cluster() as cluster:
        list(cluster.run(twice, NUMBERS[:2], 5, 2))
        address = cluster._client.scheduler.addr
        assert address.startswith("tls://127.0.0.1:")
        workers = cluster._client.scheduler_info()["workers"]
        assert all(worker.startswith("tls://127.0.0.1:") for worker in workers)
        new = listening() - before
        assert new
        assert all(local.startswith("0100007F:") for local in new)
        for local in new:  # the pages of scheduler and workers are plain HTTP, and there are none
            port = int(local.split(":")[1], 16)
            for page in ("info/main/workers.html", "json/counts.json", "metrics", "health", "status"):
                with (
                    contextlib.suppress(OSError, http.client.HTTPException),
                    contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=2)) as connection,
                ):
                    connection.request("GET", f"/{page}")
                    assert connection.getresponse().status == 404
        with pytest.raises(OSError, match=r".*"):
            distributed.Client(address.replace("tls:", "tcp:"), timeout=2, set_as_default=False)
        strangers = distributed.Security.temporary()
        with pytest.raises(OSError, match=r".*"):
            distributed.Client(address, timeout=2, set_as_default=False, security=strangers)


def test_a_cluster_with_certificates_is_joined() -> None:
    """A scheduler that takes only TLS, with the certificates of Dask's settings."""
    distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")
    dask = pytest.importorskip("dask")
    security = distributed.Security.temporary()
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None, security=security,
        protocol="tls://", host="tls://127.0.0.1",
    ) as running:  # fmt: skip
        tls = "distributed.comm.tls"
        names = {
            f"{tls}.ca-file": security.tls_ca_file,
            f"{tls}.client.cert": security.tls_client_cert,
            f"{tls}.client.key": security.tls_client_key,
        }
        with dask.config.set(names), Cluster(running.scheduler_address) as cluster:
            assert list(cluster.run(twice, [1], 5, 8)) == [7]


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that says what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'mtaudit\[dask\]'"):
        Cluster()
