"""XML from strangers: no entities, no DTD, no network."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from mtaudit.errors import InputError
from mtaudit.reading import escapes, markup, prolog
from mtaudit.reading.decode import declared, decode
from mtaudit.reading.interface import Source
from mtaudit.reading.seek import Seeker
from mtaudit.reading.traced import SourceText

_ENTITIES = "declares entities of its own (DTD), which are never read: take the DTD out"
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*?\?>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def text_of(source: Source) -> str:
    """The document as text, blanks in place of its XML declaration; refuses declarations of entities.

    A DOCTYPE that merely names a DTD (TMX has one) is allowed and never fetched. Raises InputError.
    """
    text = decode(source.data, source.input, declared(source, "xml"))
    text = _DECLARATION.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text, count=1)
    if prolog.read(text).subset:
        raise InputError(source.input, _ENTITIES)
    return text


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed document: its root element, its source, and where in it the texts of the elements stand."""

    root: etree._Element
    source: SourceText
    slots: markup.Slots


def parse(source: Source) -> Tree:
    """The document as a tree. Raises InputError where the XML is broken or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, dtd_validation=False, no_network=True, huge_tree=False, recover=False
    )
    text = _NOT_XML.sub("\ufffd", text_of(source))
    try:
        root = etree.fromstring(text.lstrip("\ufeff \t").encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        message = str(error.msg or error).split("\n")[0]
        raise InputError(source.input, f"broken XML ({message}): mend it there") from error
    own = root.getroottree().docinfo.internalDTD
    if own is not None and any(True for _ in own.iterentities()):
        raise InputError(source.input, _ENTITIES)
    whole = SourceText(text)
    return Tree(root, whole, markup.slots(root, Seeker(escapes.markup(whole.cut()))))


def local(element: etree._Element) -> str:
    """The element's name without its namespace; empty for comments and processing instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """The attribute with this local name, whatever its namespace (`lang` is also `xml:lang`)."""
    for key, value in element.attrib.items():
        if etree.QName(str(key)).localname == name:
            return str(value)
    return None
