"""HTML pages: the main text, as trafilatura finds it, under its headline; furniture of the site is left out.

trafilatura's tree is used, not its text: its text output normalises Unicode and resolves `&amp;quot;` a second time,
which would hide just the faults that an audit looks for.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import chain

from lxml import etree

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.reading import escapes, markup
from mtaudit.reading.decode import declared, decode
from mtaudit.reading.interface import Columns, Item, Source
from mtaudit.reading.seek import Seeker
from mtaudit.reading.traced import SourceText, Traced, clean, joined

_TITLE_PROPERTIES = ("og:title", "twitter:title")
_WINDOW = 2000  # lines of a page searched for one line of its main text
_MOST_LINES = 20_000  # of a page; news pages have some hundreds, and trafilatura takes its time over more
_DATE_PROPERTIES = ("article:published_time", "datePublished", "date", "dc.date", "pubdate")


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One document: main text below its headline. Raises InputError where the page has no text."""
    text = decode(source.data, source.input, declared(source, "html"))
    if not text.strip():
        raise InputError(source.input, "empty: nothing to audit")
    whole = SourceText(text)
    page = markup.parse(text, source.input)
    places = markup.slots(page, Seeker(escapes.markup(whole.cut())))
    title, heading = _title(page, places)
    everything = markup.lines(page, places)
    main = _placed(_main(text), everything) if len(everything) < _MOST_LINES else []
    body = markup.below_headline(heading, main or markup.lines(page, places, furniture=False))
    if not any(any(c.isalnum() for c in line.text) for line in body):
        raise InputError(
            source.input, "no text in this page (a page built by scripts?): save it as shown and name that"
        )
    main_text = clean(joined("\n", body))
    yield Document(
        id=source.input,
        input=source.input,
        text=main_text.text,
        title=title,
        url=_canonical(page) or (source.input if "://" in source.input else None),
        published=_published(page),
        source_map=whole.runs(main_text),
    )


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


def _placed(main: list[str], page: list[Traced]) -> list[Traced]:
    """The lines of the main text, each on the page's line that holds it, looking onward first.

    On short pages trafilatura runs several lines into one: they are set apart again where the page breaks them.
    """
    bare = [_bare(line.text) for line in page]
    found: list[Traced] = []
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
            found.append(Seeker(page[at]).lay(line, begin))
            continue
        parts = _parts(wanted, [i for i in nearest if bare[i]], bare)
        found += [page[i] for i in parts] or [Traced.at(line, page[position].starts[0] if page else 0)]
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


def _title(page: etree._Element, places: markup.Slots) -> tuple[str | None, Traced | None]:
    """The headline, and as it stands on the page: the only h1, else what the page's metadata say (then None)."""
    headings = [h for h in page.iter("h1") if markup.lines(h)]
    inside = [h for h in headings if any(a.tag in ("article", "main") for a in h.iterancestors())]
    for group in (inside, headings):
        if len(group) == 1:
            heading = joined(" ", markup.lines(group[0], places))
            return heading.text, heading
    for name in _TITLE_PROPERTIES:
        value = _meta(page, name)
        if value:
            return value, None
    element = page.find(".//title")
    text = " ".join((element.text or "").split()) if element is not None else ""
    return text or None, None


def _meta(page: etree._Element, name: str) -> str | None:
    for element in page.iter("meta"):
        if name in (element.get("property"), element.get("name"), element.get("itemprop")):
            value = " ".join((element.get("content") or "").split())
            if value:
                return value
    return None


def _published(page: etree._Element) -> str | None:
    return next((value for name in _DATE_PROPERTIES if (value := _meta(page, name))), None)


def _canonical(page: etree._Element) -> str | None:
    for element in page.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith("http"):
            return element.get("href")
    return None
