"""What XLIFF, TMX and PO have in common: units of source and target, which make a pair unit by unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from mtaudit.case import Document, UnitSpan
from mtaudit.languages.identify import of_tag
from mtaudit.reading.icu import last_form
from mtaudit.reading.identity import original_id
from mtaudit.reading.interface import Pair, Remark, headline
from mtaudit.reading.interface import clean as readable
from mtaudit.reading.markup import Slots
from mtaudit.reading.traced import Builder, SourceText, Traced, clean, joined
from mtaudit.reading.xml import attribute, local
from mtaudit.surface.fields import is_field

# Elements that stand for or hold native code (tags, placeholders): XLIFF 1.2, XLIFF 2.0, TMX 1.4
_CODE = frozenset("bpt ept ph it ut sub x bx ex sc ec sm em".split())
_LINE_BREAKS = frozenset(("lb", "x-html-br"))
_NATIVE = frozenset(("ph", "x", "it"))  # of these, what may stand for a word
_SHOWN = ("equiv-text", "disp", "equiv")  # attributes that say what stands there: XLIFF 1.2, XLIFF 2.0
_FOLD = re.compile(r"\s*\n\s*")
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: source and target without markup, the target with its places in the file; its id, if it has one."""

    source: str
    target: Traced
    id: str = ""


def pair(
    units: Iterable[Unit], id: str, input: str, file: SourceText, *, language: str = "", headed: bool = False
) -> Pair | None:
    """The pair that the translated units make, a line a unit on both sides; None where nothing is translated.

    `language` is that of the targets, as the file declares it; `headed` says that the first unit may be a headline. A
    unit keeps its own line breaks where both sides have as many, else they become spaces.
    """
    sources: list[str] = []
    targets: list[Traced] = []
    ids: list[str] = []
    for unit in units:
        source = last_form(Traced.at(readable(unit.source), 0)).text.strip()
        target = last_form(clean(unit.target)).strip()
        if not source or not target.text:
            continue
        if source.count("\n") != target.text.count("\n") or "\n\n" in source + target.text:
            source, target = _FOLD.sub(" ", source), target.sub(_FOLD, " ")
        sources.append(source)
        targets.append(target)
        ids.append(unit.id)
    if not targets:
        return None
    text, original = joined("\n", targets), "\n".join(sources)
    title = headline(text.text) if headed else None
    return Pair(
        Document(
            id,
            input,
            text.text,
            title=title,
            language=of_tag(language),
            language_confidence=1.0 if language else 0.0,
            source_map=file.runs(text),
            units=_spans([target.text for target in targets], ids),
        ),
        Document(
            original_id(id),
            input,
            original,
            title=headline(original) if headed else None,
            units=_spans(sources, ids),
        ),
    )


def left_out(input: str, place: str, counts: Counter[str]) -> Iterator[Remark]:
    """What is said of units that are not audited: how many, and why."""
    if counts:
        total = sum(counts.values())
        why = ", ".join(f"{number} {reason}" for reason, number in counts.items())
        where = place.removeprefix(input).removeprefix("#")
        yield Remark(input, f"{where + ': ' if where else ''}{total} unit{'s' * (total != 1)} left out: {why}")


def _spans(texts: Iterable[str], ids: Iterable[str]) -> tuple[UnitSpan, ...]:
    """Where each of the texts stands when they are a line each."""
    found, start = [], 0
    for text, name in zip(texts, ids, strict=True):
        found.append(UnitSpan(start, start + len(text), name))
        start += len(text) + 1
    return tuple(found)


def words(element: etree._Element, slots: Slots, *, preserve: bool = False) -> Traced:
    """The text of a source, target or seg: inline markup taken off, native code left out, white space folded."""
    built = Builder()
    _gather(built, element, slots)
    return built.done() if preserve else built.done().sub(_SPACE, " ").strip()


def _shown(code: etree._Element, name: str) -> str:
    """What a reader sees of native code: a field that a program fills in as it is, nothing of tags."""
    if attribute(code, "ctype") in _LINE_BREAKS:
        return " "
    if name not in _NATIVE:
        return ""
    shown = (attribute(code, key) for key in _SHOWN)
    text = next((text for text in shown if text), None) or "".join(code.itertext())
    return text.strip() if is_field(text.strip()) and not text.strip().startswith("<") else ""


def _gather(built: Builder, element: etree._Element, slots: Slots) -> None:
    built.keep(slots[element, False])
    for child in element:
        name = local(child)
        if name == "cp":  # XLIFF 2.0: a character that XML cannot hold
            built.put("\ufffd", built.end, built.end)
        elif name in _CODE:
            built.put(_shown(child, name), built.end, built.end)
        elif name:
            _gather(built, child, slots)
        built.keep(slots[child, True])
