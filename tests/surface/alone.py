"""The cases of alone.tsv: what an editor sees in an Indonesian article alone, and right sentences that look like it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """`stretch`: what must be told, None where nothing may be."""

    kind: str
    seen: bool
    stretch: str | None
    text: str


def cases(path: Path | None = None) -> list[Case]:
    """All cases of a table in order, of alone.tsv where none is named."""
    rows = (path or Path(__file__).with_suffix(".tsv")).read_text(encoding="utf-8").splitlines()
    found = []
    for row in rows:
        if not row.startswith("#"):
            kind, seen, stretch, text = row.split("\t")
            found.append(Case(kind, seen == "s", None if stretch == "-" else stretch, text.replace("\\n", "\n")))
    return found
