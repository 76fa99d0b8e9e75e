"""TMX 1.4: a pair for each language beside the source language, its units the lines on both sides."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from mtaudit.errors import InputError
from mtaudit.reading import bilingual, xml
from mtaudit.reading.bilingual import Unit
from mtaudit.reading.interface import Columns, Item, Source, UnrecognisedError
from mtaudit.reading.markup import Slots
from mtaudit.reading.xml import attribute, local


def read(source: Source, columns: Columns) -> Iterator[Item]:
    """One pair a target language, in the order in which they occur. Raises InputError where it is no TMX.

    The source language is the unit's or the header's `srclang`; where that is `*all*`, each unit's first language.
    """
    tree = xml.parse(source)
    root = tree.root
    if local(root) != "tmx":
        raise UnrecognisedError(source.input, f"XML, but no TMX (its root is {local(root)})")
    header = next((child for child in root if local(child) == "header"), None)
    spoken = attribute(header, "srclang") if header is not None else None
    units: dict[str, list[Unit]] = {}
    for unit in root.iter():
        if local(unit) == "tu":
            for language, entry in _unit(unit, attribute(unit, "srclang") or spoken, tree.slots):
                units.setdefault(language, []).append(entry)
    found = 0
    for language, entries in units.items():
        name = source.input if len(units) == 1 else f"{source.input}#{language}"
        pair = bilingual.pair(entries, name, source.input, tree.source, language=language)
        if pair is not None:
            found += 1
            yield pair
    if not found:
        raise InputError(source.input, "no unit has both source and target: nothing to audit")


def _unit(unit: etree._Element, source_language: str | None, slots: Slots) -> Iterator[tuple[str, Unit]]:
    variants: list[tuple[str, etree._Element]] = []
    for variant in unit:
        if local(variant) == "tuv":
            segment = next((child for child in variant if local(child) == "seg"), None)
            if segment is not None:
                variants.append(((attribute(variant, "lang") or "").lower(), segment))
    wanted = (source_language or "*all*").lower()
    source = next((v for v in variants if _same(v[0], wanted)), variants[0] if variants else None)
    if source is None:
        return
    for language, segment in variants:
        if segment is not source[1]:
            own = Unit(bilingual.words(source[1], slots).text, bilingual.words(segment, slots), unit.get("tuid") or "")
            yield language, own


def _same(language: str, wanted: str) -> bool:
    """en is en-GB, and the other way round."""
    return language.partition("-")[0] == wanted.partition("-")[0]
