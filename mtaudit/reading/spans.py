"""Where the members of a JSON object and the elements of a JSON array stand."""

from __future__ import annotations

import json
import re

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()

Span = tuple[int, int]


def members(text: str, at: int = 0) -> dict[str, Span]:
    """Key -> start and end of its value in the object that begins at `at` (white space before it is passed over).

    Empty where no object stands there; what follows a fault is left out. Of a repeated key the last counts.
    """
    found: dict[str, Span] = {}
    at = _past(text, at)
    if not text.startswith("{", at):
        return found
    try:
        while not text.startswith("}", at):
            key, end = _DECODER.raw_decode(text, _past(text, at + 1))
            start = _past(text, _past(text, end) + 1)
            end = _DECODER.raw_decode(text, start)[1]
            found[key] = start, end
            at = _past(text, end)
            if not text.startswith(",", at):
                break
    except (ValueError, RecursionError, IndexError):
        pass
    return found


def elements(text: str, at: int = 0) -> list[Span]:
    """Start and end of each element of the array that begins at `at`; empty where none does."""
    found: list[Span] = []
    at = _past(text, at)
    if not text.startswith("[", at):
        return found
    try:
        while not text.startswith("]", at):
            start = _past(text, at + 1)
            at = _DECODER.raw_decode(text, start)[1]
            found.append((start, at))
            at = _past(text, at)
            if not text.startswith(",", at):
                break
    except (ValueError, RecursionError, IndexError):
        pass
    return found


def _past(text: str, at: int) -> int:
    """The next place that is no white space."""
    match = _SPACE.match(text, at)
    return match.end() if match else at
