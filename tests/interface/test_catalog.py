"""Catalogs: complete, current, and with the holes of the messages."""

from __future__ import annotations

import io
from collections import Counter
from string import Formatter
from typing import get_args, get_type_hints

import pytest
from babel.messages.pofile import read_po

from mtaudit.config import Settings
from mtaudit.interface import LANGUAGES, catalog_of
from mtaudit.interface.catalog import CATALOGS
from tests.conftest import tool
from tests.interface.pseudo import template

_GRAMMAR = {"was"}  # holes that a language may leave out: a verb that goes with a number


def _holes(text: str) -> Counter[tuple[str, str, str]]:
    return Counter((name, spec or "", how or "") for _, name, spec, how in Formatter().parse(text) if name is not None)


def test_what_is_committed_is_what_the_code_says() -> None:
    """Whoever changes a message runs `python tools/messages.py`; the .mo that is shipped is compiled from the .po."""
    stale = [path.name for path, data in tool("messages").made().items() if path.read_bytes() != data]
    assert stale == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_message_is_translated_with_its_holes(language: str) -> None:
    """No message is left in English, none is left over, and what stands in a message's holes is in its translation."""
    own = read_po(io.BytesIO((CATALOGS / f"{language}.po").read_bytes()), locale=language)
    assert {m.id for m in own} == {m.id for m in template()}
    assert not own.obsolete
    wrong = []
    for message in own:
        if not message.id or any(comment.startswith("language ") for comment in message.auto_comments):
            continue
        english = message.id[0] if isinstance(message.id, tuple) else message.id
        for text in message.string if isinstance(message.string, tuple) else (message.string,):
            lost = {hole[0] for hole in _holes(english) - _holes(text)} - _GRAMMAR
            if not text or lost or _holes(text) - _holes(english):
                wrong.append((english, text))
    assert wrong == []


def test_the_languages_of_the_config_are_those_of_the_catalogs() -> None:
    """`ui-language` takes what there is a catalog for, and English."""
    (choices, _) = get_args(get_type_hints(Settings)["ui_language"])
    assert get_args(choices) == LANGUAGES
    assert {path.stem for path in CATALOGS.glob("*.mo")} == set(LANGUAGES[1:])
    assert catalog_of("en") is None
