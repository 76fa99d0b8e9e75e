"""What is drawn for a terminal, as text: as wide as the terminal, coloured where that is wanted."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook
from rich.segment import Segment

from mtaudit.harmless import harmless
from mtaudit.rendering.colour import Color, coloured, on_terminal


class _Harmless(RenderHook):
    """Whatever is printed, no text in it drives the terminal or turns its reading direction; styles and links do."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Shown(renderable) for renderable in renderables]


class _Shown:
    def __init__(self, renderable: ConsoleRenderable) -> None:
        self._renderable = renderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for segment in console.render(self._renderable, options):
            yield segment if segment.control else Segment(harmless(segment.text), segment.style)


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
    console.push_render_hook(_Harmless())
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
