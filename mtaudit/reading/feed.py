"""RSS, Atom and JSON Feed: each item is one document, its headline above its text, HTML taken off.

feedparser reads RSS 0.9 to 2.0 and Atom, broken ones included; it is given bytes alone, never a path or an address,
and only after declarations of entities have been refused.
"""

from __future__ import annotations

import calendar
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from lxml import etree

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.faults import or_skipped
from mtaudit.model import Skipped
from mtaudit.reading import escapes, markup, spans, table, xml
from mtaudit.reading.decode import decode
from mtaudit.reading.interface import Columns, Item, Source, UnrecognisedError
from mtaudit.reading.interface import clean as readable
from mtaudit.reading.seek import Seeker
from mtaudit.reading.traced import SourceText, Traced, clean, joined

_ITEMS = ("item", "entry")
_TITLE = frozenset(("title",))
_TEXTS = frozenset("title content encoded description summary abstract body fullitem".split())  # as feedparser has them
_MOST_ELEMENTS = 8  # of an item that are searched for one text
_SPACE = re.compile(r"\s+")


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """The items of an RSS or Atom feed, in its order. Raises InputError where it is no feed."""
    import feedparser  # type: ignore[import-untyped]

    text = xml.text_of(source)
    try:
        parsed = feedparser.parse(io.BytesIO(text.encode("utf-8")), sanitize_html=False, resolve_relative_uris=False)
        entries = [dict(entry) for entry in parsed.entries]  # feedparser's own mapping guesses and warns
    except Exception as error:  # feedparser lets out what its parsers raise on hopeless input
        raise InputError(source.input, f"no feed that can be read ({type(error).__name__})") from error
    if not parsed.get("version") and not entries:
        raise UnrecognisedError(source.input, "no RSS or Atom feed: nothing to audit in it")
    whole = SourceText(text)
    scopes = _scopes(text)
    cut = _cut_off(text)
    if cut and entries and scopes and scopes[-1].open:
        entries.pop()  # half an article would be taken for a bad translation of the whole
        scopes = scopes[: len(entries)] if len(scopes) == len(entries) + 1 else scopes
    for number, entry in enumerate(entries, 1):
        if len(scopes) == len(entries):
            scope = scopes[number - 1]
        else:  # broken somewhere: all that can be told is the place of the id
            scope = _Scope(max(0, text.find(entry.get("id") or entry.get("link") or "\0")), [])
        yield _item(source, whole, number, partial(_feedparser_fields, entry, whole, scope, source.input))
    if cut:
        done = f"only the {len(entries)} whole items before that are audited" if entries else "it has no whole item"
        yield Skipped(source.input, f"the feed ends in the middle: {done}; fetch it again")


