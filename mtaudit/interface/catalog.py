"""Catalogs of messages, and which of them is in use here and now."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from functools import cache, cached_property
from pathlib import Path

CATALOGS = Path(__file__).parent / "catalogs"
LANGUAGES = ("en", "id")  # ISO 639-1; the messages themselves are in the first
_POINTS = {"id": str.maketrans(",.", ".,")}  # CLDR 46: languages that write a comma before decimals


class Catalog(gettext.GNUTranslations):
    """The messages of one language, from its compiled catalog."""

    code = "en"

    @cached_property
    def messages(self) -> Mapping[str, str]:
        """Message -> translation. A message with a plural stands there in the singular."""
        found: dict[str, str] = {}
        for key, text in vars(self)["_catalog"].items():
            message = key[0] if isinstance(key, tuple) else key
            if message and text:
                found.setdefault(message, text)
        return found

    def figure(self, text: str) -> str:
        """A figure that Python wrote, as this language writes it."""
        return text.translate(_POINTS.get(self.code, {}))


@cache
def catalog_of(language: str) -> Catalog | None:
    """The catalog of a language; None for that of the messages themselves."""
    if language == LANGUAGES[0]:
        return None
    with (CATALOGS / f"{language}.mo").open("rb") as stream:
        catalog = Catalog(stream)
    catalog.code = language
    return catalog


_current: ContextVar[Catalog | None] = ContextVar("catalog", default=None)


def current() -> Catalog | None:
    """The catalog in use; None: messages are shown as they stand in the code."""
    return _current.get()


def language() -> str:
    """ISO 639-1 of the language in use."""
    catalog = current()
    return LANGUAGES[0] if catalog is None else catalog.code


@contextmanager
def using(language: str) -> Iterator[None]:
    """In the block people are spoken to in `language`, one of LANGUAGES."""
    token = _current.set(catalog_of(language))
    try:
        yield
    finally:
        _current.reset(token)


def english(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces, each made as if nobody had chosen a language: what machines read is the same in all of them."""
    context = copy_context()
    context.run(_current.set, None)
    while (piece := context.run(next, pieces, None)) is not None:
        yield piece
