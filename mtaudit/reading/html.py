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
from mtaudit.reading import markup
from mtaudit.reading.decode import decode
from mtaudit.reading.interface import Columns, Item, Source, clean

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z][\w.-]*)", re.IGNORECASE)
_TITLE_PROPERTIES = ("og:title", "twitter:title")
_WINDOW = 2000  # lines of a page searched for one line of its main text
_MOST_LINES = 20_000  # of a page; news pages have some hundreds, and trafilatura takes its time over more
_DATE_PROPERTIES = ("article:published_time", "datePublished", "date", "dc.date", "pubdate")


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One document: main text below its headline. Raises InputError where the page has no text."""
    declared = _META_CHARSET.search(source.data[:4096])
    charset = source.charset or (declared.group(1).decode("ascii") if declared else None)
    text = decode(source.data, source.input, charset)
    if not text.strip():
        raise InputError(source.input, "empty: nothing to audit")
    page = markup.parse(text, source.input)
    title, at = _title(page)
    whole = markup.lines(page)
    main = (_numbered(_main(text), whole) if len(whole) < _MOST_LINES else []) or markup.lines(page, furniture=False)
    body = markup.below_headline(title if at else None, main, at)
    if not any(any(c.isalnum() for c in line) for _, line in body):
        raise InputError(
            source.input, "no text in this page (a page built by scripts?): save it as shown and name that"
        )
    yield Document(
        id=source.input,
        input=source.input,
        text=clean("\n".join(line for _, line in body)),
        title=title,
        url=_canonical(page) or (source.input if "://" in source.input else None),
        published=_published(page),
        line_map=tuple(number for number, _ in body),
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
    return [line for _, line in markup.lines(body)] if body is not None else []


def _numbered(main: list[str], page: list[markup.Line]) -> list[markup.Line]:
    """The lines of the main text, each with the source line of the page's line that holds it, looking onward first.

    On short pages trafilatura runs several lines into one: they are set apart again where the page breaks them.
    """
    bare = [_bare(line) for _, line in page]
    found: list[markup.Line] = []
    position, last = 0, 1
    for line in main:
        wanted = _bare(line)
        onward = range(position, min(position + _WINDOW, len(page)))
        before = range(min(position, _WINDOW))
        at = next((i for i in chain(onward, before) if wanted in bare[i]), None)
        if at is not None:
            position, last = at, page[at][0]
            found.append((last, line))
            continue
        parts = _parts(wanted, [i for i in chain(onward, before) if bare[i]], bare)
        found += [page[i] for i in parts] or [(last, line)]
        position, last = (parts[-1], page[parts[-1]][0]) if parts else (position, last)
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


def _title(page: etree._Element) -> tuple[str | None, int]:
    """The headline and its source line: the only h1, else what the page's metadata say (then the line is 0)."""
    headings = [h for h in page.iter("h1") if markup.lines(h)]
    inside = [h for h in headings if any(a.tag in ("article", "main") for a in h.iterancestors())]
    for group in (inside, headings):
        if len(group) == 1:
            text = " ".join(line for _, line in markup.lines(group[0]))
            return text, group[0].sourceline or 1
    for name in _TITLE_PROPERTIES:
        value = _meta(page, name)
        if value:
            return value, 0
    element = page.find(".//title")
    text = " ".join((element.text or "").split()) if element is not None else ""
    return text or None, 0


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
