"""Markdown tables that a command writes into benchmarks/README.md, between a pair of marks, and prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

PAGE = Path(__file__).with_name("README.md")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; a bar in a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)


def publish(mark: str, text: str, page: Path = PAGE) -> None:
    """Print `text` and put it between `<!-- mark -->` and `<!-- /mark -->` on the page, in place of what is there.

    Raises ValueError where the page has no such marks.
    """
    print(text)
    old = page.read_text(encoding="utf-8")
    new, count = re.subn(rf"(?s)(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", lambda m: f"{m[1]}{text}\n{m[2]}", old)
    if count != 1:
        raise ValueError(f"{page} has no place for {mark}: <!-- {mark} --> and <!-- /{mark} -->, each on a line")
    page.write_text(new, encoding="utf-8")
