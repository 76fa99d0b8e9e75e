"""Popes, saints and rulers: people whose first names Indonesian has forms of its own for (Paus Fransiskus)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from mtaudit.languages.pair import LanguagePair
from mtaudit.model import EntityType
from mtaudit.names import gazetteer
from mtaudit.names.spelling import fold
from mtaudit.names.window import Window

ROMAN = re.compile(r"[IVX]+")


@cache
def _forms(pair: LanguagePair) -> dict[str, frozenset[str]]:
    return {
        fold(name): frozenset(fold(form) for form in forms.split("|"))
        for name, forms in (row[:2] for row in gazetteer.rows(pair, "regnal_names.tsv"))
    }


def localised(kind: EntityType, at: Sequence[int], window: Window) -> tuple[int, int] | None:
    """First and last target word of a pope's, saint's or ruler's name in its Indonesian form; None where it is none.

    `at`: indices of the source words. A title before it (Pope, Saint, King), a number or "the Great" after it says that
    the name is of that kind.
    """
    if len(at) > 1 and window.source[at[0]].text.lower() in window.tables.source.names.regnal:
        at = at[1:]  # the title stands inside the name
    saint = bool(at[0]) and window.source[at[0] - 1].text.lower() in window.tables.source.names.saints
    if not (kind == "PER" or saint) or not _ruler(at, window):
        return None
    numbers = [window.source[i].key for i in at[1:] if ROMAN.fullmatch(window.source[i].text)]
    if any(number not in window.target_keys for number in numbers):
        return None  # Charles III is not Charles II
    called = [i for i in at if window.source[i].text.lower() not in window.tables.source.function_words]
    if _epithet(at, window):
        called = called[:-1]
    wanted = [{window.source[i].key, *_forms(window.tables.pair).get(window.source[i].key, ())} for i in called]
    for first in range(len(window.target) - len(wanted) + 1):
        run = window.target[first : first + len(wanted)]
        fits = bool(run) and all(word.key in forms for word, forms in zip(run, wanted, strict=True))
        if fits and any(word.key != window.source[i].key for word, i in zip(run, called, strict=True)):
            return first, first + len(run) - 1
    return None


def _ruler(at: Sequence[int], window: Window) -> bool:
    source, names = window.source, window.tables.source.names
    titled = bool(at[0]) and source[at[0] - 1].text.lower() in names.regnal
    after = [w.text for w in source[at[-1] + 1 : at[-1] + 3]]
    numbered = any(ROMAN.fullmatch(w) for w in (*(source[i].text for i in at[1:]), *after[:1]))
    return titled or numbered or tuple(after) in names.epithets or _epithet(at, window)


def _epithet(at: Sequence[int], window: Window) -> bool:
    """Whether the name ends in "the Great" or its like."""
    return tuple(window.source[i].text for i in at[-2:]) in window.tables.source.names.epithets
