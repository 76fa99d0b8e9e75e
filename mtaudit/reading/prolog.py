"""What stands before the first element of an XML or HTML text, found in one pass over it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DOCTYPE = re.compile(r"""<!DOCTYPE\s+([\w:.-]*)(?:[^<>\["']|"[^"]*"|'[^']*')*""", re.IGNORECASE)
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Prolog:
    """`doctype` and `root` are names in lower case, the root's without prefix; None where there is none.

    `subset` says that the DOCTYPE holds declarations of its own.
    """

    root: str | None = None
    doctype: str | None = None
    subset: bool = False


def read(text: str) -> Prolog:
    """The prolog of `text`; processing instructions, comments and one or more DOCTYPEs are stepped over."""
    at, doctype, subset = 0, None, False
    while True:
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        if text.startswith("<?", at):
            end = text.find("?>", at) + 2
        elif text.startswith("<!--", at):
            end = text.find("-->", at) + 3
        elif declared := _DOCTYPE.match(text, at):
            doctype, end = declared.group(1).lower(), declared.end()
            if text.startswith("[", end):
                subset, end = True, text.find("]", end)
            end = text.find(">", end) + 1 if end >= 0 else 0
        else:
            element = _ELEMENT.match(text, at)
            return Prolog(element.group(1).lower() if element else None, doctype, subset)
        if end <= at:  # never closed
            return Prolog(None, doctype, subset)
        at = end
