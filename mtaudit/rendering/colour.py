"""Whether what is printed has colours: the option `--color`, NO_COLOR and where standard output goes."""

from __future__ import annotations

import os
import sys
from typing import Literal

from rich.style import Style

from mtaudit.harmless import harmless

Color = Literal["auto", "always", "never"]


def on_terminal() -> bool:
    """Whether standard output is a terminal of someone who hasn't set NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def coloured(color: Color) -> bool:
    """Whether standard output is to have colours."""
    return color == "always" or (color == "auto" and on_terminal())


def painted(text: str, style: str, color: Color) -> str:
    """`text`, made harmless, in a style that rich knows (`bold red`), or bare where there are to be no colours."""
    text = harmless(text)
    return Style.parse(style).render(text) if style and coloured(color) else text
