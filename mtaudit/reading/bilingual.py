"""What XLIFF, TMX and PO have in common: units of source and target, which make a pair line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from mtaudit.case import Document
from mtaudit.reading.identity import original_id
from mtaudit.reading.interface import Pair, clean, headline
from mtaudit.reading.xml import attribute, local

# Elements that stand for or hold native code (tags, placeholders): XLIFF 1.2, XLIFF 2.0, TMX 1.4
_CODE = frozenset("bpt ept ph it ut sub x bx ex sc ec sm em".split())
_LINE_BREAKS = frozenset(("lb", "x-html-br"))
_FOLD = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as it stands in the file: 1-based line, source and target without markup."""

    line: int
    source: str
    target: str


def pair(units: Iterable[Unit], id: str, input: str, *, headed: bool = False) -> Pair | None:
    """The pair that the translated units make, a line a unit on both sides; None where nothing is translated.

    `headed` says that the first unit may be a headline. A unit keeps its own line breaks where both sides have as
    many, else they become spaces.
    """
    sources: list[str] = []
    targets: list[str] = []
    numbers: list[int] = []
    for unit in units:
        source, target = clean(unit.source).strip(), clean(unit.target).strip()
        if not source or not target:
            continue
        if source.count("\n") != target.count("\n") or "\n\n" in source + target:
            source, target = _FOLD.sub(" ", source), _FOLD.sub(" ", target)
        sources.append(source)
        targets.append(target)
        numbers += [unit.line] * (target.count("\n") + 1)
    if not targets:
        return None
    text, original, lines = "\n".join(targets), "\n".join(sources), tuple(numbers)
    return Pair(
        Document(id, input, text, title=headline(text) if headed else None, line_map=lines),
        Document(original_id(id), input, original, title=headline(original) if headed else None, line_map=lines),
    )


def words(element: etree._Element, *, preserve: bool = False) -> str:
    """The text of a source, target or seg: inline markup taken off, native code left out, white space folded."""
    text = "".join(_pieces(element))
    return text if preserve else re.sub(r"[ \t\r\n]+", " ", text).strip()


def _pieces(element: etree._Element) -> list[str]:
    parts = [element.text or ""]
    for child in element:
        name = local(child)
        if name == "cp":  # XLIFF 2.0: a character that XML cannot hold
            parts.append("\ufffd")
        elif name in _CODE:
            if attribute(child, "ctype") in _LINE_BREAKS:
                parts.append(" ")
        elif name:
            parts += _pieces(child)
        parts.append(child.tail or "")
    return parts
