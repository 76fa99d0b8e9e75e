"""XML from strangers: no entities, no DTD, no network."""

from __future__ import annotations

import re

from lxml import etree

from mtaudit.errors import InputError
from mtaudit.reading import prolog
from mtaudit.reading.decode import decode
from mtaudit.reading.interface import Source

_ENTITIES = "declares entities of its own (DTD), which are never read: take the DTD out"
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*?\?>")
_ENCODING = re.compile(rb"\A[\xef\xbb\xbf\s]*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][\w.-]*)[\"']")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def text_of(source: Source) -> str:
    """The document as text, its XML declaration taken off (lines kept); refuses declarations of entities.

    A DOCTYPE that merely names a DTD (TMX has one) is allowed and never fetched. Raises InputError.
    """
    declared = _ENCODING.match(source.data[:1024])
    charset = source.charset or (declared.group(1).decode("ascii") if declared else None)
    text = decode(source.data, source.input, charset)
    text = _DECLARATION.sub(lambda match: "\n" * match.group().count("\n"), text, count=1)
    if prolog.read(text).subset:
        raise InputError(source.input, _ENTITIES)
    return text


def parse(source: Source) -> etree._Element:
    """The root element. Raises InputError where the XML is broken or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, dtd_validation=False, no_network=True, huge_tree=False, recover=False
    )
    text = _NOT_XML.sub("\ufffd", text_of(source)).lstrip("\ufeff \t")
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        message = str(error.msg or error).split("\n")[0]
        raise InputError(source.input, f"broken XML ({message}): mend it there") from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError(source.input, _ENTITIES)
    return root


def local(element: etree._Element) -> str:
    """The element's name without its namespace; empty for comments and processing instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """The attribute with this local name, whatever its namespace (`lang` is also `xml:lang`)."""
    for key, value in element.attrib.items():
        if etree.QName(str(key)).localname == name:
            return str(value)
    return None
