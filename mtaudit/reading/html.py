"""HTML pages: the main text, as trafilatura finds it, under its headline; furniture of the site is left out.

trafilatura's tree is used, not its text: its text output normalises Unicode and resolves `&amp;quot;` a second time,
which would hide just the faults that an audit looks for.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.reading import article, escapes, markup, metadata
from mtaudit.reading.decode import declared, decode
from mtaudit.reading.interface import Columns, Item, Remark, Source
from mtaudit.reading.markup import Block
from mtaudit.reading.seek import Seeker
from mtaudit.reading.traced import SourceText, Traced, clean, joined

_WINDOW = 2000  # lines of a page searched for one line of its main text
_SHARE = 0.5  # of a line that the extractor must have taken for all of it to be text
_MOST_LINES = 20_000  # of a page; news pages have some hundreds, and trafilatura takes its time over more


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One document: main text below its headline. Raises InputError where the page has no text."""
    text = decode(source.data, source.input, declared(source, "html"))
    if not text.strip():
        raise InputError(source.input, "empty: nothing to audit")
    whole = SourceText(text)
    page = markup.parse(text, source.input)
    places = markup.slots(page, Seeker(escapes.markup(whole.cut())))
    told = metadata.read(page)
    everything = markup.blocks(page, places)
    found = _main(text) if len(everything) < _MOST_LINES else []
    pieces = _placed(found, [block.line for block in everything])
    if not pieces:
        text_alone = {id(block.element) for block in markup.blocks(page, places, furniture=False)}
        pieces = [(i, block.line) for i, block in enumerate(everything) if id(block.element) in text_alone]
    chosen = article.choose(everything, frozenset(i for i, _ in pieces), told)
    if chosen.headline is not None:
        heading: Traced | None = _heading(everything, chosen.headline)
    else:
        heading = metadata.placed(chosen.text, whole) if chosen.text else None
    body = markup.below_headline(heading, list(_lines(chosen.lines, pieces, everything)))
    if not any(any(c.isalnum() for c in line.text) for line in body[heading is not None :]):
        body = [*body, *(metadata.placed(line, whole) for line in told.body.splitlines() if line.strip())]
    if not any(any(c.isalnum() for c in line.text) for line in body):
        raise InputError(
            source.input, "no text in this page (a page built by scripts?): save it as shown and name that"
        )
    main_text = clean(joined("\n", body))
    yield Document(
        id=source.input,
        input=source.input,
        text=main_text.text,
        title=heading.text if heading is not None else told.title or None,
        url=told.url or (source.input if "://" in source.input else None),
        published=told.published,
        named_original=told.original,
        source_map=whole.runs(main_text),
    )
    out = [(what, count) for kind, what in article.WHAT.items() if (count := chosen.out[kind])]
    if out:
        told_out = ", ".join(f"{what} ({count} line{'s' * (count != 1)})" for what, count in out)
        yield Remark(source.input, f"left out as furniture of the page: {told_out}")


def _heading(page: list[Block], at: int) -> Traced:
    """The headline, all lines of its element where it is broken into several."""
    element = next((e for e in (page[at].element, *page[at].element.iterancestors()) if e.tag == "h1"), None)
    if element is None:
        return page[at].line
    own = [b.line for b in page if b.element is element or element in b.element.iterancestors()]
    return joined(" ", own)


def _lines(chosen: Sequence[int], pieces: list[tuple[int, Traced]], page: list[Block]) -> Iterator[Traced]:
    """The chosen lines; of one that the extractor took the lesser part of, that part."""
    parts: dict[int, list[Traced]] = {}
    for i, piece in pieces:
        parts.setdefault(i, []).append(piece)
    for i in chosen:
        line = page[i].line
        found = sum(len(_bare(part.text)) for part in parts.get(i, ()))
        if not found or found >= _SHARE * len(_bare(line.text)):
            yield line
        else:
            yield from parts[i]


def _main(text: str) -> list[str]:
    """The lines of the main text; none where trafilatura finds no article."""
    from trafilatura import bare_extraction  # half a second to import

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # its remarks are not for stderr
    try:
        found = bare_extraction(text, with_metadata=False, include_comments=False, deduplicate=False)
    except Exception:  # whatever a third-party heuristic trips over: the whole page is read instead
        return []
    body = getattr(found, "body", None)
    return [line.text for line in markup.lines(body)] if body is not None else []


def _placed(main: list[str], page: list[Traced]) -> list[tuple[int, Traced]]:
    """The lines of the main text, each with the number of the page's line that holds it, looking onward first.

    On short pages trafilatura runs several lines into one: they are set apart again where the page breaks them.
    """
    bare = [_bare(line.text) for line in page]
    found: list[tuple[int, Traced]] = []
    position = used = 0  # the page's line in hand, and how many of its visible characters are placed
    for line in main:
        wanted = _bare(line)
        onward = range(position, min(position + _WINDOW, len(page)))
        before = range(min(position, _WINDOW))
        nearest = [*onward, *before]
        whole = (i for i in nearest if bare[i] == wanted and not (used and i == position))
        part = (i for i in nearest if bare[i].find(wanted, used * (i == position)) >= 0)
        at = next(chain(whole, part), None)
        if at is not None:
            begin = bare[at].find(wanted, used * (at == position))
            position, used = at, begin + len(wanted)
            found.append((at, Seeker(page[at]).lay(line, begin)))
            continue
        parts = _parts(wanted, [i for i in nearest if bare[i]], bare)
        found += [(i, page[i]) for i in parts]
        position, used = (parts[-1], len(bare[parts[-1]])) if parts else (position, used)
    return found


def _parts(wanted: str, onward: list[int], bare: list[str]) -> list[int]:
    """Indices of the consecutive page lines that make up `wanted`; none where they don't."""
    for at, first in enumerate(onward):
        if not wanted.startswith(bare[first]):
            continue
        rest, parts = wanted, list[int]()
        for i in onward[at:]:
            if not rest.startswith(bare[i]):
                break
            rest = rest[len(bare[i]) :]
            parts.append(i)
        if not rest:
            return parts
    return []


def _bare(line: str) -> str:
    return re.sub(r"\s+", "", line)
