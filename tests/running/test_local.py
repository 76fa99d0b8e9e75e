"""Articles spread over processes come back in order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from mtaudit.running.local import Pool, jobs_for


def with_process(number: int, shared: int) -> tuple[int, int]:
    return 2 * number + shared, os.getpid()


def bare(number: int, shared: None) -> tuple[int, int]:
    assert shared is None
    return 2 * number, os.getpid()


def test_results_are_in_order_whatever_the_number_of_jobs() -> None:
    """One process and three give the same list; the three go on to the next step, which shares something else."""
    numbers = list(range(100))
    with Pool() as pool:
        for jobs, shared in ((1, 5), (3, 5), (3, 7), (2, None)):
            function = with_process if shared else bare
            assert [made for made, _ in pool.run(function, numbers, shared, jobs)] == [
                2 * n + (shared or 0) for n in numbers
            ]


def test_processes_stay_for_the_steps_of_a_run() -> None:
    """What each has loaded is loaded once; none is this one."""
    with Pool() as pool:
        first, second = ({by for _, by in pool.run(with_process, range(50), shared, 2)} for shared in (1, 2))
    assert len(first | second) <= 2
    assert os.getpid() not in first


def test_a_step_that_is_left_early_takes_nothing_from_the_next() -> None:
    """Who stops reading has no use for the rest; the processes are there for what comes then."""
    with Pool() as pool:
        assert next(iter(pool.run(with_process, range(500), 1, 2)))[0] == 1
        assert [made for made, _ in pool.run(with_process, range(5), 0, 2)] == [0, 2, 4, 6, 8]


def test_processes_are_not_started_for_a_handful() -> None:
    """What was asked for is done; without a wish a small run stays in one process."""
    assert jobs_for(0, 5) == 1
    assert jobs_for(3, 100) == 3
    assert jobs_for(8, 2) == 2


def test_a_plain_script_may_audit_with_several_jobs(tmp_path: Path) -> None:
    """Processes don't run the caller's script again, which has no `if __name__ == "__main__"`."""
    texts = [f"Menteri itu tiba di Jakarta pada hari Senin bersama {n} orang." for n in (3, 4)]
    rows = "\n".join(json.dumps({"id": text, "translation": text}) for text in texts)
    (tmp_path / "pairs.jsonl").write_text(rows, encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(
        "import mtaudit\n"
        f"report = mtaudit.audit(pairs={str(tmp_path / 'pairs.jsonl')!r}, jobs=2, no_cache=True,\n"
        "                       back_translation=False, second_translation=False)\n"
        "print(report.summary.documents, len(report.skipped))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.stderr) == ("2 0\n", "")
