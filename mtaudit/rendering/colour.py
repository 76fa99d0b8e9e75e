"""Whether what is printed has colours: the option `--color`, NO_COLOR, TERM and where standard output goes."""

from __future__ import annotations

import os
import sys
from typing import Literal

from rich.style import Style

from mtaudit.harmless import harmless

Color = Literal["auto", "always", "never"]
_BARE = ("dumb", "unknown")  # what TERM says of terminals that take no escape sequences


def on_terminal() -> bool:
    """Whether standard output is a terminal that takes escape sequences, of someone who hasn't set NO_COLOR."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM", "").lower() in _BARE:
        return False
    return sys.stdout.isatty()


def coloured(color: Color) -> bool:
    """Whether standard output is to have colours."""
    return color == "always" or (color == "auto" and on_terminal())


def painted(text: str, style: str, color: Color) -> str:
    """`text`, made harmless, in a style that rich knows (`bold red`), or bare where there are to be no colours."""
    text = harmless(text)
    return Style.parse(style).render(text) if style and coloured(color) else text
