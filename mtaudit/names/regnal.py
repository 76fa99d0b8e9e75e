"""Popes, saints and rulers: people whose first names Indonesian has forms of its own for (Paus Fransiskus)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from mtaudit.model import EntityType
from mtaudit.names import gazetteer
from mtaudit.names.spelling import fold
from mtaudit.names.window import Window

_ROMAN = re.compile(r"[IVX]+")


@cache
def _forms() -> dict[str, frozenset[str]]:
    return {
        fold(name): frozenset(fold(form) for form in forms.split("|"))
        for name, forms in (row[:2] for row in gazetteer.rows("regnal_names.tsv"))
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
    found: list[int] = []
    for i in at:
        word = window.source[i]
        if word.text.lower() in window.tables.source.function_words:
            continue
        forms = {word.key, *_forms().get(word.key, ())}
        after = [j for j, t in enumerate(window.target) if t.key in forms and (not found or j == found[-1] + 1)]
        if not after and not found:
            return None
        found += after[:1]
    other = any(window.target[j].key != window.source[i].key for i, j in zip(at, found, strict=False))
    return (found[0], found[-1]) if found and other else None


def _ruler(at: Sequence[int], window: Window) -> bool:
    source, names = window.source, window.tables.source.names
    before = source[at[0] - 1].text.lower() if at[0] else ""
    after = [w.text for w in source[at[-1] + 1 : at[-1] + 3]]
    titled = before in names.regnal
    numbered = any(_ROMAN.fullmatch(w) for w in (*(source[i].text for i in at[1:]), *after[:1]))
    great = tuple(after) in names.epithets or tuple(source[i].text for i in at[-2:]) in names.epithets
    return titled or numbered or great
