"""What is drawn for a terminal, as text: as wide as the terminal, coloured where that is wanted."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable

from rich.console import Console

from mtaudit.rendering.colour import Color, coloured, on_terminal


def drawn(draw: Callable[[Console, bool], None], width: int | None, color: Color) -> str:
    """What `draw` prints to the console it is given; its second argument says whether links can be followed.

    `width` defaults to the terminal's (80 where there is none). `color="auto"` colours, and allows links, where
    standard output is a terminal and NO_COLOR isn't set.
    """
    buffer = io.StringIO()
    colours = coloured(color)
    console = Console(
        file=buffer,
        width=width or _terminal_width(),
        color_system="standard" if colours else None,
        force_terminal=colours,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    draw(console, colours and on_terminal())
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
