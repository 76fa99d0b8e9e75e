"""XLIFF 1.2 and 2.0: each `<file>` is one pair, its units the lines on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from mtaudit.model import Skipped
from mtaudit.reading import bilingual, xml
from mtaudit.reading.bilingual import Unit
from mtaudit.reading.interface import Columns, Item, Source, UnrecognisedError
from mtaudit.reading.markup import Slots
from mtaudit.reading.traced import Traced, joined
from mtaudit.reading.xml import attribute, local

_NOT_TO_BE, _EMPTY = "marked translate=no", "without a translation"
_UNTRANSLATED = frozenset(("new", "needs-translation"))  # XLIFF 1.2 states of a target that is a copy of the source


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """A pair for each file of the document. Raises InputError where the XML is broken or no XLIFF."""
    tree = xml.parse(source)
    root = tree.root
    if local(root) != "xliff":
        raise UnrecognisedError(source.input, f"XML, but no XLIFF (its root is {local(root)})")
    files = [element for element in root.iter() if local(element) == "file"]
    for number, element in enumerate(files, 1):
        name = attribute(element, "original") or attribute(element, "id") or str(number)
        second = (root.get("version") or "").startswith("2")
        language = (root.get("trgLang") if second else element.get("target-language")) or ""
        left = Counter[str]()
        units = list((_units_2 if second else _units_1)(element, tree.slots, left))
        place = f"{source.input}#{name}"
        yield bilingual.pair(units, place, source.input, tree.source, language=language, headed=True) or Skipped(
            place, "nothing in it is translated: export it with its targets"
        )
        yield from bilingual.left_out(source.input, place, left)
    if not files:
        yield Skipped(source.input, "an XLIFF document without files: nothing to audit")


def _preserves(element: etree._Element) -> bool:
    """Whether xml:space says that white space counts, on the element or the nearest around it."""
    for one in (element, *element.iterancestors()):
        value = attribute(one, "space")
        if value is not None:
            return value == "preserve"
    return False


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in element if local(child) == name]


def _kept(unit: etree._Element) -> bool:
    """Whether the unit, or a group around it, says that its text is to stay as it is."""
    said = (one.get("translate") for one in (unit, *unit.iterancestors()))
    return next((value for value in said if value is not None), "yes") == "no"


def _left(marked: bool, source: Traced, target: Traced) -> bool:
    """Whether a unit is marked as not translated, and is not: a mark on what says something else excuses nothing."""
    return marked and source.text.split() == target.text.split()


def _units_1(file: etree._Element, slots: Slots, left: Counter[str]) -> Iterator[Unit]:
    for unit in file.iter():
        if local(unit) != "trans-unit":
            continue
        sources, targets = _children(unit, "source"), _children(unit, "target")
        if not (sources and targets and "".join(targets[0].itertext()).strip()):
            left[_NOT_TO_BE if _kept(unit) else _EMPTY] += 1
            continue
        state = targets[0].get("state")
        preserve = _preserves(unit)
        source, target = (bilingual.words(side[0], slots, preserve=preserve) for side in (sources, targets))
        if _left(_kept(unit), source, target):
            left[_NOT_TO_BE] += 1
        elif _left(state in _UNTRANSLATED, source, target):
            left[f"in the state {state}"] += 1
        else:
            yield Unit(source.text, target, unit.get("id") or "")


def _units_2(file: etree._Element, slots: Slots, left: Counter[str]) -> Iterator[Unit]:
    for unit in file.iter():
        if local(unit) != "unit":
            continue
        sides: list[tuple[str, Traced]] = []
        preserve = _preserves(unit)
        for part in unit:
            sources, targets = _children(part, "source"), _children(part, "target")
            if local(part) == "segment" and sources and targets and "".join(targets[0].itertext()).strip():
                source, target = (bilingual.words(side[0], slots, preserve=preserve) for side in (sources, targets))
                if _left(_kept(unit), source, target):
                    left[_NOT_TO_BE] += 1
                else:
                    sides.append((source.text, target))
            elif local(part) == "segment":
                left[_NOT_TO_BE if _kept(unit) else _EMPTY] += 1
        if sides:
            yield Unit(" ".join(s for s, _ in sides), joined(" ", (t for _, t in sides)), unit.get("id") or "")
