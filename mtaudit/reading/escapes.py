"""What stretches of markup, JSON, CSV and PO spell, each character with its place.

These are no parsers: a parser decides what a file holds, and what it gives back is looked for in what stands here.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mtaudit.reading.traced import Builder, Traced

_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,9}|[A-Za-z][A-Za-z0-9]{1,31});?")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_OPEN_ENDED = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)[^>]*+>")  # with an odd number of quotation marks in it
# HTML reads no tags and no entities in these
_VERBATIM = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_JSON = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])")
_PO = re.compile(r"\\(.)", re.DOTALL)
_PO_CONTROL = {"n": "\n", "t": "\t", "r": "\r"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch `start`..`end` of markup: text with entities, text without (CDATA, scripts), or a tag of an element."""

    kind: Literal["text", "verbatim", "open", "close", "empty"]
    start: int
    end: int
    name: str = ""  # of the element: lower case, without prefix


def pieces(text: str) -> Iterator[Piece]:
    """Text and tags of HTML or XML in their order, however broken; comments and instructions are left out."""
    at, length = 0, len(text)
    last = text.rfind(">")
    while at < length:
        start = text.find("<", at)
        if start < 0:
            break
        if start > at:
            yield Piece("text", at, start)
        if text.startswith("<![CDATA[", start):
            end = text.find("]]>", start)
            end = length if end < 0 else end
            yield Piece("verbatim", start + 9, end)
            at = end + 3
        elif text.startswith("<!--", start):
            end = text.find("-->", start + 4)
            at = length if end < 0 else end + 3
        elif text.startswith(("<!", "<?"), start):
            end = text.find(">", start)
            at = length if end < 0 else end + 1
        elif tag := _TAG.match(text, start) or _OPEN_ENDED.match(text, start):
            name = tag.group(2).rpartition(":")[2].lower()
            at = tag.end()
            if tag.group(1):
                yield Piece("close", start, at, name)
            elif text[at - 2] == "/":
                yield Piece("empty", start, at, name)
            else:
                yield Piece("open", start, at, name)
                if name in _VERBATIM:
                    closing = _VERBATIM[name].search(text, at)
                    end = closing.start() if closing else length
                    yield Piece("verbatim", at, end)
                    at = end
        else:
            yield Piece("text", start, start + 1)
            at = start + 1
            if start > last:  # no tag ends any more
                break
    if at < length:
        yield Piece("text", at, length)


def markup(source: Traced) -> Traced:
    """What HTML or XML spells: tags off, entities resolved."""
    built = Builder()
    for piece in pieces(source.text):
        if piece.kind == "verbatim":
            built.keep(source, piece.start, piece.end)
        elif piece.kind == "text":
            at = piece.start
            for match in _ENTITY.finditer(source.text, piece.start, piece.end):
                built.keep(source, at, match.start())
                at = match.end()
                built.put(html.unescape(match.group()), source.starts[match.start()], source.ends[at - 1])
            built.keep(source, at, piece.end)
    return built.done()


def json_string(literal: Traced) -> Traced:
    """What a JSON string literal spells, its quotation marks off."""
    return literal.cut(1, -1).sub(_JSON, lambda match: str(json.loads(f'"{match.group()}"')))


def csv_field(field: Traced) -> Traced:
    """What a CSV field spells: quotation marks around it off, doubled ones inside halved."""
    if not field.text.startswith('"'):
        return field
    built, at, length = Builder(), 1, len(field.text)
    while at < length:
        mark = field.text.find('"', at)
        mark = length if mark < 0 else mark
        built.keep(field, at, mark)
        if not field.text.startswith('""', mark):
            return built.keep(field, mark + 1).done()
        built.put('"', field.starts[mark], field.ends[mark + 1])
        at = mark + 2
    return built.done()


def csv_fields(record: Traced, delimiter: str) -> list[Traced]:
    """What the fields of one CSV record spell, in their order."""
    found, start, at, text = list[Traced](), 0, 0, record.text
    while True:
        if at == start and text.startswith('"', at):
            at += 1
            while (at := text.find('"', at)) >= 0 and text.startswith('""', at):
                at += 2
            at = len(text) if at < 0 else at
        end = text.find(delimiter, at)
        end = len(text) if end < 0 else end
        found.append(csv_field(record.cut(start, end)))
        if end >= len(text):
            return found
        start = at = end + 1


def po_string(literals: Traced) -> Traced:
    """What the string of a PO entry spells: one or more literals, each on a line of its own."""
    built = Builder()
    for line in literals.lines():
        inner = line.strip()
        built.keep(inner.cut(1, -1).sub(_PO, lambda match: _PO_CONTROL.get(match[1], match[1])))
    return built.done()
