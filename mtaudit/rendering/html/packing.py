"""Which articles stand in the page as they are, and which are packed away until somebody opens them."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from mtaudit.interface import _
from mtaudit.rendering.html.words import count

STATIC_ARTICLES = 60  # visible without JavaScript
STATIC_BYTES = 233_000  # at least; ten articles make a page below 300 KB
STATIC_BYTES_AN_ARTICLE = 23_300  # more articles may take more, up to STATIC_ARTICLES
BLOCK_ARTICLES = 8  # unpacked together: what a click has to wait for
MAX_PACKED_BYTES = 16_500_000  # the page as a whole has to stay below 20 MB


@dataclass(frozen=True)
class Packed:
    """`static` is HTML; `blocks` are base64 of raw deflate (RFC 1951) of HTML; `left_out` lists document ids."""

    static: str
    blocks: tuple[str, ...]
    block_of: dict[str, int]
    left_out: frozenset[str]


def pack(articles: Iterable[tuple[str, str]], number: int) -> Packed:
    """Sort `number` (document id, HTML) pairs, the most interesting first, into shown at once, packed, and left out."""
    budget = max(STATIC_BYTES, STATIC_BYTES_AN_ARTICLE * min(number, STATIC_ARTICLES))
    static: list[str] = []
    blocks: list[str] = []
    block_of: dict[str, int] = {}
    left_out: list[str] = []
    used = size = 0
    waiting: list[tuple[str, str]] = []

    def close() -> None:
        nonlocal size
        made = _deflated("".join(text for _, text in waiting))
        if size + len(made) > MAX_PACKED_BYTES:
            left_out.extend(name for name, _ in waiting)
        else:
            size += len(made)
            block_of.update((name, len(blocks)) for name, _ in waiting)
            blocks.append(made)
        waiting.clear()

    for name, text in articles:
        room = len(static) < STATIC_ARTICLES and used + len(text.encode()) <= budget
        if room and not waiting and not blocks:
            static.append(text)
            used += len(text.encode())
            continue
        waiting.append((name, text))
        if len(waiting) == BLOCK_ARTICLES:
            close()
    if waiting:
        close()
    return Packed("".join(static), tuple(blocks), block_of, frozenset(left_out))


def scripts(packed: Packed) -> str:
    """The packed blocks as data that the page's script opens, and words for readers without it."""
    if not packed.blocks:
        return ""
    more = _("{articles} open only with JavaScript.").format(articles=count(len(packed.block_of), "more article"))
    told = f"<noscript><p>{more}</p></noscript>\n"
    return told + "\n".join(
        f'<script type="text/plain" class="block" id="block-{i}">{block}</script>'
        for i, block in enumerate(packed.blocks)
    )


def _deflated(text: str) -> str:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(squeezer.compress(text.encode()) + squeezer.flush()).decode()