@dataclass(frozen=True, slots=True)
class _Fields:
    """What is taken from an item."""

    id: str | None
    url: str | None
    title: Traced
    body: list[Traced]
    published: str | None


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where an item begins, and what stands between the tags of its elements that can hold text: name, start, end.

    `open`: its own end is missing.
    """

    start: int
    elements: list[tuple[str, int, int]]
    open: bool = False


def read_json(source: Source, columns: Columns) -> Iterator[Item]:
    """The items of a JSON Feed (1.0, 1.1), in its order. Raises InputError where it is none."""
    whole = SourceText(decode(source.data, source.input, source.charset))
    value = table.parse_json(whole.text)
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        detail = f" ({value})" if isinstance(value, ValueError) else ""
        raise InputError(source.input, f"no JSON Feed: it has no list of items{detail}")
    places = spans.elements(whole.text, spans.members(whole.text).get("items", (0, 0))[0])
    for number, entry in enumerate(items, 1):
        if isinstance(entry, dict):
            start = places[number - 1][0] if len(places) == len(items) else 0
            yield _item(source, whole, number, partial(_json_fields, entry, whole, start, source.input))
        else:
            yield Skipped(f"{source.input}#{number}", "an item that is no JSON object: mend the feed")


def _item(source: Source, whole: SourceText, number: int, read: Callable[[], _Fields]) -> Document | Skipped:
    place = f"{source.input}#{number}"
    return or_skipped(place, lambda: _document(source, whole, place, read()))


def _document(source: Source, whole: SourceText, place: str, fields: _Fields) -> Document | Skipped:
    text = clean(joined("\n", markup.below_headline(fields.title, fields.body)))
    if not text.text.strip():
        return Skipped(place, "an item without title and text: nothing to audit")
    return Document(
        id=readable(fields.id or fields.url or place),
        input=source.input,
        text=text.text,
        title=readable(fields.title.text) or None,
        url=readable(fields.url) if fields.url else None,
        published=fields.published,
        source_map=whole.runs(text),
    )


def _scopes(text: str) -> list[_Scope]:
    """The items of an RSS or Atom feed. An element that is never closed ends with its parent."""
    found: list[_Scope] = []
    stack: list[tuple[str, int]] = []  # tags that are open since the item began
    names: Counter[str] = Counter()
    for piece in escapes.pieces(text):
        if piece.name in _ITEMS and not stack and piece.kind in ("open", "empty"):
            found.append(_Scope(piece.start, []))
        if piece.kind == "open" and (stack or piece.name in _ITEMS):
            stack.append((piece.name, piece.end))
            names[piece.name] += 1
        elif piece.kind == "close" and names[piece.name]:
            name = ""
            while name != piece.name:
                name, start = stack.pop()
                names[name] -= 1
                if name in _TEXTS:
                    found[-1].elements.append((name, start, piece.start))
    if stack:
        found[-1] = replace(found[-1], open=True)
    return found


def _cut_off(text: str) -> bool:
    """Whether the end of a feed is missing: nothing closes its root."""
    root = next((piece.name for piece in escapes.pieces(text) if piece.kind == "open"), "")
    return bool(root) and not any(piece.kind == "close" and piece.name == root for piece in escapes.pieces(text))


def _feedparser_fields(entry: Any, whole: SourceText, scope: _Scope, input: str) -> _Fields:
    def told(detail: Mapping[str, Any], names: frozenset[str]) -> list[Traced]:
        places = [place for name, *place in scope.elements if name in names][:_MOST_ELEMENTS]
        elements = [whole.cut(*place) for place in places]
        return _told(detail.get("value"), detail.get("type"), elements, Traced.at(" ", scope.start), input)

    details = [*(entry.get("content") or []), entry.get("summary_detail") or {}]
    bodies = [told(detail, _TEXTS - _TITLE) for detail in details]
    return _Fields(
        id=entry.get("id"),
        url=entry.get("link"),
        title=_one_line(told(entry.get("title_detail") or {}, _TITLE)),
        body=max(bodies, key=lambda lines: sum(len(line.text) + 1 for line in lines)),
        published=_iso(entry.get("published_parsed") or entry.get("updated_parsed")),
    )


def _iso(when: Any) -> str | None:
    """A UTC time tuple as ISO 8601."""
    try:
        return datetime.fromtimestamp(calendar.timegm(when), UTC).isoformat() if when else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _told(value: str | None, type: str | None, elements: list[Traced], item: Traced, input: str) -> list[Traced]:
    """The lines of a feed's text or HTML, where they stand in the one of `elements` that holds most of them."""
    if not value or not value.strip():
        return []
    root = None if type == "text/plain" else markup.fragment(value, input)
    best, least = _lines(value, root, Seeker(item)), len(value)
    for spelled in map(escapes.markup, elements):
        for stream in (spelled,) if root is None else (escapes.markup(spelled), spelled):
            seeker = Seeker(stream)
            lines = _lines(value, root, seeker)
            if seeker.lost < least:
                best, least = lines, seeker.lost
            if not seeker.lost:
                return best
    return best


def _lines(value: str, root: etree._Element | None, seeker: Seeker) -> list[Traced]:
    if root is None:
        return seeker.seek(value.strip()).lines()
    return markup.lines(root, markup.slots(root, seeker))


def _one_line(lines: list[Traced]) -> Traced:
    """Lines as one, white space folded."""
    return joined(" ", lines).sub(_SPACE, " ").strip()


def _json_fields(entry: Mapping[str, Any], whole: SourceText, start: int, input: str) -> _Fields:
    places = spans.members(whole.text, start)

    def text(name: str) -> str | None:
        value = entry.get(name)
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return value if isinstance(value, str) else str(value) if number else None

    def traced(name: str) -> Traced:
        value = text(name) or ""
        found = escapes.json_string(whole.cut(*places.get(name, (start, start))))
        return found if found.text == value else Traced.at(value, start)

    html = traced("content_html")
    root = markup.fragment(html.text, input)
    body = markup.lines(root, markup.slots(root, Seeker(escapes.markup(html)))) if root is not None else []
    plain = next((name for name in ("content_text", "summary") if text(name)), "summary")
    return _Fields(
        id=text("id"),
        url=text("url") or text("external_url"),
        title=_one_line([traced("title")]),
        body=body if body and plain == "summary" else traced(plain).lines(),
        published=text("date_published") or text("date_modified"),
    )
