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
from mtaudit.languages import LANGUAGES
from mtaudit.model import Skipped
from mtaudit.reading import escapes, markup, metadata, spans, table, xml
from mtaudit.reading.decode import decode
from mtaudit.reading.interface import Columns, Item, Remark, Source, UnrecognisedError
from mtaudit.reading.interface import clean as readable
from mtaudit.reading.seek import Seeker
from mtaudit.reading.traced import SourceText, Traced, clean, joined

_ITEMS = ("item", "entry")
_TITLE = frozenset(("title",))
_TEXTS = frozenset("title content encoded description summary abstract body fullitem".split())  # as feedparser has them
_MOST_ELEMENTS = 8  # of an item that are searched for one text
_SPACE = re.compile(r"\s+")
_MORE = "|".join(re.escape(p) for p in sorted({p for lang in LANGUAGES.values() for p in lang.clutter.furniture}))
# What a feed puts where it breaks off, and the link to the rest
_BROKEN_OFF = re.compile(rf"(?:…|\.{{3,}}|[\[(]\s?(?:…|\.{{3,}})\s?[\])])(\s*(?:{_MORE})?\s*[→»>]*)\Z", re.IGNORECASE)
_LINK_ALONE = re.compile(rf"(?:{_MORE})\s*[→»>]*", re.IGNORECASE)
_NOTE_WORDS = 12  # besides the title, of the line in which blog software says where the item stood first


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
    cut, begun = _cut_off(text), None
    if cut and entries and scopes and scopes[-1].open:
        begun = scopes[-1].start
        entries.pop()  # half an article would be taken for a bad translation of the whole
        scopes = scopes[: len(entries)] if len(scopes) == len(entries) + 1 else scopes
    out: Counter[str] = Counter()
    for number, entry in enumerate(entries, 1):
        if len(scopes) == len(entries):
            scope = scopes[number - 1]
        else:  # broken somewhere: all that can be told is the place of the id
            scope = _Scope(max(0, text.find(entry.get("id") or entry.get("link") or "\0")), [])
        yield _item(source, whole, number, partial(_feedparser_fields, entry, whole, scope, source.input), out)
    if cut:
        done = f"only the {len(entries)} whole items before that are audited" if entries else "it has no whole item"
        at = f" in item {len(entries) + 1}, line {text.count(chr(10), 0, begun) + 1}" if begun is not None else ""
        yield Skipped(source.input, f"the feed ends in the middle{at}: {done}; fetch it again")
    yield from _said(source, out)


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
    out: Counter[str] = Counter()
    for number, entry in enumerate(items, 1):
        if isinstance(entry, dict):
            start = places[number - 1][0] if len(places) == len(items) else 0
            yield _item(source, whole, number, partial(_json_fields, entry, whole, start, source.input), out)
        else:
            yield Skipped(f"{source.input}#{number}", "an item that is no JSON object: mend the feed")
    yield from _said(source, out)


def _item(
    source: Source, whole: SourceText, number: int, read: Callable[[], _Fields], out: Counter[str]
) -> Document | Skipped:
    place = f"{source.input}#{number}"
    return or_skipped(place, lambda: _document(source, whole, place, read(), out))


def _document(source: Source, whole: SourceText, place: str, fields: _Fields, out: Counter[str]) -> Document | Skipped:
    """The item as a document; what is said of all items together is counted in `out`."""
    body = _without_note(fields.title, fields.body)
    out["note"] += len(body) < len(fields.body)
    teaser = _teaser(body)
    if teaser:
        out["teaser"] += 1
        body = _without_link(body)
    text = clean(joined("\n", markup.below_headline(fields.title, body)))
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
        teaser=teaser,
    )


def _said(source: Source, out: Counter[str]) -> Iterator[Remark]:
    """What was found of the items together."""
    if many := out["teaser"]:
        what = "1 item is a teaser" if many == 1 else f"{many} items are teasers"
        yield Remark(source.input, f"{what}, cut short by the feed: nothing is held against where they break off")
    if many := out["note"]:
        what = f"{many} line{'s' * (many != 1)}"
        yield Remark(source.input, f"left out as furniture of the site: where an item stood first ({what})")


def _without_note(title: Traced, body: list[Traced]) -> list[Traced]:
    """A text without the line at its end in which blog software names the item and the site."""
    if len(body) < 2 or not title.text.strip():
        return body
    last, name = metadata.bare(body[-1].text), metadata.bare(title.text)
    more = len(body[-1].text.split()) - len(title.text.split())
    return body[:-1] if name in last and last != name and 0 < more <= _NOTE_WORDS else body


def _without_link(body: list[Traced]) -> list[Traced]:
    """A teaser without the link to the rest."""
    if len(body) > 1 and _LINK_ALONE.fullmatch(body[-1].text.strip()):
        body = body[:-1]
    found = _BROKEN_OFF.search(body[-1].text)
    return [*body[:-1], body[-1].cut(0, found.start(1))] if found else body


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

    contents = [told(detail, _TEXTS - _TITLE) for detail in _contents(entry, whole, scope)]
    body = max(contents, key=_length, default=[])
    if not body or _teaser(body):  # the summary may say more than a content that is one, too
        body = max((body, told(entry.get("summary_detail") or {}, _TEXTS - _TITLE)), key=_length)
    return _Fields(
        id=entry.get("id"),
        url=entry.get("link"),
        title=_one_line(told(entry.get("title_detail") or {}, _TITLE)),
        body=body,
        published=_iso(entry.get("published_parsed") or entry.get("updated_parsed")),
    )


def _contents(entry: Any, whole: SourceText, scope: _Scope) -> list[Mapping[str, Any]]:
    """What the item holds as its content; feedparser takes a description behind `content:encoded` for one, too."""
    found = list(entry.get("content") or [])
    encoded = [whole.cut(start, end) for name, start, end in scope.elements if name == "encoded"]
    spelled = {metadata.bare(text) for piece in encoded for text in (piece.text, escapes.markup(piece).text)}
    own = [detail for detail in found if any(metadata.bare(detail.get("value") or "") in text for text in spelled)]
    return own or found


def _length(lines: list[Traced]) -> int:
    return sum(len(line.text) + 1 for line in lines)


def _teaser(lines: list[Traced]) -> bool:
    """Whether a text ends where the feed broke it off."""
    behind = len(lines) > 1 and _LINK_ALONE.fullmatch(lines[-1].text.strip())
    end = lines[-2 if behind else -1] if lines else None
    return end is not None and _BROKEN_OFF.search(end.text) is not None


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
