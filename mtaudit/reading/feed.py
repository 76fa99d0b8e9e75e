"""RSS, Atom and JSON Feed: each item is one document, its headline above its text, HTML taken off.

feedparser reads RSS 0.9 to 2.0 and Atom, broken ones included; it is given bytes alone, never a path or an address,
and only after declarations of entities have been refused.
"""

from __future__ import annotations

import calendar
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from mtaudit.case import Document
from mtaudit.errors import InputError
from mtaudit.model import Skipped
from mtaudit.reading import markup, table, xml
from mtaudit.reading.decode import decode
from mtaudit.reading.interface import Columns, Item, Source, UnrecognisedError, clean


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
    for number, entry in enumerate(entries, 1):
        yield _item(source, text, number, _feedparser_fields(entry, source.input))


def read_json(source: Source, columns: Columns) -> Iterator[Item]:
    """The items of a JSON Feed (1.0, 1.1), in its order. Raises InputError where it is none."""
    text = decode(source.data, source.input, source.charset)
    value = table.parse_json(text)
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        detail = f" ({value})" if isinstance(value, ValueError) else ""
        raise InputError(source.input, f"no JSON Feed: it has no list of items{detail}")
    for number, entry in enumerate(items, 1):
        if isinstance(entry, dict):
            yield _item(source, text, number, _json_fields(entry, source.input))
        else:
            yield Skipped(f"{source.input}#{number}", "an item that is no JSON object: mend the feed")


def _item(source: Source, raw: str, number: int, fields: Mapping[str, str | None]) -> Document | Skipped:
    place = f"{source.input}#{number}"
    title, body = fields["title"], fields["body"] or ""
    rows = [(1, line) for line in body.split("\n")] if body else []
    text = clean("\n".join(line for _, line in markup.below_headline(title, rows, 1)))
    if not text.strip():
        return Skipped(place, "an item without title and text: nothing to audit")
    line = _line_of(raw, fields["id"] or fields["url"] or title or "")
    return Document(
        id=clean(fields["id"] or fields["url"] or place),
        input=source.input,
        text=text,
        title=clean(title) if title else None,
        url=clean(fields["url"]) if fields["url"] else None,
        published=fields["published"],
        line_map=(line,) * (text.count("\n") + 1),
    )


def _line_of(raw: str, mark: str) -> int:
    """The line of the feed on which the item's id stands (1 where it is written otherwise)."""
    at = raw.find(mark) if mark else -1
    return raw.count("\n", 0, at) + 1 if at >= 0 else 1


def _feedparser_fields(entry: Any, input: str) -> dict[str, str | None]:
    bodies = [_plain(c.get("value"), c.get("type"), input) for c in entry.get("content") or []]
    summary = entry.get("summary_detail") or {}
    bodies.append(_plain(summary.get("value"), summary.get("type"), input))
    title = entry.get("title_detail") or {}
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    return {
        "id": entry.get("id"),
        "url": entry.get("link"),
        "title": " ".join(_plain(title.get("value"), title.get("type"), input).split()) or None,
        "body": max(bodies, key=len),
        "published": _iso(when),
    }


def _iso(when: Any) -> str | None:
    """A UTC time tuple as ISO 8601."""
    try:
        return datetime.fromtimestamp(calendar.timegm(when), UTC).isoformat() if when else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _plain(value: str | None, type: str | None, input: str) -> str:
    """A feed's text or HTML as text."""
    if not value:
        return ""
    return value.strip() if type == "text/plain" else markup.fragment_text(value, input)


def _json_fields(entry: Mapping[str, Any], input: str) -> dict[str, str | None]:
    def text(name: str) -> str | None:
        value = entry.get(name)
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return value if isinstance(value, str) else str(value) if number else None

    html = markup.fragment_text(text("content_html") or "", input)
    return {
        "id": text("id"),
        "url": text("url") or text("external_url"),
        "title": " ".join((text("title") or "").split()) or None,
        "body": text("content_text") or html or text("summary"),
        "published": text("date_published") or text("date_modified"),
    }
