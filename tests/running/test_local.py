"""Articles spread over processes come back in order."""

from __future__ import annotations

from mtaudit.running.local import jobs_for, run


def twice(number: int, shared: int) -> int:
    return 2 * number + shared


def test_results_are_in_order_whatever_the_number_of_jobs() -> None:
    """One process and three give the same list."""
    numbers = list(range(100))
    assert list(run(twice, numbers, 5, 1)) == list(run(twice, numbers, 5, 3)) == [2 * n + 5 for n in numbers]


def test_processes_are_not_started_for_a_handful() -> None:
    """What was asked for is done; without a wish a small run stays in one process."""
    assert jobs_for(0, 5) == 1
    assert jobs_for(3, 100) == 3
    assert jobs_for(8, 2) == 2
