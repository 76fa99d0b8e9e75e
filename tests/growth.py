"""What a call costs, counted in operations: lines run, functions called, steps of a pattern. Never in seconds."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import mtaudit

MOST = 8.0  # times the cost that four times the input may have
_PACKAGE = str(Path(mtaudit.__file__).parent) + os.sep


def counted(call: Callable[[], object]) -> Counter[str]:
    """Function of the package -> lines run in it, and functions called from it, while `call` runs."""
    found: Counter[CodeType] = Counter()

    def lines(frame: FrameType, event: str, argument: Any) -> Any:
        found[frame.f_code] += 1
        return lines

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        if not frame.f_code.co_filename.startswith(_PACKAGE):
            return None
        found[frame.f_code] += 1
        return lines

    def calls(frame: FrameType, event: str, argument: Any) -> None:
        if event == "c_call":
            found[frame.f_code] += 1

    before = sys.gettrace(), sys.getprofile()
    sys.settrace(trace)
    sys.setprofile(calls)
    try:
        call()
    finally:
        sys.setprofile(before[1])
        sys.settrace(before[0])
    told: Counter[str] = Counter()
    for code, count in found.items():
        if code.co_filename.startswith(_PACKAGE):
            told[f"{code.co_filename.removeprefix(_PACKAGE)}:{code.co_firstlineno} {code.co_qualname}"] += count
    return told


def grown(small: Counter[str], large: Counter[str], share: float = 0.005) -> dict[str, tuple[int, int]]:
    """Functions that cost more than `MOST` times as much for four times the input: cost of the small one and the large.

    Only such as come to a `share` of the whole; what a small input costs at all events is taken for more than it is.
    """
    least = max(2000.0, share * sum(large.values()))
    return {
        name: (small[name], count)
        for name, count in large.items()
        if count >= least and count > MOST * max(small[name], least / 16)
    }
