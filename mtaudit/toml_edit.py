"""Setting keys of a table in a TOML file that people wrote: everything else, comments too, stays as it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from mtaudit.errors import UsageError


def with_keys(text: str, table: str, values: Mapping[str, float | None]) -> str:
    """`text` with numbers set in `[table]` (dotted where it is an inner one); None takes a key out.

    Raises UsageError where the file spells the table in a way that isn't understood (`reader = { ... }`).
    """
    lines = text.splitlines(keepends=True)
    name = r"\s*\.\s*".join(map(re.escape, table.split(".")))
    header = re.compile(rf"\s*\[\s*{name}\s*\]\s*(#.*)?$")
    at = next((i for i, line in enumerate(lines) if header.match(line)), None)
    given = {key: value for key, value in values.items() if value is not None}
    if at is None:
        if given:
            if lines and not lines[-1].endswith("\n"):
                lines[-1] += "\n"
            rows = [f"{key} = {value:g}\n" for key, value in given.items()]
            lines += ["\n"] * bool(lines) + [f"[{table}]\n", *rows]
    else:
        end = next((i for i in range(at + 1, len(lines)) if lines[i].lstrip().startswith("[")), len(lines))
        lines[at:end] = [lines[at], *_edited(lines[at + 1 : end], values)]
        if not lines[at].endswith("\n"):
            lines[at] += "\n"
    new = "".join(lines)
    if _read(new) != _expected(text, table, values):
        wanted = ", ".join(f"{key} = {value:g}" for key, value in given.items()) or f"no {' and no '.join(values)}"
        raise UsageError(f"can't change [{table}] in the way the file spells it; write there: {wanted}")
    return new


def _edited(lines: list[str], values: Mapping[str, float | None]) -> list[str]:
    """The lines of a table with the keys set: where they stand, else at the top."""
    new = list(lines)
    for key, value in reversed(list(values.items())):
        pattern = re.compile(rf"(\s*{re.escape(key)}\s*=\s*)[^#\s]+(.*\n?)", re.DOTALL)
        place = next((i for i, line in enumerate(new) if pattern.match(line)), None)
        if place is not None:
            found = pattern.match(new[place])
            assert found is not None
            new[place : place + 1] = [] if value is None else [f"{found[1]}{value:g}{found[2]}"]
        elif value is not None:
            new.insert(0, f"{key} = {value:g}\n")
    return new


def _read(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _expected(text: str, table: str, values: Mapping[str, float | None]) -> dict[str, Any]:
    """What the file says with the keys set."""
    root = tomllib.loads(text)
    inner = root
    for name in table.split("."):
        if name not in inner and all(value is None for value in values.values()):
            return root
        inner = inner.setdefault(name, {})
    for key, value in values.items():
        inner.pop(key, None)
        if value is not None:
            inner[key] = value
    return root
