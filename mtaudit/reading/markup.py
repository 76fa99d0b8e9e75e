"""HTML into lines of text as a browser would break them, each character with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from mtaudit.errors import InputError
from mtaudit.reading.seek import Seeker
from mtaudit.reading.traced import Builder, Traced

Slots = Mapping[tuple[etree._Element, bool], Traced]  # the text inside an element (False) or behind it (True)

_DROPPED = frozenset(
    """script style noscript template head title iframe object embed svg math canvas audio video select textarea
       button input datalist""".split()
)
_FURNITURE = frozenset("nav header footer aside form".split())
_BLOCKS = frozenset(
    """html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption tr thead tbody tfoot section
       article header footer main aside nav figure figcaption address form fieldset details summary hr center
       head list item quote row""".split()  # the last line: trafilatura's own names
)
_CELLS = frozenset(("td", "th", "cell"))
_BREAKS = frozenset(("br", "lb"))
_SPACE = re.compile(r"[ \t\n\f\r]+")


def parse(text: str, input: str) -> etree._Element:
    """The element tree of an HTML page or fragment, however broken. Raises InputError where there is none."""
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(input, f"no HTML that can be read ({str(error).splitlines()[0] or 'empty'})") from error
    return root


def slots(root: etree._Element, seeker: Seeker) -> Slots:
    """Every text of a tree where it stands in what the markup spells; parsers keep the order of the source."""
    found: dict[tuple[etree._Element, bool], Traced] = {}
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            found[element, False] = seeker.seek(element.text or "")
        elif element is not root:
            found[element, True] = seeker.seek(element.tail or "")
    return found


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text, the innermost block element that it stands in, and how much of it (0..1) is link."""

    line: Traced
    element: etree._Element
    linked: float


def lines(root: etree._Element, places: Slots | None = None, *, furniture: bool = True) -> list[Traced]:
    """Lines of text under `root`; white space folded, no-break spaces kept. `furniture=False` leaves out navigation.

    Without `places` the lines stand nowhere in particular.
    """
    return [block.line for block in blocks(root, places, furniture=furniture)]


def blocks(root: etree._Element, places: Slots | None = None, *, furniture: bool = True) -> list[Block]:
    """The same lines with the elements that they stand in."""
    dropped = _DROPPED if furniture else _DROPPED | _FURNITURE
    dropped = dropped - {"head"} if root.getparent() is None and root.tag == "body" else dropped
    return [block for block in _broken(root, dropped, places) if block.line.text]


def _broken(root: etree._Element, dropped: frozenset[str], places: Slots | None) -> Iterator[Block]:
    built = Builder()
    inside = [root]  # block elements that are open
    links = linked = length = 0  # `a` elements that are open; characters in them, and of the line

    def add(element: etree._Element, behind: bool) -> None:
        nonlocal linked, length
        text = (element.tail if behind else element.text) or ""
        built.keep(Traced.at(text, 0) if places is None else places[element, behind])
        visible = len("".join(text.split()))
        length += visible
        linked += visible * bool(links)

    def line() -> Block:
        nonlocal built, linked, length
        block = Block(_folded(built), inside[-1], linked / length if length else 0.0)
        built, linked, length = Builder(), 0, 0
        return block

    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in dropped:
                walk.skip_subtree()
                continue
            if tag in _BLOCKS or tag in _BREAKS or _lays_out(element, tag):
                yield line()
            if (tag in _BLOCKS or _lays_out(element, tag)) and element is not root:
                inside.append(element)
            links += tag == "a"
            add(element, False)
            continue
        if event == "end" and tag not in dropped:
            links -= tag == "a"
            if tag in _BLOCKS or _lays_out(element, tag):
                yield line()
                if element is not root:
                    inside.pop()
        if tag in _CELLS:
            built.put(" ", built.end, built.end)
        if element is not root:
            add(element, True)
    yield line()


def _lays_out(element: etree._Element, tag: str) -> bool:
    """Whether a cell holds paragraphs: such a table lays a page out, and its rows are no lines."""
    return tag in _CELLS and any(e.tag in _BLOCKS for e in element.iterdescendants() if isinstance(e.tag, str))


def _folded(built: Builder) -> Traced:
    return built.done().sub(_SPACE, " ").strip(" ")


def fragment(markup: str, input: str) -> etree._Element | None:
    """The tree of a stretch of HTML (a feed item's body); None where there is none."""
    return parse(f"<div>{markup}</div>", input) if markup.strip() else None


def below_headline(title: Traced | None, body: list[Traced]) -> list[Traced]:
    """`body` with `title` as its first line, unless it begins with it already."""
    if title is None or not title.text or any(_bare(title.text) == _bare(line.text) for line in body[:3]):
        return body
    return [title, *body]


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
