"""A language in which every message stands between ⟪ and ⟫: what stands outside them passed through no catalog."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from functools import cache
from string import Formatter

from babel.messages.catalog import Catalog as Messages
from babel.messages.mofile import write_mo

from mtaudit.interface import Catalog
from tests.conftest import tool

_INNERMOST = re.compile(r"⟪[^⟪⟫]*⟫")
_WORD = re.compile(r"(?<![\w-])[A-Za-z][a-z’']{2,}(?![\w-])")


@cache
def template() -> Messages:
    """All messages that the code has."""
    found: Messages = tool("messages").template()
    return found


@cache
def pseudo() -> Catalog:
    marked = Messages("en", fuzzy=False)
    for message in template():
        if message.id:
            several = isinstance(message.id, tuple)
            marked.add(message.id, tuple(map(_marked, message.id)) if several else _marked(message.id))
    compiled = io.BytesIO()
    write_mo(compiled, marked)
    compiled.seek(0)
    catalog = Catalog(compiled)
    catalog.code = "xx"
    return catalog


def _marked(message: str) -> str:
    """The message with marks around its own words: what is put into its holes stands outside them."""
    found = ""
    for literal, name, spec, how in Formatter().parse(message):
        own = literal.replace("{", "{{").replace("}", "}}")
        found += f"⟪{own}⟫" if own.strip() else own
        if name is not None:
            found += "{" + name + (f"!{how}" if how else "") + (f":{spec}" if spec else "") + "}"
    return found


@cache
def _vocabulary() -> frozenset[str]:
    """The words of all messages, without their holes, code and examples."""
    texts = (re.sub(r"\{[^{}]*\}|`[^`]*`|“[^”]*”|\S*[/.:_=]\S+", " ", str(message.id)) for message in template())
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def escaped(shown: str, known: Iterable[str] = ()) -> list[str]:
    """English words outside the marks that stand in no `known` text (article text, names, paths)."""
    left = shown
    while (less := _INNERMOST.sub("", left)) != left:
        left = less
    assert "⟪" not in left, f"a mark was cut: {left[max(0, left.find('⟪') - 80) : left.find('⟪') + 200]!r}"
    said = {word.lower() for text in (*known, "mtaudit") for word in _WORD.findall(text)}
    return [word for word in _WORD.findall(left) if word.lower() in _vocabulary() and word.lower() not in said]
