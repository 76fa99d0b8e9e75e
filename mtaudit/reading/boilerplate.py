"""What a site puts into all its pages: lines that stand in the same place on three or more of a host go out.

A line is in the same place where as many lines stand before it, or behind it. Pages count only where they are different
articles: several translations of one article share lines that are its own. A line with a quotation never goes out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from mtaudit.case import Document
from mtaudit.model import Run
from mtaudit.reading.interface import Item, Remark

PAGES = 3  # of one host that must have a line
_SAME_ARTICLE = 0.35  # share of the longer words of the shorter of two pages from which they are one article
_LONG = 6  # letters of the words that tell articles apart
_QUOTED = re.compile(r"[\"“”„«»]")

Place = tuple[str, int]  # a line's text; lines before it, or (negative) from the end on


def without_boilerplate(items: Iterable[Item]) -> Iterator[Item]:
    """The items with the boilerplate of their hosts taken out of HTML pages, in the same order, and remarks on it.

    From the first page on items are kept until all are there; files without pages pass through as they come.
    """
    kept: list[Item] = []
    for item in items:
        if kept or _is_page(item):
            kept.append(item)
        else:
            yield item
    pages = [item for item in kept if isinstance(item, Document) and _is_page(item)]
    out = _boilerplate(pages)
    for item in kept:
        if isinstance(item, Document) and out.get(id(item)):
            numbers = out[id(item)]
            yield _without(item, numbers)
            many = f"{len(numbers)} line{'s' * (len(numbers) != 1)}"
            yield Remark(item.input, f"left out as boilerplate: the same on {PAGES} or more pages of the site ({many})")
        else:
            yield item


def _is_page(item: Item) -> bool:
    return isinstance(item, Document) and item.format == "html"


def _boilerplate(pages: Sequence[Document]) -> dict[int, set[int]]:
    """id() of each page with boilerplate -> the numbers of its lines that are."""
    hosts: dict[str, list[Document]] = defaultdict(list)
    for page in pages:
        hosts[_host(page)].append(page)
    found: dict[int, set[int]] = defaultdict(set)
    for own in hosts.values():
        if len(own) < PAGES:
            continue
        words = {id(page): _words(page.text) for page in own}
        there: dict[Place, list[tuple[Document, int]]] = defaultdict(list)
        for page in own:
            lines = page.text.split("\n")
            for number, line in enumerate(lines):
                if number and line.strip() and not _QUOTED.search(line):  # the first is the headline
                    there[line.strip(), number].append((page, number))
                    there[line.strip(), number - len(lines)].append((page, number))
        for places in there.values():
            if len(places) >= PAGES and _articles([words[id(page)] for page, _ in places]) >= PAGES:
                for page, number in places:
                    found[id(page)].add(number)
    return found


def _host(page: Document) -> str:
    """The host of a page; of files that name no address, the folder."""
    try:
        host = urlsplit(page.url).hostname if page.url and "://" in page.url else None
    except ValueError:  # http://[
        host = None
    return host or str(PurePosixPath(page.input).parent)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _LONG)


def _articles(pages: Sequence[frozenset[str]]) -> int:
    """How many different articles there are among pages, by their words; those that all have count for nothing."""
    common = frozenset.intersection(*pages)
    told: list[frozenset[str]] = []
    for words in pages:
        own = words - common
        if own and all(len(own & other) < _SAME_ARTICLE * min(len(own), len(other)) for other in told):
            told.append(own)
    return len(told)


def _without(page: Document, numbers: set[int]) -> Document:
    """A page without some of its lines; its source map follows."""
    text, runs, at = list[str](), list[Run](), 0
    start = 0  # of the line in the old text
    own = list(page.source_map)
    for number, line in enumerate(page.text.split("\n")):
        end = start + len(line) + 1
        if number not in numbers:
            text.append(line)
            runs += (Run(r.start - start + at, r.line, r.column, r.width) for r in own if start <= r.start < end)
            at += len(line) + 1
        start = end
    return replace(page, text="\n".join(text), source_map=tuple(runs))
