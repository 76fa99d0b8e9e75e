"""HTML into lines of text as a browser would break them, each with the line of the source that it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml import html as lxml_html

from mtaudit.errors import InputError

Line = tuple[int, str]  # 1-based line of the source, text

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


def lines(root: etree._Element, *, furniture: bool = True) -> list[Line]:
    """Lines of text under `root`; white space folded, no-break spaces kept. `furniture=False` leaves out navigation."""
    dropped = _DROPPED if furniture else _DROPPED | _FURNITURE
    dropped = dropped - {"head"} if root.getparent() is None and root.tag == "body" else dropped
    return [(number, line) for number, line in _broken(root, dropped) if line]


def _broken(root: etree._Element, dropped: frozenset[str]) -> Iterator[Line]:
    parts: list[str] = []
    start = root.sourceline or 1
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in dropped:
                walk.skip_subtree()
                continue
            if tag in _BLOCKS or tag in _BREAKS:
                yield start, _folded(parts)
                parts, start = [], element.sourceline or start
            parts.append(element.text or "")
            continue
        if event == "end" and tag in _BLOCKS and tag not in dropped:
            yield start, _folded(parts)
            parts = []
        if tag in _CELLS:
            parts.append(" ")
        if element is not root:
            parts.append(element.tail or "")
    yield start, _folded(parts)


def _folded(parts: Sequence[str]) -> str:
    return _SPACE.sub(" ", "".join(parts)).strip(" ")


def fragment_text(markup: str, input: str) -> str:
    """The text of a stretch of HTML (a feed item's body), one line a paragraph; empty where there is none."""
    if not markup.strip():
        return ""
    return "\n".join(line for _, line in lines(parse(f"<div>{markup}</div>", input)))


def below_headline(title: str | None, body: list[Line], at: int) -> list[Line]:
    """`body` with `title` as its first line, unless it begins with it already."""
    if not title or any(_bare(title) == _bare(line) for _, line in body[:3]):
        return body
    return [(at, title), *body]


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
