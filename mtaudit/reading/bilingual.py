"""What XLIFF, TMX and PO have in common: units of source and target, which make a pair line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from mtaudit.case import Document
from mtaudit.reading.identity import original_id
from mtaudit.reading.interface import Pair, headline
from mtaudit.reading.interface import clean as readable
from mtaudit.reading.markup import Slots
from mtaudit.reading.traced import Builder, SourceText, Traced, clean, joined
from mtaudit.reading.xml import attribute, local

# Elements that stand for or hold native code (tags, placeholders): XLIFF 1.2, XLIFF 2.0, TMX 1.4
_CODE = frozenset("bpt ept ph it ut sub x bx ex sc ec sm em".split())
_LINE_BREAKS = frozenset(("lb", "x-html-br"))
_FOLD = re.compile(r"\s*\n\s*")
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: source and target without markup, the target with its places in the file."""

    source: str
    target: Traced


def pair(units: Iterable[Unit], id: str, input: str, file: SourceText, *, headed: bool = False) -> Pair | None:
    """The pair that the translated units make, a line a unit on both sides; None where nothing is translated.

    `headed` says that the first unit may be a headline. A unit keeps its own line breaks where both sides have as
    many, else they become spaces.
    """
    sources: list[str] = []
    targets: list[Traced] = []
    for unit in units:
        source, target = readable(unit.source).strip(), clean(unit.target).strip()
        if not source or not target.text:
            continue
        if source.count("\n") != target.text.count("\n") or "\n\n" in source + target.text:
            source, target = _FOLD.sub(" ", source), target.sub(_FOLD, " ")
        sources.append(source)
        targets.append(target)
    if not targets:
        return None
    text, original = joined("\n", targets), "\n".join(sources)
    title = headline(text.text) if headed else None
    return Pair(
        Document(id, input, text.text, title=title, source_map=file.runs(text)),
        Document(original_id(id), input, original, title=headline(original) if headed else None),
    )


def words(element: etree._Element, slots: Slots, *, preserve: bool = False) -> Traced:
    """The text of a source, target or seg: inline markup taken off, native code left out, white space folded."""
    built = Builder()
    _gather(built, element, slots)
    return built.done() if preserve else built.done().sub(_SPACE, " ").strip()


def _gather(built: Builder, element: etree._Element, slots: Slots) -> None:
    built.keep(slots[element, False])
    for child in element:
        name = local(child)
        if name == "cp":  # XLIFF 2.0: a character that XML cannot hold
            built.put("\ufffd", built.end, built.end)
        elif name in _CODE:
            if attribute(child, "ctype") in _LINE_BREAKS:
                built.put(" ", built.end, built.end)
        elif name:
            _gather(built, child, slots)
        built.keep(slots[child, True])
