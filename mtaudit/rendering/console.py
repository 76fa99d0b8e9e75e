"""What is drawn for a terminal, as text: as wide as the terminal, coloured where that is wanted."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from typing import Literal

from rich.console import Console

Color = Literal["auto", "always", "never"]


def drawn(draw: Callable[[Console, bool], None], width: int | None, color: Color) -> str:
    """What `draw` prints to the console it is given; its second argument says whether links can be followed.

    `width` defaults to the terminal's (80 where there is none). `color="auto"` colours, and allows links, where
    standard output is a terminal and NO_COLOR isn't set.
    """
    buffer = io.StringIO()
    tty = color != "never" and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    coloured = color == "always" or (color == "auto" and tty)
    console = Console(
        file=buffer,
        width=width or _terminal_width(),
        color_system="standard" if coloured else None,
        force_terminal=coloured,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    draw(console, coloured and tty)
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n"))


def _terminal_width() -> int:
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
